"""Take away: what can be had of a statement, and how far each language is."""

from __future__ import annotations

import re

import pytest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import NOW, save, units
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import documents, review
from workflow.services.publishing import packing
from workflow.settings import DocumentChanges


@pytest.fixture
def lee(house: Served) -> Member:
    return come_in(house.workspace, "Lee", Role.READER)


def rows(drawn: str) -> dict[str, str]:
    """Give what each row says, by language."""
    found = re.findall(r'<tr><th scope="row">(\w+).*?</th>(.*?)</tr>', drawn)
    return {name: re.sub(r"<[^>]+>", "|", rest) for name, rest in found}


def test_one_way_to_everything_and_a_row_for_each_language(app_test: AppOf, lee: Member) -> None:
    drawn = html(app_test(lee, "take_away").run())
    assert drawn.count("<h1") == 1
    assert '<a class="us-main" href="./download/package?document=letter" target="_self">' in drawn
    found = rows(drawn)
    assert [*found] == ["English", "French", "Arabic"]
    assert "Original text" in found["English"]
    assert "Nothing is translated yet" in found["Arabic"]
    assert re.findall(r"form=(\w+)", drawn) == ["webpage", "markdown", "plaintext"]
    assert drawn.count("./download/catalog?") == 2


def test_how_far_a_language_is_is_said_in_words(
    app_test: AppOf, house: Served, lee: Member, ana: Member, bo: Member
) -> None:
    found = units(house, ana)
    for unit in found:
        save(house, ana, unit, "Une phrase.")
    review.send_back(house.workspace, bo.id, NOW, unit=found[0], locale="fr", seen=1, reason="No.")
    drawn = html(app_test(lee, "take_away").run())
    french = rows(drawn)["French"]
    assert "Draft" in french
    assert "1 paragraph needs work" in french
    assert f"{len(found) - 1} paragraphs wait for a second person" in french
    assert "not translated" not in french
    assert "Web page, in French" in drawn
    save(house, ana, found[0], "Autre.")
    for unit in found:
        seen = 3 if unit == found[0] else 1
        review.approve(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=seen)
    assert "✓ Finished" in rows(html(app_test(lee, "take_away").run()))["French"]


def test_the_rule_is_said(app_test: AppOf, house: Served, lee: Member) -> None:
    assert "when a second person has reviewed every paragraph" in words_of(
        app_test(lee, "take_away").run()
    )
    path = house.workspace.settings_path
    path.write_text(path.read_text("utf-8") + '\n[publication]\nminimum = "translated"\n', "utf-8")
    assert "when every paragraph is translated" in words_of(app_test(lee, "take_away").run())


def test_what_is_too_large_is_said_and_not_offered(
    app_test: AppOf, lee: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "PACKED_TEXTS", 1)
    drawn = html(app_test(lee, "take_away").run())
    assert "download/package" not in drawn
    assert "too large, in too many languages" in drawn


def test_other_statements(app_test: AppOf, house: Served, lee: Member) -> None:
    documents.add(
        house.workspace, OPERATOR, NOW, data=b"Another text.\n", file_name="other.txt",
        locale="en", languages=("ja",),
    )  # fmt: skip
    documents.change(
        house.workspace, OPERATOR, NOW, document="letter",
        changes=DocumentChanges(title="<b>The bridge</b>"),
    )  # fmt: skip
    app = app_test(lee, "take_away", query={"document": "letter"}).run()
    assert "<b>The bridge" not in html(app)
    app.selectbox[0].set_value("other").run()
    assert app.query_params["document"] == "other"
    assert [*rows(html(app))] == ["English", "Japanese"]
    assert ("Read it here", "read", "document=other") in links(app)


def test_nothing_there(app_test: AppOf, house: Served, lee: Member) -> None:
    gone = app_test(lee, "take_away", query={"document": "gone"}).run()
    assert "This is not here any more" in words_of(gone)
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")
    assert "There is no statement for you yet." in words_of(app_test(lee, "take_away").run())


def test_in_the_readers_language(app_test: AppOf, lee: Member) -> None:
    drawn = html(app_test(lee, "take_away", language="ar").run())
    assert 'dir="rtl"' in drawn
    assert '<span lang="en" dir="ltr">English</span>' in drawn
