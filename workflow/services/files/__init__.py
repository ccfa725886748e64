"""What commands do with files alone: sources, catalogs, finished forms; no store is opened."""
