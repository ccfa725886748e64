import pytest

from workflow.segmentation import Precedent, cut, joiner, sentence_spans

SENTENCE = "The river needs more room every single year. "
CHINESE = "河流每年都需要更多的空间。"


def english(length: int) -> str:
    return (SENTENCE * (length // len(SENTENCE) + 1))[: length - 1] + "."


def is_cut(text: str, locale: str, precedent: Precedent | None = None) -> bool:
    return len(cut(text, locale, precedent or Precedent())) > 1


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, "en")]


def numbered(length: int, first: int = 1) -> str:
    """Make a text of this length whose sentences differ."""
    text = ""
    while len(text) < length:
        text += f"In village {first} the river needs more room every year. "
        first += 1
    return text[: length - 1] + "."


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


def test_one_sentence_is_never_cut() -> None:
    long = "a long sentence, " * 200 + "the end."
    for precedent in (Precedent(), Precedent([long]), Precedent(["the end."])):
        assert not is_cut(long, "en", precedent)
        assert not is_cut("", "en", precedent)


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
    text = numbered(length)
    before = Precedent(sentences(text) if was_cut else [text])
    assert is_cut(text, "en", before) is expected


def test_the_cut_survives_an_edit_of_a_sentence() -> None:
    text = numbered(600)
    first, *others = sentences(text)
    assert not is_cut(text.replace(first, "We ask for something else."), "en", Precedent([text]))
    shorter = " ".join(others[:7])
    assert len(shorter) < 500
    assert is_cut(shorter, "en", Precedent([first, *others]))


def test_an_unknown_block_is_cut_as_if_there_was_nothing_before() -> None:
    before = Precedent([numbered(600, first=700)])
    assert is_cut(numbered(501), "en", before)
    assert not is_cut(numbered(500), "en", before)


def test_the_side_that_knows_more_of_a_block_wins() -> None:
    text = numbered(600)
    assert is_cut(text, "en", Precedent([*sentences(text), numbered(520)]))
    one = sentences(text)[0]
    assert not is_cut(text, "en", Precedent([one, text.removeprefix(one)]))


@pytest.mark.parametrize("locale", ["th", "th-TH", "lo", "km"])
def test_languages_without_sentence_marks_are_never_cut(locale: str) -> None:
    assert not is_cut("สวัสดี! ทุกคน? " * 100, locale)
    khmer = "ជំរាបសួរ។ "
    assert not is_cut(khmer * 100, locale, Precedent([khmer.strip()]))


def test_burmese_is_cut_only_with_its_full_stop() -> None:
    assert not is_cut("သူ လာသည် ? " * 100, "my")
    assert is_cut("သူ လာသည်။ " * 100, "my")
