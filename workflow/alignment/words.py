"""Words that turn a sentence round or set how binding it is: negations, modal words, a few limits.

Only of languages that write names with capitals: elsewhere a changed word may be a name, and counts
as a change of meaning whatever it is.
"""

from __future__ import annotations

from collections.abc import Mapping

_EN = "no not nor none never neither nobody nothing nowhere cannot without unless except only must shall should may might can could will would ought need needs required optional"
_FR = "non ne pas point jamais rien aucun aucune personne sans sauf nul nulle guère seulement doit doivent devra devront devrait devraient peut peuvent pourra pourront pourrait pourraient faut faudra faudrait"
_ES = "no ni nunca jamás nada nadie ningún ninguno ninguna sin salvo excepto solo sólo tampoco debe deben debería deberían deberá deberán puede pueden podrá podrán podría podrían"
_DE = "nicht kein keine keiner keinen keinem keines nie niemals nichts niemand weder noch ohne außer nur muss müssen müsste müssten soll sollen sollte sollten kann können könnte könnten darf dürfen dürfte dürften mag möge wird werden würde würden"
_IT = "non né mai nulla niente nessuno nessun nessuna senza salvo tranne solo soltanto deve devono dovrà dovranno dovrebbe dovrebbero può possono potrà potranno potrebbe potrebbero"
_PT = "não nem nunca jamais nada ninguém nenhum nenhuma sem salvo exceto apenas só deve devem deverá deverão deveria deveriam pode podem poderá poderão poderia poderiam"
_RU = "не ни нет никогда никто ничто ничего никакой нельзя без кроме только должен должна должно должны может могут можно надо нужно следует обязан обязаны"
_UK = "не ні ані немає ніколи ніхто ніщо нічого жоден жодна жодне без крім лише тільки повинен повинна повинно повинні може можуть можна треба потрібно слід мусить мусять"
_TR = "değil yok hayır asla hiç hiçbir ne olmadan hariç sadece yalnızca gerek gerekir gerekli lazım zorunlu mutlaka mümkün olabilir"
_SW = "si sio siyo hapana hakuna hakika kamwe wala bila isipokuwa tu lazima sharti lazma inaweza anaweza wanaweza huweza yaweza inafaa inapaswa anapaswa wanapaswa"
_ID = "tidak bukan jangan belum tanpa tiada tak kecuali hanya harus wajib mesti boleh dapat bisa mungkin akan perlu seharusnya sebaiknya"

DECISIVE: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "de": _DE, "en": _EN, "es": _ES, "fr": _FR, "id": _ID, "it": _IT, "pt": _PT, "ru": _RU,
        "sw": _SW, "tr": _TR, "uk": _UK,
    }.items()
}  # fmt: skip
"""By language; a language that is not here has no word whose change could be harmless."""
