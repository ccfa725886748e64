"""White space that is there twice, or at an edge."""

from collections.abc import Callable

from tests.workflow.checks.tables import Case

Try = Callable[[tuple[Case, ...]], None]
S = "One river"


def doubled(piece: str) -> tuple[tuple[str, str], ...]:
    return (("doubled_space", piece),)


def edge(piece: str) -> tuple[tuple[str, str], ...]:
    return (("edge_space", piece),)


def test_doubled_spaces(try_cases: Try) -> None:
    try_cases((
        Case("fr", S, "Un  fleuve", doubled("Un  fleuve")),
        Case("fr", S, "Un\u00a0\u00a0fleuve", doubled("Un\u00a0\u00a0fleuve")),
        Case("fr", S, "Quoi \u202f!", doubled("Quoi \u202f!")),
        Case("ar", S, "نهر  واحد", doubled("نهر  واحد")),
        Case("fa", S, "یک \tرود", doubled("یک \tرود")),
        Case("ja", S, "一つの\u3000\u3000川", doubled("一つの\u3000\u3000川")),
        Case("hi", S, "एक  नदी", doubled("एक  नदी")),
        Case("de", "One\nriver", "Ein\nsehr  Fluss", doubled("sehr  Fluss")),
        Case("ko", S, " 하나의  강", (*doubled("하나의  강"), *edge(" 하나의  강"))),
    ))  # fmt: skip


def test_edges(try_cases: Try) -> None:
    try_cases((
        Case("fr", S, " Un fleuve", edge(" Un fleuve")),
        Case("fr", S, "Un fleuve ", edge("Un fleuve ")),
        Case("he", S, "נהר אחד\n", edge("נהר אחד\n")),
        Case("zh", S, "\u3000一条河", edge("\u3000一条河")),
        Case("ru", S, "река\u00a0", edge("река\u00a0")),
    ))  # fmt: skip


def test_spaces_that_are_right(try_cases: Try) -> None:
    try_cases((
        Case("fr", S, "Quoi\u202f! Un\u00a0: deux"),
        Case("fr", "One  river", "Un  fleuve"),
        Case("fr", " One ", " Un "),
        Case("fr", "One  \nriver", "Un  \nfleuve", notation="markdown"),
        Case("fr", "One\n  river", "Un\n  fleuve"),
        Case("fr", "One. Two", "Un  \ndeux"),
        Case("ja", S, "何と！\u3000一つの川"),
        Case("ar", S, "نهر واحد"),
        Case("th", S, "แม่น้ำ สาย เดียว"),
        Case("fa", S, "می\u200cرود"),
        Case("fr", S, "\u00a0 "),
    ))  # fmt: skip
