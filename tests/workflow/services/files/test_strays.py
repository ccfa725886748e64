"""What belongs to no document is named, and nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.workspaces import make_workspace, po, put
from workflow.services.files.strays import strays
from workflow.services.workspace import open_workspace

SETTINGS = 'languages = ["fr"]\n[documents.letter]\ntitle = "A letter"\n'


def test_where_all_is_known_nothing_is_said(tmp_path: Path) -> None:
    make_workspace(tmp_path, SETTINGS)
    put(tmp_path / "locales/fr/LC_MESSAGES/letter.po", po())
    put(tmp_path / "locales/templates/letter.pot", po({}))
    assert list(strays(open_workspace(tmp_path), {"letter"})) == []


def test_settings_templates_and_catalogs_of_nobody_are_named(tmp_path: Path) -> None:
    make_workspace(tmp_path, SETTINGS.replace('"fr"', '"fr", "jp"'))
    put(tmp_path / "locales/fr/LC_MESSAGES/letter.po", po())
    put(tmp_path / "locales/templates/letter.pot", po({}))
    said = list(strays(open_workspace(tmp_path), {"appeal"}))
    assert said[0] == "workspace.toml: 'jp' is no language we know. Did you mean ja?"
    assert said[1].startswith("workspace.toml: documents.letter: there is no such document")
    assert [each.partition(": there is no document 'letter'")[0] for each in said[2:]] == [
        str(tmp_path / "locales/fr/LC_MESSAGES/letter.po"),
        str(tmp_path / "locales/templates/letter.pot"),
    ]
