"""The main job before one's eyes: a copy of a workspace, its catalogs, its finished statements."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workflow import languages, plumbing
from workflow.access import OPERATOR, Role
from workflow.assembly import Policy
from workflow.errors import HostileInput
from workflow.exchange.files import read_file, shown, write_file
from workflow.guard import CATALOG_BYTES
from workflow.model import Missing, TargetDocument
from workflow.pseudo import PSEUDO_LOCALES, pseudo_targets
from workflow.services import exchange, people, publishing
from workflow.services.desk import document_for
from workflow.services.files import catalogs, sources
from workflow.services.files.finishing import write_forms
from workflow.services.files.sources import SourceFile
from workflow.services.released import released_document
from workflow.services.workspace import Workspace, open_workspace

_DRAFT = Policy(missing=Missing.MARKED)
_CAST = ((Role.COORDINATOR, "Alba"), (Role.TRANSLATOR, "Samar"), (Role.REVIEWER, "Noor"))


def new_folder(into: Path | None) -> Path:
    """Make an empty folder for the results.

    Raises:
        HostileInput: the one asked for is not empty.
    """
    if into is None:
        return Path(tempfile.mkdtemp(prefix="undersigned-demo-"))
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise HostileInput(shown(into), "this is not an empty folder", "Choose a new one.")
    into.mkdir(parents=True, exist_ok=True)
    return into


def copy_sample(sample: Workspace, into: Path | None) -> Workspace:
    """Copy a workspace into an empty folder, so that nothing done to it touches the original.

    All of it is read before anything is written, so that a refusal leaves nothing behind.

    Raises:
        UndersignedError: a source or a catalog is refused.
    """
    root = sample.root
    files = {path: read_file(path, CATALOG_BYTES) for path in _files_of(sample)}
    folder = new_folder(into)
    for path, data in files.items():
        write_file(folder / path.relative_to(root), data)
    return open_workspace(folder)


def _files_of(sample: Workspace) -> Iterator[Path]:
    """Give the files of a workspace, each of which can be read."""
    if (sample.root / "workspace.toml").is_file():
        yield sample.root / "workspace.toml"
    for source in sources.source_files(sample):
        sources.read_document(source)
        yield source.path
        if sample.template_path(source.name).is_file():
            yield sample.template_path(source.name)
        for locale in catalogs.target_locales(sample, source.name, source.locale):
            if catalogs.read_target(sample, source.name, locale) is not None:
                yield sample.catalog_path(source.name, locale)


def new_workspace(source: SourceFile, wanted: Sequence[str], into: Path | None) -> Workspace:
    """Make a workspace around one document in an empty folder, for the languages asked for."""
    data, _ = sources.read_source(source)
    tags = [languages.normalise(tag) for tag in wanted]
    folder = new_folder(into)
    write_file(folder / "sources" / f"{source.name}{source.path.suffix}", data)
    listed = ", ".join(f'"{tag}"' for tag in dict.fromkeys(tags))
    settings = (
        f'name = "{source.name}"\nsource_locale = "{source.locale}"\nlanguages = [{listed}]\n'
    )
    write_file(folder / "workspace.toml", settings.encode())
    return open_workspace(folder)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done, in a sentence, and the page it made if it made one."""

    sentence: str
    page: Path | None = None
    locale: str = ""
    filled: float = 0.0
    """Share of the places that have a text, 0 to 1."""


def run(workspace: Workspace, into: Path, now: datetime) -> Iterator[Step]:
    """Build the store from the files, assemble every language out of it; say each step."""
    report = exchange.sync(workspace, OPERATOR, now)
    for fault in report.faults:
        yield Step(fault)
    for source in sources.source_files(workspace):
        original = _assembled(workspace, source.name, source.locale, now)
        write_forms(original, into)
        with workspace.store.reading() as db:
            stored = document_for(db, OPERATOR, "publishing.assemble", source.name, now)
            document = released_document(db, stored)
        texts = len(document.units)
        language = languages.endonym(source.locale)
        yield Step(f"{source.path.name}: {language}, {texts} texts to translate")
        for locale in catalogs.target_locales(workspace, source.name, source.locale):
            target = _assembled(workspace, source.name, locale, now)
            yield _finished(target, into, languages.endonym(locale))
        for locale in PSEUDO_LOCALES:
            targets = pseudo_targets(document, locale)
            target = plumbing.assembled(document, targets, _DRAFT, locale=locale)
            yield _finished(
                target, into, "pseudo-translation: what stays readable is not in a catalog"
            )
    count = len(report.written)
    yield Step(
        f"templates and catalogs written: {count}" if count else "all catalogs are up to date"
    )


def _assembled(workspace: Workspace, name: str, locale: str, now: datetime) -> TargetDocument:
    return publishing.assemble(
        workspace, OPERATOR, now, document=name, locale=locale, policy=_DRAFT
    )


def _finished(target: TargetDocument, into: Path, language: str) -> Step:
    """Export a statement in every form."""
    written = write_forms(target, into)
    there = target.total - len(target.missing)
    sentence = f"  {target.locale:8}{there:4} of {target.total} places  {language}"
    return Step(sentence, written[0], target.locale, there / target.total if target.total else 1.0)


def best_page(steps: Sequence[Step]) -> Path | None:
    """Give the page to look at first: the fullest, a right-to-left one before others.

    Where only pseudo-translations are full, the one in letters that everybody reads.
    """
    pages = [step for step in steps if step.page]
    if not pages:
        return None

    def merit(step: Step) -> tuple[float, bool, bool]:
        is_real = step.locale not in PSEUDO_LOCALES
        is_mirrored = languages.direction(step.locale) == "rtl"
        return step.filled, is_real, is_mirrored == is_real

    return max(pages, key=merit).page


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who has just joined, to try it as."""

    role: str
    name: str
    path: str
    """Of the return link: `back/<token>`; it works as often as one likes."""


def guests(workspace: Workspace, now: datetime) -> tuple[Guest, ...]:
    """Let a coordinator, a translator and a reviewer in, each by an invitation of their own."""
    made = []
    for role, name in _CAST:
        invitation = people.invite(workspace, OPERATOR, now, role=role)
        joined = people.join(workspace, invitation.link.token, now, name=name)
        people.sign_out(workspace, joined.member, now, token=joined.session)  # no browser has it
        made.append(Guest(role.label, name, f"back/{joined.link.token}"))
    return tuple(made)
