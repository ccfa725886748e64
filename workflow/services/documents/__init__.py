"""Documents and their revisions: put in, looked at, proposed, released; their properties."""

from workflow.alignment.carrying import Intent
from workflow.alignment.costs import Cost
from workflow.model import ChangeKind
from workflow.services.documents.cutting import (
    Cut,
    CutBlock,
    LeftOut,
    name_for,
    name_in,
    suffixes,
    title_of,
)
from workflow.services.documents.described import Described, Listed, Released, SourceData
from workflow.services.documents.proposals import Difference, Proposal
from workflow.services.documents.verbs import (
    add,
    archive,
    change,
    describe,
    discard,
    listing,
    preview,
    proposal,
    propose,
    release,
    source,
    unarchive,
)
from workflow.settings import DocumentChanges
from workflow.store.revising import Summary

__all__ = [
    "ChangeKind",
    "Cost",
    "Cut",
    "CutBlock",
    "Described",
    "Difference",
    "DocumentChanges",
    "Intent",
    "LeftOut",
    "Listed",
    "Proposal",
    "Released",
    "SourceData",
    "Summary",
    "add",
    "archive",
    "change",
    "describe",
    "discard",
    "listing",
    "name_for",
    "name_in",
    "preview",
    "proposal",
    "propose",
    "release",
    "source",
    "suffixes",
    "title_of",
    "unarchive",
]
