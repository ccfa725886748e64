"""The numbers that a text writes in digits, each with all it may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.checks.number_words import kanji_digits
from workflow.checks.numerals import plain, scaled, values, with_plain_digits

_ENTITY = r"&(?:nbsp|thinsp|nnbsp|#160|#8239|#x0{0,2}a0|#x202f);"
_SPACE = rf"(?:[ \u00a0\u2009\u202f]|{_ENTITY})"
_NUMBER = rf"\d+(?:(?:[.,٬٫،'’]|{_SPACE}(?=\d{{3}}(?!\d)))\d+)*"
_SIGN = r"(?:[十百千십백천]?(?:[兆조億亿억萬万]|만(?!큼))|[千천])"
_GAP = r"[ \u00a0\u202f]?"
_FIGURE = re.compile(
    r"(?=[\d令平昭大明民中〇零○一二三四五六七八九])"
    r"(?:(?P<iso>(?<!\d)\d{4}[./-]\d{1,2}[./-]\d{1,2}(?!\d))"
    r"|(?P<date>(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?![\d]|[.,]\d))"
    rf"|(?P<clock>(?<![\d.,])\d{{1,2}}(?::|{_GAP}[hH時时시点點]{_GAP})[0-5]\d(?!\d|[.,]\d))"
    r"|(?P<span>(?<!\d)\d{4}[–—/-]\d\d(?![\d.,/-]))"
    r"|(?P<era>(?P<name>令和|平成|昭和|大正|明治|民國|民国|中華民國)(?P<of>\d{1,3}|元)年)"
    rf"|(?P<tall>(?:{_NUMBER}{_SIGN}){{1,4}}(?:\d+(?![\d月日]))?)"
    rf"|(?P<number>{_NUMBER})"
    r"|(?P<year>[〇零○一二三四五六七八九]{4}(?=年)))",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(r"\d|年")
_ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867,
    "民國": 1911, "民国": 1911, "中華民國": 1911,
}  # fmt: skip
"""The year before the first of each."""
_POWERS = {
    **dict.fromkeys("兆조", 12), **dict.fromkeys("億亿억", 8), **dict.fromkeys("萬万만", 4),
    **dict.fromkeys("千천", 3), **dict.fromkeys("百백", 2), **dict.fromkeys("十십", 1),
}  # fmt: skip
_TALL = re.compile(rf"({_NUMBER})({_SIGN}?)")
_DIGITS = re.compile(r"(?<!#)(?<!#x)\d+")
_SPACE_ENTITY = re.compile(_ENTITY, re.IGNORECASE)
_GOES_ON = re.compile(r"\.[^\W\d]")
"""What makes numbers of an address or a version: `192.168.X.X`."""
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.,]([0-5]\d)")
"""A decimal number that may be a time."""
_TENTHS = re.compile(rf"{_GAP}割")

_LAST_HOUR, _LAST_MONTH, _NOON = 24, 12, 12
_CENTURIES = ("19", "20")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text."""

    text: str
    """As it is written."""
    values: frozenset[str]
    """What it may say; two numbers agree where they share one."""
    is_month: bool = False
    """Whether it is the month of a date, which other languages call by a name."""


def figures(text: str, locale: str) -> tuple[Figure, ...]:
    """Give the numbers of a text, in order.

    >>> [(each.text, sorted(each.values)) for each in figures("٥٠٬٠٠٠ in ٢٠٢٧", "ar")]
    [('٥٠٬٠٠٠', ['50000']), ('٢٠٢٧', ['2027'])]
    """
    if not _MAY_HOLD.search(text):
        return ()
    plainly = with_plain_digits(text)
    return tuple(
        figure
        for found in _FIGURE.finditer(plainly)
        for figure in _read(found, plainly, text, locale)
    )


_RUN = re.compile(r"\d+")
_JOINED = re.compile(
    r"\d(?:[^\w\s]|\s(?=\d{3}))\d|&|[〇零○一二三四五六七八九]年|元年"
    rf"|\d{_SIGN}"
)


def agree_at_once(one: str, other: str) -> bool:
    """Tell whether two texts have the same digits and nothing that needs a closer look.

    >>> agree_at_once("31 rivers in 2024", "۲۰۲۴: ۳۱"), agree_at_once("1,234", "1,234")
    (True, False)
    """
    if not _MAY_HOLD.search(one) and not _MAY_HOLD.search(other):
        return True
    one, other = with_plain_digits(one), with_plain_digits(other)
    if set(_RUN.findall(one)) != set(_RUN.findall(other)):
        return False
    return not _JOINED.search(one) and not _JOINED.search(other)


def _read(found: re.Match[str], plainly: str, text: str, locale: str) -> Iterator[Figure]:
    written = text[found.start() : found.end()]
    match found.lastgroup:
        case "iso" | "date" | "span":
            yield from _date(found, written)
        case "clock":
            yield from _clock(found, plainly, written)
        case "era":
            number = "1" if found["of"] == "元" else plain(found["of"])
            year = str(int(number) + _ERAS[found["name"]])
            yield Figure(written, frozenset({number, year}))
        case "tall":
            yield Figure(written, _tall(found[0], locale))
        case "year":
            yield Figure(written, frozenset({kanji_digits(found[0])}))
        case _:
            yield from _number(found, plainly, written, locale)


# --- dates and times ------------------------------------------------------------------------------


def _date(found: re.Match[str], written: str) -> Iterator[Figure]:
    """Read a date in digits: its year, its day, and a month that others may call by its name."""
    digits = list(_DIGITS.finditer(found[0]))
    for each in digits:
        part, piece = each[0], each.span()
        text = written[piece[0] : piece[1]]
        if each is digits[-1] and len(part) == 2 and found.lastgroup != "iso":  # noqa: PLR2004
            years = {century + part for century in _CENTURIES}
            yield Figure(text, frozenset({plain(part), *years}))
        else:
            is_month = found.lastgroup != "span" and 1 <= int(part) <= _LAST_MONTH
            yield Figure(text, frozenset({plain(part)}), is_month)


def _clock(found: re.Match[str], plainly: str, written: str) -> Iterator[Figure]:
    hour, minute = re.split(r"\D+", found[0])
    if int(hour) > _LAST_HOUR:
        yield Figure(written[: len(hour)], frozenset({plain(hour)}))
        yield Figure(written[-len(minute) :], frozenset({plain(minute)}))
        return
    yield Figure(written, _times(hour, minute, _is_afternoon(found, plainly)))


def _times(hour: str, minute: str, is_afternoon: bool) -> frozenset[str]:  # noqa: FBT001
    """Give a clock time as others may write it: `3:30` in the afternoon is `15:30`."""
    hours = [int(hour)]
    if is_afternoon and hours[0] < _NOON:
        hours.append(hours[0] + _NOON)
    said = {f"{each}:{minute}" for each in hours}
    return frozenset(said | ({str(each) for each in hours} if minute == "00" else set()))


_AFTERNOON_BEFORE = re.compile(r"(?:午後|下午|晚上|오후|บ่าย)\s?$")
_AFTERNOON_AFTER = re.compile(
    r"\s?(?:p\.?\s?m\b|م\b|مساء|عصر|بعد|ب\.?\s?ظ|शाम|दोपहर|बजे|de la tarde|de la noche|da tarde|"
    r"de l.après|du soir|uhr (?:nachm|abend)|дня|вечера|pomeriggio|di sera|öğleden sonra|μ\.μ)",
    re.IGNORECASE,
)
_BESIDE = 12


def _is_afternoon(found: re.Match[str], plainly: str) -> bool:
    after = _AFTERNOON_AFTER.match(plainly, found.end())
    before = plainly[max(0, found.start() - _BESIDE) : found.start()]
    return bool(after or _AFTERNOON_BEFORE.search(before))


# --- other numbers --------------------------------------------------------------------------------


def _number(found: re.Match[str], plainly: str, written: str, locale: str) -> Iterator[Figure]:
    if _GOES_ON.match(plainly, found.end()):
        read = tuple(frozenset({plain(part)}) for part in _DIGITS.findall(found[0]))
    else:
        read = values(_SPACE_ENTITY.sub(" ", found[0]), locale)
    if len(read) > 1:
        for each, piece in zip(read, _DIGITS.finditer(found[0]), strict=True):
            yield Figure(written[piece.start() : piece.end()], each)
        return
    said = set(read[0])
    if written.isdecimal():
        said |= _short_number(found, plainly)
    elif clock := _CLOCK.fullmatch(found[0]):
        said |= _times(clock[1], clock[2], _is_afternoon(found, plainly))
    if power := _power_behind(plainly, found.end()):
        said |= {scaled(value, power) for value in read[0]}
    elif _TENTHS.match(plainly, found.end()):
        said |= {scaled(value, 1) for value in read[0]}
    yield Figure(written, frozenset(said), _is_month(found, plainly))


def _short_number(found: re.Match[str], plainly: str) -> set[str]:
    """Give what a bare number may say besides: an hour after noon, the nineties."""
    digits = found[0]
    if len(digits) <= 2 and int(digits) < _NOON and _is_afternoon(found, plainly):  # noqa: PLR2004
        return set(_times(digits, "00", is_afternoon=True))
    if len(digits) == 4 and digits.startswith("19") and digits.endswith("0"):  # noqa: PLR2004
        return {digits[2:]}
    return set()


def _is_month(found: re.Match[str], plainly: str) -> bool:
    """Tell a month in digits: `3月`, `3월`, `tháng 3`."""
    before = plainly[max(0, found.start() - len("tháng ")) : found.start()]
    after = plainly[found.end() : found.end() + 1]
    is_named = after in ("月", "월") or before.casefold() == "tháng "
    return is_named and len(found[0]) <= 2 and 1 <= int(found[0]) <= _LAST_MONTH  # noqa: PLR2004


def _tall(written: str, locale: str) -> frozenset[str]:
    """Read `1億2000万` and `3千万`: the sum of the numbers with their signs."""
    total = "0"
    for number, signs in _TALL.findall(written):
        power = sum(_POWERS[sign] for sign in signs)
        total = _sum(total, scaled(min(values(number, locale)[0]), power))
    return frozenset({total})


_LONGEST = 30


def _sum(one: str, other: str) -> str:
    """Add two numbers, where they are such as people write."""
    if "." in one + other or len(one + other) > _LONGEST:
        return one if one != "0" else other
    return str(int(one) + int(other))


_WORD_BEHIND = re.compile(rf"(?:{_SPACE}|-)?([^\s\d.,;:!?()]{{2,12}})")
_SCALES = {
    2: "hundred cent сот",
    3: "thousand tausend mille mila mil tusen duizend tys тыс хиляди хиљада ألف آلاف الف هزار ہزار "
    "हज़ार हजार হাজার bin nghìn ngàn ribu elfu พัน χιλιάδες אלף hezar هەزار tisíc ezer mii",
    4: "หมื่น",
    5: "lakh लाख লাখ لاکھ แสน",
    6: "million millón millon milhõ milhã milion milyon miljo milj milió mln mio milli млн миллион "
    "мільйон милион مليون ملايين میلیون ملین ملیۆن मिलियन মিলিয়ন ล้าน triệu juta εκατομμύρ מיליון",
    7: "crore करोड़ कोटी কোটি کروڑ",
    9: "billion milliard miliard milyar mld mrd bilhõ tỷ млрд миллиард مليار ملیار میلیارد अरब",
}
"""How words begin that multiply the number before them."""
_BEGINS = {word: power for power, words in _SCALES.items() for word in words.split()}
_LENGTHS = sorted({len(word) for word in _BEGINS}, reverse=True)


def _power_behind(plainly: str, position: int) -> int:
    """Give the power of ten that the word behind a number stands for, or 0."""
    found = _WORD_BEHIND.match(plainly, position)
    if not found:
        return 0
    word = found[1].casefold()
    return next((_BEGINS[word[:length]] for length in _LENGTHS if word[:length] in _BEGINS), 0)
