"""Know whether two sentences meet without a space between them.

Rules as in `rules`: True ends the sentence, False does not, None has no opinion.
"""

from __future__ import annotations

import re

from workflow.segmentation.abbreviations import abbreviation, is_roman
from workflow.segmentation.candidates import Candidate, Setting
from workflow.segmentation.marks import WITHOUT_SPACE

_ADDRESS = re.compile(r"[@/\\_=]|\w\.\w")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff「『《〈（“]")
_ARMENIAN = "։:"
_LONGEST_TOKEN = 40
_SHORTEST_BEFORE_DOTS = 12
_SHORTEST_UNSURE = 3
"""Letters before and after, where the word after is no sentence starter: not in `Node.Js`."""


def no_space(place: Candidate, setting: Setting) -> bool | None:
    """Cut between two words without a space only where a space has clearly been forgotten."""
    if place.gap:
        return None
    if place.mark[-1] in WITHOUT_SPACE or (place.is_call and _UNSPACED.match(place.following)):
        return None if place.following else False
    if place.is_dots and not place.is_own and not place.closed:
        return _is_border_of_dots(place, setting)
    if place.is_own or not place.is_single:
        return setting.suggested and place.mark[0] in _ARMENIAN
    is_click = setting.text[place.start - 1 : place.start].isspace()  # !Kung; or the dot of .org
    if is_click or place.closed or len(place.word) < 2 or len(place.after) < 2:  # noqa: PLR2004
        return False
    return _forgotten_space(place, setting) and abbreviation(place, setting) is not False


def _is_border_of_dots(place: Candidate, setting: Setting) -> bool:
    """Tell `They waited long...But nobody came` from the pause in `Well...Nobody knows`."""
    is_long = place.start - setting.since >= _SHORTEST_BEFORE_DOTS
    return is_long and place.after in setting.words.starters


def _forgotten_space(place: Candidate, setting: Setting) -> bool:
    token = setting.text[place.next : place.next + _LONGEST_TOKEN].split(None, 1)[0]
    if _ADDRESS.search(token) or place.lead:
        return False
    word, after = re.sub("[-'’]", "", place.word), place.after
    if after in setting.words.starters and word[-1:].isdigit():
        return len(after) >= _SHORTEST_UNSURE
    if not word.isalpha():
        return False
    if after in setting.words.starters:
        return True
    if _is_capitalised(after):
        return len(word) >= _SHORTEST_UNSURE and word[-2:].islower()
    return len(word) > _SHORTEST_UNSURE and not word.isascii() and is_roman(after)


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()
