"""Refusals that cross rooms, from the command line down: each held a bug once."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.live import NOW
from tests.workspaces import FRENCH, LETTER, LETTRE, make_workspace, po, put, tree
from workflow import languages
from workflow.access import OPERATOR
from workflow.cli.plumbing import HOLES_SHOWN
from workflow.errors import BadSettings, HostileInput, UndersignedError, WorkspaceError, one_line
from workflow.exchange.files import shown, write_file
from workflow.services import demonstration, exchange
from workflow.services.files import catalogs, sources
from workflow.services.workspace import open_workspace
from workflow.settings import read_settings


def is_refused(ran: Ran) -> bool:
    return (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1) and "\x1b" not in ran.err


# --- names and words from outside ----------------------------------------------------------------


@pytest.mark.parametrize("one", ["\n", "\x1b", "\x85", "\u2028", "\u202e", "\u2067", "\ud800"])
def test_what_an_error_quotes_stays_on_its_line(one: str) -> None:
    assert str(UndersignedError(f"a{one}b")) == f"a\\u{ord(one):04x}b"
    assert shown(f"a{one}b") == f"a\\u{ord(one):04x}b"


@pytest.mark.parametrize("text", ["می‌خواهیم", "क्‍ष", "a\u200fb", "\u00a0", "👩‍👩‍👧"])
def test_what_scripts_need_is_left_alone(text: str) -> None:
    assert one_line(text) == text


def test_options_and_settings_cannot_speak_to_the_terminal(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put(tmp_path / "letter.txt", LETTER)
    assert is_refused(undersigned("extract", "letter.txt", "--locale", "a\nb\x1b[31m"))
    make_workspace(tmp_path, r'"a\nb\u001b" = 1')
    ran = undersigned("status")
    assert is_refused(ran)
    assert r"a\u000ab\u001b: nobody knows this" in ran.err


@pytest.mark.parametrize("name", ["a\u202eb.txt", "we\nird/a.txt", "a\x85/a.txt", "\u202e/a.txt"])
def test_a_name_that_would_spoil_a_catalog_is_refused(
    name: str, undersigned: Undersigned, tmp_path: Path
) -> None:
    put(tmp_path / name, LETTER)
    before = tree(tmp_path)
    assert is_refused(undersigned("extract", name, "-o", "out.pot"))
    assert tree(tmp_path) == before


def test_a_text_for_people_cannot_speak_to_the_terminal(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put(tmp_path / "letter.txt", "A \x1b[31mtitle\n")
    ran = undersigned("segment", "letter.txt", "--locale", "en")
    assert ran.out.endswith("\tA \\u001b[31mtitle\n")
    put(tmp_path / "fr.po", po({}))
    assert "\x1b" not in undersigned("fill", "letter.txt", "fr.po", "--locale", "en").err


def test_a_name_that_is_too_long_is_one_line(undersigned: Undersigned) -> None:
    for command in (["extract"], ["segment"], ["status"], ["fill", "a.txt"]):
        ran = undersigned(*command, "a" * 300)
        assert is_refused(ran), ran.err


# --- where nothing may be written ----------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="UNDERSIGNED_ there are no pipes here")
def test_a_pipe_is_neither_waited_for_nor_replaced(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put(tmp_path / "letter.txt", LETTER)
    os.mkfifo(tmp_path / "pipe.txt")
    start = time.monotonic()
    assert is_refused(undersigned("extract", "pipe.txt"))
    assert is_refused(undersigned("fill", "letter.txt", "pipe.txt"))
    assert is_refused(undersigned("extract", "letter.txt", "--locale", "en", "-o", "pipe.txt"))
    with pytest.raises(HostileInput, match="this is not a file"):
        write_file(tmp_path / "pipe.txt", b"x")
    assert time.monotonic() - start < 5
    assert stat.S_ISFIFO((tmp_path / "pipe.txt").stat().st_mode)


def test_a_folder_is_no_source(undersigned: Undersigned, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    before = tree(tmp_path)
    for option in ([], ["-o", "x.pot"], ["--locale", "fr"]):
        ran = undersigned("extract", ".", *option)
        assert is_refused(ran)
        assert "undersigned sync ." in ran.err
    assert tree(tmp_path) == before


def test_a_link_in_the_sample_is_not_followed(tmp_path: Path) -> None:
    make_workspace(tmp_path / "sample")
    put(tmp_path / "secret.txt", "a secret")
    (tmp_path / "sample/sources/linked.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(HostileInput, match="this is a symbolic link"):
        demonstration.copy_sample(open_workspace(tmp_path / "sample"), tmp_path / "out")
    assert not (tmp_path / "out").exists()


# --- one fault does not hide the rest ------------------------------------------------------------


@pytest.mark.parametrize("settings", ["", 'source_locale = "en"\nlanguages = ["fr"]\n'])
def test_a_source_that_cannot_be_read_is_a_finding(settings: str, tmp_path: Path) -> None:
    make_workspace(tmp_path, settings)
    put(tmp_path / "locales/fr/LC_MESSAGES/letter.po", po())
    put(tmp_path / "sources/bad.txt", b"caf\xe9")
    with open_workspace(tmp_path) as workspace:
        report = exchange.sync(workspace, OPERATOR, NOW)
    assert [each for each in report.faults if "bad.txt:1: byte 0xE9" in each]
    assert [each.document for each in report.catalogs] == ["letter"]


def test_a_folder_called_after_no_language_is_named(tmp_path: Path) -> None:
    workspace = open_workspace(make_workspace(tmp_path))
    put(tmp_path / "locales/old ones/LC_MESSAGES/letter.po", po())
    with pytest.raises(WorkspaceError, match=r"old ones/LC_MESSAGES/letter\.po: 'old ones' is not"):
        catalogs.target_locales(workspace, "letter", "en")
    with workspace:
        (fault,) = exchange.sync(workspace, OPERATOR, NOW).faults
    assert "'old ones' is not a language tag" in fault


@pytest.mark.parametrize("text", ["a = " + "[" * 4000, "a = " + "9" * 5000, "a ="])
def test_settings_beyond_all_measure_are_refused(text: str) -> None:
    with pytest.raises(BadSettings, match=r"^workspace\.toml: .*Correct it there\.$"):
        read_settings(text.encode())


def test_a_byte_order_mark_is_no_fault_in_settings() -> None:
    assert read_settings(b'\xef\xbb\xbfname = "x"\r\n').name == "x"


# --- what is said is whole -----------------------------------------------------------------------


def test_the_catalog_tells_the_language_before_the_workspace(tmp_path: Path) -> None:
    make_workspace(tmp_path, '[documents.letter]\nlocale = "sw"\n', {"letter.ja.txt": LETTER})
    path = tmp_path / "sources/letter.ja.txt"
    for header, expected in (("KO", ("ko", "catalog")), ("", ("sw", "workspace.toml"))):
        put(tmp_path / "fr.po", po(source_locale=header))
        catalog = catalogs.read_catalog_file(tmp_path / "fr.po")
        found = sources.single_source(path, "", catalog)
        assert (found.locale, found.told_by) == expected


def test_just_enough_is_enough(undersigned: Undersigned, tmp_path: Path) -> None:
    put(tmp_path / "letter.txt", LETTER)
    put(tmp_path / "fr.po", po(FRENCH, source_locale="en"))
    ran = undersigned("fill", "letter.txt", "fr.po", "--keep", "100", "-o", "out.txt")
    assert ran == Ran(0, "", "")
    assert (tmp_path / "out.txt").read_text("utf-8") == LETTRE


def test_many_holes_are_counted_not_listed(undersigned: Undersigned, tmp_path: Path) -> None:
    put(tmp_path / "letter.txt", "\n\n".join(f"Paragraph {n} stands here." for n in range(30)))
    put(tmp_path / "fr.po", po({}, source_locale="en"))
    ran = undersigned("fill", "letter.txt", "fr.po")
    assert (ran.status, len(ran.err.splitlines())) == (1, HOLES_SHOWN + 2)
    assert ran.err.splitlines()[-2:] == ["... and 10 more", "30 of 30 places show the source"]


def test_no_figure_is_cut_from_a_wide_table(undersigned: Undersigned, tmp_path: Path) -> None:
    name = "a" * 80
    make_workspace(tmp_path, 'source_locale = "en"\nlanguages = ["fr"]\n', {f"{name}.txt": LETTER})
    heading, row = undersigned("status").out.splitlines()
    assert heading.split()[-1] == "%"
    assert row.split() == [name, "fr", "3", "3", "0", "0", "0", "11", "0"]
    assert json.loads(undersigned("status", "--json").out)["progress"][0]["document"] == name


def test_a_terminal_that_knows_few_letters_gets_an_answer(tmp_path: Path) -> None:
    put(tmp_path / "letter.txt", "بيان\n")
    done = subprocess.run(
        [sys.executable, "-c", "from workflow.cli import run; run()", "segment", "letter.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert b"\\u0628\\u064a\\u0627\\u0646" in done.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("川を守る。", 4),
        ("图书馆，应当开放", 7),
        ("We ask 東京 and ﾄｳｷｮｳ", 10),
        ("𠮷野家", 3),
        ("마을 도서관을 위한", 3),
        ("ＦＵＬＬ　ＷＩＤＴＨ", 2),
        ("ﷺ ﻻ", 2),
    ],
)
def test_words_are_counted_as_word_processors_do(text: str, words: int) -> None:
    assert languages.count_words(text) == words


# --- what looks like a translation and is none ---------------------------------------------------


def test_the_catalog_of_another_document_is_refused(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put(tmp_path / "letter.txt", LETTER)
    put(tmp_path / "other.po", po({"Bees": "Abeilles"}))
    ran = undersigned("fill", "letter.txt", "other.po", "--locale", "en", "-o", "out.txt")
    assert is_refused(ran)
    assert "it has none of the texts of letter.txt" in ran.err
    assert not (tmp_path / "out.txt").exists()


def test_a_template_does_not_take_the_place_of_translations(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put(tmp_path / "letter.txt", LETTER)
    put(tmp_path / "fr.po", po())
    ran = undersigned("extract", "letter.txt", "--locale", "en", "-o", "fr.po")
    assert is_refused(ran)
    assert "there are translations in this catalog" in ran.err
    assert (tmp_path / "fr.po").read_text("utf-8") == po()


@pytest.mark.parametrize("blank", ["  ", "\u00a0", "\\n", "\u3000\\t"])
def test_white_space_is_no_translation(
    undersigned: Undersigned, tmp_path: Path, blank: str
) -> None:
    put(tmp_path / "letter.txt", LETTER)
    put(tmp_path / "fr.po", po({**FRENCH, "Dear friends,": blank}))
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    assert (ran.status, ran.out) == (1, LETTRE.replace("Chers amis,", "Dear friends,"))
    assert "letter.txt:3: untranslated: Dear friends," in ran.err
