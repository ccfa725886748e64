"""The interface's own language: its sentences, its direction, its dates and numbers.

Sentences are written in English in the code and translated by gettext catalogs in `ui/locales/`,
which are compiled when first read. Nothing here is shared by those who speak different languages:
whoever draws something is handed the `Words` of the person who looks.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError, dates, negotiate_locale, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from workflow import languages

LOCALES = Path(__file__).parent / "locales"
_ACCEPTED = re.compile(
    r"(?P<tag>[a-z0-9-]+)(?:\s*;\s*q=(?P<weight>[01](?:\.[0-9]{0,3})?))?", re.ASCII | re.IGNORECASE
)
SOURCE = "en"
"""The language the sentences are written in."""


def offered() -> tuple[str, ...]:
    """Give the languages in which the interface speaks, as BCP 47 tags."""
    return _offered(LOCALES)


@cache
def _offered(folder: Path) -> tuple[str, ...]:
    found = (each.parent.parent.name for each in folder.glob("*/LC_MESSAGES/ui.po"))
    return (SOURCE, *sorted(each.replace("_", "-") for each in found))


def chosen(*wanted: str) -> str:
    """Choose the language to speak: the first wanted one that is offered, or English.

    >>> chosen("", "nl-BE", "en-GB")
    'en'
    """
    found = negotiate_locale([each for each in wanted if each], offered(), sep="-") or SOURCE
    written = {each.lower(): each for each in offered()}  # a tag may come back in other letters
    return written.get(found.lower(), SOURCE)


def accepted(header: str) -> tuple[str, ...]:
    """Read what a browser says in `Accept-Language`, best first (RFC 9110, section 12.5.4).

    >>> accepted("fr; q=0.5, ar, nl;q=0, *;q=0.1")
    ('ar', 'fr')
    """
    parts = (_ACCEPTED.fullmatch(part.strip()) for part in header[:1000].split(","))
    weighted = [(float(part["weight"] or 1), part["tag"]) for part in parts if part]
    best_first = sorted(weighted, key=lambda each: -each[0])
    return tuple(tag for weight, tag in best_first if weight > 0)


def tell(text: str) -> str:
    """Mark a sentence for the catalogs; it is put into words where it is shown."""
    return text


class Words:
    """One interface language."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.direction = languages.direction(tag)
        self._sentences = _sentences(tag)

    @cached_property
    def _locale(self) -> Locale:
        try:
            return Locale.parse(self.tag, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale.parse(SOURCE)

    def say(self, text: str, /, **values: object) -> str:
        """Say a sentence with its values put in."""
        said = self._sentences.gettext(text) if text else ""
        return said.format(**values) if values else said

    def count(self, one: str, more: str, number: int, /, **values: object) -> str:
        """Say a sentence about a number of things, which stands in it as `{n}`."""
        said = self._sentences.ngettext(one, more, number)
        return said.format(n=self.number(number), **values)

    def number(self, value: float) -> str:
        """Write a number."""
        return numbers.format_decimal(value, locale=self._locale, numbering_system="default")

    def percent(self, value: float) -> str:
        """Write a share, given from 0 to 100."""
        return numbers.format_percent(
            int(value) / 100, locale=self._locale, numbering_system="default"
        )

    def day(self, day: date) -> str:
        """Write a day: 14 March 2027."""
        return dates.format_date(day, "long", self._locale)

    def clock(self, at: datetime, zone: str = "UTC") -> str:
        """Write the time of a moment, in the reader's own zone."""
        return dates.format_time(at, "short", _zone(zone), self._locale)

    def moment(self, at: datetime, now: datetime, zone: str = "UTC") -> str:
        """Write the time of a moment today, else its day and time, in the reader's own zone."""
        local = _zone(zone)
        if at.astimezone(local).date() == now.astimezone(local).date():
            return self.clock(at, zone)
        day = dates.format_date(at.astimezone(local), "medium", self._locale)
        together = str(dates.get_datetime_format("medium", locale=self._locale)).replace("'", "")
        return together.replace("{0}", self.clock(at, zone)).replace("{1}", day)

    def ago(self, at: datetime, now: datetime) -> str:
        """Say how long ago something was: 3 days ago."""
        return dates.format_timedelta(at - now, add_direction=True, locale=self._locale)

    def language(self, tag: str) -> str:
        """Name a language in this one."""
        return languages.display_name(tag, self.tag)

    def together(self, parts: Iterable[str]) -> str:
        """Join names as one reads them: a, b and c."""
        from babel.lists import format_list

        return format_list(list(parts), locale=self._locale)


def local(at: datetime, zone: str) -> datetime:
    """Give a moment as a reader's own clock shows it."""
    return at.astimezone(_zone(zone))


def _zone(name: str) -> tzinfo:
    """Find a time zone; a browser may name one that nobody knows here."""
    try:
        return dates.get_timezone(name)
    except (LookupError, ValueError, OSError):  # no such one, no name, a folder of them
        return UTC


@cache
def words(tag: str) -> Words:
    """Give an interface language; one object for all who speak it."""
    return Words(tag)


@cache
def _sentences(tag: str) -> NullTranslations:
    path = LOCALES / tag.replace("-", "_") / "LC_MESSAGES" / "ui.po"
    if tag == SOURCE or not path.is_file():
        return NullTranslations()
    with path.open("rb") as file:
        catalog = read_po(file, locale=tag.replace("-", "_"))
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
