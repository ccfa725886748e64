"""Roles by their names."""

from __future__ import annotations

import pytest

from ui.language import words
from ui.role_names import role_name
from workflow.access import Role


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name(role: Role) -> None:
    assert role_name(words("en"), role.label) == role.label.capitalize()
    assert role_name(words("ar"), role.label) != role.label.capitalize()
