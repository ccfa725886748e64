"""A catalog is held against the store, text by text; what comes out is a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workflow import plumbing
from workflow.access import OPERATOR
from workflow.errors import HostileInput, LimitExceeded
from workflow.exchange.matching import Known, Matched, match
from workflow.exchange.settling import NOTHING, Said, Settled, settle, united
from workflow.model import Entry, State, UnitKey, is_translation
from workflow.review import Act
from workflow.services.exchange.importing import Incoming, Plan
from workflow.services.exchange.report import CatalogReport, Found
from workflow.store import Db, sync
from workflow.store.documents import StoredUnit, gone_units, living_units, source_texts
from workflow.store.ids import digest_of, new_id
from workflow.store.sync import Base
from workflow.store.translations import Current, Written, nothing_yet, of_document
from workflow.typed import check_target

REVIEWED = "reviewed"
"""The flag with which an approval travels; GNU tools drop it."""
NOTE = "was marked reviewed"
"""What is said of a text that had the flag when it came from a file: it proves nothing there."""


SENT_BACK = "somebody sent it back"
"""Why a text that both sides have goes on to need work, though the file does not say so."""


def plan(db: Db, incoming: Incoming) -> Plan:
    """Say what taking a catalog in would do; nothing is written."""
    return _Planner(db, incoming).plan()


class _Planner:
    """Goes through a catalog once and collects what it says that is new."""

    def __init__(self, db: Db, incoming: Incoming) -> None:
        self._in = incoming
        document, locale = incoming.stored.id, incoming.locale
        self._units = {each.id: each for each in living_units(db, document)}
        self._gone = {each.id: each for each in gone_units(db, document)}
        self._wordings = source_texts(db, document)
        self._bases = sync.bases_of(db, document, locale)
        self._since = sync.since_bases(db, document, locale)
        self._ours: Mapping[tuple[str, str], Current] = of_document(db, document, locale)
        self._catalog = sync.catalog_of(db, document, locale)
        self._told = sync.authors_of(db, document, locale)
        self._acts = sync.last_acts(db, document, locale)
        self._written: dict[str, Written] = {}
        self._suggested: list[tuple[Written, int]] = []
        self._new_gone: dict[str, UnitKey] = {}
        self._new_wordings: dict[tuple[str, str], UnitKey] = {}
        self._new_bases: dict[str, Base] = {}
        self._conflicts: list[Found] = []
        self._older: list[Found] = []
        self._reopened: list[Found] = []
        self._missing: list[Found] = []
        self._refused: list[Found] = []
        self._kept = self._changed = 0

    def plan(self) -> Plan:
        matched = self._match()
        for unit in (*self._units.values(), *self._gone.values()):
            self._settle(unit, matched.own.get(unit.id), bool(matched.others.get(unit.id)))
        for unit_id, entries in matched.others.items():
            for entry in entries:
                self._take_other(self._units.get(unit_id) or self._gone[unit_id], entry)
        for key, entries in matched.unknown.items():
            self._take_unknown(key, entries)
        return self._result()

    def _match(self) -> Matched:
        gone: dict[UnitKey, list[str]] = {}
        for each in self._gone.values():
            gone.setdefault(each.key, []).append(each.id)
        known = Known(
            living={each.key: each.id for each in self._units.values()},
            gone=gone,
            former=self._former(),
            texts={each: self._bases[each].text for each in self._gone if each in self._bases},
        )
        return match([each for each in self._entries() if each.key.source], known)

    def _former(self) -> dict[UnitKey, str]:
        """Give units by the wordings they once had, those that stand in the document first."""
        found: dict[UnitKey, str] = {}
        for (unit, _), key in self._wordings.items():
            if found.get(key) not in self._units:
                found[key] = unit
        return found

    def _entries(self) -> tuple[Entry, ...]:
        """Give the entries; where the source went on without the catalog, brought up to it."""
        entries = self._in.catalog.entries
        if self._bases:
            return entries
        former = self._former()
        wanted = {each.key for each in self._units.values()}
        known = tuple(each for each in entries if each.key in former and each.key not in wanted)
        others = tuple(each for each in entries if each not in known)
        keys = {each.key for each in others if not each.obsolete}
        if not (keys - wanted and wanted - keys):
            return entries
        lines = {(each.key, each.obsolete): each.line for each in others}
        merged = plumbing.merge(replace(self._in.catalog, entries=others), self._in.template)
        return (
            *(
                replace(each, line=lines.get((each.key, each.obsolete), 0))
                for each in merged.entries
            ),
            *known,
        )

    # --- one unit ------------------------------------------------------------------------------

    def _settle(self, unit: StoredUnit, entry: Entry | None, has_others: bool) -> None:  # noqa: FBT001
        base, ours = self._bases.get(unit.id), self._current(unit.id)
        try:
            file = self._said(unit, entry)
        except (HostileInput, LimitExceeded) as error:
            assert entry is not None
            self._refuse(unit, entry, error)
            return
        since = [Said(text, _doubts(state)) for text, state in self._since.get(unit.id, ())]
        met = Said(base.text, _doubts(base.state)) if base else NOTHING
        settled = settle(
            met,
            file,
            Said(ours.text, _doubts(ours.state)),
            since,
            is_old=self._is_old(unit.id, file.text, ours),
            is_sent_back=self._is_sent_back(unit, ours),
        )
        if settled is Settled.MISSING and (unit.position is None or has_others):
            settled = Settled.KEEP
        if base and unit.position is not None and is_translation(base.text):
            self._changed += settled in (Settled.TAKE, Settled.CONFLICT)
        if settled is Settled.MISSING:
            line = entry.line if entry else 0
            self._missing.append(Found(unit.id, unit.source, ours.text, line))
        if settled in (Settled.KEEP, Settled.BEHIND) and ours.text != file.text:
            self._kept += 1
        self._do(settled, unit, entry, file)
        if settled in (Settled.KEEP, Settled.AGREE) and ours.text == file.text:
            self._trust(unit, ours, file)

    def _is_sent_back(self, unit: StoredUnit, ours: Current) -> bool:
        """Tell whether somebody said of a translation of this very source that it needs work."""
        act, _ = self._acts.get(unit.id, (Act.IMPORT, ""))
        return act in (Act.SEND_BACK, Act.MARK) and ours.source_digest == unit.source_digest

    def _is_old(self, unit: str, text: str, ours: Current) -> bool:
        """Tell whether a text was said before; where none stands, a suggestion may become it."""
        if is_translation(ours.text):
            return self._told.has(unit, text)
        return self._told.was_translation(unit, text)

    def _do(self, settled: Settled, unit: StoredUnit, entry: Entry | None, file: Said) -> None:
        """Write down what was decided, and where the two now stand."""
        base, ours = self._bases.get(unit.id), self._current(unit.id)
        made_from = self._made_from(unit, entry, file)
        version = base.version if base else 0
        if settled is Settled.TAKE:
            assert entry is not None
            self._write(unit, file.text, self._state_of(unit, entry, file), made_from, entry)
            if ours.state is State.REVIEWED:
                self._reopened.append(Found(unit.id, unit.source, file.text, entry.line))
        elif settled in (Settled.DOUBT, Settled.CLEAR):
            state = State.NEEDS_WORK if settled is Settled.DOUBT else State.TRANSLATED
            digest = ours.source_digest if settled is Settled.DOUBT else unit.source_digest
            self._write(unit, ours.text, state, digest, None)
        elif settled is Settled.CONFLICT:
            assert entry is not None
            self._suggest(unit, file.text, made_from)
            self._conflicts.append(Found(unit.id, unit.source, file.text, entry.line))
        elif settled is Settled.OLDER:
            assert entry is not None
            reason = SENT_BACK if file.text == ours.text else ""
            self._older.append(Found(unit.id, unit.source, file.text, entry.line, reason))
        if settled in (Settled.TAKE, Settled.DOUBT, Settled.CLEAR):
            version = self._written[unit.id].version
        elif settled is Settled.AGREE:
            version = ours.version
        self._rebase(unit.id, settled, entry, file, made_from, version)

    def _rebase(
        self,
        unit: str,
        settled: Settled,
        entry: Entry | None,
        file: Said,
        made_from: str,
        version: int,
    ) -> None:
        """Remember what the file says; where it says nothing, what it said before."""
        base = self._base(unit)
        comments = _united(base.comments, entry.comments if entry else ())
        if settled in (Settled.KEEP, Settled.MISSING):
            new = replace(base, comments=comments)
        else:
            state = State.NEEDS_WORK if file.needs_work else State.TRANSLATED
            new = Base(unit, file.text, state, made_from, comments, version)
        if new != base:
            self._new_bases[unit] = new

    def _add_comments(self, unit: str, lines: Sequence[str]) -> None:
        """Put lines of a further entry under those of the unit's own."""
        base = self._new_bases.get(unit) or self._base(unit)
        if (comments := _united(base.comments, lines)) != base.comments:
            self._new_bases[unit] = replace(base, comments=comments)

    def _base(self, unit: str) -> Base:
        return self._bases.get(unit) or Base(unit, "", State.UNTRANSLATED, "", "", 0)

    def _said(self, unit: StoredUnit, entry: Entry | None) -> Said:
        if entry is None or not is_translation(entry.target):
            return NOTHING
        base = self._bases.get(unit.id)
        text = entry.target
        if base is None or text != base.text:
            text = check_target(text, where=self._where(entry), source=unit.source)
        return Said(text, entry.state is State.NEEDS_WORK) if is_translation(text) else NOTHING

    def _made_from(self, unit: StoredUnit, entry: Entry | None, file: Said) -> str:
        """Say of which source text the file's is a translation; a new wording is remembered."""
        if entry is None or not file.needs_work or entry.previous is None:
            return unit.source_digest
        digest = digest_of(entry.previous.source)
        if not entry.previous.source or digest == unit.source_digest:
            return unit.source_digest
        if (unit.id, digest) not in self._wordings:
            self._new_wordings[unit.id, digest] = entry.previous
        return digest

    def _state_of(self, unit: StoredUnit, entry: Entry, file: Said) -> State:
        """Trust an approval only of a text that nobody is known to have written here."""
        if file.needs_work:
            return State.NEEDS_WORK
        is_new = self._current(unit.id).version == 0
        is_new = is_new and not self._told.author_of(unit.id, file.text)
        trusted = self._in.trust_reviews and REVIEWED in entry.flags and is_new
        return State.REVIEWED if trusted else State.TRANSLATED

    def _trust(self, unit: StoredUnit, ours: Current, file: Said) -> None:
        """Approve what came from a file that called it reviewed, and that nobody has touched."""
        if not self._in.trust_reviews or file.needs_work or ours.state is not State.TRANSLATED:
            return
        is_import = self._acts.get(unit.id) == (Act.IMPORT, NOTE) and ours.version == 1
        if is_import and ours.author == OPERATOR:
            self._write(unit, ours.text, State.REVIEWED, ours.source_digest, None)

    # --- entries that are no unit's own -----------------------------------------------------------

    def _take_other(self, unit: StoredUnit, entry: Entry) -> None:
        """Take what an entry says of a unit under another wording, or besides its own entry."""
        self._add_comments(unit.id, entry.comments)
        if not is_translation(entry.target):
            return
        try:
            text = check_target(entry.target, where=self._where(entry), source=unit.source)
        except (HostileInput, LimitExceeded) as error:
            self._refuse(unit, entry, error)
            return
        digest = digest_of(entry.key.source)
        ours, now = self._current(unit.id), self._written.get(unit.id)
        is_known = self._told.has(unit.id, text)
        if is_known or text == ours.text or (now and now.text == text) or not is_translation(text):
            return
        if now is None and not is_translation(ours.text):
            self._write(unit, text, State.NEEDS_WORK, digest, entry)
        else:
            self._suggest(unit, text, digest)

    def _take_unknown(self, key: UnitKey, entries: Sequence[Entry]) -> None:
        """Keep what the file says of a text that no revision of the source has."""
        worth = [each for each in entries if is_translation(each.target) or each.comments]
        if not worth:
            return
        made = new_id(self._in.now)
        unit = StoredUnit(
            made, self._in.stored.id, 0, key.source, key.context, digest_of(key.source), "", None,
            None, 0,
        )  # fmt: skip
        before = len(self._refused)
        self._settle(unit, worth[0], has_others=False)
        if len(self._refused) > before:
            return
        for each in worth[1:]:
            self._take_other(unit, each)
        self._new_gone[made] = key

    # --- what is collected ----------------------------------------------------------------------

    def _current(self, unit: str) -> Current:
        return self._ours.get((unit, self._in.locale)) or nothing_yet(unit, self._in.locale)

    def _made(self, unit: StoredUnit, text: str, state: State, made_from: str) -> Written:
        return Written(
            unit=unit.id,
            locale=self._in.locale,
            version=self._current(unit.id).version + 1,
            text=text,
            state=state,
            act=Act.IMPORT,
            author=self._told.author_of(unit.id, text) or self._in.actor,
            actor=self._in.actor,
            source_digest=made_from,
            at=self._in.now,
            origin=self._in.path,
        )

    def _write(
        self, unit: StoredUnit, text: str, state: State, made_from: str, entry: Entry | None
    ) -> None:
        new = self._made(unit, text, state, made_from)
        was_reviewed = entry is not None and REVIEWED in entry.flags and new.version == 1
        if was_reviewed and state is not State.REVIEWED:
            new = replace(new, note=NOTE)
        self._written[unit.id] = new

    def _suggest(self, unit: StoredUnit, text: str, made_from: str) -> None:
        ours = self._current(unit.id)
        new = self._made(unit, text, State.TRANSLATED, made_from)
        self._suggested.append((new, ours.version))

    def _refuse(self, unit: StoredUnit, entry: Entry, error: Exception) -> None:
        found = Found(unit.id, unit.source, entry.target, entry.line, str(error))
        self._refused.append(found)

    def _where(self, entry: Entry) -> str:
        return f"{self._in.path}:{entry.line}" if entry.line else self._in.path

    def _result(self) -> Plan:
        units = {each.unit for each in self._written.values()}
        units |= {each.unit for each, _ in self._suggested}
        texts = [
            self._bases[each].text for each in self._units if each in self._bases
        ]  # of the document as it stands
        header = _united(self._catalog.comments, self._in.catalog.comments)
        report = CatalogReport(
            self._in.stored.name,
            self._in.locale,
            self._in.path,
            taken=sum(each not in self._new_gone for each in self._written),
            kept=self._kept,
            suggestions=len(self._suggested),
            restored=len(self._new_gone),
            trusted=sum(each.state is State.REVIEWED for each in self._written.values()),
            conflicts=tuple(self._conflicts),
            older=tuple(self._older),
            reopened=tuple(self._reopened),
            missing=tuple(self._missing),
            refused=tuple(self._refused),
        )
        return Plan(
            revision=self._in.stored.revision,
            written=tuple(self._written.values()),
            suggested=tuple(self._suggested),
            gone=self._new_gone,
            wordings=tuple((unit, key) for (unit, _), key in self._new_wordings.items()),
            bases=tuple(self._new_bases.values()),
            there=frozenset(self._bases),
            seen={each: self._current(each).version for each in units},
            stored=replace(self._catalog, comments=header),
            before=self._catalog,
            based=sum(map(is_translation, texts)),
            changed=self._changed,
            report=report,
        )


def _united(ours: str, file: Sequence[str]) -> str:
    return "\n".join(united(ours.split("\n") if ours else (), file))


def _doubts(state: State) -> bool:
    return state is State.NEEDS_WORK
