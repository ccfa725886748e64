"""The lists of Home: where to go on, what waits for a review, drafts and answers."""

from __future__ import annotations

from tests.serving import Member
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import links, words_of
from tests.ui.screens.working import NOW, save, units
from ui.served import Served
from workflow.services import review, translation


def test_one_goes_on_behind_the_last_paragraph(house: Served, app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "home").run()
    first, second, third, *_ = units(house, ana)
    assert links(app)[0] == (
        "Begin at paragraph 1",
        "translate",
        f"document=letter&locale=fr&paragraph={first}",
    )
    save(house, ana, second, "Deux")
    app.run()
    assert links(app)[0][0] == "Go on at paragraph 3"
    assert links(app)[0][2].endswith(third)
    assert "1/" in words_of(app)


def test_answers_and_drafts_are_told(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    one, two, three, *_ = units(house, ana)
    work = house.workspace
    asked = translation.ask(work, ana.id, NOW, unit=one, locale="fr", text="Which bridge?")
    translation.comment(work, bo.id, NOW, unit=one, locale="fr", text="The old.", parent=asked)
    made = translation.suggest(work, ana.id, NOW, unit=two, locale="fr", text="Le 14 mars")
    review.accept(work, bo.id, NOW, suggestion=made.suggestion, seen=0)
    translation.draft(work, ana.id, NOW, unit=three, locale="fr", text="Nous, les", seen=0)
    drawn = words_of(app_test(ana, "home").run())
    for said in ("Bo answered you:", "The old.", "Bo took your suggestion.", "Nous, les"):
        assert said in drawn


def test_a_reviewer_is_led_to_what_waits_for_him(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    one, two, *_ = units(house, ana)
    assert "Waits for your review" not in words_of(app_test(bo, "home").run())
    save(house, bo, one, "Un appel")
    save(house, ana, two, "Le 14 mars")
    app = app_test(bo, "home").run()
    assert "1 paragraph waits for a second person." in words_of(app)
    assert ("Review it", "review", f"document=letter&locale=fr&paragraph={two}") in links(app)
    assert "Waits for your review" not in words_of(app_test(ana, "home").run())
    review.approve(house.workspace, bo.id, NOW, unit=two, locale="fr", seen=1)
    assert "Waits for your review" not in words_of(app_test(bo, "home").run())
