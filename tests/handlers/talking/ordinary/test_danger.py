"""Words that tell of danger are heard in four languages, and the words of a trade are none."""

import pytest

from bot.exchange.organisation_file import read_organisation
from handlers.talking.ordinary.danger import tells_of_danger


@pytest.mark.parametrize(
    "text",
    [
        "Ik voel me onveilig", "ik voel mij daar echt niet veilig", "Jonas voelt zich onveilig",
        "ze pesten me op het werk", "ik word gepest", "Mijn mentor slaat me.",
        "hij raakt me altijd aan",
        "ik ben bang van mijn baas", "ik denk aan zelfmoord", "ik wil niet meer leven",
        "ik wil dood",
        "I feel unsafe", "I don’t feel safe there", "I do not feel SAFE", "he threatened me",
        "they bully me", "sexual harassment", "I want to die", "i'm going to kill myself",
        "Je ne me sens pas en sécurité", "il me frappe", "je suis harcelé", "j'ai envie de mourir",
        "Ich fühle mich dort nicht sicher", "ich werde gemobbt", "er schlägt mich", "Gewalt",
        "ich will nicht mehr leben", 'jonas 3.3 l "voelt zich bedreigd"',
    ],
)  # fmt: skip
def test_danger_is_heard(text: str):
    assert tells_of_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "jonas 3 vvlvl", "de ladder stond niet veilig", "werkt veilig in de hoogte",
        "geweldig gedaan!", "he hit the nail", "unsafe ladder", "the cable was cut", "violet wire",
        "voelt of de leiding warm is", "pesticiden bewaren", "danger: 230 V", "bedankt",
        "ik ben ziek",
    ],
)  # fmt: skip
def test_the_words_of_a_trade_are_no_danger(text: str):
    assert not tells_of_danger(text)


def test_nothing_that_the_sample_teaches_is_taken_for_danger():
    draft = read_organisation()
    taught = [
        text
        for framework in draft.frameworks
        for competence in framework.competences
        for text in (competence.title, *competence.indicators)
    ]
    assert [text for text in taught if tells_of_danger(text)] == []
