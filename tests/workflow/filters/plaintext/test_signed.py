"""Lists of those who sign."""

import pytest

from workflow import plumbing
from workflow.model import BlockKind

BODY = "Title\n\nWe ask for a bridge that is open all year.\n\n"


def signed(text: str, locale: str = "en") -> list[str]:
    passages = plumbing.segment((BODY + text).encode(), format="plaintext", locale=locale)
    return [each.text for each in passages if each.kind is BlockKind.SIGNATORY]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Signed by:\nAna Lima\nJonas Hale", "Ana Lima|Jonas Hale"),
        ("Signed by:\n\n- Ana Lima\n- Jonas Hale", "Ana Lima|Jonas Hale"),
        ("Signatories\n\nAna Lima\nJonas Hale\nMei Foster", "Ana Lima|Jonas Hale|Mei Foster"),
        (
            "1. Ana Lima, Brazil\n2. Jonas Hale, Ireland\n3. The Reed, Norway",
            "Ana Lima, Brazil|Jonas Hale, Ireland|The Reed, Norway",
        ),
        ("We demand:\n- bread\n- milk\n- tea", ""),
        ("Signed by:\nAna Lima", ""),
        ("Rain, snow, hail\nCome, all, now\nWe came, we saw, we asked.", ""),
    ],
)
def test_lists(text: str, names: str) -> None:
    assert "|".join(signed(text)) == names


@pytest.mark.parametrize(
    ("locale", "announcement"),
    [
        ("fr", "Signataires :"),
        ("de", "Unterzeichnende:"),
        ("es", "Firmantes:"),
        ("it", "Firmatari:"),
        ("ar", "الموقعون:"),
        ("fa", "امضاکنندگان:"),
        ("ckb", "واژۆکەران:"),
        ("ru", "Подписали:"),
        ("ja", "署名："),
        ("zh", "签署："),
        ("ko", "서명:"),
        ("hi", "हस्ताक्षर:"),
        ("tr", "İmzacılar:"),
        ("sw", "Waliotia saini:"),
        ("vi", "Ký tên:"),
        ("th", "ลงนาม:"),
        ("he", "חתומים:"),
        ("id", "Penandatangan:"),
        ("el", "Υπογράφουν:"),
        ("pl", "Podpisali:"),
    ],
)
def test_announcements(locale: str, announcement: str) -> None:
    assert signed(f"{announcement}\n\nAna Lima\nJonas Hale", locale) == ["Ana Lima", "Jonas Hale"]


def test_who_signs_a_letter() -> None:
    letter = "Dear all,\n\nwe ask for a bridge.\n\nYours sincerely,\nAna Lima\nFriends of the Reed"
    passages = plumbing.segment(letter.encode(), format="plaintext", locale="en")
    assert [(each.kind.value, each.text) for each in passages][2:] == [
        ("paragraph", "Yours sincerely,"),
        ("signatory", "Ana Lima"),
        ("signatory", "Friends of the Reed"),
    ]


def test_names_with_a_blank_line_between_them() -> None:
    names = ["Ana Lima", "Jonas Hale", "Mei Foster", "Olu Reed"]
    assert signed("\n\n".join(["Signatories", *names])) == names
