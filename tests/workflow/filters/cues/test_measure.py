"""How much a text says, and how wide it is."""

from workflow.filters.cues.measure import columns, says_something


def test_columns() -> None:
    assert [columns(text) for text in ("abc", "川と", "e\u0301", "\u200ba", "ｱ", "क्ष")] == [
        3,
        4,
        1,
        1,
        1,
        2,
    ]


def test_says_something() -> None:
    assert [
        text for text in ("", "---", "* * *", "٣", "a", "川", "🙂", "½") if says_something(text)
    ] == [
        "٣",
        "a",
        "川",
        "½",
    ]
