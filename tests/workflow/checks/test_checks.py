"""What holds for every check, whatever two texts say."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.cases import some
from tests.workflow.checks.tables import Case
from workflow.checks import CHECKS, Check, Severity, examine, severity
from workflow.model import BlockKind, Issue
from workflow.services.wording import sentence

NAMES = ("inline_codes", "numbers", "addresses", "same_as_source", "double_space", "structure")
NOTATIONS = ("plaintext", "markdown")
PIECES = (
    *(
        "1,234.5",
        "1.234,5",
        "1 234",
        "١٬٢٣٤٫٥",
        "२०२७",
        "二〇二七年",
        "5万",
        "1億2000万",
        "令和元年",
    ),
    *(
        "14.03.2025",
        "2025-03-14",
        "10:30",
        "10h30",
        "午後3時",
        "2023–24",
        "XXI",
        "25:61",
        "1.2.3.4",
    ),
    *("[1]", "[^1]", "`a`", "<br>", "{{ x }}", "](a.md)", "](https://x.example/ö)", "www.x.org'da"),
    *(
        "https://x.example/",
        "a@x.example",
        "javascript:x",
        "&#106;",
        "&nbsp;",
        "data:a/b,",
        "\ufffc",
    ),
    *(
        "  ",
        "\u00a0",
        "\u3000\u3000",
        "\n",
        "thirty",
        "million",
        "hundred",
        "²",
        "½",
        "𝟗",
        "Ⅳ",
        "൨",
    ),
)
TEXTS = st.one_of(
    strategies.any_texts(),
    strategies.any_markdown(),
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.sampled_from((" ", "x")), st.text(max_size=3)),
        max_size=12,
    ).map("".join),
)
CASES = st.builds(
    Case,
    locale=strategies.locales(),
    source=TEXTS,
    target=TEXTS,
    source_locale=strategies.locales(),
    notation=st.sampled_from(NOTATIONS),
    kind=st.sampled_from(BlockKind),
)
EVERY = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)


def test_the_checks_stand_in_their_order() -> None:
    assert CHECKS.names == NAMES


@EVERY
def test_a_check_explains_itself(check: Check) -> None:
    assert check.description.endswith(".")
    assert "\n" not in check.description
    for name in check.finds:
        assert sentence(Issue(name, 1, "DETAIL")).endswith(".")
        assert severity(Issue(name)) is check.severity


@EVERY
@given(case=CASES)
def test_findings_are_pure_and_pointed(check: Check, case: Case) -> None:
    found = tuple(check.find(case.examined()))
    assert found == tuple(check.find(case.examined()))
    for issue in found:
        assert issue.name in check.finds
        assert issue.key == case.examined().key
        assert issue.line == 3
        assert issue.detail
        assert issue.detail in case.source or issue.detail in case.target


@EVERY
@given(text=TEXTS, notation=st.sampled_from(NOTATIONS), locale=strategies.locales())
def test_a_text_agrees_with_itself(check: Check, text: str, notation: str, locale: str) -> None:
    case = Case(locale, text, text, source_locale=locale, notation=notation)
    assert not list(check.find(case.examined()))


@pytest.mark.parametrize("name", ["numbers", "inline_codes", "addresses"])
@given(text=TEXTS, notation=st.sampled_from(NOTATIONS))
def test_other_words_around_change_nothing(name: str, text: str, notation: str) -> None:
    source = f"Aa {text} bb"
    case = Case("en", source, source, source_locale="en", notation=notation)
    assert not list(CHECKS[name].find(case.examined()))


FAITHFUL = [
    Case("fr", "In 2027, see [1] at www.example.org.", "En 2027, voir [1] : www.example.org."),
    Case("ar", "By 31 December 2029", "في موعد أقصاه ٣١ كانون الأول/ديسمبر ٢٠٢٩"),
    Case("ja", "for 50,000 people[^1]", "人口5万人の下水処理施設[^1]", notation="markdown"),
    Case("hi", "Accra, 22 September 2025", "अक्रा, २२ सितंबर २०२५"),
    Case("he", "**1,038** seeds", "**1,038** זרעים", notation="markdown"),
    Case("th", "7 days", "๗ วัน"),
]  # fmt: skip


@EVERY
@pytest.mark.parametrize("case", FAITHFUL, ids=lambda case: case.locale)
def test_nothing_is_found_in_a_faithful_translation(check: Check, case: Case) -> None:
    assert not list(check.find(case.examined()))


# --- all together ---------------------------------------------------------------------------------

BAD = Case(
    "fr",
    "In 2027 see [1] at https://example.org now.",
    "En  2028 voir.",
    structure=(Issue("starts_list", 3, "En"),),
)


def test_all_are_asked_in_order() -> None:
    found = examine(BAD.examined())
    assert [issue.name for issue in found] == [
        *("lost_reference", "lost_number", "added_number", "lost_address"),
        *("doubled_space", "starts_list"),
    ]
    wanted = [Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.ERROR]
    assert [severity(issue) for issue in found] == [*wanted, Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize("target", ["", " ", "\n\t", "\u3000"])
def test_what_is_no_translation_is_not_examined(target: str) -> None:
    case = Case("fr", BAD.source, target, structure=BAD.structure)
    assert examine(case.examined()) == ()


@given(case=CASES)
def test_findings_can_be_said(case: Case) -> None:
    for issue in examine(case.examined()):
        assert "\n" not in sentence(issue)


# --- hostile texts --------------------------------------------------------------------------------

LONG = 20_000
HOSTILE = (
    *("1", "1,", "1.", "1 ", "1 234", "1:00 ", "1.1.2000 ", "1万", "1億", "一", "十", "万", "10h"),
    *("12,345,678.9 ", "2025-", "9" * 30 + " ", "&nbsp;1", "٣٬", "۲۰۲۷ ", "XIV ", "X", "I ", "1年"),
    *("https://", "https://a.b/c ", "https://あ", "www.", "www.a,", "a.b/", "a-", "a.a.a.", "a@"),
    *("javascript", "j ", "data:", "&#106;", "](", "](a) ", "](//a.b ", "[1]", "[^1]", "[", "<"),
    *("<a b ", "<br>", "`", "`a` ", "{{", "{{a}}", "  ", " \u00a0", "a  b", "\n "),
    *("\t", "\u3000", "a ", "ab cd ", "'", "’a", "。", "é", "e\u0301", "क्ष", "\ufffc"),
    *("二〇二七年", "a@b.c ", "元年"),
    *("twenty ", "hundred ", "twenty-", "million ", "two hundred thousand ", "thirty-"),
)  # fmt: skip


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("piece", some(HOSTILE))
def test_no_text_takes_long(piece: str, notation: str) -> None:
    text = (piece * LONG)[:LONG]
    for source, target in ((text, "One 1."), ("One 1.", text), (text, f"x{text}")):
        started = time.perf_counter()
        examine(Case("en", source, target, notation=notation).examined())
        examine(Case("ja", source, target, source_locale="zh", notation=notation).examined())
        assert time.perf_counter() - started < 2


def test_many_different_pieces_take_no_longer() -> None:
    numbers = [
        " ".join(str(each) for each in range(start, start + 4000)) for start in (10000, 20000)
    ]
    links = [
        " ".join(f"https://{name}.example/{each}/あ" for each in range(900)) for name in ("a", "b")
    ]
    codes = [" ".join(f"`{name}{each}`" for each in range(2500)) for name in ("a", "b")]
    started = time.perf_counter()
    found = [
        examine(Case("ja", one, other, notation="markdown").examined())
        for one, other in (numbers, links, codes)
    ]
    assert time.perf_counter() - started < 5
    assert [len(each) for each in found] == [8000, 1800, 5000]


def test_twenty_thousand_texts_are_examined_in_seconds() -> None:
    source = (
        "By 1 January 2030 at the latest, each river commission shall set a lowest flow {0} [1]. "
    )
    target = "Au plus tard le 1er janvier 2030, chaque commission fluviale fixe un débit {0} [1]. "
    cases = [
        Case("fr", source.format(each) * 2, target.format(each) * 2, notation=NOTATIONS[each % 2])
        for each in range(2000)
    ]
    started = time.perf_counter()
    assert not any(examine(case.examined()) for case in cases)
    assert time.perf_counter() - started < 1.5, "ten times this for 20,000"


def test_normal_forms_do_not_matter() -> None:
    text = "Le 14 août, voir https://example.org/é."
    apart = unicodedata.normalize("NFD", text)
    case = Case("fr", text, apart, source_locale="en")
    assert [issue.name for issue in examine(case.examined())] == ["same_as_source"]
