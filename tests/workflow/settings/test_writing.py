"""`workspace.toml` changed by a program, and still a person's file."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import LOCALES
from workflow.errors import BadSettings, HostileInput
from workflow.model import Missing, State
from workflow.settings import (
    Changes,
    DocumentChanges,
    DocumentSettings,
    Settings,
    change_settings,
    new_settings,
    read_settings,
)

FILE = b"""\
# The river network, since 2019.

name = 'Appeals'  # short, please
languages = [
  "fr", # Ana
  # asked for in May
  "ar",
]

# Nothing unreviewed goes out.
[publication]
minimum = "reviewed"

# The big one.
[documents.rivers]
title = "A joint appeal"
deadline = 2026-12-01 # agreed on
  priority = 2

[server] # ours
address = "https://translate.example.org"

[documents.lakes]
# nothing yet

# The end.
"""


def test_a_change_touches_nothing_else() -> None:
    asked = Changes(
        name="Appeals of the network",
        source_locale="EN",
        languages=("ar", "de", "fr"),
        documents={
            "rivers": DocumentChanges(title='"Rivers"', deadline="", tags=("appeal", "été")),
            "lakes": DocumentChanges(deadline=date(2027, 3, 14)),
            "été": DocumentChanges(languages=("sw",)),
        },
    )
    assert change_settings(FILE, asked).decode() == (
        """\
# The river network, since 2019.

name = "Appeals of the network"  # short, please
languages = [
  # asked for in May
  "ar",
  "de",
  "fr", # Ana
]
source_locale = "en"

# Nothing unreviewed goes out.
[publication]
minimum = "reviewed"

# The big one.
[documents.rivers]
title = "\\"Rivers\\""
# agreed on
  priority = 2
tags = ["appeal", "été"]

[server] # ours
address = "https://translate.example.org"

[documents.lakes]
deadline = 2027-03-14
# nothing yet

# The end.

[documents."été"]
languages = ["sw"]
"""
    )


def test_notes_stay_lines_that_a_person_can_write_on() -> None:
    notes = "« Undersigned » = people and organisations.\n\nRivers keep their names."
    asked = Changes(documents={"lakes": DocumentChanges(notes=notes, missing=Missing.MARKED)})
    after = change_settings(FILE, asked).decode()
    own = f'[documents.lakes]\nnotes = """\n{notes}"""\nmissing = "marked"\n# nothing yet\n'
    assert after == FILE.decode().replace("[documents.lakes]\n# nothing yet\n", own)
    assert read_settings(after.encode()).documents["lakes"].notes == notes


@pytest.mark.parametrize("text", ['a\n"""b', "a\nb\\n", 'a\nb"', "\na", "a\n\x07", "a\r\nb"])
def test_what_cannot_stand_as_it_is_is_written_in_another_way(text: str) -> None:
    after = change_settings(b"", Changes(documents={"a": DocumentChanges(notes=text)}))
    assert read_settings(after).documents["a"].notes == text
    assert after.count(b"\n") == 2


@pytest.mark.parametrize(
    "same",
    [
        Changes(),
        Changes(name="Appeals", languages=("fr", "AR", "fr"), source_locale=""),
        Changes(documents={"rivers": DocumentChanges(priority=2, deadline=date(2026, 12, 1))}),
        Changes(documents={"lakes": DocumentChanges("", "", (), "", 0, ())}),
        Changes(documents={"new": DocumentChanges(title="")}),
    ],
)
def test_what_is_set_already_changes_no_byte(same: Changes) -> None:
    assert change_settings(FILE, same) == FILE


def test_an_empty_value_removes_a_key() -> None:
    asked = Changes("", "", (), {"rivers": DocumentChanges("", "", (), "", 0, ())})
    before = b'name = "x"\nsource_locale = "en"\nlanguages = ["fr"]\n[documents.rivers]\n'
    before += b'title = "x"\nlocale = "sw"\nlanguages = ["fr"]\ndeadline = 2026-12-01\n'
    before += b'priority = 1\ntags = ["x"]\n'
    assert change_settings(before, asked) == b"[documents.rivers]\n"


@pytest.mark.parametrize("start", ["\ufeff", ""])
def test_a_file_from_windows_stays_one(start: str) -> None:
    data = (start + FILE.decode().replace("\n", "\r\n")).encode()
    asked = Changes(source_locale="en", documents={"new": DocumentChanges(title="x")})
    after = change_settings(data, asked).decode()
    assert after.startswith(start)
    assert not re.search("(?<!\r)\n", after)
    assert after.replace("\r\n", "\n") == start + change_settings(FILE, asked).decode()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Changes(source_locale="english"), "source_locale: 'english' is not a language tag"),
        (Changes(languages=("fr", "f r")), "languages: 'f r' is not a language tag"),
        (
            Changes(documents={"lakes": DocumentChanges(locale="x")}),
            r"documents\.lakes\.locale: 'x' is not a language tag",
        ),
        (Changes(name="\ud800"), "half a character cannot be written"),
        (
            Changes(documents={"lakes": DocumentChanges(minimum=State.NEEDS_WORK)}),
            r"documents\.lakes\.minimum: 'needs_work' is none of the choices",
        ),
    ],
)
def test_what_is_impossible_is_refused(asked: Changes, message: str) -> None:
    with pytest.raises(BadSettings, match=f"^w: {message}"):
        change_settings(FILE, asked, where="w")


def test_what_is_bad_already_is_refused() -> None:
    with pytest.raises(BadSettings, match=r"w: nam: nobody knows this"):
        change_settings(b"nam = 1", Changes(name="x"), where="w")


def test_a_name_that_is_no_name_is_refused() -> None:
    with pytest.raises(HostileInput):
        change_settings(b"", Changes(documents={"a]\nb": DocumentChanges(title="x")}))


def test_a_file_that_would_say_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.settings.editing.File.text", lambda _: "name = 'other'")
    with pytest.raises(BadSettings, match=r"cannot be changed from here\. Change it by hand"):
        change_settings(FILE, Changes(name="x"))


def test_a_document_in_scattered_keys_is_refused() -> None:
    data = b"documents.a.title = 'x'\ndocuments.a.priority = 1"
    with pytest.raises(BadSettings, match=r"cannot be changed from here\. Change it by hand"):
        change_settings(data, Changes(documents={"a": DocumentChanges(title="y")}))
    after = change_settings(data, Changes(name="y"))
    assert after == data + b'\nname = "y"\n'


def test_new_settings() -> None:
    assert new_settings("Réseau", "FR", ("ar", "EN")).decode() == (
        'name = "Réseau"\nsource_locale = "fr"\nlanguages = ["ar", "en"]\n'
    )
    assert new_settings("x") == b'name = "x"\n'
    assert read_settings(new_settings("x", "fr", ("ar",))) == Settings("x", "fr", ("ar",))


# --- laws ----------------------------------------------------------------------------------------

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\"'\\#[]\n=")))
TAGS = st.lists(st.sampled_from(LOCALES), max_size=4, unique=True).map(tuple)
NAMES = ("rivers", "lakes", "été", "a1")


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


CHANGES = st.builds(
    Changes,
    name=maybe(TEXTS),
    source_locale=maybe(st.sampled_from(("", *LOCALES))),
    languages=maybe(TAGS),
    documents=st.dictionaries(
        st.sampled_from(NAMES),
        st.builds(
            DocumentChanges,
            title=maybe(TEXTS),
            locale=maybe(st.sampled_from(("", *LOCALES))),
            languages=maybe(TAGS),
            deadline=maybe(st.just("") | st.dates()),
            priority=maybe(st.integers(-9, 9)),
            tags=maybe(st.lists(TEXTS, max_size=3).map(tuple)),
            notes=maybe(TEXTS),
            minimum=maybe(st.sampled_from(["", State.TRANSLATED, State.REVIEWED])),
            missing=maybe(st.sampled_from(["", *Missing])),
        ),
        max_size=3,
    ),
)
_TOP = ["name = 'x' # n1", 'source_locale="EN"', 'languages = [ "fr","ar"]', "# loose #1", ""]
_TOP += ['languages = [ # l1\n  "fr", # l2\n\n  # l3\n  "pt_br" # l4\n] # l5']
_OWN = [
    "title='''\n[no] # header\n'''",
    "  deadline = 2026-01-02 # d1",
    "priority = 3",
    "# loose 2",
]
_OWN += ["notes = '''\none # no\n[two]\n'''", "minimum = 'translated' # m1", "missing='source'"]
_OWN += ["tags = [\n'a',\n'b', # t1\n]", "locale = 'ja'", "languages = []", "", "# loose 3\n"]
_TABLES = ["[publication] # p1\nmissing = 'marked'\n", "# s0\n[server]\naddress = 'https://x' # s1"]


@st.composite
def files(draw: st.DrawFn) -> str:
    """Give files as people write them: any order, any comments, several ways to say a table."""

    def some(lines: list[str]) -> list[str]:
        chosen = draw(st.lists(st.sampled_from(lines), max_size=6, unique=True))
        keys: set[str] = set()
        return [
            line
            for line in chosen
            if not (key := re.match(r"\s*(\w+)\s*=", line))
            or not (key[1] in keys or keys.add(key[1]))  # type: ignore[func-returns-value]
        ]

    tables = draw(st.lists(st.sampled_from(_TABLES), max_size=2, unique=True))
    names = draw(st.lists(st.sampled_from(NAMES[:3]), max_size=3, unique=True))
    inline = 'lakes = {title = "#1", tags = ["x"]}\n"été".priority = 1 # e1\n'
    blocks = {"headers": "", "inline": f"[documents]\n{inline}", "root": ""}
    way = draw(st.sampled_from(sorted(blocks)))
    top = "\n".join(some(_TOP))
    if way == "inline":
        names = [name for name in names if name == "rivers"]
        tables.append(blocks[way])
    elif way == "root":
        names = []
        top += "\ndocuments.rivers.title = 'y' # r1"
    tables += [
        "\n".join([f"[documents.'{name}'] # {number}", *some(_OWN)])
        for number, name in enumerate(names)
    ]
    return "\n".join([top, *draw(st.permutations(tables))]) + draw(st.sampled_from(["", "\n"]))


def comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"# ?(?:[a-z]+ ?#?)?\d", text))


def expected(before: Settings, asked: Changes) -> Settings:
    """Say again, plainly, what should be read after a change."""
    own = dict(before.documents)
    for name, changes in asked.documents.items():
        given = {key: value for key in _FIELDS if (value := getattr(changes, key)) is not None}
        given |= {key: None for key in ("deadline", "minimum", "missing") if given.get(key) == ""}
        after = replace(own.get(name, DocumentSettings()), **given)
        if name in own or after != DocumentSettings():
            own[name] = after
    return replace(
        before,
        name=before.name if asked.name is None else asked.name or "Workspace",
        source_locale=before.source_locale if asked.source_locale is None else asked.source_locale,
        languages=before.languages if asked.languages is None else asked.languages,
        documents=own,
    )


_FIELDS = tuple(each.name for each in fields(DocumentSettings))


@given(files(), CHANGES)
def test_the_file_says_what_was_asked_for_and_keeps_its_comments(text: str, asked: Changes) -> None:
    before = read_settings(text.encode())
    data = change_settings(text.encode(), asked)
    after = read_settings(data)
    wanted = expected(before, asked)
    gone = wanted.documents.keys() - after.documents.keys()
    assert all(wanted.documents[name] == DocumentSettings() for name in gone)
    assert replace(after, documents={**wanted.documents, **after.documents}) == wanted
    assert not gone or "[documents]" in text or "documents." in text.partition("[")[0]
    assert change_settings(data, asked) == data
    titles: Mapping[str, DocumentChanges] = asked.documents
    free = asked.name in (None, "") and not any(
        each.title is not None or each.tags or each.notes is not None for each in titles.values()
    )
    if free:
        assert comments(text) - comments(data.decode()) == Counter()


@given(CHANGES)
def test_settings_can_begin_with_anything(asked: Changes) -> None:
    assert read_settings(change_settings(b"", asked)) == expected(Settings(), asked)
