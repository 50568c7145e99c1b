"""The plain words of a line of scores in four languages: marks, corrections, everybody, done."""

from itertools import product

from bot.domain.folding import every_way
from handlers.scoring.typing.plain_said import french, german
from handlers.scoring.typing.plain_said.kinds import Plain
from handlers.talking.ordinary.words import COURTESIES

_MARKS: dict[str, tuple[str, ...]] = {
    "v": (
        "zelfstandig", "helemaal zelfstandig", "volledig zelfstandig", "heel zelfstandig",
        "alleen", "helemaal alleen", "zonder hulp", "zonder begeleiding", "zonder ondersteuning",
        "autonoom", "uit zichzelf", "spontaan", "alone", "independently", "autonomously",
        "on his own", "on her own", "on my own", "on their own", "by himself", "by herself",
        "by myself", "without help", "without support", "unaided", "unprompted",
        *french.MARKS["v"], *german.MARKS["v"],
    ),
    "l": (
        "met hulp", "met wat hulp", "met een beetje hulp", "met veel hulp", "met ondersteuning",
        "met wat ondersteuning", "met begeleiding", "met wat begeleiding", "met steun",
        "mits hulp", "mits ondersteuning", "mits begeleiding", "onder begeleiding",
        "with support", "with some support", "with help", "with some help", "with a bit of help",
        "with a little help", "with guidance", *french.MARKS["l"], *german.MARKS["l"],
    ),
    "x": (
        "niet", "helemaal niet", "niet getoond", "niet beheerst", "nog niet beheerst", "not",
        "not shown", "not at all", "cannot", "can not", "can t",
        *french.MARKS["x"], *german.MARKS["x"],
    ),
    "n": (
        "nooit", "nog nooit", "niet aan bod", "nog niet aan bod", "nog niet aan bod gekomen",
        "niet aan bod gekomen", "nog niet gedaan", "never", "never came up", "not come up yet",
        "not done yet", *french.MARKS["n"], *german.MARKS["n"],
    ),
    "s": (
        "soms", "af en toe", "nu en dan", "sometimes", "now and then", "once in a while",
        "occasionally", *french.MARKS["s"], *german.MARKS["s"],
    ),
    "r": (
        "regelmatig", "vaak", "heel vaak", "regularly", "often", "very often",
        *french.MARKS["r"], *german.MARKS["r"],
    ),
    "x|n": (
        "nog niet", "nog altijd niet", "nog steeds niet", "nog niet gezien", "niet gezien",
        "komt niet voor", "kwam niet voor", "not yet", "still not", "not seen", "not seen yet",
        *french.MARKS["x|n"], *german.MARKS["x|n"],
    ),
    "l|x": (
        "niet alleen", "nog niet alleen", "niet zelfstandig", "nog niet zelfstandig",
        "niet zonder hulp", "nog niet zonder hulp", "not alone", "not yet alone",
        "not independently", "not yet independently", "not on his own", "not on her own",
        "not on my own", "not without help", *french.MARKS["l|x"], *german.MARKS["l|x"],
    ),
}  # fmt: skip
"""Letters → the words for them; more letters than one are asked about."""

_OTHERS: dict[Plain, tuple[str, ...]] = {
    Plain.CORRECTS: (
        "nee", "neen", "oei", "oeps", "oops", "sorry", "fout", "foutje", "mijn fout", "vergissing",
        "ik vergiste me", "me vergist", "ik heb me vergist", "correctie", "verbetering", "tikfout",
        "typfout", "eigenlijk", "wacht", "toch", "toch maar", "no", "wait", "hold on", "after all",
        "wrong", "mistake", "my mistake", "typo", "correction", "actually",
    ),
    Plain.MARKS_LATER: (
        "moest", "moesten", "moet", "moeten", "had moeten", "hoort", "hoorde", "ik bedoelde",
        "ik bedoel", "bedoelde", "bedoel", "should", "should have been", "has to", "was meant to",
        "i meant", "i mean", "meant", "maak er", "maak daar", "maak daarvan", "make it",
        "verander in", "maak van", "verander", "change to", "change it to", "wordt", "becomes",
    ),
    Plain.INSTEAD: (
        "niet", "geen", "en niet", "en geen", "maar niet", "ipv", "in plaats van", "inplaats van",
        "not", "and not", "instead of", "rather than", "in place of",
    ),
    Plain.EVERYBODY: (
        "iedereen", "de hele klas", "heel de klas", "de ganse klas", "hele klas", "heel de groep",
        "de hele groep", "de klas", "alle leerlingen", "al mijn leerlingen",
        "alle studenten", "al mijn studenten", "mijn leerlingen", "mijn klas", "allebei",
        "alle twee", "alletwee", "beide leerlingen", "beiden", "both", "both students",
        "my students", "my class", "everyone", "everybody", "the whole class", "whole class",
        "the class", "the whole group", "all students", "all my students",
    ),
    Plain.NUMBER_OF: (
        "competentie", "competenties", "comp", "indicator", "indicatoren", "nummer", "nr",
        "competence", "competences", "competency", "indicators", "number", "punt", "punten",
    ),
    Plain.DONE: (
        "deed", "deden", "oefende", "werkte aan", "maakte", "gedaan", "geoefend", "gemaakt",
        "uitgevoerd", "gewerkt aan", "gewerkt", "done", "did", "practised", "practiced",
        "worked on",
    ),
    Plain.CLASS: ("klas", "klasgroep", "groep", "class", "class group", "group"),
    Plain.CAN: (
        "beheerst", "beheers", "masters", "kan", "kon", "kunnen", "lukt", "lukte", "can", "could",
    ),
    Plain.AND: ("en", "and"),
    Plain.EXCEPT: ("behalve", "uitgezonderd", "uitgenomen", "except", "except for"),
    Plain.FILLS: (
        "ik", "al", "dat", "dit", "die", "het", "is", "was", "zijn", "hij", "zij", "ze", "doet",
        "doe", "deed", "doen", "gaat", "ging", "nu", "ook", "wel", "maar", "heeft", "heb",
        "hebben", "had", "te", "worden", "bij", "voor", "op", "van", "aan", "weer", "opnieuw",
        "nog", "eens", "score", "er", "i", "he", "she", "they", "does", "do", "it", "that",
        "this", "be", "been", "have", "has", "i ve", "already", "now", "but", "for", "at", "to",
        "again", "een", "in", "typte", "schreef", "zei", "gaf", "typed", "wrote", "said",
        "it s", "that s", "he s", "she s", "you", "jij", "hem", "haar", "oh", "ah", "euh", "hm",
    ),
}  # fmt: skip
"""Dutch and English words; the others stand in a table of their language."""

PHRASES: dict[tuple[str, ...], tuple[Plain, ...]] = {}
"""The words of a phrase → what they can be."""

LETTERS_OF: dict[tuple[str, ...], tuple[str, ...]] = {}
"""The words for a mark → its letter, or those of which one is meant."""


def _know(phrase: str, kind: Plain) -> tuple[str, ...]:
    known = tuple(phrase.split())
    PHRASES[known] = (*PHRASES.get(known, ()), kind)
    return known


for _letters, _phrases in _MARKS.items():
    for _phrase in every_way(_phrases):
        LETTERS_OF[_know(_phrase, Plain.MARK)] = tuple(_letters.split("|"))
for _kind, _phrases in _OTHERS.items():
    more = (*french.OTHERS.get(_kind, ()), *german.OTHERS.get(_kind, ()))
    for _phrase in every_way((*_phrases, *more)):
        _know(_phrase, _kind)

for _often, _ways in (("s", ("vs", "l")), ("r", ("vr", "l")), ("n", ("l", "x"))):
    for _phrase, _alone in product(
        every_way(_MARKS[_often]), every_way(_MARKS["v"])
    ):  # 'sometimes alone': not always?
        LETTERS_OF[_know(f"{_phrase} {_alone}", Plain.MARK)] = _ways

for _phrase in COURTESIES:
    _know(_phrase, Plain.FILLS)

ELIDED = frozenset(french.ELIDED)
"""Small French words that are written on to the next, which say nothing; with their apostrophe."""

LONGEST = max(map(len, PHRASES))

READING = frozenset(
    word
    for words, kinds in PHRASES.items()
    if set(kinds) - {Plain.FILLS, Plain.EXCEPT}
    for word in words
)
"""A line without any of these words is never read as plain words."""
