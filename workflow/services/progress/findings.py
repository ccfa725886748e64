"""What the checks find in the translations of a document, and where people find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workflow import plumbing
from workflow.checks import Severity, severity
from workflow.errors import one_line
from workflow.model import Issue, State
from workflow.services.released import released_document, targets_of, translations_of
from workflow.services.wording import sentence
from workflow.store import Db
from workflow.store.documents import StoredDocument


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about one translation."""

    document: str
    """Name."""
    locale: str
    unit: str
    """Id of the paragraph."""
    line: int
    """1-based line of the source."""
    source: str
    issue: Issue
    severity: Severity

    @property
    def said(self) -> str:
        """Say it in a sentence."""
        return sentence(self.issue)


def findings_of(db: Db, stored: StoredDocument, locale: str) -> Iterator[Finding]:
    """Ask every check about every translation of a document in a language, in document order."""
    translations = translations_of(db, stored, locale)
    document = released_document(db, stored)
    lines = {unit.key: unit.places[0].line for unit in document.units}
    targets = targets_of(translations, State.NEEDS_WORK)
    for issue in plumbing.findings(document, targets, locale=locale):
        if issue.key is not None:
            yield Finding(
                document=stored.name,
                locale=locale,
                unit=translations[issue.key].unit,
                line=lines[issue.key],
                source=issue.key.source,
                issue=issue,
                severity=severity(issue),
            )


def in_a_line(finding: Finding, length: int = 48) -> str:
    """Say a finding with its place: document, language, line of the source, its first words."""
    words = one_line(" ".join(finding.source.split()))
    words = words if len(words) <= length else f"{words[: length - 3]}..."
    where = f"{finding.document}:{finding.line} in {finding.locale} ({words})"
    return f"{where}: {finding.severity}: {finding.said}"
