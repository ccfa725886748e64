"""Numbers, letters and bullets before a text: structure, never translated.

A candidate is read from one line alone; whether it is a marker is decided among its neighbours,
since `A. Smith` and `19. Juli` look like markers and are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workflow.filters.plaintext.lines import Line
from workflow.languages import fold

_BULLETS = "•‣⁃◦▪▫■□●○◆◇▶►➢➤➔→✓✔✦★☆∙·・‧\uf0b7\uf0a7\uf0d8"
_DASHES = "-–—−*+"
_ABJAD = "أ|ا|ب|ج|د|ه|هـ|و|ز|ح|ط|ي|ك|ل|م|ن|الف|پ|ت|ث|א|ב|ג|ד|ה|ו|ז|ח|ט|י"
_HANGUL = "가나다라마바사아자차카타파하"
_HAN = "[一二三四五六七八九十]{1,3}"
# White space, controls and direction marks: whatever is not seen between a marker and its text.
_GAP = r"[ \t\u200e\u200f\u061c\u00a0\u2000-\u200a\u202f\u3000\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"

_LETTERS = "กขคงจฉชซकखगघङचछजঅকখগঘঙচছაბგდევზთաբգդեզէըሀለሐመሠረሰ"
_ONE = rf"[A-Za-z]|[а-яА-Я]|[α-ωΑ-Ω]|[{_HANGUL}{_LETTERS}]|{_ABJAD}"

_FORMS: tuple[tuple[str, str], ...] = (
    # a note to the text: [1], [*], ¹, †
    ("note", rf"\[(?:\d{{1,3}}|[*†‡]{{1,3}}|[a-z])\](?={_GAP}|\w)"),
    ("note", rf"(?:[¹²³⁰⁴-⁹]{{1,3}}|[†‡※])(?=\S|{_GAP})"),
    # (1), (a), (iv), （一）
    ("bracketed", rf"[(（](?:\d{{1,3}}|{_ONE}|[ivxIVX]{{1,5}}|{_HAN})[)）]"),
    ("circled", "[①-⑳㉑-㉟㊀-㊉❶-❿㈠-㈩]"),
    ("multilevel", rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}[.)]?(?={_GAP})"),
    ("degree", rf"\d{{1,3}}[°º]\)?(?={_GAP}|[^\W\d])"),
    ("section", rf"§{_GAP}?\d{{1,3}}[.)]?(?={_GAP})"),
    # 1. 1) １． 1 - and the Arabic hand's ١- without a space
    ("number", rf"\d{{1,3}}[.)．）](?={_GAP}|[^\W\d_]|$)"),
    ("number", rf"\d{{1,3}}(?:{_GAP}?[-–](?={_GAP}+[^\W\d])|[.-](?=[\u0600-\u06ff]))"),
    ("number", r"\d{1,3}[、．]"),
    ("han", rf"{_HAN}、"),
    ("roman", rf"[IVXLC]{{1,7}}(?:[.)]|{_GAP}[-–—])(?={_GAP}|$)"),
    ("roman", rf"[ivx]{{1,5}}[.)](?={_GAP}|$)"),
    ("letter", rf"(?:{_ONE})(?:[.)]|[-–](?={_GAP}))(?={_GAP}|$)"),
    ("bullet", rf"[{_BULLETS}]|o(?=\t)|[{_DASHES}](?={_GAP})"),
    ("quoted", rf">(?:{_GAP}?>){{0,5}}(?={_GAP}|\w|[\"“«„])"),
)
_PATTERNS = tuple((form, re.compile(pattern)) for form, pattern in _FORMS)
_AFTER = re.compile(rf"{_GAP}*")


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker, or what looks like one."""

    text: str
    form: str
    """Which of the forms above it has."""
    style: str
    """What its siblings share: the form, its punctuation, its case, its alphabet."""
    number: int
    """Its rank in its list where it can be read, else 0; `b)` is 2 and `IV.` is 4."""
    width: int
    """Code points up to the text behind it, white space included."""


def candidates(text: str) -> list[Marker]:
    """Read what may be a marker at the beginning of a line; `i)` may be Roman or a letter."""
    found = []
    for form, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            after = _AFTER.match(text, match.end())
            width = after.end() if after else match.end()
            found.append(
                Marker(match[0], form, _style(form, match[0]), _rank(form, match[0]), width)
            )
    return found


def _style(form: str, text: str) -> str:
    if form in ("bullet", "quoted"):
        return f"{form} {text}"
    core = next((character for character in text if character.isalnum()), ".")
    case = "upper" if core.isupper() else "lower"
    alphabet = unicodedata.name(core, "").split(" ")[0].lower()  # `latin` of LATIN SMALL LETTER A
    script = "digit" if core.isdecimal() else f"{case} {alphabet}"
    return f"{form} {script} {''.join(one for one in text if not one.isalnum())}"


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LETTER_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмн",
    "αβγδεζηθικλμ",
    "אבגדהוזחטי",
    "ابجدهوزحطيكلمن",
    "أبپتث",
    _HANGUL,
    "กขคงจฉชซ",
    "कखगघङचछज",
    "কখগঘঙচছ",
    "აბგდევზთ",
    "աբգդեզէը",
    "ሀለሐመሠረሰ",
)
_HAN_DIGITS = "一二三四五六七八九"


def _rank(form: str, text: str) -> int:
    core = "".join(one for one in text if one.isalnum() or unicodedata.category(one) == "No")
    if form in ("bullet", "quoted", "note"):
        return 0
    if form == "multilevel":
        return int(text.strip(".)").split(".")[-1])
    if core.isdecimal():
        return int(core)
    if form == "circled":
        return int(unicodedata.numeric(core[0], 0)) if core else 0
    return _roman(core) if form == "roman" else _letter(core)


def _roman(core: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in core.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < two else one for one, two in pairs)


def _letter(core: str) -> int:
    if not core:
        return 0
    if core[0] in _HAN_DIGITS or core[0] == "十":
        tens, _, ones = core.rpartition("十")
        value = _HAN_DIGITS.index(ones[-1]) + 1 if ones else 0
        return value + ("十" in core) * 10 * (_HAN_DIGITS.find(tens) + 1 if tens else 1)
    if len(core) > 1 and set(core.lower()) <= set("ivx"):
        return _roman(core)
    first = core[0].lower()
    return next((row.index(first) + 1 for row in _LETTER_ROWS if first in row), 0)


_SURE = frozenset({"note", "bracketed", "circled", "bullet", "quoted", "section", "han", "degree"})


def read_markers(lines: Sequence[Line], months: frozenset[str]) -> dict[int, Marker]:
    """Read the markers of a document: a mapping from the start of a line to its marker.

    A bracketed number, a bullet or a reference is a marker by itself. A number, a letter or a Roman
    number is one if it begins a list or has a neighbour in it (`2.` beside `1.` or `3.`).

    Args:
        lines: the document.
        months: folded names; in `19. Juli 2008` the number is a day.
    """
    read = {line.start: candidates(line.text) for line in lines}
    markers: dict[int, Marker] = {}
    for is_letter in (False, True):  # what is a Roman number is no letter of a row
        left = {start: found for start, found in read.items() if start not in markers}
        ranks: dict[str, list[int]] = {}
        for found in left.values():
            for each in found:
                ranks.setdefault(each.style, []).append(each.number)
        rows = {
            style: _Row(frozenset(row), len(row), _counts_up(row)) for style, row in ranks.items()
        }
        for line in lines:
            found = [each for each in left.get(line.start, []) if is_letter or not _is_letter(each)]
            if marker := _choose(line, found, rows, months):
                markers[line.start] = marker
    return markers


def _is_letter(marker: Marker) -> bool:
    return marker.form == "letter"


def _choose(
    line: Line, found: list[Marker], rows: dict[str, _Row], months: frozenset[str]
) -> Marker | None:
    for marker in found:
        rest = line.text[marker.width :]
        if marker.form in _SURE and not (_is_bracketed_letter(marker) and _is_alone(marker, rows)):
            return marker
        if (
            marker.form not in _SURE
            and _has_company(marker, rows[marker.style])
            and not _is_date(rest, months)
        ):
            return marker
    return None


def _is_bracketed_letter(marker: Marker) -> bool:
    return marker.form == "bracketed" and marker.text[1:-1].isalpha()


def _is_alone(marker: Marker, rows: dict[str, _Row]) -> bool:
    """Tell the `(c)` of a copyright from that of a list."""
    return rows[marker.style].size == 1


@dataclass(frozen=True, slots=True)
class _Row:
    """All that look like markers of one style."""

    ranks: frozenset[int]
    size: int
    counts_up: bool


def _has_company(marker: Marker, row: _Row) -> bool:
    ranks = row.ranks
    if marker.form == "letter":
        return row.counts_up
    if marker.form == "roman" and len(marker.text) == len("V.") and marker.number > 1:
        return marker.number - 1 in ranks
    begins = marker.form == "number" or (marker.form == "multilevel" and _is_deep(marker))
    if begins and marker.number <= 1:
        return True
    return marker.number - 1 in ranks or marker.number + 1 in ranks


def _is_deep(marker: Marker) -> bool:
    """Tell `1.2.1` from a number with a decimal point."""
    return marker.text.strip(".)").count(".") > 1


def _counts_up(ranks: list[int]) -> bool:
    """Tell whether letters follow each other as a list does; initials of names do not."""
    return len(ranks) > 1 and all(two in (one + 1, 1) for one, two in pairwise([0, *ranks]))


def _is_date(text: str, months: frozenset[str]) -> bool:
    """Tell whether a month stands here, alone or with its year."""
    month, *more = text.split(maxsplit=2) or [""]
    return fold(month).strip(".,") in months and all(
        word.strip(".,:;").isdecimal() for word in more
    )
