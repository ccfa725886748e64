from tests.workflow.segmentation.conftest import Check


def test_greek_asks_with_a_semicolon(check_sentences: Check) -> None:
    check_sentences(
        "el",
        [
            "Ο κ. Παππάς ήρθε.|Τι θέλει;|Τίποτα.",
            "Ψωμί, νερό κ.λπ.|Όλα είναι εδώ.",
            "Ήταν π.χ. στις 5 μ.μ. εκεί.|Μετά έφυγε.",
        ],
    )


def test_turkish(check_sentences: Check) -> None:
    check_sentences(
        "tr",
        [
            "Prof. Dr. Ali Kaya geldi.|Çok konuştu.",
            "3. Selim padişahtı.|Sonra gitti.",
            "Ekmek, su vb.|Hepsi var.",
            '"Gel." dedi.|Sonra gitti.',
        ],
    )


def test_finnish_and_hungarian(check_sentences: Check) -> None:
    check_sentences("fi", ["Hän tuli 3. toukokuuta.|Sitten hän lähti."])
    check_sentences("hu", ["Dr. Kovács jött.|2005. május 3. volt a nap."])


def test_armenian_ends_with_a_colon(check_sentences: Check) -> None:
    check_sentences("hy", ["Նա եկավ։|Նա գնաց:|Այո:"])


def test_georgian(check_sentences: Check) -> None:
    check_sentences("ka", ["ის მოვიდა.|ის წავიდა?|კი."])
