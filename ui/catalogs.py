"""Bring the catalogs of the interface up to the sentences that stand in the code.

    python -m ui.catalogs             write the template and every catalog anew
    python -m ui.catalogs --new sw    begin a language
    python -m ui.catalogs --check     say what is missing, and write nothing

The exit status is 1 where anything is missing.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from ui.language import LOCALES
from workflow import languages
from workflow.errors import UnknownLocale

HERE = Path(__file__).parent
ROOT = HERE.parent
TEMPLATE = LOCALES / "ui.pot"
_METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext.babel_extract")]
_KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "tell": None, "count": (1, 2)}
_WIDTH = 100
_FLEETING = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By): .*\n', re.MULTILINE
)
"""Lines that would be others at each run, or with another version of Babel."""
_ABOUT = "Sentences of the browser interface. Kept up to date by: python -m ui.catalogs"
_FIELD = re.compile(r"\{(\w+)\}")


def sentences() -> Catalog:
    """Read all sentences of the interface from its code, with the places where they stand."""
    found = Catalog(
        project="Undersigned",
        version="interface",
        msgid_bugs_address="",
        last_translator="",
        fuzzy=False,
    )
    places = extract_from_dir(
        HERE, _METHODS, keywords=_KEYWORDS, comment_tags=("For translators:",)
    )
    for name, line, message, comments, context in places:
        where = [(f"ui/{Path(name).as_posix()}", line)]
        found.add(message, None, where, auto_comments=comments, context=context)
    return found


def brought_up(path: Path, template: Catalog) -> Catalog:
    """Give a catalog with the sentences of now, and the translations that it has of them."""
    tag = path.parent.parent.name
    with path.open("rb") as file:
        catalog = read_po(file, locale=tag)
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.fuzzy = False
    catalog.project, catalog.version = "Undersigned", "interface"
    catalog.msgid_bugs_address = catalog.last_translator = ""
    return catalog


def written(catalog: Catalog) -> bytes:
    """Write a catalog, the same each time."""
    out = io.BytesIO()
    catalog.header_comment = f"# {_ABOUT}"
    write_po(
        *(out, catalog),
        width=_WIDTH,
        sort_by_file=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return _FLEETING.sub(b"", out.getvalue())


def faults(catalog: Catalog) -> Iterator[str]:
    """Say what a catalog lacks: sentences without a translation, or with other fields."""
    for message in catalog:
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        if any(ids):
            yield from (f"{ids[0]!r}: {each}" for each in _faults(message, ids[-1]))


def _faults(message: Message, source: str) -> Iterator[str]:
    said = message.string
    texts = (said or "",) if isinstance(said, str | None) else tuple(said)
    if message.fuzzy or not all(texts):
        yield "has no translation"
        return
    wanted = set(_FIELD.findall(source))
    for text in texts:
        found = set(_FIELD.findall(text))
        if found - wanted or wanted - found - {"n"}:
            yield f"has other fields than {sorted(wanted)}"


def main(arguments: list[str]) -> int:
    """Write or check the template and every catalog."""
    asked = _asked(arguments)
    if asked.new:
        _begin(asked.new)
    template = sentences()
    found = 0
    wanted = {TEMPLATE: template}
    wanted |= {path: brought_up(path, template) for path in LOCALES.glob("*/LC_MESSAGES/ui.po")}
    for path, catalog in wanted.items():
        data = written(catalog)
        lacking = [] if path == TEMPLATE else list(faults(catalog))
        is_behind = not path.is_file() or path.read_bytes() != data
        if not asked.check:
            path.write_bytes(data)
        elif is_behind:
            lacking.append("it is behind the code: run python -m ui.catalogs")
        for fault in lacking:
            sys.stdout.write(f"{path.relative_to(ROOT).as_posix()}: {fault}\n")
        found += len(lacking)
    return 1 if found else 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    said, _, _ = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(prog="python -m ui.catalogs", description=said)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what is missing; write nothing")
    what.add_argument("--new", metavar="TAG", type=_tag, help="begin a language, such as sw")
    return parser.parse_args(arguments)


def _tag(said: str) -> str:
    try:
        return languages.normalise(said)
    except UnknownLocale as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _begin(tag: str) -> None:
    """Make an empty catalog for a language, unless there is one."""
    path = LOCALES / tag.replace("-", "_") / "LC_MESSAGES" / "ui.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
