"""Documents as people put them in, and as they revise them while others translate."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import SAMPLES, locale_of
from tests.letters import LENT, MILL, SHELF, TITLE, add, revise, text
from tests.live import MINUTE, NOW, live, person
from tests.living import play
from tests.revisions import Edit, scripts
from workflow.access import OPERATOR, Role
from workflow.errors import (
    BadSettings,
    HostileInput,
    LimitExceeded,
    NotAllowed,
    NotFound,
    NotPossible,
    OutOfDate,
    UndersignedError,
    UnknownFormat,
    UnreadableSource,
)
from workflow.model import ChangeKind, State
from workflow.services import documents, translation
from workflow.services.documents import DocumentChanges, Intent, Listed
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store.documents import StoredUnit, living_units
from workflow.store.translations import Current, current, history


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def units(workspace: Workspace, document: Listed) -> dict[str, StoredUnit]:
    with workspace.store.reading() as db:
        return {unit.source: unit for unit in living_units(db, document.id)}


def french(workspace: Workspace, unit: str) -> Current:
    with workspace.store.reading() as db:
        return current(db, unit, "fr")


def translate(workspace: Workspace, who: str, unit: str, said: str, seen: int = 0) -> None:
    translation.save(
        workspace, who, NOW, unit=unit, locale="fr", text=said, seen=seen, token=said
    )  # fmt: skip


# --- putting in ----------------------------------------------------------------------------------


def test_a_document_is_in_the_store_in_its_file_and_in_the_settings(workspace: Workspace) -> None:
    added = documents.add(
        workspace, OPERATOR, NOW, data=text(TITLE, MILL), file_name="Letter.txt", name="mill",
        locale="en", title="The mill", languages=("fr", "ar"),
    )  # fmt: skip
    assert (added.name, added.title, added.locale, added.status) == (
        "mill", "The mill", "en", "active",
    )  # fmt: skip
    assert added.languages == ("fr", "ar")
    assert (workspace.root / "sources/mill.txt").read_bytes() == text(TITLE, MILL)
    assert 'title = "The mill"' in workspace.settings_path.read_text("utf-8")
    assert list(units(workspace, added)) == [TITLE, MILL]
    assert documents.listing(workspace, OPERATOR, NOW) == (added,)
    with workspace.store.reading() as db:
        assert [(each.action, each.target) for each in audit.acts(db)] == [
            ("documents.add", f"document:{added.id}")
        ]


@pytest.mark.parametrize(
    ("file_name", "locale", "said", "path"),
    [
        ("letter.ar.txt", "", "ar", "letter.ar.txt"),
        ("letter.md", "fr", "fr", "letter.md"),
        ("letter.txt", "", "en", "letter.txt"),
    ],
)
def test_the_language_is_told_by_what_is_known(
    workspace: Workspace, file_name: str, locale: str, said: str, path: str
) -> None:
    added = add(workspace, file_name=file_name, locale=locale)
    assert added.locale == said
    assert [each.name for each in (workspace.root / "sources").iterdir()] == [path]


def test_the_script_tells_the_language(workspace: Workspace) -> None:
    assert add(workspace, "نطالب بفتح المكتبة كل يوم، ومجانًا للجميع.").locale == "ar"


@pytest.mark.parametrize(
    ("data", "file_name", "name", "error"),
    [
        (b"Text", "letter.exe", "", UnknownFormat),
        (b"\xff\xfe", "letter.txt", "", UnreadableSource),
        (b"a\0b", "letter.txt", "", HostileInput),
        (b"a" * 5_000_001, "letter.txt", "", LimitExceeded),
        (b"Text", "letter.txt", "../up", HostileInput),
        (b"Text", "letter.txt", "con", HostileInput),
        (b"x" * 30_000, "letter.txt", "", LimitExceeded),
    ],
)
def test_a_bad_document_is_refused_and_nothing_changes(
    workspace: Workspace, data: bytes, file_name: str, name: str, error: type[UndersignedError]
) -> None:
    with pytest.raises(error):
        documents.add(workspace, OPERATOR, NOW, data=data, file_name=file_name, name=name)
    assert documents.listing(workspace, OPERATOR, NOW) == ()
    assert list((workspace.root / "sources").iterdir()) == []
    assert not workspace.settings_path.exists()


def test_a_name_is_given_once(workspace: Workspace) -> None:
    add(workspace)
    with pytest.raises(NotPossible, match="there is a document called 'letter'"):
        add(workspace, "Another text.", file_name="letter.md")
    assert (workspace.root / "sources/letter.txt").read_bytes() == text(TITLE, MILL, SHELF)


def test_a_file_that_lies_there_is_not_overwritten(workspace: Workspace) -> None:
    path = workspace.root / "sources/letter.txt"
    path.write_bytes(b"Somebody else's.\n")
    with pytest.raises(NotPossible, match="another text"):
        add(workspace)
    assert path.read_bytes() == b"Somebody else's.\n"
    path.write_bytes(text(TITLE, MILL, SHELF))
    assert add(workspace).name == "letter"


def test_what_cannot_be_written_to_its_file_is_not_in_the_store(workspace: Workspace) -> None:
    folder = workspace.root / "sources"
    folder.rmdir()
    folder.write_text("no folder", "utf-8")
    with pytest.raises(UndersignedError):
        add(workspace)
    assert documents.listing(workspace, OPERATOR, NOW) == ()


def test_progress_is_told(workspace: Workspace) -> None:
    told: list[tuple[str, int, int]] = []
    documents.add(
        workspace, OPERATOR, NOW, data=text(TITLE), file_name="letter.txt",
        progress=lambda *stage: told.append(stage),
    )  # fmt: skip
    documents.propose(
        workspace, OPERATOR, NOW, document="letter", data=text(MILL),
        progress=lambda *stage: told.append(stage),
    )  # fmt: skip
    assert {stage for stage, _, _ in told} == {"write", "extract", "compare"}
    assert all(done <= total for _, done, total in told)


# --- a new text ----------------------------------------------------------------------------------


def test_translators_see_the_old_text_until_the_new_one_is_released(workspace: Workspace) -> None:
    added = add(workspace)
    offered = documents.propose(
        workspace, OPERATOR, NOW, document="letter", data=text(TITLE, LENT, SHELF)
    )
    assert list(units(workspace, added)) == [TITLE, MILL, SHELF]
    assert (workspace.root / "sources/letter.txt").read_bytes() == text(TITLE, MILL, SHELF)
    assert documents.listing(workspace, OPERATOR, NOW)[0].is_proposed
    done = documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
    assert list(units(workspace, added)) == [TITLE, LENT, SHELF]
    assert done.path.read_bytes() == text(TITLE, LENT, SHELF)
    assert not documents.listing(workspace, OPERATOR, NOW)[0].is_proposed


def test_a_proposal_says_what_differs(workspace: Workspace) -> None:
    add(workspace)
    new = text(SHELF, LENT, "And nobody pays for it.")
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=new)
    said = [(each.kind, each.old, each.new, each.line) for each in offered.differences]
    assert said == [
        (ChangeKind.MOVED, SHELF, SHELF, 1),
        (ChangeKind.EDITED, MILL, LENT, 3),
        (ChangeKind.NEW, "", "And nobody pays for it.", 5),
        (ChangeKind.GONE, TITLE, "", 1),
    ]
    edited = offered.differences[1]
    assert edited.has_intent
    assert not edited.is_harmless
    assert [(each.mark.value, each.text) for each in edited.words][1:3] == [
        ("removed", "gave"), ("added", "lent"),
    ]  # fmt: skip
    assert documents.proposal(workspace, OPERATOR, NOW, document="letter") == offered


def test_a_proposal_takes_the_place_of_another(workspace: Workspace) -> None:
    add(workspace)
    first, again, second = (
        documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(each))
        for each in (MILL, MILL, SHELF)
    )
    assert first == again
    described = documents.describe(workspace, OPERATOR, NOW, document="letter")
    assert [(each.number, each.status) for each in described.revisions] == [
        (3, "proposed"), (2, "discarded"), (1, "released"),
    ]  # fmt: skip
    with pytest.raises(OutOfDate) as refused:
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=first.digest)
    assert (refused.value.seen, refused.value.now) == (2, 3)
    with pytest.raises(OutOfDate):
        documents.discard(workspace, OPERATOR, NOW, document="letter", digest=first.digest)
    assert documents.discard(workspace, OPERATOR, NOW, document="letter") == second.number
    assert documents.proposal(workspace, OPERATOR, NOW, document="letter") is None
    with pytest.raises(NotPossible, match="no new text"):
        documents.discard(workspace, OPERATOR, NOW, document="letter")
    with pytest.raises(NotPossible, match="no new text"):
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=second.digest)


def test_the_released_text_is_no_proposal(workspace: Workspace) -> None:
    add(workspace)
    with pytest.raises(NotPossible, match="nothing changed"):
        documents.propose(
            workspace, OPERATOR, NOW, document="letter", data=text(TITLE, MILL, SHELF)
        )


def test_a_file_that_somebody_edited_meanwhile_is_not_overwritten(workspace: Workspace) -> None:
    added = add(workspace)
    path = workspace.root / "sources/letter.txt"
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    path.write_bytes(text("A third text."))
    with pytest.raises(NotPossible, match="changed meanwhile") as refused:
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
    assert f"`undersigned revise letter {path}`" in str(refused.value)
    assert path.read_bytes() == text("A third text.")
    assert list(units(workspace, added)) == [TITLE, MILL, SHELF]
    path.write_bytes(text(LENT))
    documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
    assert list(units(workspace, added)) == [LENT]


def test_a_release_that_cannot_be_written_does_not_happen(workspace: Workspace) -> None:
    added = add(workspace)
    path = workspace.root / "sources/letter.txt"
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    path.unlink()
    path.mkdir()
    with pytest.raises(UndersignedError):
        documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
    assert list(units(workspace, added)) == [TITLE, MILL, SHELF]


# --- what becomes of translations ----------------------------------------------------------------


def test_a_typo_keeps_an_approval_and_a_change_of_meaning_does_not(workspace: Workspace) -> None:
    added = add(workspace)
    ann = person(workspace, "Ann", Role.TRANSLATOR)
    mill = units(workspace, added)[MILL].id
    translate(workspace, ann, mill, "Moulin")
    revise(workspace, TITLE, LENT, SHELF, typos=(LENT,))
    there = french(workspace, mill)
    assert (there.state, there.version) == (State.TRANSLATED, 2)
    assert there.source_digest == units(workspace, added)[LENT].source_digest
    done = revise(workspace, TITLE, f"{LENT} Perhaps.", SHELF)
    there = french(workspace, mill)
    assert (there.text, there.state, there.author) == ("Moulin", State.NEEDS_WORK, ann)
    assert there.source_digest != units(workspace, added)[f"{LENT} Perhaps."].source_digest
    assert [(each.locale, each.needs_work) for each in done.costs] == [("fr", 1)]
    with workspace.store.reading() as db:
        acts = [(each.act.value, each.actor) for each in history(db, mill, "fr")]
    assert acts == [("meaning", OPERATOR), ("typo", OPERATOR), ("save", ann)]


def test_all_edits_can_be_typos_at_once(workspace: Workspace) -> None:
    added = add(workspace)
    ann = person(workspace, "Ann", Role.TRANSLATOR)
    mill = units(workspace, added)[MILL].id
    translate(workspace, ann, mill, "Moulin")
    revise(workspace, TITLE, LENT, SHELF, all_typo=True)
    assert french(workspace, mill).state is State.TRANSLATED


def test_only_an_edit_can_be_a_typo(workspace: Workspace) -> None:
    add(workspace)
    offered = documents.propose(
        workspace, OPERATOR, NOW, document="letter", data=text(TITLE, LENT, SHELF)
    )
    meant = {3: Intent.TYPO}
    with pytest.raises(NotPossible, match="not edited ones"):
        documents.proposal(workspace, OPERATOR, NOW, document="letter", intents=meant)
    with pytest.raises(NotPossible, match="not edited ones"):
        documents.release(
            workspace, OPERATOR, NOW, document="letter", digest=offered.digest, intents=meant
        )


def test_a_paragraph_taken_out_and_put_back_finds_its_translation(workspace: Workspace) -> None:
    added = add(workspace)
    ann = person(workspace, "Ann", Role.TRANSLATOR)
    mill = units(workspace, added)[MILL].id
    translate(workspace, ann, mill, "Moulin")
    before = french(workspace, mill)
    revise(workspace, TITLE, SHELF)
    assert MILL not in units(workspace, added)
    revise(workspace, MILL, TITLE, SHELF)
    assert units(workspace, added)[MILL].id == mill
    assert french(workspace, mill) == before


def test_two_paragraphs_change_places_and_wordings(workspace: Workspace) -> None:
    added = add(workspace, MILL, SHELF)
    there = units(workspace, added)
    revise(workspace, SHELF, MILL, TITLE)
    now = units(workspace, added)
    assert [now[each].id for each in (SHELF, MILL)] == [there[each].id for each in (SHELF, MILL)]
    assert [unit.position for unit in now.values()] == [0, 1, 2]
    assert now[TITLE].number == 2


# --- who may, what is shown ----------------------------------------------------------------------


def test_what_was_not_released_is_for_coordinators(workspace: Workspace) -> None:
    added = add(workspace)
    documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    ann = person(workspace, "Ann", Role.TRANSLATOR, document=added.id, locale="fr")
    bob = person(workspace, "Bob", Role.COORDINATOR, document=added.id)
    read = documents.source(workspace, ann, NOW, document="letter")
    assert (read.file_name, read.number, read.data) == (
        "letter.txt", 1, text(TITLE, MILL, SHELF),
    )  # fmt: skip
    with pytest.raises(NotFound):
        documents.source(workspace, ann, NOW, document="letter", number=2)
    with pytest.raises(NotFound):
        documents.source(workspace, bob, NOW, document="letter", number=3)
    assert documents.source(workspace, bob, NOW, document="letter", number=2).data == text(LENT)
    for who, numbers in ((ann, [1]), (bob, [2, 1])):
        described = documents.describe(workspace, who, NOW, document="letter")
        assert [each.number for each in described.revisions] == numbers
    with pytest.raises(NotAllowed):
        documents.proposal(workspace, ann, NOW, document="letter")


def test_others_do_not_know_of_a_document(workspace: Workspace) -> None:
    added = add(workspace)
    other = add(workspace, SHELF, file_name="shelf.txt")
    ann = person(workspace, "Ann", Role.COORDINATOR, document=other.id)
    assert [each.name for each in documents.listing(workspace, ann, NOW)] == ["shelf"]
    for document in (added.name, "nowhere"):
        with pytest.raises(NotFound):
            documents.describe(workspace, ann, NOW, document=document)
    with pytest.raises(NotAllowed):
        documents.add(workspace, ann, NOW, data=b"Text", file_name="text.txt")


# --- properties ----------------------------------------------------------------------------------


def test_properties_are_in_the_settings(workspace: Workspace) -> None:
    add(workspace)
    workspace.settings_path.write_text("# ours\n" + 'name = "Rivers"\n', "utf-8")
    day = date(2026, 12, 1)
    wanted = DocumentChanges(title="Letter", languages=("fr", "en"), deadline=day, priority=2)
    changed = documents.change(workspace, OPERATOR, NOW, document="letter", changes=wanted)
    assert (changed.title, changed.languages, changed.deadline, changed.priority) == (
        "Letter", ("fr",), day, 2,
    )  # fmt: skip
    assert workspace.settings_path.read_text("utf-8").startswith("# ours\n")
    before = workspace.settings_path.read_bytes()
    with pytest.raises(BadSettings):
        documents.change(
            workspace, OPERATOR, NOW, document="letter",
            changes=DocumentChanges(languages=("no language",)),
        )  # fmt: skip
    with pytest.raises(NotPossible, match="language of a document"):
        documents.change(
            workspace, OPERATOR, NOW, document="letter", changes=DocumentChanges(locale="fr")
        )
    assert workspace.settings_path.read_bytes() == before


def test_an_archived_document_rests(workspace: Workspace) -> None:
    added = add(workspace)
    assert documents.archive(workspace, OPERATOR, NOW, document="letter").status == "archived"
    with pytest.raises(NotPossible, match="archived"):
        documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(LENT))
    assert len(units(workspace, added)) == 3
    later = NOW + MINUTE
    assert documents.unarchive(workspace, OPERATOR, later, document="letter").status == "active"
    documents.propose(workspace, OPERATOR, later, document="letter", data=text(LENT))
    documents.archive(workspace, OPERATOR, later, document="letter")
    assert documents.listing(workspace, OPERATOR, later)[0].status == "archived"


# --- the laws of revisions -----------------------------------------------------------------------


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@given(script=scripts)
@settings(max_examples=6)
def test_no_translation_is_lost_or_shown_at_the_wrong_place(
    path: Path, script: list[list[Edit]]
) -> None:
    """See `tests.living`: it names each law that was broken."""
    said = path.read_text("utf-8")
    assert play(said, script, suffix=path.suffix, locale=locale_of(path)) == []


@given(data=st.data(), script=scripts)
@settings(max_examples=10)
def test_nor_in_statements_from_outside(
    outside: Path, data: st.DataObject, script: list[list[Edit]]
) -> None:
    paths = sorted((outside / "statements").glob("*.txt"))
    said = data.draw(st.sampled_from(paths)).read_text("utf-8")
    assert play(said, script) == []
