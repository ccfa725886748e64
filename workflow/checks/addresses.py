"""Addresses of the web and of mail: a translation leads where its source leads, and nowhere else.

A new address in one language is a danger for its readers: it can tell a stranger who opens the
page. So every address is looked at, in all its forms: `https://`, `www.`, `mailto:` and any other
scheme, a host with a path behind it, an address in a link. `javascript:` and `data:` are programs
and contents in the dress of an address; they never come in by a translation.

Two writings of one address are the same: capitals in the host, `%C3%A9` for `é`, a slash behind a
bare host. So is an address with the words glued to it that Chinese, Japanese, Korean and Thai put
there without a space, or a suffix after an apostrophe, as in Turkish.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from workflow.checks.base import BLANK, Check, Examined, Severity, codes, unsaid
from workflow.model import Issue

_STOP = r"\s<>\"«»“”" + BLANK
_END = _STOP + r".,;:!?…)\]}'’。、，؛،؟」』）】"
_LOOSE = re.compile(
    rf"(?<![A-Za-z0-9_@.+-])(?:"
    rf"(?:[a-z][a-z0-9+.-]{{1,15}}://|www\.|mailto:)[^{_STOP}]*[^{_END}]"
    rf"|(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,8}}[a-z]{{2,24}}/[^{_STOP}]*[^{_END}])",
    re.IGNORECASE,
)
"""What no placeholder is: other schemes, capitals, a host with a path."""
_MAY_BE = re.compile(r"[@:/]|www\.|\]\(", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,31}:|//|www\.|[^\s/?#]{1,64}@", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?(?://)?[^/?#]*", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_GLUED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
    r"|['’][^\W\d_]{1,8}$"
)


def _spread(word: str) -> str:
    """Match a word even where control characters and invisible ones stand between its letters."""
    return r"[\x00-\x20\u00ad\u200b-\u200f\u2060-\u2064]{0,3}".join(word)


_PROGRAM = re.compile(
    rf"(?<![^\W_])(?:{_spread('javascript')}|{_spread('vbscript')})[\x00-\x20]{{0,3}}:(?=\s?\S)"
    r"|(?<![^\W_])data:(?=[a-z]{1,20}/[a-z0-9.+-]|[^\s,]{0,80};base64,)",
    re.IGNORECASE,
)
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Address:
    """Where a text leads."""

    what: str
    """`address` in the open, `link` behind words."""
    text: str
    """As it is written."""
    plain: str
    """As it is compared."""


def find(examined: Examined) -> Iterator[Issue]:
    """Find the addresses of the source that the target has not, and those only the target has.

    Bad: `www.exemple.org` for `www.example.org`. Good: `www.example.org`.
    """
    texts = (examined.source, examined.target)
    if not any(_MAY_BE.search(text) for text in texts):
        return
    own, other = (addresses(text, examined.notation) for text in texts)
    lost, added = _unpaired(own, other)
    issues = [examined.issue(f"lost_{each.what}", each.text) for each in _once(lost)]
    issues += [
        examined.issue(f"added_{each.what}", each.text)
        for each in _once(added)
        if not _PROGRAM.match(each.plain)
    ]
    yield from unsaid(examined, issues)
    yield from _programs(examined)


def _programs(examined: Examined) -> Iterator[Issue]:
    """Find what runs in the dress of an address; entities hide it in Markdown and HTML."""
    own, other = (
        {_bare(found[0]) for found in _PROGRAM.finditer(unescape(text))}
        for text in (examined.source, examined.target)
    )
    if not other - own:
        return
    seen = _PROGRAM.search(examined.target)
    start = seen.start() if seen else max(examined.target.find("&"), 0)
    yield examined.issue("added_script", examined.target[start : start + _SHOWN])


def _bare(found: str) -> str:
    return "".join(one for one in found.lower() if one.isalpha())


# --- reading addresses ----------------------------------------------------------------------------


@lru_cache(maxsize=64)
def addresses(text: str, notation: str) -> tuple[Address, ...]:
    """Give the addresses of a text: those in the open and behind words, then the unusual ones."""
    found: list[tuple[str, str]] = []
    pieces, position = [], 0
    for code in codes(text, notation):
        pieces += [text[position : code.span.start], BLANK * len(code.text)]
        position = code.span.end
        if code.kind in ("address", "mail"):
            found.append(("address", code.text))
        elif code.kind == "autolink":
            found.append(("link", code.text[1:-1]))
        elif code.kind == "link" and is_address(target := destination(code.text)):
            found.append(("link", target))
    rest = "".join([*pieces, text[position:]])
    found += [("address", each[0]) for each in _LOOSE.finditer(rest)]
    return tuple(Address(what, each, _plain(each, notation)) for what, each in found)


def destination(link: str) -> str:
    """Give where a link leads, of the placeholder `](address)`.

    >>> destination("](<my annex.md>)"), destination("](a_(b))")
    ('my annex.md', 'a_(b)')
    """
    inside = link.removeprefix("](").removesuffix(")").strip()
    if link.endswith(")") and inside.count("(") > inside.count(")"):
        inside += ")"
    return inside[1:-1] if inside.startswith("<") and inside.endswith(">") else inside


def is_address(target: str) -> bool:
    """Tell an address from a place on the same site: it has a scheme or a host.

    >>> is_address("https://example.org"), is_address("//example.org/a"), is_address("annex.md")
    (True, True, False)
    """
    return _ADDRESS.match(target) is not None


def _plain(address: str, notation: str) -> str:
    if notation == "markdown":
        address = unescape(_ESCAPE.sub(r"\1", address))
    address = unicodedata.normalize("NFC", unquote(address.removeprefix("mailto:")))
    host = _HOST.match(address)
    end = host.end() if host else 0
    return address[:end].lower() + ("" if address[end:] == "/" else address[end:])


# --- comparing them -------------------------------------------------------------------------------


def _unpaired(
    own: Iterable[Address], other: Iterable[Address]
) -> tuple[list[Address], list[Address]]:
    """Pair the addresses of two texts; give those of each that are left over."""
    waiting: dict[str, list[Address]] = defaultdict(list)
    for address in other:
        waiting[address.plain].append(address)
    lost = [address for address in own if not _take(waiting, address.plain)]
    added = [address for addresses in waiting.values() for address in addresses]
    return _without_words(lost, added)


def _take(waiting: dict[str, list[Address]], plain: str) -> bool:
    if waiting.get(plain):
        waiting[plain].pop()
        return True
    return False


def _without_words(
    lost: list[Address], added: list[Address]
) -> tuple[list[Address], list[Address]]:
    """Pair what differs only by words that are glued to one of the two."""
    return _not_headed(lost, added), _not_headed(added, lost)


def _not_headed(one: list[Address], other: list[Address]) -> list[Address]:
    """Leave out what is the head of an address there, and what has its head there."""
    wholes = {address.plain for address in other}
    heads = {_head(address.plain) for address in other} - wholes
    return [
        address
        for address in one
        if address.plain not in heads and _head(address.plain) not in wholes
    ]


def _head(plain: str) -> str:
    """Cut off words that are glued to an address."""
    found = _GLUED.search(plain)
    return plain[: found.start()].rstrip("/.,:;") if found else plain


def _once(addresses: Iterable[Address]) -> Iterator[Address]:
    yield from {(address.what, address.text): address for address in addresses}.values()


ADDRESSES = Check(
    name="addresses",
    description="An address of the web or of mail is changed or lost, or a new one is there.",
    severity=Severity.ERROR,
    finds=(
        "lost_address",
        "added_address",
        "lost_link",
        "added_link",
        "added_script",
    ),
    find=find,
)
