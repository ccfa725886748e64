"""Markdown as a reader sees it: its tags in order, and its words.

Structure: two documents have the same tags and attributes in the same order, but for the
attributes that hold words. Coverage: no word outside code is left as it was.
"""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

_WORDY = frozenset(("alt", "title", "content", "value", "placeholder", "summary", "aria-label"))
_UNREAD = frozenset(("code", "pre", "script", "style", "title", "textarea", "svg"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_TOML = re.compile(r"\A\+\+\+[ \t]*\n.*?\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)

Event = tuple[str, tuple[tuple[str, str], ...]]


def reader() -> MarkdownIt:
    """Make a reader of its own, which none of the program's rules has touched."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return made.use(footnote_plugin).disable("footnote_inline")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self.texts: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = sorted((key, " ".join((value or "").split())) for key, value in attrs)
        self.events.append((tag, tuple(pair for pair in kept if pair[0] not in _WORDY)))
        self.texts += [value or "" for key, value in attrs if key in ("alt", "title")]
        self.unread += tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        self.events.append((f"/{tag}", ()))
        self.unread = max(self.unread - (tag in _UNREAD), 0)

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.texts.append(data)


def page(markdown: str) -> tuple[list[Event], list[str]]:
    """Give the tags of a document and its words outside code."""
    text = _TOML.sub("", markdown.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    made = reader().use(front_matter_plugin)
    parser = _Page()
    parser.feed(made.render(text))
    parser.close()
    return parser.events, _WORD.findall(" ".join(parser.texts))
