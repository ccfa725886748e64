"""Many people edit the same units at once: nobody's text is lost, and none is stored twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from sqlalchemy import text

from tests.reliability import editors
from tests.reliability.children import child
from tests.reliability.editors import Answer
from tests.reliability.ground import LOCALE, Ground, Planned, ground, prepare, torn
from workflow.services.translation import Outcome, Saved
from workflow.store import suggestions
from workflow.store.translations import history

HOT, WRITERS = 3, 16
T = TypeVar("T")


def by_threads(folder: Path, times: int) -> list[Answer]:
    with ground(folder) as here:
        return editors.together(here, range(WRITERS), times)


def by_processes(folder: Path, times: int, each: int) -> list[Answer]:
    """Let processes edit, each with so many threads."""
    with ExitStack() as stack:
        started = [
            stack.enter_context(
                child("tests.reliability.editors", folder, times, *range(who, who + each))
            )
            for who in range(0, WRITERS, each)
        ]
        return [editors.read(line) for process in started for line in process.end()]


def breaches(here: Ground, answers: Iterable[Answer]) -> Iterator[str]:
    """Name every law that the answers and the store break."""
    answers = list(answers)
    for unit, name in enumerate(here.units):
        mine = [each for each in answers if each.unit == unit]
        accepted = [each for each in mine if each.outcome is Outcome.SAVED]
        if sorted(each.version for each in accepted) != list(range(1, len(accepted) + 1)):
            yield f"unit {unit}: the accepted saves are no chain"
        if any(each.version != each.seen + 1 for each in accepted):
            yield f"unit {unit}: a save was accepted on a version that was not the newest"
        with here.workspace.store.reading() as db:
            written = {(each.version, each.text) for each in history(db, name, LOCALE)}
            beside = Counter(each.text for each in suggestions.of_unit(db, name, LOCALE))
        if written != {(each.version, each.planned.text) for each in accepted}:
            yield f"unit {unit}: the history is not what was accepted"
        if beside != Counter(each.planned.text for each in mine if each not in accepted):
            yield f"unit {unit}: the suggestions are not the texts that lost"
    stored = tokens(here)
    if len(set(stored)) != len(stored) or len(stored) != len(answers):
        yield "a save is stored more than once, or not at all"


def tokens(here: Ground) -> list[str]:
    """Give the tokens in the store."""
    query = "SELECT token FROM revision UNION ALL SELECT token FROM suggestion"
    with here.workspace.store.reading() as db:
        return list(db.execute(text(query)).scalars())


WAYS: dict[str, Callable[[Path, int], list[Answer]]] = {
    "threads": by_threads,
    "processes": lambda folder, times: by_processes(folder, times, 1),
    "processes of threads": lambda folder, times: by_processes(folder, times, 4),
}
PROFILES = [
    pytest.param("threads", 12),
    pytest.param("processes of threads", 12),
    *(pytest.param(way, 150, marks=pytest.mark.long) for way in WAYS),
]


@pytest.mark.parametrize(("way", "times"), PROFILES)
def test_accepted_saves_are_one_chain_and_no_text_is_lost(
    tmp_path: Path, way: str, times: int
) -> None:
    """Sixteen people read, think and save in three units."""
    prepare(tmp_path / "letters", HOT, WRITERS)
    answers = WAYS[way](tmp_path / "letters", times)
    assert len(answers) == WRITERS * times
    assert {each.outcome for each in answers} == {Outcome.SAVED, Outcome.KEPT}
    with ground(tmp_path / "letters") as here:
        assert list(breaches(here, answers)) == []
        assert torn(here.workspace) == []


def test_a_lost_update_would_be_noticed(tmp_path: Path) -> None:
    prepare(tmp_path / "letters", HOT, WRITERS)
    with ground(tmp_path / "letters") as here:
        first, second = Answer(0, 0, 0, 0, Outcome.SAVED, 1), Answer(1, 0, 0, 0, Outcome.KEPT, 1)
        for each in (first, second):
            here.save(each.planned, 0)
        assert list(breaches(here, [first, second])) == []
        overwritten = Answer(1, 0, 0, 0, Outcome.SAVED, 1)
        assert len(list(breaches(here, [first, overwritten]))) == 3
        assert len(list(breaches(here, [first]))) == 2


# --- a request that comes twice ------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Ground]:
    prepare(tmp_path / "letters", HOT, WRITERS)
    with ground(tmp_path / "letters") as opened:
        yield opened


def at_once(times: int, ask: Callable[[], T]) -> list[T]:
    """Ask from several threads in the same moment."""
    barrier = Barrier(times)

    def begin(_: int) -> T:
        barrier.wait()
        return ask()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(begin, range(times)))


def all_alike(answers: list[Saved]) -> Saved:
    assert len(set(answers)) == 1
    return answers[0]


def test_a_save_that_comes_eight_times_at_once_is_done_once(here: Ground) -> None:
    planned = editors.planned(0, 0, 0)
    answer = all_alike(at_once(8, lambda: here.save(planned, 0)))
    assert (answer.outcome, answer.version) == (Outcome.SAVED, 1)
    assert len(tokens(here)) == 1


def test_a_text_that_lost_is_kept_once_however_often_it_comes(here: Ground) -> None:
    here.save(editors.planned(0, 0, 0), 0)
    late = editors.planned(1, 0, 0)
    answer = all_alike(at_once(8, lambda: here.save(late, 0)))
    assert (answer.outcome, answer.version) == (Outcome.KEPT, 1)
    assert len(tokens(here)) == 2
    with here.workspace.store.reading() as db:
        (kept,) = suggestions.of_unit(db, here.units[0], LOCALE)
    assert (kept.id, kept.text) == (answer.suggestion, late.text)


def test_two_people_who_send_the_same_token_are_two(here: Ground) -> None:
    mine = Planned(0, 0, "Un pont", "token")
    his = Planned(1, 0, "Une passerelle", "token")
    assert here.save(mine, 0).outcome is Outcome.SAVED
    assert here.save(his, 0).outcome is Outcome.KEPT


def test_an_answer_that_was_lost_after_the_commit_is_given_again(tmp_path: Path) -> None:
    """The process ends between the commit and the answer; meanwhile somebody else saves."""
    folder = tmp_path / "letters"
    prepare(folder, HOT, WRITERS)
    with child("tests.reliability.editors", folder, 1, 0) as editing:
        (line,) = editing.end()
    lost = editors.read(line)
    mine = lost.planned
    his = editors.planned(1, 0, lost.unit)
    with ground(folder) as here:
        assert here.save(his, seen=1).version == 2
        again = here.save(mine, seen=0)
        assert (again.outcome, again.version, again.text) == (Outcome.SAVED, 1, mine.text)
        assert here.version(here.units[lost.unit]) == 2
        assert len(tokens(here)) == 2
