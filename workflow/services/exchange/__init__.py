"""Catalogs and store are brought together, in both directions, with nobody's words lost."""

from workflow.services.exchange.report import CatalogReport, SyncReport
from workflow.services.exchange.verbs import catalog, ensure, sync

__all__ = ["CatalogReport", "SyncReport", "catalog", "ensure", "sync"]
