"""Translating: what a volunteer does to one paragraph in one language."""

from workflow.services.translation.drafting import OpenDraft, draft, drafts, drop_draft
from workflow.services.translation.paragraphs import (
    Paragraph,
    Past,
    Show,
    Suggested,
    history,
    unit,
    units,
)
from workflow.services.translation.remarks import Remark, ask, comment, resolve
from workflow.services.translation.rows import Row
from workflow.services.translation.saving import Outcome, Saved
from workflow.services.translation.sheets import Sheet, follows, sheet, sheet_stamp, stamp
from workflow.services.translation.verbs import Proposal, Proposed, mark, restore, save, suggest
from workflow.store.drafts import Draft

__all__ = [
    "Draft",
    "OpenDraft",
    "Outcome",
    "Paragraph",
    "Past",
    "Proposal",
    "Proposed",
    "Remark",
    "Row",
    "Saved",
    "Sheet",
    "Show",
    "Suggested",
    "ask",
    "comment",
    "draft",
    "drafts",
    "drop_draft",
    "follows",
    "history",
    "mark",
    "resolve",
    "restore",
    "save",
    "sheet",
    "sheet_stamp",
    "stamp",
    "suggest",
    "unit",
    "units",
]
