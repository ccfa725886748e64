"""Signatories: who stands under a statement, read from the line that names them.

A line says, in this order and with many kinds of marks or none between them: a name, an
organisation or a function, a country. What it does not have is left out; every value is an exact
stretch of the line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from workflow import languages

# Marks between the parts of a line, the strongest first.
_DASH = re.compile(r"\s+[-–—―|/·•:：]\s+|(?<=\w)[-–—]\s+|\t+|\s{3,}|\s*[–—―]\s*")
_COMMA = re.compile(r"\s*[,،、，;؛；]\s*")
_OF = re.compile(r"\b(?:of the|of|in|de|du|des|en|del|di|da|do|von|van)\s+|d['’]", re.IGNORECASE)
_TAIL = re.compile(r"\s*[(（\[]([^()（）\[\]]+)[)）\]]\s*$")

_ORGANISATION = """
academy|alliance|archive|assembly|association|bank|board|bureau|campaign|caucus|center|centre|chamber|
chapter|charity|church|circle|clinic|club|coalition|collective|college|commission|committee|communist|
community|company|confederation|conference|congress|consortium|cooperative|co-operative|council|
department|faculty|federation|forum|foundation|friends|front|fund|group|guild|house|initiative|
institute|institution|international|league|libraries|library|laboratory|ministry|mission|
mosque|movement|museum|national|network|newspaper|
circle|parents|pupils|readers|residents|neighbours|farmers|teachers|association|cooperative|
observatory|office|organisation|organization|parish|parliament|partnership|party|platform|press|
project|revolutionary|school|section|secretariat|service|society|solidarity|students|synod|syndicate|team|trust|
union|university|watch|women|workers|workshop|youth|
professor|director|president|secretary|editor|journalist|writer|author|lawyer|teacher|doctor|
chair|chairperson|coordinator|member|mayor|senator|deputy|minister|bishop|pastor|artist|poet|
académie|alliance|assemblée|association|bibliothèque|bibliothèques|centre|collectif|comité|
commission|confédération|conseil|école|fédération|fondation|groupe|institut|ligue|maison|
mouvement|observatoire|organisation|parti|réseau|société|syndicat|union|université|professeur|
asociación|alianza|asamblea|biblioteca|centro|colectivo|comité|confederación|consejo|coordinadora|
escuela|federación|foro|frente|fundación|grupo|instituto|liga|movimiento|organización|partido|
plataforma|red|sindicato|sociedad|unión|universidad|
bund|bündnis|bücherei|forum|gemeinschaft|gesellschaft|gewerkschaft|gruppe|haus|hochschule|initiative|
institut|komitee|netzwerk|partei|rat|schule|stiftung|verband|verein|vereinigung|zentrum|
associazione|centro|comitato|fondazione|movimento|partito|rete|scuola|sindacato|università|
associação|conselho|escola|federação|fundação|movimento|partido|rede|sindicato|universidade|
جمعية|منظمة|اتحاد|حزب|لجنة|مركز|مؤسسة|شبكة|نقابة|مجلس|حركة|جامعة|مدرسة|مكتبة|رابطة|تحالف|
انجمن|سازمان|اتحادیه|کمیته|مرکز|بنیاد|شبکه|سندیکا|شورای|جنبش|دانشگاه|مدرسه|کتابخانه|ائتلاف|کانون|
ڕێکخراوی|کۆمەڵەی|یەکێتی|پارتی|لیژنەی|ناوەندی|دەزگای|تۆڕی|سەندیکای|ئەنجومەنی|زانکۆی|قوتابخانەی|
ассоциация|движение|комитет|организация|партия|профсоюз|союз|университет|фонд|центр|школа|
協会|委員会|会|連盟|連合|組合|大学|学校|図書館|財団|機構|協議会|協會|委员会|协会|联盟|大學|工会|基金会|
小学|中学|书店|出版社|合作社|
협회|위원회|연대|연합|대학교|학교|노조|재단|도서관|모임|주민회|조합|
मंडल|संघ|समिति|संस्था|विद्यालय|पुस्तकालय|संगठन|परिषद|मंच|केंद्र|সমিতি|সংঘ|পরিষদ|বিদ্যালয়|
ועד|עמותת|ארגון|איגוד|התאחדות|ספריית|תנועת|אגודת|בית|
derneği|sendikası|vakfı|birliği|platformu|okulu|kütüphanesi|gönüllüleri|girişimi|
kikundi|chama|umoja|shirika|shule|maktaba|mtandao|serikat|yayasan|perkumpulan|sekolah|perpustakaan|
stowarzyszenie|fundacja|związek|towarzystwo|szkoła|biblioteka|komitet|vereniging|stichting|
förening|förbund|bibliotek|skola|sällskap|совет|клуб|библиотека|общество|музей|спілка|товариство|
рада|бібліотека|σύλλογος|ένωση|ομάδα|σωματείο|επιτροπή|δίκτυο
"""
_ALIASES = """
US|USA|U.S.|U.S.A.|UK|U.K.|UAE|DRC|England|Scotland|Wales|Northern Ireland|Britain|Great Britain|
Korea|
South Korea|North Korea|Czech Republic|Turkey|Türkiye|Burma|Palestine|Kurdistan|Russia|Syria|Iran|
Ivory Coast|Côte d’Ivoire|Holland|The Netherlands|Vietnam|Laos|Tibet|Catalonia|Basque Country|
États-Unis|Grande-Bretagne|EE. UU.|EE.UU.|EEUU|Estados Unidos|USA|Congo|Macedonia|Upper Volta|
Burkina Faso|Western Sahara|Taiwan|Hong Kong|Kosovo|Chile|Perú|México|Brasil
"""
_PARTICLES = frozenset({
    "abu", "al", "ben", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
    "el", "ibn", "la", "le", "ten", "ter", "van", "von",
})  # fmt: skip
_AND = frozenset({"and", "e", "en", "et", "i", "och", "og", "und", "y"})
_COMPOUNDS = (
    "bibliothek", "bucherei", "bundnis", "gemeinschaft", "gesellschaft", "gewerkschaft", "gruppe",
    "hochschule", "initiative", "komitee", "kreis", "netzwerk", "partei", "schule", "stiftung",
    "verband", "verein", "vereinigung", "vereniging", "zentrum",
)  # fmt: skip
_ARTICLES = frozenset({"the", "les", "los", "las", "die", "das", "der"})
_THAI = ("กลุ่ม", "เครือข่าย", "ชมรม", "สมาคม", "มูลนิธิ", "สภา", "โรงเรียน", "ห้องสมุด", "คณะ")
_CJK = "\u2e80"
_LONGEST_NAME = 5
_NAME = 2


@lru_cache(maxsize=1)
def _organisation_words() -> frozenset[str]:
    return frozenset(languages.fold(word.strip()) for word in _ORGANISATION.split("|"))


@lru_cache(maxsize=32)
def countries(locale: str) -> frozenset[str]:
    """Give what countries are called in a text of this language, folded."""
    names = languages.country_names(locale) | languages.country_names("en")
    return frozenset(languages.fold(each.strip()) for each in (*names, *_ALIASES.split("|")))


def read_signatory(line: str, locale: str) -> Mapping[str, str]:
    """Read a signatory line: `name`, `organisation`, `country`, each where the line has it.

    >>> dict(read_signatory("Ana Lima, Friends of the Estuary, Brazil", "en"))
    {'name': 'Ana Lima', 'organisation': 'Friends of the Estuary', 'country': 'Brazil'}
    >>> dict(read_signatory("Reading Rooms Network (RRN) - Kenya", "en"))
    {'organisation': 'Reading Rooms Network (RRN)', 'country': 'Kenya'}
    """
    text = line.strip()
    rest, country = _split_country(text, locale)
    name, organisation = _split_bracket(rest) if not country else ("", "")
    if name:
        organisation, country = _split_country(organisation, locale)
    else:
        name, organisation = _split_name(rest)
    found = {"name": name, "organisation": organisation, "country": country}
    return {field: value for field, value in found.items() if value}


def names_country(line: str, locale: str) -> bool:
    """Tell whether a line ends with a country, set off by a mark."""
    rest, country = _split_country(line.strip(), locale)
    return bool(country) and bool(rest) and not rest.endswith(line.strip())


def _split_country(text: str, locale: str) -> tuple[str, str]:
    known = countries(locale)
    if (bracket := _TAIL.search(text)) and _is_country(bracket[1], known):
        return text[: bracket.start()], bracket[1].strip()
    for mark in (_DASH, _COMMA):
        cuts = list(mark.finditer(text))
        if cuts and _is_country(text[cuts[-1].end() :], known):
            return text[: cuts[-1].start()], text[cuts[-1].end() :]
    return text, _mentioned_country(text, known)


def _mentioned_country(text: str, known: frozenset[str]) -> str:
    """Find the country an organisation has in its name: `Readers of Kenya (RoK)`."""
    bare = text
    while bracket := _TAIL.search(bare):
        bare = bare[: bracket.start()]
    for found in reversed(list(_OF.finditer(bare))):
        if _is_country(bare[found.end() :], known):
            return bare[found.end() :].strip()
    return ""


def _is_country(text: str, known: frozenset[str]) -> bool:
    said = languages.fold(text.strip())
    return said in known or said.strip(".") in known


def _split_bracket(text: str) -> tuple[str, str]:
    """Part a bare name from what stands in brackets behind it: `Ada Brook (Island School)`."""
    bracket = _TAIL.search(text)
    if not bracket or bracket[1].isupper() or _DASH.search(text) or bracket.start() == 0:
        return "", ""
    before = text[: bracket.start()]
    is_short = len(before.split()) <= _NAME + 1
    if _COMMA.search(before) or not is_short or not _is_name(before):
        return "", ""
    return before, bracket[1].strip()


def _split_name(text: str) -> tuple[str, str]:
    """Part a name from what follows it; most lines of organisations alone have no name."""
    head = text.split("(", 1)[0].rstrip()
    for mark in (_DASH, _COMMA):
        if cut := mark.search(head):
            before, after = text[: cut.start()], text[cut.end() :]
            if _is_name(before) and after:
                return _with_title(before, after, text)
            if mark is _COMMA and len(before.split()) <= _LONGEST_NAME:
                return "", text
    return _split_unmarked(text)


def _split_unmarked(text: str) -> tuple[str, str]:
    """Part a name of two words from an organisation that follows without any mark."""
    words = text.split()
    if len(words) <= _NAME + 1 or not _is_capital(words[:_NAME]):
        return ("", text) if _is_organisation(words) or len(words) > _NAME else (text, "")
    end = _NAME + (words[1].casefold() in _PARTICLES)
    bare = re.sub(r"\s*\(.*", "", text).split()
    if _is_organisation(words[:end]) or (len(bare) <= end + 1 and _is_organisation(bare)):
        return "", text
    if len(bare) == end + _NAME and _is_organisation(bare[-1:]):
        return "", text  # `Low Point Sailing Club`: a wrong cut is worse than a missed one
    at = re.match(rf"(?:\S+\s+){{{end - 1}}}\S+", text)
    cut = at.end() if at else 0
    return text[:cut], text[cut:].strip()


def _with_title(before: str, after: str, text: str) -> tuple[str, str]:
    """Keep `Ms` or `PhD` behind a comma with the name."""
    if title := re.match(r"(?:Mr|Mrs|Ms|Dr|PhD|MD|Prof|Jr|Sr)\b\.?(?=\s*[(,\s]|$)", after):
        at = len(text) - len(after) + title.end()
        return text[:at], text[at:].lstrip(" ,")
    return before, after


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if word not in _AND]
    return 0 < len(words) <= _LONGEST_NAME and not _is_organisation(words)


def _is_organisation(words: list[str]) -> bool:
    known = _organisation_words()
    if words and (words[0].casefold() in _ARTICLES or words[0].startswith(_THAI)):
        return True
    for word in words:
        bare = languages.fold(word.strip("()[]«»“”\"',."))
        if bare in known or bare.removesuffix("s") in known or bare.endswith(_COMPOUNDS):
            return True
        if bare > _CJK and any(bare.endswith(each) for each in known if each > _CJK):
            return True
    return any(word.islower() and word not in _PARTICLES for word in words)


def _is_capital(words: list[str]) -> bool:
    return all(not word[:1].islower() or word in _PARTICLES for word in words)
