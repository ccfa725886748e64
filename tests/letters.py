"""A letter of three paragraphs, put in and revised as a coordinator does it."""

from __future__ import annotations

from typing import Any

from tests.live import NOW
from workflow.access import OPERATOR
from workflow.services import documents
from workflow.services.documents import Intent, Listed, Released
from workflow.services.workspace import Workspace

TITLE = "Open letter on the mill"
MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."
"""`MILL` with another meaning."""
SHELF = "Every child needs a shelf of books within an hour of home."


def text(*blocks: str) -> bytes:
    """Write paragraphs as a plain text."""
    return ("\n\n".join(blocks) + "\n").encode()


def add(workspace: Workspace, *blocks: str, **more: Any) -> Listed:
    """Put in a document, `letter` where no other file is named; the three paragraphs, or others."""
    what = {"data": text(*(blocks or (TITLE, MILL, SHELF))), "file_name": "letter.txt", **more}
    return documents.add(workspace, OPERATOR, NOW, **what)


def revise(
    workspace: Workspace, *blocks: str, typos: tuple[str, ...] = (), all_typo: bool = False
) -> Released:
    """Release a new text of `letter`; `typos` are new paragraphs whose meaning is the old one."""
    offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=text(*blocks))
    meant = {each.number: Intent.TYPO for each in offered.differences if each.new in typos}
    return documents.release(
        workspace,
        OPERATOR,
        NOW,
        document="letter",
        digest=offered.digest,
        intents=meant,
        all_typo=all_typo,
    )
