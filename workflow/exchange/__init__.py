"""Files that travel to translators and come back: catalogs first, other formats beside them."""
