"""Who may do what: the ladder, the scopes, and what stands in no table."""

from __future__ import annotations

import pytest

from workflow.access import OPERATOR, RIGHTS, Grant, Role, Scope, highest, may, sees

SAVE, RELEASE, FIGURES, BACKUP = (
    "translation.save",
    "documents.release",
    "progress.figures",
    "upkeep.backup",
)


def test_what_stands_in_no_table_is_refused() -> None:
    assert not may("7", [Grant(Role.ADMIN)], "translation.publish")
    assert not may(OPERATOR, [], "translation.publish")


def test_nobody_without_a_grant_may_do_anything_but_look_after_himself() -> None:
    allowed = {verb for verb in RIGHTS if may("7", [], verb, document="d", locale="fr")}
    assert allowed == {verb for verb, right in RIGHTS.items() if right.scope is Scope.OWN}
    assert not any(may("", [], verb, document="d", locale="fr") for verb in RIGHTS)


def test_commands_can_neither_save_nor_approve() -> None:
    allowed = {verb for verb in RIGHTS if may(OPERATOR, [], verb)}
    assert not allowed & {verb for verb in RIGHTS if verb.startswith("review.")}
    assert SAVE not in allowed
    assert {RELEASE, BACKUP, "people.invite", "exchange.sync"} <= allowed


@pytest.mark.parametrize("verb", sorted(RIGHTS))
@pytest.mark.parametrize("role", Role)
def test_whoever_stands_higher_may_do_what_those_below_may(verb: str, role: Role) -> None:
    assert may("7", [Grant(role)], verb, document="d", locale="fr") is (
        RIGHTS[verb].scope is Scope.OWN or role >= RIGHTS[verb].role
    )


@pytest.mark.parametrize(
    ("grant", "verb", "allowed"),
    [
        (Grant(Role.TRANSLATOR, "d", "fr"), SAVE, True),
        (Grant(Role.TRANSLATOR, "d"), SAVE, True),
        (Grant(Role.TRANSLATOR, locale="fr"), SAVE, True),
        (Grant(Role.TRANSLATOR, "e", "fr"), SAVE, False),
        (Grant(Role.TRANSLATOR, "d", "ar"), SAVE, False),
        (Grant(Role.READER, "d", "fr"), SAVE, False),
        (Grant(Role.TRANSLATOR, "d", "ar"), FIGURES, True),
        (Grant(Role.TRANSLATOR, "e", "ar"), FIGURES, False),
        (Grant(Role.COORDINATOR, "d"), RELEASE, True),
        (Grant(Role.COORDINATOR, "d", "fr"), RELEASE, False),
        (Grant(Role.COORDINATOR, locale="fr"), RELEASE, False),
        (Grant(Role.ADMIN), BACKUP, True),
        (Grant(Role.ADMIN, "d"), BACKUP, False),
    ],
)
def test_a_grant_reaches_as_far_as_it_says(grant: Grant, verb: str, allowed: bool) -> None:
    assert may("7", [grant], verb, document="d", locale="fr") is allowed


def test_who_knows_of_a_document() -> None:
    assert sees("7", [Grant(Role.READER, "d", "fr")], "d")
    assert sees("7", [Grant(Role.READER, locale="fr")], "d")
    assert not sees("7", [Grant(Role.ADMIN, "e")], "d")
    assert sees(OPERATOR, [], "d")


def test_the_highest_role_counts_only_where_it_reaches() -> None:
    grants = [Grant(Role.READER), Grant(Role.COORDINATOR, "d"), Grant(Role.REVIEWER, "d", "fr")]
    assert highest(grants, "d", "fr") is Role.COORDINATOR
    assert highest(grants, "", "") is Role.READER
    assert highest([], "d", "fr") is None
