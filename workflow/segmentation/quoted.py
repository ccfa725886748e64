"""Know how Chinese, Japanese and Korean go on after a quotation that ends with a full stop.

They put no space there, so a sentence like 「…。」と言った would fall apart.
"""

from __future__ import annotations

import re

from workflow.segmentation.tags import CHINESE

_JAPANESE_PARTICLE = re.compile("[とっはがをにのもでなだやかへ]|より|から|まで")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_CLAUSE = re.compile("[^，。！？；：,.!?;:\n]{0,14}")
_SAYING = re.compile(
    "[說说道問问答喊叫稱称寫写謂谓曰]|表示|指出|認為|认为|強調|强调|回應|回应|宣布|補充|补充|解釋|解释|聲明|声明"
)


def goes_on_after_quotation(text: str, after: int, language: str) -> bool:
    """Say whether the sentence goes on at `after`, straight after a closing quotation mark."""
    if language == "ja":
        return _JAPANESE_PARTICLE.match(text, after) is not None
    if language == "ko":
        return _HANGUL.match(text, after) is not None
    if language in CHINESE:
        clause = _CLAUSE.match(text, after)
        return clause is not None and _SAYING.search(clause[0]) is not None
    return False
