"""The main job on single files; what a careful person made of real statements is the measure."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.cases import SAMPLES
from workflow import plumbing
from workflow.assembly import Policy
from workflow.errors import Incomplete, UnknownLocale, UnknownName
from workflow.model import Catalog, Entry, Missing, Passage, UnitKey

Block: TypeAlias = dict[str, "object"]

LETTER = b"Open letter\n\nDear friends,\n\nThe school stays. It serves us all.\n"


def test_extract_names_the_document_and_normalises_the_locale() -> None:
    document = plumbing.extract(LETTER, format="plaintext", locale="EN_us", name="letter")
    assert (document.name, document.format, document.source_locale, document.digest) == (
        "letter",
        "plaintext",
        "en-US",
        hashlib.sha256(LETTER).hexdigest(),
    )
    assert [unit.key for unit in document.units] == [
        UnitKey("Open letter"),
        UnitKey("Dear friends,"),
        UnitKey("The school stays. It serves us all."),
    ]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownName, match=r"called 'plaintxt'\. Did you mean 'plaintext'"):
        plumbing.extract(LETTER, format="plaintxt", locale="en")


@pytest.mark.parametrize("verb", [plumbing.extract, plumbing.segment])
def test_an_unknown_locale_is_refused(verb: object) -> None:
    assert callable(verb)
    with pytest.raises(UnknownLocale):
        verb(LETTER, format="plaintext", locale="not a tag")


def test_fill_leaves_the_source_where_a_text_is_missing() -> None:
    document = plumbing.extract(LETTER, format="plaintext", locale="en")
    targets = {UnitKey("Dear friends,"): "Chers amis,"}
    assert plumbing.fill(document, targets, locale="fr") == (
        b"Open letter\n\nChers amis,\n\nThe school stays. It serves us all.\n"
    )


def test_assembled_obeys_the_policy() -> None:
    document = plumbing.extract(LETTER, format="plaintext", locale="en", name="letter")
    with pytest.raises(Incomplete):
        plumbing.assembled(document, {}, Policy(), locale="fr")
    target = plumbing.assembled(document, {}, Policy(missing=Missing.SOURCE), locale="fr")
    assert (target.data, target.title, target.total) == (LETTER, "Open letter", 3)


def test_merge_is_the_alignment_of_catalogs() -> None:
    old = Catalog("fr", (), (Entry(UnitKey("River"), ("Fleuve",)),))
    new = Catalog("", (), (Entry(UnitKey("Lake")), Entry(UnitKey("River"))))
    assert plumbing.merge(old, new).entries == (
        Entry(UnitKey("Lake")),
        Entry(UnitKey("River"), ("Fleuve",)),
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_passages_and_units_are_the_same_cut(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode()
    passages = plumbing.segment(data, format="plaintext", locale="en")
    document = plumbing.extract(data, format="plaintext", locale="en")
    groups = {place.group: place for unit in document.units for place in unit.places}
    assert [(groups[number].kind, groups[number].marker) for number in sorted(groups)] == [
        (passage.kind, passage.marker) for passage in passages
    ]
    for passage in passages:
        assert passage.start <= passage.text_start <= passage.end
        assert text[passage.start : passage.text_start].strip() == passage.marker
        assert passage.text == text[passage.text_start : passage.end]


# --- gold -----------------------------------------------------------------------------------------


def gold(folder: Path) -> list[tuple[str, Sequence[Block], tuple[Passage, ...]]]:
    """Read what was made by hand, each with our own cut of the same statement."""
    made = []
    for path in sorted((folder / "data" / "statements_gold").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        data = (folder / "statements" / content["source"]).read_bytes()
        cut = plumbing.segment(data, format="plaintext", locale=content["language"])
        made.append((path.name, content["blocks"], cut))
    return made


def test_blocks_are_what_a_person_says(outside: Path) -> None:
    made = gold(outside)
    assert len(made) == 2
    for name, blocks, passages in made:
        assert [(block["text_start"], block["end"], block["marker"]) for block in blocks] == [
            (passage.text_start, passage.end, passage.marker) for passage in passages
        ], name
        for block, passage in zip(blocks, passages, strict=True):
            accepted = block.get("accept", [])
            assert isinstance(accepted, list)
            assert passage.kind in (block["kind"], *accepted), block["id"]
            assert block["start"] == passage.start, block["id"]
            if passage.kind == block["kind"]:
                assert block.get("level", passage.level) == passage.level, block["id"]
                assert block.get("fields", {}) == dict(passage.fields), block["id"]


def test_sentences_are_what_a_person_says(outside: Path) -> None:
    """Boundaries inside one quotation or parenthesis (`soft`) may be missing."""
    for name, blocks, passages in gold(outside):
        for block, passage in zip(blocks, passages, strict=True):
            spans, soft = block["spans"], block.get("soft", [])
            assert isinstance(spans, list)
            assert isinstance(soft, list)
            wanted = {end for _, end in spans}
            forgiven = {spans[number][1] for number in soft}
            found = {span.end for span in passage.sentences}
            assert found <= wanted, (name, block["id"])
            assert wanted - found <= forgiven, (name, block["id"])


def test_diff_says_what_a_revision_does() -> None:
    old = Catalog("", (), (Entry(UnitKey("River")), Entry(UnitKey("Lake"), obsolete=True)))
    new = Catalog("", (), (Entry(UnitKey("Lake")), Entry(UnitKey("River"))))
    kinds = [change.kind.value for change in plumbing.diff(old, new, locale="en")]
    assert kinds == ["restored", "same"]
