"""Which targets would break their hole."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import tries
from tests.laws import with_own_texts
from tests.strategies import any_markdown, locales, markdown_texts, targets_for
from workflow import plumbing
from workflow.filters.markdown import markup
from workflow.filters.markdown.checking import check
from workflow.model import Issue, UnitKey
from workflow.pseudo import pseudo_targets

REFERENCE = "\n\n[river]: /river\n\n[^1]: Note.\n"


def findings(source: str, target: str) -> list[tuple[str, str]]:
    """Check one target for the first text of a document."""
    document = plumbing.extract(source.encode(), format="markdown", locale="en")
    key = document.units[0].key
    found = check(document, {key: target})
    assert all(issue.key == key and issue.line for issue in found)
    return [(issue.name, issue.detail) for issue in found]


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("One", "- Un", "starts_list"),
        ("One", "1. Un", "starts_list"),
        ("One", "1952. Un", "starts_list"),
        ("One", "1) Un", "starts_list"),
        ("One", "+", "starts_list"),
        ("One", "# Un", "starts_heading"),
        ("One", "> Un", "starts_quotation"),
        ("One", "``` Un", "starts_code"),
        ("One", "~~~", "starts_code"),
        ("One", "---", "starts_rule"),
        ("One", "***", "starts_rule"),
        ("One", "<div>Un", "starts_html"),
        ("One", "<!-- un -->", "starts_html"),
        ("One", "[^2]: Un", "starts_footnote"),
        ("One", "[un]: /deux", "vanishes"),
        ("One  \ntwo", "Un\n- deux", "starts_list"),
        ("One  \ntwo", "Un\n===", "starts_heading"),
        ("One  \ntwo", "| a |\n|---|", "starts_table"),
        ("- One", "- Un", "starts_list"),
        ("> One", "> Un", "starts_quotation"),
        ("One\n---", "- Un", "starts_list"),
        ("[^1]: One", "# Un", "starts_heading"),
    ],
)
def test_a_target_that_is_another_block_is_found(source: str, target: str, name: str) -> None:
    assert name in [found for found, _ in findings(source, target)]


@pytest.mark.parametrize("mark", ["[", "![", "[^", "[[a]", "{", "{{"])
def test_a_target_of_brackets_is_found_without_reading_it(mark: str) -> None:
    target = (mark * 20_000)[:20_000]
    with patch.object(markup, "tokens", side_effect=AssertionError):
        assert findings("One", target) == [("stray_mark", mark.removeprefix("!")[0])]
    both = plumbing.extract(f"One. Two {mark}.".encode(), format="markdown", locale="en")
    keys = [unit.key for unit in both.units]
    issues = check(both, dict.fromkeys(keys, target))
    assert [(issue.name, issue.key) for issue in issues] == [("stray_mark", key) for key in keys]


def test_some_more_brackets_than_in_the_source_are_read() -> None:
    assert findings("One", "[un] " * 100) == []
    many = "[un](a.html) " * 200
    assert findings(many, many) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("[One](a.html)", "Un", [("lost_link", "a.html")]),
        ("One", "[Un](a.html)", [("added_link", "a.html")]),
        ("[One](a.html)", "[Un](b.html)", [("lost_link", "a.html"), ("added_link", "b.html")]),
        ("[One](a.html) [two](a.html)", "[Un](a.html)", [("lost_link", "a.html")]),
        ("[One][river]" + REFERENCE, "[Un][riviere]", [("lost_link", "/river")]),
        ("One <https://a.example>", "Un", [("lost_link", "https://a.example")]),
        ("![One](a.png)", "Un", [("lost_image", "a.png")]),
        ("One", "![Un](a.png)", [("added_image", "a.png")]),
        ("One `a`", "Un", [("lost_code", "a")]),
        ("One", "Un `a`", [("added_code", "a")]),
        ("One[^1]" + REFERENCE, "Un", [("lost_footnote", "1")]),
        ("One" + REFERENCE, "Un[^1]", [("added_footnote", "1")]),
        ("One <b>two</b>", "Un <b>deux", [("lost_tag", "</b>")]),
        ("One", "Un<br>", [("added_tag", "<br>")]),
        ("<p>One <b>two</b></p>", "Un deux", [("lost_tag", "<b>"), ("lost_tag", "</b>")]),
        ("<p>One</p>", "Un</p>", [("added_tag", "</p>")]),
        ("| [One](a.html) |\n|---|", "Un", [("lost_link", "a.html")]),
        ("# One `a`", "Un", [("lost_code", "a")]),
    ],
)
def test_what_is_lost_or_added_is_named(
    source: str, target: str, found: list[tuple[str, str]]
) -> None:
    assert findings(source, target) == found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("One", "Un"),
        ("One", ""),
        ("One", " "),
        ("One", "*Un*, 1. deux - # trois > quatre"),
        ("One", "1952 . Un"),
        ("One", "#Un"),
        ("One", "\\- Un"),
        ("One", "Un\n- deux"),  # is put on one line
        ("# One", "- Un"),
        ("# One", "# Un"),
        ("| One |\n|---|", "- Un | deux"),
        ("<p>One</p>", "- Un"),
        ('[a]: b "One"', "- Un"),
        ("---\ntitle: One\n---\n", "- Un"),
        ("+++\ntitle = 'One'\n+++\n", "# <b>Un</b> `x`"),
        ("[One](a.html 'Title')", "[Un](a.html 'Titre')"),
        ("[One](a.html)[^1] `x`" + REFERENCE, "`x` [^1][Un](a.html)"),
        ("![One *two*](a.png)", "![Un](a.png)"),
        ("One &amp; two", "Un et deux"),
        ("**One** two", "Un deux"),
        ("One  \ntwo", "Un deux"),
    ],
)
def test_what_fits_is_no_finding(source: str, target: str) -> None:
    assert findings(source, target) == []


def test_a_later_sentence_may_begin_like_a_block_but_not_on_a_line_of_its_own() -> None:
    text = "First it rains.  \n" + "Rivers need room. " * 40
    document = plumbing.extract(text.encode(), format="markdown", locale="en")
    key = UnitKey("Rivers need room.")
    assert check(document, {key: "- Un."}) == ()
    assert [each.name for each in check(document, {key: "Un\n- deux."})] == ["starts_list"]


def test_equal_texts_in_equal_places_are_found_once() -> None:
    document = plumbing.extract(b"One\n\nOne\n\n# One\n", format="markdown", locale="en")
    (issue,) = check(document, {UnitKey("One"): "- Un"})
    assert issue == Issue("starts_list", 1, "- Un", UnitKey("One"))


@settings(max_examples=tries(300))
@given(any_markdown(), locales())
def test_the_source_breaks_nothing(text: str, locale: str) -> None:
    document = plumbing.extract(text.encode(), format="markdown", locale=locale)
    assert check(document, with_own_texts(document)) == ()


@settings(max_examples=tries(300))
@given(markdown_texts(), locales())
def test_a_pseudo_translation_breaks_nothing(text: str, locale: str) -> None:
    document = plumbing.extract(text.encode(), format="markdown", locale=locale)
    for pseudo in ("en-XA", "ar-XB"):
        assert check(document, pseudo_targets(document, pseudo)) == ()


@given(st.data())
def test_any_target_is_found_or_not_but_never_refused(data: st.DataObject) -> None:
    text = data.draw(any_markdown())
    document = plumbing.extract(text.encode(), format="markdown", locale="en")
    targets = data.draw(targets_for(document, any_markdown()))
    for issue in check(document, targets):
        assert issue.name
        assert issue.key in targets


@pytest.mark.parametrize(
    ("source", "targets", "found"),
    [
        ("<p>One</p>\n<p>Two</p>", {"One": "Un <!-- x"}, [("stray_mark", "One")]),
        ("<p>One</p>\n<p>Two</p>", {"One": "Un <![CDATA["}, [("stray_mark", "One")]),
        ("<p>One</p>\n<p>Two</p>", {"One": "Un <script src=y"}, [("stray_mark", "One")]),
        ("a | b\n--- | ---\nc | d", {"c": "- see"}, [("tears", "c")]),
        ("a | b\n--- | ---\nc | d", {"c": " "}, []),
        ("One\n===", {"One": " "}, [("tears", "One")]),
        ("- One", {"One": "--"}, [("tears", "One")]),
        ("- One", {"One": "[x] Un"}, [("tears", "One")]),
        ("One x\n---", {"One x": "a|"}, [("tears", "One x")]),
        ("One\n\nTwo", {"One": "Un", "Two": "<div>"}, [("starts_html", "Two")]),
        ("- One\n- Two", {"One": "--", "Two": "--"}, [("tears", "One"), ("tears", "Two")]),
        ("One", {"One": "**Un"}, [("stray_mark", "One")]),
        ("https://a.org b", {"https://a.org b": "Voir"}, [("lost_address", "https://a.org b")]),
        ("Hi {{ name }}", {"Hi {{ name }}": "Salut"}, [("lost_template", "Hi {{ name }}")]),
        ("One", {"One": " "}, []),
        ("- One\n- Two", {"One": " ", "Two": "Deux"}, []),
    ],
)  # fmt: skip
def test_what_only_the_whole_document_shows(
    source: str, targets: dict[str, str], found: list[tuple[str, str]]
) -> None:
    document = plumbing.extract(source.encode(), format="markdown", locale="en")
    issues = check(document, {UnitKey(key): target for key, target in targets.items()})
    assert [(issue.name, issue.key.source if issue.key else "") for issue in issues] == found


def test_sentences_are_read_together() -> None:
    first, second = "The river is long. " * 30, "It ends."
    document = plumbing.extract((first + second).encode(), format="markdown", locale="en")
    keys = [unit.key for unit in document.units]
    assert len(keys) == 2
    assert [each.name for each in check(document, {keys[0]: " ", keys[1]: "- Fin."})] != []
    torn = check(document, {keys[0]: "Un [texte", keys[1]: "fin](http://evil.example)."})
    assert [each.name for each in torn] == ["stray_mark"] or torn != ()
    assert check(document, {keys[0]: " ", keys[1]: "Fin."}) == ()
