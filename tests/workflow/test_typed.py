"""What people type: tidied, or refused with a sentence that helps."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import any_texts
from workflow import guard
from workflow.errors import HostileInput, LimitExceeded
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.lookalikes import skeleton
from workflow.model import Catalog, Entry, UnitKey
from workflow.typed import (
    check_comment,
    check_label,
    check_notes,
    check_pseudonym,
    check_query,
    check_target,
)

FLAG = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


def target(text: str, source: str = "") -> str:
    return check_target(text, where="line 7", source=source)


# --- translations --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" ", " "),
        ("  ", ""),
        ("\u00a0", ""),
        (" \r\n", ""),
        ("\u200b\u200f\ufeff", ""),
        (" Fleuve \n", "Fleuve"),
        ("\u3000川\u3000", "川"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("Rene\u0301", "René"),
        ("a\tb", "a\tb"),
        ("a  b", "a  b"),
        ("« oui »", "« oui »"),
    ],
)
def test_a_translation_is_tidied(typed: str, kept: str) -> None:
    assert target(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "کتاب‌ها می‌مانند",
        "क्‍ष, श्री",
        "ක්‍රියා",
        "\u200fספרייה\u200e, 3",
        "\u061cبيان",
        "Ko\u00adope\u00adration",
        "10\u00a0000\u202f€",
        "\u2068Ana\u2069 dit\n\u2067שלום\u2069",
        "\u2066a \u2067b\u2069 c\u2069",
        "👩\u200d👩\u200d👧 \u2764\ufe0f",
        f"{FLAG} Alba",
        "z" + "\u0335" * 30,
        "\ue000\U000e0fff",
    ],
)
def test_what_scripts_need_is_taken(text: str) -> None:
    assert target(text) == unicodedata.normalize("NFC", text)


ALONE = "a change of direction begins or ends here alone"
REFUSED = [
    ("Le fleuve\0", "a control character (U+0000, behind 'Le fleuve')"),
    ("one\ntwo\x1b[31m", "a control character (U+001B, behind 'two')"),
    ("\x7f", "a control character (U+007F, at the beginning of a line)"),
    ("a\x80", "a control character (U+0080, behind 'a')"),
    ("a\x1f", "a control character (U+001F, behind 'a')"),
    ("a\ud83d", "half a character (U+D83D, behind 'a')"),
    ("a\ufffe", "a code point that is no character (U+FFFE, behind 'a')"),
    ("a\U0010ffff", "a code point that is no character (U+10FFFF, behind 'a')"),
    ("a\ufdd0", "a code point that is no character (U+FDD0, behind 'a')"),
    ("a\U000e0041", "an invisible character that can hide a text (U+E0041, behind 'a')"),
    (
        "ok \u202eko\u202c",
        "an invisible character that re-orders what readers see (U+202E, behind 'ok')",
    ),
    (
        "می‌خواهیم\u202a",
        "an invisible character that re-orders what readers see (U+202A, behind 'میخواهیم')",
    ),
    ("pay \u2067Ana", f"{ALONE} (U+2067, behind 'pay')"),
    ("a\u2069", f"{ALONE} (U+2069, behind 'a')"),
    ("a \u2068b\nc\u2069", f"{ALONE} (U+2068, behind 'a')"),
    ("\u2069\u2068", f"{ALONE} (U+2069, at the beginning of a line)"),
    ("e" + "\u0335" * 31, "more than 30 accents on one letter (U+0335, behind 'e')"),
    ("ا" + "\u064b" * 31, "more than 30 accents on one letter (U+064B, behind 'ا')"),
    ("a" + "\u0344" * 16, "more than 30 accents on one letter (U+0301, behind 'ä')"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_what_deceives_is_refused(text: str, reason: str) -> None:
    with pytest.raises(HostileInput) as refusal:
        target(text)
    assert refusal.value.where == "line 7"
    assert refusal.value.reason.startswith(reason)
    assert "try again" in refusal.value.what_next
    assert len(str(refusal.value).splitlines()) == 1


def test_what_re_orders_is_taken_where_the_source_has_it() -> None:
    text = "\u202bنص\u202c"
    assert target(text, source="\u202btext\u202c") == text
    with pytest.raises(HostileInput, match=r"\(U\+202B"):
        target(text, source="\u202atext\u202c")


def test_a_translation_may_be_as_long_as_the_limit() -> None:
    most = "é" * guard.UNIT_CODE_POINTS
    assert target(f"  {most}\n") == most
    assert target(unicodedata.normalize("NFD", most)) == most
    for too_long in (f"{most}é", most * 5):
        with pytest.raises(LimitExceeded) as refusal:
            target(too_long)
    assert str(refusal.value) == (
        "line 7: the translation is over 20,000 characters. Shorten it and try again."
    )


def test_a_translation_may_grow_when_it_is_composed() -> None:
    with pytest.raises(LimitExceeded):
        target("\ufb2c" * (guard.UNIT_CODE_POINTS // 3 + 1))


def test_a_translation_has_no_more_lines_than_a_catalog_takes() -> None:
    most = "\n".join("x" * guard.TARGET_LINES)
    assert target(most) == most
    with pytest.raises(LimitExceeded, match="is over 1,000 lines"):
        target(f"{most}\nx")


TYPED = st.one_of(
    any_texts(),
    st.text(st.sampled_from(' \n\r\t\u2066\u2067\u2069\u200b\u0344\u0301e\ufb2c\u202e\x85a"\\')),
)


@given(TYPED)
def test_what_is_taken_is_taken_again_and_survives_a_catalog(text: str) -> None:
    try:
        kept = target(text)
    except (HostileInput, LimitExceeded):
        return
    assert target(kept) == kept
    entry = Entry(UnitKey("River"), (kept,))
    [again] = read_catalog(write_catalog(Catalog("fr", (), (entry,)))).entries
    assert again.target == kept


@pytest.mark.parametrize(
    "text", ["\n".join('"' * guard.TARGET_LINES), "\\" * guard.UNIT_CODE_POINTS, '"\n\t\\' * 999]
)
def test_the_longest_translations_survive_a_catalog(text: str) -> None:
    kept = target(text)
    entry = Entry(UnitKey("River"), (kept,))
    [again] = read_catalog(write_catalog(Catalog("fr", (), (entry,)))).entries
    assert again.target == kept == text.strip()


# --- comments and searches -----------------------------------------------------------------------


def test_a_comment_is_tidied() -> None:
    assert check_comment(" Why 'bank'?\r\nOf the river? ", "a comment") == (
        "Why 'bank'?\nOf the river?"
    )
    most = "x" * guard.COMMENT_CODE_POINTS
    assert check_comment(most, "a comment") == most
    with pytest.raises(LimitExceeded, match="the comment is over 5,000 characters"):
        check_comment(f"{most}x", "a comment")


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b"])
def test_an_empty_comment_is_refused(text: str) -> None:
    with pytest.raises(HostileInput, match="a comment: the comment is empty"):
        check_comment(text, "a comment")


def test_a_comment_deceives_nobody() -> None:
    with pytest.raises(HostileInput, match=r"\(U\+202E, behind 'a'\)"):
        check_comment("a\u202eb", "a comment")


def test_a_search_stands_on_one_line() -> None:
    assert check_query(" riv\r\nière ") == "riv ière"
    assert check_query(" ") == ""
    assert check_query("x" * 200) == "x" * 200
    with pytest.raises(LimitExceeded, match="the search: the text is over 200 characters"):
        check_query("x" * 201)
    with pytest.raises(HostileInput, match="the search: a control character"):
        check_query("x\x00")


@given(TYPED)
def test_a_search_is_taken_again(text: str) -> None:
    try:
        kept = check_query(text)
    except (HostileInput, LimitExceeded):
        return
    assert check_query(kept) == kept
    assert "\n" not in kept


def test_a_title_stands_on_one_line() -> None:
    assert check_label(" A\tletter\r\nto all ", "the title", 40) == "A letter to all"
    assert check_label("\u200b", "the title", 40) == ""
    with pytest.raises(LimitExceeded, match="the title: it is over 40 characters"):
        check_label("x" * 41, "the title", 40)
    for deceit in ("a\x1bb", "a\u202eb"):
        with pytest.raises(HostileInput, match="the title: "):
            check_label(deceit, "the title", 40)


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ana", "Ana"),
        ("  Ana \t Lima\n", "Ana Lima"),
        ("Rene\u0301", "René"),
        ("O'Neil-Smith Jr. (2)", "O'Neil-Smith Jr. (2)"),
        ("مهدی", "مهدی"),
        ("می\u200cنا", "می\u200cنا"),
        ("श्री", "श्री"),
        ("क्\u200dष", "क्\u200dष"),
        ("അവന്\u200d", "അവന്\u200d"),
        ("র\u200d্যাব", "র\u200d্যাব"),
        ("佐藤 花", "佐藤 花"),
        ("辻\U000e0100", "辻"),
        ("🌻 Ana", "🌻 Ana"),
        ("Ana \u2764\ufe0f", "Ana \u2764"),
        ("7", "7"),
        ("x" * 40, "x" * 40),
        ("the admin's friend", "the admin's friend"),
        ("Systema", "Systema"),
        ("ʻAkau", "ʻAkau"),
    ],
)
def test_names_under_which_people_work(typed: str, kept: str) -> None:
    assert check_pseudonym(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "it has no letter and no digit"),
        (" \t", "it has no letter and no digit"),
        ("🌻", "it has no letter and no digit"),
        ("---", "it has no letter and no digit"),
        ("ـــ", "it has no letter and no digit"),
        ("@ana", "it begins with '@'"),
        ("=1+1", "it begins with '='"),
        ("-ana", "it begins with '-'"),
        ("\u0301ana", "it begins with '\u0301'"),
        ("ana\0", "a control character (U+0000, behind 'ana')"),
        ("a\x1fb", "a control character (U+001F, behind 'a')"),
        ("a\ud800", "half a character"),
        ("a\u200bna", "a character that readers cannot see (U+200B, behind 'a')"),
        ("a\u200dna", "a character that readers cannot see (U+200D, behind 'a')"),
        ("ana\u200c", "a character that readers cannot see (U+200C, behind 'ana')"),
        ("می\u200c", "a character that readers cannot see (U+200C, behind 'می')"),
        ("می\u200c\u200cنا", "a character that readers cannot see (U+200C, behind 'می')"),
        ("\u200dana", "a character that readers cannot see (U+200D, at the beginning"),
        ("ana\u200f", "a character that readers cannot see (U+200F"),
        ("a\u00adna", "a character that readers cannot see (U+00AD"),
        ("\u2068ana\u2069", "a character that readers cannot see (U+2068"),
        ("\u3164ana", "a character that readers cannot see (U+3164"),
        ("ana\u2800", "a character that readers cannot see (U+2800"),
        ("ana\ue000", "a character that readers cannot see (U+E000"),
        ("ana\u202e", "an invisible character that re-orders"),
        ("ana\U000e0041", "an invisible character that can hide"),
        ("z" + "\u0335" * 9, "more than 8 accents on one letter"),
        ("Admin", "it reads like a name that the program itself goes by"),
        ("аdmіn", "it reads like a name that the program itself goes by"),
        ("0perator", "it reads like a name that the program itself goes by"),
        ("SYSTEM.", "it reads like a name that the program itself goes by"),
        ("former-member", "it reads like a name that the program itself goes by"),
        ("Under signed", "it reads like a name that the program itself goes by"),
        ("Ａｄｍｉｎ", "it reads like a name that the program itself goes by"),
    ],
)
def test_names_that_are_refused(typed: str, reason: str) -> None:
    with pytest.raises(HostileInput) as refusal:
        check_pseudonym(typed)
    assert refusal.value.reason.startswith(reason)
    assert len(str(refusal.value).splitlines()) == 1


@pytest.mark.parametrize("text", ["x" * 41, "x" * 4_000, "\ufb2c" * 20])
def test_a_name_that_is_too_long_is_refused(text: str) -> None:
    with pytest.raises(LimitExceeded, match="the name: it is over 40 characters"):
        check_pseudonym(text)


@given(
    st.one_of(
        st.text(max_size=45), st.text("aé\u0301 \u200c\u200dमق्ی\u3000'-\ufe0fλ1", max_size=45)
    )
)
def test_a_name_is_taken_again_and_can_be_seen(text: str) -> None:
    try:
        name = check_pseudonym(text)
    except (HostileInput, LimitExceeded):
        return
    assert check_pseudonym(name) == name
    assert 1 <= len(name) <= guard.PSEUDONYM_CODE_POINTS
    assert skeleton(name)
    assert " ".join(name.split()) == unicodedata.normalize("NFC", name) == name


@pytest.mark.parametrize("check", [target, check_query, check_pseudonym])
def test_a_flood_of_marks_is_refused_before_it_costs_anything(check: Callable[[str], str]) -> None:
    with pytest.raises((HostileInput, LimitExceeded)):
        check("a" + "\u0301\u0323" * 5_000_000)


def test_notes_for_translators_have_lines_and_an_end() -> None:
    assert check_notes(" Keep the names.\r\n\r\nAll of them. ") == "Keep the names.\n\nAll of them."
    assert (check_notes("\u200b \n"), check_notes("")) == ("", "")
    most = "x" * guard.NOTES_CODE_POINTS
    assert check_notes(most) == most
    with pytest.raises(LimitExceeded):
        check_notes(f"{most}x")
    with pytest.raises(HostileInput):
        check_notes("Keep \u202e the names.")
