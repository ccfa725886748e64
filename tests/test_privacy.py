"""Nothing tells afterwards where somebody came from, and nothing is left of who asked to go."""

from __future__ import annotations

import gc
import json
import logging
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.live import NOW, live
from workflow.access import OPERATOR, Role
from workflow.errors import LinkRefused, TooMany
from workflow.services import documents, exchange, people, translation
from workflow.services.people import Joined
from workflow.services.people.rates import Rates
from workflow.services.workspace import Workspace

ADDRESS, AGENT = "198.51.100.77", "PlantedBrowser/9.9"
NETWORK = "2001:db8:77:77::1"
SOURCE = b"The rivers.\n\nWe ask for clean water.\n"
HOUR = timedelta(hours=1)


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Write down all that anybody logs, and let temporary files lie where we look."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    handler = logging.FileHandler(tmp_path / "everything.log")
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    # One step further it would write down whole rows of the database.
    monkeypatch.setattr(logging.getLogger("sqlalchemy.engine"), "level", logging.INFO)
    yield
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


def found_in(folder: Path, *needles: str) -> dict[str, list[str]]:
    """Say which files have any of these texts in them."""
    found = {}
    for path in sorted([folder, *folder.rglob("*")]):
        if path.is_file():
            data = path.read_bytes()
            hits = [each for each in needles if each.encode() in data]
            if hits:
                found[str(path.relative_to(folder))] = hits
    return found


@dataclass
class Story:
    """Two people at work, and what only they should know."""

    yara: Joined
    samar: Joined
    unit: str
    secrets: list[str]


def tell(workspace: Workspace, rates: Rates) -> Story:
    """Let two people in from a known address, and let them work."""
    documents.add(workspace, OPERATOR, NOW, data=SOURCE, file_name="rivers.txt", languages=("fr",))
    secrets = []
    joined = []
    for number, name in enumerate(("Yara Wintersturm", "Samar Abendrot")):
        where = {"address": (ADDRESS, NETWORK)[number], "rates": rates}
        made = people.invite(workspace, OPERATOR, NOW, role=Role.TRANSLATOR)
        people.peek(workspace, made.link.token, NOW, **where)  # type: ignore[arg-type]
        one = people.join(workspace, made.link.token, NOW, name=name, **where)  # type: ignore[arg-type]
        again = people.come_back(workspace, one.link.token, NOW, **where)  # type: ignore[arg-type]
        people.who(workspace, again, NOW + HOUR)
        renewed = people.renew_link(workspace, one.member, NOW)
        secrets += [made.link.token, one.link.token, one.session, again, renewed.token]
        joined.append(one)
    guess(workspace, rates)
    rows = translation.units(workspace, joined[0].member, NOW, document="rivers", locale="fr")
    units = [each.unit for each in rows]
    for number, one in enumerate(joined):
        save(workspace, one.member, units[number])
    return Story(joined[0], joined[1], units[0], secrets)


def guess(workspace: Workspace, rates: Rates) -> None:
    refused, said = set(), ""
    for verb in (people.come_back, people.peek):
        for where in (ADDRESS, NETWORK, AGENT):
            for _ in range(8):
                try:
                    verb(workspace, f"a guess from {ADDRESS}", NOW, address=where, rates=rates)
                except (LinkRefused, TooMany) as error:
                    refused.add(type(error))
                    said += str(error)
    assert refused == {LinkRefused, TooMany}
    assert ADDRESS not in said


def save(workspace: Workspace, who: str, unit: str) -> None:
    translation.save(
        workspace, who, NOW, unit=unit, locale="fr", text="Un texte.", seen=0, token="a token"
    )
    translation.suggest(workspace, who, NOW, unit=unit, locale="fr", text="Un autre texte.")


def test_where_somebody_came_from_is_written_nowhere(tmp_path: Path, logs: None) -> None:
    rates = Rates()
    with live(tmp_path / "workspace") as workspace:
        story = tell(workspace, rates)
        exchange.sync(workspace, OPERATOR, NOW)
        people.sign_out_everywhere(workspace, story.samar.member, NOW)
        assert found_in(tmp_path / "everything.log", "Wintersturm", "Un texte.") == {}
        needles = (ADDRESS, AGENT, NETWORK, "2001:db8:77:77", *story.secrets)
        assert found_in(tmp_path, *needles) == {}
        assert found_in(tmp_path, "Un texte.").keys() >= {
            "workspace/locales/fr/LC_MESSAGES/rivers.po",
        }
    assert found_in(tmp_path, *needles) == {}
    held = [each for each in gc.get_objects() if isinstance(each, Rates)]
    assert rates in held
    assert not any(ADDRESS in repr(gc.get_referents(each.__dict__, each._asked)) for each in held)


def test_a_planted_address_would_be_found(tmp_path: Path, logs: None) -> None:
    logging.getLogger("somebody").debug("came from %s", ADDRESS)
    with tempfile.NamedTemporaryFile("w", delete=False) as file:
        file.write(AGENT)
    with live(tmp_path / "workspace") as workspace:
        people.first_link(workspace, NOW)
        with workspace.store.writing() as db:
            from workflow.store import audit

            audit.record(db, NOW, OPERATOR, "people.join", NETWORK)
        found = found_in(tmp_path, ADDRESS, AGENT, NETWORK)
    assert found["everything.log"] == [ADDRESS]
    assert {hit for hits in found.values() for hit in hits} == {ADDRESS, AGENT, NETWORK}
    assert any(name.startswith("workspace/.undersigned/") for name in found)


def test_files_that_travel_name_nobody(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        story = tell(workspace, Rates())
        exchange.sync(workspace, OPERATOR, NOW)
        names = ("Wintersturm", "Abendrot", story.yara.member, story.samar.member)
        found = found_in(tmp_path, *names)
        assert {Path(name).parts[0] for name in found} == {".undersigned"}


def test_of_who_asked_to_go_the_tombstone_is_left(tmp_path: Path, logs: None) -> None:
    with live(tmp_path / "workspace") as workspace:
        story = tell(workspace, Rates())
        gone = story.yara.member
        people.change_me(workspace, gone, NOW, credit="Y. Morgenrot", interface_locale="pt-BR")
        translation.draft(
            workspace, gone, NOW, unit=story.unit, locale="fr", text="Un brouillon.", seen=1
        )
        private = ("Wintersturm", "wintersturm", "Morgenrot", "pt-BR", "Un brouillon.")
        assert len(found_in(tmp_path / "workspace", *private)) > 0
        people.erase_me(workspace, gone, NOW)
        assert found_in(tmp_path, *private) == {}
        with workspace.store.reading() as db:
            from workflow.store.personal import all_about

            left = all_about(db, gone)
        kept = {name for name, rows in left.items() if rows}
        assert kept == {"member", "invitation", "translation", "revision", "suggestion", "audit"}
        assert json.dumps(left["member"]) == json.dumps([tombstone(gone)])
        former = [each.id for each in people.members(workspace, OPERATOR, NOW)]
        assert former == [story.samar.member]


def tombstone(member: str) -> dict[str, object]:
    blank = dict.fromkeys(("credit", "interface_locale", "joined", "invited_by", "vouched_by"), "")
    return {"id": member, "name": "", "skeleton": None, "status": "former", **blank}
