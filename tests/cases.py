"""Texts on file that the laws are tried on: golden cases, the samples, data from outside."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import pytest

Case = TypeVar("Case")
ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "sources"
SAMPLES = sorted(path for path in SOURCES.iterdir() if path.is_file())
"""The sample statements; folders hold earlier revisions."""
GOLDEN = ROOT / "tests" / "data" / "filters"
OUTSIDE_IS_MISSING = "UNDERSIGNED_DATA is not set: see CONTRIBUTING"
_OUTSIDE_TOO = pytest.mark.skipif("UNDERSIGNED_DATA" not in os.environ, reason=OUTSIDE_IS_MISSING)

_SHARE_AT_HOME = 4


def tries(count: int) -> int:
    """Say how often a law is tried: all times in CI, a quarter of them where somebody waits."""
    return count if os.environ.get("CI") else max(1, count // _SHARE_AT_HOME)


def some(cases: Iterable[Case]) -> list[Case]:
    """Give cases of one kind: all in CI, every fourth of them where somebody waits."""
    return list(cases)[:: 1 if os.environ.get("CI") else _SHARE_AT_HOME]


def locale_of(path: Path) -> str:
    """Read the language off a file's name, `letter.ar.txt`; English where it has none."""
    parts = path.name.split(".")
    return parts[-2] if len(parts) > len(("name", "txt")) else "en"


def golden_sources(format_name: str, suffix: str) -> list[Path]:
    """Give the sources of the golden families of a format."""
    folder = GOLDEN / format_name
    made = (".en-XA" + suffix,)
    return sorted(path for path in folder.glob(f"*{suffix}") if not path.name.endswith(made))


def outside_texts() -> list[object]:
    """Give every text from outside as a parameter, or one that is skipped and says why."""
    if "UNDERSIGNED_DATA" not in os.environ:
        return [pytest.param(Path("outside"), marks=_OUTSIDE_TOO)]
    folder = Path(os.environ["UNDERSIGNED_DATA"])
    found = [*(folder / "statements").glob("*.txt"), *(folder / "data").rglob("*.txt")]
    return [pytest.param(path, id=path.name) for path in sorted(found)]


def outside_markdown() -> list[tuple[str, str]]:
    """Give every Markdown document from outside with its name; none where there is no outside."""
    if "UNDERSIGNED_DATA" not in os.environ:
        return []
    folder = Path(os.environ["UNDERSIGNED_DATA"]) / "data" / "corpora"
    files = (path for path in sorted(folder.rglob("*.md")) if path.stat().st_size)
    return [(path.relative_to(folder).as_posix(), path.read_bytes().decode()) for path in files]


def specification(name: str) -> list[str]:
    """Give the examples of a Markdown specification from outside; `name` is a path."""
    text = (Path(os.environ["UNDERSIGNED_DATA"]) / name).read_text("utf-8")
    fenced = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)
    examples = fenced.findall(text)
    return [example.replace("\u2192", "\t") for example in examples]
