"""Who works on a statement."""

from __future__ import annotations

from tests.serving import Member, come_in
from tests.ui.screens.document.conftest import PageOf
from tests.ui.screens.drawing import html, links, words_of
from ui.screens.document import working
from ui.served import Served
from workflow.access import Role


def test_members_stand_with_their_roles(house: Served, page_of: PageOf, kim: Member) -> None:
    come_in(house.workspace, "<b>Zoe</b>", Role.TRANSLATOR, locale="fr")
    come_in(house.workspace, "Yan", Role.REVIEWER)
    app = page_of(kim)
    table = html(app).partition('<table class="us-table">')[2].partition("</table>")[0]
    assert table.count("<tr>") == 1 + 3
    assert "&lt;b&gt;Zoe" in table
    for text in ("Translator, French", "Reviewer"):
        assert text in table
    assert links(app)[-1] == ("All people", "people", "document=letter")


def test_a_long_list_is_cut(house: Served, page_of: PageOf, kim: Member) -> None:
    for number in range(working._SHOWN + 2):
        come_in(house.workspace, f"Ana {number}", Role.READER)
    drawn = words_of(page_of(kim))
    assert "3 more are on the page of the people." in drawn
