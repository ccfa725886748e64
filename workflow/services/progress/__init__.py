"""How far each document is in each language, who did what, who wants to be named; and the board."""

from workflow.services.progress.board import board
from workflow.services.progress.burning import burn_up
from workflow.services.progress.told import MOST_TOLD, PAGE, Told, ToldPage, told
from workflow.services.progress.values import (
    Board,
    Burned,
    BurnUp,
    Cell,
    Far,
    Filter,
    Row,
    Second,
    Show,
    Sort,
    share,
)
from workflow.services.progress.verbs import (
    ACTIVITY,
    CREDITS,
    FIGURES,
    activity,
    credits_of,
    figures,
    findings,
)

__all__ = [
    "ACTIVITY",
    "CREDITS",
    "FIGURES",
    "MOST_TOLD",
    "PAGE",
    "Board",
    "BurnUp",
    "Burned",
    "Cell",
    "Far",
    "Filter",
    "Row",
    "Second",
    "Show",
    "Sort",
    "Told",
    "ToldPage",
    "activity",
    "board",
    "burn_up",
    "credits_of",
    "figures",
    "findings",
    "share",
    "told",
]
