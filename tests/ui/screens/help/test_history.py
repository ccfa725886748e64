"""Every text that a paragraph had, with who wrote it and what changed; and the way back to one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.serving import Member, come_in
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import NOW, buttons, opened, panels, paragraph, press, save, units
from ui.language import Words, words
from ui.screens.help import desk
from ui.screens.help.history import _DID, _SHOWN
from ui.served import Served
from workflow.access import Role
from workflow.review import Act
from workflow.services import translation

AGAIN = "Take this text again"


def test_what_has_no_history_has_no_panel(house: Served, help_for: HelpOf, ana: Member) -> None:
    assert "History" not in panels(help_for(ana, units(house, ana)[0]))


def test_an_earlier_text_is_taken_again(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    save(house, ana, unit, "Une lettre")
    app = help_for(ana, unit)
    drawn = html(app)
    assert "<del>" in drawn
    assert drawn.index("<ins>") < drawn.index(">Un appel</p>"), "the newest stands first"
    assert buttons(app).count(AGAIN) == 1, "there is no way back to the text of now"
    press(app, AGAIN)
    found = paragraph(house, ana, unit)
    assert (found.row.text, found.history[0].act) == ("Un appel", Act.RESTORE)
    assert "Ana took an earlier text" in words_of(app)


def test_a_text_that_somebody_saved_meanwhile_is_not_replaced(
    house: Served,
    help_for: HelpOf,
    ana: Member,
    bo: Member,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    save(house, ana, unit, "Une lettre")
    app = help_for(ana, unit)
    save(house, bo, unit, "Un appel commun")
    press(app, AGAIN)
    for _ in range(2):
        assert paragraph(house, ana, unit).row.text == "Un appel commun"
        assert "alert" in html(app)
        app.button(key=f"restore-1-{unit}-fr").click()  # as with a double click
        opened(app).run()
    monkeypatch.setattr(desk, "_BLINK", timedelta(0))
    app.button(key=f"restore-1-{unit}-fr").click()
    opened(app).run()
    assert paragraph(house, ana, unit).row.text == "Un appel", "now she has seen it"


def test_an_empty_text_is_not_taken_again(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[0]
    for text in ("Un appel", "", "Une lettre"):
        save(house, ana, unit, text)
    app = help_for(ana, unit)
    assert html(app).count("us-version") == 3
    assert buttons(app).count(AGAIN) == 1


def test_whoever_does_not_translate_looks_only(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    save(house, ana, unit, "Une lettre")
    app = help_for(come_in(house.workspace, "Lee", Role.READER), unit)
    assert "Ana saved" in words_of(app)
    assert AGAIN not in buttons(app)


def test_who_did_what_and_why_is_said(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel <b>{n}</b>")
    why = "Joint <i>{is}</i> missing."
    translation.mark(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason=why)
    _, history = html(help_for(ana, unit)).split("<bdi>Bo</bdi> says that it needs work")
    assert "<bdi>Ana</bdi> saved" in history
    assert ">Joint &lt;i&gt;{is}&lt;/i&gt; missing.</p>" in history
    assert history.count("Un appel &lt;b&gt;{n}&lt;/b&gt;") == 1, "a text is shown where it is new"


def test_every_act_is_said() -> None:
    assert set(_DID) == {act.value for act in Act}
    english: Words = words("en")
    assert all("{when}" in english.say(sentence) for sentence in _DID.values())


def test_a_long_history_is_shown_when_asked_for(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[0]
    for number in range(_SHOWN + 2):
        save(house, ana, unit, f"Texte {number}")
    app = help_for(ana, unit)
    assert html(app).count("us-version") == _SHOWN
    assert html(app).count("<del>") == _SHOWN, "the last of them is compared with one not shown"
    (toggle,) = [each for each in app.toggle if each.label == "Show all"]
    toggle.set_value(True)
    opened(app).run()
    assert html(app).count("us-version") == _SHOWN + 2
    assert html(app).count("<del>") == _SHOWN + 1


def test_a_short_history_is_shown_whole(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[0]
    for number in range(_SHOWN):
        save(house, ana, unit, f"Texte {number}")
    app = help_for(ana, unit)
    assert html(app).count("us-version") == _SHOWN
    assert "Show all" not in [each.label for each in app.toggle]
