from __future__ import annotations

from dataclasses import replace

import pytest

from workflow import guard
from workflow.errors import HostileInput, LimitExceeded, MalformedCatalog, UndersignedError
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import Catalog, Entry, UnitKey

RIVER = Entry(UnitKey("River"), ("Fleuve",))


def written(*entries: Entry) -> str:
    return write_catalog(Catalog("fr", (), entries)).decode()


def test_an_entry_is_written_whole() -> None:
    entry = Entry(
        key=UnitKey("River\nand bridge", "map"),
        targets=("Fleuve\net pont",),
        flags=("fuzzy", "reviewed"),
        extracted=("heading", ""),
        comments=("", "me"),
        references=("a:1", "b:2"),
        previous=UnitKey("River", "plan"),
    )
    assert written(entry).split("\n\n", 1)[1] == (
        "#\n# me\n#. heading\n#.\n#: a:1 b:2\n#, fuzzy, reviewed\n"
        '#| msgctxt "plan"\n#| msgid "River"\n'
        'msgctxt "map"\nmsgid ""\n"River\\n"\n"and bridge"\nmsgstr ""\n"Fleuve\\n"\n"et pont"\n'
    )


def test_an_obsolete_entry_keeps_what_polib_leaves_out() -> None:
    entry = Entry(
        UnitKey("a\nb"), ("c",), obsolete=True, extracted=("x",), references=("y:1",),
        previous=UnitKey("o\np"),
    )  # fmt: skip
    assert written(entry).split("\n\n", 1)[1] == (
        '#. x\n#: y:1\n#~| msgid ""\n#~| "o\\n"\n#~| "p"\n'
        '#~ msgid ""\n#~ "a\\n"\n#~ "b"\n#~ msgstr "c"\n'
    )


def test_nothing_is_wrapped() -> None:
    long = Entry(UnitKey("river " * 100), ("fleuve " * 100,), references=("x.txt:1",) * 50)
    assert len(written(long).split("\n\n", 1)[1].splitlines()) == 3


def test_one_comment_line_of_nothing_is_kept() -> None:
    entry = Entry(UnitKey("a"), comments=("",), extracted=("",))
    [again] = read_catalog(written(entry).encode()).entries
    assert again == entry


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Entry(UnitKey("a\0")), "U+0000 cannot stand in a catalog"),
        (Entry(UnitKey("a"), comments=("b\r",)), "U+000D cannot stand in a catalog"),
        (Entry(UnitKey("a"), ("\ud800",)), "U+D800 cannot stand in a catalog"),
        (Entry(UnitKey("a"), ("b", "c")), "2 targets stand in one entry"),
        (Entry(UnitKey("a"), ()), "0 targets stand in one entry"),
        (Entry(UnitKey("a"), ("b",) * 11, "as"), "11 targets stand in one entry"),
        (Entry(UnitKey("")), "its source and context stand here twice"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(entry: Entry, reason: str) -> None:
    with pytest.raises(MalformedCatalog) as caught:
        written(RIVER, entry)
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)


def test_one_key_is_not_written_twice() -> None:
    with pytest.raises(MalformedCatalog, match="'River': its source and context stand here twice"):
        written(RIVER, RIVER)
    assert written(RIVER, replace(RIVER, obsolete=True)).count("Fleuve") == 2


def test_characters_that_reorder_others_are_not_written() -> None:
    with pytest.raises(
        HostileInput, match=r"^catalog: 'The river runs past the school, the lib…': "
    ):
        written(
            Entry(UnitKey("The river runs past the school, the library and the mill"), ("\u202e",))
        )


TOO_LONG = "x" * (guard.UNIT_CODE_POINTS + 1)


@pytest.mark.parametrize(
    "entry",
    [
        Entry(UnitKey(TOO_LONG)),
        Entry(UnitKey("a", TOO_LONG)),
        Entry(UnitKey("a"), (TOO_LONG,)),
        Entry(UnitKey("a"), ("b", TOO_LONG), "as"),
        Entry(UnitKey("a"), previous=UnitKey(TOO_LONG)),
        Entry(UnitKey("a"), previous=UnitKey("a"), previous_plural=TOO_LONG),
        Entry(UnitKey("a"), ("\n" * guard.ENTRY_LINES,)),
    ],
    ids=["source", "context", "target", "plural form", "previous", "previous plural", "lines"],
)
def test_what_is_too_large_to_read_is_not_written(entry: Entry) -> None:
    with pytest.raises(LimitExceeded):
        written(entry)


def test_what_is_just_small_enough_to_write_can_be_read() -> None:
    lines = Entry(UnitKey("a"), ("\n" * (guard.ENTRY_LINES - 3),), comments=("b",))
    text = Entry(UnitKey("c" * guard.UNIT_CODE_POINTS), ("\\" * guard.UNIT_CODE_POINTS,))
    assert read_catalog(written(RIVER, lines, text).encode()).entries == (RIVER, lines, text)


def test_a_catalog_too_large_to_read_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "CATALOG_ENTRIES", 1)
    written(RIVER)
    with pytest.raises(LimitExceeded):
        written(RIVER, Entry(UnitKey("Lake")))
    monkeypatch.setattr(guard, "CATALOG_BYTES", len(written(RIVER)) - 1)
    with pytest.raises(UndersignedError, match="bytes"):
        written(RIVER)
