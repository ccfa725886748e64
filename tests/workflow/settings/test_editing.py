"""Single keys in the text of a TOML file."""

import subprocess
import sys
import tomllib
from datetime import date

import pytest

from tests.cases import ROOT
from workflow.settings.editing import File, Value


def changed(text: str, *path: str, **values: Value) -> str:
    file = File(text)
    file.change(path, values)
    return file.text()


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("", {"name": "x"}, 'name = "x"\n'),
        ("name = 'y' # ours", {"name": "x"}, 'name = "x" # ours\n'),
        ('name = "y"', {"more": "x"}, 'name = "y"\nmore = "x"\n'),
        ("# of the file\n", {"name": "x"}, '# of the file\nname = "x"\n'),
        (
            "# of the file\n\n# of a\n[a]\n",
            {"name": "x"},
            '# of the file\n\nname = "x"\n\n# of a\n[a]\n',
        ),
        ("# of a\n[a]\n", {"name": "x"}, 'name = "x"\n\n# of a\n[a]\n'),
        ("[a]\n", {"name": "x"}, 'name = "x"\n\n[a]\n'),
        ("b = 1\n# of a\n[a]\n", {"name": "x"}, 'b = 1\nname = "x"\n# of a\n[a]\n'),
        ("b = 1\n\n# of a\n[a]\n", {"name": "x"}, 'b = 1\nname = "x"\n\n# of a\n[a]\n'),
        ("# of b\nb = 1 # why\nc = 2\n", {"b": ""}, "# of b\n# why\nc = 2\n"),
        ("b = 1\nc = 2\n", {"b": ""}, "c = 2\n"),
        ("c = 2\n", {"b": ""}, "c = 2\n"),
        ("  b = 1 # why\n", {"b": ""}, "  # why\n"),
        ("b = 1\n", {"b": date(2026, 12, 1)}, "b = 2026-12-01\n"),
        ("b = '#'\n", {"b": ""}, ""),
        ("b = 1\n", {"c": 'a "b" \\ \n é'}, 'b = 1\nc = "a \\"b\\" \\\\ \\n é"\n'),
    ],
)
def test_keys_of_the_file(before: str, values: dict[str, Value], after: str) -> None:
    assert changed(before, **values) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[documents.a]\ntitle = "x"\n'),
        ("b = 1", 'b = 1\n\n[documents.a]\ntitle = "x"\n'),
        ("b = 1\n\n", 'b = 1\n\n[documents.a]\ntitle = "x"\n'),
        ("[documents.a]\n\n# of b\n[b]\n", '[documents.a]\ntitle = "x"\n\n# of b\n[b]\n'),
        ("[documents.a]\n# of b\n[b]\n", '[documents.a]\ntitle = "x"\n# of b\n[b]\n'),
        ("[documents.a]\ntitle = 'y'\n[b]\n", '[documents.a]\ntitle = "x"\n[b]\n'),
        ("[ documents . 'a' ]\n", "[ documents . 'a' ]\ntitle = \"x\"\n"),
        ("[documents]\na = {}\n", '[documents]\na = {title = "x"}\n'),
        ("[documents]\na.b = 1\n", '[documents]\na.b = 1\na.title = "x"\n'),
        ("documents.a.b = 1\n[c]\n", 'documents.a.b = 1\ndocuments.a.title = "x"\n[c]\n'),
        ("documents = {}\n[c]\n", 'documents = {a = {title = "x"}}\n[c]\n'),
        ("[documents.b]\n[c]\n[documents.a]\n", None),
    ],
)
def test_keys_of_a_document(before: str, after: str | None) -> None:
    text = changed(before, "documents", "a", title="x")
    assert text == after if after else text == f'{before}title = "x"\n'
    assert tomllib.loads(text)["documents"]["a"]["title"] == "x"


def test_a_table_in_several_places_is_not_changed() -> None:
    with pytest.raises(ValueError, match="documents"):
        changed("documents.a.b = 1\ndocuments.a.c = 2\n", "documents", "a", b=3)
    assert changed("a.b = 1\na.c = 2", d=3) == "a.b = 1\na.c = 2\nd = 3\n"


def test_the_name_of_a_document_is_quoted_where_it_must_be() -> None:
    assert changed("", "documents", "été", title="x") == '[documents."été"]\ntitle = "x"\n'


def test_what_looks_like_a_header_is_none() -> None:
    text = 'a = [\n[1],\n[2]]\nb = """\n[documents.a]\n"""\n'
    assert changed(text, c="x") == f'{text}c = "x"\n'
    assert changed(text, "documents", "a", c="x") == f'{text}\n[documents.a]\nc = "x"\n'


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("['fr','ar'] # x", ("ar", "de"), '["ar", "de"] # x'),
        ('["a#b"]', ("c",), '["c"]'),
        ('[\n  "fr",\n  "ar",\n]', ("de", "sw"), '[\n    "de",\n    "sw",\n]'),
        ('[\n  "fr", # F\n  "ar" # A\n]', ("fr",), '[\n  "fr", # F\n  # A\n]'),
        (
            '[ # all\n  "fr", # F\n  # of A\n  # and on\n  "AR", # A\n  # end\n]',
            ("de", "ar", "fr"),
            '[\n  "de",\n  # of A\n  # and on\n  "ar", # A\n  # all\n  "fr", # F\n  # end\n]',
        ),
    ],
)
def test_lists_keep_their_comments(before: str, values: tuple[str, ...], after: str) -> None:
    assert changed(f"list = {before}\n", list=values) == f"list = {after}\n"


def test_a_list_that_goes_leaves_its_comments() -> None:
    text = 'list = [ # all\n  "fr", # F\n] # end\nb = 1\n'
    assert changed(text, list="") == "# all\n# F\n# end\nb = 1\n"


def test_nothing_to_change_changes_nothing() -> None:
    assert changed("a  =  1\r\n") == "a  =  1\r\n"


def test_tomlkit_is_loaded_with_the_first_change_only() -> None:
    program = (
        "import sys\n"
        "from workflow.settings import Changes, change_settings, read_settings\n"
        "read_settings(change_settings(b'name = \"x\"', Changes(name='x')))\n"
        "assert 'tomlkit' not in sys.modules\n"
        "change_settings(b'', Changes(name='x'))\n"
        "assert 'tomlkit' in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
