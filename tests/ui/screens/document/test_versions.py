"""The texts that a statement had, each to be downloaded."""

from __future__ import annotations

from tests.serving import Member, come_in
from tests.ui.screens.document.conftest import PageOf
from tests.ui.screens.drawing import html, words_of
from ui.screens.document import versions
from ui.served import Served
from workflow.access import Role
from workflow.services import documents


def revise(house: Served, who: Member, number: int, note: str = "") -> None:
    text = f"A joint appeal for the bridge\n\nWe ask for the {number}th time.\n"
    made = documents.propose(
        house.workspace, who.id, house.clock(), data=text.encode(), note=note, document="letter"
    )
    documents.release(house.workspace, who.id, house.clock(), digest=made.digest, document="letter")


def test_the_newest_stands_first_with_who_and_why(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    revise(house, kim, 2, "As <b>agreed</b> in May.")
    documents.propose(
        house.workspace, kim.id, house.clock(), document="letter", data=b"We ask no more.\n"
    )
    documents.discard(house.workspace, kim.id, house.clock(), document="letter")
    app = page_of(kim)
    drawn = words_of(app)
    assert drawn.index("Revision 3") < drawn.index("Revision 2 ·") < drawn.index("Revision 1 ·")
    assert "discarded" in drawn
    assert "<bdi>Kim</bdi>" in html(app)
    assert "As &lt;b&gt;agreed&lt;/b&gt; in May." in html(app)
    assert 'href="./download/source?document=letter&amp;number=2"' in html(app)
    assert "found in the folder of the sources" in drawn


def test_others_see_what_was_released_and_not_by_whom(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    revise(house, kim, 2)
    documents.propose(
        house.workspace, kim.id, house.clock(), document="letter", data=b"We ask no more.\n"
    )
    app = page_of(come_in(house.workspace, "Omar", Role.READER))
    drawn = words_of(app)
    assert "Revision 2" in drawn
    assert "Revision 3" not in drawn
    assert "<bdi>Kim</bdi>" not in html(app)


def test_a_long_list_is_cut(house: Served, page_of: PageOf, kim: Member) -> None:
    for number in range(2, versions._SHOWN + 4):
        revise(house, kim, number)
    assert "3 older ones are not shown here." in words_of(page_of(kim))
