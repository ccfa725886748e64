from __future__ import annotations

import builtins
import contextlib
import os
import time
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import ROOT
from tests.workflow.exchange.catalogs.values import catalogs
from workflow import guard
from workflow.errors import (
    HostileInput,
    LimitExceeded,
    MalformedCatalog,
    UndersignedError,
)
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import Catalog, State, UnitKey

DATA = ROOT / "tests" / "data" / "catalogs"
HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
HALF_AN_ENTRY = b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
ONE = b'msgid "a"\nmsgstr "b"\n'


def refused(data: bytes) -> UndersignedError:
    with pytest.raises(UndersignedError) as caught:
        read_catalog(data, where="letter.po")
    assert str(caught.value).startswith("letter.po")
    assert "\n" not in str(caught.value)
    return caught.value


def test_everything_of_a_foreign_catalog_is_kept() -> None:
    catalog = read_catalog((DATA / "foreign.po").read_bytes())
    written = write_catalog(catalog)
    assert written == (DATA / "foreign.expected.po").read_bytes()
    assert read_catalog(written) == catalog


def test_a_foreign_catalog_reads_as_these_values() -> None:
    catalog = read_catalog((DATA / "foreign.po").read_bytes())
    new, one, gone, living, double = catalog.entries
    assert catalog.locale == "pt-BR"
    assert catalog.flags == ("fuzzy",)
    assert catalog.comments[-1] == "vim: set et:"
    assert [value for name, value in catalog.headers if name == "X-Place"][1] == "again"
    assert new.key == UnitKey("new text", "new")
    assert new.target == "novo texto\u2028com linha\u00a0"
    assert new.previous == UnitKey("old text", "old")
    assert new.flags == ("fuzzy", "c-format", "no-wrap", "range:0..5")
    assert new.references[2] == "\u2068my file.txt\u2069:3"
    assert new.comments == ("  indented comment   ", "")
    assert new.state is State.NEEDS_WORK
    assert one.targets == ("um", "muitos")
    assert gone.obsolete
    assert (gone.previous, gone.previous_plural) == (UnitKey("was", "was"), "were")
    assert gone.extracted == ("a note on something obsolete",)
    assert gone.references == ("gone.c:9",)
    assert gone.targets == ("foi", "foram")
    assert not living.obsolete
    assert double.key == one.key
    assert [entry.line for entry in catalog.entries] == [30, 39, 55, 62, 67]


def test_the_golden_catalog_is_written_as_it_was() -> None:
    data = (DATA / "letter.po").read_bytes()
    assert write_catalog(read_catalog(data)) == data


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    data = (DATA / "letter.po").read_bytes()
    assert read_catalog(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")) == read_catalog(data)


def test_comments_above_the_first_entry_are_its_own_where_there_is_no_header() -> None:
    catalog = read_catalog(b'# mine\n#| msgid "b"\n# too\n' + ONE)
    assert catalog.comments == ()
    assert catalog.entries[0].comments == ("mine", "too")


def test_an_obsolete_entry_may_repeat_a_living_one() -> None:
    catalog = read_catalog(ONE + b'\n#~ msgid "a"\n#~ msgstr "c"\n')
    assert [entry.target for entry in catalog.entries] == ["b", "c"]


def test_an_obsolete_header_is_an_entry_like_others() -> None:
    catalog = read_catalog(b'#~ msgid ""\n#~ msgstr "X: old\\n"\n\n' + HEADER + ONE)
    assert [entry.key.source for entry in catalog.entries] == ["", "a"]
    assert catalog.header("Content-Type") == "text/plain; charset=UTF-8"


def test_a_flag_of_nothing_is_none() -> None:
    assert read_catalog(b"#, ,fuzzy,,\n#,\n" + ONE).entries[0].flags == ("fuzzy",)


def test_a_wrong_date_is_no_fault() -> None:
    catalog = read_catalog(b'msgid ""\nmsgstr "PO-Revision-Date: 2024-11-23T04:33:49Z\\n"\n')
    assert catalog.header("PO-Revision-Date") == "2024-11-23T04:33:49Z"


@pytest.mark.parametrize(
    ("first", "second", "lives", "kept"),
    [
        ("Un", "Une", "Un", ["Une"]),
        ("", "Une", "Une", []),
        ("Un", "", "Un", []),
        ("", "", "", []),
    ],
)
def test_of_two_living_entries_the_further_lives_and_nothing_is_lost(
    first: str, second: str, lives: str, kept: list[str]
) -> None:
    data = HEADER + b"".join(
        f'\nmsgid "One"\nmsgstr "{each}"\n'.encode() for each in (first, second)
    )
    catalog = read_catalog(data)
    assert [each.target for each in catalog.entries if not each.obsolete] == [lives]
    assert [each.target for each in catalog.entries if each.obsolete] == kept
    [issue] = catalog.issues
    assert (issue.name, issue.key) == ("doubled_entry", UnitKey("One"))
    again = read_catalog(write_catalog(catalog))
    assert (again, again.issues) == (catalog, ())


def test_a_fuzzy_text_does_not_take_the_place_of_a_good_one() -> None:
    catalog = read_catalog(HEADER + b"\n#, fuzzy\n" + ONE + b"\n# good\n" + ONE)
    assert [(each.obsolete, each.flags) for each in catalog.entries] == [
        (True, ("fuzzy",)),
        (False, ()),
    ]
    assert [each.line for each in catalog.issues] == [6]


def test_of_two_headers_the_first_counts() -> None:
    catalog = read_catalog(HEADER + b'\nmsgid ""\nmsgstr "Language: de\\n"\n' + ONE)
    assert [each.key.source for each in catalog.entries] == [
        read_catalog(ONE).entries[0].key.source
    ]
    assert catalog.locale == read_catalog(HEADER).locale
    assert len(catalog.issues) == 1


def test_equal_texts_in_two_contexts_are_two() -> None:
    catalog = read_catalog(ONE + b'msgctxt "c"\n' + ONE)
    assert [entry.key.context for entry in catalog.entries] == ["", "c"]


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b'msgid "a\0"\nmsgstr ""\n', 1, "a control character (U+0000)"),
        (b'msgid "a"\nmsgstr "\x1b[2J"\n', 2, "a control character (U+001B)"),
        (b'msgid "a"\rmsgstr "b"\r', 1, "a control character (U+000D)"),
        (b"# \x0c\n" + ONE, 1, "a control character (U+000C)"),
        ("msgid".encode("utf-16"), 1, "this is UTF-16 text"),
        (b'msgid "a"\nmsgstr "\xe9"\n', 2, "byte 0xE9 is not UTF-8"),
        (b'msgid "a"\nmsgstr "\xed\xa0\x80"\n', 2, "byte 0xED is not UTF-8"),
        ('msgid "a"\nmsgstr "é'.encode()[:-1], 2, "the file ends in the middle of a character"),
        (HEADER.replace(b"UTF-8", b"UTF-7") + ONE, 1, "the header says charset=UTF-7"),
        (HEADER.replace(b"UTF-8", b'U"\n"TF-7') + ONE, 1, "the header says charset=UTF-7"),
        (HEADER.replace(b"UTF-8", b"latin1") + b"\xe9", 4, "the header says charset=latin1"),
        (HEADER.replace(b"UTF-8", b"UTF-\xd0\xa8"), 1, "the header says charset=UTF-Ш"),
        (ONE + b"<<<<<<< ours\n" + ONE, 3, "two versions of this file were left unmerged"),
        (b"/etc/hosts", 1, "'/etc/hosts' is no part of a catalog"),
        (
            b'msgid ""\nmsgstr "Plural-Forms: nplurals=2\\n"\n%b' % HALF_AN_ENTRY,
            3,
            "the last entry has 1 of 2 plural forms",
        ),
    ],
)
def test_what_is_no_catalog_is_refused(data: bytes, line: int, reason: str) -> None:
    error = refused(data)
    assert isinstance(error, MalformedCatalog)
    assert error.line == line
    assert error.reason.startswith(reason)


def test_characters_that_reorder_others_are_refused() -> None:
    every = [chr(code) for code in range(0x110000) if guard.REORDERING.match(chr(code))]
    assert every == ["\u202a", "\u202b", "\u202c", "\u202d", "\u202e"]
    for character in every:
        error = refused(HEADER + ONE + f'msgid "c"\nmsgstr "{character}d"\n'.encode())
        assert isinstance(error, HostileInput)
        assert error.where == "letter.po:7"


@pytest.mark.parametrize("text", ["\u2067שלום\u2069", "می‌خواهیم", "👩‍👩‍👧‍👦", "\u200fشهر\u061c"])
def test_characters_that_mixed_text_needs_are_read(text: str) -> None:
    assert read_catalog(f'msgid "a"\nmsgstr "{text}"\n'.encode()).entries[0].target == text


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "CATALOG_BYTES", len(HEADER + ONE))
    read_catalog(HEADER + ONE)
    assert isinstance(refused(HEADER + ONE + b"\xff"), LimitExceeded)


def test_text_that_looks_like_a_path_is_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.po"
    path.write_bytes(ONE)
    asked: list[object] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(builtins, "open", asked.append)
    refused(b"letter.po")
    refused(str(path).encode())
    read_catalog(ONE)
    assert asked == []


@given(catalogs(), st.data())
@settings(max_examples=60)
def test_a_file_cut_anywhere_loses_nothing_in_silence(
    catalog: Catalog, data: st.DataObject
) -> None:
    """Cut between two entries it is a shorter catalog; cut elsewhere it is refused.

    The last text may have lost lines that cannot be missed: a text may end after any of them.
    """
    written = write_catalog(catalog)
    cut = written[: data.draw(st.integers(0, len(written)))]
    try:
        found = read_catalog(cut)
    except UndersignedError:
        return
    whole = catalog.entries[: len(found.entries)]
    assert found.entries[:-1] == whole[:-1]
    if found.entries:
        last, complete = found.entries[-1], whole[-1]
        assert last.key == complete.key
        pairs = zip(complete.targets, last.targets, strict=True)
        assert all(text.startswith(part) for text, part in pairs)


@given(catalogs(), st.data())
def test_any_damage_is_read_or_refused(catalog: Catalog, data: st.DataObject) -> None:
    written = bytearray(write_catalog(catalog))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(written) - 1))
        written[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from([b"", b'"', b"\\", b"\n", b"#~ ", b"#", b"msgid ", b"\xff", b"[", b"|"])
        )
    fault: BaseException | None = None
    try:
        found = read_catalog(bytes(written))
    except UndersignedError as error:
        fault = error.__cause__
    else:
        assert read_catalog(write_catalog(found)).entries == found.entries
    assert fault is None, "polib found what the grammar should have"


def seconds(data: bytes) -> float:
    begun = time.process_time()
    with contextlib.suppress(UndersignedError):
        read_catalog(data)
    return time.process_time() - begun


MEGA = 1_000_000


@pytest.mark.parametrize(
    "data",
    [
        b'msgid "a"\nmsgstr ""\n' + b'"x"\n' * 200_000,
        b"# x\n" * 200_000 + ONE,
        ONE + b"# x\n" * 200_000,
        (b"# " + b"x" * 1000 + b"\n") * 4_900 + ONE,
        b'msgid "a"\nmsgstr "' + b"\\n" * 2 * MEGA + b'"\n',
        b'msgid "a"\nmsgstr "' + b"\\n" * 2 * MEGA + b"\n",
        b'msgid "a"\nmsgstr ' + b'"' * 4 * MEGA,
        b'msgid "a"\nmsgstr ' + b" " * 4 * MEGA + b'"b"\n',
        b'msgid "a"\n' + b"#~\n" * MEGA + b'msgstr "b"\n',
        b"#" * 4 * MEGA + b"\n" + ONE,
        b"#:" + b" a:1" * MEGA + b"\n" + ONE,
        b"".join(b'msgid "%d"\nmsgstr ""\n' % number for number in range(20_000)),
    ],
    ids=[
        "continuation lines",
        "comments",
        "comments at the end",
        "long comments",
        "escapes",
        "text without an end",
        "quotes",
        "spaces",
        "empty obsolete lines",
        "signs",
        "references",
        "entries",
    ],
)
def test_time_grows_with_the_size_only(data: bytes) -> None:
    assert seconds(data) < 2.0


def test_real_catalogs_read_as_polib_reads_them(outside: Path) -> None:
    for path in sorted((outside / "data" / "corpora").rglob("*.po"))[::4]:
        catalog = read_catalog(path.read_bytes())
        found = polib.pofile(os.fspath(path), encoding="utf-8", wrapwidth=0)
        assert [entry.target for entry in catalog.entries] == [entry.msgstr for entry in found]
        assert [entry.key.source for entry in catalog.entries] == [entry.msgid for entry in found]
        assert [entry.obsolete for entry in catalog.entries] == [bool(e.obsolete) for e in found]
        assert len(catalog.headers) == len(found.metadata)
