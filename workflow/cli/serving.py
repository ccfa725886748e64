"""Serve a workspace to browsers."""

from __future__ import annotations

import ipaddress
import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from workflow.cli.app import app
from workflow.cli.options import FolderArgument, opened
from workflow.cli.saying import say
from workflow.errors import NotPossible

PORT = 8501
LOOPBACK = "127.0.0.1"
_NEXT_PORTS = 50
_MOST_BYTES_OF_A_MESSAGE = 1_000_000
"""On the line of an open page; ours sends what was clicked and chosen, which is far below."""
_SECONDS_KEPT = 60
"""How long a connection stays open when nothing is asked: to write a paragraph takes about so long,
and its save need not shake hands again then."""
_MOST_CONNECTIONS = 2_000
"""At a time; whoever comes then is told to come later."""


@app.command()
def serve(
    folder: FolderArgument = Path(),
    *,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65_535, help="0 for any that is free.")
    ] = PORT,
    address: Annotated[
        str,
        typer.Option("--address", metavar="HOST", help="Listen here; this machine if left out."),
    ] = LOOPBACK,
) -> None:
    """Let people translate and review in the browser, until Ctrl+C.

    Only this machine can reach it. For others, put a server with https in front and its public
    address into workspace.toml, as docs/how-to/serve.md tells.
    """
    with opened(folder) as workspace:
        public = workspace.settings.address
    if not public and not _is_loopback(address):
        raise NotPossible(
            f"{address} can be reached from other machines, and workspace.toml names no address",
            "Write the https address that people will use there, as address under [server].",
        )
    chosen = free_port(address, port)
    say(f"serving {folder.absolute().name} at {public or f'http://{_shown(address)}:{chosen}'}")
    say("to let somebody in: `undersigned invite translator --locale fr`. To stop: Ctrl+C")
    listen(folder, address, chosen)


def listen(folder: Path, address: str, port: int) -> None:
    """Serve a folder until somebody stops it; nothing about who asks is written down."""
    import uvicorn

    os.environ["UNDERSIGNED_WORKSPACE"] = str(folder.absolute())
    uvicorn.run(
        "ui.asgi:app",
        host=address,
        port=port,
        http="h11",  # another one, quicker by a little, takes headers without an end
        access_log=False,
        log_level="warning",
        server_header=False,
        ws_max_size=_MOST_BYTES_OF_A_MESSAGE,
        timeout_keep_alive=_SECONDS_KEPT,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=3,
    )


def free_port(address: str, wanted: int) -> int:
    """Give a port on which nobody listens: the wanted one, or one of those behind it.

    Raises:
        NotPossible: all are taken, or there is no such address here.
    """
    tried = range(wanted, min(wanted + _NEXT_PORTS, 65_536)) if wanted else (0,)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    for each in tried:
        with socket.socket(family, socket.SOCK_STREAM) as tester:
            tester.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tester.bind((address, each))
            except OSError:
                continue
            return int(tester.getsockname()[1])
    raise NotPossible(f"nothing can listen at {address}:{wanted}", "Name another with --port.")


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _shown(address: str) -> str:
    return f"[{address}]" if ":" in address else address
