"""The interface speaks every language it offers, in full."""

import ast
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from ui import catalogs
from ui.catalogs import HERE, brought_up, faults, main, sentences, written
from ui.language import LOCALES, offered

ALL = sorted(LOCALES.glob("*/LC_MESSAGES/ui.po"))
OPEN = ("The bridge is open.", "La porte est ouverte.")


Said = str | tuple[str, ...]


def catalog_of(*messages: tuple[Said, Said]) -> Catalog:
    made = Catalog(locale="fr")
    for id_, string in messages:
        made.add(id_, string)
    return made


def test_every_sentence_is_in_the_template() -> None:
    assert catalogs.TEMPLATE.read_bytes() == written(sentences()), "run: python -m ui.catalogs"
    assert len(sentences()) > 10


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.parent.parent.name)
def test_a_catalog_is_whole_and_up_to_date(path: Path) -> None:
    catalog = brought_up(path, sentences())
    assert list(faults(catalog)) == []
    assert path.read_bytes() == written(catalog), "run: python -m ui.catalogs"


def test_no_sentence_hides_inside_another() -> None:
    """What is said inside an f-string is seen by some Pythons only when sentences are gathered."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in sorted(HERE.rglob("*.py"))
        for joined in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and _name_of(call.func) in ("say", "count", "tell")
    ]
    assert hidden == []


def _name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def test_six_languages_are_offered() -> None:
    assert {"en", "ar", "es", "fa", "fr", "ja"} <= set(offered())


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        ([OPEN], []),
        ([("The bridge is open.", "")], ["has no translation"]),
        ([("{n} of {m}", "{n}")], ["has other fields than ['m', 'n']"]),
        ([("{who} was here", "{name} was here")], ["has other fields than ['who']"]),
        ([(("{n} bridge", "{n} bridges"), ("un pont", "{n} ponts"))], []),
        ([(("{n} bridge", "{n} bridges"), ("un pont", ""))], ["has no translation"]),
    ],
)
def test_what_a_catalog_lacks_is_said(messages: list[tuple[Said, Said]], said: list[str]) -> None:
    found = [each.partition(": ")[2] for each in faults(catalog_of(*messages))]
    assert found == said


def test_a_guess_is_no_translation() -> None:
    catalog = catalog_of(OPEN)
    guess = catalog.get(OPEN[0])
    assert guess
    guess.flags.add("fuzzy")
    assert len(list(faults(catalog))) == 1


def test_a_new_language_is_filled_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ui" / "locales" / "pt_BR" / "LC_MESSAGES" / "ui.po"
    path.parent.parent.parent.mkdir(parents=True)
    monkeypatch.setattr(catalogs, "LOCALES", tmp_path / "ui" / "locales")
    monkeypatch.setattr(catalogs, "TEMPLATE", tmp_path / "ui" / "locales" / "ui.pot")
    monkeypatch.setattr(catalogs, "ROOT", tmp_path)
    assert main(["--new", "pt-br"]) == 1
    assert path.read_bytes() == written(brought_up(path, sentences()))
    assert "ui/locales/pt_BR/LC_MESSAGES/ui.po: " in capsys.readouterr().out
    assert b"-Date: " not in path.read_bytes()
    path.write_bytes(b"")
    assert main(["--check"]) == 1
    assert not path.read_bytes(), "a check writes nothing"
    assert "it is behind the code" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--help"], ["--nonsense"], ["--new", "?"], ["--new"]])
def test_it_writes_nothing_where_it_only_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr(catalogs, "LOCALES", tmp_path / "locales")
    monkeypatch.setattr(catalogs, "TEMPLATE", tmp_path / "ui.pot")
    with pytest.raises(SystemExit):
        main(arguments)
    assert list(tmp_path.iterdir()) == []
