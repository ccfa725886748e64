"""Typefaces by language."""

import pytest

from workflow.exporters.webpage.faces import face, faces


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr", "Iowan Old Style"), ("ru", "PT Serif"), ("ar", "Noto Naskh Arabic"),
        ("ur", "Noto Nastaliq Urdu"), ("ckb", "Noto Naskh Arabic"), ("ja", "Noto Serif CJK JP"),
        ("zh", "Noto Serif CJK SC"), ("zh-Hant", "Noto Serif CJK TC"), ("ko", "Noto Serif CJK KR"),
        ("hi", "Noto Serif Devanagari"), ("th", "Noto Serif Thai"), ("my", "Noto Sans Myanmar"),
    ],
)  # fmt: skip
def test_each_script_has_its_faces(tag: str, name: str) -> None:
    assert f'"{name}"' in face(tag).book


@pytest.mark.parametrize("tag", ["ar", "ur", "he", "ja", "zh", "ko", "hi", "th", "my", "am"])
def test_slanted_type_is_for_european_scripts(tag: str) -> None:
    assert not face(tag).slanted
    assert "font-style:normal" in faces(tag, ())


def test_latin_with_two_marks_on_a_letter_asks_for_faces_that_have_them() -> None:
    assert "Iowan" not in face("vi").book


def test_nastaliq_is_asked_for_weight_by_weight_and_never_fetched() -> None:
    rules = faces("en", ("ur",))
    assert rules.count("@font-face") == 2
    assert "url(" not in rules
    assert "@font-face" not in faces("ar", ("en",))


def test_only_the_languages_of_the_page_have_rules() -> None:
    rules = faces("ar", ("en", "ar"))
    assert rules.count("--book") == 2
    assert '[lang="en"]' in rules
    assert "font-size: 0.88em" in rules


def test_every_list_of_faces_ends_with_one_that_every_machine_has() -> None:
    for tag in ("en", "ru", "ar", "ur", "he", "ja", "hi", "th", "my", "ka", "hy", "am", "chr"):
        assert face(tag).book.endswith(", serif"), tag
        assert face(tag).plain.endswith(", sans-serif"), tag
