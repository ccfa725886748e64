"""How far each document is in each language, who did what, and who wants to be named: as tables."""

from workflow.services.progress.verbs import (
    ACTIVITY,
    CREDITS,
    FIGURES,
    activity,
    credits_of,
    figures,
    findings,
    share,
)

__all__ = [
    "ACTIVITY",
    "CREDITS",
    "FIGURES",
    "activity",
    "credits_of",
    "figures",
    "findings",
    "share",
]
