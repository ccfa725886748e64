"""Catalogs as files: read, compared with what would replace them, brought up to a template."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspaces import make_workspace, po, put
from workflow.errors import HostileInput, LocaleMismatch, UnrelatedCatalog, WorkspaceError
from workflow.services.files import catalogs as catalog_files
from workflow.services.workspace import Workspace, open_workspace

PO = 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "The school stays."\nmsgstr "Oui."\n'


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    settings = 'source_locale = "en"\nlanguages = ["fr", "ar"]\n'
    return open_workspace(make_workspace(tmp_path, settings))


def test_target_locales(workspace: Workspace) -> None:
    put(workspace.catalog_path("letter", "pt-BR"), "")
    put(workspace.catalog_path("letter", "fr"), "")
    put(workspace.catalog_path("other", "ja"), "")
    assert catalog_files.target_locales(workspace, "letter", "en") == ("fr", "ar", "pt-BR")
    assert catalog_files.target_locales(workspace, "letter", "ar") == ("fr", "pt-BR")


def test_a_folder_called_after_no_language_hides_no_other(workspace: Workspace) -> None:
    put(workspace.root / "locales/old ones/LC_MESSAGES/letter.po", "")
    found, refused = catalog_files.look_at_locales(workspace, "letter", "en")
    assert (found, len(refused)) == (("fr", "ar"), 1)
    with pytest.raises(WorkspaceError, match="old ones"):
        catalog_files.target_locales(workspace, "letter", "en")


def test_a_catalog_is_read_in_the_language_of_its_folder(workspace: Workspace) -> None:
    path = put(workspace.catalog_path("letter", "fr"), po(locale=""))
    found = catalog_files.read_target(workspace, "letter", "fr")
    assert found is not None
    assert found.locale == "fr"
    assert catalog_files.read_target(workspace, "letter", "ja") is None
    put(path, po(locale="de"))
    with pytest.raises(LocaleMismatch):
        catalog_files.read_target(workspace, "letter", "fr")


def test_merged(tmp_path: Path) -> None:
    old = put(tmp_path / "old.po", PO)
    new = put(tmp_path / "new.pot", PO.replace('"Oui."', '""').replace("stays", "still stays"))
    found = catalog_files.merged(old, new)
    assert [(entry.flags, entry.target) for entry in found.entries] == [
        (("fuzzy",), "Oui."),
        ((), "Oui."),
    ]


def test_a_catalog_with_translations_is_no_template(tmp_path: Path) -> None:
    old, new = put(tmp_path / "old.po", PO), put(tmp_path / "new.po", PO)
    with pytest.raises(HostileInput, match="Give the template"):
        catalog_files.merged(old, new)


def test_an_unrelated_template_is_refused(tmp_path: Path) -> None:
    old = put(tmp_path / "old.po", PO)
    new = put(tmp_path / "new.pot", 'msgid ""\nmsgstr ""\n\nmsgid "Rivers"\nmsgstr ""\n')
    with pytest.raises(UnrelatedCatalog):
        catalog_files.merged(old, new)
    empty = put(tmp_path / "empty.pot", 'msgid ""\nmsgstr ""\n')
    assert catalog_files.merged(old, empty).entries[0].obsolete


def test_nothing_precious_is_written_over(tmp_path: Path) -> None:
    made = catalog_files.read_catalog_file(put(tmp_path / "made.po", PO))
    catalog_files.check_output(tmp_path / "new.po", made)
    catalog_files.check_output(put(tmp_path / "same.po", PO), made)
    for name, content in {"other.po": PO.replace("Oui.", "Non."), "letter.txt": "x"}.items():
        with pytest.raises(HostileInput, match="Choose another name"):
            catalog_files.check_output(put(tmp_path / name, content), made)
