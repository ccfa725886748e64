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


# --- checks --------------------------------------------------------------------------------------

CHARTER = b"""# A charter

By 2027 the [register](https://example.org/r) is open[^1].

- Every river is alive.

[^1]: A note.
"""
OPEN = UnitKey("By 2027 the [register](https://example.org/r) is open[^1].")
ALIVE = UnitKey("Every river is alive.")


def test_findings_come_in_document_order_with_their_units() -> None:
    document = plumbing.extract(CHARTER, format="markdown", locale="en")
    targets = {
        ALIVE: "- Chaque fleuve  vit.",
        OPEN: "En 2028, le registre est ouvert[^1].",
        UnitKey("A charter"): "Une charte",
    }
    found = plumbing.findings(document, targets, locale="fr")
    assert [(issue.key, issue.line, issue.name, issue.detail) for issue in found] == [
        (OPEN, 3, "lost_number", "2027"),
        (OPEN, 3, "added_number", "2028"),
        (OPEN, 3, "lost_link", "https://example.org/r"),
        (ALIVE, 5, "doubled_space", "- Chaque fleuve  vit."),
        (ALIVE, 5, "starts_list", "- Chaque fleuve  vit."),
    ]


def test_findings_hold_all_that_the_filter_says() -> None:
    """A text that is empty on purpose can leave its marks behind; a block speaks by its first."""
    document = plumbing.extract(b"A title\n=======\n\nText.\n", format="markdown", locale="en")
    targets = {UnitKey("A title"): " "}
    said = plumbing.check(document, targets)
    assert said
    assert plumbing.findings(document, targets, locale="fr") == said


def test_what_has_no_target_has_no_findings() -> None:
    document = plumbing.extract(CHARTER, format="markdown", locale="en")
    assert plumbing.findings(document, {}, locale="fr") == ()
    assert plumbing.findings(document, {OPEN: "", ALIVE: "\n"}, locale="fr") == ()


def test_unit_findings_need_no_other_text() -> None:
    document = plumbing.extract(CHARTER, format="markdown", locale="en")
    target = "1. En 2027, le [registre](https://evil.example) est ouvert."
    found = plumbing.unit_findings(document, OPEN, target, locale="fr")
    assert [(issue.name, issue.detail) for issue in found] == [
        ("lost_footnote", "1"),
        ("lost_link", "https://example.org/r"),
        ("added_link", "https://evil.example"),
        ("starts_list", target[:40]),
    ]
    assert {issue.key for issue in found} == {OPEN}
    assert plumbing.unit_findings(document, OPEN, " ", locale="fr") == ()


def test_a_text_that_is_not_in_the_document_has_no_findings() -> None:
    document = plumbing.extract(CHARTER, format="markdown", locale="en")
    gone = UnitKey("Gone in 2027")
    assert plumbing.unit_findings(document, gone, "Parti en 2028", locale="fr") == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.name))
def test_a_unit_alone_shows_no_more_than_the_whole(path: Path) -> None:
    format_name = "markdown" if path.suffix == ".md" else "plaintext"
    document = plumbing.extract(path.read_bytes(), format=format_name, locale="en")
    for unit in document.units:
        text = unit.key.source.replace("](", "] (").replace("2027", "2028")
        target = f"{text} www.evil.example  1"
        whole = plumbing.findings(document, {unit.key: target}, locale="fr")
        alone = plumbing.unit_findings(document, unit.key, target, locale="fr")
        assert {issue.name for issue in alone} <= {issue.name for issue in whole}
        assert {issue.key for issue in alone} == {unit.key}
