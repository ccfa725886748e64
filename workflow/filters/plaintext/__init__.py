"""Plain text, as organisations really paste it.

    lines     the text as lines: indentation, blank lines, how wide they are
    wrapping  whether line breaks are the author's or a mail program's
    markers   numbers, letters and bullets before a text
    blocks    lines put together to blocks, each with its marker
    kinds     what each block is: heading, date line, signatory ...
    reading   bytes to Document and Passages
    tree      Document and targets to the blocks a reader sees

Kinds are told by shape first (length, punctuation, position, digits) and by words second, so that a
text in a language without words of its own here, and a translated text, come out the same.
"""

from __future__ import annotations

from workflow.filters.base import Filter
from workflow.filters.plaintext.reading import check, extract, fit, segment
from workflow.filters.plaintext.tree import render
from workflow.skeleton import joint

PLAINTEXT = Filter(
    name="plaintext",
    suffixes=(".txt", ".text"),
    extract=extract,
    segment=segment,
    fit=fit,
    join=joint,
    check=check,
    render=render,
)
