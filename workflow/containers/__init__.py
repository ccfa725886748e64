"""Files that hold files: what filters, exporters and the front desk share of them."""

from workflow.containers.archive import archive

__all__ = ["archive"]
