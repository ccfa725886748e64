"""Texts as organisations paste them, and texts as an enemy would: strategies for hypothesis."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from workflow.model import Document, UnitKey

TITLES = (
    "A joint appeal for the lake",
    "OPEN LETTER ON VILLAGE LIBRARIES",
    "Déclaration commune sur les semences",
    "Offener Brief für die Brücken am Fluss",
    "بيان مشترك من أجل المكتبات",
    "بیانیهٔ مشترک دربارهٔ مدرسه‌ها",
    "מכתב גלוי למען הנהר",
    "川と橋のための共同声明",
    "关于乡村图书馆的联合声明",
    "마을 도서관을 위한 공동 성명",
    "नदी के लिए संयुक्त अपील",
    "แถลงการณ์ร่วมเพื่อห้องสมุด",
    "ОТКРЫТОЕ ПИСЬМО О ШКОЛАХ",
    "Tuyên bố chung về dòng sông",
)
DATES = (
    "Geneva, 14 March 2025",
    "Lyon, le 3 février 2024",
    "Berlin, den 19. Juli 2023",
    "Sunday 25 October 2015",
    "2025-03-14",
    "القاهرة، 14 مارس 2025",
    "تهران، ۲۳ اسفند ۱۴۰۳",
    "2025年3月14日",
    "2025년 3월 14일",
)
SALUTATIONS = (
    "To the governments of all river countries,",
    "Dear friends,",
    "Mesdames, Messieurs,",
    "Sehr geehrte Damen und Herren,",
    "أيها الأصدقاء،",
    "尊敬的各位：",
)
SENTENCES = (
    "The school stands by the river and serves three villages.",
    "“Who will open the door?” asked the librarian (she has the key).",
    "It costs 4.20 per head, e.g. less than a book, as Dr. Lima says [1].",
    "See https://example.org/seeds?a=1&b=2 or write to seeds@example.org.",
    "La bibliothèque reste ouverte ; elle l’est même le samedi.",
    "Die Brücke, die 1931 gebaut wurde, trägt heute 40 t.",
    "¿Quién cuida las semillas? ¡Todos nosotros!",
    "نطالب بفتح المكتبة كل يوم، ومجانًا للجميع؟",
    "ما می‌خواهیم که هر روستا مدرسه‌ای داشته باشد.",
    "הספרייה פתוחה לכולם, גם בשבת.",
    "川は国境を知らない。私たちは「水はみんなのもの」と言う。",
    "图书馆应当向所有人开放。我们要求：",
    "학교는 마을의 중심이다.",
    "हर गाँव में एक पुस्तकालय हो।",
    "ห้องสมุดเปิดให้ทุกคน",
    "Школа стоит у реки; её построили в 1931 г.",
    "Family 👩‍👩‍👧‍👦, flag 🇵🇹, cafe\u0301, क्‍ष, a\u00adb, x\u200by.",
)
MARKERS = (
    *("1. ", "2. ", "3) ", "(4) ", "12. ", "1.1 ", "2.3.4. ", "1° ", "§ 3 ", "１． ", "Ⅳ. "),
    *("a) ", "b) ", "(c) ", "A. ", "I. ", "iv) ", "IX - ", "(ii) ", "①", "㈠"),
    *("١. ", "٢- ", "۱- ", "۲. ", "أ) ", "ب- ", "א. ", "ב) "),
    *("一、", "（二）", "１、", "가. ", "나) ", "१. ", "๒. ", "б) ", "β) "),
    *("• ", "- ", "* ", "– ", "· ", "▪ ", "\uf0b7\t", "o\t", "・", "→ ", "+ "),
    *("[1] ", "[12] ", "[*] ", "¹ ", "† ", "> ", ">> ", "> > "),
)
SIGNATORIES = (
    "Ana Lima, Friends of the Estuary, Brazil",
    "Reading Rooms Network (RRN) - Kenya",
    "Jonas Weidtner – River Schools Association (Germany)",
    "ليلى حداد، جمعية أصدقاء الكتاب، تونس",
    "佐藤花、川の学校、日本",
    "Bill Weir Teacher at the Upper School - US",
    "Boatmen’s Cooperative",
)
LINE_ENDS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\v", "\f", "\x85", "\x1e")
INVISIBLE: tuple[str, ...] = (
    "\u00a0",
    "\u202f",
    "\u3000",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u200b",
    "\u2060",
)
INVISIBLE += ("\u200d", "\u200c", "\ufeff", "\t", "\u0301")
CONTROLS = ("\x00", "\x07", "\x1b", "\x7f")
RULERS = ("-----", "=====", "* * *", "***", "___", "…", "//", "~~~~~~~")

_EVERY = st.characters(exclude_categories=["Cs"])
_TRICKY = st.sampled_from(
    [*"().[]>-–•*1aIi٣一。\"'“”«»「」:;,،!?", *"\n\r\u2028\v\x85", *INVISIBLE, *CONTROLS, " "]
)


def hostile_texts() -> st.SearchStrategy[str]:
    """Give any text at all, with the characters that this program looks at more often."""
    pieces = st.one_of(
        st.text(_EVERY, max_size=6),
        st.text(_TRICKY, max_size=8),
        st.sampled_from([*MARKERS, *RULERS, *SENTENCES, *SIGNATORIES, *DATES]),
    )
    return st.lists(pieces, max_size=24).map("".join)


@st.composite
def _wrapped(draw: st.DrawFn) -> str:
    """Make a paragraph and break it as a mail program would."""
    words = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8))).split(" ")
    width = draw(st.sampled_from([40, 60, 72, 80, 100]))
    lead = draw(st.sampled_from(["", "", "", "  ", "> "]))
    lines = [lead]
    for word in words:
        if len(lines[-1]) + len(word) > width and lines[-1].strip("> "):
            lines.append(lead)
        lines[-1] += word if lines[-1] == lead else f" {word}"
    return "\n".join(lines)


def _paragraphs() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12).map(" ".join)


def _quotations() -> st.SearchStrategy[str]:
    marks = st.sampled_from(["“%s”", "« %s »", "„%s“", "「%s」", '"%s"', "“%s\n\n“%s”", "「%s"])
    return st.builds(
        lambda mark, one, two: mark.replace("%s", one, 1).replace("%s", two),
        marks,
        st.sampled_from(SENTENCES),
        st.sampled_from(SENTENCES),
    )


@st.composite
def _items(draw: st.DrawFn) -> str:
    indent = draw(st.sampled_from(["", "  ", "\t", "\u00a0", "\u200f"]))
    pieces = draw(
        st.lists(
            st.tuples(st.sampled_from(MARKERS), st.sampled_from((*SENTENCES, *SIGNATORIES))),
            min_size=1,
            max_size=6,
        )
    )
    return draw(st.sampled_from(["\n", "\n\n"])).join(
        f"{indent}{marker}{text}" for marker, text in pieces
    )


def plain_texts(stray: Sequence[str] = INVISIBLE) -> st.SearchStrategy[str]:
    """Give statements put together from realistic pieces, with any line ends and stray marks."""
    pieces = st.one_of(
        st.sampled_from((*TITLES, *DATES, *SALUTATIONS, *RULERS)),
        _paragraphs(),
        _wrapped(),
        _quotations(),
        _items(),
        st.lists(st.sampled_from(SIGNATORIES), min_size=3, max_size=8).map("\n".join),
    )
    return st.builds(
        _put_together,
        st.lists(pieces, min_size=1, max_size=10),
        st.sampled_from(["\n", "\n\n", "\n\n\n"]),
        st.sampled_from(LINE_ENDS[:4]),
        st.sampled_from(["", "", "\ufeff", "\n\n", " "]),
        st.sampled_from(["", "\n", "\n\n  "]),
        st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(stray)), max_size=3),
    )


def _put_together(
    pieces: Sequence[str],
    between: str,
    line_end: str,
    before: str,
    after: str,
    stray: Sequence[tuple[int, str]],
) -> str:
    text = between.join(pieces)
    for position, mark in stray:
        at = position % (len(text) + 1)
        text = text[:at] + mark + text[at:]
    return (before + text + after).replace("\n", line_end)


def any_texts() -> st.SearchStrategy[str]:
    """Give realistic and hostile texts, half and half."""
    return st.one_of(plain_texts((*INVISIBLE, *CONTROLS)), hostile_texts())


# --- Markdown ------------------------------------------------------------------------------------

INLINES = (
    "%s",
    "%s",
    "%s",
    "**%s**",
    "*%s*",
    "~~%s~~",
    "__%s__ and *more*",
    "[%s](https://example.org/a_b 'A title')",
    "![%s](picture.png)",
    "[%s][river]",
    "%s[^1]",
    "%s `code(x)` too",
    "<b>%s</b>",
    "%s &amp; &#8212; so",
    "%s<br>and",
    "%s \\* star",
    "<https://example.org/x> %s",
    "{{ date }} %s",
)
FENCES = ("```\ncode\n```", "~~~ python\nx = 1\n~~~", "    indented code", "````\n```\n````")
HTML = (
    "<div class='note'>\n<p>The bridge is <b>open</b>.</p>\n</div>",
    "<details>\n<summary>More words</summary>\n\nHidden text.\n\n</details>",
    "<!-- a remark -->",
    "<table><tr><td>One cell</td><td>two</td></tr></table>",
    "<p align=center>",
    "<pre>\nas it is\n</pre>",
)
FRONT = (
    "---\ntitle: The river\nlayout: page\n---\n",
    "---\ntitle: 'It''s open'\ndescription: >\n  Folded words\n  go on\ntags: [a, b]\n---\n",
    '+++\ntitle = "The \\"bridge\\""\ndate = 2025-01-01\n[extra]\nsummary = \'So it is\'\n+++\n',
)
DEFINITIONS = (
    '[river]: https://example.org/river "About the river"',
    "[^1]: A note that says more.\n\n    And more.",
    "[lake]: <a b.html>",
)


def _inline_texts() -> st.SearchStrategy[str]:
    spans = st.builds(
        lambda form, text: form.replace("%s", text),
        st.sampled_from(INLINES),
        st.sampled_from((*SENTENCES, *SIGNATORIES)),
    )
    return st.lists(spans, min_size=1, max_size=6).map(" ".join)


def _lines() -> st.SearchStrategy[str]:
    """Give a paragraph, broken at some of its spaces, softly or hard."""
    return st.builds(
        lambda text, every, mark: "".join(
            mark if one == " " and every and number % every == every - 1 else one
            for number, one in enumerate(text)
        ),
        _inline_texts(),
        st.sampled_from([0, 0, 7, 31]),
        st.sampled_from(["\n", "\n", "  \n", "\\\n"]),
    )


def _tables() -> st.SearchStrategy[str]:
    cells = st.lists(
        st.sampled_from(("One", "**two**", "a \\| b", "12 %", "`c`", "")), min_size=2, max_size=2
    )
    return st.lists(cells, min_size=2, max_size=4).map(
        lambda rows: "\n".join(
            [f"| {' | '.join(rows[0])} |", "|:--|--:|", *(f"{' | '.join(row)}" for row in rows[1:])]
        )
    )


def _leaves() -> st.SearchStrategy[str]:
    return st.one_of(
        _lines(),
        _lines(),
        st.builds(lambda text: f"## {text} ##", st.sampled_from(TITLES)),
        st.builds(lambda text: f"{text}\n---", st.sampled_from(TITLES)),
        _tables(),
        st.sampled_from((*FENCES, *HTML, *DEFINITIONS, "* * *", "<!-- i18n:skip -->\n\nSkipped.")),
    )


def _contained(leaf: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give blocks inside a quotation or a list, each line behind its marks."""

    def within(blocks: Sequence[str], first: str, mark: str) -> str:
        lines = "\n\n".join(blocks).split("\n")
        return "\n".join([first + lines[0], *((mark + line).rstrip() for line in lines[1:])])

    return st.builds(
        lambda blocks, marks: within(blocks, *marks),
        st.lists(leaf, min_size=1, max_size=3),
        st.sampled_from(
            [("> ", "> "), ("- ", "  "), ("3. ", "   "), ("- [x] ", "  "), ("* ", "  ")]
        ),
    )


def markdown_texts() -> st.SearchStrategy[str]:
    """Give statements in Markdown: everything it has, nested, with any line ends."""
    blocks = st.recursive(_leaves(), _contained, max_leaves=6)
    return st.builds(
        lambda front, blocks, end: (front + "\n\n".join(blocks) + "\n").replace("\n", end),
        st.sampled_from(["", "", *FRONT]),
        st.lists(blocks, min_size=1, max_size=8),
        st.sampled_from(["\n", "\n", "\n", "\r\n"]),
    )


SYNTAX = (
    *("# ", "> ", "- ", "1. ", "```", "~~~", "    ", "\t", "---", "===", "***", "+++\n", "---\n"),
    *("*", "**", "_", "`", "``", "[", "]", "](", ")", "![", "[^1]", "[^1]: ", "[a]: /b 'c'", "|"),
    *("<div>", "</div>", "<!--", "-->", "<a href='", "<pre>", "&amp;", "\\", "\\\n", "  \n", "{%"),
    *("|---|---|", "- [ ] ", "[!NOTE]", "<!-- i18n:skip-start -->", "<?", "<![CDATA[", "title: x"),
)


def any_markdown() -> st.SearchStrategy[str]:
    """Give realistic and hostile Markdown, and realistic Markdown that somebody broke."""
    pieces = st.one_of(
        st.sampled_from(SYNTAX),
        st.sampled_from(("\n", "\n\n", " ", *SENTENCES)),
        st.text(_EVERY, max_size=4),
        st.text(_TRICKY, max_size=4),
    )
    hostile = st.lists(pieces, max_size=30).map("".join)
    broken = st.builds(
        lambda text, at, mark: text[: at % (len(text) + 1)] + mark + text[at % (len(text) + 1) :],
        markdown_texts(),
        st.integers(0, 5000),
        st.sampled_from(SYNTAX),
    )
    return st.one_of(markdown_texts(), hostile, broken)


LOCALES = (
    *("en", "fr", "de", "es", "pt-BR", "pl", "tr", "ru", "el", "ar", "fa", "ckb", "ur", "he"),
    *("ja", "zh-Hans", "zh-Hant", "ko", "hi", "bn", "th", "my", "km", "sw", "vi", "en-XA", "ar-XB"),
)


def locales() -> st.SearchStrategy[str]:
    """Give tags of languages."""
    return st.sampled_from(LOCALES)


def targets_for(
    document: Document, text: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[dict[UnitKey, str]]:
    """Give targets for some of the units of a document, the deliberately empty one included."""
    keys = [unit.key for unit in document.units]
    if not keys:
        return st.just({})
    target = st.one_of(st.just(" "), st.just(""), hostile_texts() if text is None else text)
    return st.dictionaries(st.sampled_from(keys), target)


Pseudo = Callable[[str], str]
