"""Documents that are revised again and again while people translate them, as hypothesis draws it.

A script is a list of revisions, a revision a list of edits, an edit a verb and two numbers that
say where; numbers are taken round, so that every script can be played on every document.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from workflow import plumbing
from workflow.exchange.catalogs import new_catalog, template
from workflow.model import Catalog, Entry, State, UnitKey

Blocks = list[str]
Edit = tuple[str, int, int]
Merge = Callable[[Catalog, Catalog], Catalog]

NEW = (
    "The bridge shall stay open to all.",
    "Nobody may be turned away from the library after school.",
    "We will meet again on the third Sunday of October, in the hall of the mill, and decide.",
    "Note",
    "القناطر ملك للجميع.",
    "橋は皆のものである。",
)
WORDS = ("not", "must", "seven", "river", "Geneva", "and", "ليس", "村", "12")


@dataclass
class Draft:
    """A document in the making: its blocks, those taken out, the one touched last."""

    blocks: Blocks
    out: Blocks = field(default_factory=list)
    last: int = 0

    @property
    def text(self) -> str:
        return "\n\n".join(self.blocks) + "\n"


def draft(text: str) -> Draft:
    return Draft([each for each in re.split(r"\n[ \t]*\n", text.strip("\n")) if each.strip()])


# --- verbs ---------------------------------------------------------------------------------------


def change_a_word(draft: Draft, at: int, which: int) -> None:
    words = draft.blocks[at].split(" ")
    words[which % len(words)] = WORDS[which % len(WORDS)]
    draft.blocks[at] = " ".join(words)


def change_the_same_again(draft: Draft, at: int, which: int) -> None:
    change_a_word(draft, draft.last % len(draft.blocks), which + 1)


def add_a_word(draft: Draft, at: int, which: int) -> None:
    words = draft.blocks[at].split(" ")
    words.insert(which % (len(words) + 1) or 1, WORDS[which % len(WORDS)])
    draft.blocks[at] = " ".join(words)


def drop_a_word(draft: Draft, at: int, which: int) -> None:
    words = draft.blocks[at].split(" ")
    if len(words) > 1:
        del words[which % len(words)]
        draft.blocks[at] = " ".join(words)


def insert(draft: Draft, at: int, which: int) -> None:
    draft.blocks.insert(at, NEW[which % len(NEW)])


def move(draft: Draft, at: int, where: int) -> None:
    block = draft.blocks.pop(at)
    draft.blocks.insert(where % (len(draft.blocks) + 1), block)


def split(draft: Draft, at: int, which: int) -> None:
    pieces = re.split(r"(?<=[.!?。؟])\s*", draft.blocks[at].strip())
    pieces = [each for each in pieces if each]
    if len(pieces) > 1:
        cut = 1 + which % (len(pieces) - 1)
        draft.blocks[at : at + 1] = [" ".join(pieces[:cut]), " ".join(pieces[cut:])]


def join(draft: Draft, at: int, which: int) -> None:
    if at + 1 < len(draft.blocks):
        draft.blocks[at : at + 2] = [" ".join(draft.blocks[at : at + 2])]


def take_out(draft: Draft, at: int, which: int) -> None:
    if len(draft.blocks) > 1:
        draft.out.append(draft.blocks.pop(at))


def put_back(draft: Draft, at: int, which: int) -> None:
    if draft.out:
        draft.blocks.insert(at, draft.out.pop(which % len(draft.out)))


VERBS = {
    each.__name__: each
    for each in (
        change_a_word, change_the_same_again, add_a_word, drop_a_word, insert, move, split, join,
        take_out, put_back,
    )
}  # fmt: skip

numbers = st.integers(0, 999)
edits = st.tuples(st.sampled_from(sorted(VERBS)), numbers, numbers)
scripts = st.lists(st.lists(edits, min_size=1, max_size=6), min_size=1, max_size=5)
"""Up to five revisions with up to thirty edits."""


def revise(draft: Draft, edits: Sequence[Edit]) -> None:
    """Make one revision."""
    for verb, at, which in edits:
        place = at % len(draft.blocks)
        VERBS[verb](draft, place, which)
        draft.last = place


# --- translators ---------------------------------------------------------------------------------


def made(source: str) -> str:
    """Translate a text: the result tells what it was made from."""
    return f"«{source.strip()}»"


def translate(catalog: Catalog, seed: int) -> Catalog:
    """Do some of the work: translate, confirm, begin to change, reject, leave it."""
    living = 0
    entries = []
    for entry in catalog.entries:
        if not entry.obsolete:
            living += 1
            entry = _work_on(entry, (seed + living * 7) % 8)  # noqa: PLW2901
        entries.append(entry)
    return replace(catalog, entries=tuple(entries))


def _work_on(entry: Entry, mood: int) -> Entry:
    if entry.state is State.TRANSLATED or mood in (0, 1):
        return entry
    if entry.state is State.UNTRANSLATED and mood == 2:
        return entry
    if entry.state is State.NEEDS_WORK and mood == 2:
        return replace(entry, targets=("",), flags=(), previous=None)
    if entry.state is State.NEEDS_WORK and mood == 3:
        return replace(entry, targets=(f"{entry.target}~",))
    return replace(entry, targets=(made(entry.key.source),), flags=(), previous=None)


# --- plays ---------------------------------------------------------------------------------------


@dataclass
class Play:
    """A script played to its end, and what broke a law on the way."""

    catalog: Catalog
    broken: list[str] = field(default_factory=list)


def play(
    text: str,
    script: Sequence[Sequence[Edit]],
    merge: Merge,
    *,
    format_name: str = "plaintext",
    locale: str = "en",
) -> Play:
    """Translate a document, revise it as the script says, merge each time, go back at the end.

    Laws: no translation that was ever good is lost; what does not need work was made from the
    very text it stands with; what stayed or moved keeps everything; merging twice changes nothing;
    the first revision, come again, has every good translation it ever had.
    """
    before: list[str] = []

    def revision(text: str) -> Catalog:
        document = plumbing.extract(
            text.encode(), format=format_name, locale=locale, name="letter", before=before
        )
        before[:] = [unit.key.source for unit in document.units]
        return template(document)

    current = draft(text)
    first = revision(current.text)
    played = Play(translate(new_catalog(first, "fr", "nplurals=2; plural=(n > 1);"), 3))
    good = _good(played.catalog)
    for number, revised in enumerate(script):
        revise(current, revised)
        _step(played, merge, revision(current.text), good)
        played.catalog = translate(played.catalog, number)
        good |= _good(played.catalog)
    _step(played, merge, first, good)
    back = _good(played.catalog)
    wanted = {entry.key for entry in first.entries} & set(good)
    played.broken += [f"not back: {key.source!r}" for key in wanted if back.get(key) != good[key]]
    return played


def _good(catalog: Catalog) -> dict[UnitKey, str]:
    return {
        entry.key: entry.target
        for entry in catalog.entries
        if entry.state is State.TRANSLATED and not entry.obsolete
    }


def _step(played: Play, merge: Merge, new: Catalog, good: dict[UnitKey, str]) -> None:
    old, merged = played.catalog, merge(played.catalog, new)
    played.catalog = merged
    there = {target for entry in merged.entries for target in entry.targets}
    was = {entry.key: entry for entry in old.entries if not entry.obsolete}
    lost = [target for target in _texts(old) | set(good.values()) if target not in there]
    played.broken += [f"lost: {target!r}" for target in lost]
    for entry in merged.entries:
        if entry.state is State.TRANSLATED and entry.target != made(entry.key.source):
            played.broken.append(f"unflagged: {entry.target!r} at {entry.key.source!r}")
        if not entry.obsolete and entry.key in was:
            kept = replace(was[entry.key], extracted=entry.extracted, references=entry.references)
            if kept != entry:
                played.broken.append(f"not kept: {entry.key.source!r}")
    if merge(merged, new) != merged:
        played.broken.append("merged twice, changed twice")


def _texts(catalog: Catalog) -> set[str]:
    return {target for entry in catalog.entries for target in entry.targets if target}
