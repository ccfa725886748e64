"""What lies in a workspace and belongs to no document: settings, templates, catalogs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workflow import languages
from workflow.exchange.files import shown
from workflow.services.workspace import Workspace


def strays(workspace: Workspace, names: Collection[str]) -> Iterator[str]:
    """Say, a sentence each, what names a language or a document that nobody knows.

    Args:
        workspace: where.
        names: of all documents, in the store and in `sources/`.
    """
    for tag in workspace.settings.languages:
        if meant := languages.suggestion(tag):
            yield f"workspace.toml: '{tag}' is no language we know. Did you mean {meant}?"
    for name in workspace.settings.documents:
        if name not in names:
            reason = "there is no such document in sources/. Remove it."
            yield f"workspace.toml: documents.{name}: {reason}"
    locales = workspace.root / "locales"
    remedy = "Put it back; or, if it has a new name, give this file that name too."
    for path in sorted([*locales.glob("templates/*.pot"), *locales.glob("*/LC_MESSAGES/*.po")]):
        if path.stem not in names:
            reason = f"there is no document '{shown(path.stem)}' in sources/"
            yield f"{shown(path)}: {reason}. {remedy}"
