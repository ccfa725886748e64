import pytest

from tests.workflow.segmentation.conftest import Check
from workflow.segmentation.abbreviations import is_roman, is_word


def test_titles_and_their_like_go_on(check_sentences: Check) -> None:
    check_sentences(
        "en", ["Dr. Hill met Prof. Dale.", "We met Dr. A. B. Hill.|He spoke, i.e. sang."]
    )


def test_words_before_numbers(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            "See p. 12 of vol. IV.|It is long.",
            "It came on Jan. 8.|They left on Sept. 1.",
            "They left in Jan.|The snow came in Feb.",
            "Art. 5 and No. 6 apply.|Para. 3 too.",
        ],
    )


def test_an_abbreviation_ends_a_sentence_before_a_starter(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            "He runs Hill Inc.|The firm is old.",
            "He runs Hill Inc. in town.",
            "The firm Hill Inc. Ltd. failed.",
            "The U.S. Air Force came.",
        ],
    )


def test_measures_after_a_number(check_sentences: Check) -> None:
    check_sentences("en", ["He bought 8 oz.|Bread was cheap.", "It is 10 ft. tall."])


def test_initials_go_on(check_sentences: Check) -> None:
    check_sentences("en", ["J. P. Dale and George W. Bush met.", "So do I.|Do you?"])
    check_sentences("ru", ["А. С. Пушкин писал.|Мы читаем."])


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("I", "en", True),
        ("e", "kmr", True),
        ("A", "en", False),
        ("go", "en", True),
        ("", "en", False),
    ],
)
def test_short_words(word: str, language: str, *, expected: bool) -> None:
    assert is_word(word, language) is expected


def test_roman_numbers() -> None:
    assert is_roman("XVIII")
    assert not is_roman("Vol")
    assert not is_roman("")


def test_doubled_letters_of_a_spanish_plural(check_sentences: Check) -> None:
    check_sentences("es", ["La asamblea pide respeto a los DD. HH. y a los ríos.|Así sea."])
    check_sentences("es", ["Véanse los párrfs. 5 y 6 del acuerdo.|Gracias."])


def test_a_time_or_year_at_the_beginning_is_not_over(check_sentences: Check) -> None:
    check_sentences("en", ["On Jan. 5, at 6 a.m. Mrs. Hill opened the sluice.|It rained."])
    check_sentences("en", ["She wrote: In 44 B.C. Rome was large."])
