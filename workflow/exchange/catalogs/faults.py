"""Say in one sentence what is wrong with a line of a PO file, and what to do about it."""

from __future__ import annotations

import re

RESTORE = "Restore the line above it, or remove this one."
CUT = "Take the whole file again from whoever sent it."

_SHOWN = 40
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_PARTS = re.compile(r"(?:#~\|?|#\|)?[ \t]*(msg[a-z_]*(?:\[[^\]\"]*\])?)?[ \t]*(.*)")
_QUOTED = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
_UNKNOWN_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*+(\\[^ntrvbf\"\\])")
_KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")


def explain(line: str, *, last: bool) -> tuple[str, str]:
    """Explain a line that is no part of a catalog: the reason, and what to do next.

    `last` says that the file ends with this line.
    """
    if _CONFLICT.match(line):
        reason = f"two versions of this file were left unmerged here ('{line[:7]}')"
        return reason, "Choose one of them and remove the lines with <<<<<<<, ======= and >>>>>>>."
    parts = _PARTS.fullmatch(line.strip())
    keyword, rest = parts.groups() if parts else ("", line)
    if last and line and any(word.startswith(line.lstrip("#~| ")) for word in _KEYWORDS):
        return "the file ends in the middle of an entry", CUT
    if keyword and keyword.split("[")[0] not in _KEYWORDS:
        return f"'{keyword}' is no word of a catalog", "Correct it, or remove the line."
    if rest.startswith('"'):
        return _explain_text(rest, keyword or "", last=last)
    if keyword:
        return f"{keyword} is followed by no text in quotes", "Put the text in quotes."
    return f"'{_shown(line)}' is no part of a catalog", "Put it in quotes, or remove the line."


def _explain_text(text: str, keyword: str, *, last: bool) -> tuple[str, str]:
    quoted = _QUOTED.match(text)
    if not quoted:
        if last:
            return "the file ends in the middle of a text", CUT
        return "the text is not closed with a quote", 'Add the closing " at the end of the line.'
    unknown = _UNKNOWN_ESCAPE.search(quoted[0])
    if unknown:
        known = r"Known are \n, \t, \r, \v, \b, \f, \" and \\; write a backslash as \\."
        return f"the escape '{unknown[1]}' is not known", known
    if quoted.end() < len(text):
        return "something stands after the closing quote", r"Write a quote inside a text as \"."
    if keyword:
        return f"'{keyword}' is no plural form", "Ten are possible, msgstr[0] to msgstr[9]."
    return "this text follows no msgid or msgstr", RESTORE


def _shown(line: str) -> str:
    """Shorten a line for a message, without its invisible characters."""
    beginning = line.strip()[: 4 * _SHOWN]
    printable = "".join(character for character in beginning if character.isprintable())
    return printable if len(printable) <= _SHOWN else printable[: _SHOWN - 1] + "…"
