from pathlib import Path

import pytest

from tests.workspaces import put
from workflow.errors import UnknownFormat
from workflow.services.files import comparing as revisions

OLD = """An appeal for the river

Dear friends,

The mill gave us its hall for as long as the library needs it.

Every child needs a shelf of books within an hour of home.

We meet on Sunday.
"""
NEW = """An appeal for the river

We meet on Sunday.

Dear friends

The mill never gave us its hall for as long as the library needs it.

The bridge stays open.
"""
SHOWN = """new.txt:3: moved
    We meet on Sunday.
new.txt:5: edited, 96 % alike, may be harmless
    Dear friends[-,-]
new.txt:7: edited, 95 % alike
    The mill {+never +}gave us its hall for as long as the library needs it.
new.txt:9: new
    {+The bridge stays open.+}
old.txt:7: gone
    [-Every child needs a shelf of books within an hour of home.-]"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put(Path("old.txt"), OLD)
    put(Path("new.txt"), NEW)
    return tmp_path


def test_what_is_said_of_a_revision(folder: Path) -> None:
    found = revisions.compare(Path("old.txt"), Path("new.txt"), "en")
    assert "\n".join(revisions.lines(found)) == SHOWN
    assert found.counts == {"same": 1, "moved": 1, "edited": 2, "new": 1, "gone": 1}
    assert found.is_different


def test_the_same_as_data(folder: Path) -> None:
    found = revisions.compare(Path("old.txt"), Path("new.txt"), "en")
    rows = revisions.rows(found)
    assert [row["kind"] for row in rows] == [change.kind.value for change in found.changes]
    assert rows[2] == {
        "kind": "edited",
        "old": [{"text": "Dear friends,", "context": "", "line": 3}],
        "new": [{"text": "Dear friends", "context": "", "line": 5}],
        "similarity": 96,
        "harmless": True,
        "words": [["kept", "Dear friends"], ["removed", ","]],
    }
    assert rows[-1]["new"] == []
    assert rows[0]["words"] == []


def test_a_document_is_the_same_as_itself(folder: Path) -> None:
    found = revisions.compare(Path("old.txt"), Path("old.txt"))
    assert not found.is_different
    assert list(revisions.lines(found)) == []


def test_a_catalog_and_a_document(folder: Path) -> None:
    catalog = 'msgid ""\nmsgstr "X-Source-Language: en\\n"\n\nmsgid "Dear friends,"\nmsgstr ""\n'
    put(Path("old.po"), catalog + '\n#~ msgid "We meet on Sunday."\n#~ msgstr "Dimanche."\n')
    found = revisions.compare(Path("old.po"), Path("new.txt"))
    assert found.new.locale == "en"
    assert found.counts == {"edited": 1, "new": 3, "restored": 1}


def test_a_block_keeps_the_cut_it_had(folder: Path) -> None:
    sentence = "The mill on the river gave its hall to the library of the village number {}."
    text = " ".join(sentence.format(number) for number in range(6))
    put(Path("old.txt"), f"{text}\n")
    put(Path("new.txt"), f"{text} {sentence.format(7)}\n")
    found = revisions.compare(Path("old.txt"), Path("new.txt"), "en")
    assert found.counts == {"edited": 1}


def test_split_and_merged_are_shown_whole(folder: Path) -> None:
    one, two = OLD.split("\n\n")[2:4]
    put(Path("one.txt"), f"{one}\n\n{two}\n")
    put(Path("two.txt"), f"{one} {two}\n")
    there, back = (
        list(revisions.lines(revisions.compare(Path(old), Path(new), "en")))
        for old, new in (("one.txt", "two.txt"), ("two.txt", "one.txt"))
    )
    assert there == ["two.txt:1: merged from 2", f"    {one} {two}"]
    assert back == ["one.txt:1: split into 2", f"    {one} {two}"]


def test_what_is_no_document_is_refused(folder: Path) -> None:
    put(Path("letter.xyz"), "")
    with pytest.raises(UnknownFormat):
        revisions.compare(Path("old.txt"), Path("letter.xyz"))


def test_texts_cannot_speak_to_a_terminal(folder: Path) -> None:
    put(Path("old.pot"), 'msgid ""\nmsgstr ""\n\nmsgid "River"\nmsgstr ""\n')
    put(Path("new.pot"), 'msgid ""\nmsgstr ""\n\nmsgid "Lake\\n\u0085 red"\nmsgstr ""\n')
    found = revisions.compare(Path("old.pot"), Path("new.pot"))
    assert "\u0085" not in "".join(revisions.lines(found))
