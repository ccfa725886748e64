"""What changed between two texts, word by word, for eyes and for screen readers."""

from __future__ import annotations

from ui.components.passage import clean, language_of
from workflow.services import wording

_TAGS = {"removed": "del", "added": "ins"}


def differences(old: str, new: str, locale: str) -> str:
    """Write the newer text with what was taken out and put in marked.

    >>> differences("by 2028", "by 2027", "en")
    '<p class="us-text us-diff" lang="en" dir="ltr">by <del>2028</del><ins>2027</ins></p>'
    """
    pieces = (_piece(mark, text) for mark, text in wording.differences(old, new))
    return f'<p class="us-text us-diff" {language_of(locale)}>{"".join(pieces)}</p>'


def _piece(mark: str, text: str) -> str:
    tag = _TAGS.get(mark)
    return f"<{tag}>{clean(text)}</{tag}>" if tag else clean(text)
