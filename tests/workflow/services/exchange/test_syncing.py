"""One catalog and the store: taken in, written, read back, remembered."""

from __future__ import annotations

import os
from collections.abc import Callable
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
)
from tests.live import MINUTE, NOW, person
from tests.workspaces import po
from tests.workspaces import put as put_file
from workflow.access import OPERATOR, Role
from workflow.errors import MalformedCatalog, StoreFull
from workflow.exchange.files import write_file
from workflow.model import State, UnitKey
from workflow.services import upkeep
from workflow.services.exchange import syncing
from workflow.services.workspace import Workspace, open_workspace
from workflow.store import audit
from workflow.store.backup import BEFORE_SYNC, kept

MANY = 40


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<<<<<<< HEAD\n", "unmerged"),
        (po(locale="de"), "the header says Language: de"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n', "plural"),
        (b"\xff\xfe", "UTF-16"),
        ('msgid "Open letter"\nmsgstr "Lett', "ends in the middle"),
    ],
)
def test_a_file_that_cannot_be_used_is_left_alone(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        path = put_file(workspace.catalog_path("letter", "fr"), content)
        before = path.read_bytes()
        for _ in range(2):
            report = catalog_report(workspace)
            assert reason in report.fault
            assert path.read_bytes() == before


def test_a_lost_or_an_empty_file_is_written_again(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte"))
        sync(workspace)
        path = workspace.catalog_path("letter", "fr")
        before = path.read_bytes()
        for lose in (path.unlink, lambda: path.write_bytes(b"\n")):
            lose()
            report = catalog_report(workspace)
            assert (report.was_lost, report.written, report.is_clean) == (True, True, False)
            assert path.read_bytes() == before
            assert ours(workspace, TITLE).text == "Lettre ouverte"


def test_a_link_that_leads_away_is_not_followed(tmp_path: Path) -> None:
    with letter(tmp_path / "workspace") as workspace:
        path = workspace.catalog_path("letter", "fr")
        path.parent.mkdir(parents=True)
        path.symlink_to(put_file(tmp_path / "elsewhere.po", po()))
        before = path.read_bytes()
        assert "symbolic link" in catalog_report(workspace).fault
        assert path.is_symlink()
        assert path.read_bytes() == before


# --- too much at once ----------------------------------------------------------------------------


def long_letter(folder: Path) -> dict[str, str]:
    text = "\n\n".join(f"Paragraph {number} is here." for number in range(MANY))
    return {"letter.txt": text}


def translated(workspace: Workspace, count: int, text: str = "Le paragraphe {}.") -> None:
    sources = [f"Paragraph {number} is here." for number in range(MANY)]
    put(
        workspace,
        *(
            entry(source, text.format(number) if number < count else "")
            for number, source in enumerate(sources)
        ),
    )


@pytest.mark.parametrize("left", [0, MANY - 10])
def test_a_file_that_lost_too_much_is_not_believed(tmp_path: Path, left: int) -> None:
    with letter(tmp_path, long_letter(tmp_path)) as workspace:
        translated(workspace, MANY)
        sync(workspace)
        translated(workspace, left)
        before = read(workspace)
        report = catalog_report(workspace)
        assert f"{MANY - left} of 40 translations are missing" in report.fault
        assert (read(workspace), len(report.missing)) == (before, MANY - left)
        report = catalog_report(workspace, confirm=True)
        assert (report.fault, len(report.missing), report.written) == ("", MANY - left, True)
        assert all(each.target for each in read(workspace).entries)


def test_a_file_that_says_too_much_otherwise_is_not_believed(tmp_path: Path) -> None:
    with letter(tmp_path, long_letter(tmp_path)) as workspace:
        translated(workspace, MANY)
        sync(workspace)
        translated(workspace, MANY, "Autre chose {}.")
        assert "40 of 40 translations are others" in catalog_report(workspace).fault
        assert ours(workspace, "Paragraph 1 is here.").text == "Le paragraphe 1."
        assert catalog_report(workspace, confirm=True).taken == MANY


def test_a_few_are_never_too_many(tmp_path: Path) -> None:
    with letter(tmp_path, long_letter(tmp_path)) as workspace:
        translated(workspace, MANY)
        sync(workspace)
        translated(workspace, MANY - 3)
        report = catalog_report(workspace)
        assert (report.fault, len(report.missing)) == ("", 3)


@pytest.mark.parametrize(
    ("based", "lost", "is_believed"),
    [
        (4, 3, True),
        (4, 4, False),
        (9, 4, True),
        (9, 5, False),
        (10, 3, True),
        (10, 4, False),
        (20, 9, False),
        (40, 4, False),
    ],
)
def test_of_a_short_letter_half_is_too_much(
    tmp_path: Path, based: int, lost: int, is_believed: bool
) -> None:
    with letter(tmp_path, long_letter(tmp_path)) as workspace:
        translated(workspace, based)
        sync(workspace)
        translated(workspace, based - lost)
        before = read(workspace)
        report = catalog_report(workspace)
        assert (not report.fault, len(report.missing)) == (is_believed, lost)
        assert (read(workspace) != before) == is_believed


@pytest.mark.parametrize(
    ("count", "based", "most", "is_much"),
    [
        (4, 80, 0.05, False),
        (5, 80, 0.05, True),
        (4, 20, 0.2, False),
        (5, 20, 0.2, True),
        (3, 3, 0.2, False),
        (4, 9, 0.2, False),
        (4, 8, 0.2, True),
    ],
)
def test_what_is_too_much(count: int, based: int, most: float, is_much: bool) -> None:
    assert syncing._is_much(count, based, most) == is_much


# --- stopped on the way --------------------------------------------------------------------------


def test_a_disk_that_is_full_stops_everything_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        before = read(workspace)

        def full(*_: object) -> None:
            raise StoreFull

        with monkeypatch.context() as patch:
            patch.setattr(syncing, "carry_out", full)
            with pytest.raises(StoreFull):
                sync(workspace)
        assert read(workspace) == before
        assert catalog_report(workspace).taken == 1


def test_what_cannot_be_read_back_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        before = read(workspace)

        def refuse(*_: object, **__: object) -> None:
            raise MalformedCatalog("letter.po", 0, "no", "Report it.")

        with monkeypatch.context() as patch:
            patch.setattr(syncing, "check_written", refuse)
            assert catalog_report(workspace).fault
        assert read(workspace) == before
        assert catalog_report(workspace).written


def test_after_a_stop_between_file_and_memory_the_file_is_merely_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        save(workspace, ana, TITLE, "Lettre")

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(syncing, "_move_base", stop)
            with pytest.raises(KeyboardInterrupt):
                sync(workspace)
        save(workspace, ana, TITLE, "Lettre ouverte")
        report = catalog_report(workspace)
        assert (report.taken, report.suggestions, report.is_clean) == (0, 0, True)
        assert (suggested(workspace), ours(workspace, TITLE).text) == ([], "Lettre ouverte")


def test_who_keeps_writing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        real, count = syncing._put_file, iter(range(100))

        def busy(path: Path, data: bytes, expected: str) -> bool:
            change(workspace, GREETING, targets=(f"Bonjour {next(count)},",))
            return real(path, data, expected)

        monkeypatch.setattr(syncing, "_put_file", busy)
        change(workspace, TITLE, targets=("Lettre ouverte",))
        assert "somebody keeps writing into it" in catalog_report(workspace).fault
        monkeypatch.undo()
        catalog_report(workspace)
        assert ours(workspace, GREETING).text == read(workspace).entries[1].target


def test_who_writes_right_after_us_is_read_before_anything_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        times = iter([True])

        def hurried(path: Path, data: bytes, **more: Callable[[], object]) -> bool:
            changed = write_file(path, data, **more)
            if path.suffix == ".po" and next(times, False):
                change(workspace, GREETING, targets=("Chers amis,",))
            return changed

        monkeypatch.setattr(syncing, "write_file", hurried)
        assert catalog_report(workspace).taken == 1
        assert ours(workspace, GREETING).text == "Chers amis,"


def test_who_writes_while_ours_goes_to_the_disk_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        real, times = os.fsync, iter([True])

        def slow(handle: int) -> None:
            real(handle)
            if next(times, False):
                change(workspace, GREETING, targets=("Chers amis,",))

        monkeypatch.setattr("os.fsync", slow)
        assert catalog_report(workspace).taken == 1
        assert ours(workspace, GREETING).text == "Chers amis,"
        assert [each.target for each in read(workspace).entries][:2] == [
            "Lettre ouverte", "Chers amis,",
        ]  # fmt: skip


# --- what is left behind -------------------------------------------------------------------------


def test_an_exchange_that_changes_work_leaves_a_backup_and_a_record(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        backups = workspace.private / "backups"
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        sync(workspace)
        assert not backups.exists()
        change(workspace, SCHOOL, targets=("L’école reste.",))
        sync(workspace)
        assert [each.kind for each in kept(backups)] == [BEFORE_SYNC]
        with workspace.store.reading() as db:
            acts = [each for each in audit.acts(db) if each.action == "exchange.sync"]
            assert audit.broken_links(db) == []
        assert acts[-1].detail in ("taken: 1, kept: 1", "written")
        assert not any("école" in f"{each.target} {each.detail}" for each in acts)


def test_what_was_before_an_exchange_outlives_the_next_backup(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        sync(workspace)
        folder = workspace.private / "backups"
        old = folder / f"{BEFORE_SYNC}-20200101T000000Z.db"
        put_file(old, "")
        change(workspace, SCHOOL, targets=("L’école reste.",))
        sync(workspace)
        assert not old.exists()
        [before] = kept(folder)
        made = upkeep.backup(workspace, OPERATOR, NOW + MINUTE)
        listed = upkeep.backups(workspace, OPERATOR, NOW)
        assert [each.name for each in listed] == [made.name, before.path.name]


def test_the_copy_lies_beside_the_store_wherever_that_is(tmp_path: Path) -> None:
    with letter(tmp_path / "net") as workspace:
        sync(workspace)
    elsewhere = tmp_path / "elsewhere" / "live.db"
    with open_workspace(tmp_path / "net", f"sqlite:///{elsewhere}") as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        change(workspace, SCHOOL, targets=("L’école reste.",))
        sync(workspace)
        [copy] = upkeep.backups(workspace, OPERATOR, NOW)
        assert copy.kind == BEFORE_SYNC


def test_translators_lines_come_back(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        change(workspace, TITLE, comments=("ask Ana", "", "she knows"))
        path = workspace.catalog_path("letter", "fr")
        path.write_bytes(b"# by the circle of translators\n" + path.read_bytes())
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        sync(workspace)
        assert read(workspace).comments == ("by the circle of translators",)
        assert read(workspace).entries[0].comments == ("ask Ana", "", "she knows")


def test_an_older_copy_takes_no_line_of_a_comment_away(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"))
        sync(workspace)
        path = workspace.catalog_path("letter", "fr")
        older = path.read_bytes()
        change(workspace, TITLE, comments=("ask Ana", "", "she knows"))
        path.write_bytes(b"# by the circle of translators\n" + path.read_bytes())
        sync(workspace)
        path.write_bytes(b"# and friends\n" + older)
        change(workspace, TITLE, comments=("looks good",))
        sync(workspace)
        assert read(workspace).comments == ("by the circle of translators", "and friends")
        assert read(workspace).entries[0].comments == ("ask Ana", "", "she knows", "looks good")
        assert sync(workspace).written == ()


def test_the_header_is_ours(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put_file(
            workspace.catalog_path("letter", "fr"),
            'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Last-Translator: Ana <a@example.org>\\n"\n'
            '"PO-Revision-Date: 2026-01-01 10:00+0000\\n"\n\nmsgid "Open letter"\n'
            'msgstr "Lettre ouverte"\n',
        )
        sync(workspace)
        found = read(workspace)
        assert found.header("Last-Translator") == found.header("PO-Revision-Date") == ""
        assert found.entries[0].key == UnitKey(TITLE)
        assert found.entries[0].state is State.TRANSLATED
