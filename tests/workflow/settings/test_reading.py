"""`workspace.toml` as values."""

from dataclasses import replace
from datetime import date

import pytest

from workflow.assembly import Policy
from workflow.errors import BadSettings, UnreadableSource
from workflow.model import Missing, State
from workflow.settings import DocumentSettings, Settings, read_settings

FULL = """
name = "Appeals"
source_locale = "EN"
languages = ["fr", "AR", "fr"]

[publication]
minimum = "translated"
missing = "marked"

[server]
address = "https://translate.example.org"

[documents.rivers]
title = "A joint appeal"
locale = "pt_br"
languages = ["ja"]
deadline = 2026-12-01
priority = 2
tags = ["appeal"]
notes = '''
Two lines
for translators.'''
minimum = "reviewed"

[documents.lakes]
missing = "source"
"""


NO_TAG = "is not a language tag. Use one such as fr, pt-BR, zh-Hant or ckb. Correct it."
NO_DATE = "this must be a date. Write it as 2026-12-01, without quotes."
NO_CHOICE = "is none of the choices. Use "
UNKNOWN = "nobody knows this. Known: "
OF_DOCUMENT = "deadline, languages, locale, minimum, missing, notes, priority, tags, title"


def test_all_of_it() -> None:
    settings = read_settings(FULL.encode())
    assert settings == Settings(
        name="Appeals",
        source_locale="en",
        languages=("fr", "ar"),
        publication=Policy(State.TRANSLATED, Missing.MARKED),
        address="https://translate.example.org",
        documents={
            "rivers": DocumentSettings(
                title="A joint appeal",
                locale="pt-BR",
                languages=("ja",),
                deadline=date(2026, 12, 1),
                priority=2,
                tags=("appeal",),
                notes="Two lines\nfor translators.",
                minimum=State.REVIEWED,
            ),
            "lakes": DocumentSettings(missing=Missing.SOURCE),
        },
    )
    usual = DocumentSettings(
        locale="en", languages=("fr", "ar"), minimum=State.TRANSLATED, missing=Missing.MARKED
    )
    assert settings.of("lakes") == replace(usual, missing=Missing.SOURCE)
    assert settings.of("unknown") == usual
    assert settings.of("rivers").languages == ("ja",)


def test_nothing_is_enough() -> None:
    assert read_settings(b"") == Settings()
    assert Settings().publication == Policy(State.REVIEWED, Missing.REFUSE)
    assert Settings().of("any").publication == Settings().publication


def test_a_document_has_its_own_rule_or_that_of_the_workspace() -> None:
    settings = read_settings(FULL.encode())
    rules = {name: settings.of(name).publication for name in ("rivers", "lakes", "unknown")}
    assert rules == {
        "rivers": Policy(State.REVIEWED, Missing.MARKED),
        "lakes": Policy(State.TRANSLATED, Missing.SOURCE),
        "unknown": Policy(State.TRANSLATED, Missing.MARKED),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "nam = 'x'",
            f"nam: {UNKNOWN}documents, languages, name, publication, server, source_locale.",
        ),
        ("name = 3", 'name: this must be a text. Put it in quotes, such as "fr".'),
        ("source_locale = 'english'", f"source_locale: 'english' {NO_TAG}"),
        ("languages = 'fr'", 'languages: this must be a list of texts. Write ["fr", "ar"].'),
        ("languages = [1]", 'languages: this must be a list of texts. Write ["fr", "ar"].'),
        ("languages = ['f r']", f"languages: 'f r' {NO_TAG}"),
        ("publication = 1", "publication: this must be a table. Write [publication]."),
        ("[publication]\nx = 1", "publication.x: nobody knows this. Known: minimum, missing."),
        (
            "[publication]\nminimum = 'fuzzy'",
            f"publication.minimum: 'fuzzy' {NO_CHOICE}translated, reviewed.",
        ),
        (
            "[publication]\nminimum = ''",
            f"publication.minimum: '' {NO_CHOICE}translated, reviewed.",
        ),
        (
            "[documents.x]\nminimum = 'fuzzy'",
            f"documents.x.minimum: 'fuzzy' {NO_CHOICE}translated, reviewed.",
        ),
        (
            "[documents.x]\nnotes = 3",
            'documents.x.notes: this must be a text. Put it in quotes, such as "fr".',
        ),
        (
            "[publication]\nmissing = 'skip'",
            f"publication.missing: 'skip' {NO_CHOICE}refuse, source, marked.",
        ),
        ("[server]\nport = 1", "server.port: nobody knows this. Known: address."),
        ("[documents]\nx = 1", "documents.x: this must be a table. Write [documents.x]."),
        (
            "[documents.x]\ntitel = 'y'",
            f"documents.x.titel: {UNKNOWN}{OF_DOCUMENT}.",
        ),
        ("[documents.x]\ndeadline = '2026-12-01'", f"documents.x.deadline: {NO_DATE}"),
        ("[documents.x]\ndeadline = 2026-12-01T10:00:00", f"documents.x.deadline: {NO_DATE}"),
        (
            "[documents.x]\npriority = true",
            "documents.x.priority: this must be a whole number. Write it without quotes.",
        ),
        (
            "[documents.x]\ntags = [[]]",
            'documents.x.tags: this must be a list of texts. Write ["fr", "ar"].',
        ),
    ],
)
def test_what_is_impossible_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadSettings) as refusal:
        read_settings(text.encode(), "w/workspace.toml")
    assert str(refusal.value) == f"w/workspace.toml: {message}"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("", ""),
        ("https://t.example.org", "https://t.example.org"),
        ("https://T.Example.org/", "https://t.example.org"),
        ("HTTPS://t.example.org:443", "https://t.example.org"),
        ("https://t.example.org:8443", "https://t.example.org:8443"),
        ("https://[2001:DB8::1]:8443", "https://[2001:db8::1]:8443"),
        ("https://xn--mgbh0fb.example", "https://xn--mgbh0fb.example"),
        ("http://localhost:8501", "http://localhost:8501"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://[::1]:8501", "http://[::1]:8501"),
    ],
)
def test_the_public_address_is_written_one_way(said: str, address: str) -> None:
    assert read_settings(f"[server]\naddress = '{said}'".encode()).address == address


@pytest.mark.parametrize(
    "said",
    [
        *("t.example.org", "t.example.org:443", "https://", "https:///x", "//t.example.org", "x"),
        *("ftp://t.example.org", "javascript:alert(1)", "https://t.example.org/below"),
        *("https://t.example.org?a=1", "https://t.example.org/#x", "https://a@t.example.org"),
        *("https://t.example.org:x", "https://t.example.org:70000", "https://[::1", "https://a b"),
        *("https://*.example.org", "https://t.example.org; script-src *", "https://ت.example"),
    ],
)
def test_what_is_no_public_address_is_refused(said: str) -> None:
    with pytest.raises(BadSettings, match=r"server\.address: this is no address of a server\. W"):
        read_settings(f"[server]\naddress = '{said}'".encode())


@pytest.mark.parametrize("host", ["t.example.org", "192.0.2.1", "localhost.example.org", "0.0.0.0"])
def test_by_http_only_this_machine_is_reached(host: str) -> None:
    with pytest.raises(BadSettings, match=r"server\.address: by http others can read"):
        read_settings(f"[server]\naddress = 'http://{host}'".encode())


def test_what_is_no_toml_is_refused_with_its_line() -> None:
    with pytest.raises(BadSettings) as refusal:
        read_settings(b"name = 'x'\nlanguages = =")
    assert "line 2" in str(refusal.value)
    assert len(str(refusal.value).splitlines()) == 1


def test_a_name_that_is_no_name_is_refused() -> None:
    with pytest.raises(BadSettings, match=r"documents\.\.\./x: no document can be called so"):
        read_settings(b"[documents.'../x']")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableSource):
        read_settings(b"name = '\xff'")
