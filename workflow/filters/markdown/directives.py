"""What authors say to the program, in comments that no reader sees.

<!-- i18n:skip -->          the next block is not translated
<!-- i18n:skip-start -->    nothing is, up to
<!-- i18n:skip-end -->
<!-- i18n:note ... -->      tell translators this about the next text
<!-- i18n:context ... -->   keep the next text apart from equal ones elsewhere
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.model import Issue

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_DIRECTIVE = re.compile(r"\s*i18n:\s*([\w-]+)[ \t\n:]*(.*?)\s*", re.DOTALL)


@dataclass(slots=True)
class Directives:
    """What has been said and holds for what comes."""

    skip: bool = False
    """The next block is left out."""
    skipping: int = 0
    """Line of the `skip-start` that is still open; 0 where none is."""
    note: str = ""
    context: str = ""

    def take(self) -> tuple[str, str]:
        """Give the note and the context for the text that comes now; they hold for it alone."""
        taken = self.note, self.context
        self.note = self.context = ""
        return taken

    def drop(self, line: int) -> Issue | None:
        """Forget what was said for a text that does not come; say so, with a line."""
        said = self.take()
        was_used = not (any(said) or self.skip)
        self.skip = False
        return None if was_used else Issue("unused_directive", line)

    def hear(self, block: str, line: int) -> Issue | None:
        """Read the comments of a block of HTML; say what is wrong with one.

        Only a block that is nothing but comments can hold any.
        """
        if "i18n:" not in block:
            return None
        issue = None
        for comment in _COMMENT.finditer(block, 0, block.rfind("-->") + len("-->")):
            if found := _DIRECTIVE.fullmatch(comment[1]):
                issue = issue or self._obey(found[1], " ".join(found[2].split()), line)
        return issue

    def _obey(self, name: str, text: str, line: int) -> Issue | None:
        match name:
            case "skip":
                self.skip = True
            case "skip-start":
                self.skipping = self.skipping or line
            case "skip-end" if self.skipping:
                self.skipping = 0
            case "skip-end":
                return Issue("unopened_skip", line)
            case "note":
                self.note = f"{self.note}\n{text}" if self.note else text
            case "context":
                self.context = text
            case _:
                return Issue("unknown_directive", line, f"i18n:{name}")
        return None
