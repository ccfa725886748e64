"""The documents of a workspace: which there are, what language they are in, what they say."""

from pathlib import Path

import pytest

from workflow.errors import (
    BadSettings,
    HostileInput,
    LimitExceeded,
    UnknownDocument,
    UnknownFormat,
    UnreadableSource,
    WorkspaceError,
)
from workflow.services.files import sources
from workflow.services.files.sources import SourceFile
from workflow.services.workspace import Workspace, open_workspace

LETTER = "Open letter\n\nThe school stays.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    put(tmp_path / "workspace.toml", 'source_locale = "en"\nlanguages = ["fr", "ar"]\n')
    put(tmp_path / "sources" / "letter.txt", LETTER)
    return open_workspace(tmp_path)


def put(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_a_folder_with_sources_is_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    assert sources.source_files(open_workspace(tmp_path)) == ()
    assert open_workspace(str(tmp_path)).settings.name == "Workspace"


def test_any_other_folder_is_none(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as refusal:
        open_workspace(tmp_path)
    assert str(refusal.value) == (
        f"{tmp_path}: this is no workspace. "
        "Put your documents into a folder sources/ there, or begin one: `undersigned init`"
    )
    with pytest.raises(WorkspaceError):
        open_workspace(tmp_path, url="sqlite://x")


def test_where_things_lie(workspace: Workspace) -> None:
    assert workspace.template_path("letter") == workspace.root / "locales/templates/letter.pot"
    assert workspace.catalog_path("letter", "zh-Hant") == (
        workspace.root / "locales/zh_Hant/LC_MESSAGES/letter.po"
    )


def test_source_files(workspace: Workspace) -> None:
    folder = workspace.root / "sources"
    put(folder / "appel.ar.txt", "x")
    put(folder / ".hidden", "x")
    (folder / "notes").mkdir()
    last = workspace.template_path
    assert sources.source_files(workspace) == (
        SourceFile("appel", folder / "appel.ar.txt", "ar", "file name", last("appel")),
        SourceFile("letter", folder / "letter.txt", "en", "workspace.toml", last("letter")),
    )
    assert sources.source_file(workspace, "appel").locale == "ar"
    with pytest.raises(UnknownDocument, match=r"called 'leter'\. Did you mean 'letter'"):
        sources.source_file(workspace, "leter")


def test_two_of_one_name_are_refused(workspace: Workspace) -> None:
    put(workspace.root / "sources" / "letter.fr.txt", "x")
    with pytest.raises(BadSettings, match="is called 'letter' too"):
        sources.source_files(workspace)


@pytest.mark.parametrize(
    ("name", "error"),
    [("a.pdf", UnknownFormat), ("A B.txt", BadSettings), ("con.txt", BadSettings)],
)
def test_files_that_no_document_can_be(
    workspace: Workspace, name: str, error: type[Exception]
) -> None:
    put(workspace.root / "sources" / name, "x")
    with pytest.raises(error):
        sources.source_files(workspace)


def test_a_link_is_refused(workspace: Workspace) -> None:
    (workspace.root / "sources" / "other.txt").symlink_to("letter.txt")
    with pytest.raises(HostileInput, match="symbolic link"):
        sources.source_files(workspace)


@pytest.mark.parametrize(
    ("name", "parts"),
    [("letter.ar.txt", ("letter", "ar")), ("letter.PT_br.txt", ("letter", "pt-BR")),
     ("letter.final.txt", ("letter.final", "")), ("letter.txt", ("letter", "")),
     ("a.b.fr.text", ("a.b", "fr")), (".txt", (".txt", ""))],
)  # fmt: skip
def test_split_name(name: str, parts: tuple[str, str]) -> None:
    assert sources.split_name(Path(name)) == parts


def test_told_by_script() -> None:
    assert sources.told_by_script("Библиотека открыта") == ("ru", "script")
    assert sources.told_by_script("Open") == ("en", "default")


def test_read_document(workspace: Workspace) -> None:
    document = sources.read_document(sources.source_file(workspace, "letter"))
    assert (document.name, document.format, document.source_locale) == ("letter", "plaintext", "en")
    assert [unit.key.source for unit in document.units] == ["Open letter", "The school stays."]


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"\xff\xfe", UnreadableSource), (b"a\0", HostileInput), (b"x " * 12_000, LimitExceeded)],
)
def test_a_source_that_is_refused(
    workspace: Workspace, content: bytes, error: type[Exception]
) -> None:
    path = workspace.root / "sources" / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(error):
        sources.read_document(sources.source_file(workspace, "letter"))
