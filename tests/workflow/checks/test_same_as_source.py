"""Texts that nobody has translated."""

import unicodedata
from collections.abc import Callable

from tests.workflow.checks.tables import Case
from workflow.model import BlockKind

Try = Callable[[tuple[Case, ...]], None]


def same(locale: str, text: str, source_locale: str, detail: str = "") -> Case:
    return Case(
        locale, text, text, (("same_as_source", detail or text),), source_locale=source_locale
    )


def test_texts_left_as_they_are(try_cases: Try) -> None:
    try_cases((
        same("fr", "Every river is alive.", "en"),
        same("en", "Chaque fleuve est vivant.", "fr"),
        same("en", "Jeder Fluss ist lebendig.", "de"),
        same("en", "Каждая река жива.", "ru"),
        same("en", "لكل نهر حياته.", "ar"),
        same("en", "هر رود زنده است.", "fa"),
        same("en", "हर नदी जीवित है।", "hi"),
        same("en", "모든 강은 살아 있다.", "ko"),
        same("en", "כל נהר חי הוא.", "he"),
        same("en", "すべての川は生きている。", "ja"),
        same("en", "每一条河都是活的。", "zh"),
        same("en", "แม่น้ำทุกสายมีชีวิต", "th"),
        same("fr", "See `that` [in full](https://example.org/a/b/c)", "en",
             "See `that` [in full](https://example.org"[:40]),
        Case("fr", "Every river is alive.", " Every river is alive.\n",
             (("same_as_source", "Every river is alive."),)),
        Case("en", "Chaque été est vécu.", unicodedata.normalize("NFD", "Chaque été est vécu."),
             (("same_as_source", unicodedata.normalize("NFD", "Chaque été est vécu.")),),
             source_locale="fr"),
    ))  # fmt: skip


def test_texts_that_are_rightly_the_same(try_cases: Try) -> None:
    friends = "Friends of the slow water of the north"
    try_cases((
        Case("fr", "Every river is alive.", "Chaque fleuve est vivant."),
        Case("fr", "Marta Lanes Quintela", "Marta Lanes Quintela"),
        Case("fr", "Ludwig van Beethoven", "Ludwig van Beethoven"),
        Case("fr", friends, friends, kind=BlockKind.SIGNATORY),
        Case("fr", friends, friends, kind=BlockKind.BYLINE),
        Case("fr", "1,038", "1,038"),
        Case("fr", "Contact", "Contact"),
        Case("zh", "国際連合", "国際連合", source_locale="ja"),
        Case("en-GB", "Every river is alive.", "Every river is alive.", source_locale="en-US"),
        Case("de", "See https://example.org/the/long/road", "See https://example.org/the/long/road"),
        Case("ja", "2027", "2027"),
        Case("en", "مارتا", "مارتا", source_locale="ar"),
        Case("hi", "ISO 9001", "ISO 9001"),
    ))  # fmt: skip
