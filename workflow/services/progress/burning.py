"""How a document came to where it is, day by day, in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from workflow import languages
from workflow.model import State
from workflow.services.desk import document_for
from workflow.services.progress.counting import counted
from workflow.services.progress.values import Burned, BurnUp
from workflow.services.workspace import Workspace
from workflow.store.board import Step, steps
from workflow.store.documents import first_put_in

_Change = tuple[int, int]
"""How many paragraphs more are at least translated, and reviewed."""


def burn_up(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str = ""
) -> BurnUp:
    """Say how many paragraphs were translated and reviewed at the end of each day.

    It is counted over the paragraphs that the document has now: what left it counts on no day, what
    came to it later was untranslated before. So the last day says what `figures` says.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: that is no language.
    """
    locale = languages.normalise(locale) if locale else ""
    today = now.astimezone(UTC).date()
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "progress.burn_up", document, now)
        far = counted(workspace, db, [stored])[stored.id]
        begun = min(first_put_in(db, stored.id).astimezone(UTC).date(), today)
        changes = _changes(steps(db, stored.id, locale), begun, today)
    own = workspace.settings.of(stored.name)
    return BurnUp(
        document=stored.name,
        title=own.title or stored.name,
        begun=begun,
        today=today,
        deadline=own.deadline,
        days=tuple(
            day
            for tag, each in far.items()
            if locale in ("", tag)
            for day in _days(tag, each.units, changes[tag], begun, today)
        ),
    )


def _changes(
    found: Iterable[Step], begun: date, today: date
) -> defaultdict[str, dict[date, _Change]]:
    """Say on which day how many paragraphs more were in a state, by language.

    A clock may have been wrong: a paragraph's later step is on no earlier day, none before the
    document was put in and none after today.
    """
    changes: defaultdict[str, dict[date, _Change]] = defaultdict(dict)
    which, state, day = ("", ""), State.UNTRANSLATED, begun
    for each in found:
        if which != (each.locale, each.unit):
            which, state, day = (each.locale, each.unit), State.UNTRANSLATED, begun
        day = min(max(day, each.at.astimezone(UTC).date()), today)
        translated, reviewed = changes[each.locale].get(day, (0, 0))
        translated += (each.state >= State.TRANSLATED) - (state >= State.TRANSLATED)
        reviewed += (each.state == State.REVIEWED) - (state == State.REVIEWED)
        changes[each.locale][day] = translated, reviewed
        state = each.state
    return changes


def _days(
    locale: str, total: int, changes: dict[date, _Change], begun: date, today: date
) -> Iterator[Burned]:
    """Add the changes up, from the first day to today."""
    translated = reviewed = 0
    for day in sorted({begun, *changes, today}):
        more = changes.get(day, (0, 0))
        translated, reviewed = translated + more[0], reviewed + more[1]
        if more != (0, 0) or day in (begun, today):
            yield Burned(day, locale, translated, reviewed, total)
