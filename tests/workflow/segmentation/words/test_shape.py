from workflow.segmentation.words.shape import Words, listed


def test_a_list_is_its_words() -> None:
    assert listed("etc  e.g\n ee.uu") == {"etc", "e.g", "ee.uu"}


def test_nothing_is_known_at_first() -> None:
    assert Words().inner == Words().starters == frozenset()
    assert not Words().ordinal_stop
