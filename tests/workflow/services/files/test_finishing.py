"""Finished statements as values and as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.workspaces import LETTRE, make_workspace, po
from workflow.assembly import Policy
from workflow.errors import UnknownName
from workflow.exchange.catalogs import read_catalog
from workflow.exporters import EXPORTERS
from workflow.model import Missing
from workflow.services.files import sources
from workflow.services.files.finishing import assembled, original, write_forms
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
