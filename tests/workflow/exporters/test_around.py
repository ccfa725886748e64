"""Drafts that say so, in every form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.cases import tries
from tests.workflow.exporters.conftest import (
    DATA,
    Make,
    Page,
    bare,
    hostile_trees,
    rivers,
)
from workflow.exporters import EXPORTERS, Exporter
from workflow.exporters.around import ALONE, Around, Draft, Other, notice, with_notice
from workflow.model import Block, BlockKind, Inline, TargetDocument

DRAFT = Around(Draft(untranslated=3, unreviewed=12))
WAYS = Around(
    DRAFT.draft, (Other("en", "../en/letter.html"), Other("ar", "../ar/letter.draft.html"))
)


@pytest.fixture(params=EXPORTERS.names)
def exporter(request: pytest.FixtureRequest) -> Exporter:
    return EXPORTERS[request.param]


def test_what_is_finished_says_nothing(exporter: Exporter, statement: TargetDocument) -> None:
    assert exporter.export(statement, ALONE) == exporter.export(statement)
    assert exporter.export(statement, Around()) == exporter.export(statement)


@pytest.mark.parametrize("locale", ["ar", "ja", "ckb"])
def test_golden_drafts(exporter: Exporter, locale: str, *, update_golden: bool) -> None:
    path = DATA / "drafts" / f"rivers.{locale}{exporter.suffix}"
    written = exporter.export(rivers(locale), WAYS)
    if update_golden:
        path.write_bytes(written)
    assert written.decode() == path.read_text("utf-8")


def test_a_draft_says_so_first_in_its_own_language(
    exporter: Exporter, statement: TargetDocument
) -> None:
    output = exporter.export(statement, DRAFT).decode()
    said = notice(statement.locale, Draft(3, 12))
    assert said.locale == statement.locale
    if exporter.name == "webpage":
        output = output[output.index("<body>") :]
        first = min(output.index(each) for each in ("<h1", "<main"))
    else:
        first = output.index(statement.title.split()[0])
    assert output.index(said.sentence) < first
    for label, count in said.figures:
        assert label in output
        assert str(count) in output
    assert exporter.export(statement, DRAFT) == exporter.export(statement, DRAFT)


def test_the_statement_itself_stays_as_it_is(exporter: Exporter, statement: TargetDocument) -> None:
    alone, draft = (exporter.export(statement, each).decode() for each in (ALONE, DRAFT))
    if exporter.name == "webpage":
        assert alone[alone.index("<main>") :] == draft[draft.index("<main>") :]
    else:
        assert draft.endswith(alone.strip("\n") + "\n")


def test_where_we_have_no_words_it_is_english_and_says_so(exporter: Exporter, make: Make) -> None:
    document = make(Block(BlockKind.PARAGRAPH, children=(Inline("x"),)), locale="is", title="-")
    output = exporter.export(document, DRAFT).decode()
    assert "Draft: this is not the final text." in output
    mark = {"plaintext": "[en] Draft", "markdown": '<span lang="en" dir="ltr">'}
    assert mark.get(exporter.name, '<aside class="draft" lang="en" dir="ltr">') in output


def test_only_what_is_missing_is_counted() -> None:
    assert notice("en", Draft(0, 2)).figures == (("Not reviewed yet: ", 2),)
    document = TargetDocument("x", "", "en", "en", b"", ())
    assert [block.kind for block in with_notice(document, Draft(0, 0)).blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.RULE,
    ]


@settings(max_examples=tries(60), deadline=None)
@given(hostile_trees)
def test_no_text_breaks_a_draft(blocks: tuple[Block, ...]) -> None:
    document = TargetDocument("x", "", "ar", "en", b"", blocks)
    alone, draft = (
        Page(EXPORTERS["webpage"].export(document, each).decode()) for each in (ALONE, WAYS)
    )
    assert not draft.all("script")
    assert bare(draft.words).endswith(bare(alone.words))
    assert [each["href"] for each in draft.all("a")][:1] == ["../en/letter.html"]
