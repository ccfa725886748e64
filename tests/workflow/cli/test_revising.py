"""Documents are revised in two steps: what it does and costs is shown, then it is released."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Ran, Undersigned
from tests.exchanging import save
from tests.live import person
from tests.workspaces import FRENCH, LETTER, po, put
from workflow.access import Role
from workflow.services import documents
from workflow.services.workspace import Workspace

REVISED = LETTER.replace("serves us", "served us").replace("Dear", "A new line.\n\nDear")
OLD, NEW = "The school stays. It serves us all.", "The school stays. It served us all."


def translated(desk: Undersigned) -> Undersigned:
    """Add the letter, in French."""
    desk("add", "in/letter.txt")
    desk("sync")
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po())
    desk("sync")
    return desk


def counts(ran: Ran, column: str) -> dict[str, int]:
    return {row["locale"]: row[column] for row in json.loads(ran.out)["progress"]}


def lone(ran: Ran) -> str:
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1), ran
    return ran.err


def test_a_new_text_shows_what_it_does_and_waits(desk: Undersigned) -> None:
    translated(desk)
    ran = desk("revise", "letter", "in/new.txt")
    assert ran.status == 0
    said = ran.out.splitlines()
    assert said[:2] == ["letter:3: new", "    {+A new line.+}"]
    assert said[2].startswith("letter:7 [4]: edited, ")
    assert said[3] == "    The school stays. It [-serves-]{+served+} us all."
    assert [line.split() for line in said[6:]] == [
        ["fr", "1", "7", "1", "3", "2", "4", "0", "0"],
        ["ar", "0", "0", "1", "3", "3", "11", "0", "0"],
    ]
    assert ran.err == "translators see the old text until: undersigned revise letter --release\n"
    assert Path("sources/letter.txt").read_text() == LETTER
    assert desk("revise", "letter").out == ran.out


def test_released_without_a_word_the_edit_needs_work(desk: Undersigned) -> None:
    translated(desk)
    desk("revise", "letter", "in/new.txt")
    ran = desk("revise", "letter", "--release")
    assert ran.status == 0
    assert ran.err == "released as revision 2. To write the catalogs: undersigned sync\n"
    assert Path("sources/letter.txt").read_text() == REVISED
    assert counts(desk("status", "--json"), "needs_work") == {"fr": 1, "ar": 0}


@pytest.mark.parametrize("numbers", ["4", "all", " 4, "])
def test_a_typo_lets_the_translation_stand(desk: Undersigned, numbers: str) -> None:
    translated(desk)
    shown = desk("revise", "letter", "in/new.txt", "--typo", numbers)
    assert shown.out.splitlines()[6].split()[:3] == ["fr", "0", "0"]
    assert shown.err.endswith(": undersigned revise letter --release --typo 4\n")
    ran = desk("revise", "letter", "in/new.txt", "--release", "--typo", numbers, "--json")
    assert ran.status == 0
    assert [each["needs_work"] for each in json.loads(ran.out)["costs"]] == [0, 0]
    assert counts(desk("status", "--json"), "needs_work") == {"fr": 0, "ar": 0}


ROW = "| Our two rivers | belong to all of us |\n"
TABLE = f"# Rivers\n\n| What | Whose |\n| --- | --- |\n{ROW}"
CELLS = {"Our two rivers": "Nos deux fleuves", "belong to all of us": "sont à nous tous"}


def test_of_two_edits_in_one_line_only_the_named_one_is_a_typo(desk: Undersigned) -> None:
    put(Path("in/rivers.md"), TABLE)
    desk("add", "in/rivers.md", "--languages", "fr")
    put(Path("locales/fr/LC_MESSAGES/rivers.po"), po(CELLS))
    desk("sync")
    revised = TABLE.replace("two rivers", "too rivers").replace("all of us", "none of us")
    put(Path("in/rivers.md"), revised)
    said = desk("revise", "rivers", "in/rivers.md").out.splitlines()
    assert [line.split(",")[0] for line in said if line.startswith("rivers:")] == [
        "rivers:5 [4]: edited",
        "rivers:5 [5]: edited",
    ]
    ran = desk("revise", "rivers", "--release", "--typo", "4")
    assert ["fr", "1", "5"] in [line.split()[:3] for line in ran.out.splitlines()]
    assert counts(desk("status", "--json"), "needs_work") == {"fr": 1}
    desk("sync")
    written = Path("locales/fr/LC_MESSAGES/rivers.po").read_text().split("\n\n")
    [fuzzy] = [each for each in written if "fuzzy" in each]
    assert 'msgid "belong to none of us"' in fuzzy


def test_what_a_release_cost_is_told_as_it_happened(
    desk: Undersigned, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("add", "in/letter.txt")
    desk("revise", "letter", "in/new.txt")
    release = documents.release

    def late(workspace: Workspace, *who: Any, **what: Any) -> documents.Released:
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), OLD, "L’école reste.")
        return release(workspace, *who, **what)

    monkeypatch.setattr(documents, "release", late)
    ran = desk("revise", "letter", "--release")
    assert ["fr", "1", "7"] in [line.split()[:3] for line in ran.out.splitlines()]


def test_only_what_may_be_harmless_is_offered_as_a_typo(desk: Undersigned) -> None:
    translated(desk)
    put(Path("in/new.txt"), REVISED.replace("Dear friends,", "Dear Friends,"))
    said = desk("revise", "letter", "in/new.txt").err.splitlines()
    also = "if what may be harmless left the meaning alone: "
    assert said == [
        "translators see the old text until: undersigned revise letter --release",
        f"{also}undersigned revise letter --release --typo 3",
    ]


def test_it_as_data(desk: Undersigned) -> None:
    translated(desk)
    data = json.loads(desk("revise", "letter", "in/new.txt", "--json").out)
    assert (data["document"], data["number"], data["released"]) == ("letter", 2, False)
    new, edited = data["differences"]
    assert (new["kind"], new["new"], new["has_intent"]) == ("new", "A new line.", False)
    assert (edited["old"], edited["new"], edited["line"]) == (OLD, NEW, 7)
    assert (edited["number"], edited["has_intent"]) == (4, True)
    assert ["removed", "serves"] in edited["words"]
    assert data["costs"][0]["needs_work_words"] == 7


def test_a_text_that_is_not_wanted_is_discarded(desk: Undersigned) -> None:
    translated(desk)
    desk("revise", "letter", "in/new.txt")
    assert desk("revise", "letter", "--discard").status == 0
    desk("revise", "letter", "in/new.txt")
    gone = json.loads(desk("revise", "letter", "--discard", "--json").out)
    assert gone == {"document": "letter", "number": 3, "discarded": True}
    nothing = desk("revise", "letter")
    assert (nothing.status, nothing.out) == (0, "")
    assert "no new text of letter waits" in nothing.err
    assert json.loads(desk("revise", "letter", "--json").out) is None
    assert Path("sources/letter.txt").read_text() == LETTER


@pytest.mark.parametrize("taken", ["Open letter\n\n", "Dear friends,\n\n"])
def test_what_goes_is_shown(desk: Undersigned, taken: str) -> None:
    desk("add", "in/letter.txt")
    put(Path("in/new.txt"), LETTER.replace(taken, ""))
    said = desk("revise", "letter", "in/new.txt").out
    line = 1 + LETTER[: LETTER.index(taken)].count("\n")
    assert f"letter:{line} of the old text: gone\n    [-{taken.strip()}-]\n" in said


def test_what_goes_is_counted(desk: Undersigned) -> None:
    desk("add", "in/letter.txt")
    put(Path("in/new.txt"), LETTER.replace("Open letter\n\n", ""))
    table = desk("revise", "letter", "in/new.txt").out.splitlines()[-3:]
    assert table[0].split()[-4:] == ["before", "words", "gone", "words"]
    assert table[1].split() == ["fr", "0", "0", "0", "0", "2", "9", "1", "2"]
    [cost, _] = json.loads(desk("revise", "letter", "--json").out)["costs"]
    assert (cost["gone"], cost["gone_words"]) == (1, 2)


ITEMS = "# Rivers\n\n## Demands\n\n1. We ask for a bridge.\n\n> The river is ours.\n"
OTHERS = ITEMS.replace("## Demands", "Demands").replace("1. We", "3. We").replace("> The", "The")


def test_a_text_that_becomes_something_else_is_named(desk: Undersigned) -> None:
    put(Path("in/rivers.md"), ITEMS)
    desk("add", "in/rivers.md")
    put(Path("in/rivers.md"), OTHERS)
    ran = desk("revise", "rivers", "in/rivers.md")
    assert ran.out.splitlines()[:7] == [
        "no text to translate differs",
        "rivers:3: a heading becomes a paragraph",
        "    Demands",
        "rivers:5: a numbered item 1. becomes a numbered item 3.",
        "    We ask for a bridge.",
        "rivers:7: a quotation becomes a paragraph",
        "    The river is ours.",
    ]
    said = json.loads(desk("revise", "rivers", "--json").out)["reshaped"]
    assert said[0] == {
        "number": 2, "line": 3, "text": "Demands", "old": "heading", "new": "paragraph",
    }  # fmt: skip
    ran = desk("diff", "sources/rivers.md", "in/rivers.md")
    assert (ran.status, ran.out.splitlines()[0]) == (
        1, "in/rivers.md:3: a heading becomes a paragraph",
    )  # fmt: skip
    assert json.loads(desk("diff", "sources/rivers.md", "in/rivers.md", "--json").out)[
        "reshaped"
    ] == said  # fmt: skip
    assert desk("revise", "rivers", "--release").status == 0


def test_a_changed_source_that_nobody_took_up_is_told(desk: Undersigned) -> None:
    translated(desk)
    put(Path("sources/letter.txt"), REVISED)
    ran = desk("revise", "letter")
    assert (ran.status, ran.out) == (0, "")
    assert "letter.txt: it has changed. Run: undersigned sync" in ran.err
    assert "Run: undersigned sync" in lone(desk("revise", "letter", "--release"))
    desk("sync")
    desk("revise", "letter", "--discard")
    assert (
        "Propose it again with: undersigned revise letter sources" in desk("revise", "letter").err
    )


def test_a_text_without_a_text_is_refused(desk: Undersigned) -> None:
    desk("add", "in/letter.txt")
    put(Path("in/new.txt"), "\n\n")
    assert "there is no text to translate in it" in lone(desk("revise", "letter", "in/new.txt"))
    assert "no new text of letter waits" in desk("revise", "letter").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["letter", "in/letter.txt"], "released"),
        (["letter", "in/plan.md"], "is markdown, and letter is plaintext"),
        (["letter", "in/none.txt"], "there is no such file"),
        (["lettre"], "Did you mean 'letter'?"),
        (["letter", "in/new.txt", "--typo", "7"], "Numbers of its edits: 4."),
        (["letter", "--discard"], "no new text"),
        (["letter", "--release"], "no new text"),
    ],
)
def test_a_refused_revision_is_one_line(desk: Undersigned, arguments: list[str], said: str) -> None:
    put(Path("in/plan.md"), "# Plan\n")
    desk("add", "in/letter.txt")
    assert said in lone(desk("revise", *arguments))
    assert Path("sources/letter.txt").read_text() == LETTER


def test_nothing_goes_with_discarding(desk: Undersigned) -> None:
    desk("add", "in/letter.txt")
    desk("revise", "letter", "in/new.txt")
    assert desk("revise", "letter", "--discard", "--release").status == 2
    assert desk("revise", "letter").out


def test_a_file_changed_in_sources_waits_too(desk: Undersigned) -> None:
    translated(desk)
    put(Path("sources/letter.txt"), REVISED)
    assert desk("sync").status == 1
    assert "letter:3: new" in desk("revise", "letter").out
    assert desk("revise", "letter", "--release", "--typo", "all").status == 0
    assert desk("sync").status == 0
    assert FRENCH[OLD] in Path("locales/fr/LC_MESSAGES/letter.po").read_text()
