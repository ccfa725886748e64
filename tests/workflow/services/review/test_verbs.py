"""A second person reads: approves, corrects, sends back, decides on suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from tests.live import MINUTE, NOW, person, put_document
from tests.reviewed import FR, TEXTS, Scene, reviewed
from workflow.access import OPERATOR, Role
from workflow.errors import (
    FourEyes,
    HostileInput,
    LimitExceeded,
    NotAllowed,
    NotFound,
    NotPossible,
    OutOfDate,
)
from workflow.model import State
from workflow.review import Act
from workflow.services import people, review, translation
from workflow.services.review import WhyNot
from workflow.services.translation import Outcome
from workflow.store import audit
from workflow.store.ids import digest_of
from workflow.store.schema import document as documents
from workflow.store.schema import return_link


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with reviewed(tmp_path) as made:
        yield made


# --- approving ------------------------------------------------------------------------------------


def test_a_second_person_approves(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    done = scene.approve(scene.bo)
    assert (done.state, done.version, done.text) == (State.REVIEWED, 2, "Un.")
    last = scene.last()
    assert (last.act, last.author, last.actor) == (Act.APPROVE, scene.ana, scene.bo)
    assert scene.there().author == scene.ana
    with scene.workspace.store.reading() as db:
        done_last = list(audit.acts(db))[-1]
        assert (done_last.action, done_last.actor) == ("review.approve", scene.bo)
        assert "Un." not in done_last.target + done_last.detail


def test_a_request_that_comes_twice_is_answered_twice(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    assert scene.approve(scene.bo, seen=1) == scene.approve(scene.bo, seen=1)
    assert scene.there().version == 2
    with pytest.raises(OutOfDate):
        scene.approve(scene.cy, seen=1)


def test_only_what_was_read_is_approved(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ana, "Deux.")
    with pytest.raises(OutOfDate) as refused:
        scene.approve(scene.bo, seen=1)
    assert (refused.value.seen, refused.value.now) == (1, 2)
    assert scene.there().state is State.TRANSLATED


def test_what_is_not_there_or_needs_work_is_not_approved(scene: Scene) -> None:
    with pytest.raises(NotPossible):
        scene.approve(scene.bo)
    scene.save(scene.ana, "Un.", needs_work=True)
    with pytest.raises(NotPossible):
        scene.approve(scene.bo)


def test_a_translation_of_another_source_is_not_approved(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.change_source(scene.unit, "The library is closed.")
    with pytest.raises(NotPossible, match="source has changed"):
        scene.approve(scene.bo)
    assert scene.why_not(scene.bo) == WhyNot.OLD_SOURCE


@pytest.mark.parametrize("who", ["ana", "reader"])
def test_whoever_is_no_reviewer_does_not_approve(scene: Scene, who: str) -> None:
    scene.save(scene.ana, "Un.")
    with pytest.raises(NotAllowed, match="takes a reviewer"):
        scene.approve(getattr(scene, who))


def test_an_edit_takes_the_approval_away(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.approve(scene.bo)
    assert scene.save(scene.ana, "Deux.").state is State.TRANSLATED


# --- the roads on which one could approve one's own words -----------------------------------------


def refused(scene: Scene, who: str) -> str:
    """Try to approve by both ways; give the reason for which it was refused."""
    with pytest.raises(FourEyes) as refusal:
        scene.approve(who)
    seen = {scene.unit: scene.there().version}
    done = review.approve_rest(scene.workspace, who, NOW, document="letter", locale=FR, seen=seen)
    assert done.approved == ()
    assert done.skipped[0].why == refusal.value.reason
    assert scene.why_not(who) == refusal.value.reason
    return refusal.value.reason


def test_what_i_typed_when_another_spaced_it_anew(scene: Scene) -> None:
    scene.save(scene.bo, "Qui ?")
    scene.import_("Qui\u00a0?", OPERATOR)
    assert refused(scene, scene.bo) == "own_text"


def test_what_i_typed(scene: Scene) -> None:
    scene.save(scene.bo, "Un.")
    assert refused(scene, scene.bo) == "own_text"
    assert scene.approve(scene.cy).state is State.REVIEWED


def test_my_suggestion_that_another_accepted(scene: Scene) -> None:
    accepted = scene.accept(scene.cy, scene.suggest(scene.bo, "Un."))
    assert (accepted.state, accepted.author) == (State.TRANSLATED, scene.bo)
    assert refused(scene, scene.bo) == "own_text"
    assert scene.approve(scene.cy).state is State.REVIEWED


def test_my_text_that_another_restored(scene: Scene) -> None:
    scene.save(scene.bo, "Un.")
    scene.save(scene.ana, "Deux.")
    translation.restore(
        scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR, seen=2, version=1
    )
    assert refused(scene, scene.bo) == "own_text"


def test_my_text_from_a_catalog_that_names_another(scene: Scene) -> None:
    scene.save(scene.bo, "Un.")
    scene.save(scene.ana, "Deux.")
    scene.import_("Un.", scene.ana)
    assert scene.there().author == scene.ana
    assert refused(scene, scene.bo) == "own_text"
    assert scene.approve(scene.cy).state is State.REVIEWED


def test_the_text_of_another_from_a_catalog_that_names_me(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ana, "Deux.")
    scene.import_("Un.", scene.bo)
    assert refused(scene, scene.bo) == "own_text"


def test_my_text_that_an_accomplice_types_again(scene: Scene) -> None:
    scene.save(scene.bo, "Un.")
    scene.save(scene.ana, "")
    assert scene.save(scene.ana, " Un. ").author == scene.bo
    assert refused(scene, scene.bo) == "own_text"


def test_my_suggestion_that_an_accomplice_types(scene: Scene) -> None:
    scene.suggest(scene.bo, "Un.")
    scene.save(scene.ana, "Un.")
    assert refused(scene, scene.bo) == "own_text"


def test_my_text_that_lost_and_was_accepted(scene: Scene) -> None:
    scene.save(scene.ana, "Deux.")
    kept = scene.save(scene.bo, "Un.", seen=0)
    scene.accept(scene.cy, kept.suggestion)
    assert refused(scene, scene.bo) == "own_text"


def test_the_words_of_whom_i_invited_until_another_vouches(scene: Scene) -> None:
    scene.set_member(scene.ana, invited_by=scene.bo)
    scene.save(scene.ana, "Un.")
    assert refused(scene, scene.bo) == "bound"
    scene.set_member(scene.ana, vouched_by=scene.cy)
    assert scene.approve(scene.bo).state is State.REVIEWED


def test_the_words_of_who_invited_me(scene: Scene) -> None:
    scene.set_member(scene.bo, invited_by=scene.ana)
    scene.save(scene.ana, "Un.")
    assert refused(scene, scene.bo) == "bound"
    assert scene.approve(scene.cy).state is State.REVIEWED


def test_the_words_of_whom_i_made_a_link_for(scene: Scene) -> None:
    row = {"id": "l", "member": scene.ana, "digest": "d", "issued_by": scene.bo, "issued": NOW}
    with scene.workspace.store.writing() as db:
        db.execute(insert(return_link), row)
    scene.save(scene.ana, "Un.")
    approve: dict[str, Any] = {"unit": scene.unit, "locale": FR, "seen": 1}
    tomorrow = NOW + timedelta(hours=25)
    with pytest.raises(FourEyes):  # it can be used still
        review.approve(scene.workspace, scene.bo, tomorrow, **approve)
    people.renew_link(scene.workspace, scene.ana, tomorrow)
    later = tomorrow + timedelta(hours=25)
    done = review.approve(scene.workspace, scene.bo, later, **approve)
    assert done.state is State.REVIEWED


def test_a_correction_with_a_token_that_was_used_is_not_lost(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    first = scene.correct(scene.bo, "Une.", seen=1, token="t")
    other = scene.correct(scene.bo, "Deux.", seen=1, token="t")
    assert (other.outcome, other.text, other.typed) == (Outcome.KEPT, "Une.", "Deux.")
    assert scene.correct(scene.bo, "Une.", seen=1, token="t") == first


@pytest.mark.parametrize("seen", [10**30, -(10**30)])
def test_nothing_is_decided_on_an_impossible_version(scene: Scene, seen: int) -> None:
    scene.save(scene.ana, "Un.")
    made = scene.suggest(scene.reader, "Deux.")
    with pytest.raises(OutOfDate):
        scene.approve(scene.bo, seen=seen)
    with pytest.raises(OutOfDate):
        scene.send_back(scene.bo, seen=seen)
    with pytest.raises(OutOfDate):
        scene.accept(scene.bo, made, seen=seen)
    with pytest.raises(NotFound):
        scene.accept(scene.bo, "\ud800")


def test_a_statement_in_the_archive_is_not_approved(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    with scene.workspace.store.writing() as db:
        db.execute(update(documents).values(status="archived"))
    seen = {scene.unit: 1}
    with pytest.raises(NotPossible, match="in the archive"):
        review.approve_rest(scene.workspace, scene.bo, NOW, document="letter", locale=FR, seen=seen)
    assert scene.there().state is State.TRANSLATED


def test_a_language_that_is_not_wanted_is_not_corrected(scene: Scene) -> None:
    scene.workspace.settings_path.write_text('languages = ["fr"]')
    with pytest.raises(NotPossible, match="add that language"):
        review.correct(
            scene.workspace, scene.bo, NOW, unit=scene.unit, locale="de", seen=3, text="Eins.",
            token="t",
        )  # fmt: skip


# --- "I have read the whole statement" ------------------------------------------------------------


def test_the_rest_is_approved_and_the_exceptions_are_named(scene: Scene) -> None:
    first, second, third = scene.units
    scene.save(scene.ana, "Un.", first)
    scene.save(scene.bo, "Deux.", second)
    done = review.approve_rest(
        scene.workspace,
        scene.bo,
        NOW,
        document="letter",
        locale=FR,
        seen={first: 1, second: 1, third: 0},
    )
    assert done.approved == (first,)
    assert done.skipped == (
        review.Skipped(second, WhyNot.OWN_TEXT),
        review.Skipped(third, WhyNot.NOT_READY),
    )
    assert scene.there(first).state is State.REVIEWED
    assert scene.there(first).author == scene.ana


def test_what_was_not_read_or_has_changed_is_not_approved(scene: Scene) -> None:
    first, second, third = scene.units
    for unit in scene.units:
        scene.save(scene.ana, "Un.", unit)
    scene.save(scene.ana, "Deux.", second)
    scene.change_source(third, "The river is narrow.")
    seen = {second: 1, third: 1}
    done = review.approve_rest(
        scene.workspace, scene.bo, NOW, document="letter", locale=FR, seen=seen
    )
    assert [each.why for each in done.skipped] == [
        WhyNot.NOT_READ,
        WhyNot.CHANGED,
        WhyNot.OLD_SOURCE,
    ]
    assert done.approved == ()
    again = review.approve_rest(
        scene.workspace, scene.bo, NOW, document="letter", locale=FR, seen={first: 1}
    )
    assert again.approved == (first,)


def test_the_rest_of_an_unknown_document_is_not_found(scene: Scene) -> None:
    with pytest.raises(NotFound):
        review.approve_rest(scene.workspace, scene.bo, NOW, document="nil", locale=FR, seen={})
    with pytest.raises(NotAllowed):
        review.approve_rest(scene.workspace, scene.ana, NOW, document="letter", locale=FR, seen={})


# --- correcting -----------------------------------------------------------------------------------


def test_a_correction_is_the_reviewers_and_waits_for_a_second_person(scene: Scene) -> None:
    scene.save(scene.cy, "Un.")
    done = scene.correct(scene.bo, "Une.")
    assert (done.state, done.author, scene.last().act) == (State.TRANSLATED, scene.bo, Act.CORRECT)
    assert refused(scene, scene.bo) == "own_text"
    assert scene.approve(scene.cy).state is State.REVIEWED


def test_a_correction_of_what_changed_meanwhile_is_kept(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.save(scene.ana, "Deux.")
    done = scene.correct(scene.bo, "Une.", seen=1, token="t")
    assert (done.outcome, done.text, done.typed) == (Outcome.KEPT, "Deux.", "Une.")
    assert scene.accept(scene.cy, done.suggestion).author == scene.bo


def test_a_correction_comes_twice_and_is_done_once(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    first = scene.correct(scene.bo, "Une.", seen=1, token="t")
    assert scene.correct(scene.bo, "Une.", seen=1, token="t") == first
    assert scene.there().version == 2


def test_nothing_is_corrected_where_nothing_is(scene: Scene) -> None:
    with pytest.raises(NotPossible, match="no translation to correct"):
        scene.correct(scene.bo, "Un.")
    scene.save(scene.ana, "Un.")
    with pytest.raises(NotPossible, match="empty"):
        scene.correct(scene.bo, "  \n")


# --- sending back ---------------------------------------------------------------------------------


def test_a_reason_reaches_the_translator_until_she_writes_anew(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    assert scene.send_back(scene.bo).state is State.NEEDS_WORK
    (back,) = review.came_back(scene.workspace, scene.ana, NOW)
    assert (back.reason, back.by, back.text, back.version) == ("Too short.", "Bo", "Un.", 2)
    assert (back.document, back.unit, back.source) == ("letter", scene.unit, TEXTS[0])
    said = translation.unit(scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR)
    assert [(each.kind, each.text) for each in said.remarks] == [("reason", "Too short.")]
    assert said.history[0].reason == "Too short."
    assert review.came_back(scene.workspace, scene.bo, NOW) == ()
    scene.save(scene.ana, "Un peu plus.")
    assert review.came_back(scene.workspace, scene.ana, NOW) == ()


def test_the_newest_reason_counts(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.send_back(scene.bo, "Too short.")
    scene.send_back(scene.cy, "And too dry.")
    assert [each.reason for each in review.came_back(scene.workspace, scene.ana, NOW)] == [
        "And too dry."
    ]


def test_a_mark_by_another_comes_back_too(scene: Scene) -> None:
    scene.save(scene.bo, "Un.")
    translation.mark(
        scene.workspace, scene.ana, NOW, unit=scene.unit, locale=FR, seen=1, reason="A gap."
    )
    assert [each.reason for each in review.came_back(scene.workspace, scene.bo, NOW)] == ["A gap."]


def test_sending_back_takes_a_reason(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    with pytest.raises(HostileInput):
        scene.send_back(scene.bo, "  ")
    with pytest.raises(LimitExceeded):
        scene.send_back(scene.bo, "x" * 5001)
    assert scene.there().version == 1


def test_sending_back_twice_and_too_late(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    assert scene.send_back(scene.bo, seen=1) == scene.send_back(scene.bo, seen=1)
    with pytest.raises(OutOfDate):
        scene.send_back(scene.bo, "Another reason.", seen=1)
    assert len(review.came_back(scene.workspace, scene.ana, NOW)) == 1


def test_nothing_is_sent_back_where_nothing_is(scene: Scene) -> None:
    with pytest.raises(NotPossible):
        scene.send_back(scene.bo)


# --- suggestions ----------------------------------------------------------------------------------


def test_accepting_is_not_approving(scene: Scene) -> None:
    scene.save(scene.ana, "Un.")
    scene.approve(scene.bo)
    made = scene.suggest(scene.reader, "Une.")
    done = scene.accept(scene.bo, made, reason="Better.")
    assert (done.state, done.text, done.author) == (State.TRANSLATED, "Une.", scene.reader)
    assert (scene.last().act, scene.last().actor) == (Act.ACCEPT, scene.bo)
    (answer,) = review.answers(scene.workspace, scene.reader, NOW)
    assert (answer.is_accepted, answer.reason, answer.by, answer.text) == (
        True,
        "Better.",
        "Bo",
        "Une.",
    )


def test_a_suggestion_for_another_source_needs_work(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Une.")
    scene.change_source(scene.unit, "The library is closed.")
    done = scene.accept(scene.bo, made)
    assert (done.state, scene.there().source_digest) == (State.NEEDS_WORK, digest_of(TEXTS[0]))


def test_a_rejection_reaches_whoever_suggested(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Une.")
    with pytest.raises(HostileInput):
        review.reject(scene.workspace, scene.bo, NOW, suggestion=made, reason="")
    review.reject(scene.workspace, scene.bo, NOW + MINUTE, suggestion=made, reason="Too free.")
    (answer,) = review.answers(scene.workspace, scene.reader, NOW)
    assert (answer.is_accepted, answer.reason, answer.unit) == (False, "Too free.", scene.unit)
    assert review.answers(scene.workspace, scene.reader, NOW, since=NOW + MINUTE) == ()
    assert review.answers(scene.workspace, scene.bo, NOW) == ()
    assert scene.there().version == 0


def test_a_suggestion_is_decided_on_once(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Une.")
    review.reject(scene.workspace, scene.bo, NOW, suggestion=made, reason="No.")
    with pytest.raises(NotPossible):
        scene.accept(scene.cy, made)
    with pytest.raises(NotPossible):
        review.reject(scene.workspace, scene.cy, NOW, suggestion=made, reason="No.")
    assert scene.there().version == 0


def test_a_suggestion_is_accepted_beside_the_text_that_was_read(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Une.")
    scene.save(scene.ana, "Un.")
    with pytest.raises(OutOfDate):
        scene.accept(scene.bo, made, seen=0)
    assert scene.accept(scene.bo, made).version == 2


def test_a_suggestion_that_is_the_text_by_now_leaves_its_approval(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Une.")
    scene.save(scene.ana, "Une.")
    scene.approve(scene.bo)
    done = scene.accept(scene.cy, made)
    assert (done.outcome, done.state, done.version) == (Outcome.UNCHANGED, State.REVIEWED, 2)


def test_a_hidden_suggestion_answers_as_one_that_is_not_there(scene: Scene) -> None:
    made = scene.suggest(scene.reader, "Une.")
    other, _ = put_document(scene.workspace, ["Another."], name="other")
    eve = person(scene.workspace, "Eve", Role.REVIEWER, document=other)
    said = set()
    for wanted in (made, "nothing"):
        with pytest.raises(NotFound) as hidden:
            scene.accept(eve, wanted)
        said.add(str(hidden.value))
    assert len(said) == 1
    with pytest.raises(NotFound):
        review.reject(scene.workspace, scene.bo, NOW, suggestion="nothing", reason="No.")
    with pytest.raises(NotAllowed):
        review.reject(scene.workspace, scene.ana, NOW, suggestion=made, reason="No.")
