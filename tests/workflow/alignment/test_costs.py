"""What a revision costs; that it is what happens is a law in `tests/workflow/services`."""

from workflow.alignment.carrying import Held, Intent, Past, carry
from workflow.alignment.costs import Cost, costs, taken_out
from workflow.alignment.succession import Ancestor, succeed
from workflow.alignment.texts import Text
from workflow.model import State, UnitKey

MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."
LAKE = "Nobody may close the path around the lake to those who live there."
SHELF = "Every child needs a shelf of books within an hour of home."


def test_each_text_is_counted_once_in_each_language() -> None:
    old = [
        Ancestor("a", UnitKey(MILL)),
        Ancestor("b", UnitKey(LAKE)),
        Ancestor("c", UnitKey(SHELF), is_living=False),
    ]
    new = (LENT, LAKE, SHELF, "Something else.")
    now = {
        ("a", "fr"): Held("a", "A", State.TRANSLATED, MILL, "x"),
        ("c", "fr"): Held("c", "C", State.REVIEWED, SHELF, "x"),
        ("c", "sw"): Held("c", "C", State.NEEDS_WORK, SHELF, "x"),
    }
    past = Past(("fr", "sw", "ja"), now, {}, str)
    found = succeed(old, [Text(UnitKey(each)) for each in new], locale="en")
    words = (1, 10, 100, 1000)
    assert costs(found, old, past, carry(found, old, past, {}), words) == (
        Cost("fr", 1, 1, 1, 1000, 2, 110),
        Cost("sw", 1, 100, 1, 1000, 2, 11),
        Cost("ja", 0, 0, 2, 1100, 2, 11),
    )
    steps = carry(found, old, past, {0: Intent.TYPO})
    assert costs(found, old, past, steps, words)[0] == Cost("fr", 0, 0, 1, 1000, 3, 111)


def test_what_goes_is_counted_but_for_what_is_merged() -> None:
    old = [
        Ancestor("a", UnitKey(MILL)),
        Ancestor("b", UnitKey(LAKE)),
        Ancestor("c", UnitKey(SHELF)),
    ]
    found = succeed(old, [Text(UnitKey(f"{SHELF} And: {LAKE}"))], locale="en")
    past = Past(("fr",), {}, {}, str)
    [cost] = costs(found, old, past, carry(found, old, past, {}), [26])
    assert (cost.gone, cost.gone_words) == (1, len(MILL.split()))
    assert taken_out(found) == {"a"}


def test_a_typo_costs_nothing_where_work_was_needed_before() -> None:
    old = [Ancestor("a", UnitKey(MILL))]
    held = Held("a", "A", State.NEEDS_WORK, MILL, "x")
    past = Past(("fr",), {("a", "fr"): held}, {}, str)
    found = succeed(old, [Text(UnitKey(LENT))], locale="en")
    for intent, cost in ((Intent.TYPO, (0, 0)), (Intent.MEANING, (1, 7))):
        steps = carry(found, old, past, {0: intent})
        [said] = costs(found, old, past, steps, [7])
        assert (said.needs_work, said.needs_work_words) == cost
