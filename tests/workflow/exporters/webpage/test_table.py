"""Tables on a web page."""

import pytest

from tests.workflow.exporters.conftest import Make, Page, tree
from workflow.exporters.webpage import WEBPAGE

HEADED = """\
table|0||
  table_row|1||
    table_cell|0|left|River
    table_cell|0|right|Metres
  table_row|0||
    table_cell|0||Upper\\nriver
    table_cell|0||12
"""


def _main(make: Make, source: str, locale: str = "en") -> str:
    html = WEBPAGE.export(make(*tree(source.strip("\n").split("\n")), locale=locale)).decode()
    Page(html)
    return html.split("<main>\n")[1].split("\n</main>")[0].replace("\n", "")


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_a_table_scrolls_under_the_name_of_its_headings(make: Make, locale: str) -> None:
    assert _main(make, HEADED, locale) == (
        '<div class="table" tabindex="0" role="group" aria-labelledby="table-1"><table>'
        '<thead><tr id="table-1"><th scope="col" class="start">River</th>'
        '<th scope="col" class="end">Metres</th></tr></thead>'
        '<tbody><tr><td class="start">Upper<br>river</td><td class="end">12</td></tr></tbody>'
        "</table></div>"
    )


def test_without_headings_there_is_no_name(make: Make) -> None:
    html = _main(make, "table|0||\n  table_row|0||\n    table_cell|0||River\n")
    assert html == (
        '<div class="table" tabindex="0"><table><tbody><tr><td>River</td></tr>'
        "</tbody></table></div>"
    )


def test_a_cell_of_foreign_words_runs_their_way_but_stands_in_its_column(make: Make) -> None:
    source = (
        "table|0||\n  table_row|0||\n    table_cell|0||نهر\n    table_cell|0||Nile (2)\n"
        "    table_cell|0||{en:River.}\n    table_cell|0||12\n"
    )
    html = _main(make, source, "ar")
    assert '<td>نهر</td><td><bdi dir="ltr">Nile (2)</bdi></td>' in html
    assert '<td><bdi lang="en" dir="ltr">River. <span class="language"' in html
    assert "<td>12</td>" in html


def test_two_tables_have_two_names(make: Make) -> None:
    page = Page(WEBPAGE.export(make(*tree((HEADED * 2).splitlines()))).decode())
    assert [row["id"] for row in page.all("tr") if "id" in row] == ["table-1", "table-2"]


def test_what_is_no_table_is_written_block_by_block(make: Make) -> None:
    source = "table|0||River\n  table_row|0||\n    table_cell|0||Bank\n"
    assert _main(make, source) == '<p class="table">River</p><p class="table-cell">Bank</p>'
