import pytest

from workflow.segmentation import sentence_spans


def sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("We ask for clean water.The people need it.", "en", 2),
        ("This is a matter of self-respect.Nobody denies it.", "en", 2),
        ("Good day all.Today is Monday.Mr. Hill paid 3,000.That is much.", "en", 4),
        ("Is it so?Yes, it is.", "en", 2),
        ("They waited long...But nobody came.", "en", 2),
        ("Le fleuve monte.Nous partons.", "fr", 2),
        ("Вода пришла.Мы ушли.", "ru", 2),
    ],
)
def test_a_forgotten_space_hides_no_border(text: str, language: str, parts: int) -> None:
    found = sentences(text, language)
    assert len(found) == parts
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "See www.lakes.Example.org for more.",
        "They speak !Kung and .NET here.",
        "Write to Anna.Hill@example.org today.",
        "We use Node.js and ASP.NET here.",
        "The file is lakes.PDF or rivers.md in there.",
        "J.Smith and G.Okoye came.",
        "It happened on 29.7.2005 here.",
        "Open https://example.org/a?B=c now.",
        "The U.S.A. and the E.U. met.",
        "It grew 3.5 times.",
        "Well...Nobody knows",
        "هل رحل؟نعم",
    ],
)
def test_what_has_no_space_on_purpose_stays_whole(text: str) -> None:
    assert sentences(text, "en") == [text]


def test_marks_that_need_no_space_need_none() -> None:
    assert sentences("他来了。她走了！谁？", "zh") == ["他来了。", "她走了！", "谁？"]
    assert sentences("水はある!誰が?", "ja") == ["水はある!", "誰が?"]
    assert sentences("वह आया।वह गया।", "hi") == ["वह आया।", "वह गया।"]
