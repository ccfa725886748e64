"""Processes are killed while they save, and no acknowledged save is lost."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.reliability.children import child
from tests.reliability.ground import Ground, ground, plan, prepare, torn
from tests.reliability.ledger import Told, compare, told
from workflow.services.translation import Outcome

UNITS, WRITERS = 40, 4
WRITER = "tests.reliability.writers"


def killed(folder: Path, run: int, random: Random) -> list[str]:
    """Let two processes of two volunteers save; kill one, let the other go on, kill it too."""
    with child(WRITER, folder, run, 0, 1) as first, child(WRITER, folder, run, 2, 3) as second:
        said = second.hear(1) + first.hear(random.randrange(1, 60)) + first.kill()
        assert said, "it could not save at all"
        went_on = second.hear(random.randrange(2, 20))
        assert len(went_on) > 1, "it did not get over the death of the other"
        return said + went_on + second.kill()


def in_flight(here: Ground, run: int, answers: list[Told]) -> list[Told]:
    """Send again, as a page would, what each volunteer was saving when he was cut off."""
    answered = [each.planned.who for each in answers]
    again = []
    for who in range(WRITERS):
        planned = plan(run, who, answered.count(who), len(here.units), len(here.people))
        saved = here.save(planned)
        assert (saved.outcome, saved.text) == (Outcome.SAVED, planned.text)
        assert here.save(planned, seen=0) == saved
        again.append(Told(planned, saved.version))
    return again


@pytest.mark.parametrize("kills", [6, pytest.param(200, marks=pytest.mark.long)])
def test_no_acknowledged_save_is_lost(tmp_path: Path, kills: int) -> None:
    """Two processes die in each round."""
    prepare(tmp_path / "letters", UNITS, WRITERS)
    random, answers = Random(kills), list[Told]()
    for run in range(kills // 2):
        lines = killed(tmp_path / "letters", run, random)
        with ground(tmp_path / "letters") as here:
            assert torn(here.workspace) == []
            new = told(here, run, lines)
            answers += new
            found = compare(here, answers)
            assert (found.lost, found.twice) == ((), ())
            begun = {text.split()[1].split("/")[1] for text in found.unasked}
            assert len(found.unasked) == len(begun) <= WRITERS, "more than one save in flight each"
            answers += in_flight(here, run, new)
            found = compare(here, answers)
            assert (found.lost, found.unasked, found.twice) == ((), (), ())
    assert len(answers) > kills


def test_a_lost_save_would_be_noticed(tmp_path: Path) -> None:
    prepare(tmp_path / "letters", UNITS, WRITERS)
    with ground(tmp_path / "letters") as here:
        first, second = plan(0, 0, 0, UNITS, WRITERS), plan(0, 1, 0, UNITS, WRITERS)
        answer = Told(first, here.save(first).version)
        assert compare(here, [answer]).lost == ()
        assert compare(here, [answer, Told(second, 1)]).lost == (second.text,)
        assert compare(here, [Told(first, 2)]).lost == (first.text,)
        assert compare(here, []).unasked == (first.text,)
