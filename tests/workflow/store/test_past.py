"""What a document was like before."""

from pathlib import Path

import pytest

from tests.live import MINUTE, NOW, live, put_document
from workflow.model import State, UnitKey
from workflow.review import Act
from workflow.store import past, revising
from workflow.store.documents import document_by_id
from workflow.store.ids import digest_of
from workflow.store.past import Stands, Wording
from workflow.store.translations import Written, add_revision


def written(unit: str, version: int, text: str, act: Act, state: State, digest: str) -> Written:
    at = NOW + version * MINUTE
    return Written(unit, "fr", version, text, state, act, "ann", "bob", digest, at)


def test_wordings_come_from_the_oldest_on(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, [unit] = put_document(workspace, ["Rivers"])
        older = Wording(unit, UnitKey("River"), digest_of("River"), 0)
        with workspace.store.writing() as db:
            revising.add_wordings(db, [older])
            found = past.wordings(db, made)
            assert found == (older, Wording(unit, UnitKey("Rivers"), digest_of("Rivers"), 1))
            assert past.wordings(db, "") == ()


def test_a_unit_stands_first_where_it_stands_first(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, ids = put_document(workspace, ["Rivers", "Schools"])
        with workspace.store.reading() as db:
            stored = document_by_id(db, made)
            assert stored is not None
            assert past.places_of(db, stored.revision) == {
                ids[0]: Stands("paragraph", 1, 1),
                ids[1]: Stands("paragraph", 3, 1),
            }


def test_a_kind_is_said_with_its_marker() -> None:
    assert past.kind_of("ordered_item", "2.") == "ordered_item 2."
    assert past.kind_of("heading", "") == "heading"


@pytest.mark.parametrize("at_once", [1, 500])
def test_the_last_translation_made_from_a_wording_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(past, "_AT_ONCE", at_once)
    with live(tmp_path) as workspace:
        made, [one, two] = put_document(workspace, ["Rivers", "Schools"])
        with workspace.store.writing() as db:
            for new in (
                written(one, 1, "First", Act.SAVE, State.TRANSLATED, "r"),
                written(one, 2, "Second", Act.SAVE, State.TRANSLATED, "r"),
                written(one, 3, "Second", Act.MEANING, State.NEEDS_WORK, "r"),
                written(one, 4, "Third", Act.SAVE, State.TRANSLATED, "s"),
                written(two, 1, "Other", Act.SAVE, State.TRANSLATED, "r"),
            ):
                add_revision(db, new)
            found = past.made_from(db, [(one, "r"), (two, "r"), (two, "s")])
            assert {key: (each.text, each.state) for key, each in found.items()} == {
                (one, "r", "fr"): ("Second", State.TRANSLATED),
                (two, "r", "fr"): ("Other", State.TRANSLATED),
            }
            assert found[one, "r", "fr"].order > found[two, "r", "fr"].order
            now = past.translations_of(db, [one, two])
            assert {key: each.text for key, each in now.items()} == {
                (one, "fr"): "Third",
                (two, "fr"): "Other",
            }
            assert past.locales_ever(db, made) == {"fr"}
            assert past.locales_ever(db, "") == frozenset()
