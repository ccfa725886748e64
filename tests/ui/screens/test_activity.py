"""Activity: who did what, and the way back to an earlier text."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import NOW, buttons, panels, paragraph, save, units
from ui.served import Served
from workflow.access import Role
from workflow.model import State
from workflow.review import Act
from workflow.services import people, progress, review, translation
from workflow.store.translations import Written, add_revision


@pytest.fixture
def kim(house: Served) -> Member:
    return come_in(house.workspace, "Kim", Role.COORDINATOR)


@pytest.fixture
def lee(house: Served) -> Member:
    return come_in(house.workspace, "Lee", Role.READER)


def press(app: AppTest, label: str) -> AppTest:
    (found,) = [each for each in app.button if each.label == label]
    return found.click().run()


def test_the_empty_state_names_the_next_step(app_test: AppOf, lee: Member) -> None:
    words = words_of(app_test(lee, "activity").run())
    assert "Nothing was done yet. As soon as somebody translates a paragraph" in words


def test_deeds_in_sentences_under_their_day(
    app_test: AppOf, house: Served, lee: Member, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Une phrase.")
    review.send_back(
        house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1,
        reason="The meaning differs from the source.\nSee the list.",
    )  # fmt: skip
    app = app_test(lee, "activity").run()
    words = words_of(app)
    assert "Today" in words
    assert "Ana translated paragraph 3 of letter, in French" in words
    assert "Bo sent paragraph 3 of letter, in French, back" in words
    assert "The meaning differs from the source.\nSee the list." in words
    assert words.count("See the list.") == 1
    assert ("Open the paragraph", "translate", f"document=letter&locale=fr&paragraph={unit}") in [
        (label, page, query) for label, page, query in links(app)
    ]


def test_what_one_act_did_to_several_paragraphs_stands_in_a_line_that_opens(
    app_test: AppOf, house: Served, lee: Member, ana: Member, bo: Member
) -> None:
    there = units(house, ana)[:3]
    for unit in there:
        save(house, ana, unit, f"Un texte ({unit}).")
    seen = dict.fromkeys(there, 1)
    review.approve_rest(house.workspace, bo.id, NOW, document="letter", locale="fr", seen=seen)
    app = app_test(lee, "activity").run()
    assert "Bo approved 3 paragraphs of letter, in French" in words_of(app)
    assert "Bo approved paragraph" not in words_of(app)
    assert words_of(app).count("Ana translated paragraph") == 3
    assert "Each of them" in panels(app)


def test_a_line_is_open_where_one_of_its_texts_is_looked_at(
    app_test: AppOf, house: Served, lee: Member, ana: Member, bo: Member
) -> None:
    there = units(house, ana)[:3]
    taken = {"locale": "fr", "version": 1, "state": State.TRANSLATED, "act": Act.IMPORT}
    by = {"author": ana.id, "actor": ana.id, "source_digest": "d", "at": NOW}
    with house.workspace.store.writing() as db:
        for unit in there:
            add_revision(db, Written(unit, text="Un texte.", **taken, **by))  # type: ignore[arg-type]
    app = app_test(lee, "activity", query={"look": f"{there[1]}.fr.1"}).run()
    words = words_of(app)
    assert "Ana brought 3 paragraphs of letter, in French, from a file" in words
    assert "Ana brought paragraph 2 of letter, in French, from a file" in words
    assert "Un texte." in words


def test_days_have_names(app_test: AppOf, house: Served, lee: Member, ana: Member) -> None:
    for days, unit in zip((0, 1, 9), units(house, ana), strict=False):
        translation.save(
            house.workspace, ana.id, house.clock() - timedelta(days=days), unit=unit,
            locale="fr", text="Une.", seen=0, token=f"t{days}",
        )  # fmt: skip
    drawn = html(app_test(lee, "activity").run())
    assert drawn.index("<h2>Today</h2>") < drawn.index("<h2>Yesterday</h2>")
    assert drawn.count("<h2>") == 3
    some = words_of(app_test(lee, "activity", query={"since": "7"}).run())
    assert some.count("Ana translated") == 2


def test_filters_stand_in_the_address(
    app_test: AppOf, house: Served, kim: Member, ana: Member, bo: Member
) -> None:
    one, two = units(house, ana)[:2]
    save(house, ana, one, "Une phrase.")
    save(house, bo, two, "Deux phrases.")
    app = app_test(kim, "activity").run()
    by_label = {each.label: each for each in app.selectbox}
    assert [*by_label] == ["Statement", "Language", "Person", "Since when"]
    by_label["Person"].set_value(ana.id).run()
    assert dict(app.query_params) == {"member": ana.id}
    assert "Bo translated" not in words_of(app)
    assert "Ana translated" in words_of(app)
    assert f"./download/activity.csv?member={ana.id}&amp;limit=100000" in html(app)
    assert "All of it as a table (CSV), the newest 100,000 at most" in words_of(app)
    none = app_test(kim, "activity", query={"locale": "ar"}).run()
    assert "Nothing was done there." in words_of(none)


def test_what_was_done_to_people_is_for_coordinators(
    app_test: AppOf, house: Served, kim: Member, lee: Member
) -> None:
    people.invite(house.workspace, kim.id, NOW, role=Role.TRANSLATOR, locale="ar")
    said = words_of(app_test(kim, "activity").run())
    assert "Kim made an invitation link" in said
    assert "Translator · All statements · Arabic" in said
    assert "invitation" not in words_of(app_test(lee, "activity").run())


def test_a_page_at_a_time(
    app_test: AppOf, house: Served, lee: Member, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workflow.services.progress import told as module

    monkeypatch.setitem(vars(__import__("sys").modules[module.__module__]), "PAGE", 2)
    for unit in units(house, ana)[:5]:
        save(house, ana, unit, "Une phrase.")
    first = app_test(lee, "activity", query={"document": "letter"}).run()
    assert words_of(first).count("Ana translated") == 2
    assert ("Older", "activity", "document=letter&page=1") in links(first)
    last = app_test(lee, "activity", query={"page": "2"}).run()
    assert words_of(last).count("Ana translated") == 1
    assert [label for label, _, _ in links(last)][-1] == "Newer"


def test_no_way_leads_back_from_the_last_page_to_the_newest(
    app_test: AppOf, house: Served, lee: Member, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules[progress.told.__module__]
    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(module, "LAST_PAGE", 1_001)
    for unit in units(house, ana)[:2]:
        save(house, ana, unit, "Une phrase.")
    beyond = app_test(lee, "activity", query={"page": "1000"}).run()
    assert "Nothing was done there." in words_of(beyond)
    assert ("Newer", "activity", "page=999") in links(beyond)
    monkeypatch.setattr(module, "LAST_PAGE", 1)
    last = app_test(lee, "activity", query={"page": "9999"}).run()
    assert words_of(last).count("Ana translated paragraph 1") == 1
    ways = [(label, query) for label, _, query in links(last) if label in {"Newer", "Older"}]
    assert ways == [("Newer", "")]


def look(house: Served, ana: Member) -> tuple[str, str]:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Une phrase.")
    save(house, ana, unit, "Une autre phrase.")
    return unit, f"{unit}.fr.1"


def test_an_earlier_text_is_seen_beside_the_one_of_now(
    app_test: AppOf, house: Served, lee: Member, ana: Member
) -> None:
    unit, text = look(house, ana)
    app = app_test(lee, "activity").run()
    assert ("See this text", "activity", f"look={text}") in links(app)
    app = app_test(lee, "activity", query={"look": text}).run()
    drawn = html(app)
    assert "Une phrase.</p>" in drawn
    assert "<ins>" in drawn
    assert not buttons(app)
    assert paragraph(house, ana, unit).row.text == "Une autre phrase."


def test_it_is_taken_up_again_after_asking(app_test: AppOf, house: Served, ana: Member) -> None:
    unit, text = look(house, ana)
    app = app_test(ana, "activity", query={"look": text}).run()
    press(app, "Take this text again")
    assert paragraph(house, ana, unit).row.text == "Une autre phrase."
    assert "A second person has to review it. Take it?" in words_of(app)
    press(app, "Yes, take it")
    row = paragraph(house, ana, unit).row
    assert (row.text, row.state, row.version) == ("Une phrase.", State.TRANSLATED, 3)
    assert "Done: the text of then is the translation again." in words_of(app)
    assert not buttons(app)


def test_or_it_is_left(app_test: AppOf, house: Served, ana: Member) -> None:
    unit, text = look(house, ana)
    app = app_test(ana, "activity", query={"look": text}).run()
    press(app, "Take this text again")
    press(app, "Leave it as it is")
    assert paragraph(house, ana, unit).row.version == 2
    assert buttons(app) == ["Take this text again"]


def test_whoever_was_faster_is_not_overwritten(
    app_test: AppOf, house: Served, ana: Member, bo: Member
) -> None:
    unit, text = look(house, ana)
    app = app_test(ana, "activity", query={"look": text}).run()
    press(app, "Take this text again")
    save(house, bo, unit, "Encore une autre.")
    press(app, "Yes, take it")
    assert paragraph(house, ana, unit).row.text == "Encore une autre."
    assert "The text has changed meanwhile." in words_of(app)


def test_a_text_taken_up_again_waits_for_a_second_person(
    app_test: AppOf, house: Served, bo: Member, ana: Member
) -> None:
    unit, text = look(house, ana)
    review.approve(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=2)
    app = app_test(ana, "activity", query={"look": text}).run()
    press(press(app, "Take this text again"), "Yes, take it")
    assert paragraph(house, ana, unit).row.state is State.TRANSLATED


@pytest.mark.parametrize(
    "query",
    [
        {"page": "-1"},
        {"page": "9" * 30},
        {"since": "1; DROP"},
        {"look": "x"},
        {"look": "..."},
        {"look": "a.fr.²"},
        {"look": "none.fr.1"},
        {"look": "{unit}.x_!.1"},
        {"look": "{unit}..1"},
        {"look": "{unit}.fr." + "9" * 5_000},
    ],
)
def test_odd_addresses_take_nothing_away(
    app_test: AppOf, house: Served, lee: Member, ana: Member, query: dict[str, str]
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Une phrase.")
    query = {name: said.replace("{unit}", unit) for name, said in query.items()}
    app = app_test(lee, "activity", query=query).run()
    assert "Activity" in words_of(app)
    if "look" in query:
        assert "Ana translated paragraph 1" in words_of(app)


def test_a_version_is_written_with_the_digits_of_addresses(
    app_test: AppOf, house: Served, lee: Member, ana: Member
) -> None:
    unit, _ = look(house, ana)
    for version, is_shown in (("1", True), ("\u0661", False)):
        app = app_test(lee, "activity", query={"look": f"{unit}.fr.{version}"}).run()
        assert ("Close" in [label for label, _, _ in links(app)]) is is_shown


def test_what_is_not_there_to_be_seen_is_said(
    app_test: AppOf, house: Served, lee: Member, ana: Member
) -> None:
    save(house, ana, units(house, ana)[0], "Une phrase.")
    app = app_test(lee, "activity", query={"look": "none.fr.1"}).run()
    assert '<div role="alert">' in html(app)
    assert "This is not here any more, or not for you." in words_of(app)


@pytest.mark.parametrize("text", HOSTILE[::6])
def test_what_people_said_is_text(
    app_test: AppOf, house: Served, lee: Member, ana: Member, text: str
) -> None:
    try:
        translation.comment(
            house.workspace, ana.id, NOW, unit=units(house, ana)[0], locale="fr", text=text
        )
    except Exception:  # noqa: BLE001 - refused at the door
        return
    drawn = html(app_test(lee, "activity").run())
    for mark in ("<script", "<img", "<svg", "<iframe", "<style"):
        assert mark not in drawn


def test_in_the_readers_language(app_test: AppOf, house: Served, lee: Member, ana: Member) -> None:
    save(house, ana, units(house, ana)[0], "Une phrase.")
    assert 'dir="rtl"' in html(app_test(lee, "activity", language="ar").run())
