"""What waits for somebody: in which documents, in which order, beside what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from tests.live import NOW, live, person, put_document
from workflow.access import Role
from workflow.errors import NotAllowed, NotFound, UnknownLocale
from workflow.services import review, translation
from workflow.services.review import Reading, WhyNot
from workflow.services.review.inbox import Eyes
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

    def readings(
        self, who: str = "", document: str = "letter", locale: str = FR
    ) -> list[Reading | None]:
        """Read what stands beside each paragraph; None beside what is approved."""
        units = self.units[:2] if document == "letter" else self.units[2:]
        which = {"document": document, "locale": locale}
        found = review.readings(self.workspace, who or self.bo, NOW, **which)
        assert list(found) == [unit for unit in units if unit in found]  # in document order
        return [found.get(unit) for unit in units]

    def reading(self) -> Reading:
        """Read what stands beside the first paragraph, which is not approved."""
        first = self.readings()[0]
        assert first is not None
        return first


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with live(tmp_path) as workspace:
        letter, first = put_document(workspace, ["One by 2027.", "Two."])
        appeal, second = put_document(workspace, ["Three."], name="appeal")
        yield Scene(
            workspace,
            letter,
            appeal,
            [*first, *second],
            ana=person(workspace, "Ana", Role.TRANSLATOR),
            bo=person(workspace, "Bo", Role.REVIEWER, document=letter, locale=FR),
        )


def test_a_reviewer_reads_beside_each_paragraph_whether_he_may(scene: Scene) -> None:
    one, two, *_ = scene.units
    scene.save(one, "Un.")
    scene.save(two, "Deux.", scene.bo)
    assert [each and each.why_not for each in scene.readings()] == [None, WhyNot.OWN_TEXT]
    review.approve(scene.workspace, scene.bo, NOW, unit=one, locale=FR, seen=1)
    assert scene.readings()[0] is None
    scene.save(one, "Une.")
    assert (scene.reading().why_not, scene.reading().version) == (None, 3)
    review.send_back(scene.workspace, scene.bo, NOW, unit=one, locale=FR, seen=3, reason="No.")
    assert scene.reading().why_not is WhyNot.NOT_READY


def test_only_what_one_reviews_is_read(scene: Scene) -> None:
    with pytest.raises(NotFound):
        scene.readings(document="appeal")
    with pytest.raises(NotFound):
        scene.readings(document="nothing")
    with pytest.raises(NotAllowed):
        scene.readings(locale="de")
    with pytest.raises(UnknownLocale):
        scene.readings(locale="")
    with pytest.raises(NotAllowed):
        scene.readings(scene.ana)


def test_what_the_checks_find_is_read_beside_it(scene: Scene) -> None:
    scene.save(scene.units[0], "Un avant 2028.")
    found = {(each.name, each.detail) for each in scene.reading().findings}
    assert found == {("lost_number", "2027"), ("added_number", "2028")}
    scene.save(scene.units[0], "Un avant 2027.")
    assert scene.reading().findings == ()


def test_what_is_archived_does_not_wait(scene: Scene) -> None:
    scene.save(scene.units[0], "Un.")
    review.send_back(
        scene.workspace, scene.bo, NOW, unit=scene.units[0], locale=FR, seen=1, reason="No."
    )
    scene.save(scene.units[1], "Deux.")
    with scene.workspace.store.writing() as db:
        db.execute(update(documents).values(status="archived"))
    assert review.came_back(scene.workspace, scene.ana, NOW) == ()


def test_the_differences_are_to_what_was_approved_last(scene: Scene) -> None:
    unit = scene.units[0]
    scene.save(unit, "Un.")
    assert scene.reading().reviewed_text == ""
    review.approve(scene.workspace, scene.bo, NOW, unit=unit, locale=FR, seen=1)
    scene.save(unit, "Une.")
    scene.save(unit, "Une seule.")
    assert scene.reading().reviewed_text == "Un."
    scene.save(unit, "Un.")
    assert scene.reading().reviewed_text == ""  # what was approved stands there again


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
