"""What this process serves."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from tests.serving import make_workspace
from ui.served import FOLDER, Served, _House, named, served, serving
from workflow.errors import WorkspaceError
from workflow.services.workspace import open_workspace


def test_nothing_is_served_before_somebody_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_House, "served", None)
    with pytest.raises(RuntimeError, match=FOLDER):
        served()


def test_serving_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_House, "served", None)
    with open_workspace(make_workspace(tmp_path / "w")) as workspace:
        house = Served(workspace)
        with contextlib.suppress(ValueError), serving(house):
            assert served() is house
            raise ValueError
        assert _House.served is None


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(make_workspace(tmp_path / "w")))
    house = named()
    assert house.workspace.root == tmp_path / "w"
    house.workspace.close()
    monkeypatch.setenv(FOLDER, str(tmp_path / "nowhere"))
    with pytest.raises(WorkspaceError):
        named()


@pytest.mark.parametrize(
    ("address", "is_secure", "host"),
    [
        ("", False, ""),
        ("https://T.example.org", True, "t.example.org"),
        ("https://t.example.org:8443/", True, "t.example.org:8443"),
    ],
)
def test_the_public_address(house: Served, address: str, is_secure: bool, host: str) -> None:
    if address:
        with house.workspace.settings_path.open("a", encoding="utf-8") as settings:
            settings.write(f'[server]\naddress = "{address}"\n')
    assert (house.is_secure, house.public_host) == (is_secure, host)


def test_a_moment_knows_its_zone(house: Served) -> None:
    assert house.clock().utcoffset() is not None
