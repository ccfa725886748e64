"""Commands that read files and give files: nothing is remembered."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.app import FOUND_SOMETHING, app
from workflow.cli.options import JsonOption, LocaleOption, OutputOption, SourceArgument, source_of
from workflow.cli.saying import brief, print_json, put, say
from workflow.errors import UnrelatedCatalog, WorkspaceError, one_line
from workflow.model import Missing

if TYPE_CHECKING:
    from workflow.model import Passage, TargetDocument

HOLES_SHOWN = 20


@app.command()
def extract(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A source document.")],
    output: OutputOption = None,
    locale: LocaleOption = "",
) -> None:
    """Read a source document and write its template (POT)."""
    if source.is_dir():
        workspace = source.parent if source.name == "sources" else source
        raise WorkspaceError(
            f"{one_line(str(source))}: this is a folder. Templates and catalogs of a workspace are "
            f"written by: undersigned sync {shlex.quote(one_line(str(workspace)))}"
        )
    from workflow.exchange.catalogs import template, write_catalog
    from workflow.exchange.files import shown
    from workflow.services import wording
    from workflow.services.files import catalogs as catalog_files
    from workflow.services.files import sources

    file = source_of(source, locale)
    document = sources.read_document(file)
    catalog = template(document, source=_reference(source))
    if output is not None:
        catalog_files.check_output(output, catalog)
    put(write_catalog(catalog), output, [source])
    for sentence in wording.sentences(document.issues, shown(source)):
        say(sentence)


@app.command()
def fill(
    source: SourceArgument,
    catalog: Annotated[Path, typer.Argument(metavar="CATALOG.po", help="The translations.")],
    *,
    output: OutputOption = None,
    keep: Annotated[
        float,
        typer.Option(metavar="PERCENT", min=0, max=100, help="Write only if so much is there."),
    ] = 0,
    missing: Annotated[
        Missing, typer.Option(help="What stands where a translation is missing.")
    ] = Missing.SOURCE,
    locale: LocaleOption = "",
) -> None:
    """Put the translations of a catalog into a source document.

    Fuzzy texts are never used. Places without a translation are reported, and the exit status is 1.
    """
    from workflow import plumbing
    from workflow.assembly import Policy, targets_of
    from workflow.exchange.files import shown
    from workflow.services import wording
    from workflow.services.files import catalogs as catalog_files
    from workflow.services.files import finishing, sources

    sources.check_format(source)
    if output is not None:
        sources.check_output(output)
    translations = catalog_files.read_catalog_file(catalog)
    file = source_of(source, locale, translations)
    if not translations.locale:
        where = shown(catalog)
        say(f"{where}: the header names no language we know; sentences are joined with a space")
    policy = Policy(missing=missing)
    living = [entry.key for entry in translations.entries if not entry.obsolete]
    document = sources.read_document(file, before=[key.source for key in living])
    known = {entry.key for entry in translations.entries}
    if known and document.units and not any(unit.key in known for unit in document.units):
        raise UnrelatedCatalog(shown(catalog), shown(source))
    target = finishing.assembled(document, translations, translations.locale, policy)
    filled = target.total - len(target.missing)
    if 100 * filled < keep * target.total:
        say(
            f"{shown(source)}: {filled} of {target.total} places are translated, less than the "
            f"{keep:g} % to keep; nothing was written"
        )
        raise typer.Exit(FOUND_SOMETHING)
    put(target.data, output, [source, catalog])
    issues = plumbing.check(document, targets_of(translations))
    for sentence in (
        *wording.sentences(document.issues, shown(source)),
        *wording.sentences(translations.issues, shown(catalog)),
        *wording.catalog_sentences(issues, translations, shown(catalog)),
    ):
        say(sentence)
    report_holes(target, shown(source))
    if issues or document.issues or translations.issues:
        raise typer.Exit(FOUND_SOMETHING)


def report_holes(target: TargetDocument, where: str) -> None:
    """Say which places of a statement have no translation, and end with the status for that."""
    if target.missing:
        list_holes(target, where)
        raise typer.Exit(FOUND_SOMETHING)


def list_holes(target: TargetDocument, where: str) -> None:
    """Say which places of a statement have no translation, each with its line in the source."""
    for hole in target.missing[:HOLES_SHOWN]:
        state = hole.state.name.lower().replace("_", " ")
        say(f"{where}:{hole.place.line}: {state}: {brief(hole.key.source)}")
    if len(target.missing) > HOLES_SHOWN:
        say(f"... and {len(target.missing) - HOLES_SHOWN} more")
    say(f"{len(target.missing)} of {target.total} places show the source")


@app.command()
def segment(
    source: SourceArgument, *, as_json: JsonOption = False, locale: LocaleOption = ""
) -> None:
    """Show how a source document is cut: its blocks, their kinds and markers, their sentences."""
    from workflow import plumbing
    from workflow.services.files import sources

    file = source_of(source, locale)
    data, format_name = sources.read_source(file)
    passages = plumbing.segment(data, format=format_name, locale=file.locale)
    if as_json:
        print_json([_passage(each) for each in passages])
        return
    for each in passages:
        level = f" {each.level}" if each.level else ""
        print(f"{each.kind}{level}\t{each.marker}\t{brief(each.text)}")  # noqa: T201


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "kind": passage.kind.value,
        "marker": passage.marker,
        "level": passage.level,
        "start": passage.start,
        "text_start": passage.text_start,
        "end": passage.end,
        "text": passage.text,
        "sentences": [[span.start, span.end] for span in passage.sentences],
        "fields": dict(passage.fields),
    }


@app.command()
def merge(
    catalog: Annotated[Path, typer.Argument(metavar="OLD.po", help="The translations.")],
    template: Annotated[Path, typer.Argument(metavar="NEW.pot", help="The new template.")],
    output: OutputOption = None,
) -> None:
    """Bring the translations of a catalog over to a new template.

    Texts that changed keep their old translation as fuzzy; whatever left is kept as obsolete.
    """
    from workflow.exchange.catalogs import write_catalog
    from workflow.model import State
    from workflow.services.files import catalogs as catalog_files

    merged = catalog_files.merged(catalog, template)
    if output is not None:
        catalog_files.check_output(output, merged)
    put(write_catalog(merged), output, [catalog, template])
    states = [entry.state for entry in merged.entries if not entry.obsolete]
    say(
        f"translated: {states.count(State.TRANSLATED)}, "
        f"need work: {states.count(State.NEEDS_WORK)}, "
        f"to do: {states.count(State.UNTRANSLATED)}, "
        f"kept as obsolete: {len(merged.entries) - len(states)}"
    )


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A source document or a catalog.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, revised.")],
    *,
    as_json: JsonOption = False,
    locale: LocaleOption = "",
) -> None:
    """Show what a revision does to each text: edited, moved, split, merged, new, gone.

    Also which texts become something else, such as a heading that becomes a paragraph. The exit
    status is 1 if anything differs, as with diff.
    """
    from workflow.services.files import comparing as revisions

    found = revisions.compare(old, new, locale)
    if as_json:
        reshaped = [asdict(each) for each in found.reshaped]
        changes = revisions.rows(found)
        print_json({"changes": changes, "counts": found.counts, "reshaped": reshaped})
    else:
        for line in revisions.lines(found):
            print(line)  # noqa: T201
        say(", ".join(f"{kind}: {count}" for kind, count in found.counts.items()))
    if found.is_different:
        raise typer.Exit(FOUND_SOMETHING)


def _reference(source: Path) -> str:
    """Write a path for references: as given, or from here; never a path of this machine."""
    if not source.is_absolute():
        return source.as_posix()
    here = Path.cwd()
    return source.relative_to(here).as_posix() if source.is_relative_to(here) else source.name
