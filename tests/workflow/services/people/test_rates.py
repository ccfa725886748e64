"""How often somebody may ask."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from tests.live import NOW
from workflow.errors import LinkRefused, TooMany
from workflow.services.people.rates import LIMITS, Kind, Rates

SECOND = timedelta(seconds=1)
HERE, THERE = "203.0.113.7", "203.0.113.8"


def is_let(rates: Rates, kind: str, key: str, now: datetime) -> bool:
    try:
        rates.ask(kind, key, now)
    except TooMany:
        return False
    return True


def look(*, opens: bool) -> None:
    if not opens:
        raise LinkRefused


def guess(rates: Rates, key: str, now: datetime, *, opens: bool = False) -> bool:
    """Try a link; tell whether it was looked at."""
    try:
        with rates.guess(Kind.JOIN, key, now):
            look(opens=opens)
    except LinkRefused:
        return True
    except TooMany:
        return False
    return True


@pytest.mark.parametrize("kind", [Kind.JOIN, Kind.COME_BACK])
@pytest.mark.parametrize("pace", [timedelta(), timedelta(milliseconds=20), SECOND])
def test_ten_thousand_guesses(kind: Kind, pace: timedelta) -> None:
    rates = Rates()
    begin = NOW.replace(hour=0, minute=0)
    evaluated = sum(is_let(rates, kind, HERE, begin + each * pace) for each in range(10_000))
    assert 5 <= evaluated <= 20
    assert is_let(rates, kind, THERE, begin + 10_000 * pace)


def test_whoever_went_too_far_waits_twice_as_long_each_time() -> None:
    rates, now, waits = Rates(), NOW, []
    for _ in range(5):
        rates.ask(Kind.JOIN, HERE, now)
    for _ in range(4):
        with pytest.raises(TooMany) as refused:
            rates.ask(Kind.JOIN, HERE, now)
        waits.append(refused.value.seconds)
        now += timedelta(seconds=refused.value.seconds)
        rates.ask(Kind.JOIN, HERE, now)
    assert waits == [300, 600, 1200, 2400]


def test_a_refused_attempt_adds_nothing_to_the_wait() -> None:
    rates = Rates()
    for _ in range(100):
        is_let(rates, Kind.JOIN, HERE, NOW)
    assert not is_let(rates, Kind.JOIN, HERE, NOW + 299 * SECOND)
    assert is_let(rates, Kind.JOIN, HERE, NOW + 300 * SECOND)


def test_whoever_stays_calm_is_forgiven() -> None:
    rates = Rates()
    for _ in range(6):
        is_let(rates, Kind.JOIN, HERE, NOW)
    later = NOW + 600 * SECOND
    assert [is_let(rates, Kind.JOIN, HERE, later) for _ in range(6)] == [True] * 5 + [False]


@pytest.mark.parametrize(("most", "seconds"), LIMITS[Kind.SAVE].windows)
def test_saves_at_the_boundary(most: int, seconds: float) -> None:
    rates = Rates()
    pace = timedelta(seconds=seconds) / most
    begin = NOW.replace(hour=1)
    if most == 600:
        assert all(is_let(rates, "save", "yara", begin + each * pace) for each in range(1200))
        return
    assert [is_let(rates, "save", "yara", begin) for _ in range(61)] == [True] * 60 + [False]
    assert not is_let(rates, "save", "yara", begin + 59 * SECOND)
    assert is_let(rates, "save", "yara", begin + 60 * SECOND)
    assert is_let(rates, "save", "samar", begin)


def test_six_hundred_saves_an_hour() -> None:
    rates, begin = Rates(), NOW.replace(hour=1)
    saves = [begin + each * 2 * SECOND for each in range(601)]
    assert [is_let(rates, "save", "yara", each) for each in saves] == [True] * 600 + [False]
    with pytest.raises(TooMany) as refused:
        rates.ask("save", "yara", saves[-1])
    assert refused.value.seconds == 3600 - 1200
    assert is_let(rates, "save", "yara", begin + timedelta(hours=1))


@pytest.mark.parametrize(("kind", "most"), [(Kind.DRAFT, 120), (Kind.READ, 240)])
def test_what_a_page_does_by_itself_has_a_limit(kind: Kind, most: int) -> None:
    rates, begin = Rates(), NOW.replace(hour=1)
    let = [is_let(rates, kind, "yara", begin) for _ in range(most + 1)]
    assert let == [True] * most + [False]
    assert is_let(rates, kind, "yara", begin + timedelta(minutes=1))


def test_a_link_that_opens_is_no_guess() -> None:
    rates = Rates()
    assert all(guess(rates, HERE, NOW, opens=True) for _ in range(50))
    assert [guess(rates, HERE, NOW) for _ in range(6)] == [True] * 5 + [False]
    later = NOW + 300 * SECOND
    assert all(guess(rates, HERE, later, opens=True) for _ in range(50))
    assert [guess(rates, HERE, later) for _ in range(3)] == [True, False, False]
    assert not guess(rates, HERE, later + 599 * SECOND)


def test_good_links_between_guesses_buy_no_more_of_them() -> None:
    rates, evaluated = Rates(), 0
    begin = NOW.replace(hour=0, minute=0)
    for each in range(10_000):
        guess(rates, HERE, begin + each * SECOND, opens=True)
        evaluated += guess(rates, HERE, begin + each * SECOND)
    assert evaluated <= 20


def test_those_who_press_at_once_are_not_shut_out() -> None:
    rates = Rates()
    under_way = [rates.guess(Kind.JOIN, HERE, NOW) for _ in range(5)]
    for each in under_way:
        each.__enter__()
    with pytest.raises(TooMany) as refused, rates.guess(Kind.JOIN, HERE, NOW):
        pass
    assert refused.value.seconds == 1
    for each in under_way:
        each.__exit__(None, None, None)
    assert guess(rates, HERE, NOW + SECOND, opens=True)


def test_threads_count_together() -> None:
    rates = Rates()
    with ThreadPoolExecutor(8) as pool:
        let = list(pool.map(lambda _: is_let(rates, "save", "yara", NOW), range(500)))
    assert sum(let) == 60


def test_kinds_do_not_count_together() -> None:
    rates = Rates()
    for kind in Kind:
        assert is_let(rates, kind, HERE, NOW)
    assert rates.known == len(Kind)


def test_memory_is_bounded() -> None:
    rates = Rates(most=100)
    for number in range(1000):
        rates.ask(Kind.JOIN, f"198.51.100.{number}x", NOW)
    assert rates.known == 100


def test_all_addresses_of_a_network_count_together() -> None:
    rates = Rates()
    keys = [f"2001:db8::{each:x}" for each in range(6)]
    assert [is_let(rates, Kind.JOIN, each, NOW) for each in keys] == [True] * 5 + [False]
    assert is_let(rates, Kind.JOIN, "2001:db8:0:1::1", NOW)
    assert [is_let(rates, Kind.JOIN, f"::ffff:{HERE}", NOW) for _ in range(5)] == [True] * 5
    assert not is_let(rates, Kind.JOIN, HERE, NOW)


def test_the_key_is_new_each_day_and_the_address_is_not_kept() -> None:
    rates = Rates()
    midnight = datetime(2026, 3, 15, tzinfo=UTC)
    rates.ask(Kind.JOIN, HERE, midnight - SECOND)
    (first,) = rates._asked
    rates.ask(Kind.JOIN, HERE, midnight)
    (second,) = rates._asked
    assert first != second
    assert HERE not in repr(gc.get_referents(rates, rates.__dict__, rates._asked))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="tea"):
        Rates().ask("tea", HERE, NOW)
