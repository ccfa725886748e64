"""Findings said in sentences: what is wrong, and what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from workflow.errors import one_line
from workflow.model import Catalog, Issue

_CATALOG = {
    "doubled_entry": "this text stands here twice, see line {detail}. One translation is used, the "
    "other is kept as obsolete.",
}
_SOURCE = {
    "unclosed_fence": "a block of code begins here and never ends. Close it with a fence.",
    "odd_front_matter": "the front matter cannot be read: {detail}. It is left as it is. Look for "
    "a quote that is not closed, or for a colon inside a value, which needs quotes.",
    "unclosed_front_matter": "this looks like front matter that never ends. Close it with a line "
    "of ---.",
    "unknown_footnote": "the footnote [^{detail}] is nowhere defined. Add a line [^{detail}]: ...",
    "long_front_matter": "the front matter is too long. It is left as it is.",
    "unknown_directive": "'{detail}' is unknown. Known are i18n:skip, skip-start, skip-end, note, "
    "context.",
    "too_deep": "blocks stand more than 100 deep here. What is inside is left as it is.",
    "unopened_skip": "i18n:skip-end has no i18n:skip-start before it. Take it out.",
    "unused_directive": "no text comes behind an i18n comment here. Put it before its text.",
    "unclosed_skip": "i18n:skip-start has no i18n:skip-end. Nothing from here on is translated.",
}
_ESCAPE = "Put a backslash before the mark that begins it (two in a PO file)."
_STARTS = f"the translation would begin {{what}} ('{{detail}}'). {_ESCAPE}"
_THINGS = {
    "starts_list": "a list",
    "starts_heading": "a heading",
    "starts_quotation": "a quotation",
    "starts_code": "a block of code",
    "starts_rule": "a rule",
    "starts_html": "a block of HTML",
    "starts_table": "a table",
    "starts_footnote": "a footnote",
}
_TARGET = {
    "vanishes": f"the translation would not be seen ('{{detail}}'). {_ESCAPE}",
    "splits": "the translation would fall into several blocks ('{detail}'). Write it on one line.",
    "tears": "the translation would change what stands around it ('{detail}'). Put a backslash "
    "before its marks (two in a PO file), or leave them out.",
    "stray_mark": "readers would see the mark '{detail}' in the translation. Close it, or take it "
    "out.",
    "lost_address": "the address {detail} is lost. Put it into the translation as it is.",
    "added_address": "the address {detail} is not in the source. Take it out, or mend it.",
    "lost_template": "'{detail}' is lost. Put it where it belongs.",
    "added_template": "'{detail}' is not in the source. Take it out, or mend it.",
    "lost_link": "the link to {detail} is lost. Write [words]({detail}), or [words][label] as the "
    "source does.",
    "lost_image": "the image {detail} is lost. Put ![description]({detail}) into the translation.",
    "lost_code": "the code `{detail}` is lost. Put it into the translation as it is.",
    "lost_footnote": "the footnote [^{detail}] is lost. Put it where it belongs.",
    "lost_tag": "the tag {detail} is lost. Put it where it belongs.",
    "added_link": "the link to {detail} is not in the source. Take it out, or mend its address.",
    "added_image": "the image {detail} is not in the source. Take it out, or mend its address.",
    "added_code": "the code `{detail}` is not in the source. Write it as the source does.",
    "added_footnote": "the footnote [^{detail}] is not in the source. Take it out.",
    "added_tag": "the tag {detail} is not in the source. Take it out, or mend it.",
}
_CHECKS = {
    "lost_reference": "the reference {detail} is lost. Put it where it belongs.",
    "added_reference": "the reference {detail} is not in the source. Take it out, or mend it.",
    "added_script": "'{detail}' would run a program, or carry something unseen. Take it out.",
    "lost_number": "the number {detail} of the source is missing. Put it in, unless it is said in "
    "words.",
    "added_number": "the number {detail} is not in the source. Mend it, unless the source says it "
    "in words.",
    "same_as_source": "the translation is the source itself ('{detail}'). Translate it.",
    "doubled_space": "a space stands here twice: '{detail}'. Take one out.",
    "edge_space": "a space stands at an edge of the translation: '{detail}'. Take it out.",
}
_SENTENCES = _CATALOG | _SOURCE | _TARGET | _CHECKS


def sentence(issue: Issue) -> str:
    """Say a finding in a sentence, without its place.

    >>> sentence(Issue("lost_footnote", 12, "1"))
    'the footnote [^1] is lost. Put it where it belongs.'
    """
    detail = one_line(issue.detail)
    if issue.name in _THINGS:
        return _STARTS.format(what=_THINGS[issue.name], detail=detail)
    return _SENTENCES[issue.name].format(detail=detail)


def sentences(issues: Iterable[Issue], where: str) -> list[str]:
    """Say findings about one file, each with its line."""
    return [f"{where}:{issue.line}: {sentence(issue)}" for issue in issues]


def catalog_sentences(issues: Iterable[Issue], catalog: Catalog, where: str) -> list[str]:
    """Say findings about translations, each with the line of its entry in the catalog."""
    lines = {entry.key: entry.line for entry in catalog.entries if not entry.obsolete}
    return [
        f"{where}:{lines.get(issue.key, 0) if issue.key else issue.line}: {sentence(issue)}"
        for issue in issues
    ]


def findings_of_texts() -> frozenset[str]:
    """Name all that can be found in a translation, for whoever says it in words of his own."""
    return frozenset(_THINGS.keys() | _TARGET.keys() | _CHECKS.keys())


def differences(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Cut two texts into what was `kept`, `removed` and `added`: pairs of such a mark and a piece.

    >>> differences("by 2028", "by 2027")
    (('kept', 'by '), ('removed', '2028'), ('added', '2027'))
    """
    from workflow.alignment import worddiff  # 40 ms

    return tuple((piece.mark.value, piece.text) for piece in worddiff(old, new))


def proposing(document: str, path: str) -> str:
    """Name the command that proposes a file as the next text of a document."""
    return f"`undersigned revise {document} {shlex.quote(path)}`"
