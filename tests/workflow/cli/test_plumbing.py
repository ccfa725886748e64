"""Commands that read files and give files: data on stdout, messages on stderr."""

import json
import os
import time
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.workspaces import LETTER, LETTRE, po, put, tree
from workflow.exchange.catalogs import read_catalog

FUZZY = ["Dear friends,"]

# --- extract --------------------------------------------------------------------------------------


def test_extract_writes_the_template_to_stdout(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    ran = undersigned("extract", "letter.txt", "--locale", "en")
    assert (ran.status, ran.err) == (0, "")
    catalog = read_catalog(ran.out.encode())
    assert [(entry.key.source, entry.references) for entry in catalog.entries] == [
        ("Open letter", ("letter.txt:1",)),
        ("Dear friends,", ("letter.txt:3",)),
        ("The school stays. It serves us all.", ("letter.txt:5",)),
    ]
    assert catalog.header("X-Source-Language") == "en"


def test_extract_writes_to_a_file_at_once(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    to_stdout = undersigned("extract", "letter.txt", "--locale", "en")
    ran = undersigned("extract", "letter.txt", "-o", "new/letter.pot", "--locale", "en")
    assert ran == Ran(0, "", "")
    assert Path("new/letter.pot").read_text(encoding="utf-8") == to_stdout.out


def test_a_template_never_names_a_folder_of_this_machine(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put(Path("letter.txt"), LETTER)
    inside = undersigned("extract", str(tmp_path / "letter.txt"), "--locale", "en")
    assert "#: letter.txt:1\n" in inside.out
    put(Path("here/x"), "")
    os.chdir("here")
    outside = undersigned("extract", str(tmp_path / "letter.txt"), "--locale", "en")
    assert outside == inside


@pytest.mark.parametrize("folder", ["net", "net/sources"])
def test_extract_of_a_folder_says_what_does_it(undersigned: Undersigned, folder: str) -> None:
    put(Path("net/sources/letter.txt"), LETTER)
    before = tree(Path())
    ran = undersigned("extract", folder)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.endswith("undersigned sync net\n")
    assert tree(Path()) == before


# --- fill -----------------------------------------------------------------------------------------


def test_fill_of_a_finished_catalog(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po())
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    assert ran == Ran(0, LETTRE, "")


def test_fill_never_uses_a_fuzzy_text_and_reports_the_hole(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po(fuzzy=FUZZY))
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    assert ran == Ran(
        1,
        LETTRE.replace("Chers amis,", "Dear friends,"),
        "letter.txt:3: needs work: Dear friends,\n1 of 3 places show the source\n",
    )


def test_fill_may_mark_or_refuse(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po(fuzzy=FUZZY))
    marked = undersigned("fill", "letter.txt", "fr.po", "--locale", "en", "--missing", "marked")
    assert "\n[en] Dear friends,\n" in marked.out
    before = tree(Path())
    refused = undersigned(
        "fill", "letter.txt", "fr.po", "--locale", "en", "--missing", "refuse", "-o", "out.txt"
    )
    assert (refused.status, refused.out) == (2, "")
    assert "letter in fr is not complete: of 3 texts 1 needs work" in refused.err
    assert tree(Path()) == before


@pytest.mark.parametrize(("percent", "status"), [("66", 1), ("67", 1), ("100", 1), ("0", 1)])
def test_keep(undersigned: Undersigned, percent: str, status: int) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po(fuzzy=FUZZY))
    ran = undersigned(
        "fill", "letter.txt", "fr.po", "--locale", "en", "--keep", percent, "-o", "out.txt"
    )
    assert ran.status == status
    assert Path("out.txt").exists() is (int(percent) <= 66)
    if int(percent) > 66:
        assert ran.err == (
            f"letter.txt: 2 of 3 places are translated, less than the {percent} % to keep; "
            "nothing was written\n"
        )


def test_fill_warns_without_a_target_language(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po(locale=""))
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    assert ran.status == 0
    assert (
        ran.err
        == "fr.po: the header names no language we know; sentences are joined with a space\n"
    )


@pytest.mark.parametrize("name", ["new.po", "new.pot", "NEW.PO"])
def test_a_document_is_never_called_a_catalog(undersigned: Undersigned, name: str) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po())
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en", "-o", name)
    said = f"undersigned: {name}: a document is no catalog. Choose another name.\n"
    assert ran == Ran(2, "", said)
    assert not Path(name).exists()


# --- segment --------------------------------------------------------------------------------------


def test_segment_as_data(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), "\ufeffTitle\n\n1. One. Two.\n")
    ran = undersigned("segment", "letter.txt", "--json", "--locale", "en")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == [
        {
            "kind": "heading",
            "marker": "",
            "level": 1,
            "start": 1,
            "text_start": 1,
            "end": 6,
            "text": "Title",
            "sentences": [[1, 6]],
            "fields": {},
        },
        {
            "kind": "ordered_item",
            "marker": "1.",
            "level": 1,
            "start": 8,
            "text_start": 11,
            "end": 20,
            "text": "One. Two.",
            "sentences": [[11, 15], [16, 20]],
            "fields": {},
        },
    ]


def test_segment_for_people(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), "Title\n\n1. One.\n")
    ran = undersigned("segment", "letter.txt", "--locale", "en")
    assert ran == Ran(0, "heading 1\t\tTitle\nordered_item 1\t1.\tOne.\n", "")


# --- merge and diff -------------------------------------------------------------------------------


def test_merge_keeps_what_it_can_and_counts(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER.replace("stays", "must stay"))
    put(Path("old.po"), po())
    undersigned("extract", "letter.txt", "-o", "new.pot", "--locale", "en")
    ran = undersigned("merge", "old.po", "new.pot")
    assert ran.status == 0
    assert ran.err == "translated: 2, need work: 1, to do: 0, kept as obsolete: 1\n"
    assert [(each.target, each.flags) for each in read_catalog(ran.out.encode()).entries] == [
        ("Lettre ouverte", ()),
        ("Chers amis,", ()),
        ("L’école reste. Elle nous sert tous.", ("fuzzy",)),
        ("L’école reste. Elle nous sert tous.", ()),
    ]
    before = tree(Path())
    for refused in (["merge", "old.po", "new.pot", "-o", "old.po"], ["merge", "new.pot", "old.po"]):
        assert undersigned(*refused).status == 2
    assert tree(Path()) == before
    assert undersigned("merge", "old.po", "new.pot", "-o", "new.po").out == ""
    assert Path("new.po").read_text("utf-8") == ran.out


def test_diff(undersigned: Undersigned) -> None:
    put(Path("old.txt"), LETTER)
    put(Path("new.txt"), LETTER.replace("stays", "must stay"))
    same = undersigned("diff", "old.txt", "old.txt", "--locale", "en")
    assert same == Ran(0, "", "same: 3\n")
    ran = undersigned("diff", "old.txt", "new.txt", "--locale", "en")
    assert (ran.status, ran.err) == (1, "same: 2, edited: 1\n")
    assert "    The school [-stays-]{+must stay+}. It serves us all.\n" in ran.out
    data = undersigned("diff", "old.txt", "new.txt", "--json", "--locale", "en")
    assert (data.status, data.err) == (1, "")
    found = json.loads(data.out)
    assert found["counts"] == {"same": 2, "edited": 1}
    assert [each["kind"] for each in found["changes"]] == ["same", "same", "edited"]


# --- what is refused ------------------------------------------------------------------------------

HOSTILE: list[tuple[str, bytes, str]] = [
    ("a.txt", b"one\x00two", "a NUL character"),
    ("a.txt", "one".encode("utf-16"), "this is UTF-16 text"),
    ("a.txt", "one\nété".encode("latin-1"), "a.txt:2: byte 0xE9 is not UTF-8"),
    ("a.txt", b"x" * 6_000_000, "the file is over 5,000,000 bytes"),
    ("a.txt", "a \u202eb".encode(), "re-orders what readers see (U+202E"),
    ("a.txt", b"word " * 5_000, "one text without a sentence's end"),
    ("a\nb.txt", b"x", "a control character in the name"),
    ("\x1b[31m.txt", b"x", "a control character in the name"),
    ("a.rtf", b"x", "no filter for '.rtf' files"),
    ("a", b"x", "no filter for files without a suffix"),
]


@pytest.mark.parametrize(("name", "content", "reason"), HOSTILE)
def test_hostile_sources_are_refused_in_one_line(
    undersigned: Undersigned, name: str, content: bytes, reason: str
) -> None:
    put(Path(name), content)
    before = tree(Path())
    start = time.monotonic()
    ran = undersigned("extract", name, "-o", "out.pot", "--locale", "en")
    assert time.monotonic() - start < 5
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.startswith("undersigned: ")
    assert reason in ran.err
    assert "\x1b" not in ran.err
    assert tree(Path()) == before


CONFLICT = '<<<<<<< HEAD\nmsgid "a"\n=======\nmsgid "b"\n>>>>>>> theirs\nmsgstr ""\n'
BAD_CATALOGS = [CONFLICT.encode(), b"\xff\xfe", b"\x00", b'msgid "a', b'msgstr "a"\n', b"]" * 10]


@pytest.mark.parametrize("content", BAD_CATALOGS)
def test_hostile_catalogs_are_refused_in_one_line(undersigned: Undersigned, content: bytes) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), content)
    before = tree(Path())
    ran = undersigned("fill", "letter.txt", "fr.po", "-o", "out.txt", "--locale", "en")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.startswith("undersigned: fr.po")
    assert tree(Path()) == before
