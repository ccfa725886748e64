"""The contract of all exporters, and the golden files."""

import pytest
from hypothesis import given, settings

from tests.cases import tries
from tests.workflow.exporters import conftest
from tests.workflow.exporters.conftest import (
    DATA,
    GOLDEN,
    Make,
    Page,
    bare,
    hostile_trees,
    inlines,
    marked,
    rivers,
)
from workflow.exporters import EXPORTERS, Exporter
from workflow.exporters.tree import clean, plain, texts, walk
from workflow.model import TREE_ONLY, Block, BlockKind, Inline, TargetDocument


@pytest.fixture(params=EXPORTERS.names)
def exporter(request: pytest.FixtureRequest) -> Exporter:
    return EXPORTERS[request.param]


def test_the_order_that_people_see() -> None:
    assert EXPORTERS.names == ("webpage", "markdown", "plaintext")
    assert [exporter.suffix for exporter in EXPORTERS] == [".html", ".md", ".txt"]


def test_same_document_same_bytes(exporter: Exporter, statement: TargetDocument) -> None:
    assert exporter.export(statement) == exporter.export(statement)


@pytest.mark.parametrize(("name", "locale"), GOLDEN)
def test_golden(exporter: Exporter, name: str, locale: str, *, update_golden: bool) -> None:
    path = DATA / f"{name}.{locale}{exporter.suffix}"
    written = exporter.export(conftest.statement(name, locale))
    if update_golden:
        path.write_bytes(written)
    assert written.decode() == path.read_text("utf-8")


def test_no_golden_file_is_an_orphan() -> None:
    wanted = {f"{name}.{tag}{exporter.suffix}" for name, tag in GOLDEN for exporter in EXPORTERS}
    assert {path.name for path in DATA.iterdir() if path.is_file()} == wanted


def test_the_statements_have_every_kind() -> None:
    kinds = {block.kind for block in walk(rivers("en").blocks)}
    assert kinds >= set(BlockKind) - TREE_ONLY
    assert {block.kind for block in walk(conftest.statement("village", "en").blocks)} >= TREE_ONLY


def test_every_text_is_there_once(exporter: Exporter, statement: TargetDocument) -> None:
    output = exporter.export(statement).decode()
    if exporter.name == "webpage":
        output = Page(output).words
    whole = "\n".join(plain(texts(block)) for block in walk(statement.blocks))
    for block in walk(statement.blocks):
        for inline in texts(block):
            text = inline.text.strip()
            if not any(sign.isalpha() for sign in text):
                continue
            # Markdown writes an address twice where the words of a link are the address.
            assert output.replace(f"(mailto:{text})", "").count(text) == whole.count(text), text


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_is_written(exporter: Exporter, kind: BlockKind, make: Make) -> None:
    block = Block(
        kind, 1, "1.", (Inline("river"), Block(BlockKind.PARAGRAPH, 0, "", (Inline("bank"),)))
    )
    output = exporter.export(make(block, title="-")).decode()
    assert output.count("river") == 1
    assert output.count("bank") == 1


def test_an_empty_document(exporter: Exporter, make: Make) -> None:
    output = exporter.export(make()).decode()
    if exporter.name == "webpage":
        assert bare(Page(output).words) == ""
    else:
        assert output == ""


def test_a_block_without_words_leaves_no_trace_in_text(exporter: Exporter, make: Make) -> None:
    output = exporter.export(make(Block(BlockKind.PARAGRAPH), Block(BlockKind.QUOTE), title="-"))
    if exporter.name != "webpage":
        assert output == b""


def test_a_fallback_names_its_language(exporter: Exporter, make: Make) -> None:
    fallback = Block(BlockKind.PARAGRAPH, 0, "", (Inline("Not yet.", language="en"),))
    output = exporter.export(make(fallback, locale="ar", title="-")).decode()
    mark = {"plaintext": "[en] Not yet."}.get(exporter.name, 'lang="en" dir="ltr">Not yet.')
    assert mark in output


def test_a_mark_of_the_own_language_says_nothing(exporter: Exporter, make: Make) -> None:
    own = Block(BlockKind.PARAGRAPH, 0, "", (Inline("Here.", language="fr"), Inline(" There.")))
    output = exporter.export(make(own, locale="fr", title="-")).decode()
    assert "Here. There." in output


def test_a_refused_address_is_only_text(exporter: Exporter, make: Make) -> None:
    links = (
        "javascript:alert(1)",
        " JAVASCRIPT:x",
        "data:text/html,x",
        "file:///x",
        "//e.org",
        "java\nscript:x",
    )
    row = tuple(Inline(f"words{number}", link=link) for number, link in enumerate(links))
    output = exporter.export(make(Block(BlockKind.PARAGRAPH, 0, "", row), title="-")).decode()
    for link in links:
        assert link not in output
    assert "words0words1words2" in output


@settings(max_examples=tries(150), deadline=None)
@given(hostile_trees)
def test_no_text_breaks_a_page(blocks: tuple[Block, ...]) -> None:
    document = TargetDocument("x", "", "ar", "en", b"", blocks)
    page = Page(EXPORTERS["webpage"].export(document).decode())
    assert bare(page.words) == bare(clean(marked(blocks, _shown)))
    assert not page.all("script")
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert all(link["href"].startswith(("#", "https://")) for link in page.all("a"))


@settings(max_examples=tries(100), deadline=None)
@given(hostile_trees)
def test_plain_text_is_the_text(blocks: tuple[Block, ...]) -> None:
    document = TargetDocument("x", "", "en", "de", b"", _without_links(blocks))
    output = EXPORTERS["plaintext"].export(document).decode()
    assert bare(output) == bare(clean(marked(blocks, _written)))


@pytest.mark.parametrize("depth", [20, 1000])
def test_a_deep_tree_is_all_there(exporter: Exporter, depth: int, make: Make) -> None:
    kinds = (BlockKind.QUOTE, BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM, BlockKind.TABLE)
    inside: tuple[Block, ...] = ()
    for level in range(depth, 0, -1):
        text = Inline(f"level{level}.")
        inside = (Block(kinds[level % 4], level, "", (text, *inside)),)
    output = exporter.export(make(*inside, title="-")).decode()
    assert [output.count(f"level{level}.") for level in range(1, depth + 1)] == [1] * depth
    assert len(output) < 400 * depth + 30_000


def _shown(block: Block) -> str:
    """Give the marker that a page shows: bullets are the style sheet's business."""
    task = block.marker in ("☐", "☑")
    if block.kind is BlockKind.ORDERED_ITEM or task or any(map(str.isalnum, block.marker)):
        return block.marker
    return ""


def _written(block: Block) -> str:
    signs = {BlockKind.UNORDERED_ITEM: "•", BlockKind.RULE: "***"}
    return block.marker or signs.get(block.kind, "")


def _without_links(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(
            # How a table is laid out is the business of `plaintext_table`.
            BlockKind.PARAGRAPH if block.kind is BlockKind.TABLE else block.kind,
            block.level,
            block.marker,
            tuple(
                Inline(child.text) if isinstance(child, Inline) else _without_links((child,))[0]
                for child in block.children
            ),
        )
        for block in blocks
    )


def test_the_little_notation_of_these_tests() -> None:
    assert inlines("a **b** {en:c}") == (
        Inline("a "),
        Inline("b", strong=True),
        Inline(" "),
        Inline("c", language="en"),
    )
