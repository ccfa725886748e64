"""Numbers, in the digits, marks, dates and times of many languages."""

from collections.abc import Callable

from tests.workflow.checks.tables import Case, added, lost

Try = Callable[[tuple[Case, ...]], None]


def test_digits_of_every_script(try_cases: Try) -> None:
    source = "31 rivers in 2024"
    try_cases((
        Case("ar", source, "٣١ نهرًا في ٢٠٢٤"),
        Case("fa", source, "۳۱ رود در سال ۲۰۲۴"),
        Case("hi", source, "२०२४ में ३१ नदियाँ"),
        Case("bn", source, "২০২৪ সালে ৩১টি নদী"),
        Case("ja", source, "２０２４年に３１の川"),
        Case("th", source, "แม่น้ำ ๓๑ สายในปี ๒๐๒๔"),
        Case("my", source, "၂၀၂၄ တွင် မြစ် ၃၁"),
        Case("he", source, "31 נהרות ב-2024"),
        Case("ko", source, "2024년의 31개 강"),
        Case("ar", source, "٣١ نهرًا في ٢٠٤٢", lost("2024") + added("٢٠٤٢")),
        Case("fa", source, "۳۱ رود در سال ۲۰۲۵", lost("2024") + added("۲۰۲۵")),
        Case("hi", source, "२०२४ में १३ नदियाँ", lost("31") + added("१३")),
        Case("bn", source, "সালে ৩১টি নদী", lost("2024")),
        Case("ja", source, "２０２３年に３１の川", lost("2024") + added("２０２３")),
        Case("th", source, "แม่น้ำ ๓๑ สาย", lost("2024")),
    ))  # fmt: skip


def test_marks_between_digits(try_cases: Try) -> None:
    try_cases((
        Case("de", "1,234.5 km", "1.234,5 km"),
        Case("fr", "1,234.5 km", "1\u202f234,5 km"),
        Case("fr", "50,000 people", "50 000 personnes"),
        Case("fr", "50,000 people", "50&nbsp;000 personnes", notation="markdown"),
        Case("ar", "1,234.5 km", "١٬٢٣٤٫٥ كم"),
        Case("fa", "1,234.5 km", "۱٬۲۳۴٫۵ کیلومتر"),
        Case("ar", "50,000 people", "٥٠،٠٠٠ نسمة"),
        Case("es", "2,000 people", "2000 personas"),
        Case("es", "2,000 people", "2.000 personas"),
        Case("ru", "1,234.5 km", "1 234,5 км"),
        Case("hi", "100,000 people", "1,00,000 लोग"),
        Case("de-CH", "1,234,567 people", "1’234’567 Menschen"),
        Case("en", "4,20 euros", "4.20 euros", source_locale="fr"),
        Case("en", "4,20 euros", "4.2 euros", source_locale="fr"),
        Case("zh", "50,000 people", "50000人"),
        Case("de", "1,234 km", "1,234 km", lost("1,234") + added("1,234")),
        Case("fr", "50,000 people", "5 000 personnes", lost("50,000") + added("5 000")),
        Case("ar", "1,234.5 km", "١٬٢٣٤ كم", lost("1,234.5") + added("١٬٢٣٤")),
        Case("en", "4,20 euros", "42.0 euros", lost("4,20") + added("42.0"), source_locale="fr"),
        Case("ru", "50,000", "500 000", lost("50,000") + added("500 000")),
    ))  # fmt: skip


def test_dates(try_cases: Try) -> None:
    source = "Geneva, 14 March 2025"
    try_cases((
        Case("fr", source, "Genève, le 14 mars 2025"),
        Case("fr", "1 January 2030", "1er janvier 2030"),
        Case("fr", "January 1st, 2030", "le premier janvier 2030"),
        Case("de", source, "Genf, 14. März 2025"),
        Case("de", source, "Genf, 14.03.2025"),
        Case("de", "14/03/2025", "14. März 2025"),
        Case("ja", source, "ジュネーブ、2025年3月14日"),
        Case("ja", source, "ジュネーブ、令和7年3月14日"),
        Case("ja", source, "ジュネーブ、二〇二五年三月十四日"),
        Case("zh", source, "日内瓦，二〇二五年三月十四日"),
        Case("zh-Hant", source, "日內瓦，民國114年3月14日"),
        Case("ko", source, "제네바, 2025년 3월 14일"),
        Case("vi", source, "Geneva, ngày 14 tháng 3 năm 2025"),
        Case("ar", source, "جنيف، ١٤ آذار/مارس ٢٠٢٥"),
        Case("fa", source, "ژنو، ۱۴ مارس ۲۰۲۵"),
        Case("fa", source, "ژنو، ۲۴ اسفند ۱۴۰۳"),
        Case("fa", source, "ژنو، ۱۴ مارس ۲۰۲۵ (۲۴ اسفند ۱۴۰۳)"),
        Case("th", source, "เจนีวา 14 มีนาคม 2568"),
        Case("en", "۲۴ اسفند ۱۴۰۳", "14 March 2025", source_locale="fa"),
        Case("en", "2025-03-14", "14 March 2025", source_locale="sv"),
        Case("he", source, "ז׳נבה, 14 במרץ 2025"),
        Case("ckb", source, "جنێڤ، ١٤ی ئازاری ٢٠٢٥"),
        Case("fr", source, "Genève, le 14 mars 2026", lost("2025") + added("2026")),
        Case("fr", source, "Genève, le 15 mars 2025", lost("14") + added("15")),
        Case("ja", source, "ジュネーブ、2025年3月15日", lost("14") + added("15")),
        Case("ja", source, "ジュネーブ、二〇五二年三月十四日", lost("2025") + added("二〇五二")),
        Case("ja", source, "ジュネーブ、令和8年3月14日", lost("2025") + added("令和8年")),
        Case("th", source, "เจนีวา 14 มีนาคม 2569", lost("2025") + added("2569")),
        Case("fa", source, "ژنو، ۱۴ مارس ۲۰۵۲", lost("2025") + added("۲۰۵۲")),
        Case("de", "14/03/2025", "14.04.2025", lost("03") + added("04")),
    ))  # fmt: skip


def test_times_and_ranges(try_cases: Try) -> None:
    try_cases((
        Case("fr", "at 10:30", "à 10h30"),
        Case("fr", "at 10:30", "à 10 h 30"),
        Case("de", "at 10:30", "um 10.30 Uhr"),
        Case("ja", "at 10:30", "10時30分に"),
        Case("zh", "at 10:30", "10点30分"),
        Case("ko", "at 10:30", "10시 30분에"),
        Case("fr", "at 3:30 p.m.", "à 15h30"),
        Case("de", "at 3 pm", "um 15 Uhr"),
        Case("ja", "at 15:00", "午後3時"),
        Case("fr", "from 2023–24", "de 2023 à 2024"),
        Case("de", "ages 8 to 14", "8–14 Jahre"),
        Case("fr", "40 per cent", "40 %"),
        Case("ar", "40%", "٤٠٪"),
        Case("ja", "40 per cent", "4割"),
        Case("ja", "40 per cent", "四割"),
        Case("fr", "the 21st century", "le XXIe siècle"),
        Case("ru", "the 21st century", "XXI век"),
        Case("de", "the 1990s", "die 90er Jahre"),
        Case("fr", "at 10:30", "à 10h20", lost("10:30") + added("10h20")),
        Case("ja", "at 15:00", "午後4時", lost("15:00") + added("4")),
        Case("fr", "from 2023–24", "de 2023 à 2025", lost("24") + added("2025")),
        Case("ja", "40 per cent", "3割", lost("40") + added("3")),
        Case("fr", "40 per cent", "4 %", lost("40") + added("4")),
        Case("fr", "the 21st century", "le XXe siècle", lost("21")),
    ))  # fmt: skip


def test_large_numbers_with_words(try_cases: Try) -> None:
    try_cases((
        Case("ja", "50,000 people", "5万人"),
        Case("ja", "1.5 million people", "150万人"),
        Case("zh", "120 million people", "1亿2000万人"),
        Case("ko", "50,000 people", "5만 명"),
        Case("es", "50,000 people", "50 mil personas"),
        Case("fr", "1.5 million people", "1,5 million de personnes"),
        Case("ru", "1.5 million people", "1,5 млн человек"),
        Case("hi", "1.5 million people", "15 लाख लोग"),
        Case("fa", "2 million people", "۲ میلیون نفر"),
        Case("de", "2 million people", "2.000.000 Menschen"),
        Case("ko", "pan by 16", "16만큼 팬"),
        Case("ja", "30 million people", "3千万人"),
        Case("ja", "50,000 people", "50万人", lost("50,000") + added("50万")),
        Case("ja", "5万人", "5億人", lost("5万") + added("5億"), source_locale="zh"),
        Case("hi", "1.5 million people", "1.5 लाख लोग and 25", added("25")),
        Case("de", "2 million people", "3.000.000 Menschen", lost("2") + added("3.000.000")),
    ))  # fmt: skip


def test_numbers_in_words(try_cases: Try) -> None:
    try_cases((
        Case("fr", "3 cities", "trois villes"),
        Case("ar", "three days", "٣ أيام"),
        Case("ja", "a scientist", "科学者1名"),
        Case("ko", "thirty years", "30년"),
        Case("de", "twenty-five years", "25 Jahre"),
        Case("en", "25 Jahre", "twenty-five years", source_locale="de"),
        Case("en", "trente heures", "30 hours", source_locale="fr"),
        Case("ja", "thirty rivers", "三十の川"),
        Case("ja", "30 rivers", "三十の川"),
        Case("en", "三十五の川", "35 rivers", source_locale="ja"),
        Case("fr", "30 rivers", "trente fleuves", lost("30")),
        Case("fr", "7 days", "8 jours", lost("7") + added("8")),
        Case("ar", "7 days", "٨ أيام", lost("7") + added("٨")),
        Case("fr", "rivers", "300 fleuves", added("300")),
        Case("en", "35の川", "45 rivers", lost("35") + added("45"), source_locale="ja"),
    ))  # fmt: skip


def test_what_is_no_number(try_cases: Try) -> None:
    try_cases((
        Case("fr", "It ends [12].", "C’est fini."),
        Case("fr", "See https://example.org/2024/17", "Voir https://example.org/2042"),
        Case("fr", "[that](https://a.example/99) `x 55`", "`y` [cela](https://b.example/98)",
             notation="markdown"),
        Case("fr", "It — so", "Cela &#8212; ainsi", notation="markdown"),
        Case("fr", "in [the year 2024]", "en [2042]", lost("2024") + added("2042"),
             notation="markdown"),
        Case("fr", "COVID-19", "la COVID-19"),
    ))  # fmt: skip


def test_each_number_is_named_once(try_cases: Try) -> None:
    try_cases((
        Case("fr", "2024, 2024, 2025, 31 and 31", "2025, 31", lost("2024")),
        Case("fr", "31 of 31 and 12", "12 et 31"),
    ))  # fmt: skip
