"""What checks share: the codes of a text, the words between them, what was said already."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.workflow.checks.tables import Case
from workflow.checks.base import BLANK, codes, unsaid, words_of
from workflow.model import Issue
from workflow.placeholders import placeholders

NOTATIONS = st.sampled_from(["plaintext", "markdown"])


@given(text=st.one_of(strategies.any_markdown(), strategies.any_texts()), notation=NOTATIONS)
def test_no_code_is_overlooked(text: str, notation: str) -> None:
    assert codes(text, notation) == placeholders(text, notation)


@given(text=strategies.any_markdown(), notation=NOTATIONS)
def test_words_stay_where_they_are(text: str, notation: str) -> None:
    made = words_of(text, notation)
    assert len(made) == len(text)
    assert all(one in (there, BLANK) for one, there in zip(made, text, strict=True))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a `b` c[^1] [1] [in 2024]", "a ___ c____ ___ [in 2024]"),
        ("d&nbsp;e &#8212; f", "d&nbsp;e _______ f"),
        ("[so](x.html 'T 1') <br>", "[so________ 'T 1') ____"),
    ],
)  # fmt: skip
def test_words_without_codes(text: str, words: str) -> None:
    assert words_of(text, "markdown").replace(BLANK, "_") == words


def test_what_was_said_is_not_said_again() -> None:
    examined = Case("fr", "x", "y", structure=(Issue("lost_link", 3, "a"),)).examined()
    issues = [
        examined.issue(*each)
        for each in (("lost_link", "b"), ("lost_address", "a"), ("added_address", "a"))
    ]
    assert [issue.name for issue in unsaid(examined, issues)] == ["added_address"]


def test_a_long_piece_is_cut() -> None:
    assert len(Case("fr", "x", "y").examined().issue("lost_code", "a" * 999).detail) == 160
