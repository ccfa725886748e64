from tests.workflow.segmentation.conftest import Check
from workflow.segmentation import sentence_spans
from workflow.segmentation.rules import RULES


def test_every_rule_says_what_it_does() -> None:
    assert all(rule.__doc__ and rule.__doc__.endswith(".") for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_a_blank_line_always_cuts() -> None:
    text = "We came.\n\nand left."
    assert [span.of(text) for span in sentence_spans(text, "en")] == ["We came.", "and left."]
    assert len(sentence_spans("We came,\nand left.\n", "en")) == 1


def test_short_quotations_stay_whole(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            'They said: "Stop! Go home!" and left.',
            "He turned to her, 'That is good.' he said.",
            'He turned to her, "That is good."|He gave her the book.',
            "She paints (She worked for years as a clerk.) in town.",
            "Why me?|(Nobody knows.)|We do.",
            "The film “Help!” is old.|We saw it.",
            "“We are here.”|“So are we.”",
        ],
    )


def test_short_quotations_stay_whole_where_sentencex_is_not_asked(check_sentences: Check) -> None:
    check_sentences("sv", ['De ropade: "Stopp! Gå hem!" Sedan gick de.'.replace('!" ', '!"|')])
    check_sentences("sv", ["Han (var det Per? Ja!) gick hem."])


def test_long_quotations_are_cut_inside(check_sentences: Check) -> None:
    first = "The lake " + "which is very wide and very deep indeed " * 3 + "has risen again."
    second = "The town " + "which is very small and very poor indeed " * 3 + "is in danger."
    check_sentences(
        "en",
        [
            f"The mayor says: “{first}|{second}”|We agree.",
            f"It is wet.|({first}|{second})|We agree.",
        ],
    )


def test_a_number_alone_is_no_sentence(check_sentences: Check) -> None:
    check_sentences(
        "en", ["1. We go.", "a. We go.", "IV. We go.", "(5) We go.", "Q. Why?|A. Why not."]
    )


def test_commas_and_their_like_go_on(check_sentences: Check) -> None:
    check_sentences("en", ["Help!, he cried.", "Hill (1990.), Dale and others came."])
    check_sentences("sv", ["Vad? , Per undrade.", "Slut! : Nu."])


def test_dashes(check_sentences: Check) -> None:
    check_sentences("en", ["In the oven, and -- voila! -- it is done.", "“We won.” — Anna Hill"])
    check_sentences("fr", ["— Qui ?|— Personne."])
    check_sentences("ckb", ["هاتی؟|- بەڵێ."])


def test_small_letters_go_on(check_sentences: Check) -> None:
    check_sentences("en", ["He works at Yahoo! in sales.", "iPhone sales grew.|iPads did not."])


def test_texts_that_begin_small_are_cut_too(check_sentences: Check) -> None:
    check_sentences("en", ["the mayor spoke.|he left.|nobody came, e.g. the baker."])


def test_references_stay_on_the_left(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            "We did it. [1]|They did not.[2][3]|Nobody knows.¹|So be it.",
            "It stands in the Journal (1987).1|Others agree.",
        ],
    )


def test_dots(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            "We never wanted that....|He left the room.",
            "We . . . well, look . . . they are not here.",
            "The point is . . . We stay.",
            "Words may be left out . . . .|Next one.",
            "Then we left...|The end.",
        ],
    )
    check_sentences("fa", ["نان، آب و… همه هست."])


def test_addresses(check_sentences: Check) -> None:
    for language in ("en", "da", "tr"):
        check_sentences(
            language, ["Write to anna@example.org.|We read it.", "www.example.org.|It is ours."]
        )


def test_markup_of_the_source_stays_with_its_sentence(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            "**We go.**|_We stay._|Both.",
            "See [the lake.](https://example.org/a.b)|Then rest.",
            "<b>We go.</b>|We stay.",
        ],
    )


def test_a_remark_in_brackets_stays_with_its_quotation(check_sentences: Check) -> None:
    check_sentences(
        "en",
        [
            "“How high the water is!” (It was very high.)|We left.",
            "The water is high.|(It was very high.)|We left.",
        ],
    )


def test_items_of_a_running_list(check_sentences: Check) -> None:
    check_sentences("en", ["Close the gate well.|2) Count the boats.|3) Ring the bell."])


def test_dots_and_a_full_stop_end_a_sentence_without_capitals(check_sentences: Check) -> None:
    check_sentences("fa", ["آب کم شده است….|ما نگران هستیم."])
    check_sentences("fa", ["آب کم شده است… و ما نگران هستیم."])
