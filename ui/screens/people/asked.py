"""What the address of the page of people asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ui.screens.people.reach import ALL, Part
from workflow.services.people import Member

_LONGEST = 200
_DIGITS = 4
ON_A_PAGE = 50


class View(StrEnum):
    """What is shown of the people."""

    LIST = ""
    INVITATIONS = "invitations"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; what nobody knows in an address counts as not said."""

    part: Part = ALL
    member: str = ""
    """Id of the one member whom it is about; empty for all."""
    view: View = View.LIST
    find: str = ""
    """Words that are in the name."""
    role: str = ""
    """The word that commands use for a role; empty for all."""
    language: str = ""
    """Members who may work in it; empty for all."""
    page: int = 1

    def query(self, **other: str) -> dict[str, str]:
        """Write it as the address says it; `other` takes the place of what is asked for now."""
        said = {
            "document": self.part.document,
            "locale": self.part.locale,
            "show": self.view.value,
            "member": self.member,
            "find": self.find,
            "role": self.role,
            "language": self.language,
        }
        return {key: each for key, each in (said | other).items() if each}

    @property
    def is_filtered(self) -> bool:
        """Tell whether some are left out."""
        return bool(self.find or self.role or self.language)

    def among(self, found: Iterable[Member]) -> tuple[Member, ...]:
        """Give those who are asked for, by name."""
        return tuple(sorted(filter(self._is_wanted, found), key=lambda each: each.name.casefold()))

    def _is_wanted(self, member: Member) -> bool:
        name = member.name.casefold()
        return (
            all(word in name for word in self.find.casefold().split())
            and self.role in ("", *(each.role.label for each in member.given))
            and (not self.language or _works_in(member, self.language))
        )


def _works_in(member: Member, language: str) -> bool:
    return any(each.locale in ("", language) for each in member.given)


def asked(query: Mapping[str, str]) -> Asked:
    """Read what the address asks for."""
    said = {key: each[:_LONGEST] for key, each in query.items()}
    view, page = said.get("show", ""), said.get("page", "")
    is_number = page.isascii() and page.isdigit() and len(page) <= _DIGITS
    return Asked(
        part=Part(said.get("document", ""), said.get("locale", "")),
        member=said.get("member", ""),
        view=View(view) if view in {each.value for each in View} else View.LIST,
        find=said.get("find", ""),
        role=said.get("role", ""),
        language=said.get("language", ""),
        page=int(page) if is_number else 1,
    )
