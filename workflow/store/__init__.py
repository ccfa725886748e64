"""The store: live work with its whole history, on SQLite or PostgreSQL.

`startup` opens it, `engine` gives transactions, `gate` lets writers in one after another, `schema`
says what is kept. The other modules are queries: plain functions that take a transaction first.
"""

from workflow.store.engine import Db, Store
from workflow.store.startup import open_store

__all__ = ["Db", "Store", "open_store"]
