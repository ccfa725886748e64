"""What nobody can do without end, or with values that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live import NOW
from tests.reviewed import FR, Scene, reviewed
from workflow import guard
from workflow.errors import LimitExceeded, NotFound, NotPossible, OutOfDate
from workflow.model import State
from workflow.services import translation
from workflow.services.translation import Outcome, Proposal, Proposed, Saved
from workflow.store import suggestions


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with reviewed(tmp_path) as made:
        yield made


def suggest(scene: Scene, who: str, text: str) -> Proposal:
    return translation.suggest(scene.workspace, who, NOW, unit=scene.unit, locale=FR, text=text)


def suggested(scene: Scene) -> list[str]:
    with scene.workspace.store.reading() as db:
        return [each.text for each in suggestions.of_unit(db, scene.unit, FR)]


def restore(scene: Scene, who: str, version: int, seen: int = 1) -> Saved:
    return translation.restore(
        scene.workspace, who, NOW, unit=scene.unit, locale=FR, seen=seen, version=version
    )


def mark(scene: Scene, who: str, seen: int) -> Saved:
    return translation.mark(scene.workspace, who, NOW, unit=scene.unit, locale=FR, seen=seen)


def test_a_token_that_comes_with_another_text_loses_neither(scene: Scene) -> None:
    first = scene.save(scene.ana, "Un.", seen=0, token="t")
    other = scene.save(scene.ana, "Deux.", seen=0, token="t")
    assert (other.outcome, other.text, other.typed) == (Outcome.KEPT, "Un.", "Deux.")
    assert suggested(scene) == ["Deux."]
    assert scene.save(scene.ana, "Un.", seen=0, token="t") == first
    assert scene.save(scene.ana, "Deux.", seen=0, token="t") == other


def test_nobody_buries_a_paragraph_under_suggestions(scene: Scene) -> None:
    for number in range(guard.OPEN_SUGGESTIONS):
        assert suggest(scene, scene.reader, f"Texte {number}.").outcome is Proposed.SUGGESTED
    with pytest.raises(LimitExceeded, match="20 suggestions"):
        suggest(scene, scene.reader, "Un de trop.")
    assert len(suggested(scene)) == guard.OPEN_SUGGESTIONS
    assert suggest(scene, scene.reader, "Texte 0.").outcome is Proposed.SUGGESTED, "it is there"
    assert suggest(scene, scene.cy, "Le mien.").outcome is Proposed.SUGGESTED


def test_another_space_may_be_suggested_and_stays_whose_words_it_was(scene: Scene) -> None:
    scene.save(scene.ana, "Qui ?")
    made = suggest(scene, scene.reader, "Qui\u00a0?")
    assert made.outcome is Proposed.SUGGESTED
    with scene.workspace.store.reading() as db:
        kept = suggestions.by_id(db, made.suggestion)
    assert kept
    assert kept.author == scene.ana
    assert scene.save(scene.cy, "Qui\u202f?").author == scene.ana


def test_nobody_begins_a_language_that_is_not_wanted(scene: Scene) -> None:
    scene.workspace.settings_path.write_text('languages = ["fr"]')
    asked: dict[str, Any] = {"unit": scene.unit, "locale": "de", "text": "Eins."}
    for verb, more in (
        (translation.save, {"seen": 0, "token": "t"}),
        (translation.draft, {"seen": 0}),
        (translation.suggest, {}),
    ):
        with pytest.raises(NotPossible, match="add that language"):
            verb(scene.workspace, scene.cy, NOW, **asked, **more)
    assert scene.save(scene.cy, "Un.").outcome is Outcome.SAVED


@pytest.mark.parametrize("number", [10**30, -(10**30), -1])
def test_numbers_that_no_version_has_are_refused(scene: Scene, number: int) -> None:
    scene.save(scene.ana, "Un.")
    kept = scene.save(scene.cy, "Deux.", seen=number)
    assert (kept.outcome, suggested(scene)) == (Outcome.KEPT, ["Deux."])
    with pytest.raises(NotFound):
        restore(scene, scene.ana, number)
    with pytest.raises(OutOfDate):
        restore(scene, scene.ana, 1, number)
    with pytest.raises(OutOfDate):
        mark(scene, scene.ana, seen=number)


def test_half_a_character_is_no_wording(scene: Scene) -> None:
    assert scene.save(scene.ana, "Un.", made_from="\ud800").state is State.NEEDS_WORK
