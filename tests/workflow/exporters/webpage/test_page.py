"""The shell of every page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from tests.workflow.exporters.conftest import Page
from workflow.exporters.webpage.page import page


def test_a_page_allows_its_own_style_sheet_and_nothing_else() -> None:
    style = "p { color: red }"
    made = Page(page("ar", "rtl", title="T", style=style, body="<p>x</p>\n").decode())
    (policy,) = [each["content"] for each in made.all("meta") if "Policy" in str(each)]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert made.all("html") == [{"lang": "ar", "dir": "rtl"}]


def test_a_title_is_a_line_of_text() -> None:
    made = page("en", "ltr", title="a\n <b>&", style="", body="").decode()
    assert "<title>a &lt;b&gt;&amp;</title>" in made
