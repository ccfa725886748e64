"""Facts about languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import LOCALES
from workflow import languages
from workflow.errors import UnknownLocale


@pytest.mark.parametrize(
    ("given_tag", "tag"),
    [
        ("PT_br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        (" fa ", "fa"),
        ("es-419", "es-419"),
        ("ca-Valencia", "ca-valencia"),
        ("sl-1994", "sl-1994"),
        ("EN-xa", "en-XA"),
        ("CKB", "ckb"),
    ],
)
def test_normalise(given_tag: str, tag: str) -> None:
    assert languages.normalise(given_tag) == tag
    assert languages.normalise(tag) == tag


@pytest.mark.parametrize("tag", ["", "x", "english", "en US", "fr-", "../fr", "fr\n", "fr-x", "٣"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(UnknownLocale):
        languages.normalise(tag) if tag != "fr\n" else languages.normalise("f\nr")


@pytest.mark.parametrize(
    "tag",
    [
        "sl-rozaj-rozaj",
        "sl-Rozaj-rozaj-biske",
        "fr-abcdefgh-bcdefghi-cdefghij-d00000",
        "fr" + "-1994" * 9,
    ],
)
def test_a_tag_has_an_end_and_no_part_twice(tag: str) -> None:
    with pytest.raises(UnknownLocale) as refusal:
        languages.normalise(tag)
    assert len(str(refusal.value)) < 150
    assert not languages.is_known(tag)
    assert languages.script(tag) == "Latn"


def test_the_longest_tag_and_a_refusal_that_stays_short() -> None:
    assert len(languages.normalise("sl-latn-it-rozaj-biske-njiva-1994")) == 33
    with pytest.raises(UnknownLocale) as refusal:
        languages.normalise("fr" + "-abcde" * 300_000)
    assert len(str(refusal.value)) < 150


@given(st.text(max_size=12))
def test_a_tag_is_refused_or_stays_once_normalised(tag: str) -> None:
    try:
        once = languages.normalise(tag)
    except UnknownLocale:
        return
    assert languages.normalise(once) == once
    assert languages.from_gettext(languages.gettext_locale(once)) == once


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("pt_BR", "pt-BR"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("de_DE.UTF-8", "de-DE"),
        ("ca@valencia", "ca-valencia"),
        ("uz@cyrillic", "uz-Cyrl"),
    ],
)
def test_gettext_names(name: str, tag: str) -> None:
    assert languages.from_gettext(name) == tag


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("fa", "rtl"),
        ("ckb", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("ug", "rtl"),
        ("yi", "rtl"),
        ("dv", "rtl"),
        ("ar-XB", "rtl"),
        ("ks", "rtl"),
        ("pa-PK", "rtl"),
        ("prs", "rtl"),
        ("az-Arab", "rtl"),
        ("sd", "rtl"),
        ("ps", "rtl"),
        ("en", "ltr"),
        ("az", "ltr"),
        ("ku", "ltr"),
        ("kmr", "ltr"),
        ("pa", "ltr"),
        ("ja", "ltr"),
        ("en-XA", "ltr"),
        ("ar-Latn", "ltr"),
        ("tlh", "ltr"),
    ],
)
def test_direction(tag: str, direction: str) -> None:
    assert languages.direction(tag) == direction


def test_names() -> None:
    assert [languages.endonym(tag) for tag in ("fr", "fa", "ja", "en-XA", "tlh")] == [
        "français",
        "فارسی",
        "日本語",
        "en-XA",
        "tlh",
    ]
    assert languages.display_name("ar", "fr") == "arabe"
    assert languages.display_name("pt-BR", "en") == "Portuguese (Brazil)"


@pytest.mark.parametrize(
    ("tag", "digits"),
    [
        ("fa", "۰۱۲۳۴۵۶۷۸۹"),
        ("ar", "٠١٢٣٤٥٦٧٨٩"),
        ("hi", "०१२३४५६७८९"),
        ("zh", "〇一二三四五六七八九"),
        ("fr", "0123456789"),
        ("tlh", "0123456789"),
    ],
)
def test_digits(tag: str, digits: str) -> None:
    assert languages.digits(tag) == digits


@pytest.mark.parametrize("tag", [*LOCALES, "my", "fil", "ug", "tlh", "ga", "mt", "cy", "pt", "kmr"])
def test_plural_forms_are_gettexts(tag: str) -> None:
    form = languages.plural_forms(tag)
    assert form.startswith("nplurals=")
    assert form.endswith(";")
    count = int(form.removeprefix("nplurals=").split(";")[0])
    rule = form.split("plural=", 1)[1].rstrip(";")
    for n in (0, 1, 2, 3, 5, 7, 11, 21, 100, 101, 111, 1000):
        assert 0 <= _index(rule, n) < count


def _index(rule: str, n: int) -> int:
    """Work out a C expression by Python's own gettext."""
    from gettext import c2py

    return int(c2py(rule)(n))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("We ask for a bridge", "en"),
        ("", "en"),
        ("123 !", "en"),
        ("نطالب بجسر", "ar"),
        ("ما می‌خواهیم که پل گچی چاپ شود", "fa"),
        ("ہمیں ایک پل چاہیے ٹھیک ہے", "ur"),
        ("ئێمە پردێکمان دەوێت", "ckb"),
        ("橋を直してください", "ja"),
        ("请修好这座桥", "zh"),
        ("다리를 고쳐 주세요", "ko"),
        ("Почините мост", "ru"),
        ("Полагодьте міст, її", "uk"),
        ("हमें पुल चाहिए", "hi"),
        ("ขอสะพาน", "th"),
        ("Θέλουμε γέφυρα", "el"),
        ("אנו רוצים גשר", "he"),
    ],
)
def test_the_script_tells_the_language(text: str, tag: str) -> None:
    assert languages.guess_locale(text) == tag


def test_fold() -> None:
    folded = languages.fold
    assert folded("Chère Łucja’s İ") == folded("CHERE lucja's i") == "chere lucja's i"
    assert folded("àƀċđēƒğĥíĵķĺṁñōṗʠřśťūṽŵẋŷž") == "abcdefghijklmnopqrstuvwxyz"


def test_calendars_and_countries() -> None:
    assert {"märz", "montag", "jan"} <= languages.calendar_names("de")
    assert languages.calendar_names("tlh") == frozenset()
    assert {"Brésil", "Suisse"} <= languages.country_names("fr")
    assert "Union européenne" not in languages.country_names("fr")


@pytest.mark.parametrize(
    ("tag", "known"), [("ar", True), ("ckb", True), ("final", False), ("v2", False), ("qqq", False)]
)
def test_what_is_known(tag: str, known: bool) -> None:
    assert languages.is_known(tag) is known


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("We ask 3 cities – now!", 5), ("川を守る", 4), ("JR川 line", 3), ("نحن هنا", 2)],
)
def test_count_words(text: str, words: int) -> None:
    assert languages.count_words(text) == words


def test_common_languages_are_languages_and_not_all_their_countries() -> None:
    found = languages.common()
    assert {"ar", "fr", "ja", "fa", "ckb", "zh-Hant", "pt-BR", "es"} <= set(found)
    assert all(languages.normalise(each) == each and languages.is_known(each) for each in found)
    assert "fr-CA" not in found
    assert list(found) == sorted(set(found))
