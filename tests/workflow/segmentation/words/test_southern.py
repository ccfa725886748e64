from tests.workflow.segmentation.conftest import Check


def test_arabic_script(check_sentences: Check) -> None:
    check_sentences("ar", ["جاء د. أحمد اليوم.|هل رحل؟|نعم!", "القيمة 3.5 في المئة.|هذا كثير."])
    check_sentences("fa", ["آقای دکتر آمد.|آیا رفت؟|بله!"])
    check_sentences("ckb", ["ئەو هات.|ئەی کوا؟|نازانم."])
    check_sentences("ur", ["وہ آیا۔|کیا وہ گیا؟|ہاں۔"])


def test_kurmanji(check_sentences: Check) -> None:
    check_sentences("kmr", ["Ew hat.|Tu çûyî?|Na.", "Ev mala min e.|Dr. Azad li vir e."])
    check_sentences("ku", ["Ew hat.|Tu çûyî?|Na."])


def test_kurmanji_whose_lines_begin_with_small_letters(check_sentences: Check) -> None:
    check_sentences(
        "kmr",
        [
            "ew hat malê.|tu jî çûyî.|em man.",
            "dibistan li gund e.|av li çem e.",
            "Dibistan li gund e.|ew mezin e.|6 mamoste tê de ne.",
        ],
    )


def test_hebrew(check_sentences: Check) -> None:
    check_sentences("he", ["הוא בא.|היא הלכה?|כן!", 'ד"ר כהן בא.|הוא דיבר.'])
    check_sentences("iw", ["הוא בא.|היא הלכה?|כן!"])


def test_south_asia(check_sentences: Check) -> None:
    check_sentences("hi", ["वह आया।|क्या वह गया?|हाँ।", "डॉ. शर्मा आए।|वे बोले।"])
    check_sentences("mr", ["डॉ. पाटील आले.|ते बोलले."])
    check_sentences("bn", ["সে এল।|সে কি গেল?|হ্যাঁ।", "ডা. সেন এলেন।|তিনি বললেন।"])
    check_sentences("pa", ["ਉਹ ਆਇਆ।|ਕੀ ਉਹ ਗਿਆ?"])
    check_sentences("ta", ["அவர் வந்தார்.|அவர் போனாரா?", "டாக்டர். குமார் வந்தார்.|அவர் பேசினார்."])
    check_sentences("ml", ["അവൻ വന്നു.|അവൾ പോയി."])


def test_south_east_asia_and_africa(check_sentences: Check) -> None:
    check_sentences("vi", ["Ông đến.|Bà đi.|TP. Huế đẹp."])
    check_sentences("id", ["Dr. Budi datang.|Dia berbicara.|Roti, air, dll.|Semua ada."])
    check_sentences("sw", ["Alikuja.|Je, alienda?|Ndiyo."])
    check_sentences("am", ["እሱ መጣ።|እሷ ሄደች፧|አዎ።"])
