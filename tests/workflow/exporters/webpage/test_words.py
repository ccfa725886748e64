"""Languages, links and emphasis inside a block."""

from tests.workflow.exporters.conftest import inlines
from workflow.exporters.webpage.notes import Notes
from workflow.exporters.webpage.words import Words, languages
from workflow.model import Block, BlockKind, Inline


def _words(locale: str = "fr") -> Words:
    return Words(locale, "en", Notes(()))


def _block(source: str) -> Block:
    return Block(BlockKind.PARAGRAPH, 0, "", inlines(source))


def test_emphasis_and_breaks() -> None:
    wording = _words().of(_block("**a** *b* `c`\nd"))
    assert wording.html == '<strong>a</strong> <em>b</em> <code dir="ltr">c</code><br>d'
    assert wording.attributes == ""


def test_marks_stand_inside_each_other() -> None:
    assert _words().of(_block("**a [b `c` *d*](https://e.org)** ~~e~~")).html == (
        '<strong>a <a href="https://e.org">b <code dir="ltr">c</code> <em>d</em></a></strong>'
        " <del>e</del>"
    )


def test_a_fallback_inside_a_paragraph_is_named() -> None:
    assert _words().of(_block("Eau. {en:Water.} Terre.")).html == (
        'Eau. <span lang="en" dir="ltr">Water.</span> '
        '<span class="language" lang="fr" dir="ltr">(anglais)</span> Terre.'
    )


def test_a_block_that_fell_back_carries_its_language_and_the_name_stands_once() -> None:
    words = _words("ar")
    first, second = words.of(_block("{en:Water.}")), words.of(_block("{en:Bank.}"))
    assert first.attributes == second.attributes == ' lang="en" dir="ltr"'
    assert first.html.startswith('Water. <span class="language" lang="ar" dir="rtl">(')
    assert second.html == "Bank."


def test_the_name_comes_back_after_words_of_the_page_s_own() -> None:
    words = _words()
    written = [words.of(_block(source)).html for source in ("{en:A}", "B", "{en:C}")]
    assert ["(anglais)" in html for html in written] == [True, False, True]


def test_a_quotation_in_a_third_language_is_marked_but_not_named() -> None:
    assert _words().of(_block("a {la:Aqua} b")).html == (
        'a <span lang="la" dir="ltr">Aqua</span> b'
    )


def test_links() -> None:
    row = (Inline("x", link="https://e.org/?a=1&b=2"), Inline("y", link="javascript:z"))
    assert _words().of(Block(BlockKind.PARAGRAPH, children=row)).html == (
        '<a href="https://e.org/?a=1&amp;b=2">x</a>y'
    )


def test_an_address_that_is_its_own_words_runs_left_to_right() -> None:
    assert _words("ar").of(_block("[a@e.org](mailto:a@e.org)")).html == (
        '<a class="bare" dir="ltr" href="mailto:a@e.org">a@e.org</a>'
    )


def test_a_reference_without_its_footnote_is_text() -> None:
    assert _words().of(_block("[[1]](#note-1)")).html == "[1]"


def test_languages_in_order_of_appearance() -> None:
    assert languages([_block("{en:a} {la:b}"), _block("{en:c}")]) == ("en", "la")
