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
            "fr.po:9: the translation would begin a list ('1. Voyez le plan.'). Put a backslash "
            "before the mark that begins it (two in a PO file)."
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


def test_what_the_author_says_reaches_the_translators(undersigned: Undersigned) -> None:
    put_here("bridge.md", "<!-- i18n:note Say it as boatmen do. -->\nKeep left.\n")
    ran = undersigned("extract", "bridge.md", "--locale", "en")
    assert "#. note from the author: Say it as boatmen do.\n" in ran.out


def test_a_headline_edited_in_one_of_its_places_keeps_an_offer(undersigned: Undersigned) -> None:
    put_here("sources/bridge.md", "---\ntitle: Open the bridge\n---\n\n# Open the bridge\n")
    put_here("workspace.toml", 'source_locale = "en"\nlanguages = ["fr"]\n')
    assert undersigned("sync").status == 0
    path = "locales/fr/LC_MESSAGES/bridge.po"
    put_here(
        path,
        open_here(path)
        .replace('\nmsgstr ""\n', '\nmsgstr "Ouvrez"\n')
        .replace('msgid ""\nmsgstr "Ouvrez"', 'msgid ""\nmsgstr ""'),
    )
    assert undersigned("sync").status == 0
    put_here("new.md", "---\ntitle: Open the bridge\n---\n\n# Open this bridge\n")
    assert undersigned("revise", "bridge", "new.md", "--release").status == 0
    assert undersigned("sync").status == 0
    catalog = open_here(path)
    assert catalog.count('msgstr "Ouvrez"') == 2
    assert '#, fuzzy\n#| msgid "Open the bridge"\nmsgid "Open this bridge"' in catalog


def test_a_new_source_that_is_odd_is_said_once(undersigned: Undersigned) -> None:
    put_here("sources/bridge.md", "Text.\n\n```\nopen\n")
    put_here("workspace.toml", 'source_locale = "en"\n')
    odd = "sources/bridge.md:3: a block of code begins here and never ends"
    assert odd in undersigned("sync").err
    assert odd not in undersigned("sync").err


def test_nothing_that_was_worked_on_is_written_over(undersigned: Undersigned) -> None:
    put_here("bridge.md", SOURCE)
    put_here("other.md", "Other.\n")
    put_here("mine.po", po({"A": "B"}))
    put_here("new.pot", po({"Year": ""}, locale=""))
    put_here("broken.po", "<<<<<<< HEAD\n")
    for arguments in (
        ("extract", "bridge.md", "--locale", "en", "-o", "other.md"),
        ("extract", "bridge.md", "--locale", "en", "-o", "mine.po"),
        ("extract", "bridge.md", "--locale", "en", "-o", "broken.po"),
        ("merge", "fr.po", "new.pot", "-o", "mine.po"),
        ("fill", "bridge.md", "fr.po", "--locale", "en", "-o", "mine.po"),
    ):
        put_here("fr.po", po(FRENCH))
        before = {path: path.read_bytes() for path in Path().iterdir()}
        ran = undersigned(*arguments)
        assert ran.status == 2, arguments
        assert ran.err.endswith("Choose another name.\n"), ran.err
        assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_a_text_that_stands_twice_in_a_catalog_is_said(undersigned: Undersigned) -> None:
    put_here("bridge.md", "Year\n")
    put_here("fr.po", po({"Year": "An"}) + '\nmsgid "Year"\nmsgstr "Année"\n')
    ran = undersigned("fill", "bridge.md", "fr.po", "--locale", "en")
    assert (ran.status, ran.out) == (1, "An\n")
    assert "fr.po:9: this text stands here twice, see line 6." in ran.err


def test_a_template_that_is_lost_does_not_take_a_paragraph_apart(undersigned: Undersigned) -> None:
    text = " ".join(f"In village {number} the river needs more room." for number in range(11))
    put_here("sources/a.md", text + "\n")
    put_here("workspace.toml", 'source_locale = "en"\nlanguages = ["fr"]\n')
    undersigned("sync")
    put_here("sources/a.md", text + " It needs it now, and it needs it every single year again.\n")
    undersigned("sync")
    undersigned("revise", "a", "--release")
    undersigned("sync")
    before = open_here("locales/fr/LC_MESSAGES/a.po")
    Path("locales/templates/a.pot").unlink()
    assert undersigned("sync").status == 0
    assert open_here("locales/fr/LC_MESSAGES/a.po") == before
    assert before.count("msgid") == 2
