"""The words inside a Markdown block, written so that they mean themselves.

The rules are CommonMark's (https://spec.commonmark.org, "Inlines"). Only what could be read as
markup is escaped: a statement in Markdown should still be pleasant to read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import chain

from workflow.exporters.spans import Marked, Span, said, spans
from workflow.exporters.tree import stretches
from workflow.languages import direction
from workflow.model import Inline

# `$` opens a formula and `|` a table on the hosts where most Markdown is read; `~` strikes out.
_MARKUP = re.compile(r"[\\`*\[\]<$|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?[0-9A-Za-z]+;)")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+;)")
_LINE_START = re.compile(r"(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|=+[ \t]*$|:?-[-: \t]*$)")
_NUMBER_START = re.compile(r"([0-9]{1,9})(?=[.)](?:[ \t]|$))")
_NOTHING = "<!-- -->"
_TICKS = re.compile("`+")
_BLANKS = " \t\n"
_STARS = re.compile(r"\\.|\*+", re.DOTALL)
_SIGNS = {"strong": ("**", "strong"), "emphasis": ("*", "em"), "struck": ("~~", "del")}


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
        part = _row(tuple(spans(stretch)), labels)
        if language:
            lead, bare, tail = _bared(part)
            name = escape(language).replace("|", "&#124;")
            tag = f'<span lang="{name}" dir="{direction(language)}">'
            part = f"{lead}{tag}{bare}</span>{tail}" if bare else part
        done += part
    return _broken(done)


def cell_markdown(row: tuple[Inline, ...], locale: str, labels: Mapping[str, str]) -> str:
    """Write a row of texts for a cell: one line, in which a bar stands for itself.

    In a table the bars come before all else, even before code.
    """
    safe = (
        replace(each, text=each.text.replace("|", "\\|")) if each.code else each for each in row
    )
    return inline_markdown(tuple(safe), locale, labels).replace("\\\n", "<br>")


def fenced(lines: str) -> str:
    r"""Write lines of code between two fences, longer than any row of ticks inside.

    >>> fenced("a\n  b")
    '```\na\n  b\n```'
    """
    fence = "`" * max(3, _longest_ticks(lines) + 1)
    return f"{fence}\n{lines}\n{fence}"


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


def _row(row: Sequence[Span], labels: Mapping[str, str]) -> str:
    """Write spans one after the other; a line break is a bare one until `_broken`."""
    done = ""
    for span, following in zip(row, chain(row[1:], [Inline("")]), strict=True):
        if isinstance(span, Inline):
            done = _append(done, span)
        elif span.link in labels:
            done = _refer(done, span, labels)
        else:
            done = _append_marked(done, span, said(following), labels)
    return done


def _append(done: str, inline: Inline) -> str:
    lead, bare, tail = _bared(inline.text)
    if not bare:
        return done + inline.text
    body = _code(bare) if inline.code else _MARKUP.sub(r"\\\g<0>", bare)
    if inline.code and (done + lead).endswith("`"):
        body = _NOTHING + body  # two codes in a row are two
    return done + lead + body + tail


def _append_marked(done: str, span: Marked, following: str, labels: Mapping[str, str]) -> str:
    """Put marks around a span; the blanks at its ends stay outside of them."""
    lead, bare, tail = _bared(_row(span.inside, labels))
    if not bare:
        return done + lead
    if span.link:
        return _unpicture(done, lead) + lead + f"[{bare}]({_destination(span.link)})" + tail
    return done + lead + _emphasise(done + lead, bare, tail + following, span.mark) + tail


def _refer(done: str, span: Marked, labels: Mapping[str, str]) -> str:
    """Refer to a footnote, behind the words if they are more than its number."""
    label = f"[^{labels[span.link]}]"
    lead, bare, tail = _bared(said(span))
    if f"#note-{bare.strip('[]^ ')}" != span.link:
        lead, bare, tail = _bared(_row(span.inside, labels))
        return done + lead + bare + label + tail if bare else done + lead
    return _unpicture(done, lead) + lead + label + tail


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
    fence = "`" * (_longest_ticks(text) + 1)
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


def _longest_ticks(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _emphasise(before: str, body: str, after: str, mark: str) -> str:
    """Put a mark around a text: with stars where these are sure to work, else with tags.

    Stars between a letter and punctuation do not open or close (`水は**「`, `。**川`), which hits
    Chinese and Japanese hardest; there the tags say the same. Stars that meet stars are one row
    of stars.
    """
    sign, tag = _SIGNS[mark]
    bare = body.strip("*") if mark != "struck" else body
    opens = _is_wordy(bare[:1]) or (not _is_blank(bare[:1]) and _is_apart(before[-1:]))
    closes = _is_wordy(bare[-1:]) or (not _is_blank(bare[-1:]) and _is_apart(after[:1]))
    clear = not before.endswith(sign[0]) and not (sign[0] == "*" and _is_torn(body))
    if opens and closes and clear:
        return f"{sign}{body}{sign}"
    return f"<{tag}>{body}</{tag}>"


def _is_torn(body: str) -> bool:
    """Say whether stars in a text may both open and close: inside other stars that is a riddle."""
    for stars in _STARS.finditer(body):
        before, after = body[: stars.start()][-1:], body[stars.end() :][:1]
        if stars[0][0] == "*" and not (_is_blank(before) or _is_blank(after)):
            sure = (_is_wordy(before) and _is_apart(after)) or (
                _is_apart(before) and _is_wordy(after)
            )
            if not sure:
                return True
    return False


def _is_wordy(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" if character else False


def _is_blank(character: str) -> bool:
    return not character or unicodedata.category(character)[0] in "ZC"


def _is_apart(neighbour: str) -> bool:
    """Say whether a mark may stand between this and punctuation."""
    return neighbour in ("", " ", "\n", "\t") or unicodedata.category(neighbour)[0] == "P"


def _destination(address: str) -> str:
    """Write an address so that it ends where it ends."""
    address = _ENTITY.sub("&amp;", re.sub(r"[\\<>|]", _percent, address))
    return f"<{address}>" if re.search(r"[()\[\]]", address) else address


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _unpicture(done: str, lead: str) -> str:
    """Keep a `!` before a link from making it a picture, and a `^` from making it a note."""
    if done.endswith(("!", "^")) and not lead:
        return f"{done[:-1]}\\{done[-1]}"
    return done


def _broken(text: str) -> str:
    """Write line breaks as Markdown has them, without blanks that would mean something else."""
    lines = [line.strip(" \t") for line in text.split("\n")]
    return "\\\n".join(line for line in lines if line.strip())
