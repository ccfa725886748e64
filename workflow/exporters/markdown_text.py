"""The words inside a Markdown block, written so that they mean themselves.

The rules are CommonMark's (https://spec.commonmark.org, "Inlines"). Only what could be read as
markup is escaped: a statement in Markdown should still be pleasant to read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import escape

from workflow.exporters.tree import stretches
from workflow.languages import direction
from workflow.model import Inline

# `$` opens a formula and `|` a table on the hosts where most Markdown is read; `~` strikes out.
_MARKUP = re.compile(r"[\\`*\[\]<$|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?[0-9A-Za-z]+;)")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_LINE_START = re.compile(r"(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|=+[ \t]*$|-[- \t]*$)")
_NUMBER_START = re.compile(r"([0-9]{1,9})(?=[.)](?:[ \t]|$))")
_NOTHING = "<!-- -->"
_TICKS = re.compile("`+")
_BLANKS = " \t\n"


def inline_markdown(row: tuple[Inline, ...], locale: str, labels: Mapping[str, str]) -> str:
    """Write a row of texts as one piece of Markdown.

    Args:
        row: the texts of a block.
        locale: the document's language; others get a `span`. Readers of the bare file see the tag,
            and that is wanted: without it an English sentence in an Arabic page has its full stop
            on the wrong side and is read aloud with the wrong voice.
        labels: what links to footnotes say (`#note-1`), and the labels of those notes.
    """
    done = ""
    for language, stretch in stretches(row, locale):
        part = ""
        for inline in stretch:
            part = _append(part, inline, labels)
        if language:
            lead, bare, tail = _bared(part)
            tag = f'<span lang="{escape(language)}" dir="{direction(language)}">'
            part = f"{lead}{tag}{bare}</span>{tail}" if bare else part
        done += part
    return _broken(done)


def escape_line_starts(text: str) -> str:
    r"""Keep the first characters of each line from opening a heading, a list or a quotation.

    >>> escape_line_starts("1984. Not an item")
    '1984\\. Not an item'
    """
    return "\n".join(_escape_start(line) for line in text.split("\n"))


def _escape_start(line: str) -> str:
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBER_START.sub(r"\1" + "\\\\", line, count=1) if _NUMBER_START.match(line) else line


def _append(done: str, inline: Inline, labels: Mapping[str, str]) -> str:
    """Put one text behind what is written; a line break is a bare one until `_broken`."""
    lead, bare, tail = _bared(inline.text)
    if inline.link in labels:
        label = f"[^{labels[inline.link]}]"
        if f"#note-{bare.strip('[]^ ')}" == inline.link:
            return _unpicture(done, lead) + lead + label + tail
        tail = label + tail
    if not bare:
        return done + inline.text
    body = _code(bare) if inline.code else _MARKUP.sub(r"\\\g<0>", bare)
    if inline.code and (done + lead).endswith("`"):
        body = _NOTHING + body  # two codes in a row are two
    body = _emphasise(done + lead, body, inline)
    if inline.link and inline.link not in labels:
        body = f"[{body}]({_destination(inline.link)})"
        done = _unpicture(done, lead)
    return done + lead + body + tail


def _bared(text: str) -> tuple[str, str, str]:
    """Cut a text into the blanks before it, itself, and the blanks after it."""
    bare = text.strip(_BLANKS)
    if not bare:
        return text, "", ""
    start = text.index(bare)
    return text[:start], bare, text[start + len(bare) :]


def _code(text: str) -> str:
    """Fence code with more backticks than stand in a row inside it."""
    text = text.replace("\n", " ")
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


def _emphasise(before: str, body: str, inline: Inline) -> str:
    """Put emphasis around a text: with stars where these are sure to work, else with tags.

    Stars beside punctuation do not open or close (`**«`, `。**`), which hits Chinese and Japanese
    hardest; there the tags say the same.
    """
    for wanted, star, tag in ((inline.emphasis, "*", "em"), (inline.strong, "**", "strong")):
        if not wanted:
            continue
        if _starts_word(body, before) and _ends_word(body):
            body = f"{star}{body}{star}"
        else:
            body = f"<{tag}>{body}</{tag}>"
    return body


def _starts_word(body: str, before: str) -> bool:
    inner = body.lstrip("*")
    return _is_wordy(inner[0]) and not before.endswith("*")


def _ends_word(body: str) -> bool:
    return _is_wordy(body.rstrip("*")[-1])


def _is_wordy(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _destination(address: str) -> str:
    """Write an address so that it ends where it ends."""
    address = _ENTITY.sub("&amp;", re.sub(r"[\\<>]", _percent, address))
    return f"<{address}>" if re.search(r"[()\[\]]", address) else address


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _unpicture(done: str, lead: str) -> str:
    """Keep an exclamation mark before a link from making it a picture."""
    return done[:-1] + "\\!" if done.endswith("!") and not lead else done


def _broken(text: str) -> str:
    """Write line breaks as Markdown has them, without blanks that would mean something else."""
    lines = [line.strip(" \t") for line in text.split("\n")]
    return "\\\n".join(line for line in lines if line.strip())
