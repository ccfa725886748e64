"""The file of a document, and its table in the settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW, live, put_document
from tests.workspaces import put
from workflow.access import OPERATOR
from workflow.errors import (
    BadSettings,
    HostileInput,
    LimitExceeded,
    NotPossible,
    UndersignedError,
    UnknownLocale,
)
from workflow.services import documents
from workflow.services.documents import originals
from workflow.services.workspace import SETTINGS_BYTES, Workspace
from workflow.settings import DocumentChanges
from workflow.store.documents import StoredDocument, document_named


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def stored(workspace: Workspace) -> StoredDocument:
    with workspace.store.reading() as db:
        found = document_named(db, "letter")
    assert found is not None
    return found


def test_a_file_is_found_though_its_name_says_its_language_now(workspace: Workspace) -> None:
    put_document(workspace, ["Rivers"])
    folder = workspace.root / "sources"
    assert originals.source_path(workspace, stored(workspace)) == folder / "letter.txt"
    put(folder / "letter.en.txt", "Rivers")
    assert originals.source_path(workspace, stored(workspace)) == folder / "letter.en.txt"
    put(folder / "letter.txt", "Rivers")
    assert originals.source_path(workspace, stored(workspace)) == folder / "letter.txt"


def test_nobody_translates_into_the_language_of_the_source(workspace: Workspace) -> None:
    put_document(workspace, ["Rivers"])
    workspace.settings_path.write_text('languages = ["en", "fr"]\n', "utf-8")
    assert originals.wanted(workspace, stored(workspace)) == ("fr",)


SPANISH = '[documents.letter]\nlocale = "es"\n'


@pytest.mark.parametrize(
    ("settings", "file_name", "given", "said"),
    [
        ("", "Letter.txt", "PT-br", ("letter.txt", "pt-BR", "you")),
        (SPANISH, "letter.fr.txt", "", ("letter.fr.txt", "es", "workspace.toml")),
        ('source_locale = "sw"\n', "letter.fr.txt", "", ("letter.fr.txt", "fr", "file name")),
        ('source_locale = "sw"\n', "letter.md", "", ("letter.md", "sw", "workspace.toml")),
        ("", "letter.txt", "", ("letter.txt", "en", "default")),
        ("", "My Letter (2).final.txt", "", ("my-letter-2-final.txt", "en", "default")),
    ],
)
def test_a_new_file_has_its_name_and_language(
    workspace: Workspace, settings: str, file_name: str, given: str, said: tuple[str, str, str]
) -> None:
    if settings:
        workspace.settings_path.write_text(settings, "utf-8")
    found = originals.new_source(workspace, b"Rivers", file_name, "", given)
    assert (found.path.name, found.locale, found.told_by) == said
    assert found.path.parent == workspace.root / "sources"


def test_a_bad_name_or_language_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownLocale):
        originals.new_source(workspace, b"Rivers", "letter.txt", "", "no language")
    with pytest.raises(HostileInput):
        originals.new_source(workspace, b"Rivers", "let\nter.txt", "", "")
    found = originals.new_source(workspace, b"Rivers", "../../up/letter.txt", "", "")
    assert found.path == workspace.root / "sources" / "letter.txt"


def test_a_document_of_another_format_has_the_name_too(workspace: Workspace) -> None:
    put(workspace.root / "sources" / "letter.md", "Rivers")
    source = originals.new_source(workspace, b"Rivers", "letter.txt", "", "")
    with workspace.store.reading() as db, pytest.raises(NotPossible, match=r"letter\.md"):
        originals.check_free(workspace, db, source, b"Rivers")


def test_a_link_leads_nowhere(workspace: Workspace, tmp_path: Path) -> None:
    folder = workspace.root / "sources"
    folder.rmdir()
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    folder.symlink_to(elsewhere)
    with pytest.raises(HostileInput):
        documents.add(workspace, OPERATOR, NOW, data=b"Rivers", file_name="letter.txt")
    assert list(elsewhere.iterdir()) == []


def test_settings_change_in_one_place_only(workspace: Workspace) -> None:
    originals.set_properties(workspace, "letter", DocumentChanges())
    assert not workspace.settings_path.exists()
    workspace.settings_path.write_text("# ours\n", "utf-8")
    originals.set_properties(workspace, "letter", DocumentChanges(title="Letter"))
    said = workspace.settings_path.read_text("utf-8")
    assert said.startswith("# ours\n")
    assert workspace.settings.of("letter").title == "Letter"
    with pytest.raises(BadSettings):
        originals.set_properties(workspace, "letter", DocumentChanges(languages=("??",)))
    assert workspace.settings_path.read_text("utf-8") == said


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        (DocumentChanges(title="x" * 301), LimitExceeded),
        (DocumentChanges(title="x" * 999_990), LimitExceeded),
        (DocumentChanges(title="a\x1bb"), HostileInput),
        (DocumentChanges(title="a\u202eb"), HostileInput),
        (DocumentChanges(tags=tuple(map(str, range(51)))), LimitExceeded),
        (DocumentChanges(tags=("x" * 41,)), LimitExceeded),
        (DocumentChanges(tags=("a\u202eb",)), HostileInput),
        (DocumentChanges(languages=("fr",) * 201), LimitExceeded),
        (DocumentChanges(languages=("fr" + "-abcde" * 6,)), BadSettings),
    ],
    ids=lambda each: "" if isinstance(each, type) else repr(each)[:40],
)
def test_what_is_said_of_a_document_has_an_end(
    workspace: Workspace, changes: DocumentChanges, error: type[UndersignedError]
) -> None:
    with pytest.raises(error) as refusal:
        originals.set_properties(workspace, "letter", changes)
    assert str(workspace.root) not in str(refusal.value)
    assert not workspace.settings_path.exists()


def test_what_is_said_of_a_document_is_tidied(workspace: Workspace) -> None:
    tags = ("appeal", " appeal", "", "b" * 40)
    originals.set_properties(workspace, "letter", DocumentChanges(title=" Our\nletter ", tags=tags))
    own = workspace.settings.of("letter")
    assert (own.title, own.tags) == ("Our letter", ("appeal", "b" * 40))


def test_settings_stay_small_enough_to_be_read(workspace: Workspace) -> None:
    data = b"# " + b"x" * (SETTINGS_BYTES - 40) + b"\n"
    workspace.settings_path.write_bytes(data)
    with pytest.raises(LimitExceeded, match=r"^workspace\.toml: the file is over 1,000,000 bytes"):
        originals.set_properties(workspace, "letter", DocumentChanges(title="x" * 100))
    assert workspace.settings_path.read_bytes() == data
