"""The main job before one's eyes."""

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.cases import ROOT, SAMPLES
from tests.live import NOW
from workflow.errors import HostileInput, UnknownLocale, UnreadableSource
from workflow.services import demonstration, people
from workflow.services.files.sources import SourceFile
from workflow.services.workspace import open_workspace
from workflow.store.schema import session

LETTER = "Open letter\n\nThe school stays.\n"


def test_a_copy_of_the_sample(tmp_path: Path) -> None:
    sample = open_workspace(ROOT)
    copy = demonstration.copy_sample(sample, tmp_path / "made")
    assert copy.root == tmp_path / "made"
    assert copy.settings == sample.settings
    copied = sorted(path.name for path in (copy.root / "sources").iterdir())
    assert copied == [path.name for path in SAMPLES]


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("precious", encoding="utf-8")
    for taken in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(HostileInput, match="this is not an empty folder"):
            demonstration.new_folder(taken)
    assert demonstration.new_folder(tmp_path / "a" / "b").is_dir()


def made_letter(tmp_path: Path, content: bytes = LETTER.encode()) -> SourceFile:
    path = tmp_path / "Letter.txt"
    path.write_bytes(content)
    return SourceFile("letter", path, "en", "you")


def test_a_workspace_around_one_document(tmp_path: Path) -> None:
    made = demonstration.new_workspace(made_letter(tmp_path), ["FR", "ar", "fr"], tmp_path / "made")
    assert (made.settings.source_locale, made.settings.languages) == ("en", ("fr", "ar"))
    assert (made.root / "sources" / "letter.txt").read_text(encoding="utf-8") == LETTER


def test_after_a_refusal_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownLocale):
        demonstration.new_workspace(made_letter(tmp_path), ["f r"], tmp_path / "made")
    with pytest.raises(UnreadableSource):
        demonstration.new_workspace(made_letter(tmp_path, b"\xff"), [], tmp_path / "made")
    assert not (tmp_path / "made").exists()


def test_every_language_is_assembled(tmp_path: Path) -> None:
    made = demonstration.new_workspace(made_letter(tmp_path), ["fr"], tmp_path / "made")
    steps = list(demonstration.run(made, tmp_path / "statements", NOW))
    assert [step.sentence.split()[0] for step in steps[:-1]] == [
        "letter.txt:",
        "fr",
        "en-XA",
        "ar-XB",
    ]
    assert steps[-1].sentence == "templates and catalogs written: 2"
    folders = sorted(path.name for path in (tmp_path / "statements").iterdir())
    assert folders == ["ar-XB", "en", "en-XA", "fr"]
    accented = (tmp_path / "statements" / "en-XA" / "letter.txt").read_text(encoding="utf-8")
    assert "Ťĥé šçĥóóĺ šťáýš." in accented


def test_what_was_translated_comes_through_the_store(tmp_path: Path) -> None:
    copy = demonstration.copy_sample(open_workspace(ROOT), tmp_path / "made")
    steps = list(demonstration.run(copy, tmp_path / "statements", NOW))
    arabic = next(step for step in steps if step.locale == "ar" and step.filled == 1.0)
    assert arabic.sentence.split()[1:4] == ["55", "of", "55"]
    assert steps[-1].sentence == "all catalogs are up to date"
    copy.close()


def test_three_people_come_in_and_back(tmp_path: Path) -> None:
    source = made_letter(tmp_path)
    with demonstration.new_workspace(source, ["fr"], tmp_path / "made") as made:
        list(demonstration.run(made, tmp_path / "statements", NOW))
        guests = demonstration.guests(made, NOW)
        assert [each.role for each in guests] == ["coordinator", "translator", "reviewer"]
        with made.store.reading() as db:
            begun = db.execute(select(session.c.revoked)).scalars().all()
        assert len(begun) == len(guests), "nobody has a browser yet, so"
        assert all(begun), "no session is open"
        for each in guests:
            way, _, token = each.path.partition("/")
            assert way == "back"
            for _ in range(2):
                member = people.who(made, people.come_back(made, token, NOW), NOW)
                assert member
                me = people.me(made, member, NOW)
                assert (me.name, [one.role.label for one in me.given]) == (each.name, [each.role])
                assert me.link is not None
                assert me.link.is_own
