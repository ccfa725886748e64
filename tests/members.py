"""People who join by the links that commands print, as their browsers would let them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workflow.services import people
from workflow.services.workspace import open_workspace


@dataclass(frozen=True)
class Newcomer:
    """Somebody who just joined."""

    id: str
    at: datetime


def joined(link: str, name: str, folder: Path = Path()) -> Newcomer:
    """Open a link and take a name."""
    now = datetime.now(UTC)
    with open_workspace(folder) as workspace:
        made = people.join(workspace, link.strip().rpartition("/")[2], now, name=name)
    return Newcomer(made.member, now)
