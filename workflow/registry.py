"""The shelf on which filters, checks and exporters stand: in order, each under one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from workflow.errors import UnknownName


class Named(Protocol):
    """Anything with a name of its own."""

    @property
    def name(self) -> str:
        """Say under which name it is found."""


T = TypeVar("T", bound=Named)


class Registry(Generic[T]):
    """Keep named things in the order given.

    Made once with all its entries and never changed. Refuses two entries of one name with
    `ValueError`; asked for a name it does not have, it raises `UnknownName` with the nearest one.

    >>> from types import SimpleNamespace as Thing
    >>> shelf = Registry("tool", [Thing(name="pen"), Thing(name="ink")])
    >>> [thing.name for thing in shelf]
    ['pen', 'ink']
    """

    def __init__(self, what: str, entries: Iterable[T]) -> None:
        self._what = what
        self._entries: dict[str, T] = {}
        for entry in entries:
            if entry.name in self._entries:
                raise ValueError(f"two {what}s are called '{entry.name}'")
            self._entries[entry.name] = entry

    def __getitem__(self, name: str) -> T:
        try:
            return self._entries[name]
        except KeyError:
            raise UnknownName(self._what, name, self._entries) from None

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names in order."""
        return tuple(self._entries)
