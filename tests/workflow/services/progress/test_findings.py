"""What the checks find is told with its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.checks import Severity
from workflow.errors import NotFound
from workflow.services.progress import findings
from workflow.services.progress.findings import in_a_line
from workflow.services.translation import save
from workflow.services.workspace import Workspace

TEXTS = ["We meet in 2026 at www.example.org.", "All is well here.", "Nobody has translated this."]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def write(workspace: Workspace, who: str, unit: str, text: str, locale: str = "fr") -> None:
    save(workspace, who, NOW, unit=unit, locale=locale, text=text, seen=0, token="")


def test_findings_stand_in_document_order_with_their_lines(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    write(workspace, ana, units[1], "Tout  va bien ici.")
    write(workspace, ana, units[0], "Rendez-vous en 2027.")
    found = findings(workspace, ana, NOW, document="letter", locale="fr")
    told = [(each.line, each.issue.name, each.severity) for each in found]
    assert told[0][0] == 1
    assert (1, "lost_address", Severity.ERROR) in told
    assert told[-1] == (3, "doubled_space", Severity.WARNING)
    assert {each.unit for each in found} == set(units[:2])


def test_all_languages_and_documents_are_asked(workspace: Workspace) -> None:
    for name in ("letter", "appeal"):
        _, units = put_document(workspace, TEXTS, name=name)
        ana = person(workspace, f"Ana {name}", Role.TRANSLATOR)
        for locale in ("ar", "fr"):
            write(workspace, ana, units[1], "نعم  نعم", locale)
    found = findings(workspace, OPERATOR, NOW)
    places = [(each.document, each.locale) for each in found]
    assert places == [("appeal", "ar"), ("appeal", "fr"), ("letter", "ar"), ("letter", "fr")]
    assert {each.locale for each in findings(workspace, OPERATOR, NOW, locale="ar")} == {"ar"}


def test_nothing_is_told_of_what_is_hidden(workspace: Workspace) -> None:
    seen, _ = put_document(workspace, TEXTS)
    _, hidden = put_document(workspace, TEXTS, name="secret")
    write(workspace, person(workspace, "Ben", Role.TRANSLATOR), hidden[1], "Tout  va bien.")
    ana = person(workspace, "Ana", Role.READER, document=seen)
    assert findings(workspace, ana, NOW) == ()
    with pytest.raises(NotFound):
        findings(workspace, ana, NOW, document="secret")


def test_a_finding_is_one_line(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    write(workspace, ana, units[1], "Tout  va bien ici.")
    (found,) = findings(workspace, ana, NOW)
    line = in_a_line(found)
    assert line.startswith("letter:3 in fr (All is well here.): warning: ")
    assert "\n" not in line
