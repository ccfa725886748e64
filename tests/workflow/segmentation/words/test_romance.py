from tests.workflow.segmentation.conftest import Check

FRENCH = """\
M. Dupont est venu.|Mme Durand aussi.
Il est né en 52 av. J.-C. à Rome.|Il y est mort.
« Venez ! » dit-il.|Elle vint.
Il a dit : « Venez. »|Elle vint.
Des livres, des cartes, etc.|Tout y est.
Est-ce vrai ?|Oui !|Non…|Peut-être.
L'O.N.U. a voté.|Le texte est adopté.
Voir p. 5 et art. 7.|Merci.
""".splitlines()

SPANISH = """\
El Sr. Gómez y la Sra. Ruiz llegaron.|La Dra. Paz no.
¿Quién es?|¡Nadie!|¿Seguro?
Los EE. UU. votaron.|La ONU también.
Vive en EE. UU.|Su madre vive en Chile.
Véase la pág. 5 del vol. 3.|Gracias.
Mide 5 m. y pesa 80 kg.|Es alto.
«Ven», dijo.|«No», dijo ella.
Fue el día 3 de oct. de 2010.|Llovía.
La calle n.º 5 es larga.|La otra no.
""".splitlines()

ITALIAN = """\
Il sig. Rossi e la sig.ra Bianchi sono qui.|Il dott. Verdi no.
Pane, latte, ecc.|Tutto qui.
È vero?|Sì!|Bene.
Vedi art. 5, comma 3, e pag. 7.|Grazie.
""".splitlines()


def test_french(check_sentences: Check) -> None:
    check_sentences("fr", FRENCH)


def test_spanish(check_sentences: Check) -> None:
    check_sentences("es", SPANISH)


def test_italian(check_sentences: Check) -> None:
    check_sentences("it", ITALIAN)


def test_portuguese_on_both_sides_of_the_sea(check_sentences: Check) -> None:
    lines = ["O Sr. Silva e a Sra. Costa vieram.|O Dr. Reis não.", "Ver pág. 5 e art. 7.|Obrigado."]
    check_sentences("pt", lines)
    check_sentences("pt-BR", lines)


def test_catalan_and_romanian(check_sentences: Check) -> None:
    check_sentences("ca", ["El Sr. Puig i la Sra. Vila són aquí.|El Dr. Serra no."])
    check_sentences("ro", ["Dl. Popescu a venit.|Dna. Ionescu nu."])
