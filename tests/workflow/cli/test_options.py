"""What a source is, by its path and what was typed beside it."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.commands import Undersigned
from tests.workspaces import LETTER, make_workspace, po, put
from workflow.cli.options import known_document, moment, opened, tags_of
from workflow.errors import UnknownDocument, UnknownLocale
from workflow.exchange.catalogs import read_catalog

CHOSEN = [
    ("letter.txt", "", ["--locale", "PT_br"], "pt-BR", ""),
    ("letter.ar.txt", 'source_locale = "fr"', ["--locale", "de"], "de", ""),
    ("letter.ar.txt", 'source_locale = "fr"', [], "ar", ""),
    ("letter.ar.txt", '[documents.letter]\nlocale = "es"', [], "es", ""),
    ("letter.txt", 'source_locale = "fr"', [], "fr", ""),
    ("letter.final.txt", 'source_locale = "fr"', [], "fr", ""),
    ("letter.txt", "", [], "en", "taken to be in 'en' (nothing says otherwise)"),
]


@pytest.mark.parametrize(("name", "settings", "options", "tag", "said"), CHOSEN)
def test_what_tells_the_language(
    undersigned: Undersigned, name: str, settings: str, options: list[str], tag: str, said: str
) -> None:
    put(Path(f"sources/{name}"), LETTER)
    put(Path("workspace.toml"), settings)
    ran = undersigned("extract", f"sources/{name}", *options)
    assert read_catalog(ran.out.encode()).header("X-Source-Language") == tag
    assert (said in ran.err) if said else not ran.err


def test_the_script_tells_last(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), "رسالة مفتوحة\n\nنطالب بجسر.\n")
    ran = undersigned("segment", "letter.txt")
    assert ran.err == (
        "letter.txt: taken to be in 'ar' (told by its script); --locale TAG says another\n"
    )


def test_the_catalog_tells_before_the_name(undersigned: Undersigned) -> None:
    put(Path("letter.ar.txt"), LETTER)
    put(Path("fr.po"), po(source_locale="en"))
    ran = undersigned("fill", "letter.ar.txt", "fr.po")
    assert (ran.status, ran.err) == (0, "")


# --- the workspace -------------------------------------------------------------------------------


def test_a_workspace_without_a_store_is_built_from_its_files(
    undersigned: Undersigned, tmp_path: Path
) -> None:
    make_workspace(tmp_path, 'source_locale = "en"\nlanguages = ["fr"]\n')
    put(tmp_path / "locales/fr/LC_MESSAGES/letter.po", po())
    first = undersigned("people")
    assert first.status == 0
    assert "texts taken: 3" in first.err
    assert "texts taken" not in undersigned("people").err


def test_languages_are_read_from_a_list() -> None:
    assert tags_of(" FR, pt_br,,zh-hant ") == ("fr", "pt-BR", "zh-Hant")
    assert tags_of("") == ()
    with pytest.raises(UnknownLocale):
        tags_of("fr,x y")


def test_a_document_is_known_by_its_name(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    with opened(tmp_path) as workspace:
        assert known_document(workspace, "letter") == "letter"
        assert not known_document(workspace, "")
        with pytest.raises(UnknownDocument, match="Did you mean 'letter'"):
            known_document(workspace, "leter")


def test_the_moment_is_that_of_greenwich() -> None:
    assert moment().utcoffset() == timedelta(0)
