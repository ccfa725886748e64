from tests.workflow.segmentation.conftest import Check


def test_a_number_follows_a_number(check_sentences: Check) -> None:
    check_sentences("en", ["It was on 3-5. 2005 in town.", "They met in May 25-28. 2005.|We came."])


def test_ordinals_where_the_language_writes_them_so(check_sentences: Check) -> None:
    check_sentences("de", ["Der 45. Präsident kam am 8. Mai.|Er blieb bis 1990.|Dann ging er."])
    check_sentences("da", ["Den 3. maj kom 4. klasse.|Det var godt."])
    check_sentences("pl", ["To był 3. maja 1990.|Potem wyjechał."])


def test_a_sentence_may_begin_with_a_number(check_sentences: Check) -> None:
    check_sentences(
        "en", ["They waited.|30 people came!|40 more left.", "It was sold.|$5 was the price."]
    )
    check_sentences("ko", ["그는 왔다.|2010년에 갔다."])
    check_sentences("zh", ["价格是3.5元。|2010年更贵。"])


def test_a_last_number_is_no_sentence(check_sentences: Check) -> None:
    check_sentences("en", ["Who came? 2."])


def test_numbers_of_things_go_on(check_sentences: Check) -> None:
    check_sentences("en", ["Look at N°. 33.22.11.|That is it.", "It costs $3.50.|It grew 5%."])
