"""The statement with its editor in place: the one function that screens call.

What is drawn is a component of plain scripts and styles in this folder; with `UNDERSIGNED_PLAIN=1`
a plain text area stands in for it, for tests and emergencies.
"""

from ui.components.statement.mounting import At, Mode, View, statement

__all__ = ["At", "Mode", "View", "statement"]
