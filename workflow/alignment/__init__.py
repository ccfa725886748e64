"""Alignment: what a revision does to each text, and what becomes of its translations.

`align` says of each text of a new revision where it comes from; documents and catalogs are revised
in the same way. `merge` brings a catalog up to a new template with it. `is_harmless` and `worddiff`
help people to judge an edit. Nothing here reads a file, a clock or chance: the same two revisions
always give the same answer.
"""

from workflow.alignment.align import align
from workflow.alignment.meaning import is_harmless
from workflow.alignment.merge import merge
from workflow.alignment.texts import Text, texts
from workflow.alignment.worddiff import Mark, Piece, marked, worddiff

__all__ = ["Mark", "Piece", "Text", "align", "is_harmless", "marked", "merge", "texts", "worddiff"]
