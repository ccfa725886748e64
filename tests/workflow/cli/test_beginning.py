"""A workspace is begun once; what is there stays, and one link lets the first person in."""

import re
import stat
from pathlib import Path

import pytest

from tests.commands import Undersigned
from tests.members import joined
from tests.workspaces import LETTER, put, tree
from workflow.cli.serving import LOOPBACK, PORT
from workflow.errors import LinkRefused
from workflow.services import people
from workflow.services.workspace import open_workspace
from workflow.settings import read_settings

LINK = re.compile(r"/join/[A-Za-z0-9_-]{43}\n")


def test_an_empty_folder_becomes_a_workspace(undersigned: Undersigned) -> None:
    ran = undersigned(
        "init", "net", "--name", 'The "net"', "--locale", "EN", "--languages", "fr,ar"
    )
    assert ran.status == 0
    assert LINK.fullmatch(ran.out)
    assert "net/workspace.toml: written" in ran.err
    settings = read_settings(Path("net/workspace.toml").read_bytes())
    assert (settings.name, settings.source_locale, settings.languages) == (
        'The "net"',
        "en",
        ("fr", "ar"),
    )
    assert {path.name for path in Path("net").iterdir()} == {
        *("sources", "locales", "workspace.toml", ".undersigned")
    }
    assert stat.S_IMODE(Path("net/.undersigned/store.db").stat().st_mode) == 0o600


def test_what_comes_next_is_said(undersigned: Undersigned) -> None:
    said = undersigned("init", "net").err
    assert said.endswith("next, to put a document in: undersigned add FILE -C net\n")
    put(Path("full/sources/letter.txt"), LETTER)
    assert "add FILE" not in undersigned("init", "full").err


def test_the_language_of_the_sources_is_none_to_translate_into(undersigned: Undersigned) -> None:
    ran = undersigned("init", "--locale", "en", "--languages", "EN")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert not Path("workspace.toml").exists()
    assert undersigned("init", "--locale", "en", "--languages", "fr,en,fr").status == 0
    assert read_settings(Path("workspace.toml").read_bytes()).languages == ("fr",)


def test_the_folder_gives_the_name(undersigned: Undersigned, tmp_path: Path) -> None:
    assert undersigned("init").status == 0
    assert read_settings(Path("workspace.toml").read_bytes()).name == tmp_path.name


def test_the_link_lets_one_person_in_as_admin(undersigned: Undersigned) -> None:
    link = undersigned("init").out
    member = joined(link, "Ada")
    with open_workspace(".") as workspace:
        [ada] = people.members(workspace, "operator", member.at)
        assert [(each.role.label, each.locale) for each in ada.given] == [("admin", "")]
    with pytest.raises(LinkRefused):
        joined(link, "Eve")


def test_once_there_is_an_admin_a_link_must_be_asked_for(undersigned: Undersigned) -> None:
    joined(undersigned("init").out, "Ada")
    again = undersigned("init")
    assert (again.status, again.out) == (0, "")
    assert again.err == "there is an admin already: Ada. --link makes another link.\n"
    assert LINK.fullmatch(undersigned("init", "--link").out)


def test_a_link_carries_the_address_of_the_server(undersigned: Undersigned) -> None:
    put(Path("workspace.toml"), '[server]\naddress = "https://t.example.org/"\n')
    ran = undersigned("init")
    assert ran.out.startswith("https://t.example.org/join/")
    assert "in front" not in ran.err


def test_without_an_address_it_is_said_how_a_link_becomes_whole(undersigned: Undersigned) -> None:
    joined(undersigned("init").out, "Ada")
    for command in (("init", "--link"), ("invite", "translator"), ("people", "link", "Ada")):
        ran = undersigned(*command)
        whole = re.search(r"the address that `serve` says, such as (\S+);", ran.err)
        assert whole, command
        assert "address under [server]" in ran.err
        assert re.fullmatch(
            rf"http://{LOOPBACK}:{PORT}/(?:join|back)/[A-Za-z0-9_-]{{43}}\n", whole[1] + ran.out
        )


def test_settings_that_are_there_stay(undersigned: Undersigned) -> None:
    put(Path("workspace.toml"), '# ours\nname = "Lakes"\n')
    before = tree(Path())
    refused = undersigned("init", "--name", "Rivers")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == (
        "undersigned: workspace.toml is there already. Change it in an editor.\n"
    )
    assert tree(Path()) == before
    assert undersigned("init").status == 0
    assert Path("workspace.toml").read_text() == '# ours\nname = "Lakes"\n'


def test_sources_that_are_there_are_taken_in(undersigned: Undersigned) -> None:
    put(Path("sources/letter.txt"), LETTER)
    ran = undersigned("init", "--languages", "fr")
    assert "letter: a new document" in ran.err
    assert Path("locales/fr/LC_MESSAGES/letter.po").is_file()


@pytest.mark.parametrize(
    "arguments", [["file.txt"], ["new", "--locale", "x y"], ["new", "--languages", "fr,x y"]]
)
def test_what_cannot_be_begun_is_one_line_and_nothing_is_made(
    undersigned: Undersigned, arguments: list[str]
) -> None:
    put(Path("file.txt"), LETTER)
    before = tree(Path())
    ran = undersigned("init", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert tree(Path()) == before
