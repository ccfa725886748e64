"""The values of the house."""

import dataclasses

import pytest

from workflow import model
from workflow.model import Catalog, Entry, Span, State, UnitKey

VALUES = [
    each
    for each in vars(model).values()
    if isinstance(each, type) and dataclasses.is_dataclass(each)
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: str(value.__name__))
def test_values_are_frozen_slotted_and_hold_no_lists(value: type) -> None:
    assert hasattr(value, "__slots__")
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]
    fields = dataclasses.fields(value)
    assert not [each.name for each in fields if "list" in str(each.type).lower()]


def test_states_are_in_order() -> None:
    assert State.UNTRANSLATED < State.NEEDS_WORK < State.TRANSLATED < State.REVIEWED


def test_a_span_cuts_code_points() -> None:
    assert Span(1, 3).of("a👍🏽b") == "👍🏽"


@pytest.mark.parametrize(
    ("targets", "flags", "state"),
    [
        (("",), (), State.UNTRANSLATED),
        (("",), ("fuzzy",), State.UNTRANSLATED),
        (("Fleuve", ""), (), State.UNTRANSLATED),
        (("Fleuve",), ("no-wrap", "fuzzy"), State.NEEDS_WORK),
        (("Fleuve",), (), State.TRANSLATED),
        (("Fleuve",), ("reviewed",), State.TRANSLATED),
        ((" ",), (), State.TRANSLATED),
    ],
)
def test_the_state_of_an_entry(
    targets: tuple[str, ...], flags: tuple[str, ...], state: State
) -> None:
    entry = Entry(UnitKey("River"), targets, flags=flags)
    assert (entry.state, entry.target) == (state, targets[0])


def test_the_line_of_an_entry_is_not_its_identity() -> None:
    assert Entry(UnitKey("River"), line=3) == Entry(UnitKey("River"), line=9)


def test_headers_are_found_without_case() -> None:
    catalog = Catalog("fr", (("language", "fr"), ("Language", "de")))
    assert (catalog.header("LANGUAGE"), catalog.header("X-None")) == ("fr", "")
