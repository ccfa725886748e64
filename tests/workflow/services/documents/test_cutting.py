"""What a text becomes when it is put in, seen before it is: it is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.live import NOW, live, person
from tests.strategies import any_texts, hostile_texts, markdown_texts
from tests.workspaces import put, tree
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotPossible, UndersignedError
from workflow.model import BlockKind
from workflow.services import documents, translation
from workflow.services.documents import Cut, LeftOut, Listed, cutting
from workflow.services.workspace import Workspace
from workflow.settings import Changes, change_settings
from workflow.store.documents import living_units

LETTER = """\
# An appeal for the *rivers*

<!-- i18n:note The river Aar. -->
1. All states shall publish the quality of their waters.

   ```
   level = low
   ```

Second paragraph. {long}

<!-- i18n:skip -->
Reference number 12 of the secretariat
""".format(long=" ".join(f"This is sentence number {n} of a long one." for n in range(15)))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        change = Changes(languages=("fr", "ar", "ja"))
        made.settings_path.write_bytes(change_settings(b"", change))
        yield made


def look(workspace: Workspace, text: str | bytes = LETTER, **more: object) -> Cut:
    data = text.encode() if isinstance(text, str) else text
    given = {"data": data, "file_name": "letter.md", **more}
    return documents.preview(workspace, OPERATOR, NOW, **given)  # type: ignore[arg-type]


def test_it_is_shown_as_its_translators_will_see_it(workspace: Workspace) -> None:
    cut = look(workspace, locale="en", languages=("fr", "EN", "fa"))
    assert (cut.name, cut.file_name, cut.format) == ("letter", "letter.md", "markdown")
    assert (cut.locale, cut.told_by) == ("en", "you")
    assert cut.title == "An appeal for the rivers"
    assert cut.languages == ("fr", "fa")
    heading, article, long = cut.blocks
    assert (heading.kind, heading.level, heading.line) == (BlockKind.HEADING, 1, 1)
    assert (article.kind, article.marker, article.note) == (
        BlockKind.ORDERED_ITEM,
        "1.",
        "The river Aar.",
    )
    assert long.texts[0] == "Second paragraph."
    assert (cut.divided, cut.sentences, cut.units) == (1, 16, 18)
    assert cut.words == 5 + 9 + 2 + 15 * 9
    assert cut.left_out == (
        LeftOut(3, "<!-- i18n:note The river Aar. -->"),
        LeftOut(7, "   level = low"),
        LeftOut(12, "<!-- i18n:skip -->\nReference number 12 of the secretariat"),
    )
    assert cut.issues == ()


def test_languages_are_those_of_the_workspace_where_none_is_named(workspace: Workspace) -> None:
    assert look(workspace, locale="ar").languages == ("fr", "ja")


@pytest.mark.parametrize(
    ("text", "file_name", "locale", "told"),
    [
        ("Nous, soussignés.", "lettre.fr.txt", "fr", "file name"),
        ("نحن الموقعين", "letter.txt", "ar", "script"),
        ("We, the undersigned.", "letter.txt", "en", "default"),
    ],
)
def test_it_is_said_what_told_the_language(
    workspace: Workspace, text: str, file_name: str, locale: str, told: str
) -> None:
    cut = look(workspace, text, file_name=file_name)
    assert (cut.locale, cut.told_by) == (locale, told)


def test_what_cannot_be_told_for_sure_is_said(workspace: Workspace) -> None:
    (issue,) = look(workspace, "An appeal[^1].\n").issues
    assert (issue.name, issue.line, issue.detail) == ("unknown_footnote", 1, "1")


def test_a_text_without_a_heading_has_its_first_line_for_a_title(workspace: Workspace) -> None:
    assert look(workspace, "To all, " + "of us " * 40, file_name="a.txt").title.startswith("To all")
    assert len(look(workspace, "x" * 300 + " y.", file_name="a.txt").title) == 120


@pytest.mark.parametrize("title", ["x" * 10_000, "A\u202etitle"])
def test_a_title_is_refused_before_it_is_put_in(workspace: Workspace, title: str) -> None:
    with pytest.raises(UndersignedError) as at_once:
        look(workspace, title=title)
    with pytest.raises(UndersignedError) as later:
        documents.add(
            workspace, OPERATOR, NOW, data=LETTER.encode(), file_name="letter.md", title=title
        )
    assert str(at_once.value) == str(later.value)
    assert look(workspace, title="Another title").name == "letter"


def test_only_a_coordinator_of_all_documents_may_look(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.REVIEWER)
    with pytest.raises(NotAllowed):
        documents.preview(workspace, ana, NOW, data=b"Hello", file_name="a.txt")


def test_nothing_is_written(workspace: Workspace) -> None:
    put(workspace.root / "sources" / "other.txt", "Something else.\n")
    before = {
        name: data for name, data in tree(workspace.root).items() if ".undersigned" not in name
    }
    look(workspace, languages=("fr",), locale="en")
    with pytest.raises(NotPossible, match="other") as refusal:
        look(workspace, name="other")
    assert refusal.value.case == "file_there"
    after = {
        name: data for name, data in tree(workspace.root).items() if ".undersigned" not in name
    }
    assert (after, documents.listing(workspace, OPERATOR, NOW)) == (before, ())


def test_a_name_that_is_taken_is_refused_as_when_it_is_put_in(workspace: Workspace) -> None:
    documents.add(workspace, OPERATOR, NOW, data=LETTER.encode(), file_name="letter.md")
    with pytest.raises(NotPossible) as refusal:
        look(workspace)
    assert refusal.value.case == "name_taken"


FILES = st.sampled_from(["a.txt", "a.md", "a.fr.txt", "A title, of a kind.md", "a.pdf", "../a.txt"])
GIVEN = st.fixed_dictionaries(
    {
        "data": (any_texts() | hostile_texts() | markdown_texts()).map(str.encode)
        | st.sampled_from([b"", b"\xff\xfe", b"a\x00b", b"%PDF-1.7", "a\u202eb".encode()]),
        "file_name": FILES,
        "name": st.sampled_from(["", "letter", "No slug"]),
        "locale": st.sampled_from(["", "fr", "no language"]),
        "languages": st.sampled_from([(), ("fr",), ("fr", "ar"), ("f r",)]),
    }
)


def tried(
    verb: Callable[..., object], workspace: Workspace, asked: dict[str, object]
) -> tuple[object, str]:
    """Give what a verb gives, or why it refuses: the kind of its error and its sentence."""
    try:
        return verb(workspace, OPERATOR, NOW, **asked), ""
    except UndersignedError as error:
        return None, f"{type(error).__name__}: {error}"


@given(GIVEN)
@example({"data": b"To all.", "file_name": "a.txt", "name": "", "locale": "", "languages": ("en",)})
def test_what_is_shown_is_what_is_put_in(
    tmp_path_factory: pytest.TempPathFactory, asked: dict[str, object]
) -> None:
    with live(tmp_path_factory.mktemp("w")) as workspace:
        cut, refused = tried(documents.preview, workspace, asked)
        added, refused_then = tried(documents.add, workspace, asked)
        assert refused_then == refused
        if not (isinstance(cut, Cut) and isinstance(added, Listed)):
            assert refused
            return
        with workspace.store.reading() as db:
            stored = living_units(db, added.id)
        assert (added.name, added.locale, added.languages) == (cut.name, cut.locale, cut.languages)
        described = documents.describe(workspace, OPERATOR, NOW, document=added.name)
        assert (described.format, described.file_name) == (cut.format, cut.file_name)
        texts = list(dict.fromkeys(text for block in cut.blocks for text in block.texts))
        assert [unit.source for unit in stored] == texts
        assert (sum(unit.words for unit in stored), len(stored)) == (cut.words, cut.units)
        passages = places_of(workspace, added.name)
        assert [(each.kind, each.level, each.marker) for each in cut.blocks] == passages


def places_of(workspace: Workspace, document: str) -> list[tuple[BlockKind, int, str]]:
    """Give kind, level and marker of each paragraph as its translators see it."""
    sheet = translation.sheet(workspace, OPERATOR, NOW, document=document, locale="de")
    places = {place.group: place for row in sheet.rows for place in row.places}
    return [(each.kind, each.level, each.marker) for _, each in sorted(places.items())]


def test_a_name_and_a_first_line_are_guessed_from_a_text() -> None:
    assert documents.name_for("نداء من أجل الأنهار") == "نداء-من-أجل-الأنهار"
    assert documents.title_of(b"\n---\n## **Appeal**\n", "a.md") == "Appeal"
    assert documents.title_of(b"1. # Appeal\n", "a.txt") == "1. # Appeal"
    assert documents.title_of(b"\xff\n...\n", "a.txt") == ""
    assert ".md" in documents.suffixes()
    assert ".md" not in documents.suffixes("plaintext")
    assert set(documents.suffixes("plaintext")) < set(documents.suffixes())
    assert cutting.title_of(b"word " * 60, "a.txt").endswith("word…")
