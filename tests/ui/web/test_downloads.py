"""Files to take home, for those who may have them."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from urllib.parse import unquote

import pytest

from tests.asking import Ask
from tests.serving import Member, come_in
from ui.served import Served
from ui.web.downloads import disposition
from workflow.access import OPERATOR, Role
from workflow.services import people, translation
from workflow.services.people.rates import LIMITS, Kind
from workflow.services.publishing import packing

CATALOG = "/download/catalog?document=letter&locale=fr"
STATEMENT = "/download/statement?document=letter&locale=en&form="
PACKAGE = "/download/package?document=letter"
PATHS = ("/download/my-data", CATALOG, f"{STATEMENT}webpage", PACKAGE)


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.READER)


def test_what_is_stored_of_me(ask: Ask, omar: Member) -> None:
    got = ask("GET", "/download/my-data", who=omar)
    assert (got.status, got.header("content-type")) == (200, "application/json")
    assert got.data["member"] == omar.id
    assert "Omar" in str(got.data["tables"])
    assert got.header("content-disposition").startswith('attachment; filename="my-data.json"')
    assert got.header("cache-control") == "private, no-store"
    assert omar.session not in got.text


def test_the_catalog(ask: Ask, house: Served, omar: Member) -> None:
    samar = come_in(house.workspace, "Samar", Role.TRANSLATOR)
    now = datetime.now(UTC)
    sheet = translation.sheet(house.workspace, samar.id, now, document="letter", locale="fr")
    translation.save(
        house.workspace,
        samar.id,
        now,
        unit=sheet.rows[0].unit,
        locale="fr",
        text="Un appel commun",
        seen=0,
        token="one",
    )
    got = ask("GET", CATALOG, who=omar)
    assert got.status == 200
    assert got.header("content-type") == "text/x-gettext-translation; charset=utf-8"
    assert 'filename="letter.fr.po"' in got.header("content-disposition")
    assert 'msgstr "Un appel commun"' in got.text


@pytest.mark.parametrize(
    ("form", "name", "media_type"),
    [
        ("webpage", "letter.en.html", "text/html"),
        ("markdown", "letter.en.md", "text/markdown"),
        ("plaintext", "letter.en.txt", "text/plain"),
    ],
)
def test_the_statement_in_every_form(
    ask: Ask, omar: Member, form: str, name: str, media_type: str
) -> None:
    got = ask("GET", STATEMENT + form, who=omar)
    assert got.status == 200
    assert got.header("content-type").partition(";")[0] == media_type
    assert f'attachment; filename="{name}"' in got.header("content-disposition")
    assert "A joint appeal for the bridge" in got.text


def test_what_is_not_finished_is_sent_as_a_draft(ask: Ask, omar: Member) -> None:
    got = ask("GET", "/download/statement?document=letter&locale=fr&form=plaintext", who=omar)
    assert got.status == 200
    assert 'filename="letter.fr.draft.txt"' in got.header("content-disposition")
    assert got.text.startswith("Brouillon\u00a0: ce n’est pas le texte définitif.")


def test_all_languages_as_one_zip(ask: Ask, omar: Member) -> None:
    got = ask("GET", PACKAGE, who=omar)
    assert (got.status, got.header("content-type")) == (200, "application/zip")
    assert 'filename="letter.zip"' in got.header("content-disposition")
    with zipfile.ZipFile(io.BytesIO(got.body)) as file:
        assert {"index.html", "en/letter.html"} <= set(file.namelist())


def test_what_is_too_large_is_said(ask: Ask, omar: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "PACKED_TEXTS", 1)
    got = ask("GET", PACKAGE, who=omar)
    assert got.status == 413
    assert "too large, in too many languages" in got.text


@pytest.mark.parametrize("path", PATHS)
def test_nobody_gets_anything_without_signing_in(ask: Ask, house: Served, path: str) -> None:
    for who in (None, "no-session"):
        got = ask("GET", path, who=who)
        assert got.status == 401
        assert "You are signed out" in got.text
        assert "content-disposition" not in dict(got.headers)
    assert house.rates.known == 0


@pytest.mark.parametrize("path", PATHS[1:])
def test_whoever_may_not_is_told(ask: Ask, house: Served, path: str) -> None:
    stranger = come_in(house.workspace, "Lee", None)
    got = ask("GET", path, who=stranger)
    assert got.status == 404
    assert "not for you" in got.text


def test_what_cannot_be_had(ask: Ask, omar: Member) -> None:
    for path, status, sentence in (
        ("/download/catalog?document=none&locale=fr", 404, "This is not here any more"),
        ("/download/catalog?document=letter", 422, "This language is not known here."),
        ("/download/catalog", 422, "This language is not known here."),
        (STATEMENT + "papyrus", 404, "This is not here any more"),
        ("/download/statement?document=letter&locale=f-", 422, "This language is not known here."),
        ("/download/package", 404, "This is not here any more"),
    ):
        got = ask("GET", path, who=omar)
        assert (got.status, sentence in got.text) == (status, True), path
        assert "attachment" not in str(got.headers)


def test_a_refusal_is_in_the_language_of_the_reader(ask: Ask, house: Served, omar: Member) -> None:
    people.change_me(house.workspace, omar.id, house.clock(), interface_locale="ar")
    got = ask("GET", "/download/catalog?document=none&locale=fr", who=omar)
    assert '<html lang="ar" dir="rtl">' in got.text


def test_too_many_downloads(ask: Ask, house: Served, omar: Member) -> None:
    (most, _), *_ = LIMITS[Kind.EXPORT].windows
    for _ in range(most):
        house.rates.ask("export", omar.id, house.clock())
    got = ask("GET", "/download/my-data", who=omar)
    assert got.status == 429
    assert "Please wait a moment" in got.text


def test_an_erased_member_gets_nothing(ask: Ask, house: Served, omar: Member) -> None:
    people.erase(house.workspace, OPERATOR, house.clock(), member=omar.id)
    assert ask("GET", "/download/my-data", who=omar).status == 401


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("letter.fr.po", "letter.fr.po"),
        ("Übersetzung.po", "Ubersetzung.po"),
        ("رسالة.ar.po", "file.ar.po"),
        ('a"\r\nX: y.po', "a-X-y.po"),
        ("", "file"),
    ],
)
def test_names_of_files(name: str, plain: str) -> None:
    said = disposition(name)
    first, second = said.removeprefix("attachment; ").split("; ")
    assert first == f'filename="{plain}"'
    assert unquote(second.removeprefix("filename*=UTF-8''")) == name
    assert said.isascii()
    assert said.isprintable()
