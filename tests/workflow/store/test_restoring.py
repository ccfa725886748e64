"""A backup comes back: all of it, under a server that runs, and nobody who was erased."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.access import Role
from workflow.errors import NewerStore, NotPossible, StoreBroken
from workflow.services.workspace import Workspace
from workflow.store import audit, erasures, open_store, restoring
from workflow.store.backup import back_up, backups_beside, kept
from workflow.store.engine import Store
from workflow.store.inspection import facts_of, looking_into, verify
from workflow.store.members import (
    HeldRole,
    erase_member,
    held_roles,
    looking_like,
    put_role,
    rename,
    set_preferences,
    take_role,
    thanked,
)
from workflow.store.restoring import restore
from workflow.store.schema import VERSION, invitation, member, meta, return_link, session
from workflow.store.sessions import begin_session, living_session, open_link, put_link

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        person(made, "ana", Role.TRANSLATOR)
        put_document(made, ["Peace.", "Bread."])
        yield made


@pytest.fixture
def path(workspace: Workspace) -> Path:
    assert workspace.store.path
    return workspace.store.path


@pytest.fixture
def backup(workspace: Workspace, path: Path) -> Path:
    return back_up(workspace.store, backups_beside(path), NOW)


def names(store: Store) -> set[str]:
    with store.reading() as db:
        return set(db.execute(select(member.c.name)).scalars()) - {"operator"}


def names_in(copy: Path) -> set[str]:
    with looking_into(copy) as db:
        return set(db.execute(select(member.c.name)).scalars()) - {"operator"}


def leftovers(path: Path) -> list[str]:
    return [each.name for each in path.parent.rglob(".*") if each.name != ".gitignore"]


# --- a store that can be read --------------------------------------------------------------------


def test_what_came_after_is_gone_and_kept_aside(
    workspace: Workspace, path: Path, backup: Path
) -> None:
    person(workspace, "bo")
    before = backup.read_bytes()
    done = restore(path, backup, LATER)
    assert names(workspace.store) == {"ana"}
    assert done.aside
    assert done.aside.name == "before-restore-20260314T103000Z.db"
    assert names_in(done.aside) == {"ana", "bo"}
    assert done.erased == ()
    assert backup.read_bytes() == before
    assert leftovers(path) == []
    assert verify(path) == ()


def test_it_can_be_taken_back(workspace: Workspace, path: Path, backup: Path) -> None:
    person(workspace, "bo")
    aside = restore(path, backup, LATER).aside
    assert aside
    restore(path, aside, LATER)
    assert names(workspace.store) == {"ana", "bo"}


def test_a_server_goes_on_with_what_was_restored(
    workspace: Workspace, path: Path, backup: Path
) -> None:
    server = workspace.store
    person(workspace, "bo")
    with server.reading() as db:
        before = db.execute(select(member.c.name)).all()
        came = time.monotonic()
        restore(path, backup, LATER)
        assert time.monotonic() - came < 8, "whoever reads on holds it up"
        assert db.execute(select(member.c.name)).all() == before  # its moment has not changed
    person(workspace, "cleo")
    assert names(server) == {"ana", "cleo"}
    server.close()
    again = open_store(workspace.url, LATER, check=True)
    assert names(again) == {"ana", "cleo"}
    again.close()


def test_no_save_is_lost_between_the_copy_aside_and_the_swap(
    workspace: Workspace, path: Path, backup: Path
) -> None:
    """Whoever saves meanwhile is either in the copy aside, or in the restored store."""
    stop = threading.Event()
    saved: list[str] = []

    def save() -> None:
        while not stop.is_set():
            person(workspace, f"p{len(saved)}")
            saved.append(f"p{len(saved)}")

    thread = threading.Thread(target=save)
    thread.start()
    asides = [restore(path, backup, LATER + number * MINUTE).aside for number in range(3)]
    stop.set()
    thread.join()
    found = names(workspace.store).union(*(names_in(each) for each in asides if each))
    assert set(saved) <= found
    assert verify(path) == ()


def test_an_error_in_the_middle_changes_nothing(
    workspace: Workspace, path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(workspace, "bo")

    def fail(*_: object) -> bool:
        raise ZeroDivisionError

    erasures.add(erasures.erased_path(path), "somebody")
    monkeypatch.setattr(restoring, "erase_member", fail)
    with pytest.raises(ZeroDivisionError):
        restore(path, backup, LATER)
    assert names(workspace.store) == {"ana", "bo"}
    assert leftovers(path) == []


# --- what must not come back ---------------------------------------------------------------------


def erase(workspace: Workspace, who: str) -> None:
    with workspace.store.writing() as db:
        erase_member(db, who)


def test_who_was_erased_stays_so(workspace: Workspace, path: Path) -> None:
    bo = person(workspace, "bo", Role.REVIEWER)
    backup = back_up(workspace.store, backups_beside(path), NOW)
    erase(workspace, bo)
    assert restore(path, backup, LATER).erased == (bo,)
    assert names(workspace.store) == {"ana", ""}
    data = b"".join(each.read_bytes() for each in path.parent.glob("store.db*"))
    assert b"bo\0" not in data
    with workspace.store.reading() as db:
        assert db.execute(select(member.c.status).where(member.c.id == bo)).scalar() == "former"
    assert bo in erasures.read(erasures.erased_path(path))


def test_who_was_erased_stays_so_when_the_store_is_lost(workspace: Workspace, path: Path) -> None:
    bo = person(workspace, "bo")
    backup = back_up(workspace.store, backups_beside(path), NOW)
    erase(workspace, bo)
    erasures.add(erasures.erased_path(path), bo)
    workspace.close()
    path.unlink()
    assert restore(path, backup, LATER).erased == (bo,)
    assert names(workspace.store) == {"ana", ""}


def test_who_was_erased_before_is_not_counted(workspace: Workspace, path: Path) -> None:
    erase(workspace, person(workspace, "bo"))
    backup = back_up(workspace.store, backups_beside(path), NOW)
    assert restore(path, backup, LATER).erased == ()


def test_no_door_opens_again(workspace: Workspace, path: Path) -> None:
    ana = person(workspace, "ana2")
    links = {name: {"id": name, "member": ana, "digest": name} for name in ("kept", "revoked")}
    with workspace.store.writing() as db:
        for each in links.values():
            db.execute(insert(return_link), {**each, "issued_by": ana, "issued": NOW})
        row = {"id": "s", "member": ana, "digest": "s", "created": NOW, "seen": NOW}
        db.execute(insert(session), row)
        row = {"role": 2, "issued_by": ana, "issued": NOW, "expires": NOW + timedelta(days=3)}
        db.execute(insert(invitation), {**row, "id": "open", "digest": "i"})
        db.execute(insert(invitation), {**row, "id": "used", "digest": "j", "used": NOW})
    backup = back_up(workspace.store, backups_beside(path), NOW)
    with workspace.store.writing() as db:
        gone = update(return_link).where(return_link.c.id == "revoked")
        db.execute(gone.values(revoked=NOW + MINUTE))
        db.execute(update(invitation).where(invitation.c.id == "open").values(used=NOW))
    restore(path, backup, LATER)
    with workspace.store.reading() as db:
        found = db.execute(select(return_link.c.revoked).order_by(return_link.c.id))
        assert found.scalars().all() == [None, LATER]
        assert db.execute(select(session.c.revoked)).scalars().all() == [LATER]
        found = db.execute(select(invitation.c.revoked).order_by(invitation.c.id))
        assert found.scalars().all() == [LATER, None]


def acted(workspace: Workspace, verb: str, who: str, detail: str = "") -> None:
    with workspace.store.writing() as db:
        audit.record(db, NOW, "operator", verb, f"member:{who}", detail)


def withdraw(workspace: Workspace, held: HeldRole) -> None:
    with workspace.store.writing() as db:
        assert take_role(db, held)
    acted(workspace, "people.withdraw", held.member, held.said)


def roles(workspace: Workspace) -> set[HeldRole]:
    with workspace.store.reading() as db:
        return set(held_roles(db, LATER))


def test_a_role_that_was_withdrawn_stays_so(workspace: Workspace, path: Path) -> None:
    bo = person(workspace, "bo", Role.ADMIN)
    admin, arabic = HeldRole(bo, Role.ADMIN, "", ""), HeldRole(bo, Role.REVIEWER, "", "ar")
    with workspace.store.writing() as db:
        put_role(db, arabic, "operator", NOW)
    withdraw(workspace, arabic)
    with workspace.store.writing() as db:
        put_role(db, arabic, "operator", NOW)
    backup = back_up(workspace.store, backups_beside(path), NOW)
    before = roles(workspace)
    assert before > {admin, arabic}
    withdraw(workspace, admin)
    restore(path, backup, LATER)
    assert roles(workspace) == before - {admin}


def test_a_role_that_was_given_again_comes_back(workspace: Workspace, path: Path) -> None:
    bo = person(workspace, "bo", Role.ADMIN)
    backup = back_up(workspace.store, backups_beside(path), NOW)
    before = roles(workspace)
    withdraw(workspace, HeldRole(bo, Role.ADMIN, "", ""))
    with workspace.store.writing() as db:
        put_role(db, HeldRole(bo, Role.ADMIN, "", ""), "operator", NOW)
    restore(path, backup, LATER)
    assert roles(workspace) == before


def test_what_was_restored_and_is_taken_back_has_its_roles(
    workspace: Workspace, path: Path
) -> None:
    """A store that is older than what is put into it says nothing against it."""
    cleo = person(workspace, "cleo", Role.ADMIN)
    was = HeldRole(cleo, Role.ADMIN, "", "")
    withdraw(workspace, was)
    backup = back_up(workspace.store, backups_beside(path), NOW)
    person(workspace, "bo", Role.REVIEWER)
    with workspace.store.writing() as db:
        put_role(db, was, "operator", NOW)
    after = roles(workspace)
    aside = restore(path, backup, LATER).aside
    assert aside
    assert len(roles(workspace)) == len(after) - 2
    restore(path, aside, LATER)
    assert roles(workspace) == after


def test_names_and_credits_that_were_given_up_stay_so(workspace: Workspace, path: Path) -> None:
    ids = {name: person(workspace, name) for name in ("real name", "bo", "cleo")}
    with workspace.store.writing() as db:
        set_preferences(db, ids["bo"], "Dr. Bo", "de")
        set_preferences(db, ids["cleo"], "Dr. Cleo", "")
    backup = back_up(workspace.store, backups_beside(path), NOW)
    with workspace.store.writing() as db:
        rename(db, ids["real name"], "river", "river")
        set_preferences(db, ids["bo"], "", "ar")
    acted(workspace, "people.change_name", ids["real name"])
    acted(workspace, "people.change_me", ids["bo"])
    restore(path, backup, LATER)
    assert names(workspace.store) == {"ana", "river", "bo", "cleo"}
    with workspace.store.reading() as db:
        assert thanked(db) == {ids["cleo"]: "Dr. Cleo"}
        found = db.execute(select(member.c.interface_locale).where(member.c.id == ids["bo"]))
        assert found.scalar() == "ar"
        assert looking_like(db, "river") == ids["real name"]


def test_a_name_of_who_left_is_free_and_one_of_somebody_in_the_backup_is_not(
    workspace: Workspace, path: Path
) -> None:
    bo, cleo = person(workspace, "bo"), person(workspace, "cleo")
    early = back_up(workspace.store, backups_beside(path), NOW)
    dora = person(workspace, "dora")
    late = back_up(workspace.store, backups_beside(path), LATER)
    erase(workspace, cleo)
    for backup, wanted, known in ((early, "cleo", {"cleo"}), (late, "dora", {"bo", "dora"})):
        with workspace.store.writing() as db:
            rename(db, bo, wanted, wanted)
        acted(workspace, "people.change_name", bo)
        restore(path, backup, LATER)
        assert names(workspace.store) == {"ana", "", *known}
    with workspace.store.reading() as db:
        assert looking_like(db, "dora") == dora


def test_who_was_told_that_he_stays_is_not_erased(workspace: Workspace, path: Path) -> None:
    """A store that was full kept him, and the list of the erased could not be corrected."""
    bo = person(workspace, "bo")
    backup = back_up(workspace.store, backups_beside(path), NOW)
    erasures.add(erasures.erased_path(path), bo)
    assert restore(path, backup, LATER).erased == ()
    assert names(workspace.store) == {"ana", "bo"}


# --- a store that is damaged or gone -------------------------------------------------------------


def test_a_store_that_is_gone_comes_back(workspace: Workspace, path: Path, backup: Path) -> None:
    workspace.close()
    path.unlink()
    done = restore(path, backup, LATER)
    assert done.aside is None
    assert done.links_are_void
    assert names(workspace.store) == {"ana"}
    assert leftovers(path) == []
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_store_is_kept_aside(workspace: Workspace, path: Path, backup: Path) -> None:
    workspace.close()
    path.write_bytes(b"nonsense" * 1000)
    path.with_name("store.db-wal").write_bytes(b"a log")
    done = restore(path, backup, LATER)
    assert done.aside
    assert done.aside.name == "broken-20260314T103000Z.db"
    assert done.aside.read_bytes() == b"nonsense" * 1000
    assert done.aside.with_name(done.aside.name + "-wal").read_bytes() == b"a log"
    assert names(workspace.store) == {"ana"}
    assert verify(path) == ()


def test_of_a_damaged_store_no_link_is_trusted(workspace: Workspace, path: Path) -> None:
    ana = person(workspace, "ana2")
    with workspace.store.writing() as db:
        put_link(db, ana, "link", ana, NOW)
        begin_session(db, ana, "session", NOW)
    backup = back_up(workspace.store, backups_beside(path), NOW)
    assert not restore(path, backup, LATER).links_are_void
    with workspace.store.reading() as db:
        assert open_link(db, "link")
    workspace.close()
    path.write_bytes(b"nonsense" * 1000)
    assert restore(path, backup, LATER).links_are_void
    with workspace.store.reading() as db:
        assert open_link(db, "link") is None
        assert living_session(db, "session", NOW) is None


def test_a_damaged_store_that_is_in_use_is_not_replaced(
    workspace: Workspace, path: Path, backup: Path
) -> None:
    workspace.store.close()
    opened = open_store(workspace.url, NOW)  # a server that does not know yet
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(NotPossible, match=r"open.*Stop it"):
        restore(path, backup, LATER)
    assert path.read_bytes() == b"nonsense" * 1000
    opened.close()
    restore(path, backup, LATER)
    workspace.close()
    assert names(workspace.store) == {"ana"}


def test_into_an_empty_folder(tmp_path: Path, backup: Path) -> None:
    new = tmp_path / "elsewhere" / ".undersigned" / "store.db"
    restore(new, backup, LATER)
    store = open_store(f"sqlite:///{new}", LATER)
    assert names(store) == {"ana"}
    store.close()


# --- backups that cannot be used -----------------------------------------------------------------


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


def test_a_backup_that_is_not_whole_is_refused(
    workspace: Workspace, path: Path, backup: Path
) -> None:
    person(workspace, "bo")
    os.truncate(backup, backup.stat().st_size // 2)
    for despite in (False, True):
        with pytest.raises(StoreBroken, match=r"not whole.*Choose another backup"):
            restore(path, backup, LATER, despite=despite)
    with pytest.raises(StoreBroken, match="no such file"):
        restore(path, path.with_name("nothing.db"), LATER)
    assert names(workspace.store) == {"ana", "bo"}
    assert len(kept(backups_beside(path))) == 1


def test_one_with_a_broken_history_is_restored_when_one_insists(
    workspace: Workspace, path: Path
) -> None:
    with workspace.store.writing() as db:
        audit.record(db, NOW, "ana", "translation.save", "unit:1:fr")
    backup = back_up(workspace.store, backups_beside(path), NOW)
    person(workspace, "bo")
    change(backup, "DROP TRIGGER audit_no_update")
    change(backup, "UPDATE audit SET actor = 'somebody'")
    with pytest.raises(StoreBroken, match="Acts were changed"):
        restore(path, backup, LATER)
    assert names(workspace.store) == {"ana", "bo"}
    restore(path, backup, LATER, despite=True)
    assert names(workspace.store) == {"ana"}


def test_a_newer_backup_is_refused(workspace: Workspace, path: Path, backup: Path) -> None:
    change(backup, f"UPDATE meta SET value = '{VERSION + 1}' WHERE name = 'schema'")
    with pytest.raises(NewerStore):
        restore(path, backup, LATER)


def test_an_older_backup_replaces_a_newer_store(
    workspace: Workspace, path: Path, backup: Path
) -> None:
    """Which is what whoever meets a newer store is told to do."""
    with workspace.store.writing() as db:
        db.execute(update(meta).where(meta.c.name == "schema").values(value=str(VERSION + 1)))
    workspace.close()
    with pytest.raises(NewerStore):
        _ = workspace.store
    done = restore(path, backup, LATER)
    assert done.aside
    assert facts_of(done.aside)["schema"] == str(VERSION + 1)
    assert names(workspace.store) == {"ana"}


def test_a_bare_copy_of_a_closed_store_is_a_backup_too(
    workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    workspace.close()
    (tmp_path / "copy.db").write_bytes(path.read_bytes())
    person(workspace, "bo")
    restore(path, tmp_path / "copy.db", LATER)
    assert names(workspace.store) == {"ana"}
