"""Limits and refusals for what comes from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow import guard, plumbing
from workflow.errors import HostileInput, LimitExceeded, UndersignedError, UnreadableSource


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xff\xfea\x00", "a.txt:1: this is UTF-16 text. Save it as UTF-8 and try again."),
        (b"\xfe\xff\x00a", "a.txt:1: this is UTF-16 text. Save it as UTF-8 and try again."),
        (
            b"PK\x03\x04\x14\x00\xff",
            (
                "a.txt:1: this is a packed file (DOCX, ODT or ZIP), not text. "
                "Save it as plain text (.txt, UTF-8) and try again."
            ),
        ),
        (b"one\ntw\xf6", "a.txt:2: byte 0xF6 is not UTF-8. Save it as UTF-8 and try again."),
        (b"\xed\xa0\x80", "a.txt:1: byte 0xED is not UTF-8. Save it as UTF-8 and try again."),
    ],
)
def test_what_is_not_utf_8_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableSource) as refusal:
        guard.decode(data, "a.txt")
    assert str(refusal.value) == message


def test_a_byte_order_mark_stays() -> None:
    assert guard.decode(b"\xef\xbb\xbfx", "a.txt") == "\ufeffx"


@pytest.mark.parametrize(
    ("text", "place", "point"),
    [
        ("a\n\0", "a.txt:2", "U+0000"),
        ("\u202eb", "a.txt:1", "U+202E"),
        ("\u202a", "a.txt:1", "U+202A"),
        ("\n\n\U000e0041", "a.txt:3", "U+E0041"),
    ],
)
def test_characters_that_deceive_are_refused(text: str, place: str, point: str) -> None:
    with pytest.raises(HostileInput) as refusal:
        guard.check_source(text.encode(), "a.txt")
    assert refusal.value.where == place
    assert f"({point})" in refusal.value.reason


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u2066x\u2069", "\u200d", "\x07"])
def test_marks_that_mixed_texts_need_are_taken(mark: str) -> None:
    assert guard.check_source(mark.encode(), "a.txt") == mark


def test_flags_are_written_with_tags_and_nothing_else_is() -> None:
    flag = "\U0001f3f4" + "".join(chr(0xE0000 + ord(one)) for one in "gbsct") + "\U000e007f"
    assert guard.check_source((flag * 2).encode(), "a.txt") == flag * 2
    for hiding in (flag + "\U000e0041", flag[0] + "\U000e0061" * 7, "\U000e007f"):
        with pytest.raises(HostileInput, match="can hide a text"):
            guard.check_source(hiding.encode(), "a.txt")


def test_a_source_may_be_as_large_as_the_limit_and_no_larger() -> None:
    data = (b"x" * 999 + b"\n") * (guard.SOURCE_BYTES // 1000)
    assert len(guard.check_source(data, "a.txt")) == guard.SOURCE_BYTES
    with pytest.raises(LimitExceeded) as refusal:
        guard.check_source(b"x" * (guard.SOURCE_BYTES + 1), "a.txt")
    assert str(refusal.value) == (
        "a.txt: the file is over 5,000,000 bytes. Split it into several documents."
    )


@pytest.mark.parametrize("name", ["rivers", "lettre-été", "رسالة", "手紙", "नदी", "a1-2", "x" * 80])
def test_names_of_documents(name: str) -> None:
    assert guard.check_slug(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "A",
        "a b",
        "a--b",
        "-a",
        "a-",
        "a/b",
        "..",
        "a.b",
        "con",
        "lpt1",
        "templates",
        "ﬁn",
        "a\n",
    ],
)
def test_names_that_are_refused(name: str) -> None:
    with pytest.raises(HostileInput):
        guard.check_slug(name)


def test_a_name_too_long_is_refused() -> None:
    with pytest.raises(LimitExceeded):
        guard.check_slug("x" * 81)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Appeal for the Rivers (final)", "appeal-for-the-rivers-final"),
        ("...", "document"),
        ("CON", "con-document"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full-width"),
        ("بيان مشترك", "بيان-مشترك"),
        ("x" * 79 + " y", "x" * 79),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert guard.slug(title) == slug


@given(st.text())
def test_every_slug_is_a_name(title: str) -> None:
    assert guard.check_slug(guard.slug(title)) == guard.slug(title)


@given(st.text())
def test_a_name_is_taken_or_refused_as_one(name: str) -> None:
    try:
        taken = guard.check_slug(name)
    except UndersignedError as error:
        refusal = error
    else:
        assert taken == name
        return
    assert len(str(refusal).splitlines()) == 1


def test_a_text_longer_than_a_catalog_takes_is_refused() -> None:
    data = b"A title\n\n" + b"word " * 5_000
    document = plumbing.extract(data, format="plaintext", locale="en")
    with pytest.raises(LimitExceeded) as refusal:
        guard.check_units(document, "a.txt")
    assert str(refusal.value) == (
        "a.txt:3: one text without a sentence's end is over 20,000 characters. "
        "Divide it with a blank line."
    )
    guard.check_units(plumbing.extract(b"A", format="plaintext", locale="en"), "a.txt")


def test_a_source_may_have_so_many_lines_and_lines_so_many_characters() -> None:
    most = b"x\n" * guard.SOURCE_LINES
    assert guard.check_source(most, "a.txt")
    with pytest.raises(LimitExceeded, match=r"a\.txt: the file is over 50,000 lines"):
        guard.check_source(most + b"x", "a.txt")
    longest = "é" * guard.LINE_CODE_POINTS
    assert guard.check_source(longest.encode(), "a.txt") == longest
    with pytest.raises(LimitExceeded, match=r"a\.txt:2: this line is over 200,000 characters"):
        guard.check_source(f"a\n{longest}é".encode(), "a.txt")
