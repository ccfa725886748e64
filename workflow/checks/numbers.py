"""Numbers: those of the source stand in the translation, and no others.

Digits of every script count, with the marks that each language puts between them. Dates may be
written in another order and with the month in digits, clock times as `10:30`, `10h30`, `10.30` or
`10時30分`, centuries in Roman numbers, years in the calendar of the readers, large numbers with a
word (`1.5 million`, `50 mil`, `5万`).

Numbers are often written out as words, and words are not read but in English, Chinese and Japanese.
So a small number, up to twelve, may be missing or added: `3 cities` may be `trois villes`. Only
where exactly one number stands in the place of exactly one other, both are named, small or not. A
round number that is added (20, 30 ... 100) may have been a word of the source.

How often a number stands there does not matter: a translation may repeat it, or say `it`.
"""  # noqa: A005 - named after its check

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workflow import languages
from workflow.checks.base import Check, Examined, Severity, words_of
from workflow.checks.calendars import converted
from workflow.checks.figures import Figure, agree_at_once, figures
from workflow.checks.number_words import spelt_out
from workflow.model import Issue

_SMALL = frozenset(str(number) for number in range(13))
_ROUND = frozenset(str(number) for number in (*range(20, 101, 10), 200, 500, 1000, 1000000))
_DAYS = frozenset(str(number) for number in range(1, 32))
_READ = frozenset({"en", "zh", "ja"})
"""Languages whose number words are read."""


def find(examined: Examined) -> Iterator[Issue]:
    """Find the numbers of the source that the target has not, and those only the target has.

    Bad: `en 2026` for `in 2027`. Good: `٢٠٢٧` for `2027`, `50 000` for `50,000`.
    """
    source = words_of(examined.source, examined.notation)
    target = words_of(examined.target, examined.notation)
    if agree_at_once(source, target):
        return
    own, other = figures(source, examined.source_locale), figures(target, examined.locale)
    lost, added = _missing(own, _said(other)), _missing(other, _said(own))
    if not lost and not added:
        return
    lost = _missing(lost, spelt_out(target, examined.locale))
    added = _missing(added, spelt_out(source, examined.source_locale))
    years = converted(_said(own), _said(added), examined.locale)
    years |= converted(_said(other), _said(lost), examined.source_locale)
    if years:
        lost, added = _missing(lost, years | _DAYS), _missing(added, years | _DAYS)
    for name, each in _worth_saying(lost, added, languages.language(examined.source_locale)):
        yield examined.issue(name, each.text)


def _said(found: Iterable[Figure]) -> frozenset[str]:
    return frozenset(value for figure in found for value in figure.values)


def _missing(found: Iterable[Figure], said: frozenset[str]) -> list[Figure]:
    return [figure for figure in found if figure.values.isdisjoint(said)]


def _worth_saying(
    lost: list[Figure], added: list[Figure], source_language: str
) -> Iterator[tuple[str, Figure]]:
    """Leave out what may well have been written as a word, or named as a month."""
    months = [each for each in (lost, added) if any(figure.is_month for figure in each)]
    if len(months) < 2:  # noqa: PLR2004 - on both sides
        lost, added = ([f for f in each if not f.is_month] for each in (lost, added))
    if not len(lost) == len(added) == 1:
        if not _large(lost) and source_language not in _READ:
            added = _missing(added, _ROUND)
        lost, added = _large(lost), _large(added)
    for name, found in (("lost_number", lost), ("added_number", added)):
        for figure in {figure.text: figure for figure in found}.values():
            yield name, figure


def _large(found: list[Figure]) -> list[Figure]:
    return _missing(found, _SMALL)


NUMBERS = Check(
    name="numbers",
    description="A number of the source is missing from the translation, or a new one is there; "
    "numbers up to twelve may be written as words.",
    severity=Severity.WARNING,
    finds=("lost_number", "added_number"),
    find=find,
)
