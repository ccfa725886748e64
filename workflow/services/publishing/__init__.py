"""Finished statements: put together from what stands in the store, read, written, taken away."""

from workflow.assembly import Policy
from workflow.exporters.around import Draft
from workflow.services.files.finishing import FORMS, Finished, assembled, finished
from workflow.services.publishing.packing import PACKED, is_small
from workflow.services.publishing.reading import Part, Reading, Written
from workflow.services.publishing.standing import Standing
from workflow.services.publishing.verbs import (
    assemble,
    export,
    package,
    reading,
    standing,
    take,
)

__all__ = [
    "FORMS",
    "PACKED",
    "Draft",
    "Finished",
    "Part",
    "Policy",
    "Reading",
    "Standing",
    "Written",
    "assemble",
    "assembled",
    "export",
    "finished",
    "is_small",
    "package",
    "reading",
    "standing",
    "take",
]
