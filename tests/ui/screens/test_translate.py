"""Translate: the statement, where one is in it, and what helps with the open paragraph."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update
from streamlit.testing.v1 import AppTest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, words_of
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.errors import HostileInput
from workflow.services import documents, people, translation
from workflow.services.translation import Paragraph, Row
from workflow.store.ids import new_id
from workflow.store.schema import comment, role_grant

NOW = datetime.now(UTC)
AT = {"document": "letter", "locale": "fr"}
KEY = "statement-letter-fr"
FRESH = """\
import sys
from pathlib import Path
from types import SimpleNamespace

from streamlit.runtime import context
from streamlit.testing.v1 import AppTest

from tests.serving import come_in, make_workspace
from tests.ui.conftest import ONE_SCREEN
from ui.served import Served, _House
from workflow.access import Role
from workflow.services.workspace import open_workspace

with open_workspace(make_workspace(Path(sys.argv[1]) / "house")) as workspace:
    _House.served = Served(workspace)
    ana = come_in(workspace, "Ana", Role.TRANSLATOR)
    cookies = {"undersigned": ana.session}
    context._get_client_context = lambda: SimpleNamespace(cookies=cookies, headers=[])
    app = AppTest.from_string(ONE_SCREEN.format(screen="translate"), default_timeout=20).run()
    print(len(app.get("bidi_component")), "pandas" in sys.modules)
"""


@pytest.fixture
def ana(house: Served) -> Member:
    return come_in(house.workspace, "Ana", Role.TRANSLATOR, locale="fr")


@pytest.fixture
def bo(house: Served) -> Member:
    return come_in(house.workspace, "Bo", Role.REVIEWER)


def rows(house: Served, who: Member) -> tuple[Row, ...]:
    return translation.units(house.workspace, who.id, NOW, document="letter", locale="fr")


def paragraph(house: Served, who: Member, unit: str) -> Paragraph:
    return translation.unit(house.workspace, who.id, NOW, unit=unit, locale="fr")


def save(house: Served, who: Member, unit: str, text: str, seen: int = 0) -> None:
    translation.save(
        house.workspace,
        who.id,
        NOW,
        unit=unit,
        locale="fr",
        text=text,
        seen=seen,
        token=new_id(NOW),
    )


def handed(app: AppTest) -> dict[str, Any]:
    """Give what the statement component was handed."""
    (found,) = [each for each in app.get("bidi_component") if '"stamp"' in each.proto.json]
    data: dict[str, Any] = json.loads(found.proto.json)
    return data


def move(app: AppTest, unit: str, seq: int) -> AppTest:
    """Do as the component does when somebody opens a paragraph."""
    app.session_state[KEY] = {"at": {"unit": unit, "seq": seq}}
    return app.run()


def opened(app: AppTest) -> AppTest:
    """Open all panels of the help, as clicks on their titles do; a test's page forgets that."""
    unit = app.query_params["paragraph"]
    for panel in ("suggested", "remarks", "needs-work", "history"):
        app.session_state[f"{panel}-{unit}-fr"] = True
    return app


def press(app: AppTest, label: str) -> AppTest:
    (found,) = [each for each in app.button if each.label == label]
    found.click()
    return opened(app).run()


# --- where one is --------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [None, *Role])
def test_every_role_sees_what_it_may(house: Served, app_test: AppOf, role: Role | None) -> None:
    who = come_in(house.workspace, "Who", role)
    app = app_test(who, "translate", query=AT).run()
    assert html(app).count("<h1") == 1
    if role is None:
        assert "There is no statement for you yet." in words_of(app)
    else:
        assert handed(app)["document"] == "letter"
        assert "Open a paragraph" in words_of(app)


def test_the_address_says_where_one_is(house: Served, app_test: AppOf, ana: Member) -> None:
    one, two, *_ = (row.unit for row in rows(house, ana))
    app = app_test(ana, "translate", query=AT | {"paragraph": one}).run()
    assert handed(app)["open"] == one
    move(app, two, 1)
    assert app.query_params["paragraph"] == two
    assert handed(app)["open"] == one, "moving on does not open anything anew"
    again = app_test(ana, "translate", query=AT | {"paragraph": two}).run()
    assert handed(again)["open"] == two


def test_without_an_address_the_first_statement_is_opened(app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "translate").run()
    assert (handed(app)["document"], handed(app)["locale"]) == ("letter", "fr")
    assert app.query_params["document"] == "letter"


def test_a_click_on_the_bar_leaves_one_where_one_was(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    two = rows(house, ana)[1].unit
    app = app_test(ana, "translate", query=AT | {"paragraph": two}).run()
    for name in ("document", "locale", "paragraph"):
        del app.query_params[name]
    app.run()
    assert handed(app)["document"] == "letter"
    assert app.query_params["paragraph"] == two


def test_what_is_not_there_is_said(app_test: AppOf, ana: Member) -> None:
    for wrong in ({"document": "none"}, {"locale": "ar"}, {"document": "<script>"}):
        app = app_test(ana, "translate", query=AT | wrong).run()
        assert "This is not here any more, or not for you." in words_of(app)


def test_another_statement_is_chosen(house: Served, app_test: AppOf) -> None:
    kim = come_in(house.workspace, "Kim", Role.TRANSLATOR)
    unit = rows(house, kim)[0].unit
    app = app_test(kim, "translate", query=AT | {"paragraph": unit}).run()
    app.selectbox[0].select_index(1).run()
    assert handed(app)["locale"] == "ar"
    assert app.query_params["locale"] == "ar"
    assert "paragraph" not in app.query_params


def test_progress_and_the_stamp_follow_a_save(house: Served, app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "translate", query=AT).run()
    before = handed(app)["stamp"]
    save(house, ana, rows(house, ana)[0].unit, "Un appel")
    app.run()
    assert handed(app)["stamp"] != before
    assert "1 of 6 paragraphs translated" in words_of(app)


def test_no_pandas_is_read_in(tmp_path: Path) -> None:
    """Asked of a fresh process that draws the screen: in this one, others have read it in."""
    said = subprocess.run(
        [sys.executable, "-c", FRESH, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "1 False"


# --- a session that has ended --------------------------------------------------------------------


def test_an_ended_session_leaves_the_statement_and_reads_nothing(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    unit = rows(house, ana)[0].unit
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    before = handed(app)
    people.sign_out_everywhere(house.workspace, ana.id, NOW)
    save(house, come_in(house.workspace, "Bo", Role.TRANSLATOR), unit, "Un autre")
    app.run()
    assert handed(app) == before
    assert "Un autre" not in html(app)


def _no_role_any_more(house: Served, who: Member) -> None:
    with house.workspace.store.writing() as db:
        db.execute(delete(role_grant).where(role_grant.c.member == who.id))


def _another_role(house: Served, who: Member) -> None:
    """He may translate this into another language, so there is something to do for him."""
    with house.workspace.store.writing() as db:
        changed = update(role_grant).where(role_grant.c.member == who.id)
        db.execute(changed.values(locale="ar"))


def _archived(house: Served, _: Member) -> None:
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")


@pytest.mark.parametrize("happened", [_no_role_any_more, _another_role, _archived])
def test_what_is_taken_away_leaves_the_open_field(
    house: Served, app_test: AppOf, ana: Member, happened: Callable[[Served, Member], None]
) -> None:
    unit = rows(house, ana)[0].unit
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    before = handed(app)
    happened(house, ana)
    app.run()
    assert handed(app) == before
    assert "What you have typed is still in its field" in words_of(app)
    again = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    assert not again.get("bidi_component"), "in a new tab nothing is typed, and nothing is shown"


def test_in_a_plain_field_too_an_ended_session_reads_and_saves_nothing(
    house: Served, app_test: AppOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNDERSIGNED_PLAIN", "1")
    unit = rows(house, ana)[0].unit
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    app.text_area[1].input("Un appel")
    people.sign_out_everywhere(house.workspace, ana.id, NOW)
    app.run()
    (field,) = app.text_area
    assert field.value == "Un appel"
    assert not app.button
    assert "You can copy what you have typed" in app.info[0].value
    bo = come_in(house.workspace, "Bo", Role.TRANSLATOR)
    assert rows(house, bo)[0].version == 0


# --- the help ------------------------------------------------------------------------------------


def test_findings_are_said_in_a_sentence(house: Served, app_test: AppOf, ana: Member) -> None:
    unit = rows(house, ana)[1].unit
    save(house, ana, unit, "Harbour Bay, le 15 mars 2026")
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    assert "The number 14 is not in your translation." in words_of(app)
    save(house, ana, unit, "Harbour Bay, le 14 mars 2026", seen=1)
    assert "is not in your translation" not in words_of(app.run())


def test_one_asks_answers_and_settles(house: Served, app_test: AppOf, ana: Member) -> None:
    unit = rows(house, ana)[2].unit
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    app.text_area(key=f"said-0-{unit}-fr").input("Which bridge?")
    press(app, "Ask")
    assert "Which bridge?" in words_of(app)
    (asked,) = paragraph(house, ana, unit).remarks
    app.toggle(key=f"answers-{asked.id}-0-{unit}-fr").set_value(True)
    opened(app).run()
    app.text_area(key=f"text-answers-{asked.id}-0-{unit}-fr").input("The old one.")
    press(app, "Send the answer")
    assert [each.text for each in paragraph(house, ana, unit).remarks][1] == "The old one."
    press(app, "Settled")
    assert not any(each.is_open for each in paragraph(house, ana, unit).remarks)
    assert "Settled by Ana" in words_of(app)


def test_what_is_refused_is_said_and_stays_in_its_field(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    unit = rows(house, ana)[2].unit
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    field = app.text_area(key=f"said-0-{unit}-fr")
    field.input("x" * 20_000)
    press(app, "Comment")
    assert "This text is too long" in words_of(app)
    assert app.text_area(key=f"said-0-{unit}-fr").value == "x" * 20_000
    assert paragraph(house, ana, unit).remarks == ()


def test_nobody_takes_away_what_one_is_typing(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    """Neither by a comment nor an answer, neither by settling the thread nor by a suggestion."""
    work, unit = house.workspace, rows(house, ana)[2].unit
    which = {"unit": unit, "locale": "fr"}
    asked = translation.ask(work, bo.id, NOW, **which, text="Which bridge?")
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    app.toggle(key=f"answers-{asked}-0-{unit}-fr").set_value(True)
    opened(app).run()

    def others_are_faster() -> None:
        translation.comment(work, bo.id, NOW, **which, text="I am faster.")
        translation.comment(work, bo.id, NOW, **which, text="So am I.", parent=asked)
        translation.suggest(work, bo.id, NOW, **which, text="Plus vite")
        translation.resolve(work, bo.id, NOW, comment=asked)

    app.text_area(key=f"said-0-{unit}-fr").input("My comment")
    app.text_area(key=f"text-answers-{asked}-0-{unit}-fr").input("My answer")
    app.text_area(key=f"suggestion-0-{unit}-fr").input("Moins vite")
    others_are_faster()
    press(app, "Comment")
    press(app, "Send the answer")
    press(app, "Suggest it")
    found = paragraph(house, ana, unit)
    assert {"My comment", "My answer"} < {each.text for each in found.remarks}
    assert {each.text for each in found.suggestions} == {"Plus vite", "Moins vite"}
    assert {each.value for each in app.text_area} == {""}, "what was sent is in no field any more"


@pytest.mark.parametrize("state", [False, True])
def test_a_reason_is_kept_where_the_text_has_changed_meanwhile(
    house: Served, app_test: AppOf, ana: Member, bo: Member, state: bool
) -> None:
    unit = rows(house, ana)[0].unit
    save(house, ana, unit, "Un appel")
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    app.text_area(key=f"reason-0-{unit}-fr").input("Joint is missing.")
    if state:
        translation.mark(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1)
    else:
        save(house, bo, unit, "Un appel commun", seen=1)
    opened(app).run()  # as where the field was left before the click
    press(app, "It needs work")
    assert "The text has changed meanwhile." in words_of(app)
    assert app.text_area(key=f"reason-0-{unit}-fr").value == "Joint is missing."
    assert paragraph(house, ana, unit).row.version == 2
    press(app, "It needs work")
    assert paragraph(house, ana, unit).history[0].reason == "Joint is missing."
    assert "Needs work?" not in [each.label for each in app.expander]


def test_what_is_half_typed_waits_while_another_paragraph_is_open(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    one, two, *_ = (row.unit for row in rows(house, ana))
    app = app_test(ana, "translate", query=AT | {"paragraph": one}).run()
    opened(app).run()
    for name in ("said", "suggestion"):
        app.text_area(key=f"{name}-0-{one}-fr").input("Half a")
        assert not app.text_area(key=f"{name}-0-{one}-fr").proto.form_id
    opened(app).run()
    app.query_params["paragraph"] = two
    opened(move(app, two, 1)).run()
    assert {each.value for each in app.text_area} == {""}
    app.query_params["paragraph"] = one
    opened(move(app, one, 2)).run()
    assert [each.value for each in app.text_area] == ["Half a", "Half a"]


def test_a_suggestion_in_vain_is_answered(house: Served, app_test: AppOf, ana: Member) -> None:
    unit = rows(house, ana)[0].unit
    save(house, ana, unit, "Un appel")
    save(house, ana, unit, "Une lettre", seen=1)
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    for text, said in (
        (" ", "Nothing is typed here"),
        ("Une lettre", "This is the translation already"),
        ("Un appel", "This text was the translation before"),
    ):
        opened(app).run()
        app.text_area(key=f"suggestion-0-{unit}-fr").input(text)
        press(app, "Suggest it")
        assert said in words_of(app)
        assert app.text_area(key=f"suggestion-0-{unit}-fr").value == text
    assert paragraph(house, ana, unit).suggestions == ()


def test_a_reader_suggests_and_changes_nothing(house: Served, app_test: AppOf) -> None:
    lee = come_in(house.workspace, "Lee", Role.READER)
    unit = rows(house, lee)[0].unit
    app = app_test(lee, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    app.text_area(key=f"suggestion-0-{unit}-fr").input("Un appel commun")
    press(app, "Suggest it")
    assert "Lee suggests" in words_of(app)
    found = paragraph(house, lee, unit)
    assert [each.text for each in found.suggestions] == ["Un appel commun"]
    assert found.row.version == 0
    assert "Needs work?" not in [each.label for each in app.expander]


def test_an_earlier_text_is_taken_again(house: Served, app_test: AppOf, ana: Member) -> None:
    unit = rows(house, ana)[0].unit
    save(house, ana, unit, "Un appel")
    save(house, ana, unit, "Une lettre", seen=1)
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    assert "<del>" in html(app)
    press(app, "Take this text again")
    assert paragraph(house, ana, unit).row.text == "Un appel"


def test_a_text_is_said_to_need_work(house: Served, app_test: AppOf, ana: Member) -> None:
    unit = rows(house, ana)[0].unit
    save(house, ana, unit, "Un appel")
    app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
    opened(app).run()
    app.text_area(key=f"reason-0-{unit}-fr").input("Joint is missing.")
    press(app, "It needs work")
    found = paragraph(house, ana, unit)
    assert (found.row.state.name, found.history[0].reason) == ("NEEDS_WORK", "Joint is missing.")


def test_what_the_authors_changed_is_shown_with_the_translation_of_then(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    work, unit = house.workspace, rows(house, ana)[2].unit
    save(house, ana, unit, "Gardez le pont.")
    text = documents.source(work, OPERATOR, NOW, document="letter").data.decode()
    documents.propose(
        work, OPERATOR, NOW, document="letter", data=text.replace("bridge open", "lamp on").encode()
    )
    proposal = documents.proposal(work, OPERATOR, NOW, document="letter")
    assert proposal is not None
    documents.release(work, OPERATOR, NOW, document="letter", digest=proposal.digest)
    save(house, bo, unit, "Gardez la lampe.", seen=paragraph(house, bo, unit).row.version)
    drawn = html(app_test(ana, "translate", query=AT | {"paragraph": unit}).run())
    assert "Changed since your version" in drawn
    assert "<ins>lamp" in drawn
    assert "Gardez le pont." in drawn


def test_it_can_be_read_as_it_will_be_published(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    save(house, ana, rows(house, ana)[0].unit, "Un appel commun")
    app = app_test(ana, "translate", query=AT).run()
    app.toggle(key="preview-letter-fr").set_value(True).run()
    drawn = html(app)
    assert '<h2 class="us-heading">Un appel commun</h2>' in drawn
    assert "5 paragraphs are not translated yet" in drawn
    assert drawn.count("us-missing") == 5


@pytest.mark.parametrize("text", HOSTILE[:: len(HOSTILE) // 6])
def test_hostile_texts_stay_texts(house: Served, app_test: AppOf, ana: Member, text: str) -> None:
    unit = rows(house, ana)[0].unit

    def drawn(question: str) -> int:
        ask = {"unit": unit, "locale": "fr", "text": question}
        asked = translation.ask(house.workspace, ana.id, NOW, **ask)
        app = app_test(ana, "translate", query=AT | {"paragraph": unit}).run()
        translation.resolve(house.workspace, ana.id, NOW, comment=asked)
        with house.workspace.store.writing() as db:
            db.execute(delete(comment).where(comment.c.id == asked))
        return html(app).count("<")

    plain = drawn("Why?")
    with contextlib.suppress(HostileInput):  # the front desk may refuse it, which is as good
        assert drawn(text) == plain
