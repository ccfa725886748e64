"""Comments and questions: read, written, answered, settled."""

from __future__ import annotations

import contextlib

import pytest
from sqlalchemy import delete

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import NOW, buttons, opened, paragraph, press, save, units
from ui.served import Served
from workflow.access import Role
from workflow.errors import HostileInput
from workflow.services import review, translation
from workflow.store.schema import comment


def ask(house: Served, who: Member, unit: str, text: str, locale: str = "fr") -> str:
    return translation.ask(house.workspace, who.id, NOW, unit=unit, locale=locale, text=text)


def test_one_asks_answers_and_settles(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[2]
    app = help_for(ana, unit)
    app.text_area(key=f"said-0-{unit}-fr").input("Which bridge?")
    press(app, "Ask")
    assert "Ana asks" in words_of(app)
    assert "Which bridge?" in words_of(app)
    (asked,) = paragraph(house, ana, unit).remarks
    assert not asked.is_about_source
    app.toggle(key=f"answers-{asked.id}-0-{unit}-fr").set_value(True)
    opened(app).run()
    app.text_area(key=f"text-answers-{asked.id}-0-{unit}-fr").input("The old one.")
    press(app, "Send the answer")
    answer = paragraph(house, ana, unit).remarks[1]
    assert (answer.text, answer.parent, answer.kind) == ("The old one.", asked.id, "comment")
    assert html(app).count("us-reply") == 1
    press(app, "Settled")
    assert not any(each.is_open for each in paragraph(house, ana, unit).remarks)
    assert "Settled by Ana" in words_of(app)
    assert "Settled" not in buttons(app)


def test_what_is_about_the_source_is_for_all_languages(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[2]
    app = help_for(ana, unit)
    app.text_area(key=f"said-0-{unit}-fr").input("Who is “we”?")
    app.checkbox(key=f"for-all-said-0-{unit}-fr").set_value(True)
    press(app, "Comment")
    (said,) = paragraph(house, ana, unit).remarks
    assert (said.is_about_source, said.kind) == (True, "comment")


@pytest.mark.parametrize("button", ["Ask", "Comment"])
def test_nothing_is_sent_where_nothing_is_typed(
    house: Served, help_for: HelpOf, ana: Member, button: str
) -> None:
    unit = units(house, ana)[2]
    app = help_for(ana, unit)
    app.text_area(key=f"said-0-{unit}-fr").input(" \n ")
    press(app, button)
    assert paragraph(house, ana, unit).remarks == ()
    assert 'role="alert"' not in html(app)


def test_open_threads_stand_first(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[2]
    first = ask(house, ana, unit, "The first?")
    ask(house, ana, unit, "The second?")
    said = words_of(help_for(ana, unit))
    assert said.index("The first?") < said.index("The second?")
    translation.resolve(house.workspace, ana.id, NOW, comment=first)
    said = words_of(help_for(ana, unit))
    assert said.index("The second?") < said.index("The first?")


def test_whoever_does_not_translate_settles_his_own_only(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[2]
    lee = come_in(house.workspace, "Lee", Role.READER)
    ask(house, ana, unit, "Which bridge?")
    assert "Settled" not in buttons(help_for(lee, unit))
    mine = ask(house, lee, unit, "Which lamp?")
    press(help_for(lee, unit), "Settled")
    remarks = {each.id: each.is_open for each in paragraph(house, ana, unit).remarks}
    assert (remarks.pop(mine), list(remarks.values())) == (False, [True])


def test_why_a_text_was_sent_back_is_said_as_such(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Nous")
    review.send_back(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason="Say who.")
    assert "Bo says why it needs work" in words_of(help_for(ana, unit))


def test_what_is_refused_is_said_and_stays_in_its_field(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[2]
    app = help_for(ana, unit)
    app.text_area(key=f"said-0-{unit}-fr").input("x" * 20_000)
    press(app, "Comment")
    assert "This text is too long" in words_of(app)
    assert app.text_area(key=f"said-0-{unit}-fr").value == "x" * 20_000
    assert paragraph(house, ana, unit).remarks == ()


@pytest.mark.parametrize("text", HOSTILE[:: len(HOSTILE) // 6])
def test_hostile_texts_stay_texts(house: Served, help_for: HelpOf, ana: Member, text: str) -> None:
    unit = units(house, ana)[0]

    def drawn(question: str) -> int:
        asked = ask(house, ana, unit, question)
        count = html(help_for(ana, unit)).count("<")
        with house.workspace.store.writing() as db:
            db.execute(delete(comment).where(comment.c.id == asked))
        return count

    plain = drawn("Why?")
    with contextlib.suppress(HostileInput):  # the front desk may refuse it, which is as good
        assert drawn(text) == plain
