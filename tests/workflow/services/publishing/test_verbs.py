"""Finished statements, put together from what stands in the store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.live import NOW, person
from workflow.access import OPERATOR, Role
from workflow.assembly import Policy
from workflow.errors import Incomplete, NotAllowed, NotFound, UnknownLocale
from workflow.exporters import EXPORTERS
from workflow.model import Missing, State
from workflow.services import exchange, publishing
from workflow.services.workspace import Workspace
from workflow.store import audit


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Workspace]:
    for name in ("sources", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "workspace.toml", tmp_path)
    with Workspace(tmp_path) as workspace:
        exchange.sync(workspace, OPERATOR, NOW, documents=["rivers"])
        yield workspace


def test_a_finished_translation_is_assembled(sample: Workspace) -> None:
    target = publishing.assemble(sample, OPERATOR, NOW, document="rivers", locale="AR")
    found = (target.name, target.locale, target.source_locale, target.missing)
    assert found == ("rivers", "ar", "en", ())


def test_the_workspace_says_what_is_good_enough(sample: Workspace) -> None:
    settings = sample.settings_path.read_text("utf-8").replace('"translated"', '"reviewed"')
    sample.settings_path.write_text(settings + "\n", "utf-8")
    with pytest.raises(Incomplete):
        publishing.assemble(sample, OPERATOR, NOW, document="rivers", locale="ar")
    policy = Policy(State.TRANSLATED)
    target = publishing.assemble(
        sample, OPERATOR, NOW, document="rivers", locale="ar", policy=policy
    )
    assert target.missing == ()


def test_a_language_nobody_translates_is_all_holes(sample: Workspace) -> None:
    with pytest.raises(Incomplete):
        publishing.assemble(sample, OPERATOR, NOW, document="rivers", locale="is")
    policy = Policy(missing=Missing.SOURCE)
    target = publishing.assemble(
        sample, OPERATOR, NOW, document="rivers", locale="is", policy=policy
    )
    assert target.data == (sample.root / "sources" / "rivers.txt").read_bytes()
    assert len(target.missing) == target.total


def test_in_its_own_language_it_is_the_released_text(sample: Workspace) -> None:
    source = sample.root / "sources" / "rivers.txt"
    before = source.read_bytes()
    source.write_bytes(b"Something else.\n")
    target = publishing.assemble(sample, OPERATOR, NOW, document="rivers", locale="en")
    assert (target.data, target.missing) == (before, ())


def test_what_nobody_knows_is_refused(sample: Workspace) -> None:
    with pytest.raises(NotFound):
        publishing.assemble(sample, OPERATOR, NOW, document="river", locale="ar")
    with pytest.raises(UnknownLocale):
        publishing.assemble(sample, OPERATOR, NOW, document="rivers", locale="a r")


def test_readers_assemble_and_coordinators_export(sample: Workspace, tmp_path: Path) -> None:
    ana = person(sample, "Ana", Role.READER)
    assert publishing.assemble(sample, ana, NOW, document="rivers", locale="ja").missing == ()
    with pytest.raises(NotAllowed):
        publishing.export(
            sample, ana, NOW, document="rivers", locale="ja", folder=tmp_path / "made"
        )
    assert not (tmp_path / "made").exists()


def test_export_writes_every_form_and_says_so(sample: Workspace, tmp_path: Path) -> None:
    written = publishing.export(
        sample, OPERATOR, NOW, document="rivers", locale="ja", folder=tmp_path / "made"
    )
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        f"made/ja/rivers{each.suffix}" for each in EXPORTERS
    ]
    with sample.store.reading() as db:
        last = list(audit.acts(db))[-1]
    assert (last.action, last.actor, last.target[-3:]) == ("publishing.export", OPERATOR, ":ja")
