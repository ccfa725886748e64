from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import ROOT
from workflow.alignment import merge
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import Catalog, Entry, UnitKey

DATA = ROOT / "tests" / "data" / "catalogs" / "merge"

SOURCES = ("River", "Lake", "School", "Library", "Bridge")
keys = st.builds(UnitKey, st.sampled_from(SOURCES), st.sampled_from(["", "", "map"]))
targets = st.sampled_from(["", "", " ", "Fleuve", "Lac", "École"])
words = st.lists(st.sampled_from(["see the map", "", "old word"]), max_size=2).map(tuple)


@st.composite
def entries(draw: st.DrawFn, *, template: bool = False) -> Entry:
    plural = draw(st.sampled_from(["", "", "", "many", "some"]))
    forms = 2 if plural else 1
    return Entry(
        key=draw(keys),
        targets=("",) * forms if template else tuple(draw(targets) for _ in range(forms)),
        plural=plural,
        flags=() if template else draw(st.sampled_from([(), ("fuzzy",), ("reviewed",)])),
        extracted=draw(words),
        comments=() if template else draw(words),
        references=(f"letter:{draw(st.integers(1, 99))}",),
        previous=None if template else draw(st.one_of(st.none(), keys)),
        obsolete=False if template else draw(st.booleans()),
    )


def catalogs(*, unique: bool = True) -> st.SearchStrategy[Catalog]:
    by = (lambda entry: entry.key) if unique else None
    found = st.lists(entries(), max_size=8, unique_by=by)
    return found.map(lambda entries: Catalog("fr", (("Language", "fr"),), tuple(entries)))


def templates() -> st.SearchStrategy[Catalog]:
    found = st.lists(entries(template=True), max_size=6, unique_by=lambda entry: entry.key)
    return found.map(lambda entries: Catalog("", (("X-Segmentation", "2"),), tuple(entries)))


def told(catalog: Catalog) -> Counter[str]:
    """Count the targets of a catalog that are not empty."""
    return Counter(text for entry in catalog.entries for text in entry.targets if text)


# --- laws ----------------------------------------------------------------------------------------


@given(catalogs(unique=False), templates())
def test_no_target_is_lost(old: Catalog, new: Catalog) -> None:
    assert told(old) <= told(merge(old, new))


@given(catalogs(unique=False), templates())
def test_no_comment_is_lost(old: Catalog, new: Catalog) -> None:
    before = {(each.key, line) for each in old.entries for line in each.comments}
    after = {(each.key, line) for each in merge(old, new).entries for line in each.comments}
    assert before - {(key, line) for key, line in before if not line} <= after


@given(catalogs(unique=False), templates())
def test_merging_twice_changes_nothing(old: Catalog, new: Catalog) -> None:
    once = merge(old, new)
    assert merge(once, new) == once


@given(catalogs(), templates())
def test_keys_that_were_unique_stay_unique(old: Catalog, new: Catalog) -> None:
    found = Counter(entry.key for entry in merge(old, new).entries)
    assert [key for key, times in found.items() if times > 1] == []


@given(catalogs(unique=False), templates())
def test_what_lives_is_the_template(old: Catalog, new: Catalog) -> None:
    living = [entry for entry in merge(old, new).entries if not entry.obsolete]
    assert [entry.key for entry in living] == [entry.key for entry in new.entries]
    assert [entry.extracted for entry in living] == [entry.extracted for entry in new.entries]
    assert [entry.references for entry in living] == [entry.references for entry in new.entries]


@given(st.lists(templates(), max_size=5), catalogs())
def test_a_text_taken_out_and_put_back_finds_its_translation(
    between: list[Catalog], old: Catalog
) -> None:
    """Whatever templates come between: the first one, come again, finds what it had."""
    start = Catalog("", (), tuple(replace(e, obsolete=False) for e in old.entries if not e.plural))
    singular = [
        replace(each, entries=tuple(e for e in each.entries if not e.plural)) for each in between
    ]
    first = merge(old, start)
    found = first
    for each in singular:
        found = merge(found, each)
    again = {e.key: e for e in merge(found, start).entries if not e.obsolete}
    for had in (each for each in first.entries if not each.obsolete):
        back = again[had.key]
        # One that had nothing may have been offered the translation of a like text meanwhile.
        is_offer = not any(had.targets) and "fuzzy" in back.flags
        assert is_offer or back.targets == had.targets


# --- cases ---------------------------------------------------------------------------------------

RIVER = Entry(
    UnitKey("River"), ("Fleuve",), flags=("fuzzy", "reviewed"), comments=("me",),
    previous=UnitKey("Rivers"), extracted=("heading",), references=("letter:1",),
)  # fmt: skip


def merged(old: tuple[Entry, ...], *new: Entry) -> tuple[Entry, ...]:
    return merge(Catalog("fr", (), old), Catalog("", (), new)).entries


def test_the_golden_merge(update_golden: bool) -> None:
    old, new = (read_catalog((DATA / name).read_bytes()) for name in ("old.po", "new.pot"))
    written = write_catalog(merge(old, new))
    if update_golden:
        (DATA / "merged.po").write_bytes(written)
    assert written == (DATA / "merged.po").read_bytes()


@pytest.mark.skipif(
    not shutil.which("msgmerge"), reason="msgmerge is not installed: it comes with GNU gettext"
)
def test_gettext_merges_to_the_same_translations(tmp_path: Path) -> None:
    command = ["msgmerge", "--previous", "-q", "-o", str(tmp_path / "merged.po")]
    subprocess.run([*command, str(DATA / "old.po"), str(DATA / "new.pot")], check=True)
    theirs = read_catalog((tmp_path / "merged.po").read_bytes())
    ours = read_catalog((DATA / "merged.po").read_bytes())
    assert [(each.key, each.targets) for each in theirs.entries if not each.obsolete] == [
        (each.key, each.targets) for each in ours.entries if not each.obsolete
    ]


def test_a_translation_keeps_everything_but_its_place() -> None:
    [found] = merged((RIVER,), Entry(UnitKey("River"), extracted=("title",), references=("b:2",)))
    assert found == replace(RIVER, extracted=("title",), references=("b:2",))


def test_what_left_the_source_is_obsolete_without_its_place() -> None:
    [found] = merged((RIVER,))
    assert found == replace(RIVER, obsolete=True, extracted=(), references=())


def test_what_nobody_worked_on_is_dropped() -> None:
    blank = Entry(UnitKey("Lake"), extracted=("heading",))
    assert merged((blank,)) == ()
    [found] = merged((replace(blank, comments=("me",)),))
    assert found.obsolete


def test_what_returns_is_restored_and_no_longer_obsolete() -> None:
    [found] = merged((replace(RIVER, obsolete=True),), Entry(UnitKey("River")))
    assert found == replace(RIVER, extracted=(), references=())


def test_an_obsolete_translation_fills_an_empty_living_one() -> None:
    old = (Entry(UnitKey("River"), comments=("new",)), replace(RIVER, obsolete=True))
    [found] = merged(old, Entry(UnitKey("River")))
    assert found.target == "Fleuve"
    assert found.comments == ("me", "new")


def test_a_second_translation_of_one_text_stays_obsolete() -> None:
    old = (RIVER, replace(RIVER, targets=("Rivière",), obsolete=True))
    assert [each.targets for each in merged(old, Entry(UnitKey("River")))] == [
        ("Fleuve",),
        ("Rivière",),
    ]


def test_a_similar_text_is_not_the_same() -> None:
    river = replace(RIVER, flags=("reviewed",), previous=None)
    new, gone = merged((river,), Entry(UnitKey("River."), extracted=("title",)))
    assert new == Entry(
        UnitKey("River."), ("Fleuve",), flags=("fuzzy",), comments=("me",),
        previous=UnitKey("River"), extracted=("title",),
    )  # fmt: skip
    assert gone == replace(river, obsolete=True, extracted=(), references=())


def test_a_text_that_gets_a_plural_keeps_its_translation_and_needs_work() -> None:
    plain = Entry(UnitKey("River"), ("Fleuve",))
    [found] = merged((plain,), Entry(UnitKey("River"), ("", ""), "Rivers"))
    assert (found.targets, found.plural, found.flags) == (("Fleuve", ""), "Rivers", ("fuzzy",))
    [back] = merged((replace(found, targets=("Fleuve", "Fleuves")),), Entry(UnitKey("River")))
    assert (back.targets, back.plural) == (("Fleuve", "Fleuves"), "Rivers")


def test_the_template_owns_the_fields_about_the_source() -> None:
    old = Catalog(
        "fr",
        (("project-id-version", "old"), ("Language", "fr"), ("X-Segmentation", "1"), ("X", "y")),
        comments=("by the library",),
    )
    new = Catalog(
        "",
        (("Project-Id-Version", "new"), ("Language", ""), ("X-Segmentation", "2"),
         ("X-Source-Language", "en")),
        comments=("a template",), flags=("fuzzy",),
    )  # fmt: skip
    assert merge(old, new) == replace(
        old,
        headers=(
            ("project-id-version", "new"),
            ("Language", "fr"),
            ("X-Segmentation", "2"),
            ("X", "y"),
            ("X-Source-Language", "en"),
        ),
    )


# --- offers --------------------------------------------------------------------------------------

MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."
LEFT = "The mill lent us its old hall for as long as the library needs it."
SHELF = "Every child needs a shelf of books within an hour of home."


def entry(source: str, target: str = "", *flags: str) -> Entry:
    return Entry(UnitKey(source), (target,), flags=flags)


def brief(entries: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    """Say what matters of each entry: its mark, its target, what that was made from."""
    marks = ["obsolete" if each.obsolete else " ".join(each.flags) for each in entries]
    previous = [each.previous.source if each.previous else "" for each in entries]
    return list(zip(marks, [each.target for each in entries], previous, strict=True))


def test_the_first_source_stays_after_any_number_of_edits() -> None:
    catalog = Catalog("fr", (), (entry(MILL, "Moulin"),))
    for source in (LENT, LEFT, f"{LEFT} Always."):
        catalog = merge(catalog, Catalog("", (), (entry(source),)))
        assert brief(catalog.entries) == [("fuzzy", "Moulin", MILL), ("obsolete", "Moulin", "")]
    back = merge(catalog, Catalog("", (), (entry(MILL),)))
    assert brief(back.entries)[0] == ("", "Moulin", "")


def test_an_offer_that_was_rejected_is_not_made_again() -> None:
    rejected = (entry(LENT), replace(entry(MILL, "Moulin"), obsolete=True))
    assert merged(rejected, entry(LENT)) == rejected


def test_text_that_a_translator_began_to_change_is_kept() -> None:
    begun = replace(entry(LENT, "Moulin~", "fuzzy"), previous=UnitKey(MILL))
    found = merged((begun, replace(entry(MILL, "Moulin"), obsolete=True)), entry(LEFT))
    assert brief(found) == [
        ("fuzzy", "Moulin~", MILL), ("obsolete", "Moulin~", MILL), ("obsolete", "Moulin", ""),
    ]  # fmt: skip


def test_of_a_split_no_half_silently_gets_the_whole() -> None:
    found = merged((entry(f"{SHELF} {MILL}", "Les deux"),), entry(SHELF), entry(MILL))
    assert brief(found) == [
        ("", "", ""), ("fuzzy", "Les deux", f"{SHELF} {MILL}"), ("obsolete", "Les deux", ""),
    ]  # fmt: skip
    together = merged(found, entry(f"{SHELF} {MILL}"))
    assert brief(together)[0] == ("", "Les deux", "")


def test_what_was_merged_is_joined_and_kept_apart() -> None:
    found = merged((entry(SHELF, "Étagère."), entry(MILL, "Moulin.")), entry(f"{SHELF} {MILL}"))
    assert brief(found) == [
        ("fuzzy", "Étagère. Moulin.", ""), ("obsolete", "Étagère.", ""),
        ("obsolete", "Moulin.", ""),
    ]  # fmt: skip
    apart = merged(found, entry(SHELF), entry(MILL))
    assert brief(apart)[:2] == [("", "Étagère.", ""), ("", "Moulin.", "")]


def test_a_guess_across_contexts_needs_work() -> None:
    found = merged((Entry(UnitKey("River"), ("Fleuve",)),), Entry(UnitKey("River", "map")))
    assert [(each.flags, each.previous, each.obsolete) for each in found] == [
        (("fuzzy",), UnitKey("River"), False),
        ((), None, True),
    ]


def test_plural_forms_are_offered_to_plural_forms() -> None:
    known = Entry(UnitKey(MILL), ("Un", "Des"), plural="Mills")
    [offered, kept] = merged((known,), Entry(UnitKey(LENT), ("", ""), "Mills we lent"))
    assert (offered.targets, offered.previous_plural) == (("Un", "Des"), "Mills")
    assert kept == replace(known, obsolete=True)
    [offered, _] = merged((known,), Entry(UnitKey(LENT)))
    assert (offered.targets, offered.plural) == (("Un",), "")
    [offered, _] = merged((entry(MILL, "Un"),), Entry(UnitKey(LENT), ("", ""), "Mills"))
    assert offered.targets == ("Un", "")


@pytest.mark.skipif(
    not shutil.which("msgfmt"), reason="msgfmt is not installed: it comes with GNU gettext"
)
@given(catalogs(), templates())
@settings(max_examples=10)
def test_gettext_reads_what_was_merged(old: Catalog, new: Catalog) -> None:
    headers = (
        ("Language", "fr"), ("Content-Type", "text/plain; charset=UTF-8"),
        ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
    )  # fmt: skip
    written = write_catalog(merge(replace(old, headers=headers), new))
    assert read_catalog(written).entries or not merge(old, new).entries
    command = ["msgfmt", "-c", "-o", "-", "-"]
    done = subprocess.run(command, input=written, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
