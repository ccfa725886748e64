"""All languages of a statement in one file."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from tests.workflow.exporters.conftest import Page
from tests.workflow.services.publishing.test_standing import TEXTS, bring
from workflow.access import OPERATOR, Role
from workflow.errors import LimitExceeded, NotFound, TooMany
from workflow.model import Catalog, State
from workflow.services import publishing
from workflow.services.exchange.exporting import template_of
from workflow.services.publishing import packing, verbs
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument

RULE = 'languages = ["fr", "is", "ar"]\n'


def packed(house: Workspace) -> dict[str, bytes]:
    made = publishing.package(house, OPERATOR, NOW, document="letter")
    assert (made.name, made.media_type) == ("letter.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(made.data)) as file:
        return {each: file.read(each) for each in file.namelist()}


def house_of(folder: Path) -> Workspace:
    """Make a house that wants three languages."""
    folder.mkdir()
    (folder / "sources").mkdir()
    (folder / "workspace.toml").write_text(RULE, "utf-8")
    return Workspace(folder)


def fill(house: Workspace, order: list[int]) -> None:
    """Have some paragraphs translated into French and reviewed, in this order."""
    _, units = put_document(house, TEXTS)
    by = (person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.REVIEWER))
    for number in order:
        bring(house, units[number], State.REVIEWED, by, f"Texte {number}")


def test_every_language_has_its_folder_and_the_index_leads_to_all(tmp_path: Path) -> None:
    with house_of(tmp_path / "one") as house:
        fill(house, [0, 1, 2, 3])
        files = packed(house)
    assert sorted(files) == [
        "README.txt",
        "en/letter.html",
        "en/letter.md",
        "en/letter.pot",
        "en/letter.txt",
        "fr/letter.html",
        "fr/letter.md",
        "fr/letter.po",
        "fr/letter.txt",
        "index.html",
    ]
    assert b"letter" not in files["fr/letter.txt"]
    assert b'msgstr "Texte 3"' in files["fr/letter.po"]
    for name in ("index.html", "en/letter.html", "fr/letter.html"):
        for way in Page(files[name].decode()).all("a"):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way["href"]))
            assert target in files, (name, way)
    leads = {way["href"] for way in Page(files["index.html"].decode()).all("a")}
    assert leads == set(files) - {"README.txt", "index.html"}


def test_drafts_are_named_and_linked_as_drafts(tmp_path: Path) -> None:
    with house_of(tmp_path / "one") as house:
        fill(house, [0, 1])
        files = packed(house)
    assert "fr/letter.draft.html" in files
    assert "fr/letter.html" not in files
    assert b'href="../fr/letter.draft.html"' in files["en/letter.html"]
    assert "Draft: this is not the final text." in files["index.html"].decode()
    assert "Brouillon" in files["fr/letter.draft.html"].decode()
    assert "Brouillon" not in files["fr/letter.po"].decode()


def test_the_same_state_gives_the_same_bytes_in_whatever_order_it_came_about(
    tmp_path: Path,
) -> None:
    made = []
    for name, order in (("one", [0, 1, 2]), ("two", [2, 0, 1])):
        with house_of(tmp_path / name) as house:
            fill(house, order)
            made.append(publishing.package(house, OPERATOR, NOW, document="letter"))
            later = NOW.replace(year=NOW.year + 1)
            assert publishing.package(house, OPERATOR, later, document="letter") == made[-1]
    assert made[0] == made[1]


def test_nothing_of_people_and_of_the_clock_gets_in(tmp_path: Path) -> None:
    with house_of(tmp_path / "one") as house:
        fill(house, [0, 1, 2])
        everything = b"\n".join(packed(house).values()).decode()
    assert not re.search(r"\b(Ana|Bo)\b", everything)
    assert str(NOW.year) not in everything


def test_what_is_too_large_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with house_of(tmp_path / "one") as house:
        fill(house, [0])
        monkeypatch.setattr(packing, "PACKED_TEXTS", 7)
        standings = publishing.standing(house, OPERATOR, NOW, document="letter")
        assert not publishing.is_small(standings)
        with pytest.raises(LimitExceeded) as refused:
            publishing.package(house, OPERATOR, NOW, document="letter")
        assert refused.value.unit == publishing.PACKED
        monkeypatch.setattr(packing, "PACKED_TEXTS", 8)
        assert publishing.is_small(standings)
        assert packed(house)


def test_one_is_packed_at_a_time_and_nobody_waits(tmp_path: Path) -> None:
    """Who waits keeps a thread that others need for everything else."""

    def refused(house: Workspace) -> bool:
        try:
            packed(house)
        except TooMany:
            return True
        return False

    with house_of(tmp_path / "one") as house, ThreadPoolExecutor(8) as crowd:
        fill(house, [0])
        with verbs._PACKING:
            asked = [crowd.submit(refused, house) for _ in range(40)]
            done, waiting = wait(asked, timeout=15)
        assert not waiting
        assert all(each.result() for each in done)
        assert packed(house)


def test_the_template_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def counted(db: Db, stored: StoredDocument) -> Catalog:
        made.append(stored.id)
        return template_of(db, stored)

    monkeypatch.setattr(verbs, "template_of", counted)
    with house_of(tmp_path / "one") as house:
        fill(house, [0])
        assert {"en/letter.pot", "fr/letter.po"} <= set(packed(house))
    assert len(made) == 1


def test_a_language_all_of_which_needs_work_has_no_folder(tmp_path: Path) -> None:
    with house_of(tmp_path / "one") as house:
        _, units = put_document(house, TEXTS)
        by = (person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.REVIEWER))
        bring(house, units[0], State.NEEDS_WORK, by)
        assert not any(name.startswith("fr/") for name in packed(house))


def test_a_text_that_fails_does_not_block_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with house_of(tmp_path / "one") as house:
        fill(house, [0])
        with monkeypatch.context() as broken:
            broken.setattr(verbs, "pack", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                packed(house)
        assert packed(house)


def test_readers_take_away_and_strangers_do_not(tmp_path: Path) -> None:
    with live(tmp_path) as house:
        put_document(house, TEXTS)
        reader = person(house, "Lee", Role.READER)
        assert publishing.package(house, reader, NOW, document="letter").data
        nobody = person(house, "Nobody")
        with pytest.raises(NotFound):
            publishing.package(house, nobody, NOW, document="letter")
