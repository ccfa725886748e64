import pytest

from workflow.segmentation.enclosures import LONGEST_WHOLE, find_enclosures


def short(text: str) -> list[str]:
    return [text[start : end + 1] for start, end in find_enclosures(text).short]


@pytest.mark.parametrize(
    ("text", "enclosed"),
    [
        ('He said "Go home" to us.', ['"Go home"']),
        ("She said „Geh nach Haus“ zu uns.", ["„Geh nach Haus“"]),
        ("»Geh«, sagte sie.", ["»Geh«"]),
        ("Elle dit « va » et part.", ["« va »"]),
        ("他说“走吧”。", ["“走吧”"]),
        ("彼は「行け」と言った。", ["「行け」"]),
        ("a (b [c] d) e", ["(b [c] d)"]),
        ("‘Go,’ she said.", ["‘Go,’"]),
        ('We left. " Come , " she said. " No. "', ['" Come , "', '" No. "']),
        ("Han sade ”gå” till oss.", ["”gå”"]),
    ],
)
def test_marks_are_paired(text: str, enclosed: list[str]) -> None:
    assert short(text) == enclosed


@pytest.mark.parametrize(
    "text", ["the workers’ rights", "it's the '90s", "peoples' struggle", "rock 'n' roll", "l’eau"]
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert not [pair for pair in short(text) if len(pair) > len("'n'")]


def test_a_long_one_is_loose_and_not_short() -> None:
    text = "(" + "a " * LONGEST_WHOLE + ")"
    found = find_enclosures(text)
    assert found.short == ()
    assert sorted(found.loose) == [0, len(text) - 1]


def test_marks_without_a_partner_are_loose() -> None:
    assert find_enclosures("what is owed!” to (us").loose == (13, 18)


def test_a_whole_sentence_in_brackets_is_shown_to_sentencex() -> None:
    text = "We left. (It was late.) Then we slept."
    assert sorted(find_enclosures(text).loose) == [text.index("("), text.index(")")]
