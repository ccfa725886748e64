"""Translate a statement into every language of those who sign it.

The public names, resolved when first used (PEP 562), so that `import workflow` costs nothing:
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.exchange.catalogs import read_catalog, write_catalog
    from workflow.plumbing import extract, fill, merge
    from workflow.segmentation import sentence_spans
    from workflow.services.workspace import open_workspace

__all__ = [
    "extract",
    "fill",
    "merge",
    "open_workspace",
    "read_catalog",
    "sentence_spans",
    "write_catalog",
]

_HOMES = {
    "extract": "workflow.plumbing",
    "fill": "workflow.plumbing",
    "merge": "workflow.plumbing",
    "open_workspace": "workflow.services.workspace",
    "read_catalog": "workflow.exchange.catalogs",
    "sentence_spans": "workflow.segmentation",
    "write_catalog": "workflow.exchange.catalogs",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'workflow' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
