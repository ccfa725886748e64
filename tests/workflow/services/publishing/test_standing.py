"""How far a statement is in each language, by its rule: what is counted is what is put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.cases import tries
from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.assembly import Policy
from workflow.exporters.around import Draft
from workflow.model import Missing, State
from workflow.services import publishing, review, translation
from workflow.services.publishing import Standing
from workflow.services.workspace import Workspace
from workflow.store.ids import new_id

TEXTS = ["The bridge stays.", "It serves us all.", "A lamp at each end.", "Thank you."]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "workspace.toml").write_text('languages = ["fr", "is"]\n', "utf-8")
    with live(tmp_path) as workspace:
        yield workspace


def bring(
    house: Workspace, unit: str, state: State, by: tuple[str, str], text: str = "Texte ici."
) -> None:
    """Bring a paragraph as far as this, from nothing."""
    one, two = by
    if state is State.UNTRANSLATED:
        return
    translation.save(
        house,
        one,
        NOW,
        unit=unit,
        locale="fr",
        text=text,
        seen=0,
        token=new_id(NOW),
        needs_work=state is State.NEEDS_WORK,
    )
    if state is State.REVIEWED:
        review.approve(house, two, NOW, unit=unit, locale="fr", seen=1)


def standing(minimum: State, *counts: int) -> Standing:
    return Standing("fr", False, minimum, sum(counts), *counts)


def test_the_rule_says_what_is_missing() -> None:
    by_review = standing(State.REVIEWED, 0, 0, 2, 3)
    assert (by_review.draft, by_review.is_finished) == (Draft(0, 2), False)
    by_translation = standing(State.TRANSLATED, 0, 0, 2, 3)
    assert (by_translation.draft, by_translation.is_finished) == (None, True)
    assert standing(State.TRANSLATED, 1, 2, 0, 0).draft == Draft(3, 0)
    assert standing(State.REVIEWED, 0, 0, 0, 5).is_finished


def test_what_stands_nowhere_yet_is_nothing_to_read() -> None:
    assert not standing(State.REVIEWED, 5, 0, 0, 0).is_begun
    assert not standing(State.REVIEWED, 4, 1, 0, 0).is_begun
    assert standing(State.REVIEWED, 4, 0, 1, 0).is_begun
    assert standing(State.REVIEWED, 4, 0, 0, 1).is_begun


def test_its_own_language_comes_first_and_is_finished(house: Workspace) -> None:
    put_document(house, TEXTS)
    found = publishing.standing(house, OPERATOR, NOW, document="letter")
    assert [(each.locale, each.is_source, each.is_finished) for each in found] == [
        ("en", True, True),
        ("fr", False, False),
        ("is", False, False),
    ]
    assert [each.is_begun for each in found] == [True, False, False]


@settings(
    max_examples=tries(20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(states=[State.TRANSLATED] * 4, strict=True)
@example(states=[State.TRANSLATED] * 4, strict=False)
@example(states=[State.REVIEWED] * 4, strict=True)
@given(states=st.lists(st.sampled_from(State), min_size=4, max_size=4), strict=st.booleans())
def test_what_is_counted_is_what_is_put_together(
    tmp_path_factory: pytest.TempPathFactory, states: list[State], *, strict: bool
) -> None:
    folder = tmp_path_factory.mktemp("house")
    minimum = "reviewed" if strict else "translated"
    rule = f'languages = ["fr"]\n[publication]\nminimum = "{minimum}"\n'
    (folder / "workspace.toml").write_text(rule, "utf-8")
    with live(folder) as house:
        _, units = put_document(house, TEXTS)
        by = (person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.REVIEWER))
        for unit, state in zip(units, states, strict=True):
            bring(house, unit, state, by)
        found = publishing.standing(house, OPERATOR, NOW, document="letter")[1]
        target = publishing.assemble(
            house,
            OPERATOR,
            NOW,
            document="letter",
            locale="fr",
            policy=Policy(State[minimum.upper()], Missing.SOURCE),
        )
        taken = publishing.take(house, OPERATOR, NOW, document="letter", locale="fr")
        assert found.is_finished == (target.missing == ())
        assert taken.name == ("letter.fr.html" if found.is_finished else "letter.fr.draft.html")
        counted = (found.untranslated, found.needs_work, found.translated, found.reviewed)
        assert counted == tuple(states.count(state) for state in State)
