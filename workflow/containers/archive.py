"""Several files as one zip file, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: these files have none."""
_UNIX = 3
_FOR_ALL_TO_READ = 0o100644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """Pack files, given by their paths with `/`, into one zip file.

    Laws: the same files give the same bytes, whatever order they come in; no clock, no machine and
    no person gets in. What is unpacked is what was packed.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _BEGINNING)
            entry.create_system = _UNIX
            entry.external_attr = _FOR_ALL_TO_READ
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, files[path])
    return packed.getvalue()
