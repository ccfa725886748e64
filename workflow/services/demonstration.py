"""The main job before one's eyes: a copy of a workspace, its catalogs, its finished statements."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from workflow import languages, plumbing
from workflow.assembly import Missing, Policy
from workflow.errors import HostileInput
from workflow.exchange.files import shown, write_file
from workflow.pseudo import PSEUDO_LOCALES, pseudo_targets
from workflow.services import documents, publishing
from workflow.services.documents import SourceFile, Workspace, open_workspace

_DRAFT = Policy(missing=Missing.MARKED)


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


def copy_sample(sample: Workspace, folder: Path) -> Workspace:
    """Copy a workspace, so that nothing done to it touches the original."""
    for name in ("sources", "locales"):
        if (sample.root / name).is_dir():
            shutil.copytree(sample.root / name, folder / name)
    settings = sample.root / "workspace.toml"
    if settings.is_file():
        shutil.copy(settings, folder / settings.name)
    return open_workspace(folder)


def new_workspace(source: SourceFile, wanted: Sequence[str], folder: Path) -> Workspace:
    """Make a workspace around one document, with the languages asked for and two pseudo ones."""
    data, _ = documents.read_source(source)
    documents.read_document(source)
    tags = [languages.normalise(tag) for tag in wanted]
    write_file(folder / "sources" / f"{source.name}{source.path.suffix}", data)
    listed = ", ".join(f'"{tag}"' for tag in dict.fromkeys(tags))
    settings = (
        f'name = "{source.name}"\nsource_locale = "{source.locale}"\nlanguages = [{listed}]\n'
    )
    write_file(folder / "workspace.toml", settings.encode())
    return open_workspace(folder)


def run(workspace: Workspace, into: Path) -> Iterator[str]:
    """Extract, bring the catalogs up to date, assemble every language; say each step in a line."""
    changed = list(documents.refresh(workspace))
    for source in documents.source_files(workspace):
        document = documents.read_document(source)
        texts = len(document.units)
        yield f"{source.path.name}: {languages.endonym(source.locale)}, {texts} texts to translate"
        targets = publishing.original(source)
        publishing.export(targets, into)
        for locale in documents.target_locales(workspace, source.name, source.locale):
            yield _assemble(workspace, source, locale, into)
        yield from _pseudo(source, into)
    yield f"{len(changed)} templates and catalogs written"


def _assemble(workspace: Workspace, source: SourceFile, locale: str, into: Path) -> str:
    target = publishing.assemble(workspace, source.name, locale, _DRAFT)
    publishing.export(target, into)
    there = target.total - len(target.missing)
    return f"  {locale:8} {there:4} of {target.total} places  {languages.endonym(locale)}"


def _pseudo(source: SourceFile, into: Path) -> Iterator[str]:
    """Assemble the statement in languages that show at a glance what is not translated."""
    document = documents.read_document(source)
    for locale in PSEUDO_LOCALES:
        targets = pseudo_targets(document, locale)
        target = plumbing.assembled(document, targets, _DRAFT, locale=locale)
        publishing.export(target, into)
        yield f"  {locale:8} {target.total:4} of {target.total} places  pseudo-translation"


def first_page(folder: Path) -> Path:
    """Give a finished page to look at first: a right-to-left one if there is one."""
    pages = sorted((folder / "statements").glob("*/*.html"))
    real = [page for page in pages if page.parent.name not in PSEUDO_LOCALES]
    mirrored = [page for page in real if languages.direction(page.parent.name) == "rtl"]
    return (mirrored or real or pages or [folder])[0]
