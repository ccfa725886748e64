"""Know the marks at which a sentence can end, and those that open and close what stands around it.

Source: Unicode Standard Annex 29, Sentence_Break=STerm and ATerm, the scripts in living use.
"""

from __future__ import annotations

FULL_STOPS = ".．"
"""Marks that abbreviations and numbers share with sentences."""

CALLS = "!?‼‽⁇⁈⁉"
"""Exclamation and question marks; a small letter after them continues the sentence."""

DOTS = "…"
"""Something is left out; whether the sentence ends shows in what follows."""

OWN_STOPS = "։؝؟۔܀܁܂߹।॥။።፧፨᙮។៕៖᠃᠉᱾᱿꓿꘎꘏꛳꛷꣎꣏꧈꧉꩝꩞꩟꫰꫱꯫。｡！？﹒﹖﹗"
"""Marks that do nothing else than end a sentence."""

STOPS = FULL_STOPS + CALLS + DOTS + OWN_STOPS

EXTRA_STOPS = {"hy": ":", "el": ";\u037e", "grc": ";\u037e"}
"""Marks that end a sentence in one language only: Armenian `:`, Greek `;` (a question mark)."""

WITHOUT_SPACE = frozenset("。｡！？﹖﹗।॥။።፧፨។៕۔")
"""After these a sentence may begin without a space."""

OPENERS = "([{（［｛〔【〖「『《〈｢⟨"
CLOSERS = ")]}）］｝〕】〗」』》〉｣⟩"
BRACKET_OF = dict(zip(CLOSERS, OPENERS, strict=True))

QUOTES = "\"'“”„‟‘’‚‛«»‹›`"
"""Marks whose side depends on the language and on what stands beside them."""

UNSEEN_AFTER = "\u200b\u200c\u200d\u200e\u200f\u202c\u2069\ufe0f\ufeff"
"""Invisible characters that belong to what stands before them."""

UNSEEN_BEFORE = "\u061c\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
"""Invisible characters that belong to what stands after them."""

CONTINUING = frozenset(",;:،؛、，；：·%‰/\\=+&|،")
"""A sentence does not begin with one of these."""

DASHES = frozenset("-–—―‒−")
