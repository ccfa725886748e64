"""What one can do in the next ten minutes: the right places, in the right order, quickly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, update

from tests.live import MINUTE, NOW, give, live, person, put_document
from workflow.access import Role
from workflow.errors import NotAllowed, NotFound
from workflow.services import review, tasks, translation
from workflow.services.tasks.verbs import first_words
from workflow.services.workspace import Workspace
from workflow.store import comments
from workflow.store.ids import digest_of, new_id
from workflow.store.schema import document as documents
from workflow.store.schema import member, source_text, unit

TEXTS = ["One two three.", "Four five.", "Six.", "Seven eight nine ten."]
SETTINGS = """\
languages = ["fr", "ar"]
[documents.late]
title = "The late one"
deadline = 2026-03-10
[documents.letter]
title = "A letter"
deadline = 2026-03-20
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        made.settings_path.write_text(SETTINGS, "utf-8")
        yield made


def save(
    workspace: Workspace, who: str, which: str, text: str, locale: str = "fr", seen: int = 0
) -> None:
    translation.save(
        workspace, who, NOW, unit=which, locale=locale, text=text, seen=seen, token=new_id(NOW)
    )


def test_the_works_are_those_of_ones_grants_begun_ones_first(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    put_document(workspace, ["Late."], name="late")
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    found = tasks.mine(workspace, ana, NOW).works
    assert [(each.choice.title, each.figures.days_left) for each in found] == [
        ("The late one", -4),
        ("A letter", 6),
    ]
    save(workspace, ana, units[1], "Quatre.")
    first, second = tasks.mine(workspace, ana, NOW).works
    assert (first.choice.document, first.is_begun, first.figures.done) == ("letter", True, 1)
    assert first.go_on is not None
    assert (first.go_on.unit, first.go_on.number, first.go_on.begins) == (units[2], 3, "Six.")
    assert not second.is_begun


def test_behind_the_last_paragraph_one_goes_back_to_what_was_left(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS[:2])
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    save(workspace, ana, units[1], "Quatre.")
    (work,) = tasks.mine(workspace, ana, NOW).works
    assert work.go_on is not None
    assert work.go_on.unit == units[0]
    save(workspace, ana, units[0], "Un.")
    (work,) = tasks.mine(workspace, ana, NOW).works
    assert (work.go_on, work.figures.done) == (None, 2)


def test_what_is_done_comes_last(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS[:1])
    put_document(workspace, ["Late."], name="late")
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    save(workspace, ana, units[0], "Un deux trois.")
    names = [each.choice.document for each in tasks.mine(workspace, ana, NOW).works]
    assert names == ["late", "letter"], "it was begun, but nothing is left to do there"


def test_at_a_glance_one_sees_the_figures_of_the_list(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    save(workspace, ana, units[0], "Un.", "ar")
    in_list = {each.choice.locale: each for each in tasks.mine(workspace, ana, NOW).works}
    for locale in ("fr", "ar"):
        which = {"document": "letter", "locale": locale}
        found = tasks.glance(workspace, ana, NOW, **which)
        assert found.figures == in_list[locale].figures
        assert found.stamp == translation.stamp(workspace, ana, NOW, **which)
    assert in_list["ar"].figures.done == 1
    with pytest.raises(NotFound):
        tasks.glance(workspace, ana, NOW, document="letter", locale="en")


def test_a_reader_may_look_and_suggest(workspace: Workspace) -> None:
    put_document(workspace, TEXTS)
    lee = person(workspace, "Lee", Role.READER, locale="ar")
    (choice,) = tasks.choices(workspace, lee, NOW)
    assert (choice.locale, choice.may_translate) == ("ar", False)
    assert tasks.mine(workspace, person(workspace, "Nobody"), NOW).works == ()


def test_languages_that_nobody_lists_come_from_grants_and_from_what_was_begun(
    workspace: Workspace,
) -> None:
    workspace.settings_path.write_text("", "utf-8")
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="nl")
    bo = person(workspace, "Bo", Role.TRANSLATOR)
    assert [each.locale for each in tasks.choices(workspace, ana, NOW)] == ["nl"]
    assert tasks.choices(workspace, bo, NOW) == ()
    save(workspace, ana, units[0], "Een.", "nl")
    assert [each.locale for each in tasks.choices(workspace, bo, NOW)] == ["nl"]


def test_the_archive_is_no_work(workspace: Workspace) -> None:
    document, _ = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    with workspace.store.writing() as db:
        db.execute(update(documents).where(documents.c.id == document).values(status="archived"))
    assert tasks.choices(workspace, ana, NOW) == ()
    with pytest.raises(NotFound):
        tasks.glance(workspace, ana, NOW, document="letter", locale="fr")


def test_what_the_authors_changed_is_counted_and_found(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    save(workspace, ana, units[2], "Six.")
    digest = digest_of("Sixteen.")
    with workspace.store.writing() as db:
        changed = {"source": "Sixteen.", "source_digest": digest}
        db.execute(update(unit).where(unit.c.id == units[2]).values(changed))
        row = {"unit": units[2], "digest": digest, "source": "Sixteen.", "since": 2}
        db.execute(source_text.insert(), row)
    (work,) = tasks.mine(workspace, ana, NOW).works
    assert work.changed == 1
    assert work.first_changed is not None
    assert work.first_changed.begins == "Sixteen."


def test_what_came_back_and_what_was_answered_is_told(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    bo = person(workspace, "Bo", Role.REVIEWER, locale="fr")
    save(workspace, ana, units[0], "Un.")
    review.send_back(
        workspace, bo, NOW, unit=units[0], locale="fr", seen=1, reason="Three words are missing."
    )
    asked = translation.ask(workspace, ana, NOW, unit=units[1], locale="fr", text="Which?")
    translation.comment(workspace, bo, NOW, unit=units[1], locale="fr", text="This.", parent=asked)
    made = translation.suggest(workspace, ana, NOW, unit=units[2], locale="fr", text="Six !")
    review.reject(workspace, bo, NOW, suggestion=made.suggestion, reason="No.")
    translation.draft(workspace, ana, NOW, unit=units[3], locale="fr", text="Sep", seen=0)
    mine = tasks.mine(workspace, ana, NOW + MINUTE)
    assert [each.reason for each in mine.came_back] == ["Three words are missing."]
    assert [(each.said, each.answer, each.by) for each in mine.answered] == [
        ("Which?", "This.", "Bo")
    ]
    assert [(each.text, each.is_accepted) for each in mine.answers] == [("Six !", False)]
    assert [each.text for each in mine.drafts] == ["Sep"]
    later = tasks.mine(workspace, ana, NOW + timedelta(days=30))
    assert (later.answered, later.answers) == ((), ())
    assert later.came_back


def test_what_one_no_longer_sees_is_not_told(workspace: Workspace) -> None:
    letter, units = put_document(workspace, TEXTS)
    other, _ = put_document(workspace, ["Other."], name="other")
    ana = person(workspace, "Ana")
    bo = person(workspace, "Bo", Role.REVIEWER)
    give(workspace, ana, Role.TRANSLATOR, document=other)
    with workspace.store.writing() as db:
        asked = comments.add(
            db, NOW, unit=units[0], locale="fr", author=ana, kind="question", text="?"
        )
    translation.comment(workspace, bo, NOW, unit=units[0], locale="fr", text="!", parent=asked)
    assert tasks.mine(workspace, ana, NOW).answered == ()
    give(workspace, ana, Role.READER, document=letter)
    assert len(tasks.mine(workspace, ana, NOW).answered) == 1


def test_nobody_has_no_tasks(workspace: Workspace) -> None:
    for verb in (tasks.mine, tasks.choices):
        with pytest.raises(NotAllowed):
            verb(workspace, "", NOW)


def test_first_words_are_whole_words() -> None:
    assert first_words("short") == "short"
    assert first_words("a  b\nc") == "a b c"
    assert first_words("one two three", 9) == "one two …"
    assert first_words("x" * 100, 10) == f"{'x' * 9} …"


def test_twenty_documents_in_ten_languages_take_few_queries(workspace: Workspace) -> None:
    """And no more of them than one document in one language."""
    put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    save(
        workspace,
        ana,
        translation.units(workspace, ana, NOW, document="letter", locale="fr")[0].unit,
        "Un.",
    )
    few = queries(workspace, ana)
    tags = ["fr", "ar", "nl", "de", "es", "it", "ja", "fa", "tr", "pt"]
    workspace.settings_path.write_text(f"languages = {tags}".replace("'", '"'), "utf-8")
    for number in range(19):
        _, units = put_document(workspace, [f"{n}. Text." for n in range(40)], name=f"d{number}")
        for tag in tags[:2]:
            save(workspace, ana, units[number], "Texte.", tag)
    assert queries(workspace, ana) == few
    assert len(tasks.mine(workspace, ana, NOW).works) == 200


def queries(workspace: Workspace, who: str) -> int:
    asked = 0

    def count(*_: object) -> None:
        nonlocal asked
        asked += 1

    with workspace.store.reading() as db:
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        tasks.mine(workspace, who, NOW)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return asked


# --- what waits for a second person --------------------------------------------------------------


def test_what_waits_for_a_reviewer_is_counted_without_his_own(workspace: Workspace) -> None:
    _, late = put_document(workspace, TEXTS, "late")
    _, letter = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    bo = person(workspace, "Bo", Role.REVIEWER, locale="fr")
    save(workspace, ana, letter[2], "Six.")
    save(workspace, ana, late[1], "Quatre.")
    save(workspace, bo, late[0], "Un.")
    reviews = tasks.mine(workspace, bo, NOW).reviews
    assert [(each.choice.document, each.waiting) for each in reviews] == [
        ("late", 1),
        ("letter", 1),
    ]
    assert [each.first and each.first.number for each in reviews] == [2, 3]
    assert tasks.mine(workspace, ana, NOW).reviews == ()
    review.approve(workspace, bo, NOW, unit=late[1], locale="fr", seen=1)
    assert [each.choice.document for each in tasks.mine(workspace, bo, NOW).reviews] == ["letter"]


def test_whose_words_one_may_not_approve_do_not_wait_for_one(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    bo = person(workspace, "Bo", Role.REVIEWER, locale="fr")
    save(workspace, ana, units[0], "Un.")
    with workspace.store.writing() as db:
        db.execute(update(member).where(member.c.id == ana).values(invited_by=bo))
    assert tasks.mine(workspace, bo, NOW).reviews == ()


def test_what_was_made_from_an_older_source_waits_for_nobody(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana", Role.TRANSLATOR, locale="fr")
    bo = person(workspace, "Bo", Role.REVIEWER, locale="fr")
    save(workspace, ana, units[0], "Un.")
    with workspace.store.writing() as db:
        db.execute(
            update(unit).where(unit.c.id == units[0]).values(source_digest=digest_of("other"))
        )
    assert tasks.mine(workspace, bo, NOW).reviews == ()
