"""What a new text makes of units, and of the translations there are then."""

from pathlib import Path

from tests.live import NOW, live, person, put_document
from tests.workspaces import put
from workflow.access import OPERATOR, Role
from workflow.model import ChangeKind, UnitKey
from workflow.services import documents, translation
from workflow.services.documents import revising
from workflow.services.documents.pending import planned
from workflow.services.workspace import Workspace
from workflow.store import sync
from workflow.store.documents import StoredDocument, document_named, living_units

MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."


def stored(workspace: Workspace) -> StoredDocument:
    with workspace.store.reading() as db:
        found = document_named(db, "letter")
    assert found is not None
    return found


def test_a_plan_is_made_once(tmp_path: Path) -> None:
    told: list[str] = []
    with live(tmp_path) as workspace:
        _, [mill, _] = put_document(workspace, [MILL, "Schools"])
        for _ in range(2):
            with workspace.store.reading() as db:
                plan = planned(
                    db, stored(workspace), LENT.encode(), lambda stage, *_: told.append(stage)
                )
        assert told == ["extract", "extract", "compare", "compare"]
        [heir] = plan.succession.heirs
        assert (heir.kind, heir.unit) == (ChangeKind.EDITED, mill)
        assert plan.lines[plan.succession.gone[0]] == 3
        assert plan.words == (14,)


def test_few_plans_are_remembered(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, [MILL])
        for number in range(20):
            with workspace.store.reading() as db:
                planned(db, stored(workspace), f"{MILL} {number}".encode())
        assert len(revising._plans) <= 8


def test_the_effect_is_of_the_translations_there_are_now(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        _, [mill] = put_document(workspace, [MILL])
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        with workspace.store.reading() as db:
            plan = planned(db, stored(workspace), LENT.encode())
            effect = revising.effect(db, stored(workspace), plan, ["fr"], {})
            assert [(each.locale, each.needs_work) for each in effect.costs] == [("fr", 0)]
        for locale in ("fr", "ar"):
            translation.save(
                workspace, ann, NOW, unit=mill, locale=locale, text="M", seen=0, token=locale
            )
        with workspace.store.reading() as db:
            effect = revising.effect(db, stored(workspace), plan, ["fr"], {})
        assert [(each.locale, each.needs_work) for each in effect.costs] == [("fr", 1), ("ar", 1)]
        assert {each.unit for each in effect.now.values()} == {mill}


def test_a_plan_is_made_anew_when_a_catalog_brought_more_units(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, [MILL])
        text = f"{MILL}\n\nSchools stay open.".encode()
        with workspace.store.reading() as db:
            before = planned(db, stored(workspace), text)
        assert [heir.kind for heir in before.succession.heirs] == [ChangeKind.SAME, ChangeKind.NEW]
        with workspace.store.writing() as db:
            sync.add_gone_units(db, document, {"gone": UnitKey("Schools stay open.")}, {"gone": 3})
        with workspace.store.reading() as db:
            after = planned(db, stored(workspace), text)
        assert [heir.unit for heir in after.succession.heirs][1] == "gone"


def test_a_release_heeds_what_a_catalog_brought_while_it_was_planned(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, [MILL])
        text = f"{MILL}\n\nSchools stay open.".encode()
        offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text)
        revising._plans.clear()
        brought: list[str] = []

        def bring(stage: str, done: int, _total: int) -> None:
            if (stage, done) == ("compare", 1) and not brought:
                brought.append(stage)
                with workspace.store.writing() as db:
                    sync.add_gone_units(
                        db, document, {"gone": UnitKey("Schools stay open.")}, {"gone": 3}
                    )

        put(workspace.root / "sources" / "letter.txt", text.decode())
        documents.release(
            workspace, OPERATOR, NOW, document="letter", digest=offered.digest, progress=bring
        )
        with workspace.store.reading() as db:
            assert [each.id for each in living_units(db, document)][1] == "gone"
