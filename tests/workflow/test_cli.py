"""`undersigned`: data on stdout, messages on stderr; 0 fine, 1 findings, 2 refused.

Most commands run inside this process; a few run as people run them.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.commands import Ran, Undersigned
from workflow.exchange.catalogs import read_catalog

LETTER = "Open letter\n\nDear friends,\n\nThe school stays. It serves us all.\n"
CATALOG = """
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Open letter"
msgstr "Lettre ouverte"

#, fuzzy
msgid "Dear friends,"
msgstr "Chers amis,"

msgid "The school stays. It serves us all."
msgstr "L’école reste. Elle nous sert à tous."
"""
FINISHED = CATALOG.replace("#, fuzzy\n", "")


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def files() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


# --- extract --------------------------------------------------------------------------------------


def test_extract_writes_the_template_to_stdout(undersigned: Undersigned) -> None:
    put("letter.txt", LETTER)
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
    put("letter.txt", LETTER)
    to_stdout = undersigned("extract", "letter.txt", "--locale", "en")
    ran = undersigned("extract", "letter.txt", "-o", "new/letter.pot", "--locale", "en")
    assert ran == Ran(0, "", "")
    assert Path("new/letter.pot").read_text(encoding="utf-8") == to_stdout.out


def test_a_template_never_names_a_folder_of_this_machine(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    put("letter.txt", LETTER)
    inside = undersigned("extract", str(tmp_path / "letter.txt"), "--locale", "en")
    assert "#: letter.txt:1\n" in inside.out
    put("here/x", "")
    os.chdir("here")
    outside = undersigned("extract", str(tmp_path / "letter.txt"), "--locale", "en")
    assert outside == inside


def test_extract_of_a_workspace_brings_everything_up_to_date(undersigned: Undersigned) -> None:
    put("sources/letter.txt", LETTER)
    put("workspace.toml", 'source_locale = "en"\nlanguages = ["fr", "ar"]\n')
    ran = undersigned("extract", ".")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.split() == [
        "locales/templates/letter.pot",
        "locales/fr/LC_MESSAGES/letter.po",
        "locales/ar/LC_MESSAGES/letter.po",
    ]
    assert undersigned("extract", ".") == Ran(0, "", "everything is up to date\n")


# --- the language of a source ---------------------------------------------------------------------

CHOSEN = [
    ("letter.txt", "", ["--locale", "PT_br"], "pt-BR", ""),
    ("letter.ar.txt", 'source_locale = "fr"', ["--locale", "de"], "de", ""),
    ("letter.ar.txt", 'source_locale = "fr"', [], "ar", ""),
    ("letter.ar.txt", '[documents.letter]\nlocale = "es"', [], "es", ""),
    ("letter.txt", 'source_locale = "fr"', [], "fr", ""),
    ("letter.final.txt", 'source_locale = "fr"', [], "fr", ""),
    ("letter.txt", "", [], "en", "taken to be in 'en' (nothing says otherwise)"),
]


@pytest.mark.parametrize(("name", "settings", "options", "tag", "said"), CHOSEN)
def test_what_tells_the_language(  # noqa: PLR0917 - by place, from the table
    undersigned: Undersigned, name: str, settings: str, options: list[str], tag: str, said: str
) -> None:
    put(f"sources/{name}", LETTER)
    put("workspace.toml", settings)
    ran = undersigned("extract", f"sources/{name}", *options)
    assert read_catalog(ran.out.encode()).header("X-Source-Language") == tag
    assert (said in ran.err) if said else not ran.err


def test_the_script_tells_last(undersigned: Undersigned) -> None:
    put("letter.txt", "رسالة مفتوحة\n\nنطالب بجسر.\n")
    ran = undersigned("segment", "letter.txt")
    assert ran.err == (
        "letter.txt: taken to be in 'ar' (told by its script); --locale TAG says another\n"
    )


def test_the_catalog_tells_before_the_name(undersigned: Undersigned) -> None:
    put("letter.ar.txt", LETTER)
    named = FINISHED.replace('"Language: fr', '"X-Source-Language: en\\n"\n"Language: fr')
    put("fr.po", named)
    ran = undersigned("fill", "letter.ar.txt", "fr.po")
    assert (ran.status, ran.err) == (0, "")


# --- fill -----------------------------------------------------------------------------------------


def test_fill_of_a_finished_catalog(undersigned: Undersigned) -> None:
    put("letter.txt", LETTER)
    put("fr.po", FINISHED)
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    filled = "Lettre ouverte\n\nChers amis,\n\nL’école reste. Elle nous sert à tous.\n"
    assert ran == Ran(0, filled, "")


def test_fill_never_uses_a_fuzzy_text_and_reports_the_hole(undersigned: Undersigned) -> None:
    put("letter.txt", LETTER)
    put("fr.po", CATALOG)
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    assert ran == Ran(
        1,
        "Lettre ouverte\n\nDear friends,\n\nL’école reste. Elle nous sert à tous.\n",
        "letter.txt:3: needs work: Dear friends,\n1 of 3 places show the source\n",
    )


def test_fill_may_mark_or_refuse(undersigned: Undersigned) -> None:
    put("letter.txt", LETTER)
    put("fr.po", CATALOG)
    marked = undersigned("fill", "letter.txt", "fr.po", "--locale", "en", "--missing", "marked")
    assert "\n[en] Dear friends,\n" in marked.out
    before = files()
    refused = undersigned(
        "fill", "letter.txt", "fr.po", "--locale", "en", "--missing", "refuse", "-o", "out.txt"
    )
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("undersigned: letter in fr is not complete: 1 of 3 texts")
    assert files() == before


@pytest.mark.parametrize(("percent", "status"), [("66", 1), ("67", 1), ("100", 1), ("0", 1)])
def test_keep(undersigned: Undersigned, percent: str, status: int) -> None:
    put("letter.txt", LETTER)
    put("fr.po", CATALOG)
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
    put("letter.txt", LETTER)
    put("fr.po", FINISHED.replace('"Language: fr\\n"\n', ""))
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en")
    assert ran.status == 0
    assert (
        ran.err
        == "fr.po: the header names no language we know; sentences are joined with a space\n"
    )


@pytest.mark.parametrize("victim", ["letter.txt", "fr.po", "./letter.txt", "link.txt"])
def test_what_was_read_is_never_overwritten(undersigned: Undersigned, victim: str) -> None:
    put("letter.txt", LETTER)
    put("fr.po", FINISHED)
    Path("link.txt").symlink_to("letter.txt")
    before = files()
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en", "-o", victim)
    assert ran.status == 2
    assert files() == before


# --- segment --------------------------------------------------------------------------------------


def test_segment_as_data(undersigned: Undersigned) -> None:
    put("letter.txt", "\ufeffTitle\n\n1. One. Two.\n")
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
    put("letter.txt", "Title\n\n1. One.\n")
    ran = undersigned("segment", "letter.txt", "--locale", "en")
    assert ran == Ran(0, "heading 1\t\tTitle\nordered_item 1\t1.\tOne.\n", "")


# --- merge and diff -------------------------------------------------------------------------------


def test_merge_keeps_what_it_can_and_counts(undersigned: Undersigned) -> None:
    put("letter.txt", LETTER.replace("stays", "must stay"))
    put("old.po", FINISHED)
    undersigned("extract", "letter.txt", "-o", "new.pot", "--locale", "en")
    ran = undersigned("merge", "old.po", "new.pot")
    assert ran.status == 0
    assert ran.err == "translated: 2, need work: 1, to do: 0, kept as obsolete: 1\n"
    assert [(each.target, each.flags) for each in read_catalog(ran.out.encode()).entries] == [
        ("Lettre ouverte", ()),
        ("Chers amis,", ()),
        ("L’école reste. Elle nous sert à tous.", ("fuzzy",)),
        ("L’école reste. Elle nous sert à tous.", ()),
    ]
    before = files()
    for refused in (["merge", "old.po", "new.pot", "-o", "old.po"], ["merge", "new.pot", "old.po"]):
        assert undersigned(*refused).status == 2
    assert files() == before
    assert undersigned("merge", "old.po", "new.pot", "-o", "new.po").out == ""
    assert Path("new.po").read_text("utf-8") == ran.out


def test_diff(undersigned: Undersigned) -> None:
    put("old.txt", LETTER)
    put("new.txt", LETTER.replace("stays", "must stay"))
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


# --- status and demo ------------------------------------------------------------------------------


def test_status(undersigned: Undersigned) -> None:
    put("sources/letter.txt", LETTER)
    put("workspace.toml", 'source_locale = "en"\nlanguages = ["fr"]\n')
    stale = undersigned("status")
    assert stale.status == 1
    assert stale.err == (
        "sources/letter.txt: this document has no template yet. Run: undersigned extract .\n"
    )
    undersigned("extract", ".")
    put("locales/fr/LC_MESSAGES/letter.po", CATALOG)
    ran = undersigned("status", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "progress": [
            {
                "document": "letter",
                "locale": "fr",
                "texts": 3,
                "untranslated": 0,
                "needs_work": 1,
                "translated": 2,
                "words": 11,
                "words_translated": 9,
                "percent": 81.8,
            }
        ],
        "findings": [],
    }
    table = [line.split() for line in undersigned("status").out.splitlines()]
    assert table[1:] == [["letter", "fr", "3", "0", "1", "2", "11", "81"]]


def test_demo_leaves_the_sample_alone(undersigned: Undersigned) -> None:
    shutil.copytree(ROOT / "sources", "sample/sources")
    shutil.copytree(ROOT / "locales", "sample/locales")
    shutil.copy(ROOT / "workspace.toml", "sample/workspace.toml")
    before = files()
    ran = undersigned("demo", "--sample", "sample", "--into", "made")
    assert ran.status == 0
    assert {name: content for name, content in files().items() if name in before} == before
    pages = sorted(str(path) for path in Path("made/statements").glob("*/rivers.html"))
    assert "made/statements/ar/rivers.html" in pages
    assert "made/statements/en-XA/rivers.html" in pages


def test_demo_of_a_file(undersigned: Undersigned) -> None:
    put("Our Letter.txt", LETTER)
    ran = undersigned("demo", "Our Letter.txt", "--locale", "en", "--languages", "fr, ar")
    assert (ran.status, ran.err) == (0, "")
    folder = Path(ran.out.rsplit("Everything is in ", 1)[1].splitlines()[0])
    try:
        made = sorted(path.name for path in (folder / "statements").iterdir())
        assert made == ["ar", "ar-XB", "en", "en-XA", "fr"]
    finally:
        shutil.rmtree(folder)


def test_demo_wants_an_empty_folder(undersigned: Undersigned) -> None:
    put("made/mine.txt", "precious")
    put("letter.txt", LETTER)
    before = files()
    ran = undersigned("demo", "letter.txt", "--locale", "en", "--into", "made")
    assert (ran.status, ran.err) == (
        2,
        "undersigned: made: this is not an empty folder. Choose a new one.\n",
    )
    assert files() == before


# --- refusals -------------------------------------------------------------------------------------

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
    put(name, content)
    before = files()
    start = time.monotonic()
    ran = undersigned("extract", name, "-o", "out.pot", "--locale", "en")
    assert time.monotonic() - start < 5
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.startswith("undersigned: ")
    assert reason in ran.err
    assert "\x1b" not in ran.err
    assert files() == before


CONFLICT = '<<<<<<< HEAD\nmsgid "a"\n=======\nmsgid "b"\n>>>>>>> theirs\nmsgstr ""\n'
BAD_CATALOGS = [CONFLICT.encode(), b"\xff\xfe", b"\x00", b'msgid "a', b'msgstr "a"\n', b"]" * 10]


@pytest.mark.parametrize("content", BAD_CATALOGS)
def test_hostile_catalogs_are_refused_in_one_line(undersigned: Undersigned, content: bytes) -> None:
    put("letter.txt", LETTER)
    put("fr.po", content)
    before = files()
    ran = undersigned("fill", "letter.txt", "fr.po", "-o", "out.txt", "--locale", "en")
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.startswith("undersigned: fr.po")
    assert files() == before


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["extract", "none.txt"],
        ["extract", "letter.txt", "--locale", "not a tag"],
        ["extract", "letter.txt", "-o", "."],
        ["extract", "empty"],
        ["fill", "letter.txt"],
        ["fill", "letter.txt", "none.po"],
        ["fill", "letter.txt", "letter.txt"],
        ["fill", "letter.txt", "fr.po", "--keep", "101"],
        ["fill", "letter.txt", "fr.po", "--missing", "skip"],
        ["segment", "empty"],
        ["status", "empty"],
        ["demo", "none.txt"],
        ["demo", "letter.txt", "--languages", "f r"],
        ["dance"],
    ],
)
def test_wrong_use_is_2_and_writes_nothing(undersigned: Undersigned, arguments: list[str]) -> None:
    put("letter.txt", LETTER)
    put("fr.po", FINISHED)
    Path("empty").mkdir()
    before = files()
    ran = undersigned(*arguments)
    assert ran.status == 2
    assert "Traceback" not in ran.out + ran.err
    assert files() == before


# --- as people run it -----------------------------------------------------------------------------


def as_people_do(*arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from workflow.cli import run; run()", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)


def test_a_real_process(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "fr.po").write_text(CATALOG, encoding="utf-8")
    ran = as_people_do("fill", "letter.txt", "fr.po", "--locale", "en", folder=tmp_path)
    assert (ran.returncode, ran.stdout.count(b"\n"), ran.stderr.count(b"\n")) == (1, 5, 2)
    refused = as_people_do("extract", "none.txt", folder=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == (b"undersigned: none.txt: there is no such file. Check the name.\n")


HEAVY = {"pandas", "streamlit", "sqlalchemy", "numpy"}
WATCHED = """
import atexit, sys
atexit.register(lambda: print(sorted({one.split(".")[0] for one in sys.modules}), file=sys.stderr))
from workflow.cli import run
run()
"""


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], HEAVY | {"babel", "polib", "sentencex", "rich", "rapidfuzz"}),
        (["extract", "letter.txt", "--locale", "en"], HEAVY | {"rich", "rapidfuzz"}),
        (["fill", "letter.txt", "fr.po", "--locale", "en"], HEAVY | {"rapidfuzz"}),
        (["segment", "letter.txt", "--locale", "en"], HEAVY | {"polib", "rich", "rapidfuzz"}),
        (["diff", "letter.txt", "letter.txt", "--locale", "en"], HEAVY | {"rich"}),
    ],
)
def test_what_a_command_does_not_need_is_not_imported(
    tmp_path: Path, arguments: list[str], unwanted: set[str]
) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "fr.po").write_text(FINISHED, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
    )
    loaded = set(
        ran.stderr.decode().strip().splitlines()[-1].strip("[]").replace("'", "").split(", ")
    )
    assert "workflow" in loaded
    assert loaded & unwanted == set()
