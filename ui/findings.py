"""What the checks found in a translation, in sentences for a volunteer: what is odd, what helps."""

from __future__ import annotations

from ui.language import Words, tell
from workflow.model import Issue

_BEGINS = tell(
    "This begins in a way that would turn it into something else: {detail}. Begin it "
    "differently, or put a backslash \\ in front."
)
SENTENCES = {
    "vanishes": tell("Readers would not see this: {detail}. Write it as plain words."),
    "splits": tell("This would fall into several paragraphs. Write it on one line."),
    "tears": tell("This would change what stands around it: {detail}. Leave the mark out."),
    "stray_mark": tell("Readers would see the mark {detail}. Close it, or take it out."),
    "lost_address": tell("The address {detail} is missing. Put it in as it is."),
    "added_address": tell("The address {detail} is not in the source. Take it out, or mend it."),
    "lost_template": tell("{detail} is missing. Put it where it belongs."),
    "added_template": tell("{detail} is not in the source. Take it out, or mend it."),
    "lost_link": tell("The link to {detail} is missing. Write it as the source does."),
    "added_link": tell("The link to {detail} is not in the source. Take it out, or mend it."),
    "lost_image": tell("The picture {detail} is missing. Write it as the source does."),
    "added_image": tell("The picture {detail} is not in the source. Take it out, or mend it."),
    "lost_code": tell("{detail} is missing. Put it in exactly as it is in the source."),
    "added_code": tell("{detail} is not in the source. Write it as the source does."),
    "lost_footnote": tell("The footnote {detail} is missing. Put its mark where it belongs."),
    "added_footnote": tell("The footnote {detail} is not in the source. Take its mark out."),
    "lost_tag": tell("The mark {detail} is missing. Put it where it belongs."),
    "added_tag": tell("The mark {detail} is not in the source. Take it out, or mend it."),
    "lost_reference": tell("The reference {detail} is missing. Put it where it belongs."),
    "added_reference": tell("The reference {detail} is not in the source. Take it out."),
    "added_script": tell("{detail} would run a program, or carry something unseen. Take it out."),
    "lost_number": tell(
        "The number {detail} is not in the translation. Put it in, unless it stands there in words."
    ),
    "added_number": tell(
        "The number {detail} is not in the source. Mend it, unless the source says it in words."
    ),
    "same_as_source": tell("This is still the source text. Translate it, unless it is a name."),
    "doubled_space": tell("Two spaces follow each other. Take one out."),
    "edge_space": tell("There is a space at the beginning or the end. Take it out."),
    "starts_list": _BEGINS,
    "starts_heading": _BEGINS,
    "starts_quotation": _BEGINS,
    "starts_code": _BEGINS,
    "starts_rule": _BEGINS,
    "starts_html": _BEGINS,
    "starts_table": _BEGINS,
    "starts_footnote": _BEGINS,
}
"""What is said of each finding, by its name; `{detail}` is the piece of text it is about."""
UNKNOWN = tell("Look at this again: {detail}")
"""What is said of any other."""


def finding(words: Words, issue: Issue) -> tuple[str, str]:
    """Say a finding: a sentence in the reader's language with `{detail}` in it, and that piece."""
    return words.say(SENTENCES.get(issue.name, UNKNOWN)), issue.detail
