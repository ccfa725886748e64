"""What in a workspace waits for somebody is said, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW
from tests.workspaces import LETTER, make_workspace, po, put, tree
from workflow.access import OPERATOR
from workflow.services import documents
from workflow.services.exchange import sync
from workflow.services.progress.waiting import waiting
from workflow.services.workspace import Workspace, open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    make_workspace(tmp_path, 'source_locale = "en"\nlanguages = ["fr"]\n', {"letter.txt": LETTER})
    with open_workspace(tmp_path) as made:
        sync(made, OPERATOR, NOW)
        yield made


def test_where_all_agrees_nobody_has_to_do_anything(workspace: Workspace) -> None:
    assert waiting(workspace) == ()


def test_a_new_document_asks_for_an_exchange(workspace: Workspace) -> None:
    put(workspace.root / "sources" / "appeal.txt", "An appeal\n")
    (said,) = waiting(workspace)
    assert "appeal.txt: this document is new here. Run: `undersigned sync`" in said


def test_a_changed_source_asks_for_an_exchange_then_for_a_decision(workspace: Workspace) -> None:
    path = workspace.root / "sources" / "letter.txt"
    put(path, path.read_text("utf-8").replace("stays", "remains"))
    (said,) = waiting(workspace)
    assert "letter.txt: it has changed. Run: `undersigned sync`" in said
    sync(workspace, OPERATOR, NOW)
    (said,) = waiting(workspace)
    assert (
        said == "letter: revision 2 waits to be released. Look at it: `undersigned revise letter`"
    )


def test_a_missing_source_is_told(workspace: Workspace) -> None:
    (workspace.root / "sources" / "letter.txt").unlink()
    assert "the file is missing. Put it back; nothing is removed." in waiting(workspace)[0]


def test_a_catalog_that_was_worked_on_asks_for_an_exchange(workspace: Workspace) -> None:
    path = workspace.catalog_path("letter", "fr")
    put(path, path.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr "Texte"\n\n', 1))
    (said,) = waiting(workspace)
    assert "letter.po: it differs from the store. Run: `undersigned sync`" in said


def test_what_belongs_to_nothing_is_told(workspace: Workspace) -> None:
    put(workspace.root / "locales" / "fr" / "LC_MESSAGES" / "gone.po", "")
    put(workspace.root / "workspace.toml", '[documents.lettre]\ntitle = "X"\n')
    said = waiting(workspace)
    assert any("there is no document 'gone' in sources/" in each for each in said)
    assert any("documents.lettre: there is no such document" in each for each in said)


def test_a_file_that_cannot_be_a_source_is_told(workspace: Workspace) -> None:
    put(workspace.root / "sources" / "scan.pdf", "%PDF")
    assert any("no filter for '.pdf' files" in each for each in waiting(workspace))


def test_a_text_that_was_discarded_can_be_proposed_again(workspace: Workspace) -> None:
    path = workspace.root / "sources" / "letter.txt"
    put(path, path.read_text("utf-8").replace("stays", "remains"))
    report = sync(workspace, OPERATOR, NOW)
    assert report.proposed == ("letter",)
    documents.discard(workspace, OPERATOR, NOW, document="letter")
    (said,) = waiting(workspace)
    assert f"Propose it again with: `undersigned revise letter {path}`" in said
    report = sync(workspace, OPERATOR, NOW)
    assert report.sentences == (said,)
    assert not report.is_clean


def test_a_file_beside_a_proposal_of_a_person_can_take_its_place(workspace: Workspace) -> None:
    path = workspace.root / "sources" / "letter.txt"
    documents.propose(workspace, OPERATOR, NOW, document="letter", data=b"Something else.\n")
    put(path, path.read_text("utf-8").replace("stays", "remains"))
    waits, beside = waiting(workspace)
    assert sync(workspace, OPERATOR, NOW).sentences == (waits, beside)
    assert "revision 2 waits" in waits
    assert "another text waits. Propose this one in its place with: `undersigned rev" in beside
    documents.propose(workspace, OPERATOR, NOW, document="letter", data=path.read_bytes())
    assert len(waiting(workspace)) == 1


def many(workspace: Workspace, count: int) -> dict[str, str]:
    """Translate the first texts of a letter with twenty, in its catalog."""
    texts = [f"Paragraph number {number}." for number in range(20)]
    put(workspace.root / "sources" / "letter.txt", "\n\n".join(texts))
    return {each: f"Alinéa {number}." for number, each in enumerate(texts[:count])}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<<<<<<< HEAD\n", "unmerged"),
        (po(locale="de"), "the header says Language: de"),
        (po({"Open letter": "\u2067Lettre"}), "a change of direction begins or ends here alone"),
        (None, "folder"),
    ],
)
def test_what_keeps_an_exchange_from_a_catalog_is_told(
    workspace: Workspace, content: bytes | str | None, reason: str
) -> None:
    path = workspace.catalog_path("letter", "fr")
    path.unlink()
    if content is None:
        path.mkdir()
    else:
        put(path, content)
    before = tree(workspace.root / "locales")
    (said,) = waiting(workspace)
    assert reason in said
    assert tree(workspace.root / "locales") == before
    assert sync(workspace, OPERATOR, NOW).sentences == (said,)
    assert waiting(workspace) == (said,)


def test_a_folder_in_the_place_of_a_catalog_that_never_was_is_told(workspace: Workspace) -> None:
    put(workspace.settings_path, 'source_locale = "en"\nlanguages = ["fr", "ar"]\n')
    workspace.catalog_path("letter", "ar").mkdir(parents=True)
    (said,) = waiting(workspace)
    assert sync(workspace, OPERATOR, NOW).sentences == (said,)


def test_a_catalog_that_lost_too_much_is_told_as_an_exchange_would(tmp_path: Path) -> None:
    make_workspace(tmp_path, 'source_locale = "en"\nlanguages = ["fr"]\n', {"a.txt": LETTER})
    with open_workspace(tmp_path) as workspace:
        path = put(workspace.catalog_path("letter", "fr"), po(many(workspace, 20)))
        sync(workspace, OPERATOR, NOW)
        put(path, po(many(workspace, 11)))
        (said,) = waiting(workspace)
        assert "9 of 20 translations are missing. Nothing was taken from it." in said
        assert sync(workspace, OPERATOR, NOW).sentences == (said,)
        assert waiting(workspace) == (said,)


def test_an_exchange_finds_what_status_finds(workspace: Workspace) -> None:
    documents.propose(workspace, OPERATOR, NOW, document="letter", data=b"Something else.\n")
    put(workspace.root / "locales" / "templates" / "gone.pot", po({}))
    with workspace.settings_path.open("a", encoding="utf-8") as file:
        file.write('[documents.lettre]\ntitle = "X"\n')
    report = sync(workspace, OPERATOR, NOW)
    assert set(report.sentences) == set(waiting(workspace))
    assert (len(report.sentences), report.is_clean) == (3, False)


def test_a_folder_with_an_odd_name_is_told_in_a_sentence(workspace: Workspace) -> None:
    put(workspace.root / "locales" / "fr_XX_bla" / "LC_MESSAGES" / "letter.po", "")
    (said,) = waiting(workspace)
    assert "fr_XX_bla" in said
    assert sync(workspace, OPERATOR, NOW).faults == (said,)
