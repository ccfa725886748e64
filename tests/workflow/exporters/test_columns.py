"""How wide texts are."""

import pytest

from workflow.exporters.columns import columns


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0), ("bank", 4), ("川。", 4), ("ﾊｼ", 2), ("강", 2), ("ن\u064fهر", 3), ("a\u200db", 2),
        ("cafe\u0301", 4), ("—", 1),
    ],
)  # fmt: skip
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
