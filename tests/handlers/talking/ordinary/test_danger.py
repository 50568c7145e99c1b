"""Words that tell of danger are heard in four languages, and the words of a trade are none."""

import pytest

from bot.domain.languages import LANGUAGES
from bot.exchange.sample import read_sample
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
        "hij zegt niet meer te willen leven", "jonas zegt dat hij niet meer wil leven",
        "ik maak mij van kant", "klant wil zich van kant maken", "ik wil er niet meer zijn",
        "ik maak er een einde aan", "ik wil er een einde aan maken", "ik ga me ophangen",
        "hij wil zich ophangen", "was ik maar dood", "ik wou dat ik dood was", "zelf moord",
        "ik doe me iets aan", "ik snij in mijn armen", "ik snijd mezelf", "noor snijdt zichzelf",
        "ich bringe mich um", "I want to end it", "ze slaan mij", "ze schoppen me",
        "hij heeft mij geschopt", "hij heeft me geslagen", "ik krijg slaag",
        "zijn vader slaat hem", "jonas wordt thuis geslagen", "he is hitting me",
        "hij zit aan mij", "hij betast me", "hij heeft me aangeraakt", "ongewenste intimiteiten",
        "ik ben bang van Karim", "ik ben bang voor Karim", "I'm scared of Karim",
        "j'ai peur de Karim", "ik durf niet meer naar mijn werk", "ik voel mij ni veilig",
        "ik voel me hier niet zo veilig", "misbruik", "ze maken misbruik van mij",
        "de meester valt me lastig", "Stop. Ik wil dood. Help",
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
        "met geweld krijg je die buis er niet in", "de machine slaat hem af",
        "de automaat slaat haar uit", "de wind duwt haar open",
        "de baas duwt me om sneller te werken", "de kabel werd geslagen",
        "de heipaal wordt geslagen", "misbruik van de noodknop mag niet", "pest control",
        "luizen en pest", "de klant dreigt met een klacht", "hij dreigt met regen",
        "ze dreigt met ontslag", "de klant valt me lastig met vragen over de prijs",
        "bang voor mijn examen", "ik ben bang van mijn eerste klant", "ik ben bang voor hoogtes",
        "wil dood hout snoeien", "ik snij mij soms aan het blik", "ik pest niemand",
        "it beats me why", "the hammer hits me on the thumb", "kill me now lol",
        "cut the celery stalk", "abuse of the tool", "Er schlägt sie vor",
        "er schlägt mich als Nachfolger vor", "violen geplant", "Gewalt anwenden",
    ],
)  # fmt: skip
def test_the_words_of_a_trade_are_no_danger(text: str):
    assert not tells_of_danger(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_the_sample_teaches_is_taken_for_danger(language: str):
    draft = read_sample(language)
    taught = [
        text
        for framework in draft.frameworks
        for competence in framework.competences
        for text in (competence.title, *competence.indicators)
    ]
    assert [text for text in taught if tells_of_danger(text)] == []


def test_whom_somebody_fears_is_known_by_name_however_it_is_typed():
    assert not tells_of_danger("ik ben bang voor karim")
    assert tells_of_danger("ik ben bang voor karim", ["Karim Haddad"])
    assert tells_of_danger("ich habe Angst vor Karim", ["Karim Haddad"])
    assert tells_of_danger("ze slaan jonas", ["Jonas Peeters"])
    assert not tells_of_danger("jonas is bang van de hoogte", ["Els Van de Velde", "Jonas Peeters"])
