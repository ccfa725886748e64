"""What a paragraph or an item of a statement is."""

import pytest

from workflow import plumbing

KINDS = {
    "date_line": "date",
    "byline": "by",
    "salutation": "to",
    "paragraph": "p",
    "signatory": "sign",
    "unordered_item": "-",
    "ordered_item": "1",
    "heading": "#",
    "source_line": "source",
    "quote": ">",
    "table_cell": "cell",
}


def kinds(text: str, locale: str = "en") -> str:
    found = plumbing.segment(text.encode(), format="markdown", locale=locale)
    return " ".join(KINDS[each.kind] for each in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# T\n\nLyon, 14 March 2025\n\nWe ask.", "# date p"),
        ("# T\n\n**14 March 2025**\n\nWe ask.", "# date p"),
        ("# T\n\n> 14 March 2025\n\nWe ask.", "# > p"),
        ("- 14 March 2025", "-"),
        ("| 14 March 2025 |\n|---|", "cell"),
        ("# T\n\nBy the Mill Committee\n\nWe ask.", "# by p"),
        ("# T\n\nWe ask.\n\nBy the Mill Committee", "# p p"),
        ("Dear friends,\n\nWe ask.", "to p"),
        ("*Dear friends,*\n\nWe ask.", "to p"),
        ("To [the council](a.html),\n\nWe ask.", "to p"),
        ("Dear friends!\n\nWe ask.", "to p"),
        ("We ask.\n\nDear friends,", "p p"),
        ("- Dear friends,\n\nWe ask.", "- p"),
        ("[TOC]\n\nWe ask.", "p p"),
        ("We ask.\n\nSource: the parish book", "p source"),
        ("Source: the parish book", "p"),
        ("We ask.\n\nSource: the parish book\n\nMore.", "p p p"),
    ],
)
def test_lines(text: str, found: str) -> None:
    assert kinds(text) == found


LIST = "- Ana Lima, Friends, Brazil\n- Bo Weir, River School, Kenya\n- The Mill, France\n"
NAMES = "- Ana\n- Bo\n- Cem\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LIST, "sign sign sign"),
        (f"## Signed by\n\n{NAMES}", "# sign sign sign"),
        (f"The undersigned:\n\n{NAMES}", "p sign sign sign"),
        (f"The undersigned.\n\n{NAMES}", "p - - -"),
        (f"We ask:\n\n{NAMES}", "p - - -"),
        (f"{LIST}- We ask for bread.\n", "- - - -"),
        (f"{LIST}- And:\n", "- - - -"),
        ("- Ana Lima, Brazil\n- Bo Weir, Kenya\n", "- -"),
        (f"{LIST}  - deep\n", "- - - -"),
        (LIST.replace("- ", "1. "), "sign sign sign"),
        (LIST.replace("Ana Lima", "**Ana Lima**"), "sign sign sign"),
        (f"> {LIST}".replace("\n-", "\n> -"), "sign sign sign"),
    ],
)
def test_signatories(text: str, found: str) -> None:
    assert kinds(text) == found


def test_who_signs_is_taken_apart() -> None:
    (first, *_) = plumbing.segment(LIST.encode(), format="markdown", locale="en")
    assert first.fields["name"] == "Ana Lima"
    assert first.fields["country"] == "Brazil"
