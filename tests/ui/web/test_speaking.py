"""The sentences of the scripts, as they are sent."""

from __future__ import annotations

from starlette.requests import Request

from ui.web.speaking import speaking


def asked(query: str, headers: dict[str, str] | None = None) -> Request:
    raw = [(name.encode(), value.encode()) for name, value in (headers or {}).items()]
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/",
            "query_string": query.encode(),
            "headers": raw,
        }
    )


def test_a_language_is_kept_for_good_only_under_its_own_digest() -> None:
    route = speaking(lambda tag: f'{{"tag": "{tag}"}}'.encode())
    answer = route(asked("locale=en"))
    assert bytes(answer.body) == b'{"tag": "en"}'
    assert answer.headers["cache-control"] == "no-cache"
    tag = answer.headers["etag"]
    again = route(asked("locale=en", {"if-none-match": tag}))
    assert (again.status_code, bytes(again.body)) == (304, b"")
    right, wrong = route(asked(f"locale=en&is={tag[1:13]}")), route(asked("locale=en&is=abc"))
    for short in ("locale=en&is=", f"locale=en&is={tag[1:2]}"):
        assert route(asked(short)).headers["cache-control"] == "no-cache"
    assert "immutable" in right.headers["cache-control"]
    assert wrong.headers["cache-control"] == "no-cache"


def test_a_language_that_nobody_speaks_is_english() -> None:
    route = speaking(str.encode)
    assert bytes(route(asked("locale=../../x")).body) == b"en"
    assert bytes(route(asked("")).body) == b"en"
