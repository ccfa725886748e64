"""The page as a whole: its head, its policy, its status line."""

from base64 import b64encode
from hashlib import sha256

from tests.workflow.exporters.conftest import Make, Page, rivers
from workflow.exporters.webpage import WEBPAGE
from workflow.model import Block, BlockKind, Inline, TargetDocument


def _html(document: TargetDocument) -> str:
    return WEBPAGE.export(document).decode()


def test_language_and_direction(statement: TargetDocument) -> None:
    (html,) = Page(_html(statement)).all("html")
    rtl = statement.locale in ("ar", "fa", "ckb", "ur")
    assert html == {"lang": statement.locale, "dir": "rtl" if rtl else "ltr"}


def test_nothing_but_its_own_style_sheet_is_allowed(make: Make) -> None:
    html = _html(make(title="River"))
    style = html.split("<style>")[1].split("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = next(meta["content"] for meta in Page(html).all("meta") if "http-equiv" in meta)
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_asks_for_nothing(statement: TargetDocument) -> None:
    page = Page(_html(statement))
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "form"}
    assert [link["href"] for link in page.all("link")] == ["data:,"]
    assert not [name for _, attributes in page.tags for name in attributes if name == "style"]


def test_the_title_is_taken_from_where_there_is_one(make: Make) -> None:
    heading = Block(BlockKind.HEADING, 1, "", (Inline("Bank\nof a <river>"),))
    assert "<title>River</title>" in _html(make(heading, title="River"))
    assert "<title>Bank of a &lt;river&gt;</title>" in _html(make(heading))
    assert "<title>small</title>" in _html(make())


def test_what_is_missing_is_said_in_numbers() -> None:
    html = _html(rivers("ar"))
    assert "العربية" in html
    assert '<bdi dir="ltr">36 / 41</bdi>' in html
    assert not Page(_html(rivers("en"))).all("progress")


def test_a_document_of_an_unknown_language(make: Make) -> None:
    html = _html(make(Block(BlockKind.PARAGRAPH, 0, "", (Inline("?"),)), locale=""))
    assert '<html lang="und" dir="ltr">' in html


def test_a_tag_from_outside_stays_in_its_place(make: Make) -> None:
    evil = '"]{}</style><script>'
    page = Page(_html(make(Block(BlockKind.PARAGRAPH, 0, "", (Inline("a", language=evil),)))))
    assert not page.all("script")
    assert [tag["lang"] for tag in page.all("p")] == [evil]
