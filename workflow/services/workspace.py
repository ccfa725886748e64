"""A workspace: a folder with sources, catalogs, settings, and the store of its live work."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from workflow import languages
from workflow.errors import (
    BadSettings,
    LimitExceeded,
    StoreBroken,
    UnreadableSource,
    WorkspaceError,
)
from workflow.exchange.files import read_file, shown
from workflow.settings import Settings, read_settings

if TYPE_CHECKING:
    from workflow.store import Store

SETTINGS_BYTES = 1_000_000
PRIVATE = ".undersigned"
"""Folder for what is nobody else's business: the store, its backups. Never put under version
control."""


class Workspace:
    """A folder with `sources/` and `locales/`, and a store that is opened when first needed."""

    def __init__(self, root: Path, url: str | None = None) -> None:
        self.root = root
        self._url = url
        self._store: Store | None = None
        self._lock = threading.Lock()
        self._settings: tuple[tuple[int, int], Settings] | None = None

    @property
    def settings(self) -> Settings:
        """Say what `workspace.toml` says now; it is read again when it has changed.

        Raises:
            BadSettings: it says something impossible, or is no text that can be read.
        """
        try:
            found = self.settings_path.stat()
        except OSError:
            return Settings()
        stamp = found.st_mtime_ns, found.st_size
        if self._settings is None or self._settings[0] != stamp:
            self._settings = stamp, _read(self.settings_path)
        return self._settings[1]

    @property
    def last_settings(self) -> Settings:
        """Say what `workspace.toml` says, or said when it could last be read.

        For what a server has to know to answer at all, while somebody changes that file.
        """
        try:
            return self.settings
        except BadSettings:
            return self._settings[1] if self._settings else Settings()

    @property
    def settings_path(self) -> Path:
        """Say where its settings lie."""
        return self.root / "workspace.toml"

    @property
    def private(self) -> Path:
        """Say where the store and its backups lie."""
        return self.root / PRIVATE

    @property
    def url(self) -> str:
        """Give the address of its store."""
        return self._url or f"sqlite:///{(self.private / 'store.db').absolute()}"

    @property
    def store(self) -> Store:
        """Give its store, made where there is none.

        Raises:
            StoreError: it cannot be used.
        """
        with self._lock:
            if self._store is None:
                from workflow.store import open_store  # 150 ms that plumbing does not need

                if self._url is None:
                    self.make_private()
                self._store = open_store(self.url, datetime.now(UTC))
            return self._store

    def make_private(self) -> None:
        """Make the private folder where there is none, and tell git not to look into it.

        Raises:
            StoreBroken: the system refuses.
        """
        mark = self.private / ".gitignore"
        try:
            if not mark.exists():
                self.private.mkdir(mode=0o700, parents=True, exist_ok=True)
                mark.write_text("*\n", "utf-8")
        except OSError as error:
            reason = (error.strerror or "it cannot be used").lower()
            raise StoreBroken(
                f"{shown(self.private)}: {reason}", "Look who may write into that folder."
            ) from None

    def close(self) -> None:
        """Let go of the store."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def template_path(self, name: str) -> Path:
        """Say where the template of a document lies."""
        return self.root / "locales" / "templates" / f"{name}.pot"

    def catalog_path(self, name: str, locale: str) -> Path:
        """Say where the catalog of a document in a language lies."""
        folder = languages.gettext_locale(locale)
        return self.root / "locales" / folder / "LC_MESSAGES" / f"{name}.po"


def _read(path: Path) -> Settings:
    try:
        return read_settings(read_file(path, SETTINGS_BYTES), shown(path))
    except UnreadableSource as error:
        raise BadSettings(error.where, "", error.reason, error.what_next) from None
    except LimitExceeded as error:
        reason = f"it is over {error.limit:,} {error.unit}"
        raise BadSettings(shown(path), "", reason, "Take out what is not needed.") from None


def open_workspace(path: str | Path, url: str | None = None) -> Workspace:
    """Open the folder of a workspace: one with `sources/` in it, or `workspace.toml`.

    Args:
        path: the folder.
        url: address of the store, where it is not inside the folder.

    Raises:
        WorkspaceError: there is no workspace.
        BadSettings: `workspace.toml` says something impossible.
    """
    workspace = Workspace(Path(path), url)
    root = workspace.root
    if workspace.settings_path.is_file() or (root / "sources").is_dir():
        _ = workspace.settings  # it says what is wrong with it
        return workspace
    what_next = "Put your documents into a folder sources/ there, or begin one: `undersigned init`"
    if root.absolute().name in ("sources", "locales"):
        what_next = "Go one folder up, or name that folder."
    raise WorkspaceError(f"{shown(root)}: this is no workspace. {what_next}")
