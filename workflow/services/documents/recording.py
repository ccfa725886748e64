"""The writing down of documents: new ones with their units, and what a revision makes of them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from workflow.alignment.carrying import Step
from workflow.languages import count_words
from workflow.model import Document, Unit, UnitKey
from workflow.services.documents.revising import Effect, Plan, Progress
from workflow.services.files.sources import SourceFile
from workflow.skeleton import slots
from workflow.store import Db, revising, suggestions
from workflow.store.documents import StoredDocument, StoredRevision, StoredUnit
from workflow.store.ids import digest_of, new_id
from workflow.store.past import Wording
from workflow.store.translations import Written, add_revisions, nothing_yet

_CHUNK = 2_000


def adopt(
    db: Db,
    source: SourceFile,
    document: Document,
    data: bytes,
    now: datetime,
    actor: str,
    *,
    origin: str = "file",
    progress: Progress | None = None,
) -> StoredDocument:
    """Take a document into the store, its first revision released; nobody is asked.

    Args:
        db: the transaction, in which others may be adopted too.
        source: where it lies in `sources/`, or will.
        document: the document, extracted from it; no other in the store has its name.
        data: the bytes it was extracted from.
        now: the moment.
        actor: who put it in.
        origin: `person`, or `file` where it was found in `sources/`.
        progress: is told how many units are written.
    """
    revision = new_id(now)
    stored = StoredDocument(
        id=new_id(now),
        name=document.name,
        format=document.format,
        suffix=suffix_of(source),
        source_locale=document.source_locale,
        status="active",
        revision=revision,
    )
    revising.add_document(db, stored, now)
    first = StoredRevision(
        id=revision,
        document=stored.id,
        number=1,
        digest=document.digest,
        data=data,
        segmentation=document.segmentation,
        status="released",
        origin=origin,
        author=actor,
        note="",
        created=now,
        released=now,
    )
    revising.add_revision(db, first)
    units = [
        _unit(stored.id, new_id(now), number, unit, number, count_words(unit.key.source))
        for number, unit in enumerate(document.units)
    ]
    for start in _chunks(len(units), "write", progress):
        revising.add_units(db, units[start : start + _CHUNK])
    revising.add_wordings(db, [_wording(each, 1) for each in units])
    _add_places(db, revision, document, [each.id for each in units])
    return stored


def suffix_of(source: SourceFile) -> str:
    """Give what a source's file is called after its name: `.txt`, or `.ar.txt`."""
    return unicodedata.normalize("NFC", source.path.name).removeprefix(source.name)


def _unit(
    document: str, unit_id: str, number: int, unit: Unit, position: int, words: int
) -> StoredUnit:
    return StoredUnit(
        id=unit_id,
        document=document,
        number=number,
        source=unit.key.source,
        context=unit.key.context,
        source_digest=digest_of(unit.key.source),
        note=unit.note,
        max_length=unit.max_length,
        position=position,
        words=words,
    )


def _wording(unit: StoredUnit, since: int) -> Wording:
    return Wording(unit.id, unit.key, unit.source_digest, since)


def _add_places(db: Db, revision: str, document: Document, ids: Sequence[str]) -> None:
    by_key = {unit.key: each for unit, each in zip(document.units, ids, strict=True)}
    placed = ((by_key[slot.key], slot.place) for slot in slots(document.skeleton))
    revising.add_places(db, revision, placed)


def _chunks(total: int, stage: str, progress: Progress | None) -> Iterable[int]:
    for start in range(0, total, _CHUNK):
        yield start
        if progress:
            progress(stage, min(start + _CHUNK, total), total)


def put_in_force(
    db: Db,
    stored: StoredDocument,
    proposal: StoredRevision,
    plan: Plan,
    effect: Effect,
    *,
    actor: str,
    now: datetime,
    progress: Progress | None = None,
) -> None:
    """Let a proposed revision be the one that translators see, with all that it does."""
    ids = [heir.unit or new_id(now) for heir in plan.succession.heirs]
    there = {each.id: each for each in plan.units}
    number = revising.last_unit_number(db, stored.id)
    kept, made = [], []
    for position, (each, unit) in enumerate(zip(ids, plan.document.units, strict=True)):
        if each in there:
            old = there[each].number
            kept.append(_unit(stored.id, each, old, unit, position, plan.words[position]))
        else:
            number += 1
            made.append(_unit(stored.id, each, number, unit, position, plan.words[position]))
    changed = [each for each in kept if each != there[each.id]]
    revising.settle(db, plan.succession.gone, changed)
    for start in _chunks(len(made), "write", progress):
        revising.add_units(db, made[start : start + _CHUNK])
    _add_wordings(db, plan, effect, [*kept, *made], ids, proposal.number)
    _add_places(db, proposal.id, plan.document, ids)
    written = list(_written(effect, ids, actor, now))
    for start in _chunks(len(written), "carry", progress):
        add_revisions(db, written[start : start + _CHUNK])
    _suggest(db, stored, effect, ids, written, actor=actor, now=now)
    revising.release(db, stored.id, proposal.id, plan.document.segmentation, now)


def _add_wordings(
    db: Db,
    plan: Plan,
    effect: Effect,
    living: Iterable[StoredUnit],
    ids: Sequence[str],
    number: int,
) -> None:
    """Keep each wording of each unit, and those that its translations were made from."""
    own = {(each.unit, each.digest): each for each in plan.wordings}
    new: dict[tuple[str, str], Wording] = {}
    for unit in living:
        new[unit.id, unit.source_digest] = _wording(unit, number)
    for step in (*effect.steps, *effect.beside):
        key = ids[step.number], step.source_digest
        if step.made_from:
            wording = Wording(key[0], UnitKey(step.made_from), key[1], 0)
        elif step.origin and (step.origin, step.source_digest) in own:
            wording = replace(own[step.origin, step.source_digest], unit=key[0], since=0)
        else:
            continue
        new.setdefault(key, wording)
    revising.drop_borrowed(
        db, [each for key, each in new.items() if key in own and own[key].since == 0 < each.since]
    )
    revising.add_wordings(
        db,
        [each for key, each in new.items() if key not in own or own[key].since == 0 < each.since],
    )


def _written(effect: Effect, ids: Sequence[str], actor: str, now: datetime) -> Iterable[Written]:
    """Give the revisions of translations, but for those that would say nothing new."""
    for step in effect.steps:
        unit = ids[step.number]
        there = effect.now.get((unit, step.locale)) or nothing_yet(unit, step.locale)
        if (there.text, there.state, there.source_digest) == (
            step.text,
            step.state,
            step.source_digest,
        ):
            continue
        yield _revision(step, unit, there.version + 1, actor, now)


def _revision(step: Step, unit: str, version: int, actor: str, now: datetime) -> Written:
    return Written(
        unit=unit,
        locale=step.locale,
        version=version,
        text=step.text,
        state=step.state,
        act=step.act,
        author=step.author,
        actor=actor,
        source_digest=step.source_digest,
        at=now,
        origin=step.origin,
    )


def _suggest(
    db: Db,
    stored: StoredDocument,
    effect: Effect,
    ids: Sequence[str],
    written: Iterable[Written],
    *,
    actor: str,
    now: datetime,
) -> None:
    """Keep texts as suggestions, each beside the translation that there is now."""
    versions = {key: there.version for key, there in effect.now.items()}
    versions |= {(each.unit, each.locale): each.version for each in written}
    new: defaultdict[str, list[tuple[Written, int]]] = defaultdict(list)
    for step in effect.beside:
        base = versions.get((ids[step.number], step.locale), 0)
        made = _revision(step, ids[step.number], base, actor, now)
        new[step.locale].append((made, base))
    for locale, texts in new.items():
        suggestions.keep_many(db, stored.id, locale, texts)
