"""Write a language tag the way gettext does, and read it back."""

from __future__ import annotations

import re

_GETTEXT = re.compile(
    r"(?P<language>[A-Za-z]{2,8})"
    r"(?:[_-](?P<script>[A-Za-z]{4}))?"
    r"(?:[_-](?P<region>[A-Za-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:[_-](?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*)"
    r"(?:\.[A-Za-z0-9-]+)?"
    r"(?:@(?P<modifier>[A-Za-z0-9]+))?"
)
_VARIANT = re.compile(r"(.*)-([a-z][a-z0-9]{4,7})")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}


def to_gettext(tag: str) -> str:
    """Write a BCP 47 tag as the header field `Language` has it.

    >>> [to_gettext(tag) for tag in ("pt-BR", "zh-Hant", "ca-valencia")]
    ['pt_BR', 'zh_Hant', 'ca@valencia']

    Source: GNU gettext manual, "Locale Names"; scripts as Weblate, Django and CLDR write them.
    """
    variant = _VARIANT.fullmatch(tag)
    return f"{to_gettext(variant[1])}@{variant[2]}" if variant else tag.replace("-", "_")


def from_gettext(language: str) -> str:
    """Read the header field `Language` as a BCP 47 tag; nothing where it is no tag at all.

    >>> [from_gettext(name) for name in ("pt_BR", "zh_hant", "sr@latin", "de_DE.UTF-8", "n/a")]
    ['pt-BR', 'zh-Hant', 'sr-Latn', 'de-DE', '']
    """
    found = _GETTEXT.fullmatch(language.strip())
    if not found:
        return ""
    modifier = (found["modifier"] or "").lower()
    script = (found["script"] or _SCRIPTS.get(modifier, "")).title()
    parts = [found["language"].lower(), script, (found["region"] or "").upper()]
    parts += re.split("[_-]", found["variants"].lower())
    if _VARIANT.fullmatch(f"-{modifier}") and modifier not in _SCRIPTS:
        parts.append(modifier)
    return "-".join(part for part in parts if part)
