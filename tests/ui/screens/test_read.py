"""Read: any statement that one sees, in any of its languages, beside its source if wanted."""

from __future__ import annotations

import pytest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import AT, NOW, paragraph, save, units
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import documents, review
from workflow.settings import DocumentChanges

BOTH = AT | {"view": "both"}


@pytest.fixture
def lee(house: Served) -> Member:
    return come_in(house.workspace, "Lee", Role.READER)


def test_a_reader_reads_the_source_first(app_test: AppOf, lee: Member) -> None:
    app = app_test(lee, "read").run()
    assert "<h1" in html(app)
    words = words_of(app)
    assert "letter, in English" in words
    assert "We, the undersigned, ask the council" in words
    assert "This is the original text." in words
    assert dict(app.query_params) == {"document": "letter", "locale": "en"}
    assert [label for label, _, _ in links(app)] == ["Take it away"]
    assert not app.toggle


def test_each_paragraph_has_its_state_in_shape_and_word(
    app_test: AppOf, house: Served, lee: Member, ana: Member, bo: Member
) -> None:
    found = units(house, ana)
    for unit in found[:3]:
        save(house, ana, unit, "Une phrase.")
    review.approve(house.workspace, bo.id, NOW, unit=found[0], locale="fr", seen=1)
    review.send_back(house.workspace, bo.id, NOW, unit=found[1], locale="fr", seen=1, reason="No.")
    drawn = html(app_test(lee, "read", query=AT).run())
    for number, shape, state in (
        (1, "✓", "reviewed"),
        (2, "◐", "needs work"),
        (3, "●", "translated"),
        (4, "○", "to translate"),
    ):
        assert f"Paragraph {number}: {state}" in drawn
        assert f"{shape} <small>{state}</small>" in drawn
        assert (
            f"./translate?document=letter&amp;locale=fr&amp;paragraph={found[number - 1]}" in drawn
        )
    assert drawn.count("us-hole") == len(found) - 2
    assert "This is a draft, not the finished text." in drawn
    assert "have no good translation yet" in drawn


def test_what_is_missing_stands_in_its_own_language(
    app_test: AppOf, lee: Member, house: Served, ana: Member
) -> None:
    save(house, ana, units(house, ana)[0], "Un appel commun")
    drawn = html(app_test(lee, "read", query=AT).run())
    assert 'lang="fr" dir="ltr">Un appel commun' in drawn
    assert 'lang="en" dir="ltr">We, the undersigned' in drawn


def test_side_by_side(app_test: AppOf, lee: Member, house: Served, ana: Member) -> None:
    save(house, ana, units(house, ana)[0], "Un appel commun")
    app = app_test(lee, "read", query=AT).run()
    assert "us-both" not in html(app)
    app.toggle[0].set_value(True).run()
    assert "us-both" in html(app)
    assert app.query_params["view"] == "both"
    drawn = html(app_test(lee, "read", query=BOTH).run())
    first = drawn[drawn.index('<div class="us-row') :]
    assert first.index("A joint appeal") < first.index("Un appel commun")
    assert drawn.count('class="us-source"') == drawn.count('class="us-shown"') == 6


def test_what_is_offered_depends_on_the_role(
    app_test: AppOf, lee: Member, ana: Member, bo: Member
) -> None:
    for who, labels in (
        (lee, ["Take it away"]),
        (ana, ["Translate this", "Take it away"]),
        (bo, ["Translate this", "Review this", "Take it away"]),
    ):
        assert [label for label, _, _ in links(app_test(who, "read", query=AT).run())] == labels
    arabic = app_test(ana, "read", query=AT | {"locale": "ar"}).run()
    assert [label for label, _, _ in links(arabic)] == ["Take it away"]


def test_the_statement_first_and_then_the_language(
    app_test: AppOf, house: Served, lee: Member
) -> None:
    documents.add(
        house.workspace, OPERATOR, NOW, data=b"Another text.\n", file_name="other.txt",
        locale="en", languages=("ja",), title="Another one",
    )  # fmt: skip
    app = app_test(lee, "read", query=AT).run()
    statement, language = app.selectbox
    assert statement.options == ["\u2068Another one\u2069", "\u2068letter\u2069"]
    assert language.options == [f"\u2068{each}\u2069" for each in (
        "English (original)", "French", "Arabic"
    )]  # fmt: skip
    language.set_value("ar").run()
    assert app.query_params["locale"] == "ar"
    app.selectbox[0].set_value("other").run()
    assert app.query_params["document"] == "other"
    assert "Another text." in words_of(app)


def test_a_translator_reads_in_the_language_he_works_in(app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "read").run()
    assert app.query_params["locale"] == "fr"


def test_the_deadline_and_how_far_it_is(app_test: AppOf, house: Served, lee: Member) -> None:
    documents.change(
        house.workspace, OPERATOR, NOW, document="letter",
        changes=DocumentChanges(title="The bridge", deadline=house.clock().date()),
    )  # fmt: skip
    words = words_of(app_test(lee, "read", query=AT).run())
    assert "The bridge, in French" in words
    assert "due today" in words
    assert "0/" in words


def test_in_the_readers_language(app_test: AppOf, lee: Member) -> None:
    drawn = html(app_test(lee, "read", language="ar", query=AT).run())
    assert 'dir="rtl"' in drawn
    assert "تحتاج إلى عمل" in drawn


def test_nothing_to_read_and_nothing_there_any_more(
    app_test: AppOf, house: Served, lee: Member
) -> None:
    gone = app_test(lee, "read", query={"document": "gone", "locale": "fr"}).run()
    assert "This is not here any more, or not for you." in words_of(gone)
    assert "document" not in gone.query_params
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")
    assert "There is no statement for you yet." in words_of(app_test(lee, "read").run())
    stranger = come_in(house.workspace, "Nobody", None)
    app = app_test(stranger)
    assert not app.run().exception


def test_an_archived_statement_can_still_be_read(
    app_test: AppOf, house: Served, bo: Member
) -> None:
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")
    app = app_test(bo, "read", query=AT).run()
    assert "A joint appeal" in words_of(app)
    assert [label for label, _, _ in links(app)] == ["Take it away"]


@pytest.mark.parametrize("text", HOSTILE[::6])
def test_what_people_wrote_is_text(
    app_test: AppOf, house: Served, lee: Member, ana: Member, text: str
) -> None:
    unit = units(house, ana)[2]
    try:
        save(house, ana, unit, text)
    except Exception:  # noqa: BLE001 - refused at the door
        return
    assert paragraph(house, ana, unit).row.text
    drawn = html(app_test(lee, "read", query=BOTH).run())
    for mark in ("<script", "<img", "<svg", "<iframe", "javascript:alert(1)'", "<style"):
        assert mark not in drawn
