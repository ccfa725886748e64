"""`workspace.toml` as values, and back without losing a word that a person wrote in it.

`read_settings` takes the bytes, `change_settings` gives them back with some values changed, and
`new_settings` begins a file. Nothing here touches the disk.
"""

from workflow.settings.reading import DocumentSettings, Settings, read_settings
from workflow.settings.writing import Changes, DocumentChanges, change_settings, new_settings

__all__ = [
    "Changes",
    "DocumentChanges",
    "DocumentSettings",
    "Settings",
    "change_settings",
    "new_settings",
    "read_settings",
]
