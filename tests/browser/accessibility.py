"""What axe-core says of a page, once what moves on it has come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FEW_RULES = 10
_AT_REST = """async () => {
  const isEnding = (each) => Number.isFinite(each.effect?.getComputedTiming().endTime);
  const moving = document.getAnimations().filter(isEnding);
  await Promise.allSettled(moving.map((each) => each.finished));
}"""


def violations(page: Page, within: str | None = None) -> list[str]:
    """Name what axe finds on a page, or in a part of it, with the first place of each rule.

    A colour is no colour yet while something fades in, so that is waited for. A part of a page
    that axe did not look at is a failure.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page.emulate_media(reduced_motion="reduce")  # ends what moves behind a shadow root
    page.evaluate(_AT_REST)
    found = axe.Axe().run(page, context=within).response
    assert within or len(found["passes"]) > _FEW_RULES
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]
