"""A statement in Markdown on the command line: read, translated, put together, checked."""

import json
from pathlib import Path

from tests.commands import Undersigned
from tests.workspaces import po, put

SOURCE = """---
title: The bridge
---

# The bridge

See [the plan](https://example.org/plan "It is short").

| Year | Cost |
|------|-----:|
| 2025 | 12 |
"""
FRENCH = {
    "The bridge": "Le pont: histoire",
    r"See [the plan](https://example.org/plan \"It is short\").": (
        r"Voyez [le plan](https://example.org/plan \"Il est court\")."
    ),
    "Year": "Année | an",
    "Cost": "Coût",
    "2025": "2025",
    "12": "12",
}


def test_a_statement_comes_back_with_only_its_words_changed(undersigned: Undersigned) -> None:
    put_here("bridge.md", SOURCE)
    put_here("fr.po", po(FRENCH))
    ran = undersigned("fill", "bridge.md", "fr.po", "--locale", "en")
    assert (ran.status, ran.err) == (0, "")
    assert (
        ran.out
        == """---
title: "Le pont: histoire"
---

# Le pont: histoire

Voyez [le plan](https://example.org/plan "Il est court").

| Année \\| an | Coût |
|------|-----:|
| 2025 | 12 |
"""
    )


def test_what_breaks_its_place_is_said_with_the_line(undersigned: Undersigned) -> None:
    put_here("bridge.md", SOURCE + "\n```\nopen\n")
    see = next(source for source in FRENCH if source.startswith("See"))
    put_here("fr.po", po(FRENCH | {see: "1. Voyez le plan."}))
    ran = undersigned("fill", "bridge.md", "fr.po", "--locale", "en", "-o", "out.md")
    assert ran.status == 1
    assert ran.err.splitlines() == [
        "bridge.md:13: a block of code begins here and never ends. Close it with a fence.",
        (
            "bridge.md:7: the translation would begin a list ('1. Voyez le plan.'). Put a "
            "backslash before the mark that begins it."
        ),
    ]
    assert "1. Voyez le plan." in open_here("out.md")


def test_what_cannot_be_read_for_certain_is_said_when_it_is_extracted(
    undersigned: Undersigned,
) -> None:
    put_here("bridge.md", "---\ntitle: [\n---\n\nText.\n")
    ran = undersigned("extract", "bridge.md", "--locale", "en")
    assert ran.status == 0
    assert ran.err.startswith("bridge.md:")
    assert "the front matter cannot be read" in ran.err
    assert 'msgid "Text."' in ran.out


def test_segment_and_diff_speak_markdown(undersigned: Undersigned) -> None:
    put_here("old.md", SOURCE)
    put_here("new.md", SOURCE.replace("| 12 |", "| 14 |").replace("# The", "## The"))
    cut = json.loads(undersigned("segment", "old.md", "--locale", "en", "--json").out)
    assert [(each["kind"], each["text"]) for each in cut][:2] == [
        ("caption", "The bridge"),
        ("heading", "The bridge"),
    ]
    for each in cut:
        assert SOURCE[each["text_start"] : each["end"]] == each["text"]
    ran = undersigned("diff", "old.md", "new.md", "--locale", "en")
    assert ran.status == 1
    assert "edited" in ran.out or "new" in ran.out


def put_here(name: str, content: str) -> None:
    put(Path(name), content)


def open_here(name: str) -> str:
    return Path(name).read_text("utf-8")
