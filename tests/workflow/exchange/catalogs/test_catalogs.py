"""The laws of the room: what is written is read, and reads as what was written."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings

from tests.cases import ROOT, tries
from tests.workflow.exchange.catalogs.values import HEADERS, catalogs, texts, trimmed
from workflow.errors import UndersignedError
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import Catalog, Entry, UnitKey

DATA = ROOT / "tests" / "data" / "catalogs"
needs_msgfmt = pytest.mark.skipif(
    not shutil.which("msgfmt"), reason="msgfmt is not installed: it comes with GNU gettext"
)


def msgfmt(data: bytes, folder: Path) -> str:
    """Have GNU gettext check a catalog as strictly as it can; give its complaints."""
    path = folder / "catalog.po"
    path.write_bytes(data)
    command = ["msgfmt", "-c", "-o", "-", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    return "" if done.returncode == 0 else done.stderr.decode()


def write_all(folder: Path) -> tuple[int, list[str]]:
    """Read and write every catalog below a folder; count them, and say what went wrong."""
    count, faults = 0, []
    for path in sorted(folder.rglob("*.po")):
        count += 1
        try:
            catalog = read_catalog(path.read_bytes(), where=path.name)
            written = write_catalog(catalog)
            again = read_catalog(written)
            if again.entries != catalog.entries or write_catalog(again) != written:
                faults.append(f"{path.name}: it reads differently")
        except UndersignedError as error:
            faults.append(str(error))
    return count, faults


@given(catalogs())
@settings(max_examples=tries(150))
def test_what_is_written_reads_as_what_was_written(catalog: Catalog) -> None:
    written = write_catalog(catalog)
    again = read_catalog(written)
    assert again == catalog
    assert write_catalog(again) == written


@given(catalogs(trimmed(escapes=False)))
def test_a_second_parser_reads_the_same_texts(catalog: Catalog) -> None:
    living = [each for each in catalog.entries if each.key.source and not each.obsolete]
    data = write_catalog(Catalog("fr", HEADERS, tuple(living)))
    found = read_po(BytesIO(data), abort_invalid=True)
    assert len(found) == len(living)
    for entry in living:
        message = found.get(entry.key.source, entry.key.context or None)
        assert message is not None
        target = message.string
        assert ((target,) if isinstance(target, str) else tuple(target or ())) == entry.targets
        assert message.fuzzy == ("fuzzy" in entry.flags)


@needs_msgfmt
@given(catalogs(trimmed()))
@settings(max_examples=40)
def test_gettext_takes_what_we_write(
    tmp_path_factory: pytest.TempPathFactory, catalog: Catalog
) -> None:
    assert msgfmt(write_catalog(catalog), tmp_path_factory.mktemp("msgfmt")) == ""


@needs_msgfmt
def test_gettext_wants_line_breaks_alike_at_both_ends(tmp_path: Path) -> None:
    """The reason why texts are trimmed when they are extracted and saved."""
    entry = Entry(UnitKey("Come in."), ("Entrez.\n",))
    said = msgfmt(write_catalog(Catalog("fr", HEADERS, (entry,))), tmp_path)
    assert "do not both end with" in said


@needs_msgfmt
@pytest.mark.parametrize("name", ["letter.po", "merge/merged.po", "appeal.pot"])
def test_gettext_takes_the_golden_catalogs(tmp_path: Path, name: str) -> None:
    assert msgfmt((DATA / name).read_bytes(), tmp_path) == ""


@given(texts())
def test_any_text_survives(text: str) -> None:
    entry = Entry(UnitKey("River"), (text,))
    [again] = read_catalog(write_catalog(Catalog("fr", HEADERS, (entry,)))).entries
    assert again.target == text


def test_the_catalogs_of_this_repository_are_stable() -> None:
    paths = [*(ROOT / "locales").rglob("*.po"), *(ROOT / "locales").rglob("*.pot")]
    assert paths
    for path in paths:
        data = path.read_bytes()
        assert write_catalog(read_catalog(data)) == data, path.name


def test_real_catalogs_are_read_and_written_stably(outside: Path) -> None:
    count, faults = write_all(outside / "data" / "corpora")
    assert count > 300
    assert faults == []


def test_a_bad_catalog_among_many_is_noticed(tmp_path: Path) -> None:
    tmp_path.joinpath("good.po").write_bytes(b'msgid "a"\nmsgstr "b"\n')
    tmp_path.joinpath("cut.po").write_bytes(b'msgid "a"\n')
    count, faults = write_all(tmp_path)
    assert count == 2
    assert [fault.split(":")[0] for fault in faults] == ["cut.po"]


def test_polib_is_loaded_with_the_first_catalog_only() -> None:
    program = (
        "import sys\n"
        "from workflow.exchange.catalogs import read_catalog, template, write_catalog\n"
        "assert 'polib' not in sys.modules\n"
        'read_catalog(b\'msgid "a"\\nmsgstr "b"\\n\')\n'
        "assert 'polib' in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_benchmark_measures_and_reports(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "benchmarks/catalogs.py",
        "--entries",
        "60",
        "--rounds",
        "1",
        "--quick",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r"(?:read|write), (?:un)?wrapped: [\d.]+ x polib's", done.stdout)) == 4
