"""The sentences of the scripts: each that is asked for is there, and none for nothing."""

from __future__ import annotations

import json
import re

import pytest

from ui.components.statement.words import address, sentences, spoken
from ui.language import offered, words
from ui.web.assets import HERE

SCRIPTS = [
    path
    for name in ("statement", "preferences")
    for path in (HERE / "components" / name).glob("*.js")
]
_ASKED = re.compile(r"""say\((?:[^()"'`]*\? )?["`]([a-z_$.{}A-Z]+)["`]""")
COUNTED = re.compile("_(?:zero|one|two|few|many|other)$")
_NAMED = re.compile(r'"([a-z]+(?:_[a-z]+)+|[a-z]+)"|`([^`]*\$\{[^`]*)`')


def asked() -> tuple[set[str], list[re.Pattern[str]]]:
    """Give the names that stand in the scripts, and the patterns that are put together there."""
    names, patterns = set(), []
    for path in SCRIPTS:
        for plain, made in _NAMED.findall(path.read_text("utf-8")):
            if plain:
                names.add(plain)
            elif re.fullmatch(r"[a-z_]*(\$\{[^}]*\}[a-z_]*)+", made):
                patterns.append(re.compile(re.sub(r"\$\{[^}]*\}", "[a-z_]+", made)))
    return names, patterns


def test_every_sentence_is_used() -> None:
    names, patterns = asked()
    unused = [
        name
        for name in sentences(words("en"))
        if name not in names and not any(each.fullmatch(name) for each in patterns)
    ]
    assert unused == []


def test_every_sentence_that_is_asked_for_is_there() -> None:
    known = set(sentences(words("en")))
    found = {name for path in SCRIPTS for name in _ASKED.findall(path.read_text("utf-8"))}
    plain = {name for name in found if "$" not in name}
    assert len(plain) > 30
    assert plain <= known
    states = ("untranslated", "needs_work", "translated", "reviewed")
    assert {f"state_{state}" for state in states} <= known


@pytest.mark.parametrize("tag", offered())
def test_a_language_has_the_same_places_for_values(tag: str) -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    english = sentences(words("en"))
    for name, said in sentences(words(tag)).items():
        if COUNTED.search(name):  # a language may say "two" in the word itself
            assert places(english[name]) - {"{n}"} <= places(said) <= places(english[name])
        else:
            assert places(said) == places(english[name])


def test_each_number_has_its_form_and_its_place() -> None:
    said = sentences(words("en"))
    assert said["busy_many_one"] == "{n} paragraph is not saved yet. {why}"
    for category in ("zero", "two", "few", "many", "other"):
        assert said[f"busy_many_{category}"] == "{n} paragraphs are not saved yet. {why}"


def test_what_is_sent_is_the_same_each_time_and_named_by_what_it_is() -> None:
    known = json.loads(spoken("en"))
    assert known["tag"] == "en"
    assert known["digits"] == "0123456789"
    assert known["sentences"]["save_next"] == "Save and next"
    assert address("en").startswith("api/words?locale=en&is=")
    assert address("en") == address("en")
