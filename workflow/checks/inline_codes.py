"""Codes that a translation must keep: references, code, tags, a template's tags, link targets.

Who says what, so that nothing is said twice:

    addresses     every address a reader can be led to, bare or in a link, in all formats
    inline_codes  all other codes, as far as the text alone shows them: in plain text references
                  to notes; in Markdown also code, tags, a template's tags, and links to a place of
                  the same site (`](#demands)`, `](annex.md)`)
    the filter    what needs the rest of the document: link labels, brackets that may be links,
                  images; it comes in through `structure`. Where it has looked at a target and
                  names codes of one kind, this check is silent about that kind.

Escapes, entities, comments and where a code stands are left to translators: they rightly differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from workflow.checks.addresses import destination, is_address
from workflow.checks.base import Check, Examined, Severity, codes, unsaid
from workflow.model import Issue
from workflow.placeholders import REFERENCE, Placeholder

Code: TypeAlias = tuple[str, str]
"""What it is, and how it is compared."""

_REFERENCE = re.compile(REFERENCE)
_OPEN_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"\s+")


def find(examined: Examined) -> Iterator[Issue]:
    """Find the codes of the source that the target has not, or has too often, and new ones.

    Bad: `les rives` for `the banks [1]`. Good: `les rives [1]`.
    """
    own, other = (_codes(text, examined.notation) for text in (examined.source, examined.target))
    if not own and not other:
        return
    lost = (examined.issue(f"lost_{what}", piece) for (what, _), piece in _more(own, other))
    added = (examined.issue(f"added_{what}", piece) for (what, _), piece in _more(other, own))
    yield from unsaid(examined, [*lost, *added])


Found: TypeAlias = list[tuple[Code, str]]


def _more(one: Found, other: Found) -> Iterator[tuple[Code, str]]:
    """Give the codes of one text that the other has not so often, each kind of them once."""
    pieces = dict(reversed(one))
    for code in Counter(code for code, _ in one) - Counter(code for code, _ in other):
        yield code, pieces[code]


def _codes(text: str, notation: str) -> Found:
    """Give the codes of a text, with the piece that a finding would name."""
    return [each for code in codes(text, notation) for each in _read(code)]


def _read(code: Placeholder) -> Iterator[tuple[Code, str]]:
    text = code.text
    match code.kind:
        case "reference" if text.startswith("[^"):
            yield ("footnote", text), text[2:-1]
        case "reference" if _REFERENCE.fullmatch(text):
            yield ("reference", text), text
        case "code":
            inside = text.strip("`").strip() or text
            yield ("code", _SPACE.sub(" ", inside)), inside
        case "element":
            for tag in _OPEN_TAG.findall(text):
                yield ("tag", _plain_tag(tag)), tag
            inside = _OPEN_TAG.sub("", text)
            if inside.strip():
                yield ("code", _SPACE.sub(" ", inside.strip())), inside.strip()
        case "tag" if not text.startswith("<!--"):
            yield ("tag", _plain_tag(text)), text
        case "template":
            yield ("template", _SPACE.sub("", text)), text
        case "link" if (target := destination(text)) and not is_address(target):
            yield ("link", target), target


def _plain_tag(tag: str) -> str:
    """Write a tag so that `<br>` and `<br />` are one."""
    return _SPACE.sub(" ", tag.removesuffix(">").removesuffix("/").rstrip())


_KINDS = ("reference", "footnote", "code", "tag", "template", "link")

INLINE_CODES = Check(
    name="inline_codes",
    description="A reference, code, tag or link target of the source is lost, or a new one is "
    "there.",
    severity=Severity.ERROR,
    finds=tuple(f"{what}_{kind}" for kind in _KINDS for what in ("lost", "added")),
    find=find,
)
