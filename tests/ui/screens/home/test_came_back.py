"""What came back: its reason, in the reader's language, and an answer to it."""

from __future__ import annotations

from tests.serving import Member
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import links, words_of
from tests.ui.screens.working import NOW, paragraph, save, units
from ui.served import Served
from workflow.services import review


def test_what_came_back_comes_first_with_its_reason(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Nous")
    review.send_back(
        house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason="Say who we are."
    )
    app = app_test(ana, "home").run()
    drawn = words_of(app)
    assert drawn.index("Came back to you") < drawn.index("Say who we are.") < drawn.index("Go on")
    assert "Bo asks you to look at this again." in drawn
    assert links(app)[0] == (
        "Look at it",
        "translate",
        f"document=letter&locale=fr&paragraph={unit}",
    )


def test_a_chosen_reason_is_read_in_ones_own_language(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    reason = "The meaning differs from the source.\nSay it again."
    review.send_back(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason=reason)
    drawn = words_of(app_test(ana, "home", language="ar").run())
    assert "Say it again." in drawn
    assert "The meaning differs" not in drawn


def test_one_answers_whoever_sent_it_back(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    review.send_back(
        house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason="Which bridge?"
    )
    app = app_test(ana, "home").run()
    app.text_area[0].input("The old one.").run()
    (send,) = [each for each in app.button if each.label == "Send the answer"]
    send.click().run()
    assert "Your answer is sent." in words_of(app)
    assert app.text_area[0].value == ""
    first, reply = sorted(paragraph(house, ana, unit).remarks, key=lambda each: each.parent != "")
    assert (reply.text, reply.parent, reply.is_mine) == ("The old one.", first.id, True)
    assert "The old one." in words_of(app_test(bo, "home").run())
    send = next(each for each in app.button if each.label == "Send the answer")
    send.click().run()
    assert len(paragraph(house, ana, unit).remarks) == 2


def test_what_is_not_drawn_is_counted(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    for unit in units(house, ana):
        save(house, ana, unit, f"Un {unit}")
        review.send_back(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason="No.")
    drawn = words_of(app_test(ana, "home").run())
    assert drawn.count("Bo asks you to look at this again.") == 5
    assert "And 1 more." in drawn
