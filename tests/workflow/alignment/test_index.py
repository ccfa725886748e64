from itertools import permutations

from workflow.alignment.index import CANDIDATES, Index, Weights
from workflow.alignment.texts import features

TEXTS = ("the mayor of the city", "the bridge of the city", "the school of the village")
FOUND = [features(each) for each in TEXTS]


def test_the_rarer_a_word_the_more_it_tells() -> None:
    weights = Weights(FOUND)
    assert weights["mayor"] > weights["city"] > weights["the"]
    assert weights["unheard"] >= weights["mayor"]
    assert weights.sum(["city", "the"]) == weights["city"] + weights["the"]


def test_the_order_of_a_set_tells_nothing() -> None:
    weights = Weights([])
    weights.update({"one": 1e16, "two": 1.0, "three": -1e16})
    assert {weights.sum(order) for order in permutations(weights)} == {1.0}


def test_the_nearest_share_the_rarest_words() -> None:
    index = Index({number: [each] for number, each in enumerate(FOUND)}, Weights(FOUND))
    assert index.nearest(features("a bridge in the city"), 0)[:2] == [1, 0]
    assert index.nearest(features("…"), 0) == []


def test_of_many_that_share_everything_those_around_the_place_are_looked_at() -> None:
    many = [features("the same words everywhere")] * 5_000
    index = Index({number: [each] for number, each in enumerate(many)}, Weights(many))
    found = index.nearest(many[0], 3_000)
    assert len(found) == CANDIDATES
    assert all(2_950 < number < 3_050 for number in found)
    assert max(index.nearest(many[0], 9_999)) == 4_999
