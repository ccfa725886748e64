"""The frame: the page says its language and fetches its looks from here."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ui.web.assets import address

_SCRIPT = """\
from ui.components.frame import frame
from ui.language import words

frame(words("{}"), "{}")
"""


def mounted(language: str, person: str = "") -> Any:
    app = AppTest.from_string(_SCRIPT.format(language, person)).run()
    assert not app.exception
    (found,) = app.get("bidi_component")
    return found.proto


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_is_told_its_language_and_direction(language: str, direction: str) -> None:
    assert json.loads(mounted(language).json) == {
        "lang": language,
        "dir": direction,
        "icon": f"./{address('mark.svg')}",
        "person": "",
    }


def test_the_page_is_told_whose_texts_it_keeps() -> None:
    assert json.loads(mounted("en", "a-member").json)["person"] == "a-member"


def test_looks_and_script_are_fetched_from_here() -> None:
    proto = mounted("en")
    fetched = re.findall(r'(?:url|URL)\("([^"]+)"', proto.css_content + proto.js_content)
    assert fetched == [f"./{address('frame.css')}", f"./{address('frame.js')}"]
    assert not proto.isolate_styles, "the style is for the whole page"


def test_streamlit_takes_neither_for_the_path_of_a_file() -> None:
    proto = mounted("en")
    assert "\n" in proto.css_content.strip()
    assert "\n" in proto.js_content.strip()
