"""Templates and catalogs of a workspace: read, made, brought up to their sources."""

from pathlib import Path

import pytest

from tests.workspaces import put
from workflow.errors import HostileInput, UnrelatedCatalog
from workflow.exchange.catalogs import read_catalog
from workflow.services import exchange, progress
from workflow.services.documents import Workspace, open_workspace

LETTER = "Open letter\n\nThe school stays.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    put(tmp_path / "workspace.toml", 'source_locale = "en"\nlanguages = ["fr", "ar"]\n')
    put(tmp_path / "sources" / "letter.txt", LETTER)
    return open_workspace(tmp_path)


def test_refresh_writes_once_and_keeps_translations(workspace: Workspace) -> None:
    root = workspace.root
    written = list(exchange.refresh(workspace))
    assert [path.relative_to(root).as_posix() for path in written] == [
        "locales/templates/letter.pot",
        "locales/fr/LC_MESSAGES/letter.po",
        "locales/ar/LC_MESSAGES/letter.po",
    ]
    assert list(exchange.refresh(workspace)) == []
    path = workspace.catalog_path("letter", "fr")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            'msgid "The school stays."\nmsgstr ""', 'msgid "The school stays."\nmsgstr "Oui."'
        ),
        encoding="utf-8",
    )
    put(root / "sources" / "letter.txt", "Another title\n\nThe school stays.\n")
    list(exchange.refresh(workspace))
    catalog = read_catalog(path.read_bytes())
    assert [(entry.key.source, entry.target) for entry in catalog.entries] == [
        ("Another title", ""),
        ("The school stays.", "Oui."),
    ]
    assert exchange.read_target(workspace, "letter", "fr") == catalog
    assert exchange.read_target(workspace, "letter", "ja") is None


def test_target_locales(workspace: Workspace) -> None:
    put(workspace.catalog_path("letter", "pt-BR"), "")
    put(workspace.catalog_path("letter", "fr"), "")
    put(workspace.catalog_path("other", "ja"), "")
    assert exchange.target_locales(workspace, "letter", "en") == ("fr", "ar", "pt-BR")
    assert exchange.target_locales(workspace, "letter", "ar") == ("fr", "pt-BR")


def test_a_small_edit_near_the_limit_keeps_the_cut(workspace: Workspace) -> None:
    sentence = "The mill on the river gave its hall to the library of village {}."
    text = " ".join(sentence.format(number) for number in range(7))
    put(workspace.root / "sources" / "letter.txt", f"{text}\n")
    list(exchange.refresh(workspace))
    put(workspace.root / "sources" / "letter.txt", f"{text} {sentence.format(8)}\n")
    list(exchange.refresh(workspace))
    template = read_catalog(workspace.template_path("letter").read_bytes())
    assert len(template.entries) == 1
    assert list(exchange.refresh(workspace)) == []
    assert progress.report(workspace).findings == ()


def test_a_template_that_cannot_be_read_tells_nothing_of_the_cut(workspace: Workspace) -> None:
    path = put(workspace.template_path("letter"), "this is none")
    assert path in list(exchange.refresh(workspace))


# --- one catalog and one template ----------------------------------------------------------------

PO = 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "The school stays."\nmsgstr "Oui."\n'


def test_merged(tmp_path: Path) -> None:
    old = put(tmp_path / "old.po", PO)
    new = put(tmp_path / "new.pot", PO.replace('"Oui."', '""').replace("stays", "still stays"))
    found = exchange.merged(old, new)
    assert [(entry.flags, entry.target) for entry in found.entries] == [
        (("fuzzy",), "Oui."),
        ((), "Oui."),
    ]


def test_a_catalog_with_translations_is_no_template(tmp_path: Path) -> None:
    old, new = put(tmp_path / "old.po", PO), put(tmp_path / "new.po", PO)
    with pytest.raises(HostileInput, match="Give the template"):
        exchange.merged(old, new)


def test_an_unrelated_template_is_refused(tmp_path: Path) -> None:
    old = put(tmp_path / "old.po", PO)
    new = put(tmp_path / "new.pot", 'msgid ""\nmsgstr ""\n\nmsgid "Rivers"\nmsgstr ""\n')
    with pytest.raises(UnrelatedCatalog):
        exchange.merged(old, new)
    empty = put(tmp_path / "empty.pot", 'msgid ""\nmsgstr ""\n')
    assert exchange.merged(old, empty).entries[0].obsolete
