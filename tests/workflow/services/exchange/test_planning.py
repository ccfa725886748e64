"""A catalog is held against the store, text by text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.exchanging import (
    GREETING,
    SCHOOL,
    TITLE,
    catalog_report,
    change,
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
from tests.live import MINUTE, NOW, person
from tests.workspaces import LETTER
from tests.workspaces import put as put_file
from workflow.access import OPERATOR, Role
from workflow.model import State, UnitKey
from workflow.services import documents, exchange, review, translation
from workflow.services.exchange.intake import take_sources
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named, gone_units, source_text_of
from workflow.store.ids import digest_of
from workflow.store.revising import proposal_of
from workflow.store.translations import history

EDITED = "The school stays open. It serves us all."


def release(workspace: Workspace, text: str, *, typo: bool = False) -> None:
    """Change the source on disk, and let it be the one that translators see."""
    put_file(workspace.root / "sources" / "letter.txt", text)
    sync(workspace)
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        proposal = proposal_of(db, stored.id)
    assert proposal is not None
    documents.release(
        workspace, OPERATOR, NOW, document="letter", digest=proposal.digest, all_typo=typo
    )


def approve(workspace: Workspace, who: str, source: str) -> None:
    there = ours(workspace, source)
    review.approve(workspace, who, NOW, unit=there.unit, locale="fr", seen=there.version)


def suggest(workspace: Workspace, who: str, source: str, text: str) -> None:
    unit = unit_of(workspace, source).id
    translation.suggest(workspace, who, NOW, unit=unit, locale="fr", text=text)


def test_a_new_text_is_taken_with_where_it_came_from(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        assert catalog_report(workspace).taken == 1
        with workspace.store.reading() as db:
            (written,) = history(db, unit_of(workspace, TITLE).id, "fr")
        assert written.origin == "locales/fr/LC_MESSAGES/letter.po"
        assert (written.author, written.act, written.state) == (
            OPERATOR,
            "import",
            State.TRANSLATED,
        )


def test_words_belong_to_whoever_wrote_them_first(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        save(workspace, ana, TITLE, "Lettre")
        sync(workspace)
        save(workspace, person(workspace, "Ben", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        sync(workspace)
        change(workspace, TITLE, targets=("Let tre",))
        sync(workspace)
        assert (ours(workspace, TITLE).text, ours(workspace, TITLE).author) == ("Let tre", ana)


def test_an_older_copy_undoes_nothing(tmp_path: Path) -> None:
    """Somebody's editor has the file open while texts are corrected, approved and written."""
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"), entry(GREETING, "Amis,"))
        sync(workspace)
        loaded = read(workspace).entries
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        approve(workspace, person(workspace, "Eva", Role.REVIEWER), TITLE)
        sync(workspace)
        before = ours(workspace, TITLE)
        put(workspace, *loaded)
        change(workspace, SCHOOL, targets=("L’école reste.",))
        report = catalog_report(workspace)
        (older,) = report.older
        assert (older.text, older.source, older.line > 0) == ("Lettre", TITLE, True)
        assert (report.taken, report.suggestions, report.is_clean) == (1, 0, False)
        assert (ours(workspace, TITLE), before.state) == (before, State.REVIEWED)
        assert ours(workspace, SCHOOL).text == "L’école reste."
        assert read(workspace).entries[0].target == "Lettre ouverte"
        assert catalog_report(workspace).is_clean


def test_nor_does_one_whose_text_lost_or_was_emptied(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        save(workspace, ana, TITLE, "Lettre ouverte")
        change(workspace, TITLE, targets=("Courrier",))
        lost = read(workspace).entries
        save(workspace, ana, GREETING, "Amis,")
        sync(workspace)
        with_greeting = read(workspace).entries
        put(workspace, *lost)
        report = catalog_report(workspace)
        assert ([each.text for each in report.older], report.conflicts) == (["Courrier"], ())
        save(workspace, ana, GREETING, "")
        sync(workspace)
        put(workspace, *with_greeting)
        assert [each.text for each in catalog_report(workspace).older] == ["Amis,"]
        assert ours(workspace, GREETING).text == ""


def test_a_suggestion_may_become_the_text_where_there_is_none(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        suggest(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        change(workspace, TITLE, targets=("Lettre ouverte",))
        assert catalog_report(workspace).older == ()
        assert ours(workspace, TITLE).text == "Lettre ouverte"


def test_what_was_sent_back_is_not_cleared_by_an_older_copy(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"))
        sync(workspace)
        loaded = read(workspace).entries
        there = ours(workspace, TITLE)
        review.send_back(
            workspace, person(workspace, "Eva", Role.REVIEWER), NOW + MINUTE, unit=there.unit,
            locale="fr", seen=there.version, reason="Look again.",
        )  # fmt: skip
        sync(workspace)
        put(workspace, *loaded)
        report = catalog_report(workspace)
        assert [each.reason for each in report.older] == ["somebody sent it back"]
        assert ours(workspace, TITLE).state is State.NEEDS_WORK
        assert read(workspace).entries[0].flags == ("fuzzy",)
        release(workspace, LETTER.replace("Open", "An open"))
        sync(workspace)
        change(workspace, "An open letter", flags=())
        sync(workspace)
        assert ours(workspace, "An open letter").state is State.TRANSLATED


def test_a_new_text_in_the_place_of_an_approved_one_is_named(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"), entry(GREETING, "Amis,"))
        sync(workspace)
        approve(workspace, person(workspace, "Eva", Role.REVIEWER), TITLE)
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        change(workspace, GREETING, targets=("Chers amis,",))
        report = catalog_report(workspace)
        assert [each.source for each in report.reopened] == [TITLE]
        assert not report.is_clean
        assert ours(workspace, TITLE).state is State.TRANSLATED
        assert catalog_report(workspace).is_clean


def test_reviews_can_be_trusted_later(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(
            workspace,
            entry(TITLE, "Lettre ouverte", "reviewed"),
            entry(GREETING, "Amis,", "reviewed"),
            entry(SCHOOL, "L’école reste."),
        )
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), GREETING, "Chers amis,")
        sync(workspace)
        report = sync(workspace, trust_reviews=True)
        assert (report.catalogs[0].trusted, report.remarks) == (1, ())
        states = [ours(workspace, each).state for each in (TITLE, GREETING, SCHOOL)]
        assert states == [State.REVIEWED, State.TRANSLATED, State.TRANSLATED]
        assert read(workspace).entries[0].flags == ("reviewed",)
        report = sync(workspace, trust_reviews=True)
        assert (report.catalogs[0].trusted, report.written) == (0, ())
        assert "No review could be trusted" in report.remarks[0]


def test_what_a_member_brought_is_not_trusted_later_either(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte", "reviewed"))
        exchange.sync(workspace, person(workspace, "Eva", Role.ADMIN), NOW)
        sync(workspace, trust_reviews=True)
        assert ours(workspace, TITLE).state is State.TRANSLATED


def test_a_conflict_leaves_both_texts(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        change(workspace, TITLE, targets=("Courrier",))
        report = catalog_report(workspace)
        (conflict,) = report.conflicts
        assert (conflict.text, conflict.source, conflict.line > 0) == ("Courrier", TITLE, True)
        assert ours(workspace, TITLE).text == read(workspace).entries[0].target == "Lettre ouverte"
        (kept,) = suggested(workspace)
        assert (kept.text, kept.origin) == ("Courrier", "file")
        assert catalog_report(workspace).is_clean


def test_what_is_blank_in_the_file_is_not_taken_away(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte"), entry(SCHOOL, "L’école reste."))
        sync(workspace)
        change(workspace, TITLE, targets=("",))
        put(workspace, *(each for each in read(workspace).entries if each.key.source != SCHOOL))
        report = catalog_report(workspace)
        assert [each.source for each in report.missing] == [TITLE, SCHOOL]
        assert [each.line > 0 for each in report.missing] == [True, False]
        assert [each.target for each in read(workspace).entries] == [
            "Lettre ouverte",
            "",
            "L’école reste.",
        ]


def test_a_space_is_a_translation(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(GREETING, " "))
        sync(workspace)
        assert ours(workspace, GREETING).text == " "
        assert ours(workspace, GREETING).state is State.TRANSLATED
        assert catalog_report(workspace).is_clean


def test_a_text_that_deceives_is_refused_and_the_file_left_for_mending(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre \u2066ouverte",))
        change(workspace, GREETING, targets=("Chers amis,",))
        before = read(workspace)
        for taken in (1, 0):
            report = catalog_report(workspace)
            (refused,) = report.refused
            assert f"letter.po:{refused.line}: a change of direction" in refused.reason
            assert (report.taken, report.written, report.is_clean) == (taken, False, False)
            assert read(workspace) == before
        change(workspace, TITLE, targets=("Lettre ouverte",))
        assert catalog_report(workspace).is_clean
        assert ours(workspace, TITLE).text == "Lettre ouverte"


def test_fuzzy_comes_and_goes(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte"))
        sync(workspace)
        change(workspace, TITLE, flags=("fuzzy",))
        assert catalog_report(workspace).taken == 1
        assert ours(workspace, TITLE).state is State.NEEDS_WORK
        change(workspace, TITLE, flags=())
        sync(workspace)
        assert ours(workspace, TITLE).state is State.TRANSLATED
        assert ours(workspace, TITLE).version == 3


def test_a_flag_proves_no_review(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte", "reviewed"), entry(GREETING, "Amis,"))
        sync(workspace)
        assert ours(workspace, TITLE).state is State.TRANSLATED
        with workspace.store.reading() as db:
            (written,) = history(db, unit_of(workspace, TITLE).id, "fr")
        assert written.note == "was marked reviewed"
        change(workspace, GREETING, flags=("reviewed",))
        sync(workspace)
        assert ours(workspace, GREETING).state is State.TRANSLATED
        assert "reviewed" not in read(workspace).entries[1].flags


def test_only_what_nobody_has_is_reviewed_on_trust(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte", "reviewed"), entry(GREETING, "Amis,"))
        sync(workspace, trust_reviews=True)
        assert read(workspace).entries[0].flags == ("reviewed",)
        change(workspace, GREETING, targets=("Chers amis,",), flags=("reviewed",))
        sync(workspace, trust_reviews=True)
        states = [ours(workspace, each).state for each in (TITLE, GREETING)]
        assert states == [State.REVIEWED, State.TRANSLATED]


def test_what_somebody_is_known_to_have_written_is_not_reviewed_on_trust(tmp_path: Path) -> None:
    """Ana's words come back in a file that calls them reviewed, into a place that has no text."""
    with letter(tmp_path) as workspace:
        sync(workspace)
        ana = person(workspace, "Ana", Role.ADMIN)
        suggest(workspace, ana, TITLE, "Lettre ouverte")
        change(workspace, TITLE, targets=("Lettre ouverte",), flags=("reviewed",))
        change(workspace, GREETING, targets=("Chers amis,",), flags=("reviewed",))
        sync(workspace, trust_reviews=True)
        states = [ours(workspace, each).state for each in (TITLE, GREETING)]
        assert states == [State.TRANSLATED, State.REVIEWED]
        assert ours(workspace, TITLE).author == ana


def test_a_text_for_a_former_wording_is_a_suggestion_made_from_it(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(SCHOOL, "L’école reste."), entry(TITLE, "Lettre"))
        sync(workspace)
        taken_home = read(workspace)
        release(workspace, LETTER.replace("stays", "stays open").replace("Open", "An open"))
        put(workspace, *taken_home.entries)
        change(workspace, SCHOOL, targets=("L’école restera.",))
        report = catalog_report(workspace)
        assert (report.suggestions, report.taken, report.missing) == (1, 0, ())
        (kept,) = suggested(workspace)
        assert (kept.text, kept.source_digest) == ("L’école restera.", digest_of(SCHOOL))
        found = next(each for each in read(workspace).entries if each.key.source == EDITED)
        assert (found.target, found.flags) == ("L’école reste.", ("fuzzy",))
        assert found.previous == UnitKey(SCHOOL)


def test_lines_under_a_former_wording_join_those_of_the_text(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, SCHOOL, comments=("ask Ana",))
        release(workspace, LETTER.replace("stays", "stays open"))
        put(workspace, replace(entry(SCHOOL, ""), comments=("ask Ana", "she knows")))
        sync(workspace)
        found = next(each for each in read(workspace).entries if each.key.source == EDITED)
        assert found.comments == ("ask Ana", "she knows")


def test_where_there_is_none_it_is_the_translation_and_needs_work(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        release(workspace, LETTER.replace("stays", "stays open"))
        put(workspace, entry(SCHOOL, "L’école reste."))
        sync(workspace)
        found = ours(workspace, EDITED)
        assert (found.text, found.state) == ("L’école reste.", State.NEEDS_WORK)
        assert found.source_digest == digest_of(SCHOOL)


def test_previous_tells_what_a_text_was_made_from(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        earlier = "The school may stay."
        put(workspace, replace(entry(SCHOOL, "Oui.", "fuzzy"), previous=UnitKey(earlier)))
        sync(workspace)
        found = ours(workspace, SCHOOL)
        assert found.source_digest == digest_of(earlier)
        with workspace.store.reading() as db:
            assert source_text_of(db, found.unit, digest_of(earlier)) == earlier
        (written,) = [each for each in read(workspace).entries if each.target]
        assert written.previous == UnitKey(earlier)


def test_and_so_it_is_where_somebody_has_saved_something(tmp_path: Path) -> None:
    """A store that is built anew, in which Ana saves before the older catalog is there."""
    with letter(tmp_path, {"letter.txt": LETTER.replace("stays", "stays open")}) as workspace:
        take_sources(workspace, OPERATOR, NOW)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        put(workspace, entry(TITLE, "Lettre"), entry(SCHOOL, "L’école reste."))
        sync(workspace)
        found = ours(workspace, EDITED)
        assert (found.text, found.state) == ("L’école reste.", State.NEEDS_WORK)
        assert found.source_digest == digest_of(SCHOOL)
        assert ours(workspace, TITLE).text == "Lettre ouverte"
        assert [each.text for each in suggested(workspace)] == ["Lettre"]


def test_what_no_text_has_is_kept_and_comes_back_with_it(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry("Farewell.", "Adieu.", obsolete=True), entry("Nobody's.", "À nous."))
        report = catalog_report(workspace)
        assert (report.restored, report.taken) == (2, 0)
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            assert {each.source for each in gone_units(db, stored.id)} == {"Farewell.", "Nobody's."}
        assert [each.obsolete for each in read(workspace).entries] == [False] * 3 + [True] * 2
        release(workspace, f"{LETTER}\nFarewell.\n")
        sync(workspace)
        found = next(each for each in read(workspace).entries if each.key.source == "Farewell.")
        assert (found.target, found.obsolete) == ("Adieu.", False)


def test_a_second_text_under_one_key_is_a_suggestion(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte"), entry(TITLE, "Courrier", obsolete=True))
        assert catalog_report(workspace).suggestions == 1
        assert [each.text for each in suggested(workspace)] == ["Courrier"]


def test_a_source_that_went_on_without_its_catalog_is_offered_the_old_texts(
    tmp_path: Path,
) -> None:
    with letter(tmp_path, {"letter.txt": LETTER.replace("stays", "stays open")}) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte"), entry(SCHOOL, "L’école reste."))
        sync(workspace)
        assert ours(workspace, TITLE).state is State.TRANSLATED
        found = ours(workspace, EDITED)
        assert (found.text, found.state) == ("L’école reste.", State.NEEDS_WORK)
        assert found.source_digest == digest_of(SCHOOL)


@pytest.mark.parametrize("typo", [True, False])
def test_a_file_that_is_as_it_was_says_nothing_new_after_a_revision(
    tmp_path: Path, *, typo: bool
) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(SCHOOL, "L’école reste."))
        sync(workspace)
        data = workspace.catalog_path("letter", "fr").read_bytes()
        release(workspace, LETTER.replace("stays", "stays open"), typo=typo)
        workspace.catalog_path("letter", "fr").write_bytes(data)
        before = ours(workspace, EDITED)
        assert catalog_report(workspace).is_clean
        assert ours(workspace, EDITED) == before
        assert suggested(workspace) == []
        assert before.updated is not None
        assert before.updated < NOW + MINUTE
