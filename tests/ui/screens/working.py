"""What tests of screens do with the letter: read it, write into it, and work on its page."""

from __future__ import annotations

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from tests.serving import Member
from ui.served import Served
from workflow.access import OPERATOR
from workflow.services import documents, translation
from workflow.services.translation import Paragraph, Row
from workflow.store.ids import new_id

NOW = datetime.now(UTC)
AT = {"document": "letter", "locale": "fr"}
"""Where the work is done, as the address of a page says it."""
_STATEMENT = "statement-letter-fr"
_PANELS = ("suggested", "remarks", "needs-work", "history")


def rows(house: Served, who: Member) -> tuple[Row, ...]:
    """Give the paragraphs of the letter."""
    return translation.units(house.workspace, who.id, NOW, document="letter", locale="fr")


def units(house: Served, who: Member) -> list[str]:
    """Give their ids."""
    return [row.unit for row in rows(house, who)]


def paragraph(house: Served, who: Member, unit: str) -> Paragraph:
    """Give one of them with all that belongs to it."""
    return translation.unit(house.workspace, who.id, NOW, unit=unit, locale="fr")


def save(house: Served, who: Member, unit: str, text: str, *, seen: int | None = None) -> None:
    """Save a translation over the one there is; `seen` is the version of which one knows."""
    if seen is None:
        seen = paragraph(house, who, unit).row.version
    translation.save(
        house.workspace,
        who.id,
        NOW,
        unit=unit,
        locale="fr",
        text=text,
        seen=seen,
        token=new_id(NOW),
    )


def change_source(house: Served, old: str, new: str) -> None:
    """Release the letter with something else in it, whose meaning is another."""
    work = house.workspace
    text = documents.source(work, OPERATOR, NOW, document="letter").data.decode()
    data = text.replace(old, new).encode()
    offered = documents.propose(work, OPERATOR, NOW, document="letter", data=data)
    documents.release(work, OPERATOR, NOW, document="letter", digest=offered.digest)


# --- on the page of the letter -------------------------------------------------------------------


def move(app: AppTest, unit: str, seq: int) -> AppTest:
    """Do as the component does when somebody opens a paragraph."""
    app.session_state[_STATEMENT] = {"at": {"unit": unit, "seq": seq}}
    return app.run()


def opened(app: AppTest) -> AppTest:
    """Open all panels of the help, as clicks on their titles do; a test's page forgets that."""
    unit = app.query_params["paragraph"]
    for panel in _PANELS:
        app.session_state[f"{panel}-{unit}-fr"] = True
    return app


def press(app: AppTest, label: str) -> AppTest:
    """Click the one button with these words."""
    (found,) = [each for each in app.button if each.label == label]
    found.click()
    return opened(app).run()


def panels(app: AppTest) -> list[str]:
    """Give the titles of the panels."""
    return [each.label for each in app.expander]


def buttons(app: AppTest) -> list[str]:
    """Give the words on the buttons."""
    return [each.label for each in app.button]
