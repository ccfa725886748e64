"""Upkeep: backups, restoring one, and whether the store is well."""

from workflow.services.upkeep.verbs import (
    Hourly,
    Restoration,
    backup,
    backups,
    health,
    restore,
)

__all__ = [
    "Hourly",
    "Restoration",
    "backup",
    "backups",
    "health",
    "restore",
]
