"""The page that leads to every language."""

from __future__ import annotations

from tests.workflow.exporters.conftest import Page
from workflow.exporters.around import Draft
from workflow.exporters.webpage.index import Edition, index_page

EDITIONS = (
    Edition("fr", "fr/letter.html", (("TXT", "fr/letter.txt"), ("POT", "fr/letter.pot")), None),
    Edition("ar", "ar/letter.draft.html", (("PO", "ar/letter.po"),), Draft(2, 5)),
)


def test_every_language_by_its_own_name_with_state_and_files() -> None:
    page = Page(index_page("Un <appel>", "fr", EDITIONS).decode())
    assert page.all("html") == [{"lang": "fr", "dir": "ltr"}]
    assert [each["href"] for each in page.all("a")] == [
        "fr/letter.html",
        "fr/letter.txt",
        "fr/letter.pot",
        "ar/letter.draft.html",
        "ar/letter.po",
    ]
    words = " ".join(page.words.split())
    assert "Un <appel> français ✓ Texte définitif" in words
    assert "العربية Brouillon : ce n’est pas le texte définitif." in words
    assert "Pas encore traduits : 2 · Pas encore relus : 5" in words
    names = [each for each in page.all("a") if "hreflang" in each]
    assert [(each["lang"], each["dir"]) for each in names] == [("fr", "ltr"), ("ar", "rtl")]


def test_the_same_editions_give_the_same_page() -> None:
    assert index_page("x", "fr", EDITIONS) == index_page("x", "fr", EDITIONS)


def test_where_we_have_no_words_the_state_is_english_and_says_so() -> None:
    page = Page(index_page("Ávarp", "is", EDITIONS).decode())
    assert "Final text" in page.words
    assert {"lang": "en", "dir": "ltr"} in page.all("p")


def test_a_title_that_no_file_may_hold_is_mended_everywhere() -> None:
    page = index_page("An\x00appeal\ufffe", "en", EDITIONS).decode()
    assert page.count("An\ufffdappeal\ufffd") == 2
    assert not {"\x00", "\ufffe"} & set(page)
