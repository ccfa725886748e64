"""Putting a statement together in one language, and saying where it has holes."""

import pytest

from workflow import plumbing
from workflow.assembly import (
    Policy,
    assemble,
    holes,
    mark,
    states_of,
    targets_of,
    title_of,
)
from workflow.errors import Incomplete
from workflow.filters import FILTERS
from workflow.model import (
    Block,
    BlockKind,
    Catalog,
    Entry,
    Inline,
    Missing,
    State,
    TargetDocument,
    UnitKey,
)

TITLE, FIRST, SECOND = "A bridge for all", "The bridge is old.", "We ask for a new one."
SOURCE = f"{TITLE}\n\n{FIRST}\n\n1. {SECOND}\n2. {FIRST}\n".encode()
CATALOG = Catalog(
    "fr",
    (),
    (
        Entry(UnitKey(TITLE), ("Un pont pour tous",)),
        Entry(UnitKey(FIRST), ("Le pont est vieux.",), flags=("fuzzy",)),
        Entry(UnitKey(SECOND), ("",)),
        Entry(UnitKey("Gone."), ("Parti.",), obsolete=True),
    ),
)


def made(policy: Policy, locale: str = "fr", catalog: Catalog = CATALOG) -> TargetDocument:
    document = plumbing.extract(SOURCE, format="plaintext", locale="en", name="bridge")
    return assemble(
        document,
        targets_of(catalog, policy.minimum),
        policy,
        locale=locale,
        source_format=FILTERS["plaintext"],
        states=states_of(catalog),
    )


def test_only_good_texts_come_in() -> None:
    assert targets_of(CATALOG) == {UnitKey(TITLE): "Un pont pour tous"}
    assert targets_of(CATALOG, State.REVIEWED) == {}
    assert targets_of(CATALOG, State.NEEDS_WORK)[UnitKey(FIRST)] == "Le pont est vieux."
    assert states_of(CATALOG) == {
        UnitKey(TITLE): State.TRANSLATED,
        UnitKey(FIRST): State.NEEDS_WORK,
        UnitKey(SECOND): State.UNTRANSLATED,
    }


def test_refuse() -> None:
    with pytest.raises(Incomplete) as refusal:
        made(Policy())
    assert str(refusal.value) == (
        "bridge in fr is not complete: of 3 texts 1 has no translation and 1 needs work "
        "(source lines 3, 5). Translate them, or choose to show the source there."
    )
    with pytest.raises(Incomplete, match=r"of 3 texts .* and 1 waits for a review .*--minimum"):
        made(Policy(State.REVIEWED))


def test_source() -> None:
    target = made(Policy(missing=Missing.SOURCE))
    assert target.data.decode() == (f"Un pont pour tous\n\n{FIRST}\n\n1. {SECOND}\n2. {FIRST}\n")
    assert (target.title, target.name, target.locale, target.total) == (
        "Un pont pour tous",
        "bridge",
        "fr",
        4,
    )
    assert [(hole.key.source, hole.place.line, hole.state) for hole in target.missing] == [
        (FIRST, 3, State.NEEDS_WORK),
        (SECOND, 5, State.UNTRANSLATED),
        (FIRST, 6, State.NEEDS_WORK),
    ]
    assert target.blocks == (
        Block(BlockKind.HEADING, 1, "", (Inline("Un pont pour tous"),)),
        Block(BlockKind.PARAGRAPH, 0, "", (Inline(FIRST, language="en"),)),
        Block(BlockKind.ORDERED_ITEM, 1, "1.", (Inline(SECOND, language="en"),)),
        Block(BlockKind.ORDERED_ITEM, 1, "2.", (Inline(FIRST, language="en"),)),
    )


def test_marked() -> None:
    target = made(Policy(missing=Missing.MARKED))
    assert target.data.decode() == (
        f"Un pont pour tous\n\n[en] {FIRST}\n\n1. [en] {SECOND}\n2. [en] {FIRST}\n"
    )
    assert target.blocks == made(Policy(missing=Missing.SOURCE)).blocks
    assert len(target.missing) == 3


def test_without_a_target_language_nothing_is_foreign() -> None:
    target = made(Policy(missing=Missing.SOURCE), locale="", catalog=Catalog(""))
    inlines = [child for block in target.blocks for child in block.children]
    assert {child.language for child in inlines if isinstance(child, Inline)} == {""}
    assert target.data == SOURCE


def test_a_text_empty_on_purpose_is_no_hole() -> None:
    document = plumbing.extract(SOURCE, format="plaintext", locale="en")
    targets = {UnitKey(TITLE): "T", UnitKey(FIRST): " ", UnitKey(SECOND): "S"}
    assert holes(document, targets) == ()
    target = assemble(document, targets, Policy(), locale="fr", source_format=FILTERS["plaintext"])
    assert target.data == b"T\n\n\n\n1. S\n2. \n"


def test_small_things() -> None:
    assert mark("We", "en") == "[en] We"
    assert title_of([Block(BlockKind.PARAGRAPH, 0, "", (Inline("x"),))]) == ""
    heading = Block(BlockKind.HEADING, 1, "", (Inline("a "), Inline("b", language="en")))
    assert title_of([heading]) == "a b"
