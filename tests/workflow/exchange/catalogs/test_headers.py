import pytest

from workflow.errors import MalformedCatalog
from workflow.exchange.catalogs.headers import (
    CONTENT_TYPE,
    check_charset,
    header_text,
    locale_of,
    read_fields,
)
from workflow.model import Catalog

TYPE = "Content-Type"


def test_fields_keep_their_order_their_doubles_and_their_second_lines() -> None:
    text = "no colon\nX-B:1\nX-A: two : three \n  and four\nX-B: 2\n\n"
    assert read_fields(text) == (
        ("", "no colon"),
        ("X-B", "1"),
        ("X-A", "two : three\nand four"),
        ("X-B", "2"),
    )


def test_fields_are_written_as_they_were_read() -> None:
    text = f"no colon\nX-A: two\nand four\n{TYPE}: {CONTENT_TYPE}\nX-A: 2\n"
    assert header_text(Catalog("", read_fields(text))) == text


@pytest.mark.parametrize(
    "claim",
    ["charset=utf-8", "charset=UTF8", "Charset = CHARSET", "charset=us-ascii", "charset=", ""],
)
def test_a_header_that_may_mean_utf8_says_so_afterwards(claim: str) -> None:
    [(_, value)] = check_charset(((TYPE.lower(), f"text/plain; {claim}"),), "a.po", 1)
    assert value == CONTENT_TYPE


@pytest.mark.parametrize("charset", ["UTF-7", "ISO-8859-1", "UTF-16", "unicode-escape", '"utf-7"'])
def test_another_charset_is_refused(charset: str) -> None:
    fields = (("X", "y"), (TYPE, f"text/plain; charset=UTF-8; charset={charset}"))
    with pytest.raises(MalformedCatalog, match="msgconv") as caught:
        check_charset(fields, "a.po", 7)
    assert caught.value.line == 7
    assert f"charset={charset}" in caught.value.reason


@pytest.mark.parametrize(
    ("language", "locale"),
    [("pt_BR", "pt-BR"), ("sr@latin", "sr-Latn"), ("", ""), ("Language of the valley", "")],
)
def test_the_language_is_a_tag_or_nothing(language: str, locale: str) -> None:
    assert locale_of((("language", language),)) == locale


def test_the_charset_and_the_language_are_always_said() -> None:
    assert header_text(Catalog("pt-BR", (("Language", "de"), ("X-A", "b")))).splitlines() == [
        "Language: pt_BR",
        "X-A: b",
        "MIME-Version: 1.0",
        f"Content-Type: {CONTENT_TYPE}",
        "Content-Transfer-Encoding: 8bit",
    ]


def test_another_spelling_of_the_language_stays() -> None:
    fields = (("Language", "sr@latin"), (TYPE, CONTENT_TYPE))
    assert header_text(Catalog("sr-Latn", fields)).startswith("Language: sr@latin\n")
