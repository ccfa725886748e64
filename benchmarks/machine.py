"""The table that stands over all figures: machine and versions.

python -m benchmarks.machine
"""

from __future__ import annotations

import os
import platform
from importlib.metadata import distribution, version
from pathlib import Path


def facts() -> dict[str, str]:
    """Say what the figures were measured on; nothing that names a machine or a person."""
    facts = {
        "processor": processor(),
        "processors": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{system()}, {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
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


def main() -> None:
    """Print the table."""
    for name, value in facts().items():
        print(f"{name:12}  {value}")


if __name__ == "__main__":
    main()
