"""Our own scripts, styles and pictures, under names that change with what is in them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

HERE = Path(__file__).parents[1]
FOLDERS = (
    HERE / "components" / "statement",
    HERE / "components" / "preferences",
    HERE / "web" / "files",
)
"""Where they lie; nothing else of the program is ever sent."""
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_FOREVER = "public, max-age=31536000, immutable"


@cache
def _files() -> dict[str, tuple[Path, str]]:
    """Find every file by its name in a folder, with the name under which it is sent."""
    found = [path for folder in FOLDERS for path in sorted(folder.glob("*.*"))]
    kept = [path for path in found if path.suffix in TYPES]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in kept)).hexdigest()[:12]
    return {path.name: (path, f"{digest}/{path.name}") for path in kept}


def address(name: str) -> str:
    """Say where a file of ours is fetched, below the root; it is another place once any changed.

    All share one digest, so that scripts find each other by their plain names.

    Raises:
        KeyError: there is no such file.
    """
    return f"assets/{_files()[name][1]}"


def asset(request: Request) -> Response:
    """Send a file; a browser keeps it for good."""
    name = request.path_params["name"]
    known = _files().get(name)
    if known is None:
        return Response("", 404)
    path, current = known
    is_current = current == f"{request.path_params['digest']}/{name}"
    return Response(
        path.read_bytes(),
        media_type=TYPES[path.suffix],
        headers={"cache-control": _FOREVER if is_current else "no-store"},
    )
