"""Markdown: CommonMark with GitHub's tables, footnotes, task lists and front matter.

    frontmatter  the fields before the text
    scan         the blocks of the text, and where they stand in the file:
                 parser, building and nodes with the library, outline without it
    directives   what authors say to the program
    rawhtml      the texts inside blocks of HTML
    tables       the cells of a row
    texts        the text of a block in one line
    markup       what texts with inline markup say, and where they may be cut
    drafts       the blocks of text in order
    kinds        dates, addresses, signatories
    reading      bytes to Document and Passages
    fitting      how a target is written into its hole
    checking     which targets would break it, or the structure around it
    tree         Document and targets to the blocks a reader sees, their words by inlines

Nothing is ever written anew from a tree: a document is its own bytes with stretches replaced.
"""

from __future__ import annotations

from workflow.filters.base import Filter
from workflow.filters.markdown.checking import check
from workflow.filters.markdown.fitting import fit, join
from workflow.filters.markdown.reading import extract, segment
from workflow.filters.markdown.tree import render

MARKDOWN = Filter(
    name="markdown",
    suffixes=(".md", ".markdown", ".mdown", ".mdwn", ".mkd"),
    extract=extract,
    segment=segment,
    fit=fit,
    join=join,
    check=check,
    render=render,
)
