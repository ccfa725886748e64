"""The few words that help to tell what a line is, language by language.

They only help: shape decides first (see `kinds`). All languages are asked at once, since a
statement in one language quotes others. Words are compared without case and accents, so `Chère` is
`chere` and an accented pseudo-translation is still recognised.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workflow import languages

_SALUTATION = """
dear|to the|to all|to our|to whom it may concern|open letter to|honourable|honorable|your excellenc|
comrades|friends|sisters and brothers|brothers and sisters|ladies and gentlemen|
cher|chère|chers|chères|mesdames|messieurs|madame|monsieur|aux|à tous|à toutes|à nos|
au gouvernement|
estimad|querid|a los|a las|a la|al|a todos|a todas|señor|señora|al gobierno|compañer|
sehr geehrte|liebe|lieber|an die|an den|an alle|verehrte|
gentil|cari|care|egregi|alla|ai|agli|alle|
prezad|caro|cara|aos|às|ao governo|excelent|
geachte|beste|aan de|aan het|kära|till|til|kære|
уважаем|дорогие|дорогой|дорогая|дорогі|шановн|szanown|drodzy|drogi|droga|drazí|vážen|sayın|değerli|
إلى|السيد|السادة|أيها|أيتها|حضرة|الأصدقاء|
به|جناب|خانم|دوستان|هم‌وطنان|بۆ|بەڕێز|هاوڕێ|محترم|کے نام|
לכבוד|אל|खुला पत्र|प्रिय|माननीय|সম্মানিত|প্রিয়|
致|尊敬的|亲爱的|敬愛|親愛|拝啓|皆様|各位|께|존경하는|친애하는|여러분|
kepada|yang terhormat|kwa|wapendwa|ndugu|kính gửi|ถึง|เรียน
"""

_ADDRESSED = ("様", "様へ", "各位", "各位へ", "御中", "殿", "께", "여러분", "여러분께", "貴中")
"""How a line ends that addresses somebody, in languages that say it there."""

_BYLINE = """
by|from the|written by|issued by|statement by|statement of|
par|de la part de|von|vom|di|a cura|da parte|por|de parte de|door|av|af|от|від|przez|
بقلم|صادر عن|بیان|نوشته|به قلم|از طرف|لەلایەن|نووسینی|מאת|
作者|发布|發布|文責|発表|글쓴이|발표|oleh|na|bởi|โดย|tarafından
"""

_SIGNED = """
sign|signator|signed|signature|undersigned|endors|support|sponsor|adopted|attended|on behalf|
following organi|participating organi|member organi|initiator|
signataire|signé|signent|soutien|soutenu|adhér|organisations|
firm|suscri|adhier|apoy|organizaciones|
unterzeichn|unterschrift|erstunterzeichn|unterstütz|
firmatar|sottoscri|aderisc|adesion|assinad|subscrev|apoia|ondertek|undertecknad|underskriv|
подпис|підпис|podpis|sygnatar|imzac|imzala|allekirjoitt|υπογραφ|
الموقع|التوقيع|وقع|الموقّع|المنظمات|
امضا|امضاکنندگان|واژۆ|ئیمزا|دستخط|חתומ|חותמ|
हस्ताक्षर|স্বাক্ষর|ลงนาม|ký tên|penandatangan|watia saini|waliotia saini|
署名|签名|签署|簽署|联署|聯署|賛同|서명|연명|연서
"""

_SOURCE = """
source|sources|from|published|first published|originally published|posted|translated|translation|
source :|publié|paru|traduit|traduction|fuente|publicado|traduc|quelle|erschienen|veröffentlicht|
übersetz|fonte|pubblicato|tradott|traduz|bron|źródło|источник|джерело|перевод|kaynak|
المصدر|نشر|ترجمة|منبع|منتشر|ترجمه|برگرفته|سەرچاوە|ماخذ|מקור|स्रोत|উৎস|
来源|來源|出典|訳|翻訳|출처|번역|sumber|chanzo|nguồn|ที่มา
"""

_BOILERPLATE = """
click here|read more|continue reading|read the rest|you can find|subscribe|unsubscribe|
newsletter here|
share this|print this|all rights reserved|copyright|©|follow us|return to|back to|view this|
cliquez ici|lire la suite|en savoir plus|s'abonner|partager|tous droits réservés|retour à|
haga clic|haz clic|leer más|seguir leyendo|suscríb|compartir|todos los derechos|volver a|
hier klicken|weiterlesen|mehr lesen|abonnieren|teilen|alle rechte|zurück zu|
clicca qui|leggi tutto|condividi|clique aqui|leia mais|compartilhar|lees meer|läs mer|
нажмите|читать далее|подписаться|все права|читати далі|czytaj dalej|devamını oku|
اضغط هنا|انقر هنا|اقرأ المزيد|اشترك|جميع الحقوق|اینجا کلیک|بیشتر بخوانید|ادامه مطلب|کلیک|
לחצו כאן|यहाँ क्लिक|আরও পড়ুন|点击|點擊|阅读全文|订阅|こちらを|続きを読む|여기를 클릭|더 보기
"""

_MONTHS = """
jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|
janv|févr|avr|juil|août|déc|ene|abr|ago|dic|mär|mrz|mai|okt|dez|gen|mag|giu|lug|set|ott|
كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|
محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|
فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|
خاکەلێوە|گوڵان|جۆزەردان|پووشپەڕ|گەلاوێژ|خەرمانان|ڕەزبەر|سەرماوەز|بەفرانبار|ڕێبەندان|ڕەشەمە|
کانوونی|شوبات|ئازار|نیسان|ئایار|حوزەیران|تەممووز|ئاب|ئەیلوول|تشرینی
"""


_FOLDED = 1000
"""Code points that are looked at; no cue stands further in."""


def fold(text: str) -> str:
    """Take case, accents and what encloses a text off it, for comparing."""
    return languages.fold(text[:_FOLDED]).strip("[⟦⟧]«»“”\"' ¿¡")


def _phrases(table: str) -> list[str]:
    return sorted({fold(each.strip()) for each in table.split("|")} - {""})


@lru_cache(maxsize=8)
def _opening(table: str) -> re.Pattern[str]:
    """Match a phrase where a text begins; a stem may go on, a whole short word may not."""
    parts = [re.escape(each) + ("" if _is_stem(each) else r"\b") for each in _phrases(table)]
    return re.compile("|".join(parts))


@lru_cache(maxsize=8)
def _anywhere(table: str) -> re.Pattern[str]:
    """Match a phrase where a word begins; scripts without spaces have no such place."""
    parts = [
        (r"(?<!\w)" if each.isascii() or not _is_unspaced(each) else "") + re.escape(each)
        for each in _phrases(table)
    ]
    return re.compile("|".join(parts))


def _is_stem(phrase: str) -> bool:
    """Tell whether a phrase may go on: `gentil` may, `liebe` and `an die` may not."""
    return _is_unspaced(phrase) or len(phrase) > len("sehr gee" if " " in phrase else "liebe")


def _is_unspaced(text: str) -> bool:
    return any(unicodedata.east_asian_width(one) == "W" for one in text) or text >= "\u0590"


def greets(text: str) -> bool:
    """Tell whether a line begins, or in some languages ends, as one that addresses somebody."""
    folded = fold(text)
    return bool(_opening(_SALUTATION).match(folded)) or folded.rstrip(":、,").endswith(
        tuple(languages.fold(each) for each in _ADDRESSED)
    )


def names_author(text: str) -> bool:
    """Tell whether a line begins as one that says who wrote the text."""
    return bool(_opening(_BYLINE).match(fold(text)))


def announces_signatures(text: str) -> bool:
    """Tell whether a line speaks of those who sign or support."""
    return bool(_anywhere(_SIGNED).search(fold(text)))


def names_source(text: str) -> bool:
    """Tell whether a line begins as one that says where the text comes from."""
    return bool(_opening(_SOURCE).match(fold(text)))


def is_web_residue(text: str) -> bool:
    """Tell whether a line belongs to the web page the text was copied from."""
    return bool(_anywhere(_BOILERPLATE).search(fold(text)))


@lru_cache(maxsize=64)
def month_words(names: frozenset[str]) -> frozenset[str]:
    """Give the folded names of months and weekdays: those given, and those Babel does not know."""
    return frozenset(fold(name).strip(".") for name in names) | frozenset(_phrases(_MONTHS))
