"""All languages of a statement in one zip file, with a page that leads to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.containers import archive
from workflow.errors import LimitExceeded
from workflow.exchange.catalogs import write_catalog
from workflow.exporters import EXPORTERS
from workflow.exporters.around import Around, Draft, Other
from workflow.exporters.webpage import WEBPAGE, Edition, index_page
from workflow.model import Catalog, TargetDocument
from workflow.services.files.finishing import Finished, file_name
from workflow.services.publishing.standing import Standing

PACKED_TEXTS = 20_000
"""Paragraphs times languages: what a server packs without keeping others waiting for long."""
PACKED = "packed paragraphs"
"""What the limit counts."""
_NAMES = {"webpage": "HTML", "markdown": "Markdown", "plaintext": "TXT"}
_CATALOG = "PO"
_README = """\
{title}

Open index.html in a browser: it leads to this statement in every language.

Each language has a folder, named by its tag:

  *.html   a web page; it needs nothing else, and asks no other host for anything
  *.md     Markdown
  *.txt    plain text, to be pasted into a message
  *.po     the translations as a gettext catalog; *.pot is its template, in the source's folder

A file with ".draft" in its name is not finished, and says so first, in its own language. Paragraphs
that are not translated yet stand in it in the language of the source. A language into which nothing
is translated yet has no folder.
"""


@dataclass(frozen=True, slots=True)
class Language:
    """A statement in one language, ready to be packed."""

    target: TargetDocument
    draft: Draft | None
    catalog: Catalog


def packed_of(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Choose the languages that are packed: those in which there is anything to read."""
    return tuple(each for each in standings if each.is_begun)


def is_small(standings: Iterable[Standing]) -> bool:
    """Tell whether all that can be packed fits into one file."""
    return sum(each.units for each in packed_of(standings)) <= PACKED_TEXTS


def check_size(name: str, standings: Iterable[Standing]) -> None:
    """Refuse to pack more than a server does at once.

    Raises:
        LimitExceeded: it is more.
    """
    if not is_small(standings):
        raise LimitExceeded(
            name,
            "what would be packed",
            PACKED_TEXTS,
            PACKED,
            "Take each language away by itself.",
        )


def pack(name: str, languages: Sequence[Language]) -> Finished:
    """Pack a statement in its languages, the source first, with an index and a word to read.

    Laws: the same texts give the same bytes; no clock and no person gets in.
    """
    source = languages[0].target
    files = {
        "README.txt": _README.format(title=source.title).encode(),
        "index.html": index_page(
            source.title, source.locale, [_edition(name, each) for each in languages]
        ),
    }
    for each in languages:
        files |= _folder(name, each, languages)
    return Finished(f"{name}.zip", "application/zip", archive(files))


def _folder(name: str, language: Language, languages: Sequence[Language]) -> dict[str, bytes]:
    around = Around(language.draft, tuple(_other(name, each) for each in languages))
    written = {
        _path(name, language, each.suffix): each.export(language.target, around)
        for each in EXPORTERS
    }
    catalog = write_catalog(language.catalog, where=name)
    return written | {_catalog_path(name, language): catalog}


def _path(name: str, language: Language, suffix: str) -> str:
    locale = language.target.locale
    return f"{locale}/{file_name(name, suffix, is_draft=language.draft is not None)}"


def _catalog_path(name: str, language: Language) -> str:
    """Name the catalog; one without a language is the template."""
    suffix = ".po" if language.catalog.locale else ".pot"
    return f"{language.target.locale}/{name}{suffix}"


def _other(name: str, language: Language) -> Other:
    """Lead from one folder to the page in another."""
    return Other(language.target.locale, f"../{_path(name, language, WEBPAGE.suffix)}")


def _edition(name: str, language: Language) -> Edition:
    files = [(_NAMES[each.name], _path(name, language, each.suffix)) for each in EXPORTERS]
    catalog = _catalog_path(name, language)
    return Edition(
        locale=language.target.locale,
        page=_path(name, language, WEBPAGE.suffix),
        files=(*files, (_CATALOG if catalog.endswith(".po") else "POT", catalog)),
        draft=language.draft,
    )
