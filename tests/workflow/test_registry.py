"""The shelf on which filters, checks and exporters stand."""

from dataclasses import dataclass

import pytest

from workflow.errors import UnknownName
from workflow.registry import Registry


@dataclass(frozen=True)
class Tool:
    name: str


PEN, INK = Tool("pen"), Tool("ink")


def test_it_keeps_the_order_and_finds_by_name() -> None:
    shelf = Registry("tool", [PEN, INK])
    assert (list(shelf), len(shelf), shelf.names) == ([PEN, INK], 2, ("pen", "ink"))
    assert (shelf["ink"], "ink" in shelf, "pan" in shelf, 3 in shelf) == (INK, True, False, False)


def test_two_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two tools are called 'pen'"):
        Registry("tool", [PEN, INK, Tool("pen")])


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as refusal:
        Registry("tool", [PEN, INK])["pan"]
    assert str(refusal.value) == "no tool called 'pan'. Did you mean 'pen'?"
    assert refusal.value.known == ("pen", "ink")
