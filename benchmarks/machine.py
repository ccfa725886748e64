"""The table that stands over all figures: machine and versions.

python -m benchmarks.machine
"""

from __future__ import annotations

import os
import platform
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import distribution, version
from pathlib import Path

PROBES = 300


def facts() -> dict[str, str]:
    """Say what the figures were measured on; nothing that names a machine or a person."""
    facts = {
        "processor": processor(),
        "processors": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{system()}, {platform.machine()}",
        "fsync": durable(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "SQLite": sqlite3.sqlite_version,
        "undersigned": version("undersigned"),
    }
    for needed in distribution("undersigned").requires or []:
        name = needed.split(";")[0].split("<")[0].split(">")[0].split("=")[0].strip()
        if "extra ==" not in needed:
            facts[name] = version(name)
    return facts


def processor() -> str:
    """Name the processor as the system does, or its kind."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def system() -> str:
    """Name the system, with its own words where it has some."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


# --- the disk ------------------------------------------------------------------------------------


def durable() -> str:
    """Say how long the disk of temporary files takes until 4 KiB more of a file are kept."""
    with tempfile.TemporaryDirectory() as folder:
        took = synced(Path(folder))
    middle, slow = (f"{percentile(took, share) * 1000:.1f}" for share in (0.5, 0.95))
    return f"{middle} ms, one in twenty over {slow} ms"


def synced(folder: Path) -> list[float]:
    """Give the seconds that the disk needs for 4 KiB more of a file."""
    with (folder / "probe").open("wb", buffering=0) as file:

        def append(_: int) -> None:
            file.write(b"x" * 4096)
            os.fsync(file.fileno())

        return timed(append, PROBES)


def timed(act: Callable[[int], object], times: int) -> list[float]:
    """Do something again and again; give the seconds of each time."""
    took = []
    for number in range(times):
        begun = time.perf_counter()
        act(number)
        took.append(time.perf_counter() - begun)
    return took


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value under which this share of some values lies.

    >>> [percentile([3.0, 1.0, 2.0], share) for share in (0.5, 0.95, 1)]
    [2.0, 3.0, 3.0]
    """
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Print the table."""
    for name, value in facts().items():
        print(f"{name:14}  {value}")


if __name__ == "__main__":
    main()
