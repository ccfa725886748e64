import pytest

from tests.workflow.segmentation.conftest import Check
from workflow.segmentation.lists import item_starts


@pytest.mark.parametrize("language", ["en", "da", "de", "fr"])
def test_items_in_one_line_are_sentences(check_sentences: Check, language: str) -> None:
    check_sentences(
        language,
        [
            "1.) Our first wish|2.) Our second wish",
            "1) Our first wish.|2) Our second wish.",
            "1. Our first wish|2. Our second wish",
            "9. Our ninth wish.|10. Our tenth wish.",
            "• 9. Our first wish|• 10. Our second wish",
            "a. Our first wish|b. Our second wish|c. Our third wish",
            "a.) Our first wish.|b.) Our second wish.|c.) Our third wish.",
            "i) Our first wish|ii) Our second wish|iii) Our third wish",
            "• One wish|• Two wishes",
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. As section 2. says, we go on.",
        "1. We ask (see 2) for help.",
        "We ask for 1. bread and 2. milk.",
        "1. Bread and milk 3. Water",
        "1. Bread and milk b. Water",
        "1. Bread 2. Water",
        "Plain text.",
        "",
    ],
)
def test_other_numbers_are_no_items(text: str) -> None:
    assert item_starts(text, frozenset({"section"})) == ()
