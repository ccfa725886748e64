"""Reviewing without any script: paragraph after paragraph."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from ui.components.statement.mounting import PLAIN
from ui.served import Served
from workflow.access import Role
from workflow.model import State
from workflow.services import review, translation
from workflow.services.translation import Row

SCRIPT = """\
from ui.components.statement import Mode, View, statement
from ui.language import words

statement(View("letter", "L", "en", "ar", "{person}", words("en"), "7.a", mode=Mode.REVIEW))
"""


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLAIN, "1")


@pytest.fixture
def rana(house: Served) -> Member:
    return come_in(house.workspace, "Rana", Role.REVIEWER)


@pytest.fixture
def samar(house: Served) -> Member:
    return come_in(house.workspace, "Samar", Role.TRANSLATOR)


def rows(house: Served, who: Member) -> tuple[Row, ...]:
    now = datetime.now(UTC)
    return translation.sheet(house.workspace, who.id, now, document="letter", locale="ar").rows


def write(house: Served, who: Member, number: int, text: str) -> None:
    row = rows(house, who)[number]
    translation.save(
        house.workspace,
        who.id,
        datetime.now(UTC),
        unit=row.unit,
        locale="ar",
        text=text,
        seen=row.version,
        token=f"{who.id}{number}{text}",
    )


def opened(who: Member) -> AppTest:
    return AppTest.from_string(SCRIPT.format(person=who.id), default_timeout=20).run()


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def test_approve_and_go_on(house: Served, samar: Member, rana: Member) -> None:
    write(house, samar, 0, "نداء")
    app = press(opened(rana), "Approve")
    assert rows(house, rana)[0].state is State.REVIEWED
    assert "Approve" not in labels(app)
    assert "Harbour Bay" in str(
        [each.proto.body for each in press(app, "Next paragraph").get("html")]
    )


def test_what_looks_wrong_is_said_before_it_is_approved(
    house: Served, samar: Member, rana: Member
) -> None:
    write(house, samar, 0, "نداء 2027")
    assert "2027</bdi> is not in the source" in str(
        [each.proto.body for each in opened(rana).get("html")]
    )


def test_only_what_may_be_approved_is_counted_among_what_looks_wrong(
    house: Served, samar: Member, rana: Member
) -> None:
    write(house, rana, 0, "نداء 2027")
    assert "something looks wrong" not in str(
        [each.proto.body for each in opened(rana).get("html")]
    )
    write(house, samar, 1, "الميناء 2027")
    assert "In 1 of them" in str([each.proto.body for each in opened(rana).get("html")])


def test_ones_own_words_wait(house: Served, rana: Member) -> None:
    write(house, rana, 0, "نداء")
    app = opened(rana)
    assert not {"Approve", "Send back"} & set(labels(app))
    assert "they wait for a second person" in str([each.proto.body for each in app.get("html")])


def test_correct(house: Served, samar: Member, rana: Member) -> None:
    write(house, samar, 0, "نداء")
    app = opened(rana)
    app.text_area[0].input("نداء أفضل")
    press(app, "Save the correction")
    assert (rows(house, rana)[0].text, rows(house, rana)[0].is_mine) == ("نداء أفضل", True)


def test_send_back_takes_a_reason(house: Served, samar: Member, rana: Member) -> None:
    write(house, samar, 0, "نداء")
    app = press(opened(rana), "Send back")
    assert rows(house, rana)[0].state is State.TRANSLATED
    app.multiselect[0].select("terms")
    press(app, "Send back")
    (back,) = review.came_back(house.workspace, samar.id, datetime.now(UTC))
    assert back.reason == "We use another word for this."


def test_the_rest_is_asked_for(house: Served, samar: Member, rana: Member) -> None:
    write(house, samar, 0, "نداء")
    write(house, samar, 1, "الميناء")
    app = opened(rana)
    assert next(each for each in app.button if each.label == "Approve the rest").disabled
    app.checkbox[0].check().run()
    press(app, "Approve the rest")
    assert [row.state for row in rows(house, rana)[:2]] == [State.REVIEWED] * 2


def test_nothing_is_decided_on_that_was_not_shown(
    house: Served, samar: Member, rana: Member
) -> None:
    write(house, samar, 0, "نداء")
    app = opened(rana)
    app.text_area[0].input("نداء أفضل")
    write(house, samar, 0, "شيء آخر")
    press(app, "Approve")
    row = rows(house, rana)[0]
    assert (row.text, row.state) == ("شيء آخر", State.TRANSLATED)
