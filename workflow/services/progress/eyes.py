"""Whether there is a second person: somebody who could approve what others translate."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache

from workflow.access import Grant, Role
from workflow.review import refusal
from workflow.services.progress.values import Far, Second


class Eyes:
    """All who could translate and review, and who of them may be one person."""

    def __init__(
        self, grants: Iterable[tuple[str, Grant]], bound: Callable[[str], Collection[str]]
    ) -> None:
        """Take the grants of all members, and what says who may be the same person as somebody."""
        self._grants: dict[tuple[str, str], list[tuple[str, Role]]] = {}
        for who, grant in grants:
            reach = (grant.document, grant.locale)
            self._grants.setdefault(reach, []).append((who, grant.role))
        self._documents = {document for document, _ in self._grants}
        self._bound = bound
        self._reaching = cache(self._find)
        self._some_pair = cache(self._find_pair)

    def second(self, document: str, locale: str, far: Far, authors: Collection[str] = ()) -> Second:
        """Say whether what is translated in a place could be approved by somebody else.

        Args:
            document: id of the document.
            locale: the language.
            far: how far it is there.
            authors: whose words wait for a review there.
        """
        if not (far.to_do or far.translated):
            return Second.FINE
        document = (
            document if document in self._documents else ""
        )  # so that one answer does for all
        if far.to_do and not self._reaching(Role.TRANSLATOR, document, locale):
            return Second.NOBODY_TRANSLATES
        reviewers = self._reaching(Role.REVIEWER, document, locale)
        if not reviewers:
            return Second.NOBODY_REVIEWS
        alone = [each for each in authors if not self._is_read(each, reviewers)]
        if not alone and (not far.to_do or self._some_pair(document, locale)):
            return Second.FINE
        is_one = len(reviewers) == 1 and (
            reviewers >= set(alone)
            if alone
            else reviewers == self._reaching(Role.TRANSLATOR, document, locale)
        )
        return Second.ONE_PERSON if is_one else Second.BOUND

    def _find(self, least: Role, document: str, locale: str) -> frozenset[str]:
        """Give who has at least a role in a place: there, or wherever an empty name stands."""
        reaching = {(one, tag) for one in ("", document) for tag in ("", locale)}
        return frozenset(
            who for reach in reaching for who, role in self._grants.get(reach, ()) if role >= least
        )

    def _is_read(self, author: str, reviewers: Iterable[str]) -> bool:
        """Tell whether one of these may approve the words of somebody."""
        return any(refusal(each, author, self._bound(each)) is None for each in reviewers)

    def _find_pair(self, document: str, locale: str) -> bool:
        """Tell whether somebody could translate whose words another one could approve."""
        reviewers = self._reaching(Role.REVIEWER, document, locale)
        translators = self._reaching(Role.TRANSLATOR, document, locale)
        return any(self._is_read(each, reviewers) for each in translators)
