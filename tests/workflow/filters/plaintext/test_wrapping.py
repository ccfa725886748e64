"""Whether a line break is the author's or a mail program's.

The law: a text wrapped at any usual width has the same blocks as the text itself.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tests.cases import SAMPLES, golden_sources, locale_of
from workflow import plumbing
from workflow.filters.plaintext.lines import read_lines
from workflow.filters.plaintext.wrapping import chunks, joined, wrap_width

WIDTHS = (60, 72, 80, 100)
_LEAD = re.compile(r"\s*(?:(?:•|-|–|\(\w+\)|\d+[.)]|\[\w+\]|[IVX]+\.|[a-z]\))\s+)?")
BROKEN_BY_THEIR_AUTHOR = {
    "soft-breaks",
    "control",
    "ragged",
    "email",
    "pdf",
    "nbsp-crlf",
    "schools",
}
WITHOUT_SPACES = {"ja", "zh", "th"}
Seen = tuple[str, str, int, str]


def columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in text
    )


def wrap(text: str, width: int, *, hanging: bool) -> str:
    """Wrap each line as a mail program does, the further lines of an item under its text."""
    made: list[str] = []
    for line in text.split("\n"):
        found = _LEAD.match(line)
        indent = " " * len(found[0]) if found and hanging else ""
        first, *words = line.split(" ")
        current = first
        for word in words:
            if current.strip() and columns(current) + 1 + columns(word) > width:
                made.append(current)
                current = indent + word
            else:
                current += f" {word}"
        made.append(current)
    return "\n".join(made)


def blocks(text: str, locale: str) -> list[Seen]:
    passages = plumbing.segment(text.encode(), format="plaintext", locale=locale)
    return [(each.kind, each.marker, each.level, " ".join(each.text.split())) for each in passages]


def whole_texts() -> Iterator[Path]:
    plain = [path for path in SAMPLES if path.suffix == ".txt"]
    for path in (*plain, *golden_sources("plaintext", ".txt")):
        is_whole = path.name.split(".")[0] not in BROKEN_BY_THEIR_AUTHOR
        if is_whole and locale_of(path) not in WITHOUT_SPACES:
            yield path


LONG = ("rivers", "articles.en", "quotations.en", "slogans.en", "letter.en", "signed-bullets.en")


@pytest.mark.parametrize("hanging", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "path", [each for each in whole_texts() if each.stem in LONG], ids=lambda path: str(path.stem)
)
def test_a_wrapped_text_has_the_same_blocks(path: Path, width: int, hanging: bool) -> None:
    text = path.read_text(encoding="utf-8")
    wrapped = wrap(text, width, hanging=hanging)
    assert blocks(wrapped, locale_of(path)) == blocks(text, locale_of(path))


def test_hardly_a_block_is_lost_over_all_texts() -> None:
    """A short text of which one line was broken does not tell; where there are more, they do."""
    total = lost = 0
    for path in whole_texts():
        text, locale = path.read_text(encoding="utf-8"), locale_of(path)
        wanted = blocks(text, locale)
        for width in WIDTHS:
            found = blocks(wrap(text, width, hanging=True), locale)
            total += len(wanted)
            same = SequenceMatcher(None, wanted, found, autojunk=False).get_matching_blocks()
            lost += len(wanted) - sum(each.size for each in same)
    assert lost <= 0.03 * total, f"{lost} of {total}"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("We ask for a bridge that is open all\nthe year, and for lamps on each of\nits ends.", 36),
        ("Title\n\nA line.\n\nAnother line.", None),
        ("Ana Lima, Friends of the Estuary\nJonas Hale, Island School Reed\nMei Foster, X", None),
        ("A short\nverse that\nis broken", None),
    ],
)
def test_wrap_width(text: str, width: int | None) -> None:
    lines = read_lines(text)
    assert wrap_width(lines, lambda _: False) == width


def test_without_a_width_each_line_is_a_text() -> None:
    lines = read_lines("one\ntwo\n\nthree")
    assert [[line.text for line in chunk] for chunk in chunks(lines)] == [["one", "two"], ["three"]]
    assert [len(text) for text in joined(lines[:2], None, lambda _: False)] == [1, 1]
