"""Merge with polib alone, which has no guesses: run_polib.py OLD.po NEW.pot OUTPUT.po."""

from __future__ import annotations

import sys

import polib

if __name__ == "__main__":
    old, new, output = sys.argv[1:]
    catalog = polib.pofile(old)
    catalog.merge(polib.pofile(new))
    catalog.save(output)
