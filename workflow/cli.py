"""`undersigned`: each command is one verb.

Data goes to standard output, messages to standard error. Exit status: 0 all is well, 1 there are
findings (a place that `fill` left in the source language, a translation that breaks its place, a
template behind its source, a text that differs), 2 it was used wrongly or refused. What a command
does not need is not imported.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.errors import UndersignedError, UnrelatedCatalog, WorkspaceError, one_line
from workflow.model import Missing

if TYPE_CHECKING:
    from rich.console import JustifyMethod

    from workflow.model import Catalog, Passage, TargetDocument
    from workflow.services.documents import SourceFile
    from workflow.services.progress import Report

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Translate a statement into every language of those who sign it.",
)

FOUND_SOMETHING = 1
WRONG_USE = 2
HOLES_SHOWN = 20
PIPE_COLUMNS = 240


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag alone
    if wanted:
        from importlib.metadata import version

        print(f"undersigned {version('undersigned')}")  # noqa: T201
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Say which version this is.", callback=_print_version),
    ] = False,
) -> None:
    """Translate a statement into every language of those who sign it."""


SourceArgument = Annotated[Path, typer.Argument(metavar="SOURCE", help="The source document.")]
LocaleOption = Annotated[
    str, typer.Option("--locale", metavar="TAG", help="Language of the source, such as en or ar.")
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print data for programs.")]


@app.command()
def extract(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A source document, or a workspace's folder.")
    ],
    output: OutputOption = None,
    locale: LocaleOption = "",
) -> None:
    """Read a source document and write its template (POT).

    Given a folder with sources/ in it, brings all templates and catalogs in locales/ up to date.
    """
    if source.is_dir():
        if output or locale:
            raise WorkspaceError(
                f"{one_line(str(source))}: a workspace knows its languages and where its templates "
                "lie. Leave -o and --locale out."
            )
        _extract_workspace(source)
        return
    from workflow.exchange.catalogs import template, write_catalog
    from workflow.exchange.files import shown
    from workflow.services import documents, exchange, wording

    file = _source(source, locale)
    document = documents.read_document(file)
    catalog = template(document, source=_reference(source))
    if output is not None:
        exchange.check_output(output, catalog)
    _put(write_catalog(catalog), output, [source])
    for sentence in wording.sentences(document.issues, shown(source)):
        _say(sentence)


def _extract_workspace(folder: Path) -> None:
    from workflow.exchange.files import shown
    from workflow.services import documents, exchange, wording

    workspace = documents.open_workspace(folder)
    written = list(exchange.refresh(workspace))
    for path in written:
        print(shown(path))  # noqa: T201
    for file in documents.source_files(workspace):
        for sentence in wording.sentences(documents.read_document(file).issues, shown(file.path)):
            _say(sentence)
    if not written:
        _say("everything is up to date")


@app.command()
def fill(  # noqa: PLR0913 - each is an option people type
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
    from workflow.errors import HostileInput
    from workflow.exchange.files import shown
    from workflow.services import documents, exchange, publishing, wording

    documents.check_format(source)
    if output is not None and output.suffix.lower() in (".po", ".pot"):
        raise HostileInput(shown(output), "a document is no catalog", "Choose another name.")
    translations = exchange.read_catalog_file(catalog)
    file = _source(source, locale, translations)
    if not translations.locale:
        where = shown(catalog)
        _say(f"{where}: the header names no language we know; sentences are joined with a space")
    policy = Policy(missing=missing)
    living = [entry.key for entry in translations.entries if not entry.obsolete]
    document = documents.read_document(file, before=[key.source for key in living])
    known = {entry.key for entry in translations.entries}
    if known and document.units and not any(unit.key in known for unit in document.units):
        raise UnrelatedCatalog(shown(catalog), shown(source))
    target = publishing.assembled(document, translations, translations.locale, policy)
    filled = target.total - len(target.missing)
    if 100 * filled < keep * target.total:
        _say(
            f"{shown(source)}: {filled} of {target.total} places are translated, less than the "
            f"{keep:g} % to keep; nothing was written"
        )
        raise typer.Exit(FOUND_SOMETHING)
    _put(target.data, output, [source, catalog])
    issues = plumbing.check(document, targets_of(translations))
    for sentence in (
        *wording.sentences(document.issues, shown(source)),
        *wording.sentences(translations.issues, shown(catalog)),
        *wording.catalog_sentences(issues, translations, shown(catalog)),
    ):
        _say(sentence)
    _report_holes(target, shown(source))
    if issues or document.issues or translations.issues:
        raise typer.Exit(FOUND_SOMETHING)


def _report_holes(target: TargetDocument, where: str) -> None:
    if not target.missing:
        return
    for hole in target.missing[:HOLES_SHOWN]:
        state = hole.state.name.lower().replace("_", " ")
        _say(f"{where}:{hole.place.line}: {state}: {_brief(hole.key.source)}")
    if len(target.missing) > HOLES_SHOWN:
        _say(f"... and {len(target.missing) - HOLES_SHOWN} more")
    _say(f"{len(target.missing)} of {target.total} places show the source")
    raise typer.Exit(FOUND_SOMETHING)


@app.command()
def segment(
    source: SourceArgument, *, as_json: JsonOption = False, locale: LocaleOption = ""
) -> None:
    """Show how a source document is cut: its blocks, their kinds and markers, their sentences."""
    from workflow import plumbing
    from workflow.services import documents

    file = _source(source, locale)
    data, format_name = documents.read_source(file)
    passages = plumbing.segment(data, format=format_name, locale=file.locale)
    if as_json:
        _print_json([_passage(each) for each in passages])
        return
    for each in passages:
        level = f" {each.level}" if each.level else ""
        print(f"{each.kind}{level}\t{each.marker}\t{_brief(each.text)}")  # noqa: T201


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
    from workflow.services import exchange

    merged = exchange.merged(catalog, template)
    if output is not None:
        exchange.check_output(output, merged)
    _put(write_catalog(merged), output, [catalog, template])
    states = [entry.state for entry in merged.entries if not entry.obsolete]
    _say(
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

    The exit status is 1 if anything differs, as with diff.
    """
    from workflow.services import revisions

    found = revisions.compare(old, new, locale)
    if as_json:
        _print_json({"changes": revisions.rows(found), "counts": found.counts})
    else:
        for line in revisions.lines(found):
            print(line)  # noqa: T201
        _say(", ".join(f"{kind}: {count}" for kind, count in found.counts.items()))
    if found.is_different:
        raise typer.Exit(FOUND_SOMETHING)


@app.command()
def status(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The workspace.")] = Path(),
    *,
    as_json: JsonOption = False,
) -> None:
    """Show how far each document is in each language, and what is wrong."""
    from workflow.services import documents, progress

    report = progress.report(documents.open_workspace(folder))
    if as_json:
        rows = report.table.to_dict(orient="records")
        _print_json({"progress": rows, "findings": list(report.findings)})
    else:
        _print_table(report)
    if report.findings:
        raise typer.Exit(FOUND_SOMETHING)


def _print_table(report: Report) -> None:
    from rich.console import Console
    from rich.table import Table

    headings = ("document", "language", "texts", "to do", "needs work", "done", "words", "%")
    columns = ("document", "locale", "texts", "untranslated", "needs_work", "translated", "words")
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        is_name = heading in ("document", "language")
        is_long = heading == "document"  # on a narrow terminal it takes two lines; no figure is cut
        justify: JustifyMethod = "left" if is_name else "right"
        table.add_column(heading, justify=justify, no_wrap=not is_long, overflow="fold")
    for row in report.table.to_dict(orient="records"):
        table.add_row(*[str(row[column]) for column in columns], str(int(row["percent"])))
    Console(width=None if sys.stdout.isatty() else PIPE_COLUMNS).print(table)
    for finding in report.findings:
        _say(finding)


@app.command()
def demo(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A statement of yours.")
    ] = None,
    *,
    languages: Annotated[
        str, typer.Option(metavar="TAGS", help="Languages for your statement, such as fr,ar.")
    ] = "",
    locale: LocaleOption = "",
    sample: Annotated[Path, typer.Option(metavar="FOLDER", help="The sample workspace.")] = Path(),
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="An empty folder for the results.")
    ] = None,
) -> None:
    """Do the main job before your eyes: on the sample workspace, or on a file of yours."""
    from workflow.services import demonstration, documents, progress

    if file is None:
        workspace = demonstration.copy_sample(documents.open_workspace(sample), into)
    else:
        wanted = [tag for tag in languages.split(",") if tag.strip()]
        workspace = demonstration.new_workspace(_source(file, locale), wanted, into)
    folder = workspace.root
    finished = []
    for step in demonstration.run(workspace, folder / "statements"):
        print(step.sentence)  # noqa: T201
        finished.append(step)
    print()  # noqa: T201
    _print_table(progress.report(workspace))
    print(f"\nEverything is in {folder}")  # noqa: T201
    if page := demonstration.best_page(finished):
        print(f"Open {page} in your browser.")  # noqa: T201


def _source(path: Path, locale: str, catalog: Catalog | None = None) -> SourceFile:
    """Find out about a source given by its path; say where its language comes from if guessed."""
    from workflow.exchange.files import shown
    from workflow.services import documents

    file = documents.single_source(path, locale, catalog)
    if file.told_by in ("script", "default"):
        how = "told by its script" if file.told_by == "script" else "nothing says otherwise"
        _say(f"{shown(path)}: taken to be in '{file.locale}' ({how}); --locale TAG says another")
    return file


def _reference(source: Path) -> str:
    """Write a path for references: as given, or from here; never a path of this machine."""
    if not source.is_absolute():
        return source.as_posix()
    here = Path.cwd()
    return source.relative_to(here).as_posix() if source.is_relative_to(here) else source.name


def _put(data: bytes, output: Path | None, inputs: Sequence[Path]) -> None:
    """Write to a file at once, or to standard output; never over what was read."""
    from workflow.errors import HostileInput
    from workflow.exchange.files import shown, write_file

    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    for each in inputs:
        if output.exists() and output.samefile(each):
            raise HostileInput(
                shown(output), "this would overwrite what was read", "Choose another name."
            )
    write_file(output, data)


def _brief(text: str, length: int = 72) -> str:
    line = one_line(" ".join(text.split()))
    return line if len(line) <= length else f"{line[: length - 3]}..."


def _print_json(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode())


def _say(message: str) -> None:
    print(message, file=sys.stderr)  # noqa: T201


def run() -> None:
    """Run the command line; every refusal is one line, and nothing was written."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may know few letters
    try:
        app()
    except UndersignedError as error:
        _say(f"undersigned: {error}")
        raise SystemExit(WRONG_USE) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(FOUND_SOMETHING) from None
    except OSError as error:
        reason = (error.strerror or "it cannot be used").lower()
        where = one_line(str(error.filename or "output"))
        _say(f"undersigned: {where}: {reason}. Check the name and the permissions.")
        raise SystemExit(WRONG_USE) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
