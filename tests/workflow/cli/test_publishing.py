"""Statements in their own format and in every form; what is not complete is said, with 1."""

import zipfile
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.workspaces import FRENCH, LETTER, LETTRE, make_workspace, po, put, tree
from workflow.exporters import EXPORTERS

GOOD = ("--minimum", "translated")
FORMS = {f"letter{each.suffix}" for each in EXPORTERS}


@pytest.fixture(autouse=True)
def workspace(undersigned: Undersigned) -> None:
    """Stand in a workspace whose letter is finished in French and begun in Arabic."""
    make_workspace(Path(), 'source_locale = "en"\nlanguages = ["fr", "ar"]\n')
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po())
    put(Path("locales/ar/LC_MESSAGES/letter.po"), po({"Open letter": "رسالة"}, locale="ar"))
    assert undersigned("sync").status == 0


def made(folder: str = "statements") -> set[str]:
    found = Path(folder).rglob("*")
    return {path.relative_to(folder).as_posix() for path in found if path.is_file()}


# --- assemble ------------------------------------------------------------------------------------


def test_a_statement_goes_to_stdout(undersigned: Undersigned) -> None:
    assert undersigned("assemble", "letter", "--locale", "FR", *GOOD) == Ran(0, LETTRE, "")
    assert undersigned("assemble", "letter", "--locale", "en") == Ran(0, LETTER, "")


def test_the_rule_of_the_settings_holds(undersigned: Undersigned) -> None:
    refused = undersigned("assemble", "letter", "--locale", "fr", "-o", "out.txt")
    assert (refused.status, refused.out, refused.err.count("\n")) == (1, "", 1)
    assert "letter in fr is not complete: of 3 texts 3 wait for a review" in refused.err
    assert "Have them reviewed, or take them without a review: --minimum" in refused.err
    assert not Path("out.txt").exists()
    put(Path("workspace.toml"), '[publication]\nminimum = "translated"\n')
    assert undersigned("assemble", "letter", "--locale", "fr").out == LETTRE


def test_holes_are_reported_and_1(undersigned: Undersigned) -> None:
    arguments = ("assemble", "letter", "--locale", "ar", *GOOD, "--missing")
    ran = undersigned(*arguments, "source")
    assert (ran.status, ran.out) == (1, LETTER.replace("Open letter", "رسالة"))
    assert ran.err.splitlines() == [
        "letter:3: untranslated: Dear friends,",
        "letter:5: untranslated: The school stays. It serves us all.",
        "2 of 3 places show the source",
    ]
    assert "[en] Dear friends," in undersigned(*arguments, "marked").out
    assert undersigned(*arguments, "refuse").out == ""


def test_into_a_file_but_never_over_a_source(undersigned: Undersigned) -> None:
    arguments = ("assemble", "letter", "--locale", "fr", *GOOD, "-o")
    assert undersigned(*arguments, "out/lettre.txt") == Ran(0, "", "")
    assert Path("out/lettre.txt").read_text() == LETTRE
    before = tree(Path("sources")), tree(Path("locales"))
    for output in ("sources/letter.txt", "locales/fr/LC_MESSAGES/letter.po", "new.po"):
        ran = undersigned(*arguments, output)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert (tree(Path("sources")), tree(Path("locales"))) == before


def test_all_of_them_into_a_folder(undersigned: Undersigned) -> None:
    put(Path("sources/plan.md"), "# The plan\n")
    undersigned("sync")
    ran = undersigned("assemble", *GOOD)
    assert ran.status == 1
    assert ran.out.split() == [
        "statements/en/letter.txt",
        "statements/fr/letter.txt",
        "statements/en/plan.md",
    ]
    assert [line.split(" is not complete")[0] for line in ran.err.splitlines()] == [
        "letter in ar",
        "plan in fr",
        "plan in ar",
    ]
    assert Path("statements/fr/letter.txt").read_text() == LETTRE


def test_holes_in_a_folder_are_named(undersigned: Undersigned) -> None:
    ran = undersigned("assemble", "letter", *GOOD, "--missing", "source", "-o", "out")
    assert made("out") == {"en/letter.txt", "fr/letter.txt", "ar/letter.txt"}
    assert (ran.status, ran.err) == (1, "letter in ar: 2 of 3 places show the source\n")


ARABIC_HOLES = [
    "letter:3: untranslated: Dear friends,",
    "letter:5: untranslated: The school stays. It serves us all.",
    "2 of 3 places show the source",
]


@pytest.mark.parametrize("missing", ["source", "marked"])
def test_holes_in_what_is_exported_are_named(undersigned: Undersigned, missing: str) -> None:
    arguments = ("export", "letter", *GOOD, "--missing", missing)
    ran = undersigned(*arguments, "--locale", "ar")
    assert (ran.status, ran.err.splitlines()) == (1, ARABIC_HOLES)
    assert made() == {f"ar/{name}" for name in FORMS}
    ran = undersigned(*arguments)
    assert (ran.status, ran.err) == (1, "letter in ar: 2 of 3 places show the source\n")


@pytest.mark.parametrize("command", ["assemble", "export", "check"])
def test_a_language_nobody_asked_for_is_told(undersigned: Undersigned, command: str) -> None:
    name = () if command == "assemble" else ("letter",)
    ran = undersigned(command, *name, "--locale", "de")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    who = "letter is not" if name else "no document is"
    assert ran.err.startswith(f"{who} to be translated into 'de'. Ask for it in workspace.toml")
    refused = undersigned(command, *name, "--locale", "qq")
    assert (refused.status, refused.out) == (2, "")
    assert "'qq' is not a language tag" in refused.err
    assert not Path("statements").exists()


def test_one_statement_cannot_be_in_no_language(undersigned: Undersigned) -> None:
    refused = undersigned("assemble", "letter", "--locale", "qq", "--missing", "source")
    assert (refused.status, refused.out) == (2, "")


def test_what_was_put_aside_is_exported_by_its_name_alone(undersigned: Undersigned) -> None:
    undersigned("archive", "letter")
    assert undersigned("export", "letter", *GOOD, "--locale", "fr").status == 0
    assert made() == {f"fr/{name}" for name in FORMS}


def test_one_language_of_all(undersigned: Undersigned) -> None:
    assert undersigned("assemble", "--locale", "fr", *GOOD) == Ran(
        0, "statements/fr/letter.txt\n", ""
    )


# --- export --------------------------------------------------------------------------------------


def test_every_form_of_what_is_finished(undersigned: Undersigned) -> None:
    ran = undersigned("export", *GOOD)
    assert made() == {f"{locale}/{name}" for locale in ("en", "fr") for name in FORMS}
    assert {str(Path(line)) for line in ran.out.splitlines()} == {f"statements/{x}" for x in made()}
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "letter in ar is not complete" in ran.err


def test_nothing_is_exported_that_nobody_reviewed(undersigned: Undersigned) -> None:
    assert undersigned("export").status == 1
    assert made() == {f"en/{name}" for name in FORMS}


def test_only_what_was_asked_for(undersigned: Undersigned) -> None:
    arguments = ("--form", "plaintext", "--locale", "fr", "-o", "out")
    ran = undersigned("export", "letter", *GOOD, *arguments)
    assert (ran.status, ran.out, ran.err) == (0, "out/fr/letter.txt\n", "")
    assert made("out") == {"fr/letter.txt"}
    assert FRENCH["Dear friends,"] in Path("out/fr/letter.txt").read_text()


def test_all_languages_in_one_file(undersigned: Undersigned) -> None:
    ran = undersigned("export", "letter", "--zip", "letter.zip")
    assert (ran.status, ran.out) == (1, "letter.zip\n")
    assert ran.err.splitlines() == [
        "letter in fr: a draft; not translated: 0, not reviewed: 3",
        "letter in ar: a draft; not translated: 2, not reviewed: 1",
    ]
    with zipfile.ZipFile("letter.zip") as file:
        assert {"index.html", "en/letter.html", "ar/letter.draft.html"} <= set(file.namelist())
    before = Path("letter.zip").read_bytes()
    settings = Path("workspace.toml")
    settings.write_text(settings.read_text() + '\n[publication]\nminimum = "translated"\n')
    ran = undersigned("export", "letter", "--zip", "letter.zip")
    assert ran.err == "letter in ar: a draft; not translated: 2, not reviewed: 0\n"
    assert Path("letter.zip").read_bytes() != before


def test_a_zip_is_of_one_document(undersigned: Undersigned) -> None:
    ran = undersigned("export", "--zip", "letter.zip")
    assert ran.status == 2
    assert "Name the document" in ran.err
    assert not Path("letter.zip").exists()


@pytest.mark.parametrize(
    "option",
    [
        ("--locale", "fr"),
        ("--form", "webpage"),
        ("--minimum", "reviewed"),
        ("--missing", "source"),
        ("--output", "made"),
    ],
)
def test_what_a_zip_takes_no_heed_of_is_refused(
    undersigned: Undersigned, option: tuple[str, str]
) -> None:
    ran = undersigned("export", "letter", "--zip", "letter.zip", *option)
    assert (ran.status, ran.out) == (2, "")
    assert option[0] in ran.err
    assert not Path("letter.zip").exists()
    assert not Path("made").exists()


def test_another_workspace(undersigned: Undersigned) -> None:
    ran = undersigned("export", "-C", ".", "letter", *GOOD, "--locale", "fr")
    assert ran.status == 0
    assert made() == {f"fr/{name}" for name in FORMS}


@pytest.mark.parametrize(
    "arguments",
    [
        ["assemble", "lettre"],
        ["assemble", "letter", "--locale", "x y"],
        ["assemble", "letter", "--minimum", "perfect"],
        ["assemble", "letter", "--missing", "skip"],
        ["assemble", "-C", "nowhere"],
        ["export", "lettre"],
        ["export", "--form", "papyrus"],
        ["export", "--locale", "x y"],
        ["export", "-o", "workspace.toml", *GOOD],
    ],
)
def test_wrong_use_is_2_and_writes_nothing(undersigned: Undersigned, arguments: list[str]) -> None:
    ran = undersigned(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert not Path("statements").exists()
