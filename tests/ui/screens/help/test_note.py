"""What the author says to translators, and how long a translation may be."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from tests.serving import Member
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import units
from ui.served import Served
from workflow.store.schema import unit as unit_table


def told(house: Served, unit: str, note: str, longest: int | None) -> None:
    """Let the author say something; a plain text has no way to."""
    with house.workspace.store.writing() as db:
        changed = update(unit_table).where(unit_table.c.id == unit)
        db.execute(changed.values(note=note, max_length=longest))


def test_where_nothing_is_said_nothing_is_drawn(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    assert "From the author" not in words_of(help_for(ana, units(house, ana)[0]))


def test_a_note_is_a_text_in_the_language_of_the_source(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[0]
    told(house, unit, "The <b>old</b> {bridge}.", None)
    drawn = html(help_for(ana, unit))
    assert "<h3>From the author</h3>" in drawn
    assert 'lang="en" dir="ltr">The &lt;b&gt;old&lt;/b&gt; {bridge}.</p>' in drawn
    assert "At most" not in drawn


@pytest.mark.parametrize(
    ("longest", "said"),
    [(1, "At most 1 character fits here."), (80, "At most 80 characters fit here.")],
)
def test_a_limit_is_said_with_and_without_a_note(
    house: Served, help_for: HelpOf, ana: Member, longest: int, said: str
) -> None:
    unit = units(house, ana)[0]
    for note in ("", "Be short."):
        told(house, unit, note, longest)
        drawn = words_of(help_for(ana, unit))
        assert drawn.index("From the author") < drawn.index(said)
        assert ("Be short." in drawn) is bool(note)
