"""Our own scripts, styles and pictures."""

from __future__ import annotations

import pytest

from tests.asking import Ask
from ui.web import assets


def test_a_browser_keeps_them_for_good(ask: Ask) -> None:
    for name in ("entrance.css", "entrance.js", "mark.svg"):
        where = assets.address(name)
        got = ask("GET", f"/{where}")
        assert got.status == 200
        assert got.header("cache-control") == "public, max-age=31536000, immutable"
        suffix = f".{name.partition('.')[2]}"
        assert got.header("content-type") == assets.TYPES[suffix]
        assert got.body == (assets.HERE / "web" / "files" / name).read_bytes()


def test_an_old_address_gets_the_new_file_and_does_not_keep_it(ask: Ask) -> None:
    got = ask("GET", "/assets/000000000000/entrance.css")
    assert (got.status, got.header("cache-control")) == (200, "no-store")


@pytest.mark.parametrize(
    "name",
    ["none.js", "api.py", "..%2fapi.py", "../api.py", "__init__.py", "words.py", "join.html", ""],
)
def test_nothing_else_is_sent(ask: Ask, name: str) -> None:
    assert ask("GET", f"/assets/000000000000/{name}").status == 404


def test_all_share_one_digest() -> None:
    found = {assets.address(name).split("/")[1] for name in ("entrance.css", "mark.svg")}
    assert len(found) == 1
    with pytest.raises(KeyError):
        assets.address("none.js")
