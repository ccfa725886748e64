"""Typefaces by script: which to ask a reader's machine for, how large, how far apart the lines.

Only faces that systems bring along; nothing is fetched. Each list begins with the serif or book
face of a script where systems have a good one, and ends with a Latin face for the foreign words,
which most faces of other scripts lack.

Sizes and line heights are set by eye against a Latin text of 1 and 1.6. Slanted type is a habit of
Latin, Greek and Cyrillic (and their neighbours); the others mark emphasis by weight, the scripts of
East Asia by changing from the book face to the plain one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from workflow.languages import language, script

_LATIN = '"Iowan Old Style", "Noto Serif", "Sitka Text", Cambria, Georgia'
_EUROPEAN = '"Noto Serif", "PT Serif", "Sitka Text", Cambria, Georgia, "Times New Roman"'
_PLAIN = 'system-ui, "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'


@dataclass(frozen=True, slots=True)
class Face:
    """How a script is set."""

    book: str
    """For the statement's own words."""
    plain: str = _PLAIN
    """For what stands around them: labels, numbers, sources."""
    size: float = 1.0
    leading: float = 1.6
    slanted: bool = False
    """Emphasis is slanted; else it is `stress`."""
    stress: str = "font-weight:700"
    align: str = "start"


def _european(book: str) -> Face:
    return Face(f"{book}, serif", slanted=True)


def _arabic(*names: str, size: float = 1.14, leading: float = 1.9) -> Face:
    return Face(
        f"{_quoted(names)}, {_EUROPEAN}, serif",
        f'"Noto Sans Arabic", "Segoe UI", "Geeza Pro", {_PLAIN}',
        size,
        leading,
    )


def _east(
    book: tuple[str, ...], plain: tuple[str, ...], leading: float = 1.9, align: str = "justify"
) -> Face:
    """Scripts on a grid of squares: lines are filled to the end, but where words are spaced."""
    return Face(
        f"{_quoted(book)}, serif",
        f"{_quoted(plain)}, sans-serif",
        0.98,
        leading,
        stress="font-family:var(--plain);font-weight:500",
        align=align,
    )


def _brahmic(name: str, *others: str, size: float = 1.04, leading: float = 1.85) -> Face:
    """Most scripts of South and South-East Asia: marks above and below want room."""
    return Face(
        f"{_quoted((f'Noto Serif {name}', *others))}, {_LATIN}, serif",
        f"{_quoted((f'Noto Sans {name}', *others))}, {_PLAIN}",
        size,
        leading,
    )


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


_NASKH = ("Noto Naskh Arabic", "Scheherazade New", "Amiri", "Sakkal Majalla", "Geeza Pro")
_NASTALIQ = ("Nastaliq", "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Mehr Nastaliq Web")
_FACES = {
    "Latn": _european(_LATIN),
    "Cyrl": _european(_EUROPEAN),
    "Grek": _european(_EUROPEAN),
    "Armn": Face(f'"Noto Serif Armenian", Mshtakan, Sylfaen, {_LATIN}, serif', leading=1.65),
    "Geor": Face(f'"Noto Serif Georgian", Sylfaen, {_LATIN}, serif', leading=1.65),
    "Hebr": Face(f'"Noto Serif Hebrew", "New Peninim MT", David, {_EUROPEAN}, serif', leading=1.7),
    "Arab": _arabic(*_NASKH),
    "Aran": _arabic(*_NASTALIQ, "Urdu Typesetting", *_NASKH, size=1.08, leading=2.5),
    "Jpan": _east(
        ("Hiragino Mincho ProN", "Noto Serif CJK JP", "Noto Serif JP", "Yu Mincho"),
        ("Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Meiryo"),
    ),
    "Hans": _east(
        ("Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "SimSun"),
        ("PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei"),
    ),
    "Hant": _east(
        ("Songti TC", "Noto Serif CJK TC", "Noto Serif TC", "PMingLiU"),
        ("PingFang TC", "Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei"),
    ),
    "Kore": _east(
        ("AppleMyungjo", "Noto Serif CJK KR", "Noto Serif KR", "Nanum Myeongjo", "Batang"),
        ("Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic"),
        1.8,
        "start",
    ),
    "Deva": _brahmic("Devanagari", "Kohinoor Devanagari", "Nirmala UI"),
    "Beng": _brahmic("Bengali", "Kohinoor Bangla", "Nirmala UI"),
    "Guru": _brahmic("Gurmukhi", "Nirmala UI"),
    "Gujr": _brahmic("Gujarati", "Kohinoor Gujarati", "Nirmala UI"),
    "Taml": _brahmic("Tamil", "Tamil Sangam MN", "Nirmala UI"),
    "Telu": _brahmic("Telugu", "Kohinoor Telugu", "Nirmala UI", leading=1.95),
    "Knda": _brahmic("Kannada", "Nirmala UI", leading=1.95),
    "Mlym": _brahmic("Malayalam", "Nirmala UI"),
    "Sinh": _brahmic("Sinhala", "Nirmala UI"),
    "Thai": _brahmic("Thai", "Thonburi", "Leelawadee UI", size=1.06),
    "Laoo": _brahmic("Lao", "Lao Sangam MN", "Leelawadee UI", size=1.06, leading=1.9),
    "Khmr": _brahmic("Khmer", "Khmer Sangam MN", "Leelawadee UI", leading=2.05),
    # Not Noto's serif: some systems answer its name with the bold weight.
    "Mymr": Face(
        f'"Noto Sans Myanmar", "Myanmar MN", "Myanmar Text", {_LATIN}, serif',
        f'"Noto Sans Myanmar", "Myanmar Text", {_PLAIN}',
        leading=2.1,
    ),
    "Tibt": _brahmic("Tibetan", "Kailasa", "Microsoft Himalaya", size=1.15, leading=1.9),
    "Ethi": _brahmic("Ethiopic", "Kefa", "Ebrima", size=1.0, leading=1.75),
}
_OTHERS = Face(f"{_LATIN}, serif", leading=1.75)
# Some systems answer a family's name with its bold weight; these files are asked for one by one.
_BY_WEIGHT = {
    "Nastaliq": (("NotoNastaliqUrdu-Regular", 400), ("NotoNastaliqUrdu-Bold", 700)),
}
# Written in Arabic letters, read in the hanging style of Nastaliq.
_NASTALIQ_LANGUAGES = frozenset({"ur", "ks", "pnb", "skr"})
# Latin with two marks on a letter: some of the usual faces have not got all of them.
_DOUBLE_MARKED = frozenset({"vi", "yo", "ig", "ee", "ln"})


def face(tag: str) -> Face:
    """Choose how a language is set.

    >>> face("ur").leading > face("ar").leading > face("en").leading
    True
    """
    letters, name = script(tag), language(tag)
    if letters == "Arab" and name in _NASTALIQ_LANGUAGES:
        letters = "Aran"
    if letters == "Latn" and name in _DOUBLE_MARKED:
        return _FACES["Cyrl"]
    return _FACES.get(letters, _OTHERS)


def faces(locale: str, others: Iterable[str]) -> str:
    """Write the rules for the languages of one page: its own, and those of marked stretches."""
    own = face(locale)
    others = [tag for tag in others if tag != locale]
    books = [face(tag).book for tag in (locale, *others)]
    rules = [_by_weight(name) for name in _BY_WEIGHT if any(f'"{name}"' in book for book in books)]
    rules += [_rule(f"html, {_selector(locale)}", own, own)]
    rules += [_rule(_selector(tag), face(tag), own) for tag in others]
    return "\n" + "".join(rules)


def _by_weight(name: str) -> str:
    return "".join(
        f'@font-face {{ font-family: "{name}"; font-weight: {weight}; src: local("{file}") }}\n'
        for file, weight in _BY_WEIGHT[name]
    )


_HEADINGS = "h1, h2, h3, h4, h5, h6"


def _rule(selector: str, chosen: Face, page: Face) -> str:
    stress = "font-style:italic" if chosen.slanted else f"font-style:normal;{chosen.stress}"
    # Headings have a size of their own, which this one must not take the place of.
    size = f"{selector}:not({_HEADINGS}) {{ font-size: {chosen.size / page.size:.2f}em }}\n"
    # A last line made longer for its looks pulls holes into the lines above when these are filled.
    wrap = "wrap" if chosen.align == "justify" else "pretty"
    return (
        f"{selector} {{ --book: {chosen.book}; --plain: {chosen.plain};"
        f" --size: {chosen.size:g}; --leading: {chosen.leading:g};"
        f" --align: {chosen.align}; --wrap: {wrap}; }}\n"
        f"{'' if chosen is page else size}"
        f"{selector.replace(', ', ' em, ')} em {{ {stress} }}\n"
    )


def _selector(tag: str) -> str:
    """Select elements of a language; a tag comes from outside and may not leave its string."""
    plain = "".join(character for character in tag if character.isalnum() or character in "-_")
    return f'[lang="{escape(plain)}"]'
