import pytest

from workflow.segmentation import base, sentence_spans
from workflow.segmentation.base import WINDOW, suggested_cuts


def test_it_answers_with_offsets_in_code_points() -> None:
    text = "The 😀 sea rose. We left."
    assert suggested_cuts(text, "en", ()) == [text.index("We")]


def test_hidden_marks_are_not_seen() -> None:
    text = 'He said: "We came home. We were late. We were tired."'
    assert suggested_cuts(text, "en", ()) == []
    hidden = (text.index('"'), len(text) - 1)
    assert suggested_cuts(text, "en", hidden) == [24, 38]


@pytest.mark.parametrize("language", ["sv", "kmr", "tr", "vi"])
def test_it_is_not_asked_about_what_it_does_not_know(language: str) -> None:
    assert suggested_cuts("One. Two.", language, ()) is None


@pytest.mark.parametrize("padding", range(WINDOW - 60, WINDOW + 20, 7))
def test_the_border_of_a_window_changes_nothing(padding: int) -> None:
    sentence = "The river is wide, said Dr. Hill. "
    text = "x" * padding + " rose. " + sentence * (2 * WINDOW // len(sentence))
    cuts = suggested_cuts(text, "en", ())
    first = padding + len(" rose. ")
    assert cuts == list(range(first, len(text), len(sentence)))


def test_a_text_without_any_cut_comes_to_an_end() -> None:
    assert suggested_cuts("x" * (3 * WINDOW), "en", ()) == []


@pytest.mark.parametrize("ends", [[], [0], [-5, 0], [10**9], [3, 1, 2, 2], [7]])
def test_whatever_it_answers_no_character_is_lost(
    monkeypatch: pytest.MonkeyPatch, ends: list[int]
) -> None:
    answer = [{"end_index": end} for end in ends]
    monkeypatch.setattr(base, "get_sentence_boundaries", lambda *_: answer)
    text = "We came. They left? Nobody knows! " * 300
    found = [span.of(text) for span in sentence_spans(text, "en")]
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
