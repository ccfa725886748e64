"""What is stored about a member, and that nothing of it is left."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import LinkRefused, NotAllowed, NotFound, NotPossible, StoreBusy, StoreFull
from workflow.services import people, translation
from workflow.services.people import Joined
from workflow.services.workspace import Workspace
from workflow.store import Store, audit, erasures
from workflow.store.schema import member
from workflow.store.translations import current

NAME, CREDIT = "Marguerite 4711", "Q. Wintersturm"


def joined(workspace: Workspace, name: str = NAME) -> Joined:
    token = people.invite(workspace, OPERATOR, NOW, role=Role.TRANSLATOR).link.token
    made = people.join(workspace, token, NOW, name=name)
    credit = CREDIT if name == NAME else ""
    people.change_me(workspace, made.member, NOW, credit=credit, interface_locale="pt-BR")
    return made


def test_all_that_is_stored_can_be_read(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        _, (unit,) = put_document(workspace, ["A text."])
        her = joined(workspace)
        translation.save(
            workspace, her.member, NOW, unit=unit, locale="fr", text="Un texte.", seen=0, token="t"
        )
        data = people.my_data(workspace, her.member, NOW)
        said = json.dumps(data, ensure_ascii=False)
        for each in (NAME, CREDIT, "pt-BR", "Un texte.", "people.join"):
            assert each in said
        for secret in (her.link.token, her.session):
            assert secret not in said


def bytes_of(folder: Path) -> bytes:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert any(path.name == "store.db" for path in files)
    return b"\0".join(path.read_bytes() for path in files)


def test_erasing_leaves_the_tombstone_only(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        _, (unit,) = put_document(workspace, ["A text."])
        for number in range(30):
            person(workspace, f"Neighbour {number}", Role.READER)
        her = joined(workspace)
        translation.save(
            workspace, her.member, NOW, unit=unit, locale="fr", text="Un texte.", seen=0, token="t"
        )
        assert NAME.encode() in bytes_of(tmp_path)
        people.erase_me(workspace, her.member, NOW)
        left = bytes_of(tmp_path)
        for each in (NAME, CREDIT, "pt-BR", "marguerite", "wintersturm"):
            assert each.encode() not in left, each
        assert people.who(workspace, her.session, NOW) is None
        with pytest.raises(LinkRefused):
            people.come_back(workspace, her.link.token, NOW)
        with workspace.store.reading() as db:
            text = current(db, unit, "fr")
            assert (text.text, text.author) == ("Un texte.", her.member)
            status = db.execute(select(member.c.status).where(member.c.id == her.member)).scalar()
            assert status == "former"
            assert audit.broken_links(db) == []
        again = joined(workspace)
        assert again.member != her.member


def test_the_erased_are_listed_for_whoever_restores(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        first, second = joined(workspace, "First"), joined(workspace, "Second")
        people.erase_me(workspace, first.member, NOW)
        people.erase(workspace, OPERATOR, NOW, member=second.member)
        store = workspace.store.path
        assert store is not None
        listed = erasures.read(erasures.erased_path(store))
        assert listed == (first.member, second.member)


def test_nothing_is_erased_where_it_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with live(tmp_path) as workspace:
        her = joined(workspace)
        with monkeypatch.context() as planted:

            def is_full(*_: object) -> None:
                raise OSError(28, os.strerror(28))

            planted.setattr("workflow.store.erasures._replace", is_full)
            with pytest.raises(StoreFull):
                people.erase_me(workspace, her.member, NOW)
        assert people.me(workspace, her.member, NOW).name == NAME
        assert people.who(workspace, her.session, NOW) == her.member


def test_who_could_not_be_erased_is_taken_off_the_list_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is full at the last moment, when the list is written already."""
    with live(tmp_path) as workspace:
        gone, her = joined(workspace, "Gone"), joined(workspace)
        people.erase_me(workspace, gone.member, NOW)
        with monkeypatch.context() as planted:

            def is_full(*_: object) -> None:
                raise StoreFull

            planted.setattr(audit, "record", is_full)
            with pytest.raises(StoreFull):
                people.erase_me(workspace, her.member, NOW)
        store = workspace.store.path
        assert store is not None
        assert people.me(workspace, her.member, NOW).name == NAME
        with pytest.raises(NotFound):
            people.erase(workspace, OPERATOR, NOW, member=gone.member)
        assert erasures.read(erasures.erased_path(store)) == (gone.member,)


def test_who_is_erased_while_somebody_reads_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log could not be emptied: that is tried again, and he is erased all the same."""
    with live(tmp_path) as workspace:
        her, other = joined(workspace), joined(workspace, "Other")
        with workspace.store.reading() as db:
            db.execute(select(member)).all()
            people.erase_me(workspace, her.member, NOW)
            assert NAME.encode() in bytes_of(tmp_path)
        people.change_name(workspace, other.member, NOW, name="Another")
        assert NAME.encode() not in bytes_of(tmp_path)
        with monkeypatch.context() as planted:

            def is_busy(_store: object) -> None:
                raise StoreBusy(30)

            planted.setattr(Store, "settle", is_busy)
            people.erase_me(workspace, other.member, NOW)
        assert people.members(workspace, OPERATOR, NOW) == ()


def test_the_last_admin_is_erased_by_the_operator_only(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.ADMIN)
        with pytest.raises(NotPossible, match="the last admin"):
            people.erase_me(workspace, chief, NOW)
        with pytest.raises(NotPossible, match="the last admin"):
            people.erase(workspace, chief, NOW, member=chief)
        people.erase(workspace, OPERATOR, NOW, member=chief)
        assert people.members(workspace, OPERATOR, NOW) == ()


def test_who_may_erase_whom(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        her = joined(workspace)
        coordinator = person(workspace, "Coordinator", Role.COORDINATOR)
        admin = person(workspace, "Admin", Role.ADMIN)
        with pytest.raises(NotAllowed):
            people.erase(workspace, coordinator, NOW, member=her.member)
        people.erase(workspace, admin, NOW, member=her.member)
        for nobody in (her.member, "unknown", OPERATOR):
            with pytest.raises(NotFound):
                people.erase(workspace, admin, NOW, member=nobody)
        for verb in (people.erase_me, people.my_data):
            with pytest.raises(NotAllowed):
                verb(workspace, her.member, NOW)
