"""The few sentences that a file says of itself, in the language of its statement.

Everything else in a file is the statement. These are short, so that they can be right; a language
is added by whoever reads it. Labels stand before a number, so no language needs a plural here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workflow.languages import language, script


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a file says of itself in one language."""

    draft: str
    untranslated: str
    """Before the number of paragraphs that are not translated."""
    unreviewed: str
    """Before the number of those that no second person has read."""
    languages: str
    """Names the list of languages."""
    final: str
    """Says that a text is finished."""
    colon: str = ": "
    """Between a label and its number."""


def phrases(locale: str) -> Phrases | None:
    """Give what a file says in a language; None where nobody has written it yet.

    >>> phrases("pt-BR").final, phrases("zh-TW").final, phrases("tlh")
    ('Texto final', '定稿', None)
    """
    found = _PHRASES.get(locale)
    if found or not locale:
        return found
    base = language(locale)
    if base == "zh":
        return _PHRASES["zh-Hant" if script(locale) == "Hant" else "zh-Hans"]
    found = _PHRASES.get(base)
    return found if script(locale) == script(base) else None


def spoken_in(locale: str) -> tuple[str, Phrases]:
    """Give the language in which a file speaks of itself, and what it says: else in English.

    >>> spoken_in("tlh")[0], spoken_in("fr")[1].languages
    ('en', 'Langues')
    """
    found = phrases(locale)
    return (locale, found) if found else (_ENGLISH, _PHRASES[_ENGLISH])


_ENGLISH = "en"
_PHRASES: Mapping[str, Phrases] = MappingProxyType({
    "en": Phrases(
        "Draft: this is not the final text.",
        "Not translated yet",
        "Not reviewed yet",
        "Languages",
        "Final text",
    ),
    "fr": Phrases(
        "Brouillon\u00a0: ce n’est pas le texte définitif.",
        "Pas encore traduits",
        "Pas encore relus",
        "Langues",
        "Texte définitif",
        "\u00a0: ",
    ),
    "es": Phrases(
        "Borrador: este no es el texto definitivo.",
        "Sin traducir",
        "Sin revisar",
        "Idiomas",
        "Texto definitivo",
    ),
    "pt": Phrases(
        "Rascunho: este não é o texto final.",
        "Por traduzir",
        "Por rever",
        "Línguas",
        "Texto final",
    ),
    "pt-BR": Phrases(
        "Rascunho: este não é o texto final.",
        "Ainda não traduzidos",
        "Ainda não revisados",
        "Idiomas",
        "Texto final",
    ),
    "de": Phrases(
        "Entwurf: Dies ist nicht der endgültige Text.",
        "Noch nicht übersetzt",
        "Noch nicht geprüft",
        "Sprachen",
        "Endgültiger Text",
    ),
    "it": Phrases(
        "Bozza: questo non è il testo definitivo.",
        "Non ancora tradotti",
        "Non ancora rivisti",
        "Lingue",
        "Testo definitivo",
    ),
    "nl": Phrases(
        "Concept: dit is niet de definitieve tekst.",
        "Nog niet vertaald",
        "Nog niet nagekeken",
        "Talen",
        "Definitieve tekst",
    ),
    "ru": Phrases(
        "Черновик: это не окончательный текст.",
        "Ещё не переведено",
        "Ещё не проверено",
        "Языки",
        "Окончательный текст",
    ),
    "uk": Phrases(
        "Чернетка: це не остаточний текст.",
        "Ще не перекладено",
        "Ще не перевірено",
        "Мови",
        "Остаточний текст",
    ),
    "pl": Phrases(
        "Wersja robocza: to nie jest ostateczny tekst.",
        "Jeszcze nieprzetłumaczone",
        "Jeszcze niesprawdzone",
        "Języki",
        "Ostateczny tekst",
    ),
    "tr": Phrases(
        "Taslak: Bu, metnin son hâli değildir.",
        "Henüz çevrilmemiş",
        "Henüz gözden geçirilmemiş",
        "Diller",
        "Metnin son hâli",
    ),
    "ar": Phrases(
        "مسودة: هذا ليس النص النهائي.",
        "لم يُترجم بعد",
        "لم يُراجع بعد",
        "اللغات",
        "النص النهائي",
    ),
    "fa": Phrases(
        "پیش‌نویس: این متن نهایی نیست.",
        "هنوز ترجمه نشده",
        "هنوز بازبینی نشده",
        "زبان‌ها",
        "متن نهایی",
    ),
    "ckb": Phrases(
        "ڕەشنووس: ئەمە دەقی کۆتایی نییە.",
        "هێشتا وەرنەگێڕدراوە",
        "هێشتا پێداچوونەوەی بۆ نەکراوە",
        "زمانەکان",
        "دەقی کۆتایی",
    ),
    "kmr": Phrases(
        "Reşnivîs: ev ne nivîsa dawî ye.",
        "Hîn nehatiye wergerandin",
        "Hîn nehatiye kontrolkirin",
        "Ziman",
        "Nivîsa dawî",
    ),
    "he": Phrases(
        "טיוטה: זה אינו הנוסח הסופי.",
        "טרם תורגמו",
        "טרם נבדקו",
        "שפות",
        "הנוסח הסופי",
    ),
    "ur": Phrases(
        "مسودہ: یہ حتمی متن نہیں ہے۔",
        "ابھی ترجمہ نہیں ہوا",
        "ابھی نظرثانی نہیں ہوئی",
        "زبانیں",
        "حتمی متن",
    ),
    "hi": Phrases(
        "मसौदा: यह अंतिम पाठ नहीं है।",
        "अभी अनुवाद नहीं हुआ",
        "अभी समीक्षा नहीं हुई",
        "भाषाएँ",
        "अंतिम पाठ",
    ),
    "bn": Phrases(
        "খসড়া: এটি চূড়ান্ত পাঠ নয়।",
        "এখনও অনুবাদ হয়নি",
        "এখনও পর্যালোচনা হয়নি",
        "ভাষা",
        "চূড়ান্ত পাঠ",
    ),
    "zh-Hans": Phrases(
        "草稿：这不是最终文本。",
        "尚未翻译",
        "尚未审校",
        "语言",
        "定稿",
        "：",
    ),
    "zh-Hant": Phrases(
        "草稿：這不是最終文本。",
        "尚未翻譯",
        "尚未審校",
        "語言",
        "定稿",
        "：",
    ),
    "ja": Phrases(
        "草稿：これは確定した文章ではありません。",
        "未翻訳",
        "未確認",
        "言語",
        "確定した文章",
        "：",
    ),
    "ko": Phrases(
        "초안: 이 글은 최종본이 아닙니다.",
        "아직 번역되지 않음",
        "아직 검토되지 않음",
        "언어",
        "최종본",
    ),
    "id": Phrases(
        "Draf: ini bukan teks akhir.",
        "Belum diterjemahkan",
        "Belum ditinjau",
        "Bahasa",
        "Teks akhir",
    ),
    "vi": Phrases(
        "Bản nháp: đây chưa phải là bản cuối cùng.",
        "Chưa dịch",
        "Chưa duyệt",
        "Ngôn ngữ",
        "Bản cuối cùng",
    ),
    "sw": Phrases(
        "Rasimu: haya si maandishi ya mwisho.",
        "Bado hayajatafsiriwa",
        "Bado hayajakaguliwa",
        "Lugha",
        "Maandishi ya mwisho",
    ),
})  # fmt: skip
"""By BCP 47 tag: what we are sure of."""
