"""What a catalog brought for a wording before any source had it."""

from tests.workflow.alignment.test_carrying import LENT, MILL, SHELF, digest, held
from workflow.alignment.carrying import Held, Past, Step
from workflow.alignment.succession import Heir, Origin, Succession
from workflow.alignment.twins import Twins, twins
from workflow.model import ChangeKind, State, UnitKey
from workflow.review import Act

EDITED = Heir(UnitKey(LENT), ChangeKind.EDITED, "a", (Origin("a", UnitKey(MILL)),), twin="later")
PIECE = Heir(
    UnitKey(LENT), ChangeKind.SPLIT, "", (Origin("a", UnitKey(SHELF)),), False, twin="later"
)


def given(heir: Heir, *there: Held, steps: tuple[Step, ...] = ()) -> Twins:
    past = Past(("fr",), {(each.unit, "fr"): each for each in there}, {}, digest)
    return twins(Succession((heir,), ()), past, steps)


def test_it_becomes_the_translation_where_there_is_none() -> None:
    for heir in (EDITED, PIECE):
        found = given(heir, held("later", "Neuf", LENT, State.REVIEWED))
        assert found.beside == ()
        [step] = found.taken
        assert (step.text, step.act, step.state) == ("Neuf", Act.CARRY, State.TRANSLATED)
        assert (step.author, step.origin, step.source_digest) == ("by later", "later", digest(LENT))


def test_what_is_doubtful_stays_doubtful() -> None:
    [step] = given(EDITED, held("later", "Neuf", MILL, State.NEEDS_WORK)).taken
    assert (step.state, step.source_digest) == (State.NEEDS_WORK, digest(MILL))


def test_it_is_suggested_where_another_stands_or_is_carried() -> None:
    new = held("later", "Neuf", LENT)
    found = given(EDITED, new, held("a", "Ancien", MILL))
    assert found.taken == ()
    assert [(step.text, step.author) for step in found.beside] == [("Neuf", "by later")]
    carried = Step(0, "fr", Act.CARRY, "Ancien", State.NEEDS_WORK, digest(MILL), "by a")
    found = given(PIECE, new, steps=(carried,))
    assert (found.taken, len(found.beside)) == ((), 1)


def test_what_says_nothing_new_is_left() -> None:
    same = given(EDITED, held("later", "Ancien", LENT), held("a", "Ancien", MILL))
    blank = given(EDITED, held("later", "", LENT))
    assert same == blank == Twins((), ())
