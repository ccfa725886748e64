"""From bytes to a document, and to the same cut as data."""

import hashlib

import pytest
from hypothesis import given

from tests.strategies import any_texts, locales
from workflow.filters.plaintext.reading import extract, fit, segment
from workflow.model import BlockKind, Document, Gap, Place, Skeleton, Slot, Unit, UnitKey
from workflow.skeleton import fill as skeleton_fill

LONG = "Rivers need room. " * 30


def test_a_whole_document() -> None:
    data = b"Title\n\n1. One\n  two.\n"
    title = Place(BlockKind.HEADING, 1, 0, level=1)
    one = Place(BlockKind.ORDERED_ITEM, 3, 1, "1.", 1, 0, "Title")
    two = Place(BlockKind.PARAGRAPH, 4, 2, "", 0, 1, "Title")
    assert extract(data, "en") == Document(
        name="",
        format="plaintext",
        source_locale="en",
        digest=hashlib.sha256(data).hexdigest(),
        segmentation="1",
        skeleton=Skeleton(
            (
                Slot(UnitKey("Title"), "Title", title),
                "\n\n1. ",
                Slot(UnitKey("One"), "One", one),
                "\n  ",
                Slot(UnitKey("two."), "two.", two),
                "\n",
            )
        ),
        units=(
            Unit(UnitKey("Title"), (title,)),
            Unit(UnitKey("One"), (one,)),
            Unit(UnitKey("two."), (two,)),
        ),
    )


def test_a_long_block_is_cut_into_sentences() -> None:
    parts = extract(f"Title\n\n{LONG}".encode(), "en").skeleton.parts
    cut = [part for part in parts if isinstance(part, Slot)][1:]
    assert [(each.place.position, each.place.size) for each in cut] == [
        (n, 30) for n in range(1, 31)
    ]
    assert {part.original for part in parts if isinstance(part, Gap)} == {" "}


@pytest.mark.parametrize(
    ("target", "fitted"),
    [("a\nb", "a b"), (" a \r\n b\n", "a b"), ("\u00a0a", "\u00a0a"), ("a  b", "a  b"), ("\n", "")],
)
def test_fit(target: str, fitted: str) -> None:
    assert fit(Slot(UnitKey("x"), "x", Place(BlockKind.PARAGRAPH, 1, 0)), target) == fitted


@given(any_texts(), locales())
def test_passages_say_where_things_stand(text: str, locale: str) -> None:
    position = 0
    for each in segment(text.encode(), locale):
        assert position <= each.start <= each.text_start < each.end
        assert each.text == text[each.text_start : each.end]
        between = each.text_start
        for span in each.sentences:
            assert between <= span.start < span.end <= each.end
            assert not any(one.isalnum() for one in text[between : span.start])
            between = span.end
        assert not any(one.isalnum() for one in text[between : each.end])
        plain = " ".join(each.text.split())
        assert all(" ".join(value.split()) in plain for value in each.fields.values())
        position = each.end


@pytest.mark.parametrize(
    "before", ["1. \u200f ", ">\x1b\u200f  ", "\u200f1.\u200f \u200f", "(1)\u3000\u200e "]
)
@pytest.mark.parametrize("text", ["نحمي النهر. ", "We keep the river. "])
def test_nothing_is_lost_between_a_marker_and_a_long_text(before: str, text: str) -> None:
    data = f"Title\n\n{before}{text * 40}\n".encode()
    document = extract(data, "ar")
    assert skeleton_fill(document.skeleton, {}).encode() == data
    assert document.units[1].key.source[0].isalpha()


def test_lines_are_counted_whatever_ends_them() -> None:
    for end in ("\n", "\r", "\r\n"):
        document = extract(f"Title{end}{end}> {LONG}{end}> {LONG}".encode(), "en")
        assert document.units[1].places[0].line == 3
