"""Two sides of a translation against what both last agreed on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.exchange.settling import NOTHING, Said, Settled, settle, united

A, B, C = Said("a"), Said("b"), Said("c")
DOUBTED = Said("a", needs_work=True)

TABLE = [
    pytest.param(A, A, A, (), Settled.KEEP, id="nobody changed anything"),
    pytest.param(A, A, B, (B,), Settled.KEEP, id="only the store changed"),
    pytest.param(A, A, NOTHING, (), Settled.KEEP, id="somebody emptied it"),
    pytest.param(A, B, A, (), Settled.TAKE, id="only the file changed"),
    pytest.param(NOTHING, A, NOTHING, (), Settled.TAKE, id="new in the file"),
    pytest.param(A, B, NOTHING, (NOTHING,), Settled.TAKE, id="the store has nothing"),
    pytest.param(A, B, B, (B,), Settled.AGREE, id="both wrote the same"),
    pytest.param(A, B, C, (C,), Settled.CONFLICT, id="both wrote something"),
    pytest.param(NOTHING, A, B, (B,), Settled.CONFLICT, id="both wrote something new"),
    pytest.param(A, B, C, (B, C), Settled.BEHIND, id="the file is merely behind"),
    pytest.param(NOTHING, A, NOTHING, (A, NOTHING), Settled.BEHIND, id="behind an emptied one"),
    pytest.param(A, NOTHING, A, (), Settled.MISSING, id="lost"),
    pytest.param(A, Said("  "), B, (B,), Settled.MISSING, id="blanked"),
    pytest.param(A, NOTHING, NOTHING, (), Settled.KEEP, id="nobody has it any more"),
    pytest.param(NOTHING, NOTHING, A, (A,), Settled.KEEP, id="not written yet"),
    pytest.param(A, Said(" "), A, (), Settled.TAKE, id="empty on purpose is a text"),
    pytest.param(A, DOUBTED, A, (), Settled.DOUBT, id="the file says it needs work"),
    pytest.param(DOUBTED, A, DOUBTED, (), Settled.CLEAR, id="the file says it is good now"),
    pytest.param(B, A, DOUBTED, (DOUBTED,), Settled.AGREE, id="a clash: ours is less trusted"),
    pytest.param(B, DOUBTED, A, (A,), Settled.DOUBT, id="a clash: theirs is less trusted"),
    pytest.param(A, DOUBTED, A, (DOUBTED, A), Settled.BEHIND, id="behind in its state alone"),
    pytest.param(A, DOUBTED, B, (B,), Settled.BEHIND, id="only its state, of a text gone by"),
]


@pytest.mark.parametrize(("base", "file", "ours", "since", "expected"), TABLE)
def test_the_table(
    base: Said, file: Said, ours: Said, since: tuple[Said, ...], expected: Settled
) -> None:
    assert settle(base, file, ours, since) is expected


@pytest.mark.parametrize(
    ("base", "file", "ours", "since", "expected"),
    [
        pytest.param(A, B, A, (), Settled.OLDER, id="an older text comes back"),
        pytest.param(A, B, C, (C,), Settled.OLDER, id="and the store went on"),
        pytest.param(A, B, NOTHING, (NOTHING,), Settled.OLDER, id="it was emptied since"),
        pytest.param(A, B, B, (B,), Settled.AGREE, id="it is meant again"),
        pytest.param(A, B, C, (B, C), Settled.BEHIND, id="writing was interrupted"),
        pytest.param(A, A, B, (B,), Settled.KEEP, id="the file is as it was"),
        pytest.param(A, NOTHING, A, (), Settled.MISSING, id="lost"),
    ],
)
def test_what_was_said_before(
    base: Said, file: Said, ours: Said, since: tuple[Said, ...], expected: Settled
) -> None:
    assert settle(base, file, ours, since, is_old=True) is expected


@pytest.mark.parametrize(
    ("base", "file", "ours", "expected"),
    [
        (DOUBTED, A, DOUBTED, Settled.OLDER),
        (A, A, DOUBTED, Settled.KEEP),
        (B, A, DOUBTED, Settled.AGREE),
        (DOUBTED, B, DOUBTED, Settled.TAKE),
        (A, DOUBTED, DOUBTED, Settled.AGREE),
    ],
)
def test_what_somebody_sent_back_is_not_cleared_by_a_copy_from_before(
    base: Said, file: Said, ours: Said, expected: Settled
) -> None:
    assert settle(base, file, ours, is_sent_back=True) is expected


def test_every_outcome_is_tried() -> None:
    assert {row.values[4] for row in TABLE} == set(Settled) - {Settled.OLDER}


SAID = st.builds(Said, st.sampled_from(["", " ", "a", "b", "c"]), st.booleans())


@given(SAID, SAID, SAID, st.lists(SAID, max_size=3), st.booleans(), st.booleans())
def test_no_text_disappears_and_no_blank_takes_anything(
    base: Said, file: Said, ours: Said, since: list[Said], is_old: bool, is_sent_back: bool
) -> None:
    settled = settle(base, file, ours, since, is_old=is_old, is_sent_back=is_sent_back)
    known = {ours.text, base.text, *(each.text for each in since)}
    if file.is_blank:
        assert settled in (Settled.KEEP, Settled.MISSING)
    elif file.text not in known:
        assert settled in ([Settled.OLDER] if is_old else [Settled.TAKE, Settled.CONFLICT])
    if settled is Settled.TAKE:
        assert not is_old
        assert ours.is_blank or ours.text == base.text
    if settled in (Settled.DOUBT, Settled.CLEAR, Settled.AGREE):
        assert file.text == ours.text


@given(SAID, SAID, SAID)
def test_once_it_is_settled_it_stays_settled(base: Said, file: Said, ours: Said) -> None:
    """What was decided moves the base: the same file says nothing new afterwards."""
    settled = settle(base, file, ours)
    if settled in (Settled.KEEP, Settled.MISSING):
        return
    after = {
        Settled.TAKE: file,
        Settled.DOUBT: Said(ours.text, needs_work=True),
        Settled.CLEAR: Said(ours.text),
    }.get(settled, ours)
    assert settle(file, file, after) is Settled.KEEP


LINES = st.lists(st.sampled_from(["", "ask Ana", "done", "soon"]), max_size=5)


@given(LINES, LINES)
def test_no_line_of_a_comment_is_dropped(ours: list[str], file: list[str]) -> None:
    both = united(ours, file)
    assert set(both) == {*ours, *file}
    assert united(both, both) == united(both, file) == united(ours, both) == both
