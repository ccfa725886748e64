"""Find the sentences of a text, and say when a block becomes one unit per sentence.

>>> from workflow.segmentation import sentence_spans
>>> text = "The library opens on Jan. 8. Bring a friend!"
>>> [span.of(text) for span in sentence_spans(text, "en")]
['The library opens on Jan. 8.', 'Bring a friend!']
"""

from workflow.segmentation.cutting import UNPRECEDENTED, Precedent, cut, joiner
from workflow.segmentation.sentences import VERSION, sentence_spans

__all__ = ["UNPRECEDENTED", "VERSION", "Precedent", "cut", "joiner", "sentence_spans"]
