"""The board in short: the most urgent statements, and the way to all of them."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.live import put_document
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import NOW, save, units
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import documents, review
from workflow.settings import DocumentChanges

SCRIPT = """\
from ui.screens.board import draw_short
from ui.session import person

draw_short(person())
"""


@pytest.fixture
def kim(house: Served) -> Member:
    return come_in(house.workspace, "Kim", Role.COORDINATOR)


def short(app_test: AppOf, who: Member) -> AppTest:
    app_test(who)
    return AppTest.from_string(SCRIPT, default_timeout=20).run()


def test_five_of_the_most_urgent(house: Served, app_test: AppOf, kim: Member, ana: Member) -> None:
    for number in range(7):
        put_document(house.workspace, ["Text."], f"other-{number}")
    save(house, ana, units(house, ana)[0], "Un")
    app = short(app_test, kim)
    drawn = html(app)
    titles = re.findall(r'us-title" href="\./board\?document=([\w-]+)"', drawn)
    assert titles == ["letter", "other-0", "other-1", "other-2", "other-3"]
    said = words_of(app)
    assert "1 paragraph waits for a review" in said
    assert "somebody is missing in Arabic" in said
    assert "at paragraph 1" in said
    assert links(app) == [("The whole board", "board", ""), ("Add a statement", "document", "")]


def test_what_is_finished_is_not_urgent(
    house: Served, app_test: AppOf, kim: Member, bo: Member
) -> None:
    for locale in ("fr", "ar"):
        for unit in units(house, kim):
            from workflow.services import translation
            from workflow.store.ids import new_id

            translation.save(
                house.workspace,
                kim.id,
                NOW,
                unit=unit,
                locale=locale,
                text="Un",
                seen=0,
                token=new_id(NOW),
            )
            review.approve(house.workspace, bo.id, NOW, unit=unit, locale=locale, seen=1)
    assert "All statements are finished." in words_of(short(app_test, kim))


def test_nothing_is_drawn_where_nothing_is(house: Served, app_test: AppOf, kim: Member) -> None:
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")
    app = short(app_test, kim)
    assert (html(app), links(app)) == ("", [])


def test_what_has_no_language_yet_is_not_finished(
    house: Served, app_test: AppOf, kim: Member
) -> None:
    changes = DocumentChanges(languages=("en",))
    documents.change(house.workspace, OPERATOR, NOW, document="letter", changes=changes)
    app = short(app_test, kim)
    assert "All statements are finished." not in words_of(app)
    way = '<a href="./document?document=letter" target="_self">No language to translate it into'
    assert way in html(app)
    assert "100" not in words_of(app)
