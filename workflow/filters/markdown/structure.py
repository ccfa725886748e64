"""What must be the same in every language: the blocks of a document, without their words."""

from __future__ import annotations

from typing import TypeAlias

from workflow.filters.markdown import rawhtml
from workflow.filters.markdown.frontmatter import read_front_matter
from workflow.filters.markdown.nodes import Node
from workflow.filters.markdown.scan import scan

Shape: TypeAlias = tuple[object, ...]


def structure(text: str) -> Shape:
    """Give the structure of a document: equal for a source and its translations.

    It holds the tree of blocks, the lines of code, the tags of HTML blocks, and whether there is
    front matter that can be read.
    """
    front = read_front_matter(text, int(text.startswith("\ufeff")))
    issues = tuple(issue.name for issue in front.issues)
    return (front.end > 1, issues, _shape(scan(text, front.end).root, text))


def _shape(node: Node, text: str) -> Shape:
    if node.type == "html":
        return ("html", *rawhtml.tags("\n".join(line.of(text) for line in node.lines)))
    if node.type == "code":
        return ("code", node.content)
    inside = tuple(_shape(child, text) for child in node.children)
    return (node.type, node.level, node.box.lower(), node.align, inside)
