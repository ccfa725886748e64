"""What an exchange did, as a value and in sentences."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from workflow.services.exchange.report import (
    Beside,
    CatalogReport,
    Discarded,
    Found,
    SyncReport,
    Waits,
)

PATH = "locales/fr/LC_MESSAGES/letter.po"
CATALOG = CatalogReport("letter", "fr", PATH)
FOUND = Found("1", "Open letter", "Lettre", 12)

SAID = [
    (SyncReport(lost=("letter",)), "letter: its source is not in sources/ any more."),
    (SyncReport(proposed=("letter",)), "undersigned revise letter"),
    (SyncReport(waiting=("letter",)), "undersigned revise letter"),
    (
        SyncReport(discarded=(Discarded("letter", "my net/sources/letter.txt"),)),
        "Propose it again with: `undersigned revise letter 'my net/sources/letter.txt'`, or ",
    ),
    (SyncReport(faults=("sources/a.txt: no.",)), "sources/a.txt: no."),
    (
        SyncReport((replace(CATALOG, conflicts=(FOUND,)),)),
        f"{PATH}:12: both sides changed 'Open letter'.",
    ),
    (
        SyncReport((replace(CATALOG, older=(FOUND,)),)),
        f"{PATH}:12: an older translation of 'Open letter' stands here; the newer one is kept.",
    ),
    (
        SyncReport((replace(CATALOG, older=(replace(FOUND, reason="somebody sent it back"),)),)),
        f"{PATH}:12: somebody sent it back: the translation of 'Open letter' needs work",
    ),
    (
        SyncReport((replace(CATALOG, reopened=(FOUND,)),)),
        f"{PATH}:12: the approved translation of 'Open letter' was changed in the file.",
    ),
    (SyncReport((replace(CATALOG, missing=(replace(FOUND, line=0),)),)), f"{PATH}: the transl"),
    (SyncReport((replace(CATALOG, missing=(FOUND,)),)), f"{PATH}:12: the translation of 'Open"),
    (SyncReport((replace(CATALOG, refused=(replace(FOUND, reason="It is bad."),)),)), "It is bad."),
    (SyncReport((replace(CATALOG, fault=f"{PATH}:1: no."),)), f"{PATH}:1: no. The file is left"),
    (
        SyncReport((replace(CATALOG, fault=f"{PATH}: 4 are missing.", missing=(FOUND,) * 4),)),
        f"{PATH}: 4 are missing. The file is left as it is.",
    ),
    (
        SyncReport(waiting=("letter",), waits=(Waits("letter", 2),)),
        "letter: revision 2 waits to be released. Look at it: `undersigned revise letter`",
    ),
    (
        SyncReport(beside=(Beside("letter", "sources/letter.txt"),)),
        "another text waits. Propose this one in its place with: `undersigned revise letter sour",
    ),
    (SyncReport(strays=("workspace.toml: documents.x: no.",)), "workspace.toml: documents.x: no."),
    (SyncReport((replace(CATALOG, was_lost=True),)), f"{PATH}: the file was gone."),
]


@pytest.mark.parametrize(("report", "beginning"), SAID)
def test_what_somebody_must_look_at_is_said(report: SyncReport, beginning: str) -> None:
    (sentence,) = report.sentences
    assert beginning in sentence
    assert not report.is_clean


def test_what_was_done_is_said_in_one_line_each() -> None:
    done = replace(CATALOG, taken=2, suggestions=1, restored=3, written=True)
    report = SyncReport((done,), added=("letter",), withdrawn=("note",), written=(PATH,))
    assert report.sentences == (
        "note: the file says again what is released; its proposal is discarded",
        "letter: a new document",
        f"{PATH}: texts taken: 2, kept as suggestions: 1, kept for later: 3",
        "files written: 1",
    )
    assert (report.is_clean, report.taken) == (True, 2)


def test_a_remark_is_said_and_asks_for_nothing() -> None:
    report = SyncReport(remarks=("letter.md:3: never closed.",))
    assert (report.sentences, report.is_clean) == (("letter.md:3: never closed.",), True)


def test_nothing_is_said_where_nothing_was_done() -> None:
    assert SyncReport((replace(CATALOG, kept=3),)).sentences == ()


def test_a_text_cannot_speak_to_a_terminal() -> None:
    found = replace(FOUND, source="a\x1b[31m\u202eb " + "c" * 100)
    (sentence,) = SyncReport((replace(CATALOG, missing=(found,)),)).sentences
    assert "\\u001b[31m\\u202eb" in sentence
    assert "c" * 60 not in sentence


def test_it_is_plain_data() -> None:
    report = SyncReport((replace(CATALOG, conflicts=(FOUND,)),))
    data = json.loads(json.dumps(report.as_data()))
    assert set(data) == {"clean", *(each.name for each in fields(SyncReport))}
    assert data["catalogs"][0]["conflicts"][0]["text"] == "Lettre"


def test_what_the_store_remembers_holds_no_text() -> None:
    report = replace(CATALOG, conflicts=(FOUND,), missing=(FOUND,), refused=(FOUND,), fault="x")
    assert set(map(type, report.figures.values())) == {int, bool}
