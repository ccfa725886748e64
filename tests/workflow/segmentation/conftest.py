"""Tables of sentences: one text a line, `|` where a sentence ends."""

from collections.abc import Callable, Iterable

import pytest

from workflow.segmentation import joiner, sentence_spans

Check = Callable[[str, Iterable[str]], None]


@pytest.fixture
def check_sentences() -> Check:
    """Join the sentences of each line as its language does, and find them again."""

    def check(locale: str, lines: Iterable[str]) -> None:
        rows = [line.split("|") for line in lines]
        assert rows
        found = []
        for sentences in rows:
            text = joiner(locale).join(sentences)
            found.append([span.of(text) for span in sentence_spans(text, locale)])
        assert found == rows

    return check
