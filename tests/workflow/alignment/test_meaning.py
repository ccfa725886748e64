import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.alignment.meaning import is_harmless

HARMLESS = [
    ("en", "Dear friends", "Dear friends,"),
    ("en", "We ask  you.\nNow", "We ask you. Now"),
    ("en", "the council", "The council"),
    ("en", "They recieved it.", "They received it."),
    ("en", "Our goverment said", "Our government said"),
    ("de", "Wir haben es beschlosen", "Wir haben es beschlossen"),
    ("fr", "C'est l'école", "C’est l’école"),
    ("ru", "Мы просим правительсво, мэра", "Мы просим правительство, мэра"),
    ("ar", "نطلب من المدينة", "نطلب من المدينة."),
    ("fa", "می‌خواهیم", "می خواهیم"),
    ("zh", "我们请求，市长", "我们请求市长"),
    ("xx", "Mbala  tuko", "mbala tuko."),
]
NEGATIONS = [
    ("en", "The city publishes it.", "The city does not publish it."),
    ("en", "You can go.", "You cannot go."),
    ("en", "It is possible.", "It is impossible."),
    ("en", "They do agree.", "They don't agree."),
    ("fr", "Nous acceptons.", "Nous n’acceptons pas."),
    ("es", "Queremos pagar.", "No queremos pagar."),
    ("de", "Das ist ein Recht.", "Das ist kein Recht."),
    ("it", "Vogliamo pagare.", "Non vogliamo pagare."),
    ("pt", "Queremos pagar.", "Não queremos pagar."),
    ("ru", "Мы согласны.", "Мы не согласны."),
    ("ru", "Это возможно.", "Это невозможно."),
    ("uk", "Ми згодні.", "Ми не згодні."),
    ("ar", "نريد الدفع.", "لا نريد الدفع."),
    ("fa", "می‌خواهیم.", "نمی‌خواهیم."),
    ("ckb", "دەمانەوێت.", "نامانەوێت."),
    ("tr", "Yollar yapıldı.", "Yollar yapılmadı."),
    ("hi", "हम सहमत हैं।", "हम सहमत नहीं हैं।"),
    ("ja", "払います。", "払いません。"),
    ("zh", "我们同意。", "我们不同意。"),
    ("ko", "동의합니다.", "동의하지 않습니다."),
    ("sw", "Tunataka kulipa.", "Hatutaki kulipa."),
    ("id", "Kami setuju.", "Kami tidak setuju."),
]
MODALS = [
    ("en", "They should pay.", "They shoud pay."),
    ("en", "They must pay.", "They may pay."),
    ("de", "Sie sollten zahlen.", "Sie solltn zahlen."),
    ("fr", "Ils doivent payer.", "Ils peuvent payer."),
    ("es", "Deben pagar.", "Pueden pagar."),
    ("ru", "Они должны платить.", "Они могут платить."),
    ("id", "Mereka harus bayar.", "Mereka boleh bayar."),
]
OTHERS = [
    ("en", "in 2024", "in 2025"),
    ("en", "5,000 euros", "50,00 euros"),
    ("fa", "۱۴ مارس", "۱۵ مارس"),
    ("en", "rise of 5 %", "rise of 5 %%"),
    ("en", "it costs $ 5", "it costs € 5"),
    ("en", "for Marten Baker", "for Martin Baker"),
    ("ar", "السيد محمد", "السيد محمود"),
    ("en", "Will you pay.", "Will you pay?"),
    ("en", "tell us", "tell US"),
    ("en", "see [here](https://a.example/one)", "see [here](https://a.example/two)"),
    ("en", "for {count} people", "for {cuont} people"),
    ("en", "the river", "the rivers"),
    ("en", "nowhere to go", "now here to go"),
    ("en", "something", ""),
    ("xx", "tuko recieved", "tuko received"),
]


@pytest.mark.parametrize(("locale", "old", "new"), HARMLESS)
def test_harmless(locale: str, old: str, new: str) -> None:
    assert is_harmless(old, new, locale)
    assert is_harmless(new, old, locale)


@pytest.mark.parametrize(("locale", "old", "new"), NEGATIONS + MODALS + OTHERS)
def test_never_harmless(locale: str, old: str, new: str) -> None:
    assert not is_harmless(old, new, locale)
    assert not is_harmless(new, old, locale)


@given(st.text(), st.sampled_from(["en", "ar", ""]))
def test_no_edit_is_harmless(text: str, locale: str) -> None:
    assert is_harmless(text, text, locale)


@given(st.text(), st.text(), st.sampled_from(["en", "tr", "zh", ""]))
def test_it_is_the_same_both_ways(old: str, new: str, locale: str) -> None:
    assert is_harmless(old, new, locale) == is_harmless(new, old, locale)
