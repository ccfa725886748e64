"""A workspace: its settings read again when they change, its store made when first needed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.workspaces import put
from workflow.errors import BadSettings, StoreBroken, WorkspaceError
from workflow.services.workspace import Workspace, open_workspace


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        WorkspaceError, match="folder sources/ there, or begin one: `undersigned in"
    ):
        open_workspace(tmp_path)
    (tmp_path / "sources").mkdir()
    with pytest.raises(WorkspaceError, match="Go one folder up"):
        open_workspace(tmp_path / "sources")


def test_settings_are_read_again_when_they_changed(tmp_path: Path) -> None:
    path = put(tmp_path / "workspace.toml", 'name = "Before"\n')
    workspace = open_workspace(tmp_path)
    assert workspace.settings.name == "Before"
    put(tmp_path / "workspace.toml", 'name = "Afterwards"\n')
    assert workspace.settings.name == "Afterwards"
    path.unlink()
    assert workspace.settings.name == "Workspace"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'name = "Un', "workspace.toml: "),
        (b'name = "\xe9"', "workspace.toml:1: byte 0xE9 is not UTF-8"),
        (b"#" * 1_000_001, "workspace.toml: it is over 1,000,000 bytes"),
    ],
)
def test_what_settings_said_last_is_known_while_they_cannot_be_read(
    tmp_path: Path, data: bytes, said: str
) -> None:
    path = put(tmp_path / "workspace.toml", 'name = "Before"\n')
    workspace, another = open_workspace(tmp_path), Workspace(tmp_path)
    assert workspace.last_settings.name == "Before"
    path.write_bytes(data)
    for each in (workspace, another):
        with pytest.raises(BadSettings, match=said):
            _ = each.settings
    assert workspace.last_settings.name == "Before"
    assert another.last_settings.name == "Workspace"
    put(path, 'name = "Afterwards"\n')
    assert workspace.last_settings.name == "Afterwards"


def test_impossible_settings_are_refused_at_once(tmp_path: Path) -> None:
    put(tmp_path / "workspace.toml", 'nmae = "X"\n')
    with pytest.raises(BadSettings):
        open_workspace(tmp_path)


def test_nothing_is_made_until_the_store_is_needed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    workspace = open_workspace(tmp_path)
    assert not workspace.private.exists()
    with workspace:
        assert workspace.store is workspace.store
        assert (workspace.private / "store.db").is_file()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of POSIX")
def test_the_store_is_for_our_eyes_only_and_not_for_git(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    with Workspace(tmp_path) as workspace:
        made = workspace.store.path
        assert made is not None
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
        assert stat.S_IMODE(workspace.private.stat().st_mode) == 0o700
    assert (workspace.private / ".gitignore").read_text("utf-8") == "*\n"


def test_a_private_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    workspace = open_workspace(tmp_path)
    put(workspace.private, "a file in its place")
    for act in (workspace.make_private, lambda: workspace.store):
        with pytest.raises(StoreBroken, match=r"undersigned: file exists\. Look who may"):
            act()


def test_the_store_may_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    elsewhere = tmp_path / "elsewhere" / "live.db"
    with open_workspace(tmp_path, f"sqlite:///{elsewhere}") as workspace:
        assert workspace.store.path == elsewhere
    assert elsewhere.is_file()
    assert not workspace.private.exists()


def test_where_files_lie(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert workspace.template_path("letter") == tmp_path / "locales/templates/letter.pot"
    path = tmp_path / "locales/zh_Hant_TW/LC_MESSAGES/letter.po"
    assert workspace.catalog_path("letter", "zh-Hant-TW") == path
