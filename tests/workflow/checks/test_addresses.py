"""Addresses: where a translation may lead."""

from collections.abc import Callable

from tests.workflow.checks.tables import Case, added, lost
from workflow.model import Issue

Try = Callable[[tuple[Case, ...]], None]
A = "https://example.org/a"


def address(gone: str = "", new: str = "") -> tuple[tuple[str, str], ...]:
    return lost(*[gone] * bool(gone), what="address") + added(*[new] * bool(new), what="address")


def test_addresses_in_the_open(try_cases: Try) -> None:
    try_cases((
        Case("fr", f"See {A}.", f"Voir {A}."),
        Case("ar", f"See {A}.", f"انظر {A}."),
        Case("fa", f"See {A}.", f"نگاه کنید به «{A}»"),
        Case("ja", f"See {A}.", f"{A}をご覧ください。"),
        Case("zh", f"See {A}.", f"请看{A}。"),
        Case("ko", f"See {A}.", f"{A}에서 보세요."),
        Case("th", f"See {A}.", f"ดู{A}ได้"),
        Case("tr", "See https://example.org", "Bkz. https://example.org'da"),
        Case("hi", "Write to a@example.org", "a@example.org पर लिखें"),
        Case("ru", "See www.example.org", "См. www.example.org"),
        Case("he", "See HTTPS://Example.org/", "ראו https://example.org"),
        Case("de", "https://example.org/%C3%A9", "https://example.org/é"),
        Case("en", "见https://example.org/a。", f"See {A}.", source_locale="zh"),
        Case("fr", f"See {A}.", "Voir https://example.org/b.", address(A, "https://example.org/b")),
        Case("ar", f"See {A}.", "انظر.", address(A)),
        Case("ja", "See.", f"{A}。", address("", A)),
        Case("fr", "See.", "Voir www.evil.example/x", address("", "www.evil.example/x")),
        Case("fr", "See.", "Voir WWW.EVIL.EXAMPLE", address("", "WWW.EVIL.EXAMPLE")),
        Case("fr", "See.", "Voir ftp://evil.example", address("", "ftp://evil.example")),
        Case("fr", "See.", "Voir evil.example/pixel.gif", address("", "evil.example/pixel.gif")),
        Case("de", "Write to a@example.org", "An b@example.org",
             address("a@example.org", "b@example.org")),
        Case("zh", "https://x.example/河流", "https://x.example/湖泊",
             address("https://x.example/河流", "https://x.example/湖泊"), source_locale="ja"),
    ))  # fmt: skip


def test_what_is_no_address(try_cases: Try) -> None:
    try_cases((
        Case("fr", "and/or 3/4 km/h", "et/ou 3/4 km/h"),
        Case("fr", "the data: all", "les données : data:tout"),
        Case("de", "U.S. and U.K.", "z.B./d.h. U.S."),
        Case("fr", "now", "à l’heure 10:30 : javascript"),
        Case("fr", "[1]", "[annexe](annexe.md)", notation="markdown"),
    ))  # fmt: skip


def test_addresses_behind_words(try_cases: Try) -> None:
    source = f"[See]({A} 'Title')"
    try_cases((
        Case("fr", source, f"[Voir](<{A}> 'Titre')", notation="markdown"),
        Case("ar", source, f"[انظر]({A})", notation="markdown"),
        Case("fr", "<a@example.org>", "[nous](mailto:a@example.org)", notation="markdown"),
        Case("fr", "[a](https://x.example/b&c_(d))", r"[a](https://x.example/b&amp;c\_(d))",
             notation="markdown"),
        Case("fr", source, "[Voir](https://evil.example)",
             lost(A, what="link") + added("https://evil.example", what="link"),
             notation="markdown"),
        Case("fr", "See", "![](//evil.example/p.gif)",
             added("//evil.example/p.gif", what="link"), notation="markdown"),
        Case("fr", "See", "<https://evil.example>", added("https://evil.example", what="link"),
             notation="markdown"),
    ))  # fmt: skip


def test_programs_in_the_dress_of_an_address(try_cases: Try) -> None:
    try_cases((
        Case("fr", "See", "[Voir](javascript:alert(1))",
             (("added_script", "javascript:alert(1))"),), notation="markdown"),
        Case("fr", "See", "Voir JavaScript:alert(1)", (("added_script", "JavaScript:alert(1)"),)),
        Case("fr", "See", "[x](&#106;avascript:alert)",
             (("added_script", "&#106;avascript:alert)"),), notation="markdown"),
        Case("fr", "See", "[x](java\tscript:alert)",
             (("added_script", "java\tscript:alert)"),), notation="markdown"),
        Case("fr", "See", "[x](data:text/html;base64,AA)",
             (("added_script", "data:text/html;base64,AA)"),), notation="markdown"),
        Case("fr", "Never write javascript:alert", "Ne pas écrire javascript:alert"),
    ))  # fmt: skip


def test_what_the_filter_has_said_is_not_said_again(try_cases: Try) -> None:
    said = (Issue("lost_link", 3, A), Issue("added_image", 3, "//evil.example/p.gif"))
    try_cases((
        Case("fr", f"[See]({A})", "![](//evil.example/p.gif)", notation="markdown",
             structure=said),
        Case("fr", f"[See]({A}) a@example.org", "", lost("a@example.org", what="address"),
             notation="markdown", structure=said),
    ))  # fmt: skip
