"""Me: what one sees and changes of oneself."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update
from streamlit.testing.v1 import AppTest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from ui.language import words
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.errors import LinkRefused
from workflow.services import people
from workflow.services.people import Me
from workflow.store.ids import digest_of, new_secret
from workflow.store.schema import session
from workflow.store.sessions import begin_session, step_of


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.TRANSLATOR, locale="fr")


def me(house: Served, member: Member) -> Me:
    return people.me(house.workspace, member.id, house.clock())


def html(app: AppTest) -> str:
    """Give all HTML of the page as one text."""
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def press(app: AppTest, label: str, number: int = 0) -> AppTest:
    found = [each for each in app.button if each.label == label]
    done = found[number].click().run()
    assert not done.exception
    return done


def second_device(house: Served, member: Member) -> str:
    secret = new_secret()
    with house.workspace.store.writing() as db:
        begin_session(db, member.id, digest_of(secret), house.clock())
    return secret


# --- looking -------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everybody_sees_himself(
    house: Served, app_test: AppOf, role: Role | None, language: str
) -> None:
    member = come_in(house.workspace, "Samar", role)
    app = app_test(member, "me", language=language).run()
    assert not app.exception
    assert app.text_input(key="me-name-typed").value == "Samar"
    assert ('dir="rtl"' in html(app)) == (language == "ar")
    assert ("<table" in html(app)) == (role is not None)


def test_looking_changes_nothing(house: Served, app_test: AppOf, omar: Member) -> None:
    before = people.my_data(house.workspace, omar.id, house.clock())["tables"]
    app_test(omar, "me").run().run()
    assert people.my_data(house.workspace, omar.id, house.clock())["tables"] == before


def test_roles_are_told_in_words(house: Served, app_test: AppOf, omar: Member) -> None:
    found = html(app_test(omar, "me").run())
    row = re.search(r"<tbody><tr>(.*?)</tr>", found)
    assert row
    assert re.sub(r"<[^>]+>", "|", row[1]).strip("|").split("||") == [
        "Translator",
        "All statements",
        "French",
    ]


def test_links_lead_out_and_to_the_data(app_test: AppOf, omar: Member) -> None:
    found = html(app_test(omar, "me").run())
    assert 'href="/sign-out"' in found
    assert 'href="/download/my-data"' in found


# --- names ---------------------------------------------------------------------------------------


def test_changing_the_name(house: Served, app_test: AppOf, omar: Member) -> None:
    app = app_test(omar, "me").run()
    app.text_input(key="me-name-typed").set_value(" Omar  of the hills")
    app = press(app, "Change my name")
    assert me(house, omar).name == "Omar of the hills"
    assert "Your name is changed." in html(app)
    assert "Your name is changed." not in html(app.run())


def test_a_name_that_is_taken(house: Served, app_test: AppOf, omar: Member) -> None:
    come_in(house.workspace, "Rana", Role.REVIEWER)
    app = app_test(omar, "me").run()
    app.text_input(key="me-name-typed").set_value("Rana")
    app = press(app, "Change my name")
    assert "is taken" in html(app)
    assert app.text_input(key="me-name-typed").value == "Rana"
    assert me(house, omar).name == "Omar"


def test_credit_or_none(house: Served, app_test: AppOf, omar: Member) -> None:
    app = app_test(omar, "me").run()
    for typed, credit, sentence in (
        ("Omar Haddad", "Omar Haddad", "you are thanked under this name"),
        (" ", "", "you are not named anywhere"),
    ):
        app.text_input(key="me-credit-typed").set_value(typed)
        app = press(app, "Save", 0)
        assert me(house, omar).credit == credit
        assert sentence in html(app)


@pytest.mark.parametrize("key", ["me-name-typed", "me-credit-typed", "me-erase-typed"])
def test_hostile_text_becomes_no_markup(
    house: Served, app_test: AppOf, omar: Member, key: str
) -> None:
    button = {"me-name-typed": "Change my name", "me-credit-typed": "Save"}.get(key, "Erase me")
    app = app_test(omar, "me").run()
    usual = set(re.findall(r"<(\w+)", html(app)))
    for text in HOSTILE:
        app.text_input(key=key).set_value(text)
        app = press(app, button)
        found = html(app)
        assert set(re.findall(r"<(\w+)", found)) <= usual
        assert "evil" not in " ".join(re.findall(r"<[^>]+>", found))
        shown = [each.value for each in (*app.markdown, *app.caption, *app.error, *app.success)]
        assert not [each for each in shown if text in each]
    assert me(house, omar).id == omar.id


# --- language ------------------------------------------------------------------------------------


def test_the_language_of_the_pages(house: Served, app_test: AppOf, omar: Member) -> None:
    app = app_test(omar, "me").run()
    chooser = app.selectbox(key="me-language-chosen")
    assert chooser.options[:2] == ["As my browser says", "English"]
    assert "العربية" in chooser.options
    chooser.set_value("ar")
    app = press(app, "Save", 1)
    assert me(house, omar).interface_locale == "ar"
    assert 'dir="rtl"' in html(app)
    chooser = app.selectbox(key="me-language-chosen")
    assert chooser.value == "ar"
    chooser.set_value("")
    app = press(app, words("ar").say("Save"), 1)
    assert me(house, omar).interface_locale == ""
    assert 'dir="rtl"' not in html(app)


def test_another_tab_is_not_overruled(house: Served, app_test: AppOf, omar: Member) -> None:
    app = app_test(omar, "me").run()
    people.change_me(house.workspace, omar.id, house.clock(), interface_locale="ar", credit="O")
    app.run()
    assert (me(house, omar).interface_locale, me(house, omar).credit) == ("ar", "O")


# --- links and devices ---------------------------------------------------------------------------


def test_a_new_return_link_is_shown_once(house: Served, app_test: AppOf, omar: Member) -> None:
    app = app_test(omar, "me").run()
    assert "You have no return link." in html(app)
    app = press(app, "Make a new return link")
    (shown,) = app.code
    address = re.fullmatch(r"http://[\w.:]+/back/([\w-]{43})", shown.value)
    assert address
    assert "data:image/svg+xml" in html(app)
    token = people.come_back(house.workspace, address[1], house.clock())
    assert people.who(house.workspace, token, house.clock()) == omar.id
    again = app.run()
    assert not again.code
    assert "You have no return link." not in html(again)


def test_a_link_of_somebody_else_is_told(house: Served, app_test: AppOf, omar: Member) -> None:
    kim = come_in(house.workspace, "Kim", Role.ADMIN)
    for maker, said in ((kim.id, "<bdi>Kim</bdi> made a return link"), (OPERATOR, "Somebody who")):
        people.issue_link(house.workspace, maker, house.clock(), member=omar.id)
        assert said in html(app_test(omar, "me").run())
    app = press(app_test(omar, "me").run(), "Make a new return link")
    assert "made a return link for you" in html(app)
    app = press(app, "Make the new link")
    assert "made a return link for you" not in html(app)
    assert "made a return link for you" not in html(app.run())


def test_a_link_that_works_is_replaced_only_when_asked(
    house: Served, app_test: AppOf, omar: Member
) -> None:
    old = people.renew_link(house.workspace, omar.id, house.clock())
    question = "The return link that you have now opens nothing any more then"

    def labels(app: AppTest) -> set[str]:
        return {each.label for each in app.button}

    app = press(app_test(omar, "me").run(), "Make a new return link")
    assert question in html(app)
    assert not app.code
    assert labels(app) >= {"Make the new link", "Keep the old one"}
    app = press(app, "Keep the old one")
    assert question not in html(app)
    assert "Make a new return link" in labels(app)
    assert people.come_back(house.workspace, old.token, house.clock())
    app = press(press(app, "Make a new return link"), "Make the new link")
    assert question not in html(app)
    (shown,) = app.code
    token = shown.value.rpartition("/")[2]
    assert people.come_back(house.workspace, token, house.clock())
    with pytest.raises(LinkRefused):
        people.come_back(house.workspace, old.token, house.clock())
    again = app.run()
    assert not again.code
    assert "Make a new return link" in labels(again)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "used in the last few minutes"),
        (4, "used in the last few minutes"),
        (11, "last used 6 minutes ago"),
        (125, "last used 2 hours ago"),
    ],
)
def test_when_another_device_was_used(
    house: Served,
    app_test: AppOf,
    omar: Member,
    monkeypatch: pytest.MonkeyPatch,
    minutes: int,
    said: str,
) -> None:
    second_device(house, omar)
    with house.workspace.store.writing() as db:
        db.execute(update(session).values(seen=step_of(house.clock())))
        [seen, _] = db.execute(select(session.c.seen)).scalars()
    now = seen + timedelta(minutes=minutes)
    monkeypatch.setattr("ui.served._House.served", Served(house.workspace, lambda: now))
    found = html(app_test(omar, "me").run())
    assert said in found
    assert "last used in " not in found


def test_another_device_is_signed_out(house: Served, app_test: AppOf, omar: Member) -> None:
    other = second_device(house, omar)
    app = app_test(omar, "me").run()
    assert html(app).count("This browser, since") == 1
    app = press(app, "Sign out there")
    assert people.who(house.workspace, other, house.clock()) is None
    assert people.who(house.workspace, omar.session, house.clock()) == omar.id
    assert "That browser is signed out." in html(app)
    assert [each.label for each in app.button if each.label == "Sign out there"] == []


def test_a_fault_in_the_settings_keeps_nobody_from_his_own(
    house: Served, app_test: AppOf, omar: Member
) -> None:
    house.workspace.settings_path.write_text('name = "Un', "utf-8")
    assert "Erase me" in {each.label for each in app_test(omar, "me").run().button}
    app = press(app_test(omar, "me").run(), "Make a new return link")
    assert "in workspace.toml, have a fault in them" in html(app)
    assert me(house, omar).link is None


# --- leaving -------------------------------------------------------------------------------------


def test_erasing_takes_the_name(house: Served, app_test: AppOf, omar: Member) -> None:
    app = app_test(omar, "me").run()
    app.text_input(key="me-erase-typed").set_value("omar")
    app = press(app, "Erase me")
    assert "Nothing was erased" in html(app)
    assert me(house, omar).name == "Omar"
    app.text_input(key="me-erase-typed").set_value(" Omar ")
    app = press(app, "Erase me")
    assert html(app) == ""
    assert not app.text_input
    assert people.who(house.workspace, omar.session, house.clock()) is None
    assert [each.name for each in people.members(house.workspace, OPERATOR, house.clock())] == []


def test_whoever_was_erased_is_told_at_the_door(app_test: AppOf, omar: Member) -> None:
    page = app_test(omar, "me").run()
    page.text_input(key="me-erase-typed").set_value("Omar")
    press(page, "Erase me")
    assert tuple(page.session_state["said"]) == (
        "door",
        "You are forgotten here. What you wrote stays, without your name.",
    )
    assert "person" not in page.session_state


def test_the_last_admin_stays(house: Served, app_test: AppOf) -> None:
    kim = come_in(house.workspace, "Kim", Role.ADMIN)
    app = app_test(kim, "me").run()
    app.text_input(key="me-erase-typed").set_value("Kim")
    app = press(app, "Erase me")
    assert "you are the last admin" in html(app)
    assert me(house, kim).name == "Kim"


def test_after_signing_out_nothing_can_be_done(
    house: Served, app_test: AppOf, omar: Member
) -> None:
    app = app_test(omar, "me").run()
    app.text_input(key="me-name-typed").set_value("Somebody")
    people.sign_out_everywhere(house.workspace, omar.id, house.clock())
    app = press(app, "Change my name")
    assert not app.text_input
    assert me(house, omar).name == "Omar"
