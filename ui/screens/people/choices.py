"""Statements and languages to choose from, where a role is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ui.components.chooser import isolated
from ui.language import Words
from ui.served import served
from workflow.services.documents import Listed

EVERY = "*"
"""Chosen for all statements, or all languages."""


def languages_of(listed: Iterable[Listed], document: str = "") -> tuple[str, ...]:
    """Give the languages into which a statement is wanted, or any of them."""
    wanted = [
        tag
        for each in listed
        if each.name == document or (not document and each.status == "active")
        for tag in each.languages
    ]
    ours = () if document else served().workspace.last_settings.languages
    return tuple(dict.fromkeys([*ours, *wanted]))


def statements(words: Words, listed: Iterable[Listed]) -> Mapping[str, str]:
    """Give all statements that are in work, by name, as a list shows them; all of them first."""
    there = [each for each in listed if each.status == "active"]
    titles = {each.name: isolated(each.title or each.name) for each in there}
    in_order = dict(sorted(titles.items(), key=lambda each: each[1].casefold()))
    return {EVERY: words.say("All statements")} | in_order


def tongues(words: Words, locales: Iterable[str]) -> Mapping[str, str]:
    """Give languages by tag, as a list shows them; all of them last."""
    names = {tag: words.language(tag) for tag in locales}
    in_order = dict(sorted(names.items(), key=lambda each: each[1].casefold()))
    return in_order | {EVERY: words.say("All languages")}
