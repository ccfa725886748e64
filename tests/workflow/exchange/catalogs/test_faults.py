import pytest

from workflow.exchange.catalogs.faults import explain


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<<<<<<< ours", "two versions of this file were left unmerged here ('<<<<<<<')"),
        ("=======", "two versions of this file were left unmerged here ('=======')"),
        ("||||||| base", "two versions of this file were left unmerged here ('|||||||')"),
        (">>>>>>> theirs", "two versions of this file were left unmerged here ('>>>>>>>')"),
        ("Dear friends,", "'Dear friends,' is no part of a catalog"),
        ("\u200fشهر", "'شهر' is no part of a catalog"),
        ("x" * 90, f"'{'x' * 39}…' is no part of a catalog"),
        ('msgfoo "a"', "'msgfoo' is no word of a catalog"),
        ("msgid river", "msgid is followed by no text in quotes"),
        ('msgid "river', "the text is not closed with a quote"),
        ('msgid "river\\', "the text is not closed with a quote"),
        ('msgid "the "river""', "something stands after the closing quote"),
        (r'#~ msgid "C:\quay"', r"the escape '\q' is not known"),
        (r'msgid "\\\a"', r"the escape '\a' is not known"),
        (r'msgid "\x41"', r"the escape '\x' is not known"),
        ('msgstr[12] "river"', "'msgstr[12]' is no plural form"),
        ('msgstr[x] "river"', "'msgstr[x]' is no plural form"),
        ('"river"', "this text follows no msgid or msgstr"),
    ],
)
def test_a_line_is_explained(line: str, reason: str) -> None:
    found, what_next = explain(line, last=False)
    assert found == reason
    assert what_next.endswith(".")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('msgstr "riv', "the file ends in the middle of a text"),
        ("msgstr", "the file ends in the middle of an entry"),
        ("ms", "the file ends in the middle of an entry"),
        ("#~ msgst", "the file ends in the middle of an entry"),
    ],
)
def test_a_last_line_is_taken_for_a_cut(line: str, reason: str) -> None:
    assert explain(line, last=True)[0] == reason


def test_a_long_line_is_explained_in_short_time() -> None:
    reason, _ = explain('msgid "' + "\\\\" * 2_000_000 + '" and more', last=False)
    assert reason == "something stands after the closing quote"
