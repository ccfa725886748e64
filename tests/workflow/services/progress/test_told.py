"""Who did what, as it is told to people."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.live import MINUTE, NOW, give, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotFound, UnknownLocale
from workflow.services import documents, people, progress, review, translation
from workflow.services.progress import PAGE, Told
from workflow.services.workspace import Workspace
from workflow.settings import DocumentChanges
from workflow.store.ids import new_id


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "workspace.toml").write_text('languages = ["fr", "ar"]\n', "utf-8")
    with live(tmp_path) as workspace:
        yield workspace


def save(house: Workspace, who: str, unit: str, text: str, minutes: int, seen: int = 0) -> None:
    translation.save(
        house,
        who,
        NOW + minutes * MINUTE,
        unit=unit,
        locale="fr",
        text=text,
        seen=seen,
        token=new_id(NOW),
    )


def deeds(house: Workspace, who: str = OPERATOR, **which: object) -> tuple[Told, ...]:
    return progress.told(house, who, NOW, **which).deeds  # type: ignore[arg-type]


def test_the_newest_first_with_what_it_was_about(house: Workspace) -> None:
    _, units = put_document(house, ["One text.", "Another text that goes on."])
    ana = person(house, "Ana", Role.TRANSLATOR)
    save(house, ana, units[0], "Un.", 1)
    save(house, ana, units[1], "Deux.", 2)
    first, second = deeds(house, ana)
    assert (first.action, first.who, first.is_me) == ("save", "Ana", True)
    assert (first.document, first.title, first.locale) == ("letter", "letter", "fr")
    assert (first.unit, first.number, first.version) == (units[1], 2, 1)
    assert (first.begins, first.source_locale) == ("Another text that goes on.", "en")
    assert second.at < first.at


def test_a_reason_is_told_once_with_the_act_it_was_given_for(house: Workspace) -> None:
    _, units = put_document(house, ["One text."])
    ana, bo = person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.REVIEWER)
    save(house, ana, units[0], "Un.", 0)
    review.send_back(house, bo, NOW + MINUTE, unit=units[0], locale="fr", seen=1, reason="Not so.")
    translation.comment(house, ana, NOW + 2 * MINUTE, unit=units[0], locale="fr", text="Why?")
    found = [(each.action, each.said) for each in deeds(house)]
    assert found == [("comment", "Why?"), ("send_back", "Not so."), ("save", "")]


def test_what_was_said_about_the_source_has_no_language(house: Workspace) -> None:
    _, units = put_document(house, ["One text."])
    ana = person(house, "Ana", Role.TRANSLATOR)
    translation.ask(house, ana, NOW, unit=units[0], locale="", text="What?")
    (only,) = deeds(house)
    assert (only.action, only.locale, only.said) == ("question", "", "What?")


def test_filters(house: Workspace) -> None:
    _, units = put_document(house, ["One text."])
    _, others = put_document(house, ["Another one."], name="other")
    ana, bo = person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.TRANSLATOR)
    save(house, ana, units[0], "Un.", 0)
    save(house, bo, others[0], "Deux.", 5)
    assert [each.document for each in deeds(house, document="other")] == ["other"]
    assert [each.who for each in deeds(house, member=ana)] == ["Ana"]
    assert [each.who for each in deeds(house, since=NOW + MINUTE)] == ["Bo"]
    assert len(deeds(house, locale="fr")) == 2
    assert deeds(house, locale="ar") == ()


def test_all_pages_together_are_all_that_was_done(house: Workspace) -> None:
    """Even where much was done in one moment."""
    _, units = put_document(house, [f"Text {number}." for number in range(2 * PAGE + 3)])
    ana = person(house, "Ana", Role.TRANSLATOR)
    for unit in units:
        save(house, ana, unit, "Un.", 0)
    pages = [progress.told(house, ana, NOW, page=number) for number in range(4)]
    assert [len(each.deeds) for each in pages] == [PAGE, PAGE, 3, 0]
    assert [each.has_earlier for each in pages] == [True, True, False, False]
    assert {each.unit for page in pages for each in page.deeds} == set(units)


def test_a_paragraph_that_is_gone_has_no_number(house: Workspace) -> None:
    _, units = put_document(house, ["One text.", "Another text."])
    ana = person(house, "Ana", Role.TRANSLATOR)
    save(house, ana, units[1], "Deux.", 0)
    offered = documents.propose(
        house, OPERATOR, NOW, document="letter", data=b"One text.\n\nThe end of it all.\n"
    )
    documents.release(house, OPERATOR, NOW, document="letter", digest=offered.digest)
    found = [each for each in deeds(house, document="letter") if each.action == "save"]
    assert [(each.number, each.begins) for each in found] == [(0, "Another text.")]


def test_what_was_done_to_people_is_for_those_who_coordinate_everything(house: Workspace) -> None:
    put_document(house, ["One text."])
    kim, lee = person(house, "Kim", Role.COORDINATOR), person(house, "Lee", Role.READER)
    half = person(house, "Half", Role.COORDINATOR, locale="fr")
    people.invite(house, kim, NOW, role=Role.TRANSLATOR, document="letter", locale="ar")
    people.grant(house, kim, NOW, member=lee, role=Role.REVIEWER, locale="fr")
    documents.change(house, kim, NOW, document="letter", changes=DocumentChanges(title="A letter"))
    found = {each.action: each for each in deeds(house, kim)}
    invited, given = found["people.invite"], found["people.grant"]
    assert (invited.role, invited.title, invited.locale) == ("translator", "A letter", "ar")
    assert (given.role, given.member, given.title, given.locale) == ("reviewer", "Lee", "", "fr")
    assert found["documents.change"].document == "letter"
    for who in (lee, half):
        assert [each.action for each in deeds(house, who)] == ["documents.change"]
    assert [each.action for each in deeds(house, kim, document="letter")] == ["documents.change"]
    assert deeds(house, kim, locale="ar") == ()


def test_what_was_done_to_a_statement_is_told_to_all_who_see_it(house: Workspace) -> None:
    mine, _ = put_document(house, ["One text."])
    put_document(house, ["Hidden text."], name="hidden")
    kim, ana = person(house, "Kim", Role.COORDINATOR), person(house, "Ana")
    give(house, ana, Role.READER, document=mine)
    people.grant(house, kim, NOW, member=ana, role=Role.TRANSLATOR, document="letter", locale="fr")
    for name in ("letter", "hidden"):
        documents.change(house, kim, NOW, document=name, changes=DocumentChanges(title="A title"))
        documents.archive(house, kim, NOW, document=name)
    for which in ({}, {"document": "letter"}, {"member": kim}):
        page = progress.told(house, ana, NOW, **which)  # type: ignore[arg-type]
        assert [(each.action, each.document, each.who) for each in page.deeds] == [
            ("documents.archive", "letter", "Kim"),
            ("documents.change", "letter", "Kim"),
        ]
        assert page.people == ((kim, "Kim"),)
        assert not any(each.member or each.role or each.said for each in page.deeds)
    table = progress.activity(house, ana, NOW)
    assert [*table["action"]] == ["documents.archive", "documents.change"]
    assert {*table["document"]} == {"letter"}


@pytest.mark.parametrize("on_first_page", range(1, 5))
def test_a_reason_is_told_once_over_the_border_of_a_page(
    house: Workspace, monkeypatch: pytest.MonkeyPatch, on_first_page: int
) -> None:
    _, units = put_document(house, ["One text."])
    ana, bo = person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.REVIEWER)
    save(house, ana, units[0], "Un.", 0)
    review.send_back(house, bo, NOW + MINUTE, unit=units[0], locale="fr", seen=1, reason="Not so.")
    monkeypatch.setattr(sys.modules[progress.told.__module__], "PAGE", on_first_page)
    pages = [progress.told(house, ana, NOW, page=number).deeds for number in range(4)]
    found = [(each.action, each.said) for page in pages for each in page]
    assert found == [("send_back", "Not so."), ("save", "")]


def test_what_the_source_said_then_stands_beside_what_was_done_then(house: Workspace) -> None:
    data = "The mill by 2026.\n\nThe bridge stays.\n"
    letter = documents.add(
        house, OPERATOR, NOW, data=data.encode(), file_name="letter.txt", locale="en"
    )
    ana = person(house, "Ana", Role.TRANSLATOR)
    unit = translation.units(house, ana, NOW, document=letter.name, locale="fr")[0].unit
    save(house, ana, unit, "Le moulin avant 2026.", 1)
    new = documents.propose(
        house, OPERATOR, NOW, document=letter.name, data=data.replace("2026", "2027").encode()
    )
    documents.release(house, OPERATOR, NOW + 2 * MINUTE, document=letter.name, digest=new.digest)
    save(house, ana, unit, "Le moulin avant 2027.", 3, seen=2)
    said = {each.action: each.begins for each in deeds(house, ana) if each.unit}
    assert [each.begins for each in deeds(house, ana) if each.action == "save"] == [
        "The mill by 2027.",
        "The mill by 2026.",
    ]
    assert said["meaning"] in {"The mill by 2026.", "The mill by 2027."}


def test_what_one_act_did_is_counted_over_the_border_of_a_page(
    house: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, units = put_document(house, ["One.", "Two.", "Three."])
    ana, bo = person(house, "Ana", Role.TRANSLATOR), person(house, "Bo", Role.REVIEWER)
    for minutes, unit in enumerate(units):
        save(house, ana, unit, f"Texte {minutes}.", minutes)
    later = NOW + 9 * MINUTE
    seen = dict.fromkeys(units, 1)
    review.approve_rest(house, bo, later, document="letter", locale="fr", seen=seen)
    monkeypatch.setattr(sys.modules[progress.told.__module__], "PAGE", 2)
    pages = [progress.told(house, ana, NOW, page=number).deeds for number in range(3)]
    found = [[(each.action, each.together) for each in page] for page in pages]
    approved, saved = ("approve", 3), ("save", 1)
    assert found == [[approved] * 2, [approved, saved], [saved] * 2]


def test_first_words_of_a_text_without_blanks(house: Workspace) -> None:
    _, units = put_document(house, ["学校は川のほとりに立ち、三つの村に仕えている" * 5 + "。"])
    save(house, person(house, "Ana", Role.TRANSLATOR), units[0], "École.", 0)
    (only,) = deeds(house)
    assert only.begins.startswith("学校は川のほとりに")
    assert only.begins.endswith(" …")


def test_nobody_hears_of_a_statement_that_is_not_for_him(house: Workspace) -> None:
    mine, units = put_document(house, ["One text."])
    _, others = put_document(house, ["Hidden text."], name="hidden")
    ana, bo = person(house, "Ana"), person(house, "Bo", Role.TRANSLATOR)
    give(house, ana, Role.READER, document=mine)
    save(house, bo, others[0], "Caché.", 0)
    page = progress.told(house, ana, NOW)
    assert (page.deeds, page.people) == ((), ())
    for which in ({"document": "hidden"}, {"document": "none"}):
        with pytest.raises(NotFound):
            progress.told(house, ana, NOW, **which)  # type: ignore[arg-type]
    save(house, bo, units[0], "Un.", 1)
    assert progress.told(house, ana, NOW).people == ((bo, "Bo"),)


def test_odd_questions(house: Workspace) -> None:
    put_document(house, ["One text."])
    with pytest.raises(NotAllowed):
        progress.told(house, person(house, "Nobody"), NOW)
    with pytest.raises(UnknownLocale):
        deeds(house, locale="f r")
    with pytest.raises(NotFound):
        deeds(house, member="\0")
    assert deeds(house, page=-5) == deeds(house) == ()
    assert deeds(house, since=NOW + timedelta(days=9000), page=10**9) == ()


def test_the_last_page_leads_no_further(house: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    _, units = put_document(house, ["One text."])
    ana = person(house, "Ana", Role.TRANSLATOR)
    for number in range(5):
        save(house, ana, units[0], f"Texte {number}.", number, number)
    module = sys.modules[progress.told.__module__]
    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(module, "LAST_PAGE", 2)
    found = [progress.told(house, ana, NOW, page=page) for page in (1, 2, 3, 10**9)]
    assert [(each.page, each.has_earlier) for each in found] == [(1, True)] + [(2, False)] * 3
    assert found[-1].deeds == found[1].deeds


def test_what_was_only_proposed_is_for_those_who_coordinate_the_statement(
    house: Workspace,
) -> None:
    put_document(house, ["One text."])
    lee, kim = person(house, "Lee", Role.TRANSLATOR), person(house, "Kim", Role.COORDINATOR)
    documents.propose(house, OPERATOR, NOW, document="letter", data=b"Another text.\n")
    documents.discard(house, OPERATOR, NOW, document="letter")
    assert deeds(house, lee) == deeds(house, lee, document="letter") == ()
    assert [each.action for each in deeds(house, kim, document="letter")] == [
        "documents.discard",
        "documents.propose",
    ]
    told = progress.activity(house, lee, NOW)
    assert "documents.propose" not in set(told["action"])
