"""Reviewing: a second person reads, approves, corrects or sends back."""

from workflow.services.review.inbox import (
    Answer,
    CameBack,
    Waiting,
    WhyNot,
    answers,
    came_back,
    queue,
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
    "reject",
    "send_back",
]
