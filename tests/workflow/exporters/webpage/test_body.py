"""Every kind of block as what it is."""

import pytest

from tests.workflow.exporters.conftest import Make, Page, tree
from workflow.exporters.webpage import WEBPAGE


def _main(make: Make, source: str, locale: str = "en") -> str:
    html = WEBPAGE.export(make(*tree(source.strip("\n").split("\n")), locale=locale)).decode()
    Page(html)
    return html.split("<main>\n")[1].split("\n</main>")[0].replace("\n", "")


def test_lines_of_a_title_are_one_group(make: Make) -> None:
    assert _main(make, "heading|1||A\nheading|1||B\ndate_line|0||C\nparagraph|0||D") == (
        '<header><hgroup><h1>A</h1><p class="subtitle">B</p></hgroup>'
        '<p class="date-line">C</p></header><p>D</p>'
    )


def test_a_date_above_the_title_belongs_to_the_header(make: Make) -> None:
    assert _main(make, "date_line|0||C\nheading|1||A\nheading|2||B") == (
        '<header><p class="date-line">C</p><h1>A</h1></header><h2>B</h2>'
    )


def test_a_long_title_is_set_smaller(make: Make) -> None:
    assert '<h1 class="long">' in _main(make, "heading|1||" + "river " * 20)


def test_a_second_title_is_a_part(make: Make) -> None:
    assert '<h1 class="part">B</h1>' in _main(make, "heading|1||A\nparagraph|0||x\nheading|1||B")


def test_without_a_title_there_is_no_header(make: Make) -> None:
    assert _main(make, "byline|0||A\nparagraph|0||B") == '<p class="byline">A</p><p>B</p>'


@pytest.mark.parametrize("marker", ["1.", "(3)", "a)", "IV.", "一、", "١-", "•"])
def test_markers_are_kept_apart_and_run_the_page_s_way(make: Make, marker: str) -> None:
    assert _main(make, f"ordered_item|1|{marker}|A", "ar") == (
        f'<ol role="list"><li><bdi class="marker" dir="rtl">{marker}</bdi>'
        "<div><p>A</p></div></li></ol>"
    )


def test_long_markers_stand_above_their_text(make: Make) -> None:
    assert '<ol role="list" class="wide">' in _main(make, "ordered_item|1|Article 12.|A")


def test_items_hold_what_stands_inside_them(make: Make) -> None:
    source = "ordered_item|1|1.|A\n  paragraph|0||B\n  unordered_item|2|•|C\n"
    assert _main(make, source) == (
        '<ol role="list"><li><bdi class="marker" dir="ltr">1.</bdi><div><p>A</p><p>B</p>'
        '<ul role="list"><li class="bullet"><div><p>C</p></div></li></ul></div></li></ol>'
    )


def test_an_item_with_a_box_shows_it(make: Make) -> None:
    assert _main(make, "unordered_item|1|☑|A") == (
        '<ul role="list"><li><bdi class="marker" dir="ltr">☑</bdi><div><p>A</p></div></li></ul>'
    )


def test_code_keeps_its_lines_and_runs_left_to_right(make: Make) -> None:
    html = WEBPAGE.export(make(*tree(["code|0||\\n  a < b\\n\\n\tc"]), locale="ar")).decode()
    assert '<pre dir="ltr" tabindex="0"><code>\n  a &lt; b\n\n\tc</code></pre>' in html


def test_a_line_between_parts(make: Make) -> None:
    assert _main(make, "paragraph|0||A\nrule|0||\nparagraph|0||B") == "<p>A</p><hr><p>B</p>"


def test_a_quotation_holds_anything(make: Make) -> None:
    source = "quote|0||\n  heading|3||A\n  unordered_item|1|•|B\n    quote|0||C\nquote|0||D"
    assert _main(make, source) == (
        '<blockquote><h3>A</h3><ul role="list"><li class="bullet"><div><p>B</p>'
        "<blockquote><p>C</p></blockquote></div></li></ul></blockquote>"
        "<blockquote><p>D</p></blockquote>"
    )


def test_quotations_in_a_row_are_one(make: Make) -> None:
    assert _main(make, "quote|0||A\nquote|0||B") == ("<blockquote><p>A</p><p>B</p></blockquote>")


def test_a_signatory_runs_its_own_way_only_where_no_letter_runs_the_other(make: Make) -> None:
    source = "signatory|0|•|Jonas Berg\nsignatory|0|•|Jonas Berg، برغن\nsignatory|0|•|2004\n"
    assert _main(make, source, "ar") == (
        '<ul role="list" class="signatories"><li><bdi dir="ltr">Jonas Berg</bdi></li>'
        '<li><bdi dir="rtl">Jonas Berg، برغن</bdi></li><li><bdi dir="rtl">2004</bdi></li></ul>'
    )


def test_a_numbered_signatory_keeps_the_number(make: Make) -> None:
    assert '<bdi class="marker" dir="ltr">1.</bdi>' in _main(make, "signatory|0|1.|A")


@pytest.mark.parametrize(
    "kind",
    ["salutation", "byline", "date-line", "source-line", "boilerplate", "caption", "table-cell"],
)
def test_lines_of_their_own_kind(make: Make, kind: str) -> None:
    source = kind.replace("-", "_") + "|0||A"
    assert _main(make, source) == f'<p class="{kind}">A</p>'


def test_footnotes_and_references_lead_to_each_other(make: Make) -> None:
    source = "paragraph|0||A[[1]](#note-1) B[[1]](#note-1)\nfootnote|0|[1]|N\nfootnote|0|[2]|M\n"
    assert _main(make, source) == (
        '<p>A<sup dir="ltr"><a href="#note-1" id="ref-1" role="doc-noteref">[1]</a></sup>'
        ' B<sup dir="ltr"><a href="#note-1" id="ref-1-2" role="doc-noteref">[1]</a></sup></p>'
        '<ol role="list" class="notes">'
        '<li id="note-1"><bdi class="marker" dir="ltr">'
        '<a href="#ref-1" role="doc-backlink">[1]</a></bdi><div><p>N</p></div></li>'
        '<li id="note-2"><bdi class="marker" dir="ltr">[2]</bdi><div><p>M</p></div></li></ol>'
    )
