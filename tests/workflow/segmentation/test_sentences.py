import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.segmentation.conftest import Check
from workflow.model import Span
from workflow.segmentation import VERSION, sentence_spans

LOCALES = (
    *("en", "de", "fr", "es", "ru", "el", "tr", "ar", "ckb", "kmr", "hi", "hy", "my", "th"),
    *("ja", "ko", "zh-Hans", "zh_Hant", "pt-BR", "EN", "", "xx"),
)
PIECES = st.sampled_from(
    [
        *("The", "river", "Dr", "etc", "U.S", "p", "Jan", "8", "2005", "a", "I", "je"),
        *("Он", "他", "です", "هل", "...", ". ", "? ", "[1]", "http://"),
        *".!?…。；؟।։:;,\"'“”„«»‹›‘’()[]{}「」（）",
        *" \u00a0\u202f\u3000\n\t\u2029",
        *"-–—•*_`@/\\#<>\u200b\u200f\u202a\u202c\ufeff😀¹ª°",
    ]
)
HOSTILE = (
    *(".", "(", '"', "'", "“", "”", "«", "a.", "A. ", "! ", ". . ", "1. ", "1) a "),
    *("[1]", ".[1] ", "\n\n", "。", "._", ".](", "U.S. ", ". “"),
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(), st.sampled_from(LOCALES))
def test_laws(text: str, locale: str) -> None:
    spans = sentence_spans(text, locale)
    ends = [Span(0, 0), *spans, Span(len(text), len(text))]
    for left, right in pairwise(ends):
        assert left.end <= right.start
        between = text[left.end : right.start]
        assert not between.strip(), "what stands between two sentences is white space"
    for span in spans:
        assert span.of(text)
        assert span.of(text) == span.of(text).strip()


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0\u3000"])
def test_blank_texts_have_no_sentences(text: str) -> None:
    assert sentence_spans(text, "en") == ()


def test_spans_are_in_code_points() -> None:
    assert sentence_spans(" 😀 Yes.\u00a0\u00a0No! ", "en") == (Span(1, 7), Span(9, 12))


def test_a_space_that_does_not_break_still_stands_between(check_sentences: Check) -> None:
    check_sentences("en", ["We came.|They left."])
    text = "We came.\u00a0They left. We say:\u00a0 stay."
    assert len(sentence_spans(text, "en")) == 3


@pytest.mark.parametrize("shift", [0, 1, 3, 17, 59])
def test_long_texts_are_cut_like_short_ones(shift: int) -> None:
    sentences = ["x" * shift + "The lake rose.", *["“We left,” said Dr. Hill (b. 1950)."] * 700]
    text = " ".join(sentences)
    assert len(text) > 20_000
    assert [span.of(text) for span in sentence_spans(text, "en")] == sentences


def test_paragraph_breaks_in_long_texts_lose_nothing() -> None:
    text = "x" * 9_990 + ".\n\nAnother one. " + "Some words here. " * 100
    spans = sentence_spans(text, "en")
    assert spans[0] == Span(0, 9_991)
    assert spans[1].of(text) == "Another one."


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        sentence_spans(text, "en")
        return time.process_time() - start

    small = min(seconds(10_000) for _ in range(2)) + 0.01
    assert seconds(80_000) < 24 * small, "eight times the text, at most thrice the time a character"


def test_the_version_is_a_short_word() -> None:
    assert VERSION
    assert VERSION.isalnum()
