"""What the checks find is said beside the paragraph until it is mended."""

from __future__ import annotations

from tests.serving import Member
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import words_of
from tests.ui.screens.working import save, units
from ui.served import Served


def test_findings_are_said_until_they_are_mended(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[1]
    save(house, ana, unit, "Harbour Bay, le 15 mars 2026")
    app = help_for(ana, unit)
    assert "The number 14 is not in the translation." in words_of(app)
    save(house, ana, unit, "Harbour Bay, le 14 mars 2026")
    said = words_of(app.run())
    assert "is not in the translation" not in said
    assert "Look at this again" not in said
