from tests.workflow.segmentation.conftest import Check

RUSSIAN = """\
Это было в 1990 г. в Москве.|Потом всё изменилось.
Они жили там в 1990—1995 гг.|Город был мал.
В 1990 г. Россия и Польша подписали договор.
Хлеб, вода и т. д.|Всё есть.
Проф. А. Б. Иванов и г-н Петров пришли.|Они говорили.
См. стр. 5, гл. 3.|Там всё есть.
Цена 5 руб. 20 коп.|Это мало.
— Кто там? — спросил он.|— Никого.
«Кто там?» — спросил он.
Школа им. Пушкина стоит у реки.|Мы дали им.|Они взяли.
Т. е. мы идём.|Вы нет.
""".splitlines()

POLISH = """\
Prof. dr hab. J. Nowak przyszedł.|Mówił długo.
To było w 1990 r. w Krakowie.|Potem wyjechał.
Chleb, woda itp.|Wszystko jest.
Zob. art. 5 ust. 3.|To wystarczy.
""".splitlines()


def test_russian(check_sentences: Check) -> None:
    check_sentences("ru", RUSSIAN)


def test_ukrainian(check_sentences: Check) -> None:
    check_sentences(
        "uk",
        [
            "Це було в 1990 р. у Києві.|Потім усе змінилося.",
            "Проф. А. Б. Коваль прийшов.|Він говорив.",
        ],
    )


def test_bulgarian(check_sentences: Check) -> None:
    check_sentences("bg", ["Проф. Иванов дойде.|Той говори."])


def test_polish(check_sentences: Check) -> None:
    check_sentences("pl", POLISH)


def test_czech_and_slovak(check_sentences: Check) -> None:
    check_sentences(
        "cs",
        [
            "Přišel prof. J. Novák.|Mluvil dlouho.",
            "Bylo to 3. května 1990.|Potom odjel.",
            "Chléb, voda atd.|Vše je tu.",
        ],
    )
    check_sentences("sk", ["Bolo to 3. mája 1990.|Potom odišiel."])


def test_south_slavic(check_sentences: Check) -> None:
    check_sentences("hr", ["Bilo je to 3. svibnja 1990.|Zatim je otišao."])
    check_sentences("sr", ["Др Петровић је дошао.|Говорио је дуго."])
