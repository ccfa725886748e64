"""Translate: the statement, where one is in it, and what helps with the open paragraph."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import AT, NOW, move, rows, save, units
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import documents, people, translation
from workflow.store.schema import role_grant

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


def handed(app: AppTest) -> dict[str, Any]:
    """Give what the statement component was handed."""
    (found,) = [each for each in app.get("bidi_component") if '"stamp"' in each.proto.json]
    data: dict[str, Any] = json.loads(found.proto.json)
    return data


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
    one, two, *_ = units(house, ana)
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
    two = units(house, ana)[1]
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
    unit = units(house, kim)[0]
    app = app_test(kim, "translate", query=AT | {"paragraph": unit}).run()
    app.selectbox[0].select_index(1).run()
    assert handed(app)["locale"] == "ar"
    assert app.query_params["locale"] == "ar"
    assert "paragraph" not in app.query_params


def test_progress_and_the_stamp_follow_a_save(house: Served, app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "translate", query=AT).run()
    before = handed(app)["stamp"]
    save(house, ana, units(house, ana)[0], "Un appel")
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
    unit = units(house, ana)[0]
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
    unit = units(house, ana)[0]
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
    unit = units(house, ana)[0]
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


# --- as it will be published ---------------------------------------------------------------------


def test_it_can_be_read_as_it_will_be_published(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    save(house, ana, units(house, ana)[0], "Un appel commun")
    app = app_test(ana, "translate", query=AT).run()
    app.toggle(key="preview-letter-fr").set_value(True).run()
    drawn = html(app)
    assert '<h2 class="us-heading">Un appel commun</h2>' in drawn
    assert "5 paragraphs are not translated yet" in drawn
    assert drawn.count("us-missing") == 5


def test_what_needs_work_does_not_get_in_and_is_not_called_untranslated(
    house: Served, app_test: AppOf, ana: Member
) -> None:
    one, two, three, *_ = units(house, ana)
    for unit in (one, two, three):
        save(house, ana, unit, "Un texte")
    for unit in (one, three):
        translation.mark(house.workspace, ana.id, NOW, unit=unit, locale="fr", seen=1)
    app = app_test(ana, "translate", query=AT).run()
    app.toggle(key="preview-letter-fr").set_value(True).run()
    said = words_of(app)
    assert "3 paragraphs are not translated yet" in said
    assert "The translations of 2 paragraphs need work and do not get in" in said
    rough, missing = "its translation needs work and does not get in", "not translated yet"
    assert (said.count(rough), said.count(f" {missing}") - 1) == (2, 3)
    assert f"A joint appeal for the bridge {rough}" in said
