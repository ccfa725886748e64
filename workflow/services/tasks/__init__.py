"""Tasks: what one person can do in the next ten minutes, and where."""

from workflow.services.tasks.values import Answered, Choice, Mine, Spot, Work
from workflow.services.tasks.verbs import choices, mine, work

__all__ = ["Answered", "Choice", "Mine", "Spot", "Work", "choices", "mine", "work"]
