"""Codes that must come through, in plain text and in Markdown."""

from collections.abc import Callable

from tests.workflow.checks.tables import Case, added, lost
from workflow.model import Issue

Try = Callable[[tuple[Case, ...]], None]


def test_references_of_plain_text(try_cases: Try) -> None:
    source = "It is so [1], and so [2]."
    try_cases((
        Case("fr", source, "C’est ainsi [2], et ainsi [1]."),
        Case("ar", source, "هكذا [1]، وهكذا [2]."),
        Case("ja", source, "こうである[1]。そしてこうである[2]。"),
        Case("hi", source, "[1] और [2]"),
        Case("fr", source, "C’est ainsi [1].", lost("[2]", what="reference")),
        Case("ar", source, "هكذا [١]، وهكذا [2].",
             lost("[1]", what="reference") + added("[١]", what="reference")),
        Case("ko", source, "[1] [2] [2]", added("[2]", what="reference")),
        Case("he", "So.", "כך [3].", added("[3]", what="reference")),
        Case("de", "See https://example.org", "Siehe"),
    ))  # fmt: skip


def test_codes_of_markdown(try_cases: Try) -> None:
    source = "`a b`, <br>, {{ name }}, [^1] and [that](#demands)"
    try_cases((
        Case("fr", source, "[cela](#demands) et [^1], {{name}}, <br />, `` a  b ``",
             notation="markdown"),
        Case("fa", source, "[آن](#demands) و [^1] {{ name }} <br> `a b`", notation="markdown"),
        Case("fr", "a <!-- now --> b", "a <!-- ici --> b", notation="markdown"),
        Case("fr", "a [then] \\* b", "a [alors] &ast; b", notation="markdown"),
        Case("ru", source, "<br>, {{ name }}, [^1] и [это](#demands)", lost("a b", what="code"),
             notation="markdown"),
        Case("zh", source, "`a b`、{{ name }}、[^1]、[那](#demands)", lost("<br>", what="tag"),
             notation="markdown"),
        Case("ko", source, "`a b` <br> [^1] [](#demands)", lost("{{ name }}", what="template"),
             notation="markdown"),
        Case("th", source, "`a b` <br> {{ name }} [^2] [](#demands)",
             lost("1", what="footnote") + added("2", what="footnote"), notation="markdown"),
        Case("he", source, "`a b` <br> {{ name }} [^1] [](#demande)",
             lost("#demands", what="link") + added("#demande", what="link"), notation="markdown"),
        Case("fr", "<kbd>Esc</kbd>", "<kbd>Échap</kbd>",
             lost("Esc", what="code") + added("Échap", what="code"), notation="markdown"),
        Case("fr", "x", "x <img src=//evil.example>",
             added("<img src=//evil.example>", what="tag"), notation="markdown"),
    ))  # fmt: skip


def test_what_the_filter_has_said_is_not_said_again(try_cases: Try) -> None:
    said = (Issue("lost_code", 3, "a"),)
    try_cases((
        Case("fr", "`a` [^1]", "", lost("1", what="footnote"), notation="markdown",
             structure=said),
    ))  # fmt: skip
