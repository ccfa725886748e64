"""Names that look the same to a reader have the same skeleton.

Whoever joins under a name that reads like another member's could speak for that member. So a name
is compared by what is seen of it: letters of one shape are one letter, whatever script they come
from, capital or small; what shows nothing, spaces and punctuation count for nothing. A reader tells
é from e and ł from l: accents and strokes make another name. But lines under a letter, and marks
laid over or around one, count for nothing.

Source: Unicode Technical Standard #39, "Unicode Security Mechanisms", 4 (Confusable Detection) and
its data file confusables.txt; DerivedCoreProperties.txt for what is ignorable by default. Ours is a
part of that data: each letter that passes for a Latin letter or a digit, beside it. Left out are
letters that run from right to left, which do not pass inside a Latin word, and marks.
"""

from __future__ import annotations

import re
import unicodedata

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""One character that shows nothing of its own: joiners, marks of direction, fillers, selectors."""

# Small letters stand for their capitals too: Cyrillic н is here for the sake of Н.
_LATIN_SHAPES = {
    "a": "ɑαаᴀᎪᗅꓮ⍺", "b": "ʙβвьƅꞵᏏᏴᗷᑲꓐ", "c": "ᴄсⲥᏟꓚ𐐽", "d": "ԁᴅᎠᏧᗞᗪᑯꓓꓒ", "e": "εеҽᴇꬲ℮Ꭼꓰⴹ",
    "f": "ϝꞙꜰꬵքᖴꓝ", "g": "ɡɢᶃցԍᏀᏳꓖ", "h": "ηнһհʜⲏᎻᏂᕼꓧ",
    "i": "1l|ıɪɩιіӏꙇʟⲓⳑᎥᏞᒪꓲꓡⵏᛁǀ∣", "j": "ȷјϳյʝᴊᎫᒍꓙ", "k": "κкĸᴋⲕᏦꓗᛕ",
    "m": "μмϻᴍⲙᎷᗰꓟᛖ", "n": "νոռɴⲛꓠ", "o": "0οоօᴏᴑꬽⲟჿဝഠଠዐꓳⵔ〇𐐬", "p": "ρрᴘⲣᏢᑭꓑ⍴",
    "q": "ԛգզⵕ", "r": "гᴦʀꭇꭈⲅᎡᏒᖇꓣ", "s": "ѕꜱտƽᏕᏚꓢ𐑈", "t": "τтᴛⲧᎢꓔ", "u": "υսᴜʋꞟᑌꓴ",
    "v": "ᴠѵᏙᐯꓦⴸ", "w": "ɯᴡѡԝաᎳᏔꓪ", "x": "χхꭓⲭᕁ᙭ꓫⵝᚷ", "y": "γуүʏɣყỿⲩᎩᎽꓬ", "z": "ζᴢᏃꓜ",
    "2": "ƨϩ", "3": "зɜȝʒⳍ", "4": "чᏎ", "6": "бⳓᏮ", "8": "ȣ",
    "æ": "ӕ", "ə": "әǝ", "ɵ": "өѳ", "đ": "ðɖ",
}  # fmt: skip
# Scripts that few can read and many screens can show: Lycian, Carian, Old Italic, Miao, Osage...
_RARE_SHAPES = {
    "2": "ꝛꙅᒿꛯ", "3": "ꝫӡ𖼻𑣊", "4": "𑣏", "5": "𑣛", "6": "𑣕", "7": "𐓺𑣆", "8": "𐌚", "9": "ꝯⳋ𑣌𑣖",
    "a": "𖽀𐊠", "b": "ᖯ𐊂𐊡𐌁", "c": "𑣲𐊢𐌂𐔜", "e": "𑣎𐊆", "f": "ẝ𑣂𐊇𐊥𐔥", "g": "ƍ", "h": "𐋏",
    "i": "𑣃𐌠𖼨𐊊𐌉𖼖𑣒𐑃𐔦", "k": "𐔘", "m": "𐊰𐌑", "n": "𐔓", "o": "𐓪𑣈𑣗𐊒𐊫𐔖", "p": "𐊕", "r": "Ꮁ𐓜𖼵",
    "s": "𑣁𖼺𐊖", "t": "𖼊𑣜𐊗𐊱𐌕", "u": "ꭎꭒ𐓶𑣘ሀ𖽂", "v": "𑜆𑣀ꛟ𖼈𐔝", "w": "𑜊𑜎𑜏𑣯", "x": "×ᕽ𐌢𑣬𐊐𐊴𐌗𐔧",
    "y": "ᶌꭚ𖽃𑣄𐊲", "z": "𐋵𑣉",
}  # fmt: skip
_OTHER_SHAPES = {
    "ا": "ٱ", "ی": "يىېۍ", "ک": "كڪ", "ه": "ہھە", "ة": "ۃ",  # Arabic: one letter, several keyboards
    "へ": "ヘ", "り": "リ", "一": "ー", "ニ": "二", "ハ": "八", "カ": "力", "タ": "夕", "ト": "卜",
    "ロ": "口囗", "エ": "工", "オ": "才", "チ": "千",  # kana and ideographs of one shape
}  # fmt: skip
_SHAPES = {
    ord(like): shape
    for shapes in (_LATIN_SHAPES, _RARE_SHAPES, _OTHER_SHAPES)
    for shape, likes in shapes.items()
    for like in likes
}
# NFKC makes a sigma of the lunate one, which has the shape of a c.
_LUNATE = str.maketrans("ϲϹ", "cc")
# These pass for one Latin letter when capital and for another when small. Among Latin letters they
# are taken as typed; in a word of their own script, one shape stands for both.
_AS_TYPED = str.maketrans("νηΥ", "vny")
_LATIN = re.compile("[A-Za-z]")

# Points and vowel signs that many writers leave out, the lengthening stroke of Arabic, and letters
# that pass for an apostrophe; the minus sign passes for a hyphen. Lines under, through and around a
# letter, which an underlined link hides.
_FAINT = re.compile(
    "[\u0331-\u0338\u20d0-\u20ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u02b9-\u02bf\u02c8\u02ca\u02cb\ua78b\ua78c\u07f4\u07f5\u2212]"
)
_NOTHING_SEEN = {"Cc", "Cf", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sk", "Zl", "Zp", "Zs"}
_DOTTED = re.compile("([ij][\u0316-\u0333]*)\u0307+")


def skeleton(name: str) -> str:
    """Reduce a name to what a reader sees of it.

    A skeleton is for comparing and for storing beside the name, never for showing. It is NFC.

    >>> skeleton("Paul O'Neil") == skeleton("РаuI-0'NEIL")  # the first two letters are Cyrillic
    True
    >>> skeleton("René") == skeleton("Rene")
    False

    Laws: `skeleton(skeleton(name)) == skeleton(name)`; capital and small letters are one where the
    name keeps to one script.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_LUNATE))
    if _LATIN.search(plain):
        plain = plain.translate(_AS_TYPED)
    small = unicodedata.normalize("NFKD", plain.casefold())
    shapes = "".join(_digit(one) for one in small).translate(_SHAPES)
    seen = "".join(one for one in shapes if not _shows_nothing(one))
    undotted = _DOTTED.sub(r"\1", unicodedata.normalize("NFD", seen))
    return unicodedata.normalize("NFC", undotted)


def _digit(character: str) -> str:
    """Write a digit of any script as ours: numbers are read by what they say."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _shows_nothing(character: str) -> bool:
    return (
        unicodedata.category(character) in _NOTHING_SEEN
        or bool(UNSEEN.match(character))
        or bool(_FAINT.match(character))
    )
