"""How far something is, by shape, by a bar, and in words."""

from __future__ import annotations

import re

import pytest

from ui.components.far import heard, how_many, legend, shape, stacked, states
from ui.language import words
from workflow.services.progress import Far

ENGLISH = words("en")


@pytest.mark.parametrize(
    ("far", "mark"),
    [
        (Far(untranslated=3), "○"),
        (Far(untranslated=2, translated=1), ""),
        (Far(needs_work=3), "◐"),
        (Far(translated=2, reviewed=1), "●"),
        (Far(reviewed=3), "✓"),
    ],
)
def test_the_shape_says_how_far(far: Far, mark: str) -> None:
    assert shape(far) == mark


def test_the_bar_is_as_long_as_the_words() -> None:
    far = Far(2, 1, 1, 1, 50, 10, 15, 25)
    sizes = re.findall(r'us-far-([a-z-]+)" style="inline-size:([0-9.]+)%', stacked(far))
    assert sizes == [("reviewed", "25.0"), ("translated", "15.0"), ("needs-work", "10.0")]
    assert "style" not in stacked(Far()) + stacked(Far(untranslated=1, words_untranslated=9))
    assert 'aria-hidden="true"' in stacked(far)


def test_all_is_said_in_words_too() -> None:
    far = Far(2, 1, 3, 4, 1200, 0, 300, 500)
    said = heard(ENGLISH, far)
    for part in ("40% of 2,000 words", "25% reviewed", "translate: 2", "need work: 1", "review: 3"):
        assert part in said
    assert heard(ENGLISH, Far(reviewed=1, words_reviewed=7)) == "All reviewed: 1 paragraph, 7 words"
    found = re.sub(r"<[^>]+>", "", states(ENGLISH, far))
    assert found == (
        "○ to translate: 2 (1,200 words)◐ needs work: 1 (0 words)"
        "● waits for a review: 3 (300 words)✓ reviewed: 4 (500 words)"
    )
    assert "needs work" not in states(ENGLISH, Far(untranslated=1))
    assert how_many(ENGLISH, 1, 20) == "1 paragraph, 20 words"


def test_a_legend_says_what_shapes_mean() -> None:
    said = re.sub(r"<[^>]+>", "", legend(ENGLISH))
    assert said == "○ to translate◐ needs work● waits for a review✓ reviewed"
    drawn = legend(ENGLISH, [("✓", "reviewed")])
    assert drawn.count("<li>") == 1
    assert '<span aria-hidden="true">✓</span> reviewed' in drawn
