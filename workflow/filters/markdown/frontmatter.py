"""The fields before a Markdown text, in YAML or TOML, of which some are translated.

Translated are strings under names that readers see (`title`, `description` ...) and under those
that the author lists in a field `i18n`. Of each only the value is touched; what cannot be read for
certain is left alone and reported.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workflow.model import Issue, Span

if TYPE_CHECKING:
    import yaml

SHOWN = frozenset((
    "abstract", "blurb", "caption", "deck", "description", "excerpt", "heading", "headline",
    "kicker", "label", "lead", "lede", "longdescription", "message", "notice", "preamble",
    "short_title", "shorttitle", "standfirst", "strapline", "subheading", "subject", "subtitle",
    "summary", "tagline", "teaser", "title", "titleheader",
))  # fmt: skip
"""Names of fields that readers see."""

LISTED = "i18n"
"""The field in which an author lists more."""

LONGEST = 100_000
"""Code points; a longer front matter is left alone."""

_END = r"(?:\r\n|[\r\n])"
_BODY = rf"[ \t]*{_END}((?:.*?{_END})??)"
_YAML = re.compile(rf"---{_BODY}(?:---|\.\.\.)[ \t]*(?:{_END}|\Z)", re.DOTALL)
_TOML = re.compile(rf"\+\+\+{_BODY}\+\+\+[ \t]*(?:{_END}|\Z)", re.DOTALL)
_UNCLOSED = re.compile(
    rf"---[ \t]*{_END}[A-Za-z][\w.-]{{0,40}}:[ \t]|\+\+\+[ \t]*{_END}[\w.-]{{1,40}}[ \t]*="
)
_FIELD = re.compile(r"(?:\s|#[^\r\n]*+)*+[\w.-]+[ \t]*:(?:\s|\Z)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_TOML_STRING = (
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')'
    r'|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\''
)
_TOML_TOKEN = re.compile(
    r"#[^\r\n]*|(?:(?P<key>(?<![\w-])[\w-]++|\"[\w-]++\"|'[\w-]++')[ \t]*+=[ \t]*+)?"
    rf"(?:(?P<value>{_TOML_STRING})|(?P<open>\[)|(?P<shut>\]))",
    re.DOTALL,
)
_TOML_DEEP = re.compile(r"(?<![\w.-])(?:[\w-]+\.){100}")
_TOML_LINE = re.compile(r"\(at line (\d+),")
_DEEPEST = 500
_STYLES = {None: "plain", "": "plain", '"': "double", "'": "single", "|": "literal", ">": "folded"}


@dataclass(frozen=True, slots=True)
class Field:
    """A value that is translated."""

    name: str
    text: str
    """The value, read."""
    span: Span
    """The value in the file, its quotes included."""
    form: str
    """How it is written: `yaml-plain`, `yaml-double`, `toml-basic` ..."""
    prefix: str = ""
    """Of a YAML block: the indent of its lines."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text."""

    end: int = 0
    """Where the Markdown begins."""
    fields: tuple[Field, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_front_matter(text: str, start: int = 0) -> FrontMatter:
    """Read the fields before a text; nothing where there are none."""
    if found := _YAML.match(text, start):
        return _read_yaml(found, text)
    if found := _TOML.match(text, start):
        return _read_toml(found, text)
    if _UNCLOSED.match(text, start):
        return FrontMatter(start, (), (Issue("unclosed_front_matter", 1),))
    return FrontMatter(start)


def _issue(name: str, text: str, position: int, detail: str) -> Issue:
    head = text[:position]
    line = 1 + head.count("\n") + head.count("\r") - head.count("\r\n")
    return Issue(name, line, detail)


# --- YAML ----------------------------------------------------------------------------------------


def _read_yaml(found: re.Match[str], text: str) -> FrontMatter:
    import yaml

    if len(found[1]) > LONGEST:
        return FrontMatter(found.end(), (), (_issue("long_front_matter", text, found.start(), ""),))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _refuse_depth(found[1], loader)
        root = yaml.compose(found[1], Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if not _FIELD.match(found[1]):
            return FrontMatter(found.start())
        mark = getattr(error, "problem_mark", None)
        at = found.start(1) + (mark.index if mark else 0)
        detail = str(getattr(error, "problem", "") or "")
        return FrontMatter(found.end(), (), (_issue("odd_front_matter", text, at, detail),))
    if root is None and not found[1].strip():
        return FrontMatter(found.start())
    if root is not None and not isinstance(root, yaml.MappingNode):
        return FrontMatter(found.start())
    scalars = list(_yaml_scalars(root)) if root is not None else []
    shown = SHOWN | _listed(node.value for name, node in scalars if name == LISTED)
    fields = [
        _yaml_field(name, node, text, found.start(1))
        for name, node in scalars
        if name.lower() in shown
    ]
    return FrontMatter(found.end(), tuple(each for each in fields if each))


def _refuse_depth(body: str, loader: type[yaml.SafeLoader]) -> None:
    """Refuse YAML that is nested so deeply that composing it would kill the process."""
    import yaml

    if sum(body.count(one) for one in "[{-?:") <= _DEEPEST:
        return
    depth = 0
    for event in yaml.parse(body, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            mark: Any = event.start_mark  # of C or of Python
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=mark)


def _listed(values: Iterator[str]) -> frozenset[str]:
    return frozenset(
        name.strip().lower() for value in values for name in re.split(r"[,\s]+", value) if name
    )


def _yaml_scalars(root: yaml.Node) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Give the strings of a mapping with their names, in order; those of a list share its name."""
    import yaml

    stack: list[tuple[str, yaml.Node]] = [("", root)]
    seen: set[int] = set()
    while stack:
        name, node = stack.pop()
        if id(node) in seen:  # an alias: what it stands for has been read
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            pairs = [
                (key.value, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)
            ]
            stack.extend(reversed(pairs))
        elif isinstance(node, yaml.SequenceNode):
            stack.extend((name, each) for each in reversed(node.value))
        elif isinstance(node, yaml.ScalarNode) and (
            node.tag == "tag:yaml.org,2002:str" or name == LISTED
        ):
            yield name, node


def _yaml_field(name: str, node: yaml.ScalarNode, text: str, offset: int) -> Field | None:
    """Find where a value stands; nothing where it says nothing."""
    start, end = node.start_mark.index + offset, node.end_mark.index + offset
    if properties := _PROPERTIES.match(text, start, end):
        start = properties.end()
    span = Span(start, end)
    value: str = node.value
    style = _STYLES[node.style]
    if style not in ("literal", "folded"):
        return Field(name, value, span, f"yaml-{style}") if value.strip() else None
    head, _, body = span.of(text).partition("\n")
    lines = body.split("\n")
    indent = next((len(each) - len(each.lstrip(" ")) for each in lines if each.strip()), 0)
    if not value.strip() or not indent or re.search(r"[1-9]", head.partition("#")[0]):
        return None
    start = span.start + len(head) + 1
    start += len(body) - len(body.lstrip(" \r\n"))
    inner = text[start : span.end].rstrip()
    block = Span(start, start + len(inner))
    return Field(name, value.strip("\n"), block, f"yaml-{style}", " " * indent)


# --- TOML ----------------------------------------------------------------------------------------


def _read_toml(found: re.Match[str], text: str) -> FrontMatter:
    if len(found[1]) > LONGEST:
        return FrontMatter(found.end(), (), (_issue("long_front_matter", text, found.start(), ""),))
    if error := _toml_error(found[1]):
        issue = _issue("odd_front_matter", text, found.start(1), error)
        at = _TOML_LINE.search(error)
        line = issue.line + (int(at[1]) - 1 if at else 0)
        return FrontMatter(found.end(), (), (replace(issue, line=line),))
    tokens = list(_toml_strings(_TOML_TOKEN.finditer(text, found.start(1), found.end(1))))
    shown = SHOWN | _listed(_toml_value(each["value"]) for key, each in tokens if key == LISTED)
    fields = [
        Field(key, value, Span(*each.span("value")), _toml_form(each["value"]))
        for key, each in tokens
        if key.lower() in shown and (value := _toml_value(each["value"])).strip()
    ]
    return FrontMatter(found.end(), tuple(fields))


def _toml_error(body: str) -> str:
    """Say why TOML cannot be read; nothing where it can."""
    if _TOML_DEEP.search(body):
        return "a name of too many parts"
    try:
        tomllib.loads(body.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return str(error) or "nested too deeply"
    return ""


def _toml_strings(tokens: Iterator[re.Match[str]]) -> Iterator[tuple[str, re.Match[str]]]:
    """Give the strings with their names; those of a list share its name."""
    depth, listed = 0, ""
    for token in tokens:
        key = (token["key"] or "").strip("\"'")
        if token["value"]:
            yield key or listed, token
        elif token["open"]:
            depth, listed = (1, key) if key else (depth + 1, listed)
        elif token["shut"]:
            depth -= 1
            listed = listed if depth > 0 else ""


def _toml_value(written: str) -> str:
    read = tomllib.loads("value = " + written.replace("\r\n", "\n"))["value"]
    return str(read)


def _toml_form(written: str) -> str:
    quote = written[:3] if written[:3] in ('"""', "'''") else written[:1]
    return {
        '"""': "toml-lines",
        "'''": "toml-literal-lines",
        '"': "toml-basic",
        "'": "toml-literal",
    }[quote]
