"""Finished statements: assembled, exported, written."""

import shutil
from pathlib import Path

import pytest

from tests.cases import ROOT
from workflow.assembly import Policy
from workflow.errors import Incomplete, UnknownDocument
from workflow.exporters import EXPORTERS
from workflow.model import Missing
from workflow.services import documents, publishing
from workflow.services.documents import Workspace, open_workspace


@pytest.fixture
def sample(tmp_path: Path) -> Workspace:
    for name in ("sources", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "workspace.toml", tmp_path)
    return open_workspace(tmp_path)


def test_a_finished_translation_is_assembled(sample: Workspace) -> None:
    target = publishing.assemble(sample, "rivers", "ar", Policy())
    assert (target.name, target.locale, target.source_locale, target.missing) == (
        "rivers",
        "ar",
        "en",
        (),
    )


def test_a_language_nobody_translates_is_all_holes(sample: Workspace) -> None:
    with pytest.raises(Incomplete):
        publishing.assemble(sample, "rivers", "is", Policy())
    target = publishing.assemble(sample, "rivers", "is", Policy(missing=Missing.SOURCE))
    assert target.data == (sample.root / "sources" / "rivers.txt").read_bytes()
    assert len(target.missing) == target.total


def test_an_unknown_document_is_refused(sample: Workspace) -> None:
    with pytest.raises(UnknownDocument):
        publishing.assemble(sample, "river", "ar", Policy())


def test_the_original_is_a_finished_statement(sample: Workspace) -> None:
    source = documents.source_file(sample, "bibliotheques")
    target = publishing.original(source)
    assert (target.data, target.locale, target.missing) == (source.path.read_bytes(), "fr", ())


def test_export_writes_every_form_and_the_same_bytes_each_time(
    sample: Workspace, tmp_path: Path
) -> None:
    target = publishing.assemble(sample, "rivers", "ja", Policy())
    written = publishing.export(target, tmp_path / "made")
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        f"made/ja/rivers{each.suffix}" for each in EXPORTERS
    ]
    before = [path.read_bytes() for path in written]
    assert publishing.export(target, tmp_path / "made") == written
    assert [path.read_bytes() for path in written] == before
