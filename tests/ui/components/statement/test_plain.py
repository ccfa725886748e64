"""The plain text area that stands in for the component."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import come_in
from ui.components.statement.mounting import PLAIN
from ui.served import Served
from workflow.access import Role
from workflow.errors import TooMany
from workflow.model import State
from workflow.services import translation
from workflow.services.translation import Row

SCRIPT = """\
import streamlit as st
from ui.components.statement import View, statement
from ui.language import words

view = View("letter", "A letter", "en", "ar", "{person}", words("en"), "7.a", open="{wanted}")
at = statement(view)
st.markdown(f"{{at.unit}}|{{at.seq}}")
"""


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLAIN, "1")


def rows(house: Served, person: str) -> tuple[Row, ...]:
    now = datetime.now(UTC)
    return translation.sheet(house.workspace, person, now, document="letter", locale="ar").rows


def opened(person: str, wanted: str = "") -> AppTest:
    app = AppTest.from_string(SCRIPT.format(person=person, wanted=wanted), default_timeout=20)
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def test_save_and_next(house: Served) -> None:
    samar = come_in(house.workspace, "Samar", Role.TRANSLATOR).id
    app = opened(samar)
    assert app.text_area[0].value == "A joint appeal for the bridge"
    app.text_area[1].set_value("نداء")
    app.checkbox[0].check()
    press(app, "Save and next")
    first, second = rows(house, samar)[:2]
    assert (first.text, first.state, first.version) == ("نداء", State.NEEDS_WORK, 1)
    assert app.text_area[0].value == second.source
    assert app.markdown[0].value == f"{second.unit}|1"
    press(app, "Previous paragraph")
    assert app.text_area[1].value == "نداء"
    press(app, "Previous paragraph")
    assert app.text_area[1].value == "نداء"


def test_the_wanted_paragraph_is_opened(house: Served) -> None:
    samar = come_in(house.workspace, "Samar", Role.TRANSLATOR).id
    third = rows(house, samar)[2]
    app = opened(samar, third.unit)
    assert app.text_area[0].value == third.source
    press(app, "Next paragraph")
    assert app.text_area[0].value == rows(house, samar)[3].source


def test_both_texts_are_shown(house: Served) -> None:
    samar = come_in(house.workspace, "Samar", Role.TRANSLATOR).id
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR).id
    app = opened(samar)
    app.text_area[1].set_value("نداء")
    unit = rows(house, samar)[0].unit
    at = datetime.now(UTC)
    translation.save(
        house.workspace, omar, at, unit=unit, locale="ar", text="دعوة", seen=0, token="t"
    )
    press(app, "Save and next")
    shown = [each.value for each in app.text_area]
    assert {"دعوة", "نداء"} <= set(shown)
    assert app.warning
    assert rows(house, samar)[0].suggestions == 1
    press(app, "Save and next")
    assert rows(house, samar)[0].text == "نداء"
    assert app.text_area[1].value == ""


def test_a_refusal_is_said(house: Served) -> None:
    samar = come_in(house.workspace, "Samar", Role.TRANSLATOR).id
    app = opened(samar)
    app.text_area[1].set_value("ن" * 20_001)
    press(app, "Save and next")
    assert "too long" in app.error[0].value
    assert rows(house, samar)[0].version == 0


def test_who_saves_too_often_waits(house: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    samar = come_in(house.workspace, "Samar", Role.TRANSLATOR).id
    app = opened(samar)
    app.text_area[1].set_value("نداء")

    def refuse(*_: object) -> None:
        raise TooMany(30)

    monkeypatch.setattr(house.rates.__class__, "ask", refuse)
    press(app, "Save and next")
    assert "too often" in app.error[0].value
    assert app.text_area[1].value == "نداء"
    assert rows(house, samar)[0].version == 0


def test_who_may_not_save_reads(house: Served) -> None:
    lee = come_in(house.workspace, "Lee", Role.READER).id
    app = opened(lee)
    assert app.text_area[1].disabled
    assert next(each for each in app.button if each.label == "Save and next").disabled
