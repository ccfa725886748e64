"""What somebody wants to see of the board, as an address says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from workflow import languages
from workflow.errors import UnknownLocale
from workflow.services.progress import Filter, Show, Sort

LONGEST = 200
"""Characters that are searched for."""
_DIGITS = 5
_Kind = TypeVar("_Kind", Show, Sort)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what nobody knows there counts as not said."""

    wanted: Filter
    page: int

    def query(self, **other: str) -> dict[str, str]:
        """Write it as the address says it; `other` takes the place of what is asked for now."""
        said = {
            "find": self.wanted.find,
            "locale": self.wanted.locale,
            "show": "" if self.wanted.show is Show.ALL else self.wanted.show.value,
            "sort": "" if self.wanted.sort is Sort.DEADLINE else self.wanted.sort.value,
            "document": self.wanted.document,
        }
        return said | other

    @property
    def is_filtered(self) -> bool:
        """Tell whether something is left out."""
        return bool(self.wanted.find or self.wanted.locale or self.wanted.show is not Show.ALL)


def asked(query: Mapping[str, str]) -> Asked:
    """Read what the address asks for."""
    return Asked(
        Filter(
            find=query.get("find", "")[:LONGEST],
            locale=_locale(query.get("locale", "")),
            show=_one_of(Show, query.get("show", ""), Show.ALL),
            sort=_one_of(Sort, query.get("sort", ""), Sort.DEADLINE),
            document=query.get("document", "")[:LONGEST],
        ),
        page=_number(query.get("page", "")),
    )


def _one_of(kind: type[_Kind], said: str, otherwise: _Kind) -> _Kind:
    return kind(said) if said in {each.value for each in kind} else otherwise


def _locale(said: str) -> str:
    try:
        return languages.normalise(said) if said else ""
    except UnknownLocale:
        return ""


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 1
