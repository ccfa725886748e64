"""How far each document is in each language, as tables."""

from pathlib import Path

import pytest

from tests.workspaces import po, put
from workflow import plumbing
from workflow.model import Catalog, Entry, UnitKey
from workflow.services import exchange, progress
from workflow.services.documents import open_workspace
from workflow.services.progress import COLUMNS, Progress, count_words, figures

SOURCE = b"A bridge for all\n\nThe bridge is old.\n\nWe ask for a new one.\n"


def test_figures() -> None:
    document = plumbing.extract(SOURCE, format="plaintext", locale="en", name="bridge")
    catalog = Catalog(
        "fr",
        (),
        (
            Entry(UnitKey("A bridge for all"), ("Un pont",)),
            Entry(UnitKey("The bridge is old."), ("Vieux.",), flags=("fuzzy",)),
            Entry(UnitKey("We ask for a new one."), ("Un neuf.",), obsolete=True),
        ),
    )
    assert figures(document, catalog, "fr") == Progress(
        document="bridge",
        locale="fr",
        texts=3,
        untranslated=1,
        needs_work=1,
        translated=1,
        words=14,
        words_translated=4,
        percent=28.5,
    )
    assert figures(document, None, "ar").untranslated == 3


def test_a_document_without_texts_is_complete() -> None:
    document = plumbing.extract(b"---\n", format="plaintext", locale="en")
    assert figures(document, None, "fr").percent == 100.0


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("We ask 3 cities – now!", 5), ("川を守る", 4), ("JR川 line", 3), ("نحن هنا", 2)],
)
def test_count_words(text: str, words: int) -> None:
    assert count_words(text) == words


def test_report(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "bridge.txt").write_bytes(SOURCE)
    (tmp_path / "sources" / "noise.txt").write_bytes(b"\xff")
    (tmp_path / "workspace.toml").write_text(
        'source_locale = "en"\nlanguages = ["fr", "ar"]\n', encoding="utf-8"
    )
    workspace = open_workspace(tmp_path)
    (tmp_path / "sources" / "noise.txt").unlink()
    list(exchange.refresh(workspace))
    (tmp_path / "sources" / "noise.txt").write_bytes(b"\xff")
    workspace.catalog_path("bridge", "ar").write_bytes(b"<<<<<<< HEAD\n")
    (tmp_path / "sources" / "bridge.txt").write_bytes(SOURCE + b"\nMore.\n")
    found = progress.report(workspace)
    assert list(found.table.columns) == COLUMNS
    assert found.table[["document", "locale", "texts", "untranslated"]].to_dict("records") == [
        {"document": "bridge", "locale": "fr", "texts": 4, "untranslated": 4}
    ]
    for part in (
        "its template is behind",
        "bridge.po:1: ",
        "texts of its document that it lacks: 1.",
        "is not UTF-8",
    ):
        assert len([each for each in found.findings if part in each]) == 1, part
    assert len(found.findings) == 4


def test_what_lost_its_document_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "bridge.txt").write_bytes(SOURCE)
    (tmp_path / "workspace.toml").write_text(
        'source_locale = "en"\nlanguages = ["fr"]\n[documents.brigde]\npriority = 1\n', "utf-8"
    )
    workspace = open_workspace(tmp_path)
    list(exchange.refresh(workspace))
    (tmp_path / "sources" / "bridge.txt").rename(tmp_path / "sources" / "quay.txt")
    (tmp_path / "sources" / "My Letter.txt").write_text("x")
    findings = "\n".join(progress.report(open_workspace(tmp_path)).findings)
    assert findings.count("there is no document 'bridge' in sources/") == 2
    assert "documents.brigde: there is no such document" in findings
    assert "Call it my-letter.txt." in findings


def test_what_breaks_a_document_is_a_finding(tmp_path: Path) -> None:
    source = "# The bridge\n\nSee [the plan](https://example.org/plan).\n\n```\nnever closed\n"
    put(tmp_path / "sources" / "bridge.md", source)
    put(tmp_path / "workspace.toml", 'source_locale = "en"\nlanguages = ["fr", "es"]\n')
    workspace = open_workspace(tmp_path)
    list(exchange.refresh(workspace))
    broken = {"The bridge": "Le pont", "See [the plan](https://example.org/plan).": "- Voyez."}
    put(workspace.catalog_path("bridge", "fr"), po(broken, source_locale="en"))
    findings = [each.replace(f"{tmp_path}/", "") for each in progress.report(workspace).findings]
    assert findings == [
        "sources/bridge.md:5: a block of code begins here and never ends. Close it with a fence.",
        (
            "locales/fr/LC_MESSAGES/bridge.po:10: the translation would begin a list "
            "('- Voyez.'). Put a backslash before the mark that begins it (two in a PO file)."
        ),
    ]
