"""The way in: invitations and return links, as a browser meets them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest

from tests.asking import HOST, Ask, Got
from tests.hostile import HOSTILE
from tests.serving import come_in
from ui.language import offered, words
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import people, translation

POSTS = ("/join/{}", "/back/{}", "/sign-out", "/api/save", "/api/draft")


def invited(
    house: Served, role: Role = Role.TRANSLATOR, *, document: str = "", locale: str = ""
) -> str:
    made = people.invite(
        house.workspace, OPERATOR, house.clock(), role=role, document=document, locale=locale
    )
    return f"/join/{made.link.token}"


def joined(ask: Ask, house: Served, name: str = "Samar", **which: str) -> tuple[str, str]:
    """Let somebody in by the door; give the token of the session and the path of the link."""
    got = ask("POST", invited(house, **which), form={"name": name})  # type: ignore[arg-type]
    assert got.status == 200
    return got.session, return_link_in(got)


def return_link_in(got: Got) -> str:
    found = re.search(rf'<code id="link"[^>]*>http://{HOST}(/back/[\w-]{{43}})</code>', got.text)
    assert found
    return found[1]


def names(house: Served) -> list[str]:
    return sorted(each.name for each in people.members(house.workspace, OPERATOR, house.clock()))


class Tags(HTMLParser):
    """Reads which elements a page has, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


# --- invitations ---------------------------------------------------------------------------------


def test_an_invitation_says_what_it_is_for(ask: Ask, house: Served) -> None:
    got = ask("GET", invited(house, document="letter", locale="fr"))
    assert got.status == 200
    assert "Harbour Bay" in got.text
    assert "You are invited to translate" in got.text
    assert ">letter<" in got.text
    assert "French" in got.text
    assert got.header("cache-control") == "no-store"
    assert "set-cookie" not in dict(got.headers)


@pytest.mark.parametrize("role", Role)
def test_each_role_is_invited_in_its_own_words(ask: Ask, house: Served, role: Role) -> None:
    said = {
        Role.READER: "read and comment",
        Role.TRANSLATOR: "to translate",
        Role.REVIEWER: "to review",
        Role.COORDINATOR: "to coordinate",
        Role.ADMIN: "to run this workspace",
    }
    got = ask("GET", invited(house, role))
    assert said[role] in got.text
    assert "All statements" in got.text
    assert "All languages" in got.text


def test_looking_at_an_invitation_changes_nothing(ask: Ask, house: Served) -> None:
    path = invited(house)
    for method in ("GET", "HEAD", "GET"):
        assert ask(method, path).status == 200
    assert names(house) == []
    assert ask("POST", path, form={"name": "Samar"}).status == 200
    assert names(house) == ["Samar"]


def test_joining_shows_the_return_link_once_and_signs_in(ask: Ask, house: Served) -> None:
    got = ask("POST", invited(house), form={"name": "  Samar  of the river "})
    assert "Welcome, \u2068Samar of the river\u2069" in got.text
    assert '<svg viewBox="0 0 ' in got.text
    assert people.who(house.workspace, got.session, house.clock())
    cookie = got.header("set-cookie").lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    back = ask("POST", return_link_in(got), form={})
    assert (back.status, back.header("location")) == (303, "/")


@pytest.mark.parametrize(
    ("which", "begins"),
    [
        ({"document": "letter", "locale": "fr"}, "/translate?document=letter&amp;locale=fr"),
        ({"locale": "ar"}, "/translate?document=letter&amp;locale=ar"),
        ({"document": "letter"}, "/translate?document=letter&amp;locale=fr"),
        ({}, "/translate?document=letter&amp;locale=fr"),
        ({"locale": "sw"}, "/"),
    ],
)
def test_beginning_is_where_the_work_is(
    ask: Ask, house: Served, which: dict[str, str], begins: str
) -> None:
    path = invited(house, **which)  # type: ignore[arg-type]
    headers = {"accept-language": "de, fr;q=0.8, en;q=0.5"}
    got = ask("POST", path, form={"name": "Samar"}, headers=headers)
    found = re.search(r'<a class="button" href="([^"]+)">Commencer</a>', got.text)
    assert found
    where, _, paragraph = found[1].partition("&amp;paragraph=")
    assert where == begins
    assert bool(paragraph) == (begins != "/")


def test_a_reviewer_begins_at_what_waits_for_her(ask: Ask, house: Served) -> None:
    omar, now = come_in(house.workspace, "Omar", Role.TRANSLATOR), house.clock()
    rows = translation.units(house.workspace, omar.id, now, document="letter", locale="ar")
    path = invited(house, Role.REVIEWER)
    translation.save(
        house.workspace,
        omar.id,
        now,
        unit=rows[1].unit,
        locale="ar",
        text="الميناء",
        seen=0,
        token="one",
    )
    got = ask("POST", path, form={"name": "Rana"})
    begins = f"/review?document=letter&amp;locale=ar&amp;paragraph={rows[1].unit}"
    assert f'<a class="button" href="{begins}">Begin</a>' in got.text
    other = ask("POST", invited(house, Role.REVIEWER, locale="fr"), form={"name": "Bo"})
    assert "/translate?document=letter&amp;locale=fr" in other.text


def test_the_first_paragraph_to_do_stands_open(ask: Ask, house: Served) -> None:
    omar, now = come_in(house.workspace, "Omar", Role.TRANSLATOR), house.clock()
    which = {"document": "letter", "locale": "fr"}
    rows = translation.sheet(house.workspace, omar.id, now, **which).rows
    for number, row in enumerate(rows[:2]):
        translation.save(
            house.workspace,
            omar.id,
            now,
            unit=row.unit,
            locale="fr",
            text=f"Texte {number}",
            seen=0,
            token=str(number),
        )
    for name, given in (("Samar", which), ("Yara", {})):
        headers = {"accept-language": "fr"}
        path = invited(house, **given)  # type: ignore[arg-type]
        got = ask("POST", path, form={"name": name}, headers=headers)
        assert f'&amp;paragraph={rows[2].unit}"' in got.text


def begins(got: Got) -> str:
    begin = "|".join(words(tag).say("Begin") for tag in offered())
    found = re.search(rf'<a class="button" href="([^"]+)">(?:{begin})</a>', got.text)
    assert found
    return found[1].partition("&amp;paragraph=")[0]


@pytest.mark.parametrize(
    ("browser", "locale"),
    [("en", "ar"), ("", "ar"), ("fr-CA", "fr"), ("de, fr;q=0.5, ar;q=0.2", "fr"), ("ar-EG", "ar")],
)
def test_an_invitation_for_everything_leads_into_a_text(
    ask: Ask, house: Served, browser: str, locale: str
) -> None:
    headers = {"accept-language": browser}
    got = ask("POST", invited(house), form={"name": "Samar"}, headers=headers)
    assert begins(got) == f"/translate?document=letter&amp;locale={locale}"


def test_where_nothing_is_to_do_one_begins_at_home(ask: Ask, house: Served) -> None:
    omar, now = come_in(house.workspace, "Omar", Role.TRANSLATOR), house.clock()
    for row in translation.sheet(
        house.workspace, omar.id, now, document="letter", locale="fr"
    ).rows:
        translation.save(
            house.workspace,
            omar.id,
            now,
            unit=row.unit,
            locale="fr",
            text="Texte",
            seen=0,
            token=row.unit,
        )
    got = ask("POST", invited(house, locale="fr"), form={"name": "Samar"})
    assert begins(got) == "/"
    got = ask("POST", invited(house), form={"name": "Yara"}, headers={"accept-language": "fr"})
    assert begins(got) == "/translate?document=letter&amp;locale=ar"


def test_a_coordinator_begins_at_home(ask: Ask, house: Served) -> None:
    got = ask("POST", invited(house, Role.COORDINATOR), form={"name": "Kim"})
    assert '<a class="button" href="/">Begin</a>' in got.text


def test_a_name_that_is_refused_comes_back(ask: Ask, house: Served) -> None:
    come_in(house.workspace, "Omar", Role.TRANSLATOR)
    path = invited(house)
    for name, status, sentence in (
        ("Omаr", 409, "is taken, or looks like a name that is"),  # with a Cyrillic letter
        ("admin", 422, "This cannot be a name here."),
        ("", 422, "This cannot be a name here."),
        ("A" * 41, 422, "A name has at most 40 characters."),
    ):
        got = ask("POST", path, form={"name": name})
        assert (got.status, sentence in got.text) == (status, True), name
        assert f'value="{name}"' in got.text
        assert got.session == ""
    assert names(house) == ["Omar"]
    assert ask("POST", path, form={"name": "Samar"}).status == 200


def test_a_used_link_opens_nothing_and_says_what_to_do(ask: Ask, house: Served) -> None:
    path = invited(house)
    ask("POST", path, form={"name": "Samar"})
    for got in (ask("GET", path), ask("POST", path, form={"name": "Omar"})):
        assert got.status == 404
        assert "This link opens nothing" in got.text
        assert "Then open your own return link instead." in got.text
    assert names(house) == ["Samar"]


def test_a_member_is_not_let_in_twice(ask: Ask, house: Served) -> None:
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    path = invited(house)
    looked, pressed = ask("GET", path, who=omar), ask("POST", path, who=omar, form={"name": "B"})
    assert (looked.status, pressed.status) == (200, 409)
    for got in (looked, pressed):
        assert "signed in as \u2068Omar\u2069" in got.text
        assert '<a class="button" href="/">' in got.text
        assert got.header("x-here") == "1"
    assert names(house) == ["Omar"]
    assert ask("GET", path).header("x-here") == ""


def test_loading_the_welcome_again_says_what_became_of_the_link(ask: Ask, house: Served) -> None:
    path = invited(house, locale="fr")
    first = ask("POST", path, form={"name": "Samar"})
    assert (
        "It is shown only now. Keep it before you leave this page or load it again." in first.text
    )
    link = return_link_in(first)
    looked = ask("GET", path, who=first.session)
    pressed = ask("POST", path, who=first.session, form={"name": "Samar"})
    assert (looked.status, pressed.status) == (200, 200)
    for got in (looked, pressed):
        assert "You have joined already" in got.text
        assert "signed in as \u2068Samar\u2069. Your return link was shown once" in got.text
        assert "it still opens your place, unless a newer one was made since." in got.text
        assert link.removeprefix("/back/") not in got.text
        assert 'href="/me"' in got.text
        assert begins(got) == "/translate?document=letter&amp;locale=fr"
        assert got.header("x-here") == "1"
    assert names(house) == ["Samar"]
    other = ask("GET", path, who=come_in(house.workspace, "Omar", Role.TRANSLATOR))
    assert "You are here already" in other.text
    assert "Samar" not in other.text


def test_a_link_in_a_message_is_asked_for_once_more_with_the_cookie(
    ask: Ask, house: Served
) -> None:
    path = invited(house)
    assert "data-ask-again" in ask("GET", path, headers={"sec-fetch-site": "cross-site"}).text
    assert "data-ask-again" not in ask("GET", path).text


def test_guesses_are_shut_out(ask: Ask, house: Served) -> None:
    good = invited(house)
    for path in ("/join/guess", "/back/guess"):
        got = [ask("POST", path, form={"name": "x"}, client="198.51.100.1") for _ in range(7)]
        assert [each.status for each in got] == [404] * 5 + [429] * 2
        assert "Please wait a moment" in got[-1].text
        assert int(got[-1].header("retry-after")) > 60
        assert "Try again in 5 minutes." in got[-1].text
    assert ask("GET", good, client="198.51.100.1").status == 429
    assert ask("GET", good).status == 200


# --- language ------------------------------------------------------------------------------------


def test_pages_speak_what_the_browser_asks_for(ask: Ask, house: Served) -> None:
    got = ask("GET", invited(house), headers={"accept-language": "ar"})
    assert '<html lang="ar" dir="rtl">' in got.text
    assert 'href="?ui=en" lang="en" dir="ltr" hreflang="en">English</a>' in got.text


def test_the_language_chosen_on_the_way_in_is_kept(ask: Ask, house: Served) -> None:
    path = invited(house)
    assert '<html lang="ar" dir="rtl">' in ask("GET", f"{path}?ui=ar").text
    got = ask("POST", f"{path}?ui=ar", form={"name": "Samar"})
    member = people.who(house.workspace, got.session, house.clock())
    assert member
    assert people.me(house.workspace, member, house.clock()).interface_locale == "ar"
    assert '<html lang="ar"' in ask("GET", "/sign-out", who=got.session).text
    assert '<html lang="en"' in ask("GET", "/sign-out?ui=en", who=got.session).text
    assert '<html lang="en"' in ask("GET", "/sign-out?ui=xx").text


# --- return links --------------------------------------------------------------------------------


def test_a_return_link_works_again_and_again(ask: Ask, house: Served) -> None:
    first, link = joined(ask, house)
    looked = ask("GET", link)
    assert (looked.status, looked.session) == (200, "")
    sessions = {ask("POST", link, form={}).session for _ in range(3)} | {first}
    members = {people.who(house.workspace, each, house.clock()) for each in sessions}
    assert (len(sessions), len(members)) == (4, 1)


def test_coming_back_as_oneself_keeps_the_session(ask: Ask, house: Served) -> None:
    session, link = joined(ask, house)
    got = ask("POST", link, who=session, form={})
    assert (got.status, got.header("location"), got.session) == (303, "/", "")


def test_a_browser_changes_its_person_only_when_asked(ask: Ask, house: Served) -> None:
    session, link = joined(ask, house)
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    asked = ask("POST", link, who=omar, form={})
    assert (asked.status, asked.session) == (409, "")
    assert "signed in as \u2068Omar\u2069. The link is that of \u2068Samar\u2069." in asked.text
    become = re.search(r'name="become" value="([^"]+)"', asked.text)
    assert become
    wrong = ask("POST", link, who=omar, form={"become": omar.id})
    assert wrong.status == 409
    done = ask("POST", link, who=omar, form={"become": become[1]})
    assert done.status == 303
    assert done.header("clear-site-data") == '"cache"'
    assert wrong.header("clear-site-data") == ""
    now = house.clock()
    assert people.who(house.workspace, done.session, now) == become[1]
    assert people.who(house.workspace, omar.session, now) is None
    assert people.who(house.workspace, session, now) == become[1]


def test_a_return_link_that_is_void(ask: Ask, house: Served) -> None:
    session, link = joined(ask, house)
    member = people.who(house.workspace, session, house.clock())
    assert member
    people.renew_link(house.workspace, member, house.clock())
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    for who in (None, session, omar):
        got = ask("POST", link, who=who, form={})
        assert got.status == 404
        assert "A coordinator can make a new return link for you." in got.text


def test_an_expired_invitation(ask: Ask, house: Served) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=73)
    made = people.invite(house.workspace, OPERATOR, long_ago, role=Role.READER)
    assert ask("GET", f"/join/{made.link.token}").status == 404


# --- what nobody may do --------------------------------------------------------------------------


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": None},
        {"origin": "null"},
        {"origin": f"http://evil.{HOST}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_forged_form_is_refused(
    ask: Ask, house: Served, path: str, headers: dict[str, str]
) -> None:
    token = invited(house).removeprefix("/join/")
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    got = ask("POST", path.format(token), who=omar, form={"name": "Samar"}, headers=headers)
    assert (got.status, got.body) == (403, b"")
    assert people.who(house.workspace, omar.session, house.clock()) == omar.id
    assert names(house) == ["Omar"]


def test_only_forms_are_read_and_only_small_ones(ask: Ask, house: Served) -> None:
    path = invited(house)
    assert ask("POST", path, data={"name": "Samar"}).status == 415
    assert ask("POST", path, form={"name": "x" * 4_001}).status == 413
    assert ask("POST", path, form=b"name=%ff").status == 422
    assert ask("POST", path, form=b"name=\xff").status == 422
    assert ask("POST", path, form="&".join(f"a{n}=1" for n in range(11)).encode()).status == 422
    assert names(house) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_becomes_no_markup(ask: Ask, house: Served, text: str) -> None:
    path = invited(house)
    usual = {tag for tag, _ in Tags(ask("GET", path).text).found} | {"svg", "path", "code", "h2"}
    got = ask("POST", path, form={"name": text})
    assert got.status in (200, 422)
    assert "\r" not in got.header("set-cookie")
    tags = Tags(got.text).found
    assert {tag for tag, _ in tags} <= usual | {"figure", "figcaption", "button"}
    for _, attributes in tags:
        assert not any(name.startswith("on") for name in attributes)
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "?"))
    assert [attributes for tag, attributes in tags if tag == "script"] == [
        attributes for tag, attributes in tags if tag == "script" and "src" in attributes
    ]
    assert sum(tag == "script" for tag, _ in tags) == 1


def test_a_link_in_the_query_goes_nowhere(ask: Ask, house: Served) -> None:
    for query in ("?ui=<script>", '?ui=ar"onload=x', "?next=https://evil.example"):
        got = ask("GET", invited(house) + query)
        assert got.status == 200
        assert "evil" not in got.text
        assert "onload" not in got.text
