"""What stands above the statement on its page."""

from __future__ import annotations

from tests.workflow.exporters.conftest import Page, rivers
from workflow.exporters.around import ALONE, Around, Draft, Other
from workflow.exporters.webpage import WEBPAGE
from workflow.exporters.webpage.surroundings import draft_notice, style_of, switcher

LANGUAGES = tuple(Other(tag, f"../{tag}/letter.html") for tag in ("en", "fr", "ar", "zh-Hant"))


def test_each_language_has_its_own_name_and_says_what_it_is() -> None:
    made = Page(switcher(LANGUAGES, "fr"))
    assert made.all("nav") == [{"class": "languages", "aria-label": "Langues"}]
    assert made.all("b") == [{"aria-current": "page", "lang": "fr", "dir": "ltr"}]
    ways = {each["hreflang"]: each for each in made.all("a")}
    assert [*ways] == ["en", "ar", "zh-Hant"]
    assert ways["ar"] == {
        "href": "../ar/letter.html",
        "hreflang": "ar",
        "lang": "ar",
        "dir": "rtl",
    }
    for name in ("English", "français", "العربية", "繁體"):
        assert name in made.words


def test_alone_there_is_nothing_to_switch() -> None:
    assert switcher(LANGUAGES[:1], "en") == ""
    assert switcher((), "en") == ""
    assert draft_notice(None, "en") == ""
    assert style_of(ALONE) == ""


def test_a_page_in_a_language_without_words_of_ours_marks_the_english_ones() -> None:
    assert 'aria-label="Languages" lang="en" dir="ltr"' in switcher(LANGUAGES, "is")
    assert '<aside class="draft" lang="en" dir="ltr">' in draft_notice(Draft(1, 0), "is")


def test_an_address_stays_an_address() -> None:
    made = Page(switcher((Other("fr", '"><script>'), *LANGUAGES[:1]), "en"))
    assert not made.all("script")
    assert made.all("a")[0]["href"] == '"><script>'


def test_the_page_holds_them_above_the_statement() -> None:
    around = Around(Draft(1, 2), LANGUAGES)
    page = WEBPAGE.export(rivers("ar"), around).decode()
    assert page.index("<nav") < page.index("<aside") < page.index("<main>")
    assert style_of(around) in page
