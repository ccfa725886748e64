"""Tasks: what one person can do in the next ten minutes, and where."""

from workflow.services.tasks.values import (
    Answered,
    Choice,
    Figures,
    Glance,
    Mine,
    Spot,
    ToReview,
    Work,
    days_left,
)
from workflow.services.tasks.verbs import choices, glance, mine

__all__ = [
    "Answered",
    "Choice",
    "Figures",
    "Glance",
    "Mine",
    "Spot",
    "ToReview",
    "Work",
    "choices",
    "days_left",
    "glance",
    "mine",
]
