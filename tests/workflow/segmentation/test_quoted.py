import pytest

from tests.workflow.segmentation.conftest import Check
from workflow.segmentation.quoted import goes_on_after_quotation


def test_japanese(check_sentences: Check) -> None:
    check_sentences(
        "ja", ["彼は「来た。」と言った。|彼女は行った。", "（彼は来た。）|彼女は行った。"]
    )


def test_chinese(check_sentences: Check) -> None:
    check_sentences("zh-Hans", ["他说：“我来了。”|她走了。", "“我来了。”他说。|她走了。"])
    check_sentences("zh-Hant", ["「我來了。」他說。|她走了。"])


def test_korean(check_sentences: Check) -> None:
    check_sentences("ko", ['그는 "왔다."라고 말했다.|그녀는 갔다.'])


@pytest.mark.parametrize("language", ["en", "fr", "ar", ""])
def test_spaced_languages_have_no_such_rule(language: str) -> None:
    assert not goes_on_after_quotation("と言った", 0, language)
