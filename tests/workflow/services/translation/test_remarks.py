"""Comments and questions: threads, languages, and who closes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from workflow import guard
from workflow.access import OPERATOR, Role
from workflow.errors import HostileInput, LimitExceeded, NotAllowed, NotFound, UnknownLocale
from workflow.services import translation
from workflow.services.translation.remarks import Remark
from workflow.services.workspace import Workspace
from workflow.store import audit


@dataclass(frozen=True)
class Scene:
    """Two paragraphs, translators into French and Arabic, and a reader."""

    workspace: Workspace
    units: list[str]
    ana: str
    layla: str
    reader: str

    def comment(self, who: str, text: str, locale: str = "fr", **more: str) -> str:
        asked = {"unit": self.units[0], **more}
        return translation.comment(self.workspace, who, NOW, locale=locale, text=text, **asked)

    def ask(self, who: str, text: str, locale: str = "fr") -> str:
        return translation.ask(
            self.workspace, who, NOW, unit=self.units[0], locale=locale, text=text
        )

    def resolve(self, who: str, comment: str) -> bool:
        return translation.resolve(self.workspace, who, NOW, comment=comment)

    def read(self, who: str, locale: str = "fr") -> tuple[Remark, ...]:
        return translation.unit(self.workspace, who, NOW, unit=self.units[0], locale=locale).remarks

    def said(self, who: str, locale: str = "fr") -> list[str]:
        return [each.text for each in self.read(who, locale)]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with live(tmp_path) as workspace:
        document, ids = put_document(workspace, ["The library is open.", "The bridge is long."])
        yield Scene(
            workspace,
            ids,
            ana=person(workspace, "Ana", Role.TRANSLATOR, document=document, locale="fr"),
            layla=person(workspace, "Layla", Role.TRANSLATOR, document=document, locale="ar"),
            reader=person(workspace, "Dee", Role.READER, document=document),
        )


def test_what_is_said_is_read_in_its_language(scene: Scene) -> None:
    scene.comment(scene.ana, " A fine text. ")
    scene.ask(scene.layla, "Which library?", locale="")
    assert scene.said(scene.reader) == ["A fine text.", "Which library?"]
    assert scene.said(scene.reader, "ar") == ["Which library?"]
    mine, asked = scene.read(scene.ana)
    assert (mine.kind, mine.author, mine.is_mine, mine.is_about_source) == (
        "comment",
        "Ana",
        True,
        False,
    )
    assert (asked.kind, asked.author, asked.is_mine, asked.is_about_source) == (
        "question",
        "Layla",
        False,
        True,
    )


def test_an_answer_stands_in_the_thread_and_language_of_its_question(scene: Scene) -> None:
    asked = scene.ask(scene.layla, "Which library?", locale="")
    answer = scene.comment(scene.ana, "The one by the river.", parent=asked)
    scene.comment(scene.layla, "Thank you.", locale="ar", parent=answer)
    assert scene.said(scene.reader, "de") == [
        "Which library?",
        "The one by the river.",
        "Thank you.",
    ]
    assert [each.parent for each in scene.read(scene.ana)] == ["", asked, asked]


def test_only_what_is_there_is_answered(scene: Scene) -> None:
    french = scene.comment(scene.ana, "A fine text.")
    for more in ({"parent": "nothing"}, {"parent": french, "unit": scene.units[1]}):
        with pytest.raises(NotFound, match="comment"):
            scene.comment(scene.ana, "Yes.", **more)
    with pytest.raises(NotFound, match="comment"):
        scene.comment(scene.layla, "Yes.", locale="ar", parent=french)


def test_a_request_that_comes_twice_is_done_once(scene: Scene) -> None:
    assert scene.comment(scene.ana, "Yes.") == scene.comment(scene.ana, "Yes.")
    assert scene.comment(scene.layla, "Yes.") != scene.comment(scene.ana, "Yes.")
    assert scene.ask(scene.ana, "Yes?") == scene.ask(scene.ana, "Yes?")


def test_whoever_asked_resolves_and_whoever_translates(scene: Scene) -> None:
    first = scene.ask(scene.reader, "Which library?")
    assert scene.read(scene.ana)[0].is_open
    with pytest.raises(NotAllowed):
        scene.resolve(scene.layla, first)  # she translates into another language
    assert scene.resolve(scene.reader, first)
    assert not scene.resolve(scene.reader, first)
    done = scene.read(scene.ana)[0]
    assert (done.is_open, done.resolved_by) == (False, "Dee")
    second = scene.ask(scene.reader, "And when?")
    assert scene.resolve(scene.ana, second)


def test_a_question_about_the_source_is_resolved_by_any_translator(scene: Scene) -> None:
    asked = scene.ask(scene.ana, "Which library?", locale="")
    with pytest.raises(NotAllowed):
        scene.resolve(scene.reader, asked)
    with pytest.raises(NotAllowed):
        scene.resolve(OPERATOR, asked)
    assert scene.resolve(scene.layla, asked)


def test_an_answer_closes_its_thread(scene: Scene) -> None:
    asked = scene.ask(scene.ana, "Which library?", locale="")
    answer = scene.comment(scene.layla, "That one.", locale="ar", parent=asked)
    assert scene.resolve(scene.ana, answer)
    assert [each.is_open for each in scene.read(scene.ana)] == [False, False]


def test_what_is_hidden_answers_as_what_is_not_there(scene: Scene) -> None:
    asked = scene.ask(scene.ana, "Which library?")
    other, _ = put_document(scene.workspace, ["Another."], name="other")
    eve = person(scene.workspace, "Eve", Role.COORDINATOR, document=other)
    said = set()
    for wanted in (asked, "nothing"):
        with pytest.raises(NotFound) as hidden:
            scene.resolve(eve, wanted)
        said.add(str(hidden.value))
    assert len(said) == 1
    with pytest.raises(NotFound):
        scene.comment(eve, "Hello.")


def test_what_is_refused_is_not_said(scene: Scene) -> None:
    for text, error in (("  ", HostileInput), ("x" * 5001, LimitExceeded)):
        with pytest.raises(error):
            scene.comment(scene.ana, text)
    with pytest.raises(UnknownLocale):
        scene.comment(scene.ana, "Yes.", locale="?")
    assert scene.read(scene.ana) == ()


def test_the_audit_holds_no_word_of_it(scene: Scene) -> None:
    asked = scene.ask(scene.ana, "Which library?")
    scene.resolve(scene.ana, asked)
    with scene.workspace.store.reading() as db:
        done = list(audit.acts(db))
    assert [each.action for each in done] == ["translation.ask", "translation.resolve"]
    assert "library" not in "".join(each.target + each.detail for each in done)


def test_nobody_talks_without_end(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "COMMENTS", 2)
    scene.comment(scene.ana, "One.")
    asked = scene.ask(scene.ana, "Two?")
    assert scene.ask(scene.ana, "Two?") == asked, "it is there"
    for say in (scene.comment, scene.ask):
        with pytest.raises(LimitExceeded, match="over 2 comments"):
            say(scene.ana, "Three.")
    assert scene.said(scene.ana) == ["One.", "Two?"]
    scene.comment(scene.reader, "Mine.")


def test_what_cannot_be_an_id_is_not_found(scene: Scene) -> None:
    for odd in ("\ud800", "\0"):
        with pytest.raises(NotFound):
            scene.comment(scene.ana, "One.", parent=odd)
        with pytest.raises(NotFound):
            scene.resolve(scene.ana, odd)
