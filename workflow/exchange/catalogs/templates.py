"""Make the template of a document, and a language's first catalog from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workflow import languages
from workflow.exchange.catalogs.headers import CONTENT_TYPE, PLURAL_COUNT
from workflow.model import BlockKind, Catalog, Document, Entry, Place, Unit

GENERATOR = "Undersigned"
"""Without a version: a new version of the program must not change every catalog."""

_ORDER = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
_SECTION_SHOWN = 60

_WORDS = {
    BlockKind.HEADING: "heading",
    BlockKind.DATE_LINE: "date line",
    BlockKind.BYLINE: "byline",
    BlockKind.SALUTATION: "salutation",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.QUOTE: "quotation",
    BlockKind.ORDERED_ITEM: "numbered item",
    BlockKind.UNORDERED_ITEM: "bullet item",
    BlockKind.SIGNATORY: "signatory",
    BlockKind.FOOTNOTE: "footnote",
    BlockKind.SOURCE_LINE: "source line",
    BlockKind.BOILERPLATE: "standing text",
    BlockKind.TABLE_CELL: "table cell",
    BlockKind.CAPTION: "caption",
}
_KNOWN = ("title", *_WORDS.values())
_NUMBERED = frozenset({BlockKind.ORDERED_ITEM, BlockKind.FOOTNOTE})


def template(document: Document, *, source: str = "") -> Catalog:
    """Make the template (POT) of a document: every text, and where the translator finds it.

    `source` is the path written into references, such as `sources/letter.txt`; without one it is
    the document's name, and without a name there are no references. Comments tell the kind of
    text, the heading above it and its place in a paragraph; line numbers stand in references only,
    so that an edit above a text leaves its comments as they are.
    """
    path = _reference_path(source or document.name)
    parents = _parents(document)
    headers = (
        ("Project-Id-Version", document.name),
        ("Language", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", CONTENT_TYPE),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Generator", GENERATOR),
        ("X-Source-Language", document.source_locale),
        ("X-Segmentation", document.segmentation),
    )
    entries = tuple(
        Entry(
            unit.key,
            extracted=tuple(_facts(unit, parents)),
            references=tuple(f"{path}:{place.line}" for place in unit.places) if path else (),
        )
        for unit in document.units
    )
    return Catalog("", headers, entries, flags=("fuzzy",))


def new_catalog(template: Catalog, locale: str, plural_forms: str) -> Catalog:
    """Start the catalog of a language from a template.

    `locale` is a BCP 47 tag; `plural_forms` is gettext's expression, which `languages` knows.

    Raises:
        UnknownLocale: the tag is none.
    """
    forms = PLURAL_COUNT.search(plural_forms)
    blank = ("",) * (int(forms[1]) if forms else 1)
    entries = tuple(
        replace(entry, targets=blank if entry.plural else ("",))
        for entry in template.entries
        if not entry.obsolete
    )
    flags = tuple(flag for flag in template.flags if flag != "fuzzy")
    fields = dict(template.headers) | {
        "Language": languages.gettext_locale(locale),
        "Plural-Forms": plural_forms,
    }
    headers = sorted(fields.items(), key=lambda field: _rank(field[0]))
    return Catalog(languages.normalise(locale), tuple(headers), entries, template.comments, flags)


def _rank(name: str) -> int:
    """Order header fields as gettext does; ours come after, in the order they have."""
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


# --- what a translator is told -------------------------------------------------------------------


def _facts(unit: Unit, parents: dict[int, str]) -> Iterator[str]:
    """Say where a text stands, one fact a line."""
    first = unit.places[0]
    said = _kind(first, parents)
    yield said
    if first.section and first.section != unit.key.source:
        yield f"under: {_shorten(first.section)}"
    if first.size:
        yield f"sentence {first.position} of {first.size}"
    others = dict.fromkeys(_kind(place, parents) for place in unit.places[1:])
    if len(unit.places) > 1:
        yield f"stands in {len(unit.places)} places"
        yield from (f"also as {kind}" for kind in others if kind != said)
    if unit.max_length is not None:
        yield f"at most {unit.max_length} characters"
    if unit.note:
        first_line, *more = unit.note.split("\n")
        yield f"note from the author: {first_line}"
        yield from more


def _kind(place: Place, parents: dict[int, str]) -> str:
    """Name a place: `title`, `numbered item 2.`, `item 2., paragraph`."""
    title = place.kind is BlockKind.HEADING and place.level == 1
    word = "title" if title else _WORDS[place.kind]
    if place.marker and place.kind is BlockKind.CAPTION:
        return f"front matter: {place.marker}"
    if place.marker and place.kind in _NUMBERED:
        word = f"{word} {place.marker}"
    parent = parents.get(place.group, "")
    return f"{parent}, {word}" if parent else word


def _parents(document: Document) -> dict[int, str]:
    """Name the items that each block stands inside, outermost first, by the block's number."""
    places = [place for unit in document.units for place in unit.places]
    stack: list[str] = []
    parents: dict[int, str] = {}
    for place in sorted(places, key=lambda place: (place.group, place.position)):
        if place.group in parents:
            continue
        del stack[place.depth :]
        parents[place.group] = ", ".join(stack)
        if place.kind is BlockKind.ORDERED_ITEM:
            stack.append(f"item {place.marker}" if place.marker else "item")
        elif place.kind is BlockKind.UNORDERED_ITEM:
            stack.append("bullet item")
    return parents


def kind_of(entry: Entry) -> str:
    """Read out of a template what a text is to its reader: `title`, `numbered item (a)`.

    Empty where the entry does not say it in our words; what it stands inside is left out.
    """
    said = (entry.extracted[0] if entry.extracted else "").rpartition(", ")[2]
    return said if any(said == each or said.startswith(f"{each} ") for each in _KNOWN) else ""


def _shorten(heading: str) -> str:
    """Put a heading on one line of at most sixty characters."""
    line = " ".join(heading.split())
    if len(line) <= _SECTION_SHOWN:
        return line
    return line[:_SECTION_SHOWN].rsplit(" ", 1)[0].rstrip(",;:- ") + "…"


def _reference_path(path: str) -> str:
    """Protect a path with spaces as gettext does, between U+2068 and U+2069."""
    return f"\u2068{path}\u2069" if any(character.isspace() for character in path) else path
