"""The command line itself: its name, its version, and how every refusal ends.

Data goes to standard output, messages to standard error. Exit status: 0 all is well, 1 there are
findings (a place that `fill` left in the source language, a translation that breaks its place, a
template behind its source, a text that differs), 2 it was used wrongly or refused.
"""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from workflow.cli.saying import about, say
from workflow.errors import UndersignedError, one_line

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter

SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "A workspace": (
            *("init", "add", "revise", "archive", "status", "check", "assemble", "export"),
            *("sync", "people", "invite", "activity", "backup", "restore", "serve", "demo"),
        ),
        "Files, without a workspace": ("extract", "fill", "segment", "merge", "diff"),
    }
)
"""The commands as `--help` lists them, those for a workspace in the order of its life."""


class Sections(TyperGroup):
    """Commands in sections, each in an order that a reader can follow."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Give the names of the commands as they are listed."""
        ordered = [name for names in SECTIONS.values() for name in names]
        return sorted(super().list_commands(ctx), key=ordered.index)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """List the commands under the titles of their sections."""
        known = self.list_commands(ctx)
        width = formatter.width - 6 - max(map(len, known))
        for title, names in SECTIONS.items():
            rows = [
                (name, self.commands[name].get_short_help_str(width))
                for name in names
                if name in known
            ]
            with formatter.section(title):
                formatter.write_dl(rows)


app = typer.Typer(
    cls=Sections,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Translate a statement into every language of those who sign it.",
)

FOUND_SOMETHING = 1
WRONG_USE = 2


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


def run() -> None:
    """Run the command line; every refusal is one line, and nothing was written."""
    gc.set_threshold(200_000, 50, 100)  # much is made and little dropped: a fifth of the time
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may know few letters
    about(Path())  # until a command says otherwise
    try:
        app()
    except UndersignedError as error:
        say(f"undersigned: {error}")
        raise SystemExit(WRONG_USE) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(FOUND_SOMETHING) from None
    except OSError as error:
        reason = (error.strerror or "it cannot be used").lower()
        where = one_line(str(error.filename or "output"))
        say(f"undersigned: {where}: {reason}. Check the name and the permissions.")
        raise SystemExit(WRONG_USE) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
