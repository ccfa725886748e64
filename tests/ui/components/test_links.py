"""Links move inside the page and take places along."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.screens.drawing import links
from ui.components.links import HOME, ME, TRANSLATE


def drawn(call: str) -> list[tuple[str, str, str]]:
    script = f"from ui.components.links import link, link_to_paragraph\n\n{call}\n"
    return links(AppTest.from_string(script).run())


@pytest.mark.parametrize("screen", [HOME, TRANSLATE, ME])
def test_a_link_leads_to_a_screen(screen: str) -> None:
    assert drawn(f"link('Go', {screen!r})") == [("Go", screen, "")]


def test_what_stands_behind_an_address_is_quoted_and_the_empty_left_out() -> None:
    (found,) = drawn("link('Go', 'translate', document='a&b=c', locale='')")
    assert found == ("Go", "translate", "document=a%26b%3Dc")


def test_a_paragraph_is_named_with_its_statement() -> None:
    assert drawn("link_to_paragraph('Go', 'letter', 'fr', 'u1')") == [
        ("Go", "translate", "document=letter&locale=fr&paragraph=u1")
    ]
    assert drawn("link_to_paragraph('Go', 'letter', 'fr')") == [
        ("Go", "translate", "document=letter&locale=fr")
    ]


def test_links_beside_each_other_may_say_the_same() -> None:
    assert len(drawn("link('Go', 'translate', paragraph='1')\nlink('Go', 'me')")) == 2
