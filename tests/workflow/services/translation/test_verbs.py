"""What a volunteer does to one paragraph: save, suggest, restore, mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import (
    HostileInput,
    LimitExceeded,
    NotAllowed,
    NotFound,
    NotPossible,
    OutOfDate,
    UnknownLocale,
)
from workflow.model import EMPTY_ON_PURPOSE, State
from workflow.review import Act
from workflow.services import review, translation
from workflow.services.translation import Outcome, Proposal, Proposed, Saved
from workflow.services.workspace import Workspace
from workflow.store import audit, suggestions
from workflow.store.ids import digest_of, new_id
from workflow.store.schema import source_text
from workflow.store.schema import unit as units
from workflow.store.translations import Current, Written, add_revision, current
from workflow.store.translations import history as revisions

FR = "fr"
SOURCE = "The library is open."
NEWER = "The library is open on Sundays."


@dataclass(frozen=True)
class Scene:
    """A document of one paragraph, two translators, a reviewer and a reader."""

    workspace: Workspace
    unit: str
    ana: str
    ben: str
    bo: str
    reader: str

    def save(self, who: str, text: str, **more: Any) -> Saved:
        asked: dict[str, Any] = {
            "unit": self.unit,
            "locale": FR,
            "seen": self.there().version,
            "token": new_id(NOW),
            **more,
        }
        return translation.save(self.workspace, who, NOW, text=text, **asked)

    def suggest(self, who: str, text: str) -> Proposal:
        return translation.suggest(self.workspace, who, NOW, unit=self.unit, locale=FR, text=text)

    def restore(self, who: str, version: int, seen: int | None = None) -> Saved:
        at = self.there().version if seen is None else seen
        return translation.restore(
            self.workspace, who, NOW, unit=self.unit, locale=FR, seen=at, version=version
        )

    def mark(self, who: str, **more: Any) -> Saved:
        asked: dict[str, Any] = {"seen": self.there().version, **more}
        return translation.mark(
            self.workspace,
            who,
            NOW,
            unit=self.unit,
            locale=FR,
            **asked,
        )

    def there(self) -> Current:
        with self.workspace.store.reading() as db:
            return current(db, self.unit, FR)

    def history(self) -> tuple[Written, ...]:
        with self.workspace.store.reading() as db:
            return revisions(db, self.unit, FR)

    def suggested(self) -> list[str]:
        with self.workspace.store.reading() as db:
            return [each.text for each in suggestions.of_unit(db, self.unit, FR)]

    def change_source(self, text: str) -> None:
        with self.workspace.store.writing() as db:
            values = {"source": text, "source_digest": digest_of(text)}
            db.execute(update(units).where(units.c.id == self.unit).values(**values))
            row = {"unit": self.unit, "digest": digest_of(text), "source": text, "since": 2}
            db.execute(insert(source_text), row)

    def acts(self) -> list[str]:
        with self.workspace.store.reading() as db:
            return [each.action for each in audit.acts(db)]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with live(tmp_path) as workspace:
        _, (unit,) = put_document(workspace, [SOURCE])
        yield Scene(
            workspace,
            unit,
            ana=person(workspace, "Ana", Role.TRANSLATOR, locale=FR),
            ben=person(workspace, "Ben", Role.TRANSLATOR),
            bo=person(workspace, "Bo", Role.REVIEWER),
            reader=person(workspace, "Dee", Role.READER),
        )


# --- saving --------------------------------------------------------------------------------------


def test_what_is_saved_is_there(scene: Scene) -> None:
    saved = scene.save(scene.ana, " Un. \r\n")
    assert saved == Saved(Outcome.SAVED, 1, "Un.", State.TRANSLATED, "Un.", author=scene.ana)
    (only,) = scene.history()
    assert (only.act, only.author, only.actor, only.source_digest) == (
        Act.SAVE,
        scene.ana,
        scene.ana,
        digest_of(SOURCE),
    )
    assert scene.acts() == ["translation.save"]


def test_a_tag_is_written_in_one_way(scene: Scene) -> None:
    scene.save(scene.ben, "Um.", locale="PT_br")
    with scene.workspace.store.reading() as db:
        assert current(db, scene.unit, "pt-BR").text == "Um."
    with pytest.raises(UnknownLocale):
        scene.save(scene.ben, "Un.", locale="../fr")


def test_a_request_that_comes_twice_is_done_once(scene: Scene) -> None:
    first = scene.save(scene.ana, "Un.", seen=0, token="t")
    scene.save(scene.ben, "Deux.")
    assert scene.save(scene.ana, "Un.", seen=0, token="t") == first
    assert len(scene.history()) == 2
    assert scene.save(scene.ben, "Trois.", token="t").version == 3  # his own token


def test_a_request_that_lost_is_answered_the_same_way_again(scene: Scene) -> None:
    scene.save(scene.ben, "Deux.")
    kept = scene.save(scene.ana, "Un.", seen=0, token="t")
    assert kept.outcome is Outcome.KEPT
    assert scene.save(scene.ana, "Un.", seen=0, token="t") == kept


def test_the_text_that_came_second_is_kept_beside_the_first(scene: Scene) -> None:
    scene.save(scene.ben, "Deux.", seen=0)
    kept = scene.save(scene.ana, "Un.", seen=0)
    assert (kept.outcome, kept.text, kept.typed, kept.author, kept.version) == (
        Outcome.KEPT,
        "Deux.",
        "Un.",
        scene.ben,
        1,
    )
    assert scene.suggested() == ["Un."]
    with scene.workspace.store.reading() as db:
        found = suggestions.by_id(db, kept.suggestion)
    assert found
    assert (found.author, found.origin, found.status) == (scene.ana, "conflict", "open")


def test_the_same_text_by_two_is_no_conflict(scene: Scene) -> None:
    scene.save(scene.ben, "Un.", seen=0)
    assert scene.save(scene.ana, "Un.", seen=0).outcome is Outcome.UNCHANGED
    assert scene.there().author == scene.ben
    assert scene.suggested() == []


def test_a_text_that_was_taken_away_too_late_is_kept_and_nothing_is_suggested(
    scene: Scene,
) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ben, "Deux.")
    kept = scene.save(scene.ana, "", seen=1)
    assert (kept.outcome, kept.suggestion, kept.text) == (Outcome.KEPT, "", "Deux.")
    assert scene.suggested() == []


def test_an_approval_meanwhile_is_in_nobodys_way(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    review.approve(scene.workspace, scene.bo, NOW, unit=scene.unit, locale=FR, seen=1)
    saved = scene.save(scene.ana, "Une.", seen=1)
    assert (saved.outcome, saved.version, saved.state) == (Outcome.SAVED, 3, State.TRANSLATED)


def test_saving_the_same_text_leaves_its_approval(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    review.approve(scene.workspace, scene.bo, NOW, unit=scene.unit, locale=FR, seen=1)
    assert scene.save(scene.ana, "Un.").outcome is Outcome.UNCHANGED
    assert scene.there().state is State.REVIEWED


def test_doubts_are_said_and_withdrawn(scene: Scene) -> None:
    assert scene.save(scene.ana, "Un.", needs_work=True).state is State.NEEDS_WORK
    assert scene.save(scene.ana, "Un.").state is State.TRANSLATED
    assert scene.save(scene.ben, "Un.", needs_work=True).state is State.NEEDS_WORK
    assert scene.there().author == scene.ana


def test_an_empty_text_takes_the_translation_away_and_its_history_stays(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    gone = scene.save(scene.ben, "  ")
    assert (gone.text, gone.state, scene.there().text) == ("", State.UNTRANSLATED, "")
    assert "Un." in [each.text for each in scene.history()]
    assert scene.save(scene.ana, EMPTY_ON_PURPOSE).state is State.TRANSLATED


def test_nobody_owns_an_empty_text(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ana, "")
    scene.save(scene.ana, "Un.")
    assert scene.save(scene.ben, "").author == scene.ben


def test_a_text_made_from_an_older_source_needs_work(scene: Scene) -> None:
    scene.change_source(NEWER)
    saved = scene.save(scene.ana, "Un.", made_from=digest_of(SOURCE))
    assert saved.state is State.NEEDS_WORK
    assert scene.there().source_digest == digest_of(SOURCE)
    assert scene.save(scene.ana, "Un.", made_from=digest_of(NEWER)).state is State.TRANSLATED
    assert scene.there().source_digest == digest_of(NEWER)


def test_an_older_view_does_not_make_a_text_older(scene: Scene) -> None:
    scene.change_source(NEWER)
    scene.save(scene.ben, "Un.")
    again = scene.save(scene.ana, "Un.", seen=0, made_from=digest_of(SOURCE))
    assert (again.outcome, again.state) == (Outcome.UNCHANGED, State.TRANSLATED)


def test_a_text_from_a_source_that_never_was_is_taken_and_needs_work(scene: Scene) -> None:
    saved = scene.save(scene.ana, "Un.", made_from="f" * 64)
    assert saved.state is State.NEEDS_WORK
    assert scene.there().source_digest == digest_of(SOURCE)


def test_a_newer_source_is_worth_a_revision_of_the_same_text(scene: Scene) -> None:
    scene.save(scene.ben, "Zéro.")
    scene.save(scene.ben, "Un.")
    scene.change_source(NEWER)
    saved = scene.save(scene.ana, "Un.", seen=1)
    assert (saved.outcome, saved.version, saved.author) == (Outcome.SAVED, 3, scene.ben)
    assert scene.there().source_digest == digest_of(NEWER)


def test_whatever_is_refused_changes_nothing(scene: Scene) -> None:
    with pytest.raises(LimitExceeded):
        scene.save(scene.ana, "x" * 20_001)
    with pytest.raises(HostileInput):
        scene.save(scene.ana, "abc\u202edef")
    with pytest.raises(NotAllowed):
        scene.save(scene.ana, "Un.", locale="ar")
    with pytest.raises(NotAllowed):
        scene.save(scene.reader, "Un.")
    with pytest.raises(NotAllowed):
        scene.save(OPERATOR, "Un.")
    with pytest.raises(NotFound):
        scene.save(scene.ben, "Un.", unit="nothing")
    assert scene.history() == ()
    assert scene.acts() == []


def test_a_save_ends_the_draft(scene: Scene) -> None:
    translation.draft(scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR, text="U", seen=0)
    scene.save(scene.ana, "Un.")
    assert translation.drafts(scene.workspace, scene.ana, NOW) == ()


# --- suggesting ----------------------------------------------------------------------------------


def test_a_reader_suggests(scene: Scene) -> None:
    done = scene.suggest(scene.reader, "Un.")
    assert done.outcome is Proposed.SUGGESTED
    assert scene.there().version == 0
    paragraph = translation.unit(scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR)
    (each,) = paragraph.suggestions
    assert (each.id, each.text, each.author, each.is_mine) == (
        done.suggestion,
        "Un.",
        "Dee",
        False,
    )
    assert scene.suggest(scene.reader, "Un.") == done
    assert scene.suggested() == ["Un."]
    assert scene.acts() == ["translation.suggest"]


def test_a_suggestion_ends_the_draft_that_says_the_same(scene: Scene) -> None:
    for typed, left in (("Un. ", []), ("Une.", ["Une."])):
        translation.draft(
            scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR, text=typed, seen=0
        )
        scene.suggest(scene.ana, f"Un{'.' * (1 + len(left))}")
        found = translation.drafts(scene.workspace, scene.ana, NOW)
        assert [each.text for each in found] == left


def test_empty_equal_and_known_texts_make_no_suggestion(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ana, "Deux.")
    for nothing in ("", " ", "   ", " \n", "\t", "\u00a0", "\u3000"):
        assert scene.suggest(scene.reader, nothing) == Proposal(Proposed.EMPTY)
    assert scene.suggest(scene.reader, "Deux. ").outcome is Proposed.EQUAL
    assert scene.suggest(scene.reader, "Un.") == Proposal(Proposed.KNOWN)
    made = scene.suggest(scene.reader, "Trois.").suggestion
    assert scene.suggest(scene.ben, "Trois.") == Proposal(Proposed.KNOWN, made)
    review.reject(scene.workspace, scene.bo, NOW, suggestion=made, reason="No.")
    assert scene.suggest(scene.reader, "Trois.") == Proposal(Proposed.KNOWN, made)
    assert scene.suggested() == ["Trois."]


def test_a_suggestion_knows_its_source(scene: Scene) -> None:
    scene.suggest(scene.reader, "Un.")
    scene.change_source(NEWER)
    paragraph = translation.unit(scene.workspace, scene.reader, NOW, unit=scene.unit, locale=FR)
    assert [(each.source_changed, each.made_from) for each in paragraph.suggestions] == [
        (True, SOURCE)
    ]


def test_a_text_that_lost_again_is_suggested_for_the_source_of_now(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Un.").suggestion
    review.reject(scene.workspace, scene.bo, NOW, suggestion=made, reason="No.")
    scene.change_source(NEWER)
    scene.save(scene.ben, "Deux.")
    kept = scene.save(scene.ana, "Un.", seen=0)
    assert kept.suggestion == made
    done = review.accept(scene.workspace, scene.bo, NOW, suggestion=made, seen=1)
    assert (done.state, done.author) == (State.TRANSLATED, scene.reader)


# --- restoring -----------------------------------------------------------------------------------


def test_an_earlier_text_is_taken_up_again(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ben, "Deux.")
    done = scene.restore(scene.ben, 1)
    assert (done.text, done.state, done.author, done.version) == (
        "Un.",
        State.TRANSLATED,
        scene.ana,
        3,
    )
    assert (scene.history()[0].act, scene.history()[0].actor) == (Act.RESTORE, scene.ben)


def test_a_text_of_another_source_is_restored_and_needs_work(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.change_source(NEWER)
    scene.save(scene.ben, "Deux.")
    assert scene.restore(scene.ben, 1).state is State.NEEDS_WORK
    assert scene.there().source_digest == digest_of(SOURCE)


def test_a_text_for_which_a_typo_was_mended_is_good_again(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.change_source(NEWER)
    first = scene.history()[0]
    with scene.workspace.store.writing() as db:
        add_revision(
            db,
            Written(
                unit=scene.unit,
                locale=FR,
                version=2,
                text="Un.",
                state=State.TRANSLATED,
                act=Act.TYPO,
                author=first.author,
                actor=OPERATOR,
                source_digest=digest_of(NEWER),
                at=NOW + MINUTE,
            ),
        )
    scene.save(scene.ben, "Deux.")
    assert scene.restore(scene.ben, 1).state is State.TRANSLATED


def test_restoring_what_stands_changes_nothing(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    review.approve(scene.workspace, scene.bo, NOW, unit=scene.unit, locale=FR, seen=1)
    done = scene.restore(scene.ana, 1)
    assert (done.outcome, done.state, done.version) == (Outcome.UNCHANGED, State.REVIEWED, 2)


def test_nothing_is_restored_over_what_was_not_seen(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ben, "Deux.")
    with pytest.raises(OutOfDate):
        scene.restore(scene.ana, 1, seen=1)
    with pytest.raises(NotFound):
        scene.restore(scene.ana, 7)
    assert scene.suggested() == []


# --- marking -------------------------------------------------------------------------------------


def test_a_text_is_marked_with_a_reason(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    done = scene.mark(scene.ben, reason="The Sunday is missing.")
    assert (done.state, done.text, done.author) == (State.NEEDS_WORK, "Un.", scene.ana)
    assert (scene.history()[0].act, scene.history()[0].note) == (
        Act.MARK,
        "The Sunday is missing.",
    )
    paragraph = translation.unit(scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR)
    assert [(each.kind, each.author) for each in paragraph.remarks] == [("reason", "Ben")]


def test_a_mark_without_a_reason_says_nothing(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    assert scene.mark(scene.ben).state is State.NEEDS_WORK
    assert scene.mark(scene.ana).outcome is Outcome.UNCHANGED
    assert len(scene.history()) == 2
    assert scene.mark(scene.ana, reason="A gap.").version == 3


def test_a_mark_takes_a_translation_and_the_one_that_was_seen(scene: Scene) -> None:
    with pytest.raises(NotPossible):
        scene.mark(scene.ana)
    scene.save(scene.ana, "Un.")
    with pytest.raises(OutOfDate):
        scene.mark(scene.ana, seen=0)
    with pytest.raises(NotAllowed):
        scene.mark(scene.reader)
