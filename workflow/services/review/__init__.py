"""Reviewing: a second person reads, approves, corrects or sends back."""

from workflow.services.review.inbox import (
    Answer,
    CameBack,
    Reading,
    Waiting,
    WhyNot,
    answers,
    came_back,
    queue,
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
    "Waiting",
    "WhyNot",
    "accept",
    "answers",
    "approve",
    "approve_rest",
    "came_back",
    "correct",
    "queue",
    "readings",
    "reject",
    "send_back",
]
