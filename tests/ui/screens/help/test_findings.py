"""What the checks find is said in a sentence, each thing once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.serving import Member
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import save, units
from ui.served import Served

_SCRIPT = """\
from types import SimpleNamespace

from ui.language import words
from ui.screens.help.findings import draw
from workflow.model import Issue

one = Issue("lost_number", detail="<b>{n}")
other = Issue("lost_address", detail="https://example.org")
found = (one, other, one)
draw(SimpleNamespace(words=words("en"), row=SimpleNamespace(findings=found)))
"""


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


def test_each_thing_is_said_once_and_its_detail_is_a_text() -> None:
    drawn = html(AppTest.from_string(_SCRIPT).run())
    assert drawn.count("<li>") == 2
    assert drawn.count("The number <bdi>&lt;b&gt;{n}</bdi> is not in") == 1
    assert drawn.index("The number") < drawn.index("The address")
