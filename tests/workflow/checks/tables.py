"""Cases for checks: two texts, their languages, and what should be found."""

from dataclasses import dataclass, field

from workflow.checks import Check, Examined
from workflow.model import BlockKind, Issue, UnitKey

Wanted = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Case:
    """A translation, and the findings wanted: their names and the pieces they name."""

    locale: str
    source: str
    target: str
    wanted: Wanted = ()
    source_locale: str = "en"
    notation: str = "plaintext"
    kind: BlockKind = BlockKind.PARAGRAPH
    structure: tuple[Issue, ...] = field(default=())

    def examined(self) -> Examined:
        return Examined(
            UnitKey(self.source),
            self.target,
            self.source_locale,
            self.locale,
            self.notation,
            self.kind,
            3,
            self.structure,
        )


def said(check: Check, case: Case) -> Wanted:
    """Give the findings of one check, as names with pieces."""
    issues = list(check.find(case.examined()))
    assert all(issue.key == UnitKey(case.source) and issue.line == 3 for issue in issues)
    return tuple((issue.name, issue.detail) for issue in issues)


def lost(*pieces: str, what: str = "number") -> Wanted:
    return tuple((f"lost_{what}", piece) for piece in pieces)


def added(*pieces: str, what: str = "number") -> Wanted:
    return tuple((f"added_{what}", piece) for piece in pieces)
