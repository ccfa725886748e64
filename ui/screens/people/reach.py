"""For which part of the workspace somebody coordinates, and what to offer him there.

All this is for what is shown: the services ask for rights again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ui.role_names import roles_up_to
from workflow.services.people import GivenRole, Role


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the workspace: a statement and a language, or all of them."""

    document: str = ""
    """Name of the statement; empty for all."""
    locale: str = ""
    """Empty for all languages."""

    def holds(self, document: str, locale: str) -> bool:
        """Tell whether something lies in this part altogether."""
        return self.document in ("", document) and self.locale in ("", locale)


ALL = Part()


def parts(own: Iterable[GivenRole]) -> tuple[Part, ...]:
    """Give the parts that somebody coordinates, without those that lie in another one.

    >>> parts([GivenRole(Role.COORDINATOR, "", "fr"), GivenRole(Role.ADMIN, "letter", "fr")])
    (Part(document='', locale='fr'),)
    """
    mine = {Part(each.document, each.locale) for each in own if each.role >= Role.COORDINATOR}
    widest = [each for each in mine if not any(_is_wider(other, each) for other in mine)]
    return tuple(sorted(widest, key=lambda each: (each.document, each.locale)))


def _is_wider(one: Part, other: Part) -> bool:
    return one != other and one.holds(other.document, other.locale)


def part_to_show(own: Iterable[GivenRole], asked: Part) -> Part:
    """Choose what to show: what was asked for, else all, else the first that he coordinates."""
    mine = parts(own)
    return mine[0] if asked == ALL and mine else asked


def is_over_all(own: Iterable[GivenRole], least: Role = Role.COORDINATOR) -> bool:
    """Tell whether somebody has a role, or a higher one, for all statements in all languages."""
    return any(_has(each, least) for each in own)


def _has(given: GivenRole, least: Role) -> bool:
    return given.role >= least and not given.document and not given.locale


def may_change(own: Iterable[GivenRole], role: GivenRole) -> bool:
    """Tell whether somebody may give this role, or take it away."""
    least = max(role.role, Role.COORDINATOR)
    return _rank(own, role) >= least


def has_as_much(own: Iterable[GivenRole], other: Iterable[GivenRole]) -> bool:
    """Tell whether somebody may do all that another one may."""
    mine = tuple(own)
    return all(_rank(mine, each) >= each.role for each in other)


def _rank(own: Iterable[GivenRole], where: GivenRole) -> int:
    """Give how high somebody stands somewhere; 0 where he is nothing there."""
    ranks = [
        each.role
        for each in own
        if Part(each.document, each.locale).holds(where.document, where.locale)
    ]
    return max(ranks, default=0)


def roles_to_give(own: Iterable[GivenRole], part: Part = ALL) -> tuple[Role, ...]:
    """Give the roles that somebody may give in a part, or somewhere in it; translators first."""
    here = [
        each.role
        for each in own
        if each.role >= Role.COORDINATOR
        and each.document in ("", part.document or each.document)
        and each.locale in ("", part.locale or each.locale)
    ]
    return roles_up_to(max(here, default=None))
