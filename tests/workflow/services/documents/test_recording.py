"""The writing down of documents and of what a revision makes of them."""

from pathlib import Path

from tests.exchanging import (
    GREETING,
    SCHOOL,
    entry,
    letter,
    ours,
    put,
    read,
    save,
    suggested,
    sync,
    unit_of,
)
from tests.live import NOW, live, person
from tests.workspaces import LETTER
from workflow import plumbing
from workflow.access import OPERATOR, Role
from workflow.model import Document, State
from workflow.services import documents, review, translation
from workflow.services.documents import Intent, recording
from workflow.services.files.sources import SourceFile
from workflow.services.workspace import Workspace
from workflow.store import past
from workflow.store.documents import (
    document_named,
    living_units,
    revision_by_id,
    source_text_of,
)
from workflow.store.translations import Written, current, history

LAKE = "Nobody may close the path around the lake to those who live there."
SHELF = "Every child needs a shelf of books within an hour of home."
MILL = "The mill gave us its hall for as long as the library needs it."


def extracted(name: str, data: bytes) -> Document:
    return plumbing.extract(data, format="plaintext", locale="en", name=name)


def release(workspace: Workspace, *texts: str) -> None:
    data = "\n\n".join(texts).encode()
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=data)
    documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)


def ids_of(workspace: Workspace) -> dict[str, str]:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return {unit.source: unit.id for unit in living_units(db, stored.id)}


def made_from(workspace: Workspace, unit: str) -> list[tuple[str, str | None, str]]:
    """Give the history of a unit in French: act, wording it was made from, where it came from."""
    with workspace.store.reading() as db:
        rows: tuple[Written, ...] = history(db, unit, "fr")
        return [
            (row.act.value, source_text_of(db, unit, row.source_digest), row.origin) for row in rows
        ]


def test_several_are_adopted_in_one_transaction(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        for name in ("one", "two"):
            data = f"{name}\n\nRivers\n\nRivers\n".encode()
            source = SourceFile(name, tmp_path / f"{name}.ar.txt", "ar", "file name")
            stored = recording.adopt(
                db, source, extracted(name, data), data, NOW, OPERATOR,
                progress=lambda *stage: told.append(stage),
            )  # fmt: skip
            assert (stored.name, stored.suffix) == (name, ".ar.txt")
            revision = revision_by_id(db, stored.revision)
            assert (revision.number, revision.origin, revision.data) == (1, "file", data)
            units = living_units(db, stored.id)
            assert [unit.source for unit in units] == [name, "Rivers"]
            places = past.places_of(db, stored.revision)
            assert [places[unit.id].places for unit in units] == [1, 2]
            assert {each.since for each in past.wordings(db, stored.id)} == {1}
    assert told == [("write", 2, 2)] * 2


def test_a_copied_translation_keeps_its_author_and_its_source(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        documents.add(workspace, OPERATOR, NOW, data=MILL.encode(), file_name="letter.txt")
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        mill = ids_of(workspace)[MILL]
        translation.save(workspace, ann, NOW, unit=mill, locale="fr", text="M", seen=0, token="m")
        lent = MILL.replace("gave", "lent")
        release(workspace, lent)
        release(workspace, lent, MILL)
        again = ids_of(workspace)[MILL]
        assert again != mill
        assert made_from(workspace, again) == [("carry", MILL, mill)]
        with workspace.store.reading() as db:
            copied = current(db, again, "fr")
            assert (copied.author, copied.text, copied.state.name) == (ann, "M", "TRANSLATED")


def test_an_edit_of_one_of_two_equal_places_can_be_a_typo(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        data = f"{MILL}\n\n{SHELF}\n\n{MILL}".encode()
        documents.add(workspace, OPERATOR, NOW, data=data, file_name="letter.txt")
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        bob = person(workspace, "Bob", Role.REVIEWER)
        mill = ids_of(workspace)[MILL]
        translation.save(workspace, ann, NOW, unit=mill, locale="fr", text="M", seen=0, token="m")
        review.approve(workspace, bob, NOW, unit=mill, locale="fr", seen=1)
        lent = MILL.replace("gave", "lent")
        data = f"{MILL}\n\n{SHELF}\n\n{lent}".encode()
        offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=data)
        [edited] = offered.differences
        assert (edited.number, edited.unit, edited.has_intent) == (3, "", True)
        meant = {3: Intent.TYPO}
        shown = documents.proposal(workspace, OPERATOR, NOW, document="letter", intents=meant)
        done = documents.release(
            workspace, OPERATOR, NOW, document="letter", digest=offered.digest, intents=meant
        )
        assert shown is not None
        assert done.costs == shown.costs
        assert [(each.needs_work, each.new) for each in done.costs] == [(0, 0)]
        half = ids_of(workspace)[lent]
        assert made_from(workspace, half) == [("carry", lent, mill)]
        with workspace.store.reading() as db:
            assert current(db, mill, "fr").state is State.REVIEWED
            copied = current(db, half, "fr")
        assert (copied.text, copied.state, copied.author) == ("M", State.TRANSLATED, ann)


def test_joined_translations_show_what_they_were_made_from(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        data = f"{SHELF}\n\n{LAKE}".encode()
        documents.add(workspace, OPERATOR, NOW, data=data, file_name="letter.txt")
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        ids = ids_of(workspace)
        for source in (SHELF, LAKE):
            translation.save(
                workspace, ann, NOW, unit=ids[source], locale="fr", text=source.upper(), seen=0,
                token=source,
            )  # fmt: skip
        release(workspace, f"{SHELF} And: {LAKE}")
        assert list(ids_of(workspace).values()) == [ids[LAKE]]
        assert made_from(workspace, ids[LAKE]) == [
            ("carry", f"{SHELF} {LAKE}", ""), ("save", LAKE, ""),
        ]  # fmt: skip
        release(workspace, f"{SHELF} {LAKE}")
        release(workspace, SHELF, LAKE)
        assert ids_of(workspace) == ids
        with workspace.store.reading() as db:
            for source in (SHELF, LAKE):
                there = current(db, ids[source], "fr")
                assert (there.text, there.state.name) == (source.upper(), "TRANSLATED")


def test_a_suffix_is_what_follows_the_name() -> None:
    for file_name, suffix in (("letter.txt", ".txt"), ("letter.ar.md", ".ar.md")):
        source = SourceFile("letter", Path(file_name), "ar", "you")
        assert recording.suffix_of(source) == suffix


def put_out(workspace: Workspace, text: str, *, all_typo: bool = False) -> documents.Released:
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text.encode())
    return documents.release(
        workspace, OPERATOR, NOW, document="letter", digest=offered.digest, all_typo=all_typo
    )


def test_a_catalog_ahead_of_the_source_takes_no_translation_away(tmp_path: Path) -> None:
    """Somebody ran msgmerge against the template of a text that is not released yet."""
    with letter(tmp_path) as workspace:
        workspace.settings_path.write_text('languages = ["fr", "ar"]\n', "utf-8")
        sync(workspace)
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        bob = person(workspace, "Bob", Role.REVIEWER)
        school = unit_of(workspace, SCHOOL)
        save(workspace, ana, SCHOOL, "École.")
        review.approve(workspace, bob, NOW, unit=school.id, locale="fr", seen=1)
        translation.save(
            workspace, ana, NOW, unit=school.id, locale="ar", text="مدرسة", seen=0, token="ar"
        )
        review.approve(workspace, bob, NOW, unit=school.id, locale="ar", seen=1)
        opened = SCHOOL.replace("stays", "stays open")
        hello = GREETING.replace("friends", "old friends")
        sync(workspace)
        put(
            workspace, *read(workspace).entries, entry(opened, "Ouverte."), entry(hello, "Chers,"),
            entry("More.", "Plus."),
        )  # fmt: skip
        assert [each.restored for each in sync(workspace).catalogs] == [3, 0]
        text = LETTER.replace(SCHOOL, opened).replace(GREETING, hello) + "\nMore.\n"
        offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text.encode())
        kinds = {each.new: each.kind.value for each in offered.differences}
        assert kinds == {opened: "edited", hello: "edited", "More.": "restored"}
        done = put_out(workspace, text, all_typo=True)
        assert unit_of(workspace, opened).id == school.id
        assert [(each.locale, each.needs_work, each.new) for each in done.costs] == [
            ("fr", 0, 0), ("ar", 0, 1),
        ]  # fmt: skip
        with workspace.store.reading() as db:
            for locale in ("fr", "ar"):
                assert current(db, school.id, locale).state is State.REVIEWED
        assert (ours(workspace, hello).text, ours(workspace, hello).state) == (
            "Chers,", State.TRANSLATED,
        )  # fmt: skip
        assert ours(workspace, "More.").text == "Plus."
        [kept] = suggested(workspace)
        assert (kept.unit, kept.text, kept.origin, kept.author, kept.base_version) == (
            school.id, "Ouverte.", "file", OPERATOR, ours(workspace, opened).version,
        )  # fmt: skip
        sync(workspace)
        assert ours(workspace, opened).state is State.REVIEWED
        assert sync(workspace).written == ()


def test_what_was_suggested_for_a_text_to_come_is_suggested_when_it_comes(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        opened = SCHOOL.replace("stays", "stays open")
        put(
            workspace, *read(workspace).entries, entry(opened, "Ouverte."),
            entry(opened, "Libre.", obsolete=True),
        )  # fmt: skip
        sync(workspace)
        put_out(workspace, LETTER.replace(SCHOOL, opened))
        unit = unit_of(workspace, opened).id
        assert ours(workspace, opened).text == "Ouverte."
        assert [each.text for each in suggested(workspace) if each.unit == unit] == ["Libre."]
