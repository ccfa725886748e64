"""A statement to be read beside its source, with the state of each part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import tries
from tests.strategies import markdown_texts, plain_texts
from workflow import plumbing
from workflow.assembly import Policy
from workflow.model import EMPTY_ON_PURPOSE, Block, Document, Inline, State, UnitKey
from workflow.services.publishing.reading import Part, Reading, read
from workflow.store.translations import Current, nothing_yet

MARKDOWN = """\
# An appeal

We **ask** you [here](https://example.org).

1. The bridge stays[^1].
2. A lamp shines.

   - At each end.

| What | When |
|------|------|
| Lamp | Soon |

```
code
```

[^1]: See above.
"""


def current(key: UnitKey, text: str, state: State) -> Current:
    return replace(nothing_yet(f"id of {key.source}", "fr"), text=text, state=state)


def reading(
    document: Document, texts: Mapping[str, tuple[str, State]], locale: str = "fr"
) -> Reading:
    """Read a document with some translations, by their source text."""
    translations = {
        unit.key: current(unit.key, *texts.get(unit.key.source, ("", State.UNTRANSLATED)))
        for unit in document.units
    }
    if locale == document.source_locale:
        translations = {}
    return read(
        document, translations, locale, title="", deadline=date(2026, 5, 1), may=frozenset()
    )


def parts(found: Iterable[Part]) -> Iterator[Part]:
    for each in found:
        yield each
        yield from parts(each.inside)


def words(block: Block | None) -> str:
    if block is None:
        return ""
    return "".join(each.text for each in block.children if isinstance(each, Inline))


@pytest.fixture
def appeal() -> Document:
    return plumbing.extract(MARKDOWN.encode(), format="markdown", locale="en", name="appeal")


def test_each_part_knows_its_source_and_its_paragraph(appeal: Document) -> None:
    done = {"A lamp shines.": ("Une lampe brille.", State.REVIEWED)}
    found = {words(each.source): each for each in parts(reading(appeal, done).parts)}
    lamp = found["A lamp shines."]
    assert words(lamp.block) == "Une lampe brille."
    assert [(each.unit, each.state) for each in lamp.written] == [
        ("id of A lamp shines.", State.REVIEWED)
    ]
    number = [unit.key.source for unit in appeal.units].index("A lamp shines.") + 1
    assert lamp.written[0].number == number
    title = found["An appeal"]
    assert title.state is State.UNTRANSLATED
    assert [each.language for each in title.block.children if isinstance(each, Inline)] == ["en"]


def test_every_paragraph_is_found_once(appeal: Document) -> None:
    found = [each.number for part in parts(reading(appeal, {}).parts) for each in part.written]
    assert sorted(found) == list(range(1, len(appeal.units) + 1))


def test_no_mark_is_left_behind(appeal: Document) -> None:
    for part in parts(reading(appeal, {}).parts):
        assert not re.search("[\ue000-\uf8ff]", words(part.block) + words(part.source))


def test_what_needs_work_does_not_get_in_and_is_counted(appeal: Document) -> None:
    rough = {"A lamp shines.": ("Lampe.", State.NEEDS_WORK)}
    found = reading(appeal, rough)
    (lamp,) = [each for each in parts(found.parts) if words(each.source) == "A lamp shines."]
    assert (words(lamp.block), lamp.state) == ("A lamp shines.", State.NEEDS_WORK)
    assert found.states[State.NEEDS_WORK] == 1
    assert found.units == len(appeal.units)


def test_in_its_own_language_there_is_no_state(appeal: Document) -> None:
    found = reading(appeal, {}, "en")
    assert (found.units, found.title) == (0, "An appeal")
    assert all(each.state is None for each in parts(found.parts))


def test_a_paragraph_cut_into_sentences_is_as_far_as_its_last_sentence() -> None:
    long = " ".join(f"This is sentence number {number} of the appeal." for number in range(20))
    document = plumbing.extract(long.encode(), format="plaintext", locale="en", name="long")
    first = document.units[0].key.source
    found = reading(document, {first: ("La première.", State.REVIEWED)})
    (part,) = found.parts
    assert len(part.written) == len(document.units) > 1
    assert part.state is State.UNTRANSLATED


def test_what_is_left_out_on_purpose_leaves_the_others_in_their_places(appeal: Document) -> None:
    done = {
        "We **ask** you [here](https://example.org).": (EMPTY_ON_PURPOSE, State.TRANSLATED),
        "A lamp shines.": ("Une lampe.", State.TRANSLATED),
    }
    found = {words(each.source): words(each.block) for each in parts(reading(appeal, done).parts)}
    assert found["A lamp shines."] == "Une lampe."
    assert found["At each end."] == "At each end."


SIX = ("One.", "Two.", "Three.", "Four.", "Five.", "Six.")


@pytest.mark.parametrize("form", ["markdown", "plaintext"])
@pytest.mark.parametrize("left_out", range(6))
def test_after_a_paragraph_left_out_the_others_stand_beside_their_own(
    left_out: int, form: str
) -> None:
    document = plumbing.extract("\n\n".join(SIX).encode(), format=form, locale="en", name="six")
    done = {each: (f"{each} (fr)", State.TRANSLATED) for each in SIX}
    done[SIX[left_out]] = (EMPTY_ON_PURPOSE, State.REVIEWED)
    found = reading(document, done).parts
    assert [words(each.source) for each in found] == list(SIX)
    assert [words(each.block) for each in found] == [
        "" if number == left_out else f"{each} (fr)" for number, each in enumerate(SIX)
    ]
    assert [one.unit for each in found for one in each.written] == [f"id of {each}" for each in SIX]
    assert [each.state for each in found].index(State.REVIEWED) == left_out


def test_a_sentence_left_out_leaves_no_gap_and_its_paragraph_in_its_place() -> None:
    text = " ".join(f"This is sentence number {number} of the appeal." for number in range(20))
    for form in ("markdown", "plaintext"):
        document = plumbing.extract(text.encode(), format=form, locale="en", name="long")
        first, second, *others = [unit.key.source for unit in document.units]
        done = dict.fromkeys((first, second, *others), ("Dit.", State.TRANSLATED))
        for blank in ([first], [second], [first, second, *others]):
            out = done | dict.fromkeys(blank, (EMPTY_ON_PURPOSE, State.TRANSLATED))
            (part,) = reading(document, out).parts
            assert words(part.block) == " ".join(["Dit."] * (len(others) + 2 - len(blank)))
            assert len(part.written) == len(document.units)


def test_footnotes_in_another_order_stand_beside_their_own() -> None:
    text = "A lamp[^a] and a bridge[^b].\n\n[^a]: It shines.\n\n[^b]: It stays.\n"
    document = plumbing.extract(text.encode(), format="markdown", locale="en", name="notes")
    done = {
        "A lamp[^a] and a bridge[^b].": ("Un pont[^b], une lampe[^a].", State.TRANSLATED),
        "It shines.": ("Elle brille.", State.TRANSLATED),
        "It stays.": ("Il reste.", State.REVIEWED),
    }
    found = {words(each.source): each for each in parts(reading(document, done).parts)}
    assert words(found["It shines."].block) == "Elle brille."
    assert found["It stays."].state is State.REVIEWED


@pytest.mark.parametrize(
    "odd",
    [
        "\ue0001\ue001",
        "\ue0010\ue000",
        "&#xe000;1&#xe001;",
        "".join(map(chr, range(0xE000, 0xF900))),
    ],
)
def test_whatever_letters_are_written_they_are_no_marks(odd: str) -> None:
    source = f"One {odd} two.\n\nThree."
    document = plumbing.extract(source.encode(), format="markdown", locale="en", name="odd")
    (first, last) = (unit.key.source for unit in document.units)
    shown = unescape(odd)
    for done in (
        {first: (f"Un {odd}", State.REVIEWED)},
        {first: (f"Un {odd}", State.REVIEWED), last: (odd, State.TRANSLATED)},
    ):
        found = reading(document, done).parts
        assert [each.unit for part in found for each in part.written] == [
            f"id of {first}",
            f"id of {last}",
        ]
        assert [words(each.source) for each in found] == [f"One {shown} two.", "Three."]
        assert words(found[0].block) == f"Un {shown}"
        assert found[0].state is State.REVIEWED


@settings(max_examples=tries(60), deadline=None)
@given(
    text=st.one_of(plain_texts(), markdown_texts()), form=st.sampled_from(["plaintext", "markdown"])
)
def test_whatever_is_written_the_text_is_that_of_the_assembled_statement(
    text: str, form: str
) -> None:
    document = plumbing.extract(text.encode(), format=form, locale="en", name="any")
    targets = {unit.key: f"T {unit.key.source}" for unit in document.units}
    texts = {key.source: (target, State.TRANSLATED) for key, target in targets.items()}
    found = reading(document, texts)
    whole = plumbing.assembled(document, targets, Policy(), locale="fr")
    assert [words(each.block) for each in parts(found.parts)] == [*flat(whole.blocks)]


def flat(blocks: Iterable[object]) -> Iterator[str]:
    for each in blocks:
        if isinstance(each, Block):
            yield words(each)
            yield from flat(each.children)
