"""Backups, restoring, health: who may, what comes back, and the hours in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotFound, NotPossible, StoreBroken
from workflow.services import translation, upkeep
from workflow.services.upkeep import Hourly
from workflow.services.workspace import Workspace
from workflow.store import audit, drafts
from workflow.store.schema import VERSION

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def acts(workspace: Workspace) -> list[tuple[str, str, str]]:
    with workspace.store.reading() as db:
        return [(each.actor, each.action, each.detail) for each in audit.acts(db)]


def store_path(workspace: Workspace) -> Path:
    return workspace.private / "store.db"


# --- backups -------------------------------------------------------------------------------------


def test_a_backup_is_described_and_written_down(workspace: Workspace) -> None:
    made = upkeep.backup(workspace, OPERATOR, NOW)
    assert made.name == "store-20260314T093000Z.db"
    assert (made.at, made.schema, made.kind, made.problems) == (NOW, VERSION, "store", ())
    assert made.size == (workspace.private / "backups" / made.name).stat().st_size
    assert acts(workspace) == [(OPERATOR, "upkeep.backup", made.name)]
    assert upkeep.backups(workspace, OPERATOR, NOW) == (made,)


def test_the_newest_come_first_and_the_old_ones_go(workspace: Workspace) -> None:
    for number in range(4):
        upkeep.backup(workspace, OPERATOR, NOW + number * MINUTE)
    found = upkeep.backups(workspace, OPERATOR, LATER)
    assert [each.at for each in found] == [NOW + 3 * MINUTE]
    upkeep.backup(workspace, OPERATOR, LATER)
    assert [each.at for each in upkeep.backups(workspace, OPERATOR, LATER)] == [
        LATER,
        NOW + 3 * MINUTE,
    ]


def test_a_doubtful_backup_removes_no_other(workspace: Workspace) -> None:
    for number in range(3):
        with workspace.store.writing() as db:
            if number == 2:
                db.exec_driver_sql("DROP TRIGGER audit_no_update")
                db.exec_driver_sql("UPDATE audit SET actor = 'somebody'")
        made = upkeep.backup(workspace, OPERATOR, NOW + number * MINUTE)
    assert "Acts were changed" in made.problems[0]
    assert [each.at for each in upkeep.backups(workspace, OPERATOR, LATER)] == [
        NOW + 2 * MINUTE,
        NOW + MINUTE,
    ]


# --- who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [*Role, None])
def test_admins_may_and_nobody_else(workspace: Workspace, role: Role | None) -> None:
    who = person(workspace, "ana", role)
    name = upkeep.backup(workspace, OPERATOR, NOW).name
    verbs: dict[str, Callable[[], object]] = {
        "backup": lambda: upkeep.backup(workspace, who, LATER),
        "backups": lambda: upkeep.backups(workspace, who, LATER),
        "restore": lambda: upkeep.restore(workspace, who, LATER, name=name),
        "health": lambda: upkeep.health(workspace, who, LATER),
    }
    before = sorted(each.name for each in (workspace.private / "backups").iterdir())
    for verb, do in verbs.items():
        if role is Role.ADMIN:
            do()
        else:
            with pytest.raises(NotAllowed, match=f"upkeep.{verb}"):
                do()
    if role is not Role.ADMIN:
        assert sorted(each.name for each in (workspace.private / "backups").iterdir()) == before


def test_an_admin_of_one_language_may_not(workspace: Workspace) -> None:
    who = person(workspace, "ana", Role.ADMIN, locale="fr")
    with pytest.raises(NotAllowed):
        upkeep.health(workspace, who, NOW)


# --- restoring -----------------------------------------------------------------------------------


def save(workspace: Workspace, who: str, unit: str, text: str, seen: int) -> None:
    translation.save(
        workspace, who, NOW, unit=unit, locale="fr", text=text, seen=seen, token=f"{text}{seen}"
    )


def test_restore_and_go_on(workspace: Workspace) -> None:
    ana = person(workspace, "ana", Role.TRANSLATOR)
    _, (unit, _) = put_document(workspace, ["Peace.", "Bread."])
    save(workspace, ana, unit, "Paix.", 0)
    made = upkeep.backup(workspace, OPERATOR, NOW)
    save(workspace, ana, unit, "La paix.", 1)
    done = upkeep.restore(workspace, OPERATOR, LATER, name=made.name)
    assert done.backup == made
    assert done.erased == 0
    assert not done.links_are_void
    assert acts(workspace)[-1] == (OPERATOR, "upkeep.restore", f"{made.name} erased:0")
    save(workspace, ana, unit, "La paix !", 1)
    with workspace.store.reading() as db:
        assert audit.broken_links(db) == []
    aside = upkeep.restore(workspace, OPERATOR, LATER, name=done.aside)
    assert aside.backup.kind == "before-restore"
    save(workspace, ana, unit, "La paix.", 2)


def test_members_name_backups_and_no_other_file(workspace: Workspace, tmp_path: Path) -> None:
    admin = person(workspace, "ana", Role.ADMIN)
    made = upkeep.backup(workspace, OPERATOR, NOW)
    other = (workspace.private / "backups" / made.name).rename(tmp_path / "copy.db")
    for name in (str(other), "../../copy.db", made.name, ""):
        with pytest.raises(NotFound):
            upkeep.restore(workspace, admin, LATER, name=name)
    done = upkeep.restore(workspace, OPERATOR, LATER, name=str(other))
    assert done.backup.kind == "file"
    assert acts(workspace)[-1] == (OPERATOR, "upkeep.restore", "file erased:0")


def test_a_store_that_cannot_be_opened_is_restored_by_command(workspace: Workspace) -> None:
    person(workspace, "ana")
    made = upkeep.backup(workspace, OPERATOR, NOW)
    workspace.close()
    store_path(workspace).write_bytes(b"nonsense" * 1000)
    with pytest.raises(StoreBroken):
        upkeep.health(workspace, OPERATOR, LATER)
    assert upkeep.backups(workspace, OPERATOR, LATER) == (made,)
    done = upkeep.restore(workspace, OPERATOR, LATER, name=made.name)
    assert done.aside.startswith("broken-")
    assert done.links_are_void
    assert upkeep.health(workspace, OPERATOR, LATER).schema == VERSION


def test_a_lost_store_is_restored_by_command(workspace: Workspace) -> None:
    person(workspace, "ana")
    made = upkeep.backup(workspace, OPERATOR, NOW)
    workspace.close()
    store_path(workspace).unlink()
    assert upkeep.restore(workspace, OPERATOR, LATER, name=made.name).aside == ""
    with workspace.store.reading() as db:
        found = db.exec_driver_sql("SELECT name FROM member WHERE status = 'active'").all()
    assert found == [("ana",)]


def test_a_server_has_its_own_backups(tmp_path: Path) -> None:
    server = Workspace(tmp_path, "postgresql://localhost/letters")
    for do in (upkeep.backups, lambda *who: upkeep.restore(*who, name="x")):
        with pytest.raises(NotPossible, match="pg_restore"):
            do(server, OPERATOR, NOW)
    hourly = Hourly(server, lambda: NOW)
    hourly.start()
    hourly.stop()


# --- health --------------------------------------------------------------------------------------


def concerns(workspace: Workspace, now: datetime) -> set[str]:
    found = upkeep.health(workspace, OPERATOR, now).concerns
    return {each.name for each in found} - {"sqlite", "disk"}


def test_health_says_what_is_so(workspace: Workspace) -> None:
    person(workspace, "ana")
    made = upkeep.backup(workspace, OPERATOR, NOW)
    found = upkeep.health(workspace, OPERATOR, LATER)
    assert found.address == str(store_path(workspace).absolute())
    assert found.sqlite == sqlite3.sqlite_version
    assert found.affected == any(each.name == "sqlite" for each in found.concerns)
    assert found.schema == VERSION
    assert found.size > 0
    assert found.log > 0
    assert found.free > 0
    assert found.wait > 0
    assert found.waiting == 0
    assert (found.backup, found.age) == (made, timedelta(hours=1))
    assert concerns(workspace, LATER) == set()


def test_health_says_what_should_worry(workspace: Workspace) -> None:
    assert concerns(workspace, NOW) == {"backup_missing"}
    upkeep.backup(workspace, OPERATOR, NOW)
    assert concerns(workspace, NOW + timedelta(hours=3)) == {"backup_late"}
    assert concerns(workspace, NOW - timedelta(days=2)) == {"clock"}


# --- each hour -----------------------------------------------------------------------------------


class Waits:
    """An event that notes for how long it is waited for, and lets so many waits go by."""

    def __init__(self, number: int) -> None:
        self.seconds: list[float] = []
        self._number = number

    def wait(self, seconds: float) -> bool:
        self.seconds.append(seconds)
        return len(self.seconds) > self._number


def run(workspace: Workspace, moments: list[datetime], waits: int) -> list[float]:
    hourly = Hourly(workspace, lambda: moments.pop(0))
    passing = Waits(waits)
    hourly._stop = passing  # type: ignore[assignment]
    hourly._run()
    return passing.seconds


def test_the_first_is_made_at_once_and_then_each_hour(workspace: Workspace) -> None:
    waited = run(workspace, [NOW, LATER], 2)
    assert waited == [0, 3600, 3600]
    assert [each.at for each in upkeep.backups(workspace, OPERATOR, LATER)] == [LATER, NOW]


def test_after_a_new_start_the_hour_goes_on(workspace: Workspace) -> None:
    upkeep.backup(workspace, OPERATOR, NOW)
    assert run(workspace, [NOW + 20 * MINUTE], 0) == [40 * 60]
    assert run(workspace, [NOW + 200 * MINUTE], 0) == [0]
    assert run(workspace, [NOW - 200 * MINUTE], 0) == [3600]


def test_it_is_done_in_the_background_until_it_is_stopped(workspace: Workspace) -> None:
    from tests.workflow.store.test_gate import until

    hourly = Hourly(workspace, lambda: NOW)
    hourly.start()
    until(lambda: len(acts(workspace)) == 1)
    hourly.stop()
    assert len(upkeep.backups(workspace, OPERATOR, NOW)) == 1


def test_old_drafts_are_dropped_after_a_backup(workspace: Workspace) -> None:
    ana = person(workspace, "ana", Role.TRANSLATOR)
    _, units = put_document(workspace, ["Peace.", "Bread."])
    now = NOW + timedelta(days=30)
    with workspace.store.writing() as db:
        for unit, at in zip(units, (NOW - MINUTE, NOW), strict=True):
            drafts.put(db, drafts.Draft(ana, unit, "fr", "un brouillon", 0, "", at))
    made = upkeep.backup(workspace, OPERATOR, now)

    def left() -> list[str]:
        with workspace.store.reading() as db:
            return [each.unit for each in drafts.drafts_of(db, ana)]

    assert left() == [units[1], units[0]]
    Hourly(workspace, lambda: now).once()
    assert left() == [units[1]]
    upkeep.restore(workspace, OPERATOR, now, name=made.name)
    assert left() == [units[1], units[0]]


def test_what_goes_wrong_is_kept_for_health(workspace: Workspace) -> None:
    moments = [NOW, NOW + MINUTE, NOW + 2 * MINUTE]
    hourly = Hourly(workspace, lambda: moments.pop(0))
    folder = workspace.private / "backups"
    workspace.private.mkdir()
    folder.write_text("in the way")
    hourly.once()
    found = upkeep.health(workspace, OPERATOR, NOW).concerns
    assert (
        "no copy can be put into backups"
        in {each.name: each.detail for each in found}["backup_failed"]
    )
    folder.unlink()
    hourly.once()
    assert concerns(workspace, NOW + 2 * MINUTE) == set()
    with workspace.store.writing() as db:
        db.exec_driver_sql("DROP TRIGGER audit_no_update")
        db.exec_driver_sql("UPDATE audit SET actor = 'somebody'")
    hourly.once()
    assert concerns(workspace, NOW + 2 * MINUTE) == {"backup_failed"}
    hourly.once()  # the clock breaks, and the thread lives on
    assert concerns(workspace, NOW + 2 * MINUTE) == {"backup_failed"}
