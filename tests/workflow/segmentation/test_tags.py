import pytest

from workflow.segmentation.tags import DENSE, UNSPACED, language_of


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr", "fr"),
        ("pt-BR", "pt"),
        ("zh_Hans", "zh"),
        ("zh-Hant-TW", "zh"),
        ("EN", "en"),
        ("ku", "kmr"),
        ("nb-NO", "no"),
        ("iw", "he"),
        ("sr@latin", "sr@latin"),
        ("de_DE.UTF-8", "de"),
        (" fr ", "fr"),
        ("", ""),
        ("-", ""),
        ("no such language", "no such language"),
    ],
)
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_what_is_unspaced_is_dense() -> None:
    assert UNSPACED < DENSE
    assert "ko" in DENSE - UNSPACED
