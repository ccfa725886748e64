"""Catalogs as people and programs make them, hostile ones included: strategies for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from workflow.model import Catalog, Entry, UnitKey

HEADERS = (
    ("Project-Id-Version", "letter"),
    ("Language", "fr"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
    ("X-Source-Language", "en"),
)
FORMS = 2

NASTY = (
    *('"', '\\"', "\\", "\\\\n", "\\n", "\t", "\n", "\r\n", "\n\n", "#~ msgid", '"\nmsgid "', "%d"),
    *(
        "e\u0301",
        "क्‍ष",
        "👩‍👩‍👧‍👦",
        "\u200f",
        "\u2067עברית\u2069",
        "می‌خواهیم",
        "شهر",
        "川",
        "\ufeff",
    ),
    *("\u2028", "\u2029", "\x85", "\u00a0", "\u3000", "\x7f", " ", "  ", "msgid", "charset=UTF-7"),
)
_ESCAPES = "\r\v\f\b"
_CONTROLS = {chr(code) for code in range(32)} - {"\n", "\t"}
_REORDERING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0xE0000, 0xE0080))}


def texts(*, escapes: bool = True, lines: bool = True) -> st.SearchStrategy[str]:
    """Give any text that a catalog can hold.

    `escapes` allows four controls, of which Babel knows one; `lines` allows line breaks.
    """
    never = _CONTROLS - set(_ESCAPES if escapes else "") | set("" if lines else "\n")
    letters = st.characters(
        exclude_categories=["Cs"], exclude_characters=sorted(never | _REORDERING)
    )
    nasty = [each for each in NASTY if not set(each) & never]
    pieces = st.one_of(st.text(letters, max_size=8), st.sampled_from(nasty))
    return st.lists(pieces, max_size=6).map("".join)


def trimmed(**options: bool) -> st.SearchStrategy[str]:
    """Give texts as they are extracted and saved: no line break at either end."""
    return texts(**options).map(lambda text: text.strip("\n"))


_WORDS = st.text(st.characters(categories=["L", "N"], include_characters="/._-:"), min_size=1)
_PATHS = st.one_of(
    st.builds("{}:{}".format, _WORDS, st.integers(0, 9999)),
    _WORDS,
    st.just("\u2068my letter.txt\u2069:3"),
)
_FLAGS = st.sampled_from(["fuzzy", "reviewed", "no-wrap", "x-range:0..5"])


@st.composite
def entries(draw: st.DrawFn, text: st.SearchStrategy[str]) -> Entry:
    """Give an entry with everything that an entry can have, or with little."""
    plural = draw(st.one_of(st.just(""), st.just(""), text))
    comments = st.lists(texts(escapes=False, lines=False), max_size=3).map(tuple)
    previous = draw(st.one_of(st.none(), st.builds(UnitKey, text, st.one_of(st.just(""), text))))
    key = UnitKey(draw(text), draw(st.one_of(st.just(""), st.just(""), text)))
    return Entry(
        key=key if key.source or key.context else UnitKey("River"),
        targets=tuple(draw(text) for _ in range(FORMS if plural else 1)),
        plural=plural,
        flags=tuple(draw(st.lists(_FLAGS, max_size=2, unique=True))),
        extracted=draw(comments),
        comments=draw(comments),
        references=tuple(draw(st.lists(_PATHS, max_size=2))),
        previous=previous,
        previous_plural=draw(text) if previous else "",
        obsolete=draw(st.booleans()),
    )


@st.composite
def catalogs(draw: st.DrawFn, text: st.SearchStrategy[str] | None = None) -> Catalog:
    """Give a catalog in which every key stands once."""
    one = entries(texts() if text is None else text)
    found = draw(st.lists(one, max_size=6, unique_by=lambda entry: entry.key))
    comments = draw(st.lists(texts(escapes=False, lines=False), max_size=2))
    return Catalog("fr", HEADERS, tuple(found), tuple(comments))
