"""What people type is tidied here, or refused: translations, comments, searches and names.

`guard` does the same for files. A text comes back in one form, however it was typed: line breaks
are line feeds, letters are composed (NFC), the edges carry no white space. Refused is what deceives
its reader; the joiners and marks of direction that Persian, Hindi, Arabic and Hebrew need are let
through. A refusal names the character and what it stands behind, for it cannot be seen.
"""

from __future__ import annotations

import re
import unicodedata

from workflow import guard
from workflow.errors import HostileInput, LimitExceeded
from workflow.lookalikes import UNSEEN, skeleton

_SHOWN = 20
_PILED_IN_TEXT, _PILED_IN_NAME = 30, 8
# A text in decomposed letters may be this much longer than it will be; more is not even looked at.
_SLACK = 4

# Source: Unicode Standard Annex #14, classes BK, CR and NL.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ISOLATES = "\u2066\u2067\u2068"
_END_OF_ISOLATE = "\u2069"
_NEVER = (
    (re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f]"), "a control character"),
    (re.compile("[\ud800-\udfff]"), "half a character"),
    (
        re.compile(
            "[\ufdd0-\ufdef"
            + "".join(
                f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
                for plane in range(0, 17 << 16, 1 << 16)
            )
            + "]"
        ),
        "a code point that is no character",
    ),
    (guard.HIDING, "an invisible character that can hide a text"),
)
_RE_ORDERING = "an invisible character that re-orders what readers see"

_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_JOINERS = "\u200c\u200d"
# Arabic, Syriac, N'Ko, Mongolian, Phags-pa, Adlam: letters that change with their neighbours.
_CURSIVE = re.compile("[\u0620-\u08ff\u1820-\u18aa\ua840-\ua873\ufb50-\ufdff\U0001e900-\U0001e94b]")
_VIRAMA = 9
"""The combining class of the sign that takes the vowel off a letter, in all scripts of India."""
_NO_BEGINNING = {"Mn", "Mc", "Me", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm"}
_RESERVED = frozenset(
    skeleton(name)
    for name in ("operator", "admin", "administrator", "system", "former member", "undersigned")
)


def check_target(text: str, *, where: str, source: str = "") -> str:
    r"""Take a translation that somebody typed or sent.

    A single space stays: it says that the text is left out on purpose. Any other text in which
    nothing can be seen becomes empty. Characters that re-order what readers see are let through
    only if `source` has them. `where` names the text in messages.

    >>> check_target(" Fleuve\r\n", where="line 3"), check_target(" ", where="line 3")
    ('Fleuve', ' ')

    Laws: what is returned is returned again; where `source` can stand in a catalog, it can too.

    Raises:
        LimitExceeded: it has over `guard.UNIT_CODE_POINTS` or `guard.TARGET_LINES`.
        HostileInput: it has a character that deceives, or marks without end.
    """
    if text == " ":
        return text
    target = _tidied(text, where, "the translation", guard.UNIT_CODE_POINTS, source)
    if target.count("\n") >= guard.TARGET_LINES:
        raise LimitExceeded(where, "the translation", guard.TARGET_LINES, "lines", "Shorten it.")
    return target


def check_comment(text: str, where: str) -> str:
    """Take a comment on a text, tidied as translations are.

    Raises:
        LimitExceeded: it has over `guard.COMMENT_CODE_POINTS`.
        HostileInput: it has a character that deceives, or nothing can be seen in it.
    """
    comment = _tidied(text, where, "the comment", guard.COMMENT_CODE_POINTS)
    if not comment:
        raise HostileInput(where, "the comment is empty", "Write something and try again.")
    return comment


def check_notes(text: str) -> str:
    """Take what translators should know of a document; empty where nothing can be seen in it.

    Raises:
        LimitExceeded: it has over `guard.NOTES_CODE_POINTS`.
        HostileInput: it has a character that deceives.
    """
    return _tidied(text, "the notes for translators", "the text", guard.NOTES_CODE_POINTS)


def check_query(text: str) -> str:
    """Take what somebody looks for, on one line; empty where there is nothing to look for.

    Raises:
        LimitExceeded: it has over `guard.QUERY_CODE_POINTS`.
        HostileInput: it has a character that deceives.
    """
    return _tidied(text, "the search", "the text", guard.QUERY_CODE_POINTS).replace("\n", " ")


def check_label(text: str, where: str, limit: int) -> str:
    r"""Take a title or a tag, on one line; empty where nothing can be seen in it.

    >>> check_label(" A letter\nto all ", "the title", 300)
    'A letter to all'

    Raises:
        LimitExceeded: it has over `limit` code points.
        HostileInput: it has a character that deceives.
    """
    return _tidied(text, where, "it", limit).replace("\n", " ").replace("\t", " ")


def check_pseudonym(text: str) -> str:
    """Take the name under which somebody wants to work.

    White space inside becomes one space, and signs that only choose between forms of a character
    are dropped. The name begins with no punctuation, shows a letter or a digit, and reads like
    none of the names that the program itself goes by. Whether it reads like another member's is
    for `lookalikes.skeleton` to say.

    >>> check_pseudonym("  Ana   Lima ")
    'Ana Lima'

    Law: what is returned is returned again.

    Raises:
        LimitExceeded: it has over `guard.PSEUDONYM_CODE_POINTS`.
        HostileInput: it is no such name, or has a character that cannot be seen.
    """
    where, limit = "the name", guard.PSEUDONYM_CODE_POINTS
    too_long = LimitExceeded(where, "it", limit, "characters", "Choose a shorter one.")
    if len(text) > limit * _SLACK:
        raise too_long
    typed = _SELECTORS.sub("", _LINE_ENDS.sub("\n", text))
    _refuse_deceit(typed, where, "")
    _refuse_piled(typed, where, _PILED_IN_NAME)
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    _refuse_piled(name, where, _PILED_IN_NAME)
    _refuse_invisible(name, where)
    if len(name) > limit:
        raise too_long
    seen = skeleton(name)
    if not any(one.isalnum() for one in seen):
        raise HostileInput(where, "it has no letter and no digit", "Add one and try again.")
    if unicodedata.category(name[0]) in _NO_BEGINNING:
        reason = f"it begins with '{name[0]}'"
        raise HostileInput(where, reason, "Begin with a letter or a digit.")
    if seen in _RESERVED:
        reason = "it reads like a name that the program itself goes by"
        raise HostileInput(f"'{name}'", reason, "Choose another one.")
    return name


def _tidied(text: str, where: str, what: str, limit: int, source: str = "") -> str:
    """Bring a text into its one form; it is refused before anything slow is done to it."""
    if len(text) > limit * _SLACK:
        raise _too_long(where, what, limit)
    lines = _LINE_ENDS.sub("\n", text)
    _refuse_deceit(lines, where, source)
    _refuse_piled(lines, where, _PILED_IN_TEXT)
    tidy = unicodedata.normalize("NFC", lines).strip()
    _refuse_piled(tidy, where, _PILED_IN_TEXT)
    if len(tidy) > limit:
        raise _too_long(where, what, limit)
    return tidy if UNSEEN.sub("", tidy).strip() else ""


def _too_long(where: str, what: str, limit: int) -> LimitExceeded:
    return LimitExceeded(where, what, limit, "characters", "Shorten it and try again.")


def _refuse_deceit(text: str, where: str, source: str) -> None:
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return
    for pattern, reason in _NEVER:
        if found := pattern.search(text):
            raise _hostile(text, found.start(), where, reason)
    for found in guard.REORDERING.finditer(text):
        if found[0] not in source:
            raise _hostile(text, found.start(), where, _RE_ORDERING)
    at = _unbalanced(text)
    if at is not None:
        reason = "a change of direction begins or ends here alone"
        what_next = "Begin and end it in one line, or remove it, and try again."
        raise _hostile(text, at, where, reason, what_next)


def _unbalanced(text: str) -> int | None:
    """Find the first isolate that is not closed in its line, or is closed without being open."""
    opened: list[int] = []
    for at, one in enumerate(f"{text}\n"):
        if one in _ISOLATES:
            opened.append(at)
        elif one == _END_OF_ISOLATE:
            if not opened:
                return at
            opened.pop()
        elif one == "\n" and opened:
            return opened[0]
    return None


def _refuse_piled(text: str, where: str, limit: int) -> None:
    """Refuse marks without end: normalising them takes the square of their number."""
    piled = 0
    for at, one in enumerate("" if text.isascii() else text):
        piled = piled + 1 if unicodedata.category(one)[0] == "M" else 0
        if piled > limit:
            reason = f"more than {limit} accents on one letter"
            raise _hostile(text, at - limit, where, reason)


def _refuse_invisible(name: str, where: str) -> None:
    for at, one in enumerate(name):
        unseen = UNSEEN.match(one) or unicodedata.category(one) in ("Cf", "Co")
        if unseen and not (one in _JOINERS and _is_needed(name, at)):
            raise _hostile(name, at, where, "a character that readers cannot see")


def _is_needed(name: str, at: int) -> bool:
    """Tell a joiner that changes how letters look from one that changes nothing.

    Source: RFC 5892, appendix A (rules for ZWNJ and ZWJ), and The Unicode Standard, 12.1 and 12.8,
    for joiners before a virama in Bengali and Kannada.
    """
    before, after = name[max(at - 1, 0) : at], name[at + 1 : at + 2]
    if not before:
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return at > 1 and unicodedata.category(name[at - 2])[0] in "LM"
    if after and unicodedata.combining(after) == _VIRAMA:
        return unicodedata.category(before) == "Lo"
    return bool(_CURSIVE.match(before) and _CURSIVE.match(after))


def _hostile(
    text: str, at: int, where: str, reason: str, what_next: str = "Remove it and try again."
) -> HostileInput:
    """Name a character and what it stands behind."""
    before = text[:at].rpartition("\n")[2]
    shown = "".join(one for one in before if one.isprintable())[-_SHOWN:].strip()
    place = f"behind '{shown}'" if shown else "at the beginning of a line"
    return HostileInput(where, f"{reason} (U+{ord(text[at]):04X}, {place})", what_next)
