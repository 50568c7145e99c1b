"""What people say in plain French: answered as in Dutch and English, and read as scores."""

import pytest

from tests.dialogues.conftest import french_school
from tests.dialogues.school import School, buttons_of

__all__ = ["french_school"]

ANSWERS = {
    "l : avec aide.": (
        "que veut dire l ?", "qu'est-ce que L ?", "c’est quoi l ?", "que signifie l",
    ),
    "v : seul.": ("que veut dire seul ?", "quelle est la différence entre l et v ?"),
    "Jonas Peeters · Electrician": (
        "où en est Jonas ?", "ou en est jonas", "comment va Jonas ?", "pourquoi jonas est rouge",
        "comment ça se passe avec Jonas ?",
    ),
    "Jonas · 8 Marks out routes": (
        "pourquoi le 8 est rouge", "pourquoi la compétence 8 est rouge ?",
    ),
    "indicateurs sont ouverts": (
        "qu'est-ce qui est ouvert", "que dois-je encore faire ?", "qu'est-ce que je dois faire ?",
        "que me reste-t-il à faire ?",
        "qui dois-je encore noter ?", "combien me reste-t-il à faire ?",
    ),
    "Noor Aziz · 6E": ("quels élèves ai-je ?", "qui sont mes élèves ?"),
    "Lien Martens (coach)": ("qui est le coach de jonas ?",),
    "vos commentaires, leur coach seulement": (
        "qui voit mes notes ?", "qui peut lire ce que j'écris ?",
        "est-ce que mon coach voit mes scores ?",
    ),
    "Aucune période": ("quand est la photo ?", "quand se termine la période ?"),
    "le plus récent compte": ("comment corriger une erreur ?", "puis-je annuler un score ?"),
    "/noter –": ("aide", "à l'aide", "comment noter ?", "que puis-je écrire ?", "peux-tu m'aider"),
    "Avec plaisir.": ("merci", "merci beaucoup !", "Merci bien", "je vous remercie"),
    "Bonjour Karim.": ("bonjour", "Salut", "bonsoir Kompaan"),
    "Bien.": ("d'accord", "D’accord", "très bien", "c'est bon"),
    "Prenez votre temps.": ("attendez un instant", "un moment", "une minute"),
    "Qu'est-ce qui n'est pas juste ?": (
        "ce n'est pas juste", "c'est faux", "non, ce n’est pas correct", "il y a une erreur",
        "mes scores sont faux",
    ),
    "Dois-je vous laisser tranquille": (
        "je suis malade", "Je suis malade aujourd'hui", "je ne serai pas là demain",
        "demain je ne viens pas", "j'ai la grippe", "je suis en congé", "je me sens pas bien",
        "je suis en arrêt maladie jusqu'à vendredi", "j'ai de la fièvre",
    ),
    "Une personne peut aider.": (
        "j'ai peur de mon patron", "je veux mourir", "ils se moquent de moi", "il m'a frappé",
    ),
}  # fmt: skip
"""What answers which words of a mentor."""


@pytest.mark.parametrize("answer", ANSWERS)
def test_plain_french_is_answered_and_nothing_is_scored(french_school: School, answer: str):
    school = french_school
    for text in ANSWERS[answer]:
        school.say("m1", "/rapport jonas")
        said = school.text("m1", text).replace("\u00a0", " ")
        assert answer in said, text
        school.say("m1", "/arreter")
    assert school.scores == 0


SCORES = {
    "jonas sait faire le 10.2 seul": "2 ✓ seul",
    "Jonas fait 10.2 tout seul.": "2 ✓ seul",
    "10.2 jonas avec un peu d’aide": "2 ◐ avec aide",
    "jonas 10.2 il ne l'a jamais fait": "2 N jamais",
    "jonas 10.2 avec de l'aide, régulièrement": "2 ◐R avec aide, régulièrement",
    "jonas 10.2 parfois": "2 S parfois",
    "jonas 10.1 à 10.3 sans aide": "1-3 ✓ seul",
    "jonas 10.2 en autonomie": "2 ✓ seul",
    "jonas 10.2 pas montré": "2 ✗ pas montré",
    "jonas 10 tout avec aide sauf 3": "1-2 ◐ avec aide",
    "non, jonas 10.2 devait être l": "2 ◐ avec aide",
    "jonas 8: 1-2 ✗N pas montré, jamais · 3 ◐R avec aide, régulièrement": "3 ◐R",
}
"""What is stored of which line of a mentor."""


@pytest.mark.parametrize("line", SCORES)
def test_plain_french_is_scored(french_school: School, line: str):
    assert SCORES[line] in french_school.text("m1", line).replace("\u00a0", " ")


ASKED = {
    "jonas sait faire le 10 seul": ["Jonas Peeters 10 tout v · seul"],
    "jonas 10.2 pas encore": ["Jonas Peeters 10.2 x · pas montré", "Jonas Peeters 10.2 n · jamais"],
    "jonas 10.2 pas seul": ["Jonas Peeters 10.2 l · avec aide"],
    "toute la classe 8.1 seul": ["tout enregistrer"],
    "jonas et noor 8.1 avec aide": ["tout enregistrer"],
}


@pytest.mark.parametrize("line", ASKED)
def test_what_is_not_sure_is_asked_first(french_school: School, line: str):
    labels = buttons_of(french_school.say("m1", line))
    assert set(ASKED[line]) <= set(labels)
    assert french_school.scores == 0


UNREAD = (
    "jonas ne sait pas faire 10.2", "jonas ne fait pas 10.2 seul", "10.2 peut-être",
    "jonas 10.2 mal", "jonas 10.2 ne sait pas le faire seul", "jonas sait-il faire 10.2 seul ?",
)  # fmt: skip


@pytest.mark.parametrize("line", UNREAD)
def test_what_says_something_else_is_not_scored(french_school: School, line: str):
    french_school.say("m1", line)
    assert french_school.scores == 0


def test_being_away_ends_on_a_day_in_words(french_school: School):
    school = french_school
    for until, day in {
        "jusqu'à vendredi": "16 oct.",
        "vendredi prochain": "16 oct.",
        "la semaine prochaine": "23 oct.",
        "fin de semaine": "16 oct.",
        "seulement aujourd’hui": "14 oct.",
        "oui, s'il vous plaît": "14 oct.",
        "jusqu'au 20 octobre inclus": "20 oct.",
        "deux jours": "15 oct.",
    }.items():
        school.say("m1", "je suis malade")
        assert f"jusqu'au {day} inclus, je ne commence rien" in school.text("m1", until), until


def test_what_was_stored_is_taken_back(french_school: School):
    school = french_school
    for text in ("annule ça", "annulez le dernier score", "efface ça svp", "annuler",
                 "revenez en arrière"):  # fmt: skip
        school.say("m1", "jonas 8.2 l")
        assert "Annulé" in school.text("m1", text), text
    assert school.scores == 0


def test_who_stopped_is_known(french_school: School):
    school = french_school
    for text in ("Jonas ne travaille plus ici", "jonas a arrêté la formation", "jonas est parti"):
        assert "/arret Jonas" in school.text("m1", text), text
        school.say("m1", "non")
    for text in ("j'ai arrêté la formation", "je ne travaille plus ici"):
        assert "Lien Martens" in school.text("s1", text), text


def test_a_student_counts_what_was_done(french_school: School):
    for text in ("aujourd’hui 8.1", "8.1 fait", "8.1 fait aujourd'hui"):
        assert "Coché pour aujourd'hui" in french_school.text("s1", text), text
