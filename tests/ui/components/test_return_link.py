"""A return link, shown once."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from ui.qr import qr_as_image

_SCRIPT = """\
from ui.components.return_link import show_once
from ui.language import words

show_once(words("ar"), "https://t.example.org/back/abc")
"""


def test_it_can_be_copied_and_taken_by_a_phone() -> None:
    app = AppTest.from_string(_SCRIPT).run()
    assert not app.exception
    assert [each.value for each in app.code] == ["https://t.example.org/back/abc"]
    drawn = "".join(str(each.proto.body) for each in app.get("html"))
    assert 'dir="rtl"' in drawn
    picture = qr_as_image("https://t.example.org/back/abc")
    assert f'src="{picture}" alt="' in drawn
