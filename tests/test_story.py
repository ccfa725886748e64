"""From an empty folder to a statement in two languages, and back from nothing but the files."""

import json
import shutil
from pathlib import Path

from tests.commands import Undersigned
from tests.workspaces import FRENCH, LETTER, LETTRE, put

ARABIC = {
    "Open letter": "رسالة مفتوحة",
    "Dear friends,": "أيها الأصدقاء،",
    "The school stays. It serves us all.": "المدرسة باقية. إنها تخدمنا جميعا.",
}
GOOD = ("--minimum", "translated")


def catalog(locale: str) -> Path:
    return Path(f"locales/{locale}/LC_MESSAGES/letter.po")


def write_into(path: Path, texts: dict[str, str]) -> None:
    """Translate in a catalog, as somebody with an editor does."""
    text = path.read_text("utf-8")
    for source, target in texts.items():
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{target}"')
    path.write_text(text, "utf-8")


def test_the_life_of_a_statement(undersigned: Undersigned) -> None:
    put(Path("letter.txt"), LETTER)
    assert undersigned("init", ".", "--locale", "en").out.startswith("/join/")
    assert undersigned("add", "letter.txt", "--languages", "fr,ar").status == 0
    assert undersigned("sync").status == 0
    write_into(catalog("fr"), FRENCH)
    write_into(catalog("ar"), {"Open letter": ARABIC["Open letter"]})
    assert undersigned("sync").status == 0
    figures = json.loads(undersigned("status", "--json").out)["progress"]
    assert [(row["locale"], row["translated"]) for row in figures] == [("fr", 3), ("ar", 1)]
    assert undersigned("assemble", "letter", "--locale", "fr", *GOOD).out == LETTRE
    assert undersigned("assemble", *GOOD).status == 1
    write_into(catalog("ar"), ARABIC)
    assert undersigned("sync").status == 0
    assert undersigned("assemble", *GOOD).status == 0
    arabic = Path("statements/ar/letter.txt").read_text("utf-8")
    assert [line for line in arabic.splitlines() if line] == list(ARABIC.values())

    put(Path("letter.txt"), LETTER.replace("It serves", "It has served"))
    assert undersigned("revise", "letter", "letter.txt", "--release").status == 0
    assert undersigned("sync").status == 0
    assert "#, fuzzy" in catalog("fr").read_text("utf-8")
    text = catalog("fr").read_text("utf-8").replace("#, fuzzy\n", "")
    catalog("fr").write_text(text.replace("Elle nous sert", "Elle nous a servi"), "utf-8")
    assert undersigned("sync").status == 0
    final = LETTRE.replace("Elle nous sert", "Elle nous a servi")
    assert undersigned("assemble", "letter", "--locale", "fr", *GOOD).out == final

    files = {path: path.read_bytes() for path in Path("locales").rglob("*.po")}
    shutil.rmtree(".undersigned")
    assert undersigned("assemble", "letter", "--locale", "fr", *GOOD).out == final
    assert undersigned("sync").status == 0
    assert {path: path.read_bytes() for path in files} == files
