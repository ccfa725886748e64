"""What the author of a source should look at, in sentences of the reader's language."""

from __future__ import annotations

from ui.components.passage import clean, filled, name
from ui.language import Words, tell
from workflow.model import Issue
from workflow.services import wording

_SAID = {
    "unclosed_fence": tell("Line {line}: a block of code begins here and never ends."),
    "odd_front_matter": tell(
        "Line {line}: the lines of data on top cannot be read ({detail}). They stay as they are."
    ),
    "unclosed_front_matter": tell(
        "Line {line}: this looks like lines of data that never end. Close them with a line of ---."
    ),
    "long_front_matter": tell(
        "Line {line}: the lines of data on top are too many. They stay as they are."
    ),
    "unknown_footnote": tell("Line {line}: there is no footnote {detail}."),
    "unknown_directive": tell("Line {line}: nobody knows the instruction {detail}."),
    "too_deep": tell(
        "Line {line}: paragraphs stand too deep inside each other. They stay as they are."
    ),
    "unopened_skip": tell("Line {line}: a part that is left out ends here, and never began."),
    "unused_directive": tell("Line {line}: an instruction stands here before no text."),
    "unclosed_skip": tell(
        "Line {line}: a part that is left out begins here and never ends. Nothing from here on is "
        "translated."
    ),
}
SAID = frozenset(_SAID)
"""Names of the findings that can be said."""


def fault(words: Words, issue: Issue) -> str:
    """Say a finding as HTML."""
    known = _SAID.get(issue.name)
    if known is None:
        sentence = words.say("Line {line}: {detail}")
        detail = clean(wording.sentence(issue))
    else:
        sentence, detail = words.say(known), name(issue.detail)
    return filled(sentence, line=clean(words.number(issue.line)), detail=detail)
