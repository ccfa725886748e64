from __future__ import annotations

import pytest

from workflow import guard
from workflow.errors import LimitExceeded, MalformedCatalog
from workflow.exchange.catalogs.grammar import JOINT, Statements, reveal


def said(text: str) -> list[str]:
    return list(Statements(text.encode(), "letter.po").splitlines())


def test_a_text_stands_on_one_line() -> None:
    assert said('msgid ""\n"The "\n  "river"  \nmsgstr "a" \n"b"\n') == [
        'msgid "The river"',
        'msgstr "ab"',
    ]


def test_obsolete_and_previous_texts_are_told_as_polib_knows_them() -> None:
    assert said('#~| msgid "o"\n#~| "ld"\n#~msgid "a"\n#~ msgstr ""\n#~ "b"\n') == [
        '#| msgid "old"',
        '#~ msgid "a"',
        '#~ msgstr "b"',
    ]


def test_comments_of_a_kind_stand_on_one_line() -> None:
    block = "#. one\n# me\n#: a:1\n\n#.\n#, fuzzy\n#:  b:2\n#,no-wrap\n#= x\n"
    assert said(f'{block}msgid "a"\nmsgstr "b"\n')[:4] == [
        f"# {JOINT}me{JOINT}",
        f"#. {JOINT}one{JOINT}{JOINT}",
        "#: a:1  b:2",
        "#,  fuzzy,no-wrap, x",
    ]


def test_a_reference_with_a_space_stays_one_word_for_polib() -> None:
    [told, *_] = said('#: \u2068my letter.txt\u2069:3 b:1\nmsgid "a"\nmsgstr ""\n')
    words = told.removeprefix("#: ").split()
    assert len(words) == 2
    assert reveal(words[0]) == "\u2068my letter.txt\u2069:3"


def test_lines_of_entries_are_counted() -> None:
    statements = Statements(b'# a\n\nmsgid "a"\nmsgstr ""\n"b"\n\n\n#~ msgid "c"\n#~ msgstr ""', "")
    list(statements.splitlines())
    assert statements.msgid_lines == [3, 8]


def test_comments_after_the_last_entry_are_kept() -> None:
    statements = Statements(b'msgid "a"\nmsgstr "b"\n\n# vim: set et:\n', "")
    list(statements.splitlines())
    assert statements.trailing == ["vim: set et:"]


WRONG = [
    ('msgstr "b"\n', 1, "msgstr follows no msgid"),
    ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, "msgstr follows no msgid"),
    ('msgid_plural "a"\n', 1, "msgid_plural stands in the wrong place"),
    ('msgid "a"\nmsgid "b"\n', 2, "msgstr is missing after msgid"),
    ('msgid "a"\n#~ msgid "b"\n', 2, "msgstr is missing after msgid"),
    ('msgctxt "a"\nmsgstr "b"\n', 2, "msgid is missing after msgctxt"),
    ('#~ msgctxt "a"\n#~ msgctxt "b"\n', 2, "msgid is missing after #~msgctxt"),
    ('msgid "a"\nmsgctxt "b"\n', 2, "msgstr is missing after msgid"),
    ('msgid "a"\n#| msgid "b"\n', 2, "msgstr is missing after msgid"),
    ('#| msgid "b"\n#| msgctxt "a"\n', 2, "#|msgctxt stands in the wrong place"),
    ('#| msgstr "b"\n', 1, "#|msgstr stands in the wrong place"),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 3, "msgstr follows msgid_plural"),
    ('msgid "a"\nmsgid_plural ""\nmsgstr[0] "c"\n', 2, "msgid_plural is empty"),
    ('msgid "a"\nmsgstr[0] "b"\n', 2, "msgstr[0] follows msgid, where msgstr is expected"),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 3, "msgstr[0] is expected here"),
    (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
        4,
        "msgstr[1] is expected here, not msgstr[2]",
    ),
    ('#~ msgid "a"\nmsgstr "b"\n', 2, "one part of this entry is marked obsolete (#~)"),
    ('msgid "a"\n#~ msgstr "b"\n', 2, "one part of this entry is marked obsolete (#~)"),
    ('msgctxt "a"\n#~ msgid "b"\n', 2, "one part of this entry is marked obsolete (#~)"),
    ('#~| msgid "a"\nmsgid "b"\n', 2, "one part of this entry is marked obsolete (#~)"),
    ('msgid "a"\n# note\nmsgstr "b"\n', 2, "a comment stands in the middle of an entry"),
    ('#~ msgid "a"\n#, x\n#~ msgstr "b"\n', 2, "a comment stands in the middle of an entry"),
    ("", 1, "the catalog has no entries"),
    ("# only a comment\n", 1, "the catalog has no entries"),
    ('msgid "a"\n', 1, "the file ends in the middle of an entry"),
    ('msgid "a"\nmsgid_plural "b"\n', 2, "the file ends in the middle of an entry"),
    ('msgid "a"\nmsgstr "b"\n\n#: c:3\n', 4, "the file ends in the middle of an entry"),
    ('msgid "a"\nmsgstr "b"\n\n#| msgid "c"\n', 4, "the file ends in the middle of an entry"),
    (r'msgid "a\q"', 1, r"the escape '\q' is not known"),
    (r'msgid "a\a"', 1, r"the escape '\a' is not known"),
    (r'msgid "a\x41"', 1, r"the escape '\x' is not known"),
    (r'msgid "a\101"', 1, r"the escape '\1' is not known"),
    ('msgid "a"\nmsgstr "b"\n"c\n', 3, "the file ends in the middle of a text"),
]


@pytest.mark.parametrize(("text", "line", "reason"), WRONG)
def test_what_the_grammar_forbids_is_refused(text: str, line: int, reason: str) -> None:
    with pytest.raises(MalformedCatalog) as caught:
        said(text)
    assert caught.value.line == line
    assert caught.value.reason.startswith(reason)
    assert str(caught.value).count("\n") == 0


BEGIN = 'msgid "a"\nmsgstr '


def entry_of(count: int) -> str:
    return f'{BEGIN}""\n' + '""\n' * (count - 2)


def comments_of(count: int) -> str:
    return "# x\n" * (count - 2) + f'{BEGIN}""\n'


def text_of(count: int, character: str) -> str:
    return f'{BEGIN}"{character * count}"\n'


def references_of(count: int) -> str:
    return "#:" + " a" * (count - 1) + f'\n#: b\n{BEGIN}""\n'


@pytest.mark.parametrize(
    ("fits", "too_much"),
    [
        (entry_of(guard.ENTRY_LINES), entry_of(guard.ENTRY_LINES + 1)),
        (comments_of(guard.ENTRY_LINES), comments_of(guard.ENTRY_LINES + 1)),
        (text_of(guard.UNIT_CODE_POINTS, "é"), text_of(guard.UNIT_CODE_POINTS + 1, "é")),
        (text_of(guard.UNIT_CODE_POINTS, r"\n"), text_of(guard.UNIT_CODE_POINTS + 1, r"\n")),
        (references_of(guard.CATALOG_REFERENCES), references_of(guard.CATALOG_REFERENCES + 1)),
    ],
    ids=["lines", "comments", "characters", "escapes", "references"],
)
def test_limits_hold_to_the_last_one(fits: str, too_much: str) -> None:
    assert said(fits)
    with pytest.raises(LimitExceeded, match=r"letter\.po:\d+: "):
        said(too_much)


def test_entries_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "CATALOG_ENTRIES", 2)
    three = 'msgid ""\nmsgstr ""\nmsgid "a"\nmsgstr ""\nmsgid "b"\nmsgstr ""\n'
    assert len(said(three)) == 6
    with pytest.raises(LimitExceeded, match=r"letter\.po:7: the catalog is over 2 entries"):
        said(three + 'msgid "c"\nmsgstr ""\n')
