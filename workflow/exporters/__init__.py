"""Seam 3: finished things. One module for each form; here they stand in the order people see."""

from workflow.exporters.base import Exporter
from workflow.exporters.markdown import MARKDOWN
from workflow.exporters.plaintext import PLAINTEXT
from workflow.exporters.webpage import WEBPAGE
from workflow.registry import Registry

EXPORTERS: Registry[Exporter] = Registry("exporter", (WEBPAGE, MARKDOWN, PLAINTEXT))

__all__ = ["EXPORTERS", "Exporter"]
