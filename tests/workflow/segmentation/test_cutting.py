import pytest

from workflow.segmentation import is_cut, joiner

SENTENCE = "The river needs more room every single year. "
CHINESE = "河流每年都需要更多的空间。"


def english(length: int) -> str:
    return (SENTENCE * (length // len(SENTENCE) + 1))[: length - 1] + "."


@pytest.mark.parametrize("locale", ["en", "fr-CA", "ko", "th", "lo", "km", "my", "", "xx"])
def test_most_languages_put_a_space_between_sentences(locale: str) -> None:
    assert joiner(locale) == " "


@pytest.mark.parametrize("locale", ["zh-Hans", "zh_TW", "yue", "ja", "JA"])
def test_some_put_nothing(locale: str) -> None:
    assert joiner(locale) == ""


def test_a_block_is_cut_over_the_limit() -> None:
    assert not is_cut(english(500), "en")
    assert is_cut(english(501), "en")


def test_dense_languages_have_a_lower_limit() -> None:
    assert not is_cut(CHINESE * 15, "zh-Hans")
    assert is_cut(CHINESE * 16, "zh-Hans")
    assert is_cut("강은 해마다 더 많은 자리가 필요하다. " * 10, "ko")


@pytest.mark.parametrize("was_cut", [None, True, False])
def test_one_sentence_is_never_cut(was_cut: bool | None) -> None:
    assert not is_cut("a long sentence, " * 200 + "the end.", "en", was_cut)
    assert not is_cut("", "en", was_cut)


@pytest.mark.parametrize(
    ("length", "was_cut", "expected"),
    [
        (999, False, False),
        (1000, False, True),
        (251, True, True),
        (250, True, False),
        (400, True, True),
        (700, False, False),
    ],
)
def test_a_block_keeps_its_cut(length: int, was_cut: bool, expected: bool) -> None:
    assert is_cut(english(length), "en", was_cut) is expected


@pytest.mark.parametrize("locale", ["th", "th-TH", "lo", "km"])
def test_languages_without_sentence_marks_are_never_cut(locale: str) -> None:
    assert not is_cut("สวัสดี! ทุกคน? " * 100, locale)
    assert not is_cut("ជំរាបសួរ។ " * 100, locale, was_cut=True)


def test_burmese_is_cut_only_with_its_full_stop() -> None:
    assert not is_cut("သူ လာသည် ? " * 100, "my")
    assert is_cut("သူ လာသည်။ " * 100, "my")
