"""Windows of a browser for tests: each begins with nothing but the scripts of the page.

A context that is thrown away takes its cache along, and to load every script anew takes a quarter
of the time until a page is drawn. So contexts are emptied and used again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

WIDE, PHONE = (1280, 900), (390, 844)
PATIENCE = 10.0
_KEPT = "local_storage,indexeddb,cache_storage,service_workers"
"""What a page can leave behind, besides cookies."""


@dataclass(frozen=True)
class Look:
    """What cannot be changed once a window is there."""

    phone: bool = False
    dark: bool = False
    locale: str = "en"


class Windows:
    """The windows of one browser on one server."""

    def __init__(self, chromium: Browser, url: str) -> None:
        self._chromium = chromium
        self._url = url
        self._idle: dict[Look, list[BrowserContext]] = {}
        self._open: list[tuple[Look, BrowserContext]] = []
        self._closed: set[BrowserContext] = set()
        self._strange: list[str] = []

    def enter(self, look: Look) -> Page:
        """Give an empty page of a window that knows nobody."""
        idle = self._idle.setdefault(look, [])
        context = idle.pop() if idle else self._made(look)
        self._open.append((look, context))
        page = context.new_page()
        tools = context.new_cdp_session(page)
        tools.send("Storage.clearDataForOrigin", {"origin": self._url, "storageTypes": _KEPT})
        tools.detach()
        return page

    def leave(self) -> list[str]:
        """Close all pages; name what they asked of other servers, and which scripts failed."""
        for look, context in self._open:
            if context in self._closed:
                continue
            for page in context.pages:
                page.close()
            context.set_offline(False)
            context.clear_permissions()
            context.clear_cookies()
            self._idle[look].append(context)
        self._open.clear()
        strange, self._strange = self._strange, []
        return strange

    def close(self) -> None:
        """Throw all windows away."""
        for idle in self._idle.values():
            for context in idle:
                context.close()

    def _made(self, look: Look) -> BrowserContext:
        width, height = PHONE if look.phone else WIDE
        context = self._chromium.new_context(
            viewport={"width": width, "height": height},
            has_touch=look.phone,
            is_mobile=look.phone,
            color_scheme="dark" if look.dark else "light",
            locale=look.locale,
        )
        context.set_default_timeout(PATIENCE * 1000)
        ours = (self._url, "blob:", "data:")
        context.on(
            "request",
            lambda asked: None if asked.url.startswith(ours) else self._strange.append(asked.url),
        )
        context.on("weberror", lambda failed: self._strange.append(str(failed.error)))
        context.on("close", lambda gone: self._closed.add(gone))  # noqa: PLW0108 - it is looked into
        return context
