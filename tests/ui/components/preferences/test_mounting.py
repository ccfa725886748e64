"""The settings of a device: nothing of them comes to the server."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from ui.served import Served

SCRIPT = """\
from ui.components.preferences import preferences
from ui.language import words

preferences(words("en"))
"""


def test_only_the_language_is_told(house: Served) -> None:
    del house
    app = AppTest.from_string(SCRIPT, default_timeout=20).run()
    assert not app.exception
    data = json.loads(app.get("bidi_component")[0].proto.json)
    assert set(data) == {"root", "ui", "ui_dir", "words"}
