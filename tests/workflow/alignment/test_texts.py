from workflow.alignment.texts import Text, features, texts
from workflow.model import Entry, UnitKey


def test_a_catalog_as_texts() -> None:
    entries = (
        Entry(UnitKey("River"), extracted=("title", "stands in 2 places")),
        Entry(UnitKey("Lake", "map"), flags=("fuzzy",), previous=UnitKey("Lakes"), obsolete=True),
        Entry(UnitKey("Mill"), previous=UnitKey("Mills")),
    )
    assert texts(entries) == (
        Text(UnitKey("River"), "title"),
        Text(UnitKey("Lake", "map"), "", is_living=False, made_from="Lakes"),
        Text(UnitKey("Mill")),
    )


def test_a_text_is_known_by_what_its_translation_was_made_from() -> None:
    assert Text(UnitKey("Lake"), made_from="Lakes").wordings == ("Lake", "Lakes")
    assert Text(UnitKey("Lake"), made_from="Lake").wordings == ("Lake",)


def test_any_text_has_features() -> None:
    assert features("…!") == {"…!"}
    assert features(" ") == frozenset()


def test_a_long_text_is_known_by_its_words_alone() -> None:
    long = features("one two three four five six seven eight nine")
    assert not any(each.startswith("~") for each in long)
    assert "~ on" in features("one two")
