"""Finished statements as values and as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.workspaces import LETTRE, make_workspace, po
from workflow.assembly import Policy
from workflow.errors import UnknownName
from workflow.exchange.catalogs import read_catalog
from workflow.exporters import EXPORTERS, Exporter
from workflow.model import Missing
from workflow.services.files import sources
from workflow.services.files.finishing import assembled, finished, original, write_forms
from workflow.services.workspace import open_workspace


def test_the_original_is_a_finished_statement() -> None:
    source = sources.source_file(open_workspace(ROOT), "bibliotheques")
    target = original(sources.read_document(source))
    assert (target.data, target.locale, target.missing) == (source.path.read_bytes(), "fr", ())


def test_a_document_is_assembled_from_a_catalog_or_from_none(tmp_path: Path) -> None:
    source = sources.source_file(open_workspace(make_workspace(tmp_path)), "letter")
    document = sources.read_document(source)
    target = assembled(document, read_catalog(po().encode()), "fr", Policy())
    assert (target.data.decode(), target.missing) == (LETTRE, ())
    target = assembled(document, None, "fr", Policy(missing=Missing.SOURCE))
    assert target.data == source.path.read_bytes()
    assert len(target.missing) == target.total


def test_every_form_is_written_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    source = sources.source_file(open_workspace(make_workspace(tmp_path)), "letter")
    target = original(sources.read_document(source))
    written = write_forms(target, tmp_path / "made")
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        f"made/en/letter{each.suffix}" for each in EXPORTERS
    ]
    before = [path.read_bytes() for path in written]
    assert write_forms(target, tmp_path / "made") == written
    assert [path.read_bytes() for path in written] == before
    few = write_forms(target, tmp_path / "few", ["webpage"])
    assert [path.name for path in few] == ["letter.html"]
    with pytest.raises(UnknownName):
        write_forms(target, tmp_path / "none", ["webpage", "webpages"])
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda each: each.name)
def test_one_form_for_download(tmp_path: Path, exporter: Exporter) -> None:
    source = sources.source_file(open_workspace(make_workspace(tmp_path)), "letter")
    target = original(sources.read_document(source))
    made = finished(target, exporter.name)
    assert made.name == f"letter.en{exporter.suffix}"
    assert (made.media_type, made.data) == (exporter.media_type, exporter.export(target))


def test_there_is_no_such_form(tmp_path: Path) -> None:
    source = sources.source_file(open_workspace(make_workspace(tmp_path)), "letter")
    with pytest.raises(UnknownName):
        finished(original(sources.read_document(source)), "papyrus")
