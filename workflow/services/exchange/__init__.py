"""Catalogs and store are brought together, in both directions, with nobody's words lost."""

from workflow.services.exchange.verbs import (
    CatalogReport,
    SyncReport,
    catalog,
    check_output,
    ensure,
    merged,
    read_catalog_file,
    read_target,
    source_template,
    sync,
    target_locales,
)

__all__ = [
    "CatalogReport",
    "SyncReport",
    "catalog",
    "check_output",
    "ensure",
    "merged",
    "read_catalog_file",
    "read_target",
    "source_template",
    "sync",
    "target_locales",
]
