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
        "Je ne me sens plus en sécurité chez moi", "je me sens en danger ici",
        "j’ai peur de mon patron", "j'ai peur du chef", "j'ai peur d'aller au travail",
        "j'ose plus aller à l'école", "ils se moquent de moi", "on se moque tout le temps de moi",
        "mon chef m'insulte", "il m'a humilié devant tout le monde", "je me fais harceler",
        "il me traite de sale arabe", "des remarques sexistes", "mon père me frappe",
        "il m'a frappé avec un tuyau", "il me tape sur la tête", "il m’a giflée", "mon père la bat",
        "mon copain me bat", "je suis battu à la maison", "il me touche tout le temps",
        "le chef m'a touchée", "il m'a agressé", "j'ai été violée", "violence conjugale",
        "il abuse de moi", "des attouchements", "il me menace", "il menace de me frapper",
        "on me fait du chantage", "il veut me tuer", "je pense au suicide", "je veux mourir",
        "j'ai envie de disparaître", "je n'ai plus envie de vivre", "je ne veux plus vivre",
        "je veux en finir", "je veux en finir avec la vie", "je vais me tuer",
        "elle parle de se tuer", "je me fais du mal", "je me coupe les veines",
        "il veut mettre fin à ses jours", "mieux sans moi, ils seraient mieux sans moi",
        "Au secours !", "je me mutile", "il me suit partout", "ils m'embêtent à l'école",
        "Ich fuehle mich nicht sicher", "ich fühle mich im Betrieb unsicher",
        "Jonas fühlt sich dort unsicher", "ich habe Angst vor meinem Chef",
        "ich hab schiss vor dem Meister", "ich traue mich nicht mehr in den Betrieb",
        "die Kollegen mobben mich", "sie lachen mich immer aus", "er beschimpft mich",
        "ich werde beleidigt", "sie machen mich fertig", "mein Vater schlägt mich",
        "er schlaegt mich", "er hat mich geschlagen", "ich werde zu Hause geschlagen",
        "mein Freund schlägt sie", "ich bekomme Prügel", "er tritt mich", "er würgt mich",
        "er fasst mich immer an", "er hat mich angefasst", "mein Chef begrapscht mich",
        "ich wurde sexuell belästigt", "sexuelle Belästigung", "er belästigt mich",
        "ich wurde vergewaltigt", "ich werde bedroht", "er droht mir mit Gewalt",
        "er hat damit gedroht, er will mich umbringen", "ich werde erpresst",
        "rassistische Sprüche", "ich denke an Selbstmord", "ich will sterben", "ich will tot sein",
        "ich wäre lieber tot", "ich bring mich um", "sie will sich umbringen", "ich ritze mich",
        "ich verletze mich selbst", "ich tue mir etwas an: ich will mir etwas antun",
        "ich nehme mir das Leben", "kein Grund mehr zu leben", "ohne mich wäre alles besser, es "
        "wäre besser wenn ich nicht mehr da wäre", "häusliche Gewalt", "Lebensmüde",
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
        "geef me tape", "hand me the bat", "geef me de isolatietape", "stalk the cable",
        "l'échelle n'est pas en sécurité", "je ne suis pas en sécurité sur l'échelle",
        "j'ai peur de tomber", "peur de mon premier client", "peur d'aller sur le toit",
        "ça me touche beaucoup", "votre message me touche", "ça me frappe",
        "ça me tape sur les nerfs", "il tape sur le tuyau", "il donne des coups de marteau",
        "il me bat au ping-pong", "la machine me frappe", "je me tue à la tâche",
        "le client menace de licencier", "on menace de pluie", "je veux en finir avec ce tableau",
        "pour en finir vite", "mort de rire", "un câble violet", "abus de silicone",
        "je me suis coupé le doigt", "merci de m'avoir aidé", "j'ai mal au dos",
        "mon dos me fait mal", "il pousse la porte", "je me sens malade",
        "je me sens bien en hauteur", "je suis en sécurité", "il se moque du règlement",
        "die Leiter steht nicht sicher", "ich fühle mich noch unsicher beim Messen",
        "ich fühle mich nicht sicher mit der Bohrmaschine", "Jonas fühlt sich noch unsicher",
        "ich bin mir nicht sicher", "Angst vor der Prüfung", "Angst vor dem Mentorgespräch",
        "Angst vor der Höhe", "der Hammer schlägt mich", "das haut mich um",
        "die Arbeit bringt mich um", "das bringt mich noch um", "er schlägt mich als Sprecher vor",
        "er hat mich im Tischtennis geschlagen", "der Kunde belästigt mich mit Fragen",
        "die Leitung war tot", "ich habe einen Schlag bekommen", "ich bin krank",
        "mir geht es nicht gut", "mit Gewalt geht es nicht", "das Programm hat sich aufgehängt",
        "er trat auf die Leiter", "Löcher geschlagen", "er hat sie gesetzt",
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
