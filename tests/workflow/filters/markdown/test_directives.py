"""What authors say to the program, in comments that no reader sees."""

import pytest

from workflow import plumbing
from workflow.filters.markdown.directives import Directives
from workflow.model import Document, Issue
from workflow.skeleton import slots


def extract(text: str) -> Document:
    return plumbing.extract(text.encode(), format="markdown", locale="en")


def texts(text: str) -> list[str]:
    return [slot.key.source for slot in slots(extract(text).skeleton)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<!-- i18n:skip -->\n\nOne\n\ntwo", "two"),
        ("<!--i18n:skip-->\nOne\n\ntwo", "two"),
        ("<!-- i18n:skip\n-->\n\n- One\n- one\n\ntwo", "two"),
        ("<!-- i18n:skip -->\n\n> One\n>\n> one\n\ntwo", "two"),
        ("<!-- i18n:skip -->\n\n| One |\n|---|\n| one |\n\ntwo", "two"),
        ("<!-- i18n:skip -->\n\n<p>One</p>\n\ntwo", "two"),
        ("<!-- i18n:skip -->\n\n```\nOne\n```\n\ntwo", "two"),
        ("<!-- i18n:skip -->\n\n# One\n\ntwo", "two"),
        ('<!-- i18n:skip -->\n\n[a]: b "Title"\n\nOne\n\ntwo', "Title|two"),
        ("<!-- i18n:skip -->\n\n<!-- i18n:skip -->\n\nOne\n\ntwo", "two"),
        ("<!-- i18n:skip -->\n\n<!-- i18n:note why -->\n\nOne\n\ntwo", "two"),
        ("- <!-- i18n:skip -->\n  One\n- two", "two"),
        ("> <!-- i18n:skip -->\n>\n> One\n>\n> two", "two"),
        ("<!-- i18n:skip-start -->\n\nOne\n\n- one\n\n<!-- i18n:skip-end -->\n\ntwo", "two"),
        ("> <!-- i18n:skip-start -->\n>\n> One\n\none\n\n<!-- i18n:skip-end -->\n\ntwo", "two"),
        ("two\n\n<!-- i18n:skip-start -->\n\nOne", "two"),
        ("<!-- i18n:skip-start --><!-- i18n:skip-end -->\n\nOne\n\ntwo", "One|two"),
        # a comment behind which words stand says its word and hides nothing
        ("<!-- i18n:note x --> One\n\ntwo", "One|two"),
        ("One <!-- i18n:skip -->\n\ntwo", "One <!-- i18n:skip -->|two"),
        ("<!-- skip -->\n\nOne\n\ntwo", "One|two"),
        ("`<!-- i18n:skip -->`\n\ntwo", "two"),
        ("```\n<!-- i18n:skip -->\n```\n\ntwo", "two"),
    ],
)
def test_what_is_skipped(text: str, left: str) -> None:
    assert "|".join(texts(text)) == left


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- i18n:note A mill. -->\n\nOne\n\ntwo", [("One", "A mill.", ""), ("two", "", "")]),
        ("<!-- i18n:note A mill,\nnot a tool. -->\n\nOne", [("One", "A mill, not a tool.", "")]),
        ("<!-- i18n:note: A mill. -->\n\nOne", [("One", "A mill.", "")]),
        ("<!-- i18n:note A --><!-- i18n:note B -->\n\nOne", [("One", "A\nB", "")]),
        ("<!-- i18n:context button -->\nOne\n\nOne", [("One", "", "button"), ("One", "", "")]),
        ("<!-- i18n:context a -->\n\n<!-- i18n:context b -->\n\nOne", [("One", "", "b")]),
        ("<!-- i18n:note A -->\n\n- One\n- two", [("One", "A", ""), ("two", "", "")]),
        ("<!-- i18n:note A -->\n\n`x`\n\nOne", [("One", "A", "")]),
        ("<!-- i18n:note A -->\n\n***\n\nOne", [("One", "", "")]),
        (
            "<!-- i18n:context c -->\n\n| One | two |\n|---|---|",
            [("One", "", "c"), ("two", "", "")],
        ),
        ("<!-- i18n:context c -->\n\n<p>One</p>", [("One", "", "c")]),
        ("<!-- i18n:note A --> One", [("One", "A", "")]),
    ],
)
def test_what_holds_for_the_next_text(text: str, said: list[tuple[str, str, str]]) -> None:
    found = slots(extract(text).skeleton)
    assert [(each.key.source, each.note, each.key.context) for each in found] == said


def test_every_sentence_of_a_text_has_its_context() -> None:
    document = extract("<!-- i18n:context c -->\n\n" + "Rivers need room. " * 40)
    found = list(slots(document.skeleton))
    assert len(found) == 40
    assert {each.key.context for each in found} == {"c"}


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("a\n\n<!-- i18n:translate -->\n", [Issue("unknown_directive", 3, "i18n:translate")]),
        ("<!-- i18n:skip-end -->\n", [Issue("unopened_skip", 1)]),
        ("a\n\n<!-- i18n:skip-start -->\n\nb", [Issue("unclosed_skip", 3)]),
        (
            "<!-- i18n:skip-start -->\n\n<!-- i18n:skip-start -->\n\nb",
            [Issue("unclosed_skip", 1)],
        ),
        (
            "<!-- i18n:a --><!-- i18n:b -->\n\n<!-- i18n:c -->",
            [Issue("unknown_directive", 1, "i18n:a"), Issue("unknown_directive", 3, "i18n:c")],
        ),
        ("<!-- about i18n: nothing -->\n", []),
        ("<!-- i18n:skip -->\n", [Issue("unused_directive", 1)]),
        ("<!-- i18n:note A -->\n\n***\n\nOne\n", [Issue("unused_directive", 3)]),
        ("- <!-- i18n:skip -->\n\nOne\n", [Issue("unused_directive", 1)]),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, issues: list[Issue]) -> None:
    assert list(extract(text).issues) == issues


def test_what_was_said_is_said_once() -> None:
    heard = Directives()
    assert heard.hear("<!-- i18n:note A --><!-- i18n:context b -->", 1) is None
    assert heard.take() == ("A", "b")
    assert heard.take() == ("", "")
