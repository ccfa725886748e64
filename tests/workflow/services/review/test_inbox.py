"""What waits for somebody: in which documents, in which order, beside what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from tests.live import NOW, give, live, person, put_document
from workflow.access import Role
from workflow.errors import NotAllowed, NotFound, UnknownLocale
from workflow.model import State
from workflow.services import review, translation
from workflow.services.review.inbox import Eyes, WhyNot
from workflow.services.workspace import Workspace
from workflow.store.ids import new_id
from workflow.store.schema import document as documents
from workflow.store.schema import role_grant
from workflow.store.translations import current

FR = "fr"


@dataclass(frozen=True)
class Scene:
    """Two documents, a translator and a reviewer of one of them."""

    workspace: Workspace
    letter: str
    appeal: str
    units: list[str]
    ana: str
    bo: str

    def save(self, unit: str, text: str, who: str = "", locale: str = FR) -> None:
        with self.workspace.store.reading() as db:
            seen = current(db, unit, locale).version
        translation.save(
            self.workspace,
            who or self.ana,
            NOW,
            unit=unit,
            locale=locale,
            text=text,
            seen=seen,
            token=new_id(NOW),
        )

    def queue(self, who: str = "", document: str = "", locale: str = FR) -> list[str]:
        found = review.queue(self.workspace, who or self.bo, NOW, locale=locale, document=document)
        assert all(each.row.state is State.TRANSLATED for each in found)
        return [each.row.text for each in found]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with live(tmp_path) as workspace:
        letter, first = put_document(workspace, ["One.", "Two."])
        appeal, second = put_document(workspace, ["Three."], name="appeal")
        yield Scene(
            workspace,
            letter,
            appeal,
            [*first, *second],
            ana=person(workspace, "Ana", Role.TRANSLATOR),
            bo=person(workspace, "Bo", Role.REVIEWER, document=letter, locale=FR),
        )


def test_what_is_translated_waits_in_the_order_of_the_documents(scene: Scene) -> None:
    give(scene.workspace, scene.bo, Role.REVIEWER)
    for unit, text in zip(reversed(scene.units), ["Trois.", "Deux.", "Un."], strict=True):
        scene.save(unit, text)
    assert scene.queue() == ["Trois.", "Un.", "Deux."]  # the appeal comes before the letter
    assert scene.queue(document="letter") == ["Un.", "Deux."]
    review.approve(scene.workspace, scene.bo, NOW, unit=scene.units[0], locale=FR, seen=1)
    assert scene.queue(document="letter") == ["Deux."]


def test_only_what_one_reviews_waits(scene: Scene) -> None:
    for unit in scene.units:
        scene.save(unit, "Un.")
        scene.save(unit, "Eins.", locale="de")
    assert scene.queue() == ["Un.", "Un."]
    with pytest.raises(NotFound):
        scene.queue(document="appeal")
    with pytest.raises(NotFound):
        scene.queue(document="nothing")
    with pytest.raises(NotAllowed):
        scene.queue(locale="de")
    with pytest.raises(UnknownLocale):
        scene.queue(locale="")
    with pytest.raises(NotAllowed):
        scene.queue(scene.ana)


def test_what_is_archived_does_not_wait(scene: Scene) -> None:
    scene.save(scene.units[0], "Un.")
    review.send_back(
        scene.workspace, scene.bo, NOW, unit=scene.units[0], locale=FR, seen=1, reason="No."
    )
    scene.save(scene.units[1], "Deux.")
    with scene.workspace.store.writing() as db:
        db.execute(update(documents).values(status="archived"))
    assert scene.queue() == []
    assert review.came_back(scene.workspace, scene.ana, NOW) == ()


def test_the_differences_are_to_what_was_approved_last(scene: Scene) -> None:
    unit = scene.units[0]
    scene.save(unit, "Un.")
    first = review.queue(scene.workspace, scene.bo, NOW, locale=FR)[0]
    assert (first.reviewed_text, first.document) == ("", "letter")
    review.approve(scene.workspace, scene.bo, NOW, unit=unit, locale=FR, seen=1)
    scene.save(unit, "Une.")
    scene.save(unit, "Une seule.")
    translation.suggest(scene.workspace, scene.ana, NOW, unit=unit, locale=FR, text="Rien.")
    again = review.queue(scene.workspace, scene.bo, NOW, locale=FR)[0]
    assert (again.reviewed_text, again.row.text, again.row.suggestions) == ("Un.", "Une seule.", 1)
    assert again.can_approve


def test_ones_own_text_waits_for_a_second_person(scene: Scene) -> None:
    scene.save(scene.units[0], "Un.", scene.bo)
    waiting = review.queue(scene.workspace, scene.bo, NOW, locale=FR)[0]
    assert (waiting.why_not, waiting.row.is_waiting_for_second) == (WhyNot.OWN_TEXT, True)


def test_whoever_left_reads_neither_reasons_nor_answers(scene: Scene) -> None:
    unit = scene.units[0]
    scene.save(unit, "Un.")
    made = translation.suggest(
        scene.workspace, scene.ana, NOW, unit=unit, locale=FR, text="Rien."
    ).suggestion
    review.reject(scene.workspace, scene.bo, NOW, suggestion=made, reason="No.")
    review.send_back(scene.workspace, scene.bo, NOW, unit=unit, locale=FR, seen=1, reason="No.")
    assert len(review.came_back(scene.workspace, scene.ana, NOW)) == 1
    assert len(review.answers(scene.workspace, scene.ana, NOW)) == 1
    with scene.workspace.store.writing() as db:
        db.execute(delete(role_grant).where(role_grant.c.member == scene.ana))
    assert review.came_back(scene.workspace, scene.ana, NOW) == ()
    assert review.answers(scene.workspace, scene.ana, NOW) == ()


def test_two_reasons_are_told_apart() -> None:
    eyes = Eyes("bo", frozenset({"ana"}))
    assert eyes.why_not({"ana", "bo"}) is WhyNot.OWN_TEXT
    assert eyes.why_not({"ana", "ben"}) is WhyNot.BOUND
    assert eyes.why_not({"ben", ""}) is None


# --- beside each row ------------------------------------------------------------------------------


def readings(scene: Scene, who: str = "") -> list[tuple[WhyNot | None, str] | None]:
    found = review.readings(scene.workspace, who or scene.bo, NOW, document="letter", locale=FR)
    there = [found.get(unit) for unit in scene.units]
    return [(each.why_not, each.reviewed_text) if each else None for each in there]


def test_a_reviewer_reads_beside_each_row_whether_he_may(scene: Scene) -> None:
    one, two, *_ = scene.units
    scene.save(one, "Un.")
    scene.save(two, "Deux.", scene.bo)
    assert readings(scene)[:2] == [(None, ""), (WhyNot.OWN_TEXT, "")]
    review.approve(scene.workspace, scene.bo, NOW, unit=one, locale=FR, seen=1)
    assert readings(scene)[0] is None
    scene.save(one, "Une.")
    assert readings(scene)[0] == (None, "Un.")
    scene.save(one, "Un.")
    assert readings(scene)[0] == (None, "")  # what was approved stands there again
    review.send_back(scene.workspace, scene.bo, NOW, unit=one, locale=FR, seen=4, reason="No.")
    assert readings(scene)[0] == (WhyNot.NOT_READY, "")
    with pytest.raises(NotAllowed):
        readings(scene, scene.ana)


def test_what_came_back_says_where_to_answer(scene: Scene) -> None:
    one, two, *_ = scene.units
    for unit, reason in ((one, "No."), (two, "Not yet.")):
        scene.save(unit, "Un.")
        review.send_back(
            scene.workspace, scene.bo, NOW, unit=unit, locale=FR, seen=1, reason=reason
        )
    back = review.came_back(scene.workspace, scene.ana, NOW)
    threads = {each.unit: each.thread for each in back}
    for unit, reason in ((one, "No."), (two, "Not yet.")):
        found = translation.unit(scene.workspace, scene.ana, NOW, unit=unit, locale=FR)
        (said,) = found.remarks
        assert (said.id, said.text) == (threads[unit], reason)


def test_what_needs_work_without_a_word_has_no_thread(scene: Scene) -> None:
    unit = scene.units[0]
    scene.save(unit, "Un.")
    translation.mark(scene.workspace, scene.bo, NOW, unit=unit, locale=FR, seen=1)
    (back,) = review.came_back(scene.workspace, scene.ana, NOW)
    assert (back.reason, back.thread) == ("", "")
