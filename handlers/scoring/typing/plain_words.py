"""The plain words of a line of scores in four languages: marks, corrections, everybody, done."""

from enum import StrEnum
from itertools import product

from handlers.talking.ordinary.words import COURTESIES


class Plain(StrEnum):
    """What plain words of a line are."""

    MARK = "mark"
    CORRECTS = "corrects"
    MARKS_LATER = "marks later"
    INSTEAD = "instead"
    EVERYBODY = "everybody"
    NUMBER_OF = "number of"
    CLASS = "class"
    TODAY = "today"
    DONE = "done"
    CAN = "can"
    AND = "and"
    EXCEPT = "except"
    FILLS = "fills"


_MARKS: dict[str, tuple[str, ...]] = {
    "v": (
        "zelfstandig", "helemaal zelfstandig", "volledig zelfstandig", "heel zelfstandig",
        "alleen", "helemaal alleen", "zonder hulp", "zonder begeleiding", "zonder ondersteuning",
        "autonoom", "uit zichzelf", "spontaan", "alone", "independently", "autonomously",
        "on his own", "on her own", "on my own", "on their own", "by himself", "by herself",
        "by myself", "without help", "without support", "unaided", "unprompted", "seul", "seule",
        "tout seul", "toute seule", "en autonomie", "autonome", "sans aide", "sans soutien",
        "allein", "alleine", "ganz allein", "ganz alleine", "selbststandig", "selbstandig",
        "ohne hilfe", "ohne unterstutzung", "eigenstandig",
    ),
    "l": (
        "met hulp", "met wat hulp", "met een beetje hulp", "met veel hulp", "met ondersteuning",
        "met wat ondersteuning", "met begeleiding", "met wat begeleiding", "met steun",
        "mits hulp", "mits ondersteuning", "mits begeleiding", "onder begeleiding",
        "with support", "with some support", "with help", "with some help", "with a bit of help",
        "with a little help", "with guidance", "avec aide", "avec de l aide", "avec un peu d aide",
        "avec l aide", "avec soutien", "avec du soutien", "avec accompagnement", "mit hilfe",
        "mit etwas hilfe", "mit unterstutzung", "mit begleitung", "mit anleitung",
        "unter anleitung",
    ),
    "x": (
        "niet", "helemaal niet", "niet getoond", "niet beheerst", "nog niet beheerst", "not",
        "not shown", "not at all", "cannot", "can not", "can t", "pas", "pas du tout",
        "pas montre", "nicht", "gar nicht", "nicht gezeigt",
    ),
    "n": (
        "nooit", "nog nooit", "niet aan bod", "nog niet aan bod", "nog niet aan bod gekomen",
        "niet aan bod gekomen", "nog niet gedaan", "never", "never came up", "not come up yet",
        "not done yet", "jamais", "jamais fait", "pas encore fait", "nie", "noch nie",
        "noch nicht gemacht",
    ),
    "s": (
        "soms", "af en toe", "nu en dan", "sometimes", "now and then", "once in a while",
        "occasionally", "parfois", "de temps en temps", "manchmal", "ab und zu", "hin und wieder",
    ),
    "r": (
        "regelmatig", "vaak", "heel vaak", "regularly", "often", "very often", "regulierement",
        "souvent", "tres souvent", "regelmassig", "oft", "sehr oft", "haufig",
    ),
    "x|n": (
        "nog niet", "nog altijd niet", "nog steeds niet", "nog niet gezien", "niet gezien",
        "komt niet voor", "kwam niet voor", "not yet", "still not", "not seen", "not seen yet",
        "pas encore", "toujours pas", "pas vu", "pas encore vu", "noch nicht", "noch immer nicht",
        "nicht gesehen", "noch nicht gesehen",
    ),
    "l|x": (
        "niet alleen", "nog niet alleen", "niet zelfstandig", "nog niet zelfstandig",
        "niet zonder hulp", "nog niet zonder hulp", "not alone", "not yet alone",
        "not independently", "not yet independently", "not on his own", "not on her own",
        "not on my own", "not without help", "pas seul", "pas seule", "pas encore seul",
        "pas encore seule", "pas sans aide", "nicht allein", "noch nicht allein",
        "nicht selbststandig", "noch nicht selbststandig", "nicht ohne hilfe",
    ),
}  # fmt: skip
"""Letters → the words for them; more letters than one are asked about."""

_OTHERS: dict[Plain, tuple[str, ...]] = {
    Plain.CORRECTS: (
        "nee", "neen", "oei", "oeps", "oops", "sorry", "fout", "foutje", "mijn fout", "vergissing",
        "ik vergiste me", "me vergist", "ik heb me vergist", "correctie", "verbetering", "tikfout",
        "typfout", "eigenlijk", "wacht", "toch", "toch maar", "no", "wait", "hold on", "after all",
        "wrong", "mistake", "my mistake", "typo", "correction", "actually",
        "attends", "attendez", "finalement", "non", "pardon", "desole", "erreur", "faute de frappe",
        "en fait", "warte", "moment", "doch", "nein", "entschuldigung", "korrektur",
        "fehler", "mein fehler", "tippfehler", "eigentlich",
    ),
    Plain.MARKS_LATER: (
        "moest", "moesten", "moet", "moeten", "had moeten", "hoort", "hoorde", "ik bedoelde",
        "ik bedoel", "bedoelde", "bedoel", "should", "should have been", "has to", "was meant to",
        "i meant", "i mean", "meant", "devait", "devrait", "doit", "aurait du", "je voulais dire",
        "je voulais", "je veux dire", "sollte", "soll", "muss", "musste", "hatte sein sollen",
        "ich meinte", "ich meine", "meinte", "maak er", "maak daar", "maak daarvan", "make it",
        "verander in", "maak van", "verander", "change to", "change it to", "wordt",
        "becomes",
    ),
    Plain.INSTEAD: (
        "niet", "geen", "en niet", "en geen", "maar niet", "ipv", "in plaats van", "inplaats van",
        "not", "and not", "instead of", "rather than", "in place of", "pas", "et pas", "et non",
        "au lieu de", "au lieu d", "plutot que", "nicht", "kein", "keine", "und nicht", "statt",
        "anstatt", "anstelle von",
    ),
    Plain.EVERYBODY: (
        "iedereen", "de hele klas", "heel de klas", "de ganse klas", "hele klas", "heel de groep",
        "de hele groep", "de klas", "alle leerlingen", "al mijn leerlingen",
        "alle studenten", "al mijn studenten", "mijn leerlingen", "mijn klas", "allebei",
        "alle twee",
        "alletwee", "beide leerlingen", "beiden", "both", "both students", "my students",
        "my class",
        "mes eleves", "ma classe", "les deux", "meine schuler", "meine klasse", "beide",
        "alle beide", "everyone", "everybody", "the whole class",
        "whole class", "the class", "the whole group", "all students", "all my students",
        "tout le monde", "toute la classe", "la classe", "tous les eleves", "tous mes eleves",
        "alle schuler", "alle meine schuler", "alle lernenden", "die ganze klasse", "ganze klasse",
        "die klasse",
    ),
    Plain.NUMBER_OF: (
        "competentie", "competenties", "comp", "indicator", "indicatoren", "nummer", "nr",
        "competence", "competences", "competency", "indicators", "number", "indicateur",
        "indicateurs", "numero", "kompetenz", "indikator", "punt", "punten",
    ),
    Plain.DONE: (
        "deed", "deden", "oefende", "werkte aan", "maakte", "gedaan", "geoefend", "gemaakt",
        "uitgevoerd", "gewerkt aan", "gewerkt", "done", "did",
        "practised", "practiced", "worked on", "fait", "pratique", "travaille", "travaille sur",
        "gemacht", "geubt", "gearbeitet an", "erledigt",
    ),
    Plain.CLASS: (
        "klas", "klasgroep", "groep", "class", "class group", "group", "classe", "groupe",
        "klasse", "gruppe",
    ),
    Plain.CAN: (
        "beheerst", "beheers", "masters", "maitrise", "beherrscht", "beherrsche",
        "kan", "kon", "kunnen", "lukt", "lukte", "can", "could", "peut", "peux", "sait", "sais",
        "kann", "konnte", "gelingt",
    ),
    Plain.AND: ("en", "and", "et", "und"),
    Plain.EXCEPT: (
        "behalve", "uitgezonderd", "uitgenomen", "except", "except for", "sauf", "ausser",
        "excepte",
    ),
    Plain.FILLS: (
        "ik", "al", "dat", "dit", "die", "het", "is", "was", "zijn", "hij", "zij", "ze", "doet",
        "doe", "deed", "doen", "gaat", "ging", "nu", "ook", "wel", "maar", "heeft", "heb",
        "hebben", "had", "te", "worden", "bij", "voor", "op", "van", "aan", "weer", "opnieuw",
        "nog", "eens", "score", "er", "i", "he", "she", "they", "does", "do", "it", "that",
        "this", "be", "been", "have", "has", "i ve", "already", "now", "but", "for", "at", "to",
        "again", "je", "j ai", "il", "elle", "a", "deja", "le", "la", "ca", "c est", "est",
        "etre", "mais", "pour", "encore", "ich", "er", "sie", "es", "das", "schon", "mache",
        "macht", "ist", "war", "sein", "habe", "hat", "aber", "fur", "bei", "zu", "wieder",
        "jetzt", "auch", "aussi", "een", "in", "typte", "schreef", "zei", "gaf", "typed",
        "wrote", "said", "ai dit", "habe geschrieben", "it s", "that s", "he s", "she s",
        "you", "jij", "hem", "haar", "oh", "ah", "euh", "hm",
    ),
}  # fmt: skip

PHRASES: dict[tuple[str, ...], tuple[Plain, ...]] = {}
"""The words of a phrase → what they can be."""

LETTERS_OF: dict[tuple[str, ...], tuple[str, ...]] = {}
"""The words for a mark → its letter, or those of which one is meant."""


def _know(phrase: str, kind: Plain) -> tuple[str, ...]:
    known = tuple(phrase.split())
    PHRASES[known] = (*PHRASES.get(known, ()), kind)
    return known


for _letters, _phrases in _MARKS.items():
    for _phrase in _phrases:
        LETTERS_OF[_know(_phrase, Plain.MARK)] = tuple(_letters.split("|"))
for _kind, _phrases in _OTHERS.items():
    for _phrase in _phrases:
        _know(_phrase, _kind)

for _often, _ways in (("s", ("vs", "l")), ("r", ("vr", "l")), ("n", ("l", "x"))):
    for _phrase, _alone in product(_MARKS[_often], _MARKS["v"]):  # 'sometimes alone': not always?
        LETTERS_OF[_know(f"{_phrase} {_alone}", Plain.MARK)] = _ways

for _phrase in COURTESIES:
    _know(_phrase, Plain.FILLS)

LONGEST = max(map(len, PHRASES))

READING = frozenset(
    word
    for words, kinds in PHRASES.items()
    if set(kinds) - {Plain.FILLS, Plain.EXCEPT}
    for word in words
)
"""A line without any of these words is never read as plain words."""
