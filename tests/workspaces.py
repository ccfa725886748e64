"""Small workspaces to try things on: one letter, its catalogs, its settings."""

from collections.abc import Collection, Mapping
from pathlib import Path

LETTER = "Open letter\n\nDear friends,\n\nThe school stays. It serves us all.\n"
FRENCH = {
    "Open letter": "Lettre ouverte",
    "Dear friends,": "Chers amis,",
    "The school stays. It serves us all.": "L’école reste. Elle nous sert tous.",
}
LETTRE = "Lettre ouverte\n\nChers amis,\n\nL’école reste. Elle nous sert tous.\n"


def put(path: Path, content: str | bytes) -> Path:
    """Write a file, its folders included, byte for byte."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def po(
    targets: Mapping[str, str] = FRENCH,
    *,
    locale: str = "fr",
    source_locale: str = "",
    fuzzy: Collection[str] = (),
) -> str:
    """Write a catalog by hand, as a stranger's tool would."""
    lines = ['msgid ""', 'msgstr ""', r'"Content-Type: text/plain; charset=UTF-8\n"']
    if locale:
        lines.append(rf'"Language: {locale}\n"')
    if source_locale:
        lines.append(rf'"X-Source-Language: {source_locale}\n"')
    for source, target in targets.items():
        lines += ["", *(["#, fuzzy"] if source in fuzzy else [])]
        lines += [f'msgid "{source}"', f'msgstr "{target}"']
    return "\n".join([*lines, ""])


def make_workspace(
    root: Path, settings: str = 'source_locale = "en"\n', sources: Mapping[str, str] | None = None
) -> Path:
    """Make a workspace; one letter where no sources are named, no settings where they are empty."""
    for name, text in (sources or {"letter.txt": LETTER}).items():
        put(root / "sources" / name, text)
    if settings:
        put(root / "workspace.toml", settings)
    return root


def tree(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, to see that nothing was written."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }
