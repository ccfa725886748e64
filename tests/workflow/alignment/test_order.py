from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workflow.alignment.order import unmoved


@given(st.permutations(range(12)))
def test_what_has_not_moved_is_in_order(numbers: list[int]) -> None:
    stayed = unmoved(numbers)
    run = [number for number in numbers if number in stayed]
    assert all(one < other for one, other in pairwise(run))
    assert stayed


def test_one_text_moved_far_is_the_one_that_moved() -> None:
    assert unmoved([9, *range(9)]) == frozenset(range(9))
    assert unmoved([]) == frozenset()
