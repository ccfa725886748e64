"""The blocks a reader sees, in a target language."""

from workflow import plumbing
from workflow.filters.plaintext.tree import render
from workflow.model import Block, BlockKind, Inline, UnitKey

SOURCE = "Title\n\nWe ask [1].\n\n1. One:\n(1) a;\n(2) b.\n\n[1] Note.\n"
LONG = (
    "Rivers need room. Lakes need rest. "
    + "Nobody needs a dam here, and nobody asked for it. " * 10
)


def rendered(text: str, targets: dict[str, str], locale: str) -> tuple[Block, ...]:
    document = plumbing.extract(text.encode(), format="plaintext", locale="en")
    return render(document, {UnitKey(key): each for key, each in targets.items()}, locale)


def test_items_stand_in_items_and_references_lead_to_notes() -> None:
    assert rendered(SOURCE, {"Title": "Titre", "We ask [1].": "Nous [1]."}, "fr") == (
        Block(BlockKind.HEADING, 1, "", (Inline("Titre"),)),
        Block(
            BlockKind.PARAGRAPH,
            0,
            "",
            (Inline("Nous "), Inline("[1]", link="#note-1"), Inline(".")),
        ),
        Block(
            BlockKind.ORDERED_ITEM,
            1,
            "1.",
            (
                Inline("One:", language="en"),
                Block(BlockKind.ORDERED_ITEM, 2, "(1)", (Inline("a;", language="en"),)),
                Block(BlockKind.ORDERED_ITEM, 2, "(2)", (Inline("b.", language="en"),)),
            ),
        ),
        Block(BlockKind.FOOTNOTE, 0, "[1]", (Inline("Note.", language="en"),)),
    )


def test_sentences_are_joined_as_the_target_language_joins_them() -> None:
    targets = {
        "Rivers need room.": "川。",
        "Lakes need rest.": " ",
        "Nobody needs a dam here, and nobody asked for it.": "否。",
    }
    assert rendered(LONG, targets, "ja")[0].children == (Inline("川。" + "否。" * 10),)
    joined = rendered(LONG, targets | {"Lakes need rest.": "L."}, "fr")[0].children
    assert joined == (Inline("川。 L." + " 否。" * 10),)


def test_a_fallback_in_a_paragraph_carries_its_language() -> None:
    first, second = rendered(LONG, {"Rivers need room.": "Les fleuves."}, "fr")[0].children
    assert first == Inline("Les fleuves.")
    assert isinstance(second, Inline)
    assert (second.language, second.text[:24]) == ("en", " Lakes need rest. Nobody")
