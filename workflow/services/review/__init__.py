"""Reviewing: a second person reads, approves, corrects or sends back."""

from workflow.services.review.inbox import (
    Answer,
    CameBack,
    Reading,
    WhyNot,
    answers,
    came_back,
    readings,
)
from workflow.services.review.verbs import (
    Approved,
    Skipped,
    accept,
    approve,
    approve_rest,
    correct,
    reject,
    send_back,
)

__all__ = [
    "Answer",
    "Approved",
    "CameBack",
    "Reading",
    "Skipped",
    "WhyNot",
    "accept",
    "answers",
    "approve",
    "approve_rest",
    "came_back",
    "correct",
    "readings",
    "reject",
    "send_back",
]
