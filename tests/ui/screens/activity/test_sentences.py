"""Every act has its sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from string import Formatter

import pytest

from tests.hostile import HOSTILE
from ui.language import words
from ui.screens.activity import sentences
from ui.screens.activity.sentences import (
    OF_PARAGRAPHS,
    OF_SOURCES,
    OF_THE_WORKSPACE,
    role_of,
    sentence,
)
from workflow.access import RIGHTS
from workflow.review import Act
from workflow.services.progress import Told
from workflow.store.schema import comment

ENGLISH = words("en")
KNOWN = frozenset(("name", "number", "title", "language", "member"))
CHANGES_NOTHING = """
    documents: listing describe source preview proposal
    exchange: catalog
    people: invitations members sessions me my_data
    upkeep: backups health
"""
"""Verbs of the rooms whose deeds are told that only look at something."""
WITHOUT_A_LINE = {"people.join", "people.come_back"}
"""What is done by somebody who is nobody yet."""

TOLD = Told(
    at=datetime(2026, 3, 14, tzinfo=UTC),
    who="Ana",
    is_me=False,
    action="save",
    document="letter",
    title="A letter",
    locale="fr",
    unit="7",
    number=4,
    begins="We ask",
    source_locale="en",
    version=1,
    together=1,
    said="",
    member="",
    role="",
    detail="",
)


def told_verbs() -> set[str]:
    """Give the verbs of `RIGHTS` whose deeds are told and that do something."""
    looking: set[str] = set()
    for line in CHANGES_NOTHING.strip().splitlines():
        module, names = line.strip().split(": ")
        looking |= {f"{module}.{name}" for name in names.split()}
    rooms = ("documents.", "people.", "exchange.", "upkeep.")
    assert looking <= set(RIGHTS)
    return {verb for verb in RIGHTS if verb.startswith(rooms)} - looking


def test_every_act_on_a_paragraph_has_a_sentence() -> None:
    kinds = {"comment", "question", "reason"}
    assert str(comment.c.kind) == "comment.kind"
    assert set(OF_PARAGRAPHS) == {act.value for act in Act} | {"suggest"} | kinds
    assert set(OF_SOURCES) == kinds


def test_every_verb_that_does_something_has_a_sentence() -> None:
    assert set(OF_THE_WORKSPACE) == told_verbs() | WITHOUT_A_LINE


@pytest.mark.parametrize("action", [*OF_PARAGRAPHS, *OF_THE_WORKSPACE])
@pytest.mark.parametrize("locale", ["fr", ""])
def test_every_sentence_can_be_said(action: str, locale: str) -> None:
    said = sentence(ENGLISH, replace(TOLD, action=action, locale=locale, member="Bo"))
    assert "{" not in said
    assert said[0].isupper() or said.startswith("<b>")


def test_every_sentence_names_only_what_is_known() -> None:
    tables = (OF_PARAGRAPHS, OF_SOURCES, OF_THE_WORKSPACE, sentences._OF_A_FILE)
    for table in tables:
        for text in table.values():
            assert {name for _, name, _, _ in Formatter().parse(text) if name} <= KNOWN
    assert all("{language}" not in text for text in OF_SOURCES.values())


def test_sentences() -> None:
    def plain(**other: object) -> str:
        found = sentence(ENGLISH, replace(TOLD, **other))  # type: ignore[arg-type]
        return re.sub(r"<[^>]+>", "", found)

    for other, said in (
        ({}, "Ana translated paragraph 4 of A letter, in French"),
        ({"action": "question", "locale": ""}, "Ana asked about paragraph 4 of A letter"),
        ({"action": "people.grant", "member": "Bo"}, "Ana gave a role to Bo"),
        (
            {"action": "upkeep.backup", "who": "operator"},
            "Somebody who runs this server made a backup",
        ),
        (
            {"who": "former member"},
            "A former member translated paragraph 4 of A letter, in French",
        ),
        (
            {"action": "exchange.sync", "detail": "written"},
            "Ana wrote the translation file of A letter, in French",
        ),
        (
            {"action": "exchange.sync", "detail": "new: 3"},
            "Ana took in the translation file of A letter, in French",
        ),
        (
            {"action": "exchange.sync", "detail": "added", "locale": ""},
            "Ana added A letter from a file",
        ),
        ({"action": "from.tomorrow"}, "Ana did something"),
    ):
        assert plain(**other) == said
    assert plain(number=0).startswith("Ana was at work on a paragraph of A letter that is gone")


def test_which_role_it_was_about() -> None:
    promised = replace(TOLD, action="people.invite", role="translator", locale="ar")
    assert "Translator · " in role_of(ENGLISH, promised)
    assert "A letter" in role_of(ENGLISH, promised)
    assert "Arabic" in role_of(ENGLISH, promised)
    everything = replace(promised, title="", locale="")
    assert role_of(ENGLISH, everything) == "Translator · All statements · All languages"
    assert role_of(ENGLISH, TOLD) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_names(text: str) -> None:
    said = sentence(ENGLISH, replace(TOLD, who=text, title=text))
    assert "<script" not in said
    assert "<img" not in said
    assert said.count("<b>") == 1
