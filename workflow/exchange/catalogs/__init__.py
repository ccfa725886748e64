"""Catalogs: the PO files in which a statement travels to translators and comes back.

`read_catalog` takes bytes from anywhere and either keeps all of them or refuses with a line number.
`write_catalog` says the same values in the same bytes, always. `template` makes the catalog of a
document, `new_catalog` a language's copy of it; merging two is `workflow.alignment`'s.

polib is the one reader and writer of entries and is loaded with the first of them.
"""

from workflow.exchange.catalogs.reading import read_catalog
from workflow.exchange.catalogs.templates import kind_of, new_catalog, template
from workflow.exchange.catalogs.writing import write_catalog

__all__ = ["kind_of", "new_catalog", "read_catalog", "template", "write_catalog"]
