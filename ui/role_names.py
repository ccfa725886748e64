"""Roles by the names that people read."""

from __future__ import annotations

from ui.language import Words, tell

_NAMES = {
    "reader": tell("Reader"),
    "translator": tell("Translator"),
    "reviewer": tell("Reviewer"),
    "coordinator": tell("Coordinator"),
    "admin": tell("Admin"),
}


def role_name(words: Words, label: str) -> str:
    """Name a role, given by the word that commands use for it."""
    return words.say(_NAMES[label])
