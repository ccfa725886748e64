"""How a target is written into its hole.

"", spaces, backslash   a paragraph, and how it breaks its lines
heading                 on one line behind `#`
underlined ...          a heading over a line; it may break like a paragraph
cell                    on one line, `|` escaped
html                    on one line
title-"                 inside quotes of that kind, which are escaped
yaml-..., toml-...      a value of the front matter, quoted where it must be
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from workflow.filters.markdown import tables
from workflow.filters.markdown.texts import TAG
from workflow.model import Slot
from workflow.skeleton import joint

_LINES = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FOLD = re.compile(rf"(?<![ \t])[ \t]*(?:(?:{_LINES.pattern})[ \t]*)+")
_CLOSING_HASHES = re.compile(r"((?:\A|[ \t])#*)(#)\Z")
"""What Markdown would take for the decoration at the end of a heading."""
_BREAKS = {"spaces": "  ", "backslash": "\\"}
_EMPHASIS = frozenset("*_~")
_ENDING_MARKS = _EMPHASIS | frozenset("`]!")
_BEGINNING_MARKS = _EMPHASIS | frozenset("`[(")
_EMPTY_CELL = "&#8203;"
"""Shows nothing and keeps its place: a row without a border before it would lose its first cell."""
_FLOWING = frozenset(("", "spaces", "backslash"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_UNQUOTED = re.compile(rf"\n|{_CONTROL.pattern}")
_UNQUOTED_LINES = re.compile(rf"'''|'\Z|^\+\+\+|{_CONTROL.pattern}", re.MULTILINE)
_UNPLAIN = re.compile(
    r"[\s\-?:,\[\]{}#&*!|>'\"%@`=<]|[~\d.+]|(?:true|false|yes|no|on|off|null|y|n)\Z", re.IGNORECASE
)


def fit(slot: Slot, target: str) -> str:
    """Make a target fit its hole; white space around it is dropped."""
    written = _written(slot, target.strip(" \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
    return written.replace("\n", "\r\n") if "\r\n" in slot.original else written


def _written(slot: Slot, text: str) -> str:
    family, _, kind = slot.form.partition("-")
    match family:
        case "yaml":
            return _yaml(kind, _lined(text, slot), slot.prefix)
        case "toml":
            return _toml(kind, _lined(text, slot), slot.original)
        case "cell" | "title" | "heading":
            return _on_one_line(family, kind, _FOLD.sub(" ", text))
        case "underlined":
            return _broken(text, kind, slot.prefix)
        case _:
            return _broken(text, family, slot.prefix)


def _on_one_line(family: str, quote: str, text: str) -> str:
    if family == "cell":
        return _behind_backslash(tables.escaped(text), " ") or _EMPTY_CELL
    if family == "title":
        return _titled(text, quote)
    return _CLOSING_HASHES.sub(r"\1\\\2", text)


def join(before: str, after: str, joiner: str) -> str:
    """Say what stands between two sentences.

    Behind `。**` Markdown ends the emphasis only if no letter follows, and `!` before `[` makes an
    image of a link: where the language puts nothing between sentences, an empty comment does.
    """
    between = joint(before, after, joiner)
    last, first = before[-1:], after[:1]
    meets_letter = (last in _EMPHASIS and first.isalnum()) or (
        first in _EMPHASIS and last.isalnum()
    )
    meets_mark = last in _ENDING_MARKS and first in _BEGINNING_MARKS
    return between if between or not (meets_letter or meets_mark) else "<!-- -->"


def as_inline(slot: Slot, target: str) -> str:
    """Give a target as the inline text that Markdown reads in its place."""
    family, _, kind = slot.form.partition("-")
    text = target.strip()
    if family in ("cell", "title", "yaml", "toml", "html", "heading"):
        return _FOLD.sub(" ", text)
    return _broken(text, kind if family == "underlined" else family, "")


def _broken(text: str, form: str, prefix: str) -> str:
    """Write the line breaks of a target as the source writes its own; elsewhere a space."""
    if not _LINES.search(text):
        return text
    mark = _BREAKS.get(form)
    pieces, position = [], 0
    for tag in TAG.finditer(text):
        inside = _FOLD.sub(lambda _: f"\n{prefix}" if form in _FLOWING else " ", tag[0])
        pieces += [_fold(text[position : tag.start()], mark, prefix), inside]
        position = tag.end()
    return "".join([*pieces, _fold(text[position:], mark, prefix)])


def _fold(text: str, mark: str | None, prefix: str) -> str:
    if mark is None:
        return _FOLD.sub(" ", text)

    def written(breaks: re.Match[str]) -> str:
        further = len(_LINES.findall(breaks[0])) - 1  # an empty line would end the paragraph
        return f"{mark}\n{prefix}" + f"\\\n{prefix}" * further

    return _FOLD.sub(written, text)


def _titled(text: str, quote: str) -> str:
    """Escape the marks that would end the title of a link."""
    marks = "()" if quote == "(" else quote
    escaped = re.sub(rf"(?<!\\)((?:\\\\)*)([{re.escape(marks)}])", r"\1\\\2", text)
    return _behind_backslash(escaped, "\\")


def _behind_backslash(text: str, addition: str) -> str:
    """Add to a text whose last character would escape the mark behind it."""
    is_open = (len(text) - len(text.rstrip("\\"))) % 2
    return text + addition if is_open else text


def _lined(text: str, slot: Slot) -> str:
    """Keep line breaks in a value that has, or by its style may have, several lines."""
    if "\n" in slot.key.source or slot.form.endswith(("literal", "folded", "lines")):
        return "\n".join(_LINES.split(text))
    return _FOLD.sub(" ", text)


def _yaml(style: str, text: str, prefix: str) -> str:
    """Write a value of YAML 1.2 in the style it had, or in double quotes where that cannot be."""
    if style in ("literal", "folded"):
        return _block(style, _CONTROL.sub("\ufffd", text).split("\n"), prefix)
    if style == "single" and not _UNQUOTED.search(text):
        return "'" + text.replace("'", "''") + "'"
    if style == "plain" and _is_plain(text):
        return text
    return _quoted(text)


def _block(style: str, lines: Sequence[str], prefix: str) -> str:
    """Write the lines of a YAML block; in a folded one it takes two breaks to make one."""
    if style == "literal":
        kept = [line if line.strip() else "" for line in lines]
        return "\n".join(f"{prefix}{line}" if line else "" for line in kept).removeprefix(prefix)
    pieces, is_after_text = [], False
    for line in (each.strip() for each in lines):
        pieces.append(("\n" if is_after_text and line else "") + (prefix + line if line else ""))
        is_after_text = is_after_text or bool(line)
    return "\n".join(pieces).removeprefix(prefix)


def _is_plain(text: str) -> bool:
    """Tell whether YAML reads a text without quotes as itself."""
    return not (
        _UNPLAIN.match(text)
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or any(one in text for one in "[]{},?\t")
        or _UNQUOTED.search(text)
    )


def _toml(style: str, text: str, original: str) -> str:
    """Write a value of TOML 1.0 in the style it had, or in double quotes where that cannot be."""
    if style == "literal" and "'" not in text and not _UNQUOTED.search(text):
        return f"'{text}'"
    if not style.endswith("lines"):
        return _quoted(text)
    first = "\n" if original[3:4] in ("\n", "\r") else ""
    if style == "literal-lines" and not _UNQUOTED_LINES.search(text):
        return f"'''{first}{text}'''"
    lines = [_quoted(line)[1:-1] for line in text.split("\n")]
    body = "\n".join(re.sub(r"^\+\+\+", r"\\u002b++", line) for line in lines)  # it ends TOML
    return f'"""{first}{body}"""'


def _quoted(text: str) -> str:
    """Put a text into double quotes as JSON, YAML and TOML all read them."""
    return json.dumps(_CONTROL.sub("\ufffd", text), ensure_ascii=False)
