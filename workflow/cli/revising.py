"""Revising a document in two steps: see what a new text does and costs, then release it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.access import OPERATOR
from workflow.cli.app import app
from workflow.cli.options import JsonOption, WorkspaceOption, known_document, moment, opened
from workflow.cli.saying import print_json, print_table, say, tell, watching
from workflow.errors import NotPossible, one_line

if TYPE_CHECKING:
    from workflow.alignment.carrying import Intent
    from workflow.services.documents import Cost, Difference, Proposal
    from workflow.services.workspace import Workspace

_ALL = "all"


@app.command()
def revise(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the document.")],
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Its new text.", show_default=False)
    ] = None,
    *,
    release: Annotated[
        bool, typer.Option("--release", help="Let it be the text that translators see.")
    ] = False,
    discard: Annotated[bool, typer.Option("--discard", help="Forget the new text.")] = False,
    typo: Annotated[
        str,
        typer.Option(metavar="NUMBERS", help="Edits that left the meaning alone: 1,3 or all."),
    ] = "",
    as_json: JsonOption = False,
    folder: WorkspaceOption = Path(),
) -> None:
    """Propose a new text for a document, see its cost, release it.

    Until it is released, translators see the old one. An edited text needs work again in each
    language, unless --typo names its number. Without FILE it is about the text that waits.
    """
    if discard and (release or typo or file):
        message = "--discard goes with nothing else."
        raise typer.BadParameter(message)
    from workflow.services.documents import Intent
    from workflow.services.progress.waiting import about_source

    with opened(folder) as workspace:
        known_document(workspace, name)
        if discard:
            _discard(workspace, name, as_json=as_json)
            return
        if file is not None:
            _propose(workspace, name, file)
        seen = _waiting(workspace, name)
        if seen is None:
            file_says = about_source(workspace, name)
            refused = release or bool(typo)
            _say_nothing_waits(name, file_says, is_refused=refused, as_json=as_json)
            return
        typos = _typos(seen, typo)
        meant = dict.fromkeys(typos, Intent.TYPO)
        if release:
            seen = replace(seen, costs=_release(workspace, seen, meant))
        elif meant:
            seen = _waiting(workspace, name, meant) or seen
    if as_json:
        print_json(_data(seen) | {"released": release})
        return
    _show(seen)
    if release:
        say(f"released as revision {seen.number}. To write the catalogs: `undersigned sync`")
    else:
        _say_what_next(seen, typos)


def _say_nothing_waits(name: str, file_says: str, *, is_refused: bool, as_json: bool) -> None:
    """Say that there is no new text of a document, and what its file asks for, if anything.

    Raises:
        NotPossible: one was to be released.
    """
    reason, what_next = f"no new text of {name} waits", file_says or "Give a FILE to propose one."
    if is_refused:
        raise NotPossible(reason, what_next)
    if as_json:
        print_json(None)
    say(f"{reason}. {what_next}")


def _propose(workspace: Workspace, name: str, path: Path) -> None:
    from workflow import guard
    from workflow.exchange.files import read_file, shown
    from workflow.filters import filter_for
    from workflow.services import documents

    there = documents.describe(workspace, OPERATOR, moment(), document=name)
    found = filter_for(path.name).name
    if found != there.format:
        reason = f"{shown(path)} is {found}, and {name} is {there.format}"
        raise NotPossible(reason, "Save it in that format, or add it as another document.")
    data = read_file(path, guard.SOURCE_BYTES)
    with watching() as watch:
        documents.propose(workspace, OPERATOR, moment(), document=name, data=data, progress=watch)


def _waiting(
    workspace: Workspace, name: str, meant: Mapping[int, Intent] = MappingProxyType({})
) -> Proposal | None:
    from workflow.services import documents

    return documents.proposal(workspace, OPERATOR, moment(), document=name, intents=meant)


def _release(workspace: Workspace, seen: Proposal, meant: Mapping[int, Intent]) -> tuple[Cost, ...]:
    """Release what was seen; give what it cost."""
    from workflow.services import documents

    with watching() as watch:
        done = documents.release(
            workspace,
            OPERATOR,
            moment(),
            document=seen.document,
            digest=seen.digest,
            intents=meant,
            progress=watch,
        )
    return done.costs


def _discard(workspace: Workspace, name: str, *, as_json: bool) -> None:
    from workflow.services import documents

    number = documents.discard(workspace, OPERATOR, moment(), document=name)
    if as_json:
        print_json({"document": name, "number": number, "discarded": True})
    say(f"revision {number} is discarded; it stays on record")


def _typos(seen: Proposal, typo: str) -> tuple[int, ...]:
    """Give the numbers of the edits that were called typos, in the order of the text.

    Raises:
        NotPossible: a number is that of no edit.
    """
    edits = tuple(each.number for each in seen.differences if each.has_intent)
    wanted = {each.strip() for each in typo.split(",") if each.strip()}
    if wanted == {_ALL}:
        return edits
    if strange := sorted(wanted - set(map(str, edits))):
        reason = f"no edit has the number {', '.join(strange)}"
        known = ", ".join(map(str, edits)) or "none"
        raise NotPossible(reason, f"The text still waits. Numbers of its edits: {known}.")
    return tuple(number for number in edits if str(number) in wanted)


# --- what a revision does ------------------------------------------------------------------------


def _show(seen: Proposal) -> None:
    for each in seen.differences:
        for line in _lines(seen.document, each):
            tell(line)
    if not seen.differences:
        tell("no text to translate differs")
    for text in seen.reshaped:
        tell(f"{seen.document}:{text.line}: {text.sentence}")
        tell(f"    {one_line(text.text)}")
    if seen.costs:
        tell()
        rows = [
            (
                *(each.locale, each.needs_work, each.needs_work_words),
                *(each.new, each.new_words, each.unchanged, each.unchanged_words),
                *(each.gone, each.gone_words),
            )
            for each in seen.costs
        ]
        counted = ("need work", "new", "as before", "gone")
        print_table(("language", *(name for each in counted for name in (each, "words"))), rows)


def _lines(name: str, each: Difference) -> Iterator[str]:
    from workflow.alignment import Mark, Piece, marked
    from workflow.model import ChangeKind

    said = each.kind.value
    if each.kind is ChangeKind.EDITED:
        harmless = ", may be harmless" if each.is_harmless else ""
        said = f"edited, {each.similarity} % alike{harmless}"
    number = f" [{each.number}]" if each.has_intent else ""
    where = " of the old text" if each.kind is ChangeKind.GONE else ""
    yield f"{name}:{each.line}{where}{number}: {said}"
    if each.kind is ChangeKind.NEW:
        text = marked([Piece(Mark.ADDED, each.new)])
    elif each.kind is ChangeKind.GONE:
        text = marked([Piece(Mark.REMOVED, each.old)])
    else:
        text = marked(each.words) if each.words else each.new
    for line in text.split("\n"):
        yield f"    {one_line(line)}"


def _say_what_next(seen: Proposal, typos: tuple[int, ...]) -> None:
    """Say how to release what is shown; and with which typos, where nobody named any."""
    release = f"undersigned revise {seen.document} --release"
    say(f"translators see the old text until: `{release}{_option(typos)}`")
    harmless = [each.number for each in seen.differences if each.has_intent and each.is_harmless]
    if harmless and not typos:
        say(f"if what may be harmless left the meaning alone: `{release}{_option(harmless)}`")


def _option(typos: Sequence[int]) -> str:
    return f" --typo {','.join(map(str, typos))}" if typos else ""


def _data(seen: Proposal) -> dict[str, object]:
    return {
        "document": seen.document,
        "number": seen.number,
        "digest": seen.digest,
        "origin": seen.origin,
        "at": seen.at,
        "units": seen.units,
        "differences": [
            {
                "number": each.number,
                "kind": each.kind.value,
                "line": each.line,
                "old": each.old,
                "new": each.new,
                "similarity": each.similarity,
                "harmless": each.is_harmless,
                "has_intent": each.has_intent,
                "words": [[piece.mark.value, piece.text] for piece in each.words],
            }
            for each in seen.differences
        ],
        "reshaped": [asdict(each) for each in seen.reshaped],
        "costs": [asdict(each) for each in seen.costs],
    }
