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


class PanicException(BaseException):
    """Stands for the one of pyo3, which cannot be imported."""


def test_where_it_breaks_down_it_has_said_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: str) -> None:
        raise PanicException

    monkeypatch.setattr(base, "get_sentence_boundaries", break_down)
    assert suggested_cuts("We came. They left.", "en", ()) == []
    assert len(sentence_spans("We came. They left.", "en")) == 1


def test_other_ends_of_the_world_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(base, "get_sentence_boundaries", interrupt)
    with pytest.raises(KeyboardInterrupt):
        suggested_cuts("We came. They left.", "en", ())


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_a_space_that_does_not_break_does_not_break_it(language: str) -> None:
    text = "C’est le plan B\u00a0. K\u00a0! U.S\u00a0. J.\u00a0Dale"
    assert suggested_cuts(text, language, ()) is not None
