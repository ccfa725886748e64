"""What errors say: one line with what, where and what to do next."""

import re

import pytest

from workflow import errors
from workflow.errors import UndersignedError

MADE: list[UndersignedError] = [
    errors.UnreadableSource("a.txt:1", "this is UTF-16 text", "Save it as UTF-8."),
    errors.UnknownName("exporter", "webpag", ["webpage", "markdown"]),
    errors.UnknownName("exporter", "xyz", ["webpage", "markdown"]),
    errors.UnknownFormat("a.rtf", ".rtf", [".txt"]),
    errors.UnknownFormat("a", "", [".txt", ".text"]),
    errors.MalformedCatalog("a.po", 3, "a msgstr follows no msgid", "Restore the line above."),
    errors.MalformedCatalog("a.po", 0, "this is empty", "Start anew."),
    errors.LocaleMismatch("a.po", "fr", "ar"),
    errors.UnrelatedCatalog("a.po", "b.txt"),
    errors.Incomplete("letter", "fr", range(1, 13), 40),
    errors.Incomplete("letter", "", [4], 4),
    errors.Incomplete("letter", "fr", [1, 3, 4], 4, needs_work=1, unreviewed=2),
    errors.BadSettings("workspace.toml", "deadline", "this must be a date", "Write a date."),
    errors.BadSettings("workspace.toml", "", "no TOML", "Correct it there."),
    errors.UnknownDocument("river", ["rivers"]),
    errors.UnknownDocument("river", []),
    errors.UnknownLocale("x y"),
    errors.LimitExceeded("a.txt", "the file", 5_000_000, "bytes", "Split it."),
    errors.HostileInput("a.txt", "this is a symbolic link", "Copy the file itself."),
    errors.StoreBusy(30.0),
    errors.StoreFull(),
    errors.StoreBroken("its file is gone"),
    errors.StoreBroken("its file is gone", "Put it back."),
    errors.NewerStore(3, 1),
    errors.NotFound("document"),
    errors.NotAllowed("translation.save", "translator"),
    errors.FourEyes("own_text"),
    errors.FourEyes("bound"),
    errors.LinkRefused(),
    errors.NameTaken("Ana"),
    errors.TooMany(0.2),
    errors.OutOfDate(3, 4),
    errors.NotPossible("nothing changed", "Change the file first."),
]


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_each_is_one_line_that_ends(error: UndersignedError) -> None:
    text = str(error)
    assert len(text.splitlines()) == 1
    assert text.endswith((".", "?", "`"))  # a command to be copied has no full stop behind it
    assert ".." not in text.replace("...", "")
    assert "!" not in text
    assert "\\u" not in text  # nothing of ours needs to be made safe


def test_what_comes_from_outside_cannot_break_the_line() -> None:
    error = errors.HostileInput("a\nb\x1b[31m\u202ec", "this is odd", "Rename it.")
    assert str(error) == "a\\u000ab\\u001b[31m\\u202ec: this is odd. Rename it."


def classes() -> set[type[UndersignedError]]:
    found = (value for value in vars(errors).values() if isinstance(value, type))
    return {each for each in found if issubclass(each, UndersignedError)}


def test_every_class_that_is_raised_is_tried_here() -> None:
    families = {parent for each in classes() for parent in each.__mro__[1:]}
    leaves = {each for each in classes() if each not in families}
    assert leaves | {errors.MalformedCatalog} == {type(error) for error in MADE}


def test_the_tree_is_drawn_as_it_is() -> None:
    drawn: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"(\s{4,})([A-Z]\w+)(?:\s{2,}|$)", line):
            indent, name = len(found[1]), found[2]
            above = [each for each in above if each[0] < indent]
            drawn[name] = above[-1][1] if above else "Exception"
            above.append((indent, name))
    parents = {each.__name__: each.__bases__[0].__name__ for each in classes()}
    assert drawn == parents


def test_facts_are_attributes() -> None:
    error = errors.Incomplete("letter", "fr", range(1, 13), 40)
    assert (error.document, error.locale, error.lines, error.total) == (
        "letter",
        "fr",
        tuple(range(1, 13)),
        40,
    )
    assert str(error) == (
        "letter in fr is not complete: of 40 texts 12 have no translation (source lines 1, 2, 3, "
        "4, 5, 6, 7, 8, ...). Translate them, or choose to show the source there."
    )
    assert errors.UnknownName("exporter", "webpag", ["webpage"]).known == ("webpage",)


@pytest.mark.parametrize(
    ("needs_work", "unreviewed", "said", "what_next"),
    [
        (0, 0, "3 have no translation", "Translate them, or choose to show the source there."),
        (3, 0, "3 need work", "Translate them, or choose to show the source there."),
        (
            0,
            3,
            "3 wait for a review",
            "Have them reviewed, or take them without a review: --minimum translated.",
        ),
        (
            1,
            1,
            "1 has no translation, 1 needs work and 1 waits for a review",
            (
                "Translate what is missing. Have the others reviewed, or take them without a "
                "review: --minimum translated."
            ),
        ),
    ],
)
def test_what_is_not_good_enough_is_told_apart(
    needs_work: int, unreviewed: int, said: str, what_next: str
) -> None:
    error = errors.Incomplete(
        "letter", "fr", [1, 3, 4], 4, needs_work=needs_work, unreviewed=unreviewed
    )
    assert error.untranslated + error.needs_work + error.unreviewed == 3
    assert str(error) == (
        f"letter in fr is not complete: of 4 texts {said} (source lines 1, 3, 4). {what_next}"
    )


def test_where_there_is_nothing_no_list_is_promised() -> None:
    error = errors.UnknownName("member", "X", [])
    assert str(error) == "no member called 'X'. There are none yet."
