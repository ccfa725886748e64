"""What a member sees and says of himself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.live import NOW, live
from workflow.access import OPERATOR, Role
from workflow.errors import HostileInput, NameTaken, NotAllowed, UnknownLocale
from workflow.services import people
from workflow.services.workspace import Workspace
from workflow.store import audit


def joined(workspace: Workspace, name: str) -> str:
    token = people.invite(workspace, OPERATOR, NOW, role=Role.TRANSLATOR).link.token
    return people.join(workspace, token, NOW, name=name).member


def test_a_name_can_be_changed(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        joined(workspace, "Samar")
        assert people.change_name(workspace, yara, NOW, name="YARA").name == "YARA"
        assert people.change_name(workspace, yara, NOW, name="Ana").name == "Ana"
        with pytest.raises(NameTaken):
            people.change_name(workspace, yara, NOW, name="Ѕamar")  # the first letter is Cyrillic
        with pytest.raises(HostileInput):
            people.change_name(workspace, yara, NOW, name="a\u202eb")
        assert people.me(workspace, yara, NOW).name == "Ana"
        joined(workspace, "Yara")
        with workspace.store.reading() as db:
            done = [(each.action, each.detail) for each in audit.acts(db)]
        assert ("people.change_name", "") in done


def test_how_one_is_thanked_and_spoken_to(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        joined(workspace, "Samar")
        mine = people.me(workspace, yara, NOW)
        assert (mine.credit, mine.interface_locale) == ("", "")
        people.change_me(workspace, yara, NOW, credit=" Dr.  Yara Khoury ")
        mine = people.change_me(workspace, yara, NOW, interface_locale="PT_br")
        assert (mine.credit, mine.interface_locale) == ("Dr. Yara Khoury", "pt-BR")
        assert people.change_me(workspace, yara, NOW, credit="Yara").credit == "Yara"
        with pytest.raises(NameTaken):
            people.change_me(workspace, yara, NOW, credit="SAMAR")
        with pytest.raises(UnknownLocale):
            people.change_me(workspace, yara, NOW, interface_locale="not a tag", credit="x")
        mine = people.change_me(workspace, yara, NOW, credit=" ", interface_locale="")
        assert (mine.credit, mine.interface_locale) == ("", "")


def test_names_and_credits_are_told_apart(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, samar = joined(workspace, "Yara"), joined(workspace, "Samar")
        people.change_me(workspace, yara, NOW, credit="Lina Haddad")
        for typed in ("Lina Haddad", "LINA-HADDAD", "Linа Haddad"):  # the last a is Cyrillic
            with pytest.raises(NameTaken):
                people.change_me(workspace, samar, NOW, credit=typed)
            with pytest.raises(NameTaken):
                people.change_name(workspace, samar, NOW, name=typed)
            with pytest.raises(NameTaken):
                joined(workspace, typed)
        assert people.change_name(workspace, yara, NOW, name="Lina Haddad").name == "Lina Haddad"
        people.erase(workspace, OPERATOR, NOW, member=yara)
        assert people.change_me(workspace, samar, NOW, credit="Lina Haddad").credit


def test_nobody_else_is_anybody(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        people.erase(workspace, OPERATOR, NOW, member=yara)
        for nobody in (OPERATOR, yara, "unknown", ""):
            for verb in (people.me, people.change_me):
                with pytest.raises(NotAllowed):
                    verb(workspace, nobody, NOW)
            with pytest.raises(NotAllowed):
                people.change_name(workspace, nobody, NOW, name="Samar")
