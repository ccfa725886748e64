"""Numbers, letters and bullets before a text."""

import pytest

from workflow.filters.plaintext.lines import read_lines
from workflow.filters.plaintext.markers import Marker, candidates, read_markers

MONTHS = frozenset({"juli", "july", "mars"})


def read(text: str) -> list[str]:
    """Give the marker of each line, or nothing."""
    lines = read_lines(text)
    found = read_markers(lines, MONTHS)
    return [found[line.start].text if line.start in found else "" for line in lines]


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("1. One\n2. Two", "1.|2."),
        ("1) One\n2) Two", "1)|2)"),
        ("1.One\n2.Two", "1.|2."),
        ("１．一つ\n２．二つ", "１．|２．"),
        ("一、一つ\n二、二つ", "一、|二、"),
        ("（一）一つ\n（二）二つ", "（一）|（二）"),
        ("١. واحد\n٢. اثنان", "١.|٢."),
        ("١-واحد\n٢-اثنان", "١-|٢-"),
        ("۱- یک\n۲- دو", "۱-|۲-"),
        ("أ) واحد\nب) اثنان\nج) ثلاثة", "أ)|ب)|ج)"),
        ("الف) یک\nب) دو", "الف)|ب)"),
        ("א. אחת\nב. שתיים", "א.|ב."),
        ("가. 하나\n나. 둘", "가.|나."),
        ("(क) एक\n(ख) दो", "(क)|(ख)"),
        ("ก. หนึ่ง\nข. สอง", "ก.|ข."),
        ("а) раз\nб) два", "а)|б)"),
        ("α) ένα\nβ) δύο", "α)|β)"),
        ("i. one\nii. two\niii. three", "i.|ii.|iii."),
        ("I. One\nII. Two\nA. a\nB. b", "I.|II.|A.|B."),
        ("IX. Nine\nX. Ten", "IX.|X."),
        ("1° Un\n2° Deux", "1°|2°"),
        ("§ 1 One\n§ 2 Two", "§ 1|§ 2"),
        ("1.1 One\n1.2 Two\n1.2.1 Three", "1.1|1.2|1.2.1"),
        ("① 一\n② 二", "①|②"),
        ("• a\n‣ b\n· c\n▪ d\n\uf0b7\te\no\tf\n→ g\n・h", "•|‣|·|▪|\uf0b7|o|→|・"),
        ("- a\n– b\n— c\n* d\n+ e", "-|–|—|*|+"),
        ("[1] Note\n[*] Note\n¹ Note\n† Note", "[1]|[*]|¹|†"),
        ("> a\n>> b\n> > c", ">|>>|> >"),
        ("7. Seven\n8. Eight", "7.|8."),
        # what only looks like one
        ("A. Smith spoke\nand so did C. Jones", "|"),
        ("A. Smith\nJ. Jones", "|"),
        ("12. Alone", ""),
        ("1. Juli 2008\n2. Juli 2008", "|"),
        ("2024 was dry\n2025 was wet", "|"),
        ("3.5 metres of mud", ""),
        ("*bold* words", ""),
        ("-5 degrees", ""),
        ("o boy", ""),
        ("a) one\nб) two", "|"),
    ],
)
def test_read_markers(text: str, markers: str) -> None:
    assert "|".join(read(text)) == markers


def test_a_candidate_says_what_it_is() -> None:
    assert candidates("iv) four") == [
        Marker("iv)", "roman", "roman lower latin )", 4, 4),
    ]
    assert [each.form for each in candidates("i) one")] == ["roman", "letter"]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("14. x", 14),
        ("٣) ثلاثة", 3),
        ("XIV. x", 14),
        ("c) x", 3),
        ("十二、一", 12),
        ("二十、一", 20),
        ("⑫ x", 12),
        ("1.2.7 x", 7),
        ("(ii) x", 2),
        ("나. 둘", 2),
        ("- x", 0),
        ("[4] x", 0),
    ],
)
def test_ranks(text: str, rank: int) -> None:
    assert candidates(text)[0].number == rank


@pytest.mark.parametrize(
    "line", ["1 - 3 June 2025, Geneva", "(c) 2024 River Network. All rights reserved."]
)
def test_dates_and_rights_have_no_marker(line: str) -> None:
    assert read(f"Title\n\n{line}") == ["", ""]
