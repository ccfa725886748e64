from __future__ import annotations

from collections.abc import Iterator

import polib
import pytest
from hypothesis import given, settings

from tests.cases import ROOT
from tests.workflow.exchange.catalogs.values import catalogs
from workflow.errors import MalformedCatalog
from workflow.exchange.catalogs import through_polib, write_catalog
from workflow.exchange.catalogs.grammar import Statements
from workflow.exchange.catalogs.through_polib import Writer, parse
from workflow.model import Catalog, Entry, UnitKey

DATA = ROOT / "tests" / "data" / "catalogs"


def read_by_polib_alone(data: bytes) -> list[Entry]:
    """Read the same statements through polib's public door, with its own parser."""
    statements = Statements(data, "")
    collector = through_polib._Collector(statements)
    polib.pofile(statements, encoding="utf-8", klass=lambda **_: collector)
    return collector.read


def test_polib_alone_reads_the_same_statements_the_same() -> None:
    data = (DATA / "foreign.expected.po").read_bytes()
    assert parse(Statements(data, ""), "") == read_by_polib_alone(data)


@given(catalogs())
@settings(max_examples=40)
def test_polib_alone_reads_whatever_we_write(catalog: Catalog) -> None:
    data = write_catalog(catalog)
    assert parse(Statements(data, ""), "") == read_by_polib_alone(data)


def test_polib_alone_writes_the_same_bytes() -> None:
    """Where polib has no gaps, ours is its own output, but for the order of header fields."""
    text = (DATA / "letter.po").read_text("utf-8")
    _, *entries = parse(Statements(text.encode(), ""), "")
    say = Writer().say
    found = str(polib.pofile(text, wrapwidth=0)).replace("# \n", "#\n")
    assert "\n".join(say(entry) for entry in entries) == found.split("\n\n", 1)[1]


def test_one_writer_writes_many_entries() -> None:
    full = Entry(
        UnitKey("a", "c"),
        ("b", "d"),
        "as",
        ("fuzzy",),
        ("x",),
        ("y",),
        ("z:1",),
        UnitKey("o"),
        "os",
    )
    say = Writer().say
    first = say(full)
    assert say(Entry(UnitKey("a"), ("b",))) == 'msgid "a"\nmsgstr "b"\n'
    assert say(full) == first


def test_what_polib_alone_cannot_read_is_an_error_of_ours() -> None:
    class Odd(Statements):
        def splitlines(self) -> Iterator[str]:
            yield 'msgstr "b"'

    with pytest.raises(MalformedCatalog, match=r"letter\.po:1: .*msgfmt -c"):
        parse(Odd(b"", "letter.po"), "letter.po")
