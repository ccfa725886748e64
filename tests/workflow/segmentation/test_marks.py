import unicodedata

from workflow.segmentation import marks


def test_each_mark_is_in_one_class() -> None:
    assert len(set(marks.STOPS)) == len(marks.STOPS)


def test_brackets_are_paired_as_unicode_pairs_them() -> None:
    for closer, opener in marks.BRACKET_OF.items():
        assert unicodedata.category(opener) == "Ps" or opener in "《〈「『｢"
        assert unicodedata.category(closer) == "Pe" or closer in "》〉」』｣"


def test_unseen_marks_are_not_white_space() -> None:
    assert not any(map(str.isspace, marks.UNSEEN_AFTER + marks.UNSEEN_BEFORE))


def test_no_stop_continues() -> None:
    assert not marks.CONTINUING & set(marks.STOPS)
