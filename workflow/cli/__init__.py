"""`undersigned`: each command is one verb, and each module here is one group of verbs.

A module of commands puts its verbs on `app`, and is imported here, or nobody finds them; `--help`
lists them as `app.SECTIONS` says. All modules are read before any verb runs, so whatever only one
verb needs is imported inside it.
"""

from workflow.cli import activity as activity
from workflow.cli import beginning as beginning
from workflow.cli import documents as documents
from workflow.cli import exchange as exchange
from workflow.cli import people as people
from workflow.cli import plumbing as plumbing
from workflow.cli import publishing as publishing
from workflow.cli import revising as revising
from workflow.cli import serving as serving
from workflow.cli import upkeep as upkeep
from workflow.cli import workspace as workspace
from workflow.cli.app import app, run

__all__ = ["app", "run"]
