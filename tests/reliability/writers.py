"""A process of volunteers who save as fast as they can, and say which saves were acknowledged.

    python -m tests.reliability.writers FOLDER RUN WHO... [--synchronous NORMAL] [--eager]

Each line on standard output is one answer: who, the number of the save, and the version it got.
"""

from __future__ import annotations

import argparse
import os
import threading
from itertools import count
from pathlib import Path

from tests.reliability.ground import Ground, ground, plan, say
from workflow.store import engine


def write(here: Ground, run: int, who: int) -> None:
    """Save without end."""
    for number in count():
        planned = plan(run, who, number, len(here.units), len(here.people))
        saved = here.save(planned)
        say(who, number, saved.version)


def main() -> None:
    """Let the volunteers begin; the first who meets an error ends the process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("run", type=int)
    parser.add_argument("who", type=int, nargs="+")
    parser.add_argument("--synchronous", default="FULL", help="a bug to be planted")
    parser.add_argument("--eager", action="store_true", help="a checkpoint after every save")
    options = parser.parse_args()
    _plant(options.synchronous)
    if options.eager:
        engine._LOG_BYTES = 0
    failed = threading.Event()

    def begin(who: int) -> None:
        try:
            write(here, options.run, who)
        finally:
            failed.set()

    with ground(options.folder) as here:
        for each in options.who:
            threading.Thread(target=begin, args=(each,), daemon=True).start()
        failed.wait()
    os._exit(1)


def _plant(synchronous: str) -> None:
    """Open the database as somebody in a hurry would."""
    pragmas = [
        f"synchronous = {synchronous}" if pragma.startswith("synchronous") else pragma
        for pragma in engine._PRAGMAS
    ]
    vars(engine)["_PRAGMAS"] = tuple(pragmas)
    engine._EXPECTED["synchronous"] = ("OFF", "NORMAL", "FULL").index(synchronous)


if __name__ == "__main__":
    main()
