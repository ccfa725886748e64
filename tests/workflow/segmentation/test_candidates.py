import pytest

from workflow.segmentation.candidates import Candidate, candidates
from workflow.segmentation.enclosures import find_enclosures


def found(text: str, language: str = "en") -> list[Candidate]:
    return list(candidates(text, language, find_enclosures(text)))


def ends(text: str, language: str = "en") -> list[str]:
    return [text[place.start : place.end] for place in found(text, language)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("One. Two!", [".", "!"]),
        ("What?! Yes...", ["?!", "..."]),
        ("so . . . and on", [". . ."]),
        ("at last . . . .", [". . . ."]),
        ('"One." Two', ['."']),
        ("(One.) Two", [".)"]),
        ("One. [1] Two", [". [1]"]),
        ("One.[2–4][7] Two", [".[2–4][7]"]),
        ("One.¹² Two", [".¹²"]),
        ("as said (1987).1 According", [".1"]),
        ("**One.** Two", [".**"]),
        ("<b>One.</b> Two", [".</b>"]),
        ("« One. » Two", [". »"]),
        ("I like .NET a lot", ["."]),
    ],
)
def test_what_closes_belongs_to_the_sentence(text: str, marks: list[str]) -> None:
    assert ends(text) == marks


def test_armenian_and_greek_have_marks_of_their_own() -> None:
    assert ends("Նա գնաց: Այո", "hy") == [":"]
    assert ends("Τι θέλει; Τίποτα", "el") == [";"]
    assert ends("We ask: who; and why") == []


def test_what_a_rule_wants_to_know() -> None:
    (place,) = found("see p. “The end”")
    assert place == Candidate(
        start=5,
        end=6,
        next=7,
        mark=".",
        closed="",
        before=("see", "p"),
        lead="“",
        after="The",
        gap=" ",
        following="“",
    )
    assert place.word == "p"
    assert place.is_full_stop
    assert place.is_single
    assert not place.is_call
    assert not place.is_own
    assert not place.is_dots


def test_invisible_marks_do_not_hide_an_abbreviation() -> None:
    (place,) = found("د\u202a.\u202c أحمد", "ar")
    assert place.word == "د"
    assert place.closed == ""
