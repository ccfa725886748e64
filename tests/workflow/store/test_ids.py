"""Ids in the order of time, and secrets that leave digests only."""

from __future__ import annotations

import hashlib
import threading
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.live import NOW
from workflow.store import ids
from workflow.store.ids import day_id, digest_of, key_digest, new_id, new_secret, words_digest


@pytest.fixture(autouse=True)
def _as_in_a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_last", (0, 0))


def millisecond_of(made: str) -> int:
    return uuid.UUID(made).int >> 80


def test_the_bits_are_where_the_rfc_has_them() -> None:
    later = NOW + timedelta(days=1)
    for each in (new_id(later), day_id(later)):
        made = uuid.UUID(each)
        assert str(made) == each
        assert made.version == 7
        assert made.variant == uuid.RFC_4122
    assert millisecond_of(new_id(later)) == int(later.timestamp() * 1000)


def test_they_come_in_the_order_in_which_they_are_made() -> None:
    now = NOW + timedelta(days=2)
    made = [new_id(now) for _ in range(10_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_a_clock_that_goes_back_does_not_turn_the_order_round() -> None:
    late = NOW + timedelta(days=3)
    made = [new_id(late), new_id(late - timedelta(days=1)), new_id(late + timedelta(seconds=1))]
    assert made == sorted(made)


def test_no_two_threads_make_the_same() -> None:
    made: list[str] = []
    threads = [
        threading.Thread(target=lambda: made.extend([new_id(NOW) for _ in range(2000)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 8000


def test_the_counter_overflows_into_the_next_millisecond() -> None:
    now = NOW + timedelta(days=4)
    first = new_id(now)
    ids._last = (ids._last[0], (1 << 12) - 1)
    after = new_id(now)
    assert millisecond_of(after) == millisecond_of(first) + 1
    assert first < after


def test_an_id_of_a_day_does_not_tell_the_hour() -> None:
    evening = datetime(2026, 3, 14, 23, 59, tzinfo=UTC)
    morning = datetime(2026, 3, 14, tzinfo=UTC)
    assert millisecond_of(day_id(evening)) == millisecond_of(day_id(morning))
    assert day_id(evening) != day_id(evening)


def test_a_secret_has_256_bits_of_chance() -> None:
    made = {new_secret() for _ in range(100)}
    assert len(made) == 100
    assert {len(each) for each in made} == {43}


@given(st.text(st.characters()))
def test_a_digest_is_the_sha_256(text: str) -> None:
    assert digest_of(text) == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_whoever_spaces_words_anew_writes_no_new_ones() -> None:
    for other in ("Qui\u00a0?", "Qui\u202f?", " Q u i\n?", "Qui\u200b ?", "Ｑui ?"):
        assert words_digest(other) == words_digest("Qui ?")
    for other in ("qui ?", "Qui !", "Qui", "Quí ?"):
        assert words_digest(other) != words_digest("Qui ?")
    assert words_digest("e\u0301") == words_digest("é")


def test_a_text_without_words_is_not_the_empty_one() -> None:
    assert len({words_digest(each) for each in ("", " ", "\u200b")}) == 3


@given(st.text(st.characters()))
def test_equal_texts_have_equal_words(text: str) -> None:
    assert words_digest(text) == words_digest(str(text))
    if "".join(text.split()):
        assert words_digest(f" {text}\u00a0") == words_digest(text)


def test_a_lone_surrogate_has_a_digest_too() -> None:
    assert digest_of("\ud800") != digest_of("\udfff")


@given(st.text(), st.text(), st.text(), st.text())
def test_keys_differ_where_source_or_context_do(
    one: str, context: str, two: str, other: str
) -> None:
    same = (one, context) == (two, other)
    joined = f"{context}\x04{one}" == f"{other}\x04{two}"
    assert (key_digest(one, context) == key_digest(two, other)) == (same or joined)
