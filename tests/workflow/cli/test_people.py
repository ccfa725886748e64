"""People are invited, listed, given roles, helped back in and forgotten."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.members import joined
from tests.workspaces import make_workspace, put
from workflow.access import Role
from workflow.cli.people import described
from workflow.services import people
from workflow.services.people import GivenRole
from workflow.services.workspace import open_workspace


@pytest.fixture(autouse=True)
def workspace(undersigned: Undersigned) -> Path:
    """Stand in a workspace with one letter, whose store is there."""
    folder = make_workspace(Path())
    assert undersigned("people").status == 0
    return folder


def listed(undersigned: Undersigned) -> dict[str, list[dict[str, object]]]:
    ran = undersigned("people", "list", "--json")
    assert ran.status == 0
    found: dict[str, list[dict[str, object]]] = json.loads(ran.out)
    return found


def lone(ran: Ran) -> str:
    """Give the one line that a command refused with."""
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    return ran.err


# --- invitations ---------------------------------------------------------------------------------


def test_an_invitation_is_a_link_for_one_person(undersigned: Undersigned) -> None:
    ran = undersigned("invite", "translator", "--document", "letter", "--locale", "AR")
    assert ran.status == 0
    assert "lets one person in as translator of letter in ar" in ran.err
    assert ran.out.count("\n") == 1
    [waiting] = listed(undersigned)["invitations"]
    assert (waiting["role"], waiting["document"], waiting["locale"]) == (
        *("translator", "letter", "ar"),
    )
    assert "translator of letter in ar" in undersigned("people").out
    joined(ran.out, "Ada")
    found = listed(undersigned)
    assert found["invitations"] == []
    [ada] = found["members"]
    assert (ada["name"], ada["languages"]) == ("Ada", ["ar"])
    assert ada["roles"] == [{"role": "translator", "document": "letter", "locale": "ar"}]


def test_who_is_invited_for_a_language_nobody_asked_for_is_told(undersigned: Undersigned) -> None:
    assert undersigned("invite", "translator", "--locale", "de").err.count("\n") == 2
    put(Path("workspace.toml"), 'source_locale = "en"\nlanguages = ["fr"]\n')
    assert undersigned("invite", "translator", "--locale", "fr").err.count("\n") == 2
    warned = undersigned("invite", "translator", "--document", "letter", "--locale", "de")
    assert (warned.status, warned.out.count("\n")) == (0, 1)
    assert "letter is not to be translated into 'de'. Ask for it in workspace.toml" in warned.err
    assert "'qq' is no language that we know" in undersigned(
        "invite", "translator", "--locale", "qq"
    ).err  # fmt: skip


def test_an_invitation_holds_as_long_as_asked(undersigned: Undersigned) -> None:
    undersigned("invite", "reader", "--hours", "1")
    [waiting] = listed(undersigned)["invitations"]
    issued, expires = (datetime.fromisoformat(str(waiting[each])) for each in ("issued", "expires"))
    assert (expires - issued).total_seconds() == 3600
    assert "Choose 1 to 720 hours" in lone(undersigned("invite", "reader", "--hours", "0"))


def test_no_command_prints_a_link_twice(undersigned: Undersigned) -> None:
    token = undersigned("invite", "reader").out.strip().rpartition("/")[2]
    said = [undersigned("people"), undersigned("people", "list", "--json")]
    said += [undersigned("activity", "--json")]
    assert len(token) == 43
    assert all(token not in each.out + each.err for each in said)


def test_a_revoked_invitation_opens_nothing(undersigned: Undersigned) -> None:
    link = undersigned("invite", "reader").out
    number = str(listed(undersigned)["invitations"][0]["id"])
    assert undersigned("people", "revoke", number).status == 0
    assert listed(undersigned)["invitations"] == []
    with pytest.raises(Exception, match="this link is used up"):
        joined(link, "Ada")
    assert "no invitation called" in lone(undersigned("people", "revoke", "7"))


# --- roles ---------------------------------------------------------------------------------------


def test_roles_are_given_and_taken(undersigned: Undersigned) -> None:
    joined(undersigned("invite", "reader").out, "Ada")
    given = undersigned("people", "grant", "Ada", "reviewer", "--locale", "fr")
    assert given == Ran(0, "", "Ada is reviewer in fr now\n")
    assert "reviewer in fr, reader" in undersigned("people").out
    taken = undersigned("people", "withdraw", "Ada", "reviewer", "--locale", "fr")
    assert taken == Ran(0, "", "Ada is no longer reviewer in fr\n")
    assert [each["role"] for each in listed(undersigned)["members"][0]["roles"]] == ["reader"]  # type: ignore[attr-defined]
    again = lone(undersigned("people", "withdraw", "Ada", "reviewer", "--locale", "fr"))
    assert again.endswith("no role of Ada called 'reviewer in fr'. Known: reader.\n")


def test_a_name_that_looks_the_same_is_the_same(undersigned: Undersigned) -> None:
    joined(undersigned("invite", "reader").out, "Ada Lovelace")
    assert undersigned("people", "grant", "ada lovelace", "translator").status == 0
    refused = lone(undersigned("people", "grant", "Ada Lovelice", "translator"))
    assert "Did you mean 'Ada Lovelace'?" in refused


def test_somebody_vouches_for_a_second_person(undersigned: Undersigned) -> None:
    guest = joined(undersigned("invite", "coordinator").out, "Ada")
    for name, role in (("Ben", Role.COORDINATOR), ("Cleo", Role.TRANSLATOR)):
        with open_workspace(".") as workspace:
            link = people.invite(workspace, guest.id, guest.at, role=role).link
        guest = joined(link.token, name)
    before = {each["name"]: each for each in listed(undersigned)["members"]}
    assert (before["Cleo"]["invited_by"], before["Cleo"]["vouched"]) == ("Ben", False)
    assert undersigned("people", "vouch", "Cleo").status == 0
    after = {each["name"]: each for each in listed(undersigned)["members"]}
    assert after["Cleo"]["vouched"] is True
    assert "Ben (vouched for)" in undersigned("people").out
    assert "Nobody needs to vouch" in lone(undersigned("people", "vouch", "Ada"))


# --- coming back, and leaving --------------------------------------------------------------------


def test_a_new_return_link_lets_a_member_in(undersigned: Undersigned) -> None:
    ada = joined(undersigned("invite", "reader").out, "Ada")
    ran = undersigned("people", "link", "Ada")
    assert ran.status == 0
    now = datetime.now(UTC)
    with open_workspace(".") as workspace:
        session = people.come_back(workspace, ran.out.strip().rpartition("/")[2], now)
        assert people.who(workspace, session, now) == ada.id


def test_a_member_is_forgotten_only_after_a_yes(undersigned: Undersigned) -> None:
    joined(undersigned("invite", "reader").out, "Ada")
    asked = lone(undersigned("people", "erase", "Ada"))
    assert "would be forgotten for good" in asked
    assert [each["name"] for each in listed(undersigned)["members"]] == ["Ada"]
    assert undersigned("people", "erase", "Ada", "--yes").status == 0
    assert listed(undersigned)["members"] == []
    refused = lone(undersigned("people", "erase", "Ada", "--yes"))
    assert "no member called 'Ada'. There are none yet." in refused


# --- saying it -----------------------------------------------------------------------------------


def test_an_empty_list_says_so(undersigned: Undersigned) -> None:
    assert undersigned("people") == Ran(0, "", "nobody has joined yet\n")
    assert listed(undersigned) == {"members": [], "invitations": []}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (GivenRole(Role.ADMIN), "admin"),
        (GivenRole(Role.READER, "letter"), "reader of letter"),
        (GivenRole(Role.REVIEWER, "", "fr"), "reviewer in fr"),
    ],
)
def test_a_role_in_words(given: GivenRole, said: str) -> None:
    assert described(given) == said


@pytest.mark.parametrize(
    "arguments",
    [
        ["invite"],
        ["invite", "boss"],
        ["invite", "reader", "--document", "lettre"],
        ["invite", "reader", "--locale", "x y"],
        ["people", "dance"],
        ["people", "grant", "Ada"],
        ["people", "link", "Nobody"],
        ["people", "list", "nowhere"],
    ],
)
def test_wrong_use_is_refused(undersigned: Undersigned, arguments: list[str]) -> None:
    ran = undersigned(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert listed(undersigned) == {"members": [], "invitations": []}
