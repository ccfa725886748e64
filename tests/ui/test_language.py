"""The interface's own language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ui import language
from ui.language import Words, accepted, chosen, local, offered, tell, words

NOW = datetime(2027, 3, 14, 14, 2, tzinfo=UTC)
CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {locale}\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : \
n%100>=11 && n%100<=99 ? 4 : 5);\\n"

msgid "Good day, {{name}}"
msgstr "نهارك سعيد يا {{name}}"

msgid "{{n}} text"
msgid_plural "{{n}} texts"
msgstr[0] "لا نصوص"
msgstr[1] "نص واحد"
msgstr[2] "نصان"
msgstr[3] "{{n}} نصوص"
msgstr[4] "{{n}} نصًا"
msgstr[5] "{{n}} نص"
"""


@pytest.fixture
def catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Offer Arabic and Brazilian Portuguese with a catalog of two sentences."""
    for folder in ("ar", "pt_BR"):
        path = tmp_path / folder / "LC_MESSAGES" / "ui.po"
        path.parent.mkdir(parents=True)
        path.write_text(CATALOG.format(locale=folder), "utf-8")
    monkeypatch.setattr(language, "LOCALES", tmp_path)
    language._sentences.cache_clear()
    yield tmp_path
    language._sentences.cache_clear()


# --- which ---------------------------------------------------------------------------------------


def test_what_is_offered_is_what_has_a_catalog(catalogs: Path) -> None:
    assert offered() == ("en", "ar", "pt-BR")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ((), "en"),
        (("", "ar"), "ar"),
        (("xx", "pt-BR", "ar"), "pt-BR"),
        (("ar-EG",), "ar"),
        (("AR",), "ar"),
        (("xx", "PT-br"), "pt-BR"),
        (("EN",), "en"),
        (("pt",), "en"),
        (("../../etc",), "en"),
        (("",), "en"),
    ],
)
def test_the_first_one_that_is_offered(catalogs: Path, wanted: tuple[str, ...], found: str) -> None:
    assert chosen(*wanted) == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", ()),
        ("ar", ("ar",)),
        ("en;q=0.5, ar;q=0.9, fr", ("fr", "ar", "en")),
        ("ar;q=x, fr", ("fr",)),
        ("*, ar;q=0.1", ("ar",)),
        ("ar, , fr", ("ar", "fr")),
        ("fr; q=0.1, ar ;q=0.9", ("ar", "fr")),
        ("fr;q=0, ar;q=0.0, en;q=0.1", ("en",)),
        ("ar;Q=0.2, fr;q=nan, en;q=inf, de;q=-1", ("ar",)),
    ],
)
def test_what_a_browser_asks_for(header: str, found: tuple[str, ...]) -> None:
    assert accepted(header) == found


def test_a_header_without_end_is_cut() -> None:
    assert len(accepted("ar," * 1_000_000)) < 400


# --- what ----------------------------------------------------------------------------------------


def test_sentences_come_from_the_catalog(catalogs: Path) -> None:
    arabic = Words("ar")
    assert arabic.direction == "rtl"
    assert arabic.say("Good day, {name}", name="نور") == "نهارك سعيد يا نور"
    assert arabic.say("Not in it") == "Not in it"
    assert Words("en").say("Good day, {name}", name="Ana") == "Good day, Ana"


def test_an_empty_sentence_is_no_header(catalogs: Path) -> None:
    assert Words("ar").say("") == ""


def test_a_value_is_not_read_as_a_sentence() -> None:
    assert Words("en").say("Good day, {name}", name="{0.__class__}") == "Good day, {0.__class__}"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "لا نصوص"), (1, "نص واحد"), (2, "نصان"), (11, "نصًا"), (100, "نص")]
)
def test_each_number_has_its_form(catalogs: Path, number: int, said: str) -> None:
    assert Words("ar").count("{n} text", "{n} texts", number).endswith(said)
    assert Words("en").count("{n} text", "{n} texts", 1) == "1 text"
    assert Words("en").count("{n} text", "{n} texts", 2000) == "2,000 texts"


def test_marking_changes_nothing() -> None:
    assert tell("A sentence") == "A sentence"


def test_one_object_for_all_who_speak_it() -> None:
    assert words("en") is words("en")


# --- numbers, dates ------------------------------------------------------------------------------


def test_dates_and_numbers() -> None:
    english, arabic = Words("en-GB"), Words("ar")
    assert english.day(date(2027, 3, 14)) == "14 March 2027"
    assert english.clock(NOW, "Asia/Beirut") == "16:02"
    assert english.percent(99.9) == "99%"
    assert english.number(1234.5) == "1,234.5"
    assert english.ago(NOW - timedelta(days=3), NOW) == "3 days ago"
    assert english.together(["a", "b", "c"]) == "a, b and c"
    assert english.language("fr") == "French"
    assert arabic.language("fr") == "الفرنسية"
    assert "مارس" in arabic.day(date(2027, 3, 14))


def test_a_moment_of_today_is_its_time() -> None:
    english = Words("en-GB")
    assert english.moment(NOW, NOW) == "14:02"
    assert english.moment(NOW - timedelta(days=1), NOW).startswith("13 Mar 2027")
    late = datetime(2027, 3, 14, 23, 30, tzinfo=UTC)
    assert english.moment(late, late + timedelta(hours=1), "Asia/Beirut") == "01:30"


@pytest.mark.parametrize("zone", ["../../etc/passwd", "America", "", "\0", "/etc/passwd", "Mars/X"])
def test_a_zone_that_nobody_knows_is_utc(zone: str) -> None:
    assert Words("en-GB").clock(NOW, zone) == "14:02"


def test_a_tag_that_babel_does_not_know_is_spoken_to_in_english() -> None:
    assert Words("tlh").day(date(2027, 3, 14)) == "March 14, 2027"


def test_a_moment_as_the_readers_clock_shows_it() -> None:
    at = datetime(2026, 3, 14, 22, 30, tzinfo=UTC)
    assert local(at, "Asia/Tehran").isoformat() == "2026-03-15T02:00:00+03:30"
    assert local(at, "no zone") == at
