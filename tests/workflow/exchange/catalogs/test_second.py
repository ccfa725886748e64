"""What is written is read a second time, by another reader."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workflow import languages
from workflow.errors import MalformedCatalog
from workflow.exchange.catalogs import new_catalog, write_catalog
from workflow.exchange.catalogs.second import check_written
from workflow.model import Catalog, Entry, UnitKey

RIVER = Entry(
    UnitKey('The "river"\\\n', "name"), ("Le\tfleuve\n",), flags=("fuzzy",), previous=UnitKey("It")
)
GONE = Entry(UnitKey("Gone"), ("Parti",), obsolete=True, previous=UnitKey("Left"))
CATALOG = Catalog("fr", (("Language", "fr"),), (RIVER, GONE), comments=("by hand",))


def whole(catalog: Catalog) -> Catalog:
    """Give a catalog with the header that writing it adds."""
    head = (
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )
    return replace(catalog, headers=(*catalog.headers, *head))


@pytest.mark.parametrize(
    "tag", ["fr", "ckb", "sr-Latn", "zh-Hant", "pt-BR", "en-XA", "ca-valencia", "tlh", "de-CH-1901"]
)
def test_what_we_write_is_read_by_both(tag: str) -> None:
    made = new_catalog(Catalog(""), tag, languages.plural_forms(tag))
    check_written(write_catalog(made), made)
    made = replace(made, entries=CATALOG.entries, comments=CATALOG.comments)
    check_written(write_catalog(made), made)


def test_several_obsolete_entries_of_one_key_are_no_fault() -> None:
    made = whole(replace(CATALOG, entries=(GONE, replace(GONE, targets=("Sorti",)))))
    check_written(write_catalog(made), made)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b'"Le\\tfleuve\\n"', b'"La riviere\\n"'),
        (b"#, fuzzy\n", b""),
        (b"by hand", b"by nobody"),
        (b'#~ msgid "Gone"', b'#~ msgid "Gone by"'),
    ],
)
def test_a_difference_is_noticed(written: bytes, said: bytes) -> None:
    made = whole(CATALOG)
    data = write_catalog(made)
    assert written in data
    with pytest.raises(MalformedCatalog):
        check_written(data.replace(written, said), made)


def test_what_only_the_second_reader_finds_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = whole(CATALOG)
    other = write_catalog(whole(replace(CATALOG, entries=(replace(RIVER, targets=("x",)), GONE))))
    monkeypatch.setattr("workflow.exchange.catalogs.second.read_catalog", lambda *_, **__: made)
    with pytest.raises(MalformedCatalog, match="a second reader finds another text"):
        check_written(other, made)
    with pytest.raises(MalformedCatalog, match="a second reader refuses it"):
        check_written(b'msgid "a"\nmsgid "b"\nmsgstr ""\n', made)
