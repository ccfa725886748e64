from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.cases import ROOT
from workflow import plumbing
from workflow.errors import UnknownLocale
from workflow.exchange.catalogs import new_catalog, read_catalog, template, write_catalog
from workflow.model import (
    TREE_ONLY,
    BlockKind,
    Catalog,
    Document,
    Entry,
    Place,
    Skeleton,
    Unit,
    UnitKey,
)

DATA = ROOT / "tests" / "data" / "catalogs"
PLURALS = "nplurals=3; plural=(n%10==1 ? 0 : n%10<5 ? 1 : 2);"


def unit(source: str, *places: Place, note: str = "", max_length: int | None = None) -> Unit:
    return Unit(UnitKey(source), places, note, max_length)


def document(*units: Unit, name: str = "appeal") -> Document:
    return Document(name, "plaintext", "en", "", "3", Skeleton(()), units)


TITLE = "An appeal for the bridges"
ASK = "What we ask of the towns on both banks of the river, of their schools and libraries"
APPEAL = document(
    unit(TITLE, Place(BlockKind.HEADING, 1, 0, level=1)),
    unit("Lyon, 3 May 2024", Place(BlockKind.DATE_LINE, 2, 1, section=TITLE)),
    unit("By the reading circle", Place(BlockKind.BYLINE, 3, 2, section=TITLE)),
    unit("To our neighbours,", Place(BlockKind.SALUTATION, 5, 3, section=TITLE)),
    unit(
        "The bridge is old.",
        Place(BlockKind.PARAGRAPH, 7, 4, section=TITLE, position=1, size=2),
        Place(BlockKind.QUOTE, 40, 17, section=TITLE),
        Place(BlockKind.QUOTE, 52, 18, section=TITLE),
    ),
    unit(
        "It carries two roads.",
        Place(BlockKind.PARAGRAPH, 7, 4, section=TITLE, position=2, size=2),
        note="“Roads” are cycle roads.\nSee the map.",
        max_length=60,
    ),
    unit(ASK, Place(BlockKind.HEADING, 9, 5, level=2, section=TITLE)),
    unit("Repair it.", Place(BlockKind.ORDERED_ITEM, 10, 6, marker="1.", level=1, section=ASK)),
    unit("Before winter.", Place(BlockKind.PARAGRAPH, 11, 7, depth=1, section=ASK)),
    unit(
        "The railing",
        Place(BlockKind.UNORDERED_ITEM, 12, 8, marker="•", level=2, depth=1, section=ASK),
    ),
    unit("and its paint.", Place(BlockKind.PARAGRAPH, 13, 9, depth=2, section=ASK)),
    unit("Light it.", Place(BlockKind.ORDERED_ITEM, 14, 10, marker="2.", level=1, section=ASK)),
    unit("We close with thanks.", Place(BlockKind.PARAGRAPH, 15, 11, section=ASK)),
    unit("See the survey.", Place(BlockKind.FOOTNOTE, 16, 12, marker="[1]", section=ASK)),
    unit("Boatmen’s School", Place(BlockKind.SIGNATORY, 17, 13, section="Signed\n  by")),
    unit("All rights shared", Place(BlockKind.BOILERPLATE, 18, 14)),
    unit("Two", Place(BlockKind.TABLE_CELL, 19, 15)),
    unit("The old bridge", Place(BlockKind.CAPTION, 20, 16)),
    unit("From the town archive", Place(BlockKind.SOURCE_LINE, 21, 19)),
)


def test_the_golden_template(update_golden: bool) -> None:
    written = write_catalog(template(APPEAL, source="sources/appeal.txt"))
    path = DATA / "appeal.pot"
    if update_golden:
        path.write_bytes(written)
    assert written == path.read_bytes()


def test_every_kind_has_a_word() -> None:
    for kind in set(BlockKind) - TREE_ONLY:
        [entry] = template(document(unit("Text", Place(kind, 1, 0)))).entries
        assert entry.extracted[0].replace(" ", "").isalpha()


def test_entries_stand_in_the_order_of_the_document_with_a_reference_for_each_place() -> None:
    entries = template(APPEAL, source="sources/appeal.txt").entries
    assert [entry.key for entry in entries] == [each.key for each in APPEAL.units]
    assert entries[4].references == tuple(f"sources/appeal.txt:{line}" for line in (7, 40, 52))


def test_comments_do_not_change_with_the_lines_above() -> None:
    moved = replace(
        APPEAL,
        units=tuple(
            replace(each, places=tuple(replace(one, line=one.line + 9) for one in each.places))
            for each in APPEAL.units
        ),
    )
    before, after = template(APPEAL), template(moved)
    assert [each.extracted for each in before.entries] == [each.extracted for each in after.entries]
    assert before.entries[0].references == ("appeal:1",)
    assert after.entries[0].references == ("appeal:10",)


def test_a_document_without_a_name_has_no_references() -> None:
    assert template(replace(APPEAL, name="")).entries[0].references == ()


def test_a_path_with_a_space_stays_one_reference() -> None:
    catalog = template(APPEAL, source="my sources/appeal.txt")
    assert catalog.entries[0].references == ("\u2068my sources/appeal.txt\u2069:1",)
    assert read_catalog(write_catalog(catalog)) == catalog


def test_a_long_heading_is_shortened_between_words() -> None:
    [said] = [line for line in template(APPEAL).entries[7].extracted if line.startswith("under")]
    assert said == "under: What we ask of the towns on both banks of the river, of…"
    unbroken = document(unit("Text", Place(BlockKind.PARAGRAPH, 1, 0, section="河" * 90)))
    assert template(unbroken).entries[0].extracted[1] == f"under: {'河' * 60}…"


def test_a_template_says_nothing_of_clock_version_or_person() -> None:
    names = [name for name, _ in template(APPEAL).headers]
    assert names == [
        "Project-Id-Version",
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "X-Generator",
        "X-Source-Language",
        "X-Segmentation",
    ]


def test_a_catalog_starts_empty_in_its_language() -> None:
    pot = template(APPEAL)
    catalog = new_catalog(pot, "PT-br", PLURALS)
    assert catalog.locale == "pt-BR"
    assert catalog.header("Language") == "pt_BR"
    assert catalog.header("Plural-Forms") == PLURALS
    assert catalog.flags == ()
    assert catalog.entries == pot.entries
    assert read_catalog(write_catalog(catalog)) == catalog


def test_header_fields_stand_in_gettexts_order() -> None:
    catalog = new_catalog(Catalog("", (("X-Segmentation", "1"), ("MIME-Version", "1.0"))), "fr", "")
    names = [name for name, _ in catalog.headers]
    assert names == ["Language", "MIME-Version", "Plural-Forms", "X-Segmentation"]


def test_a_new_catalog_has_as_many_plural_forms_as_its_language() -> None:
    pot = Catalog("", (), (Entry(UnitKey("a"), ("", ""), "as"), Entry(UnitKey("b"), obsolete=True)))
    [entry] = new_catalog(pot, "pl", PLURALS).entries
    assert entry.targets == ("", "", "")


def test_a_tag_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownLocale):
        new_catalog(template(APPEAL), "the valley", PLURALS)


def test_the_samples_make_templates_that_read_back() -> None:
    paths = sorted((ROOT / "sources").glob("*.txt"))
    assert paths
    for path in paths:
        found = plumbing.extract(path.read_bytes(), format="plaintext", locale="en", name=path.stem)
        pot = template(found, source=f"sources/{path.name}")
        assert read_catalog(write_catalog(pot)) == pot
        lines = [int(each.references[0].rpartition(":")[2]) for each in pot.entries]
        assert all(one <= two for one, two in pairwise(lines))
