"""Plain questions in four languages: what a letter means, who reads along, when the photo is.

What a command or a text of ours answers already is found here by how people ask for it. A text is
looked at only where its first word is one that begins such a question.
"""

import re
from dataclasses import dataclass

from bot.domain.folding import every_way, fold
from handlers.talking.ordinary import ending
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.ordinary.said import french, german
from handlers.talking.ordinary.said.kinds import Asked


@dataclass(frozen=True, slots=True)
class PlainQuestion:
    """What is asked, and of what or whom, folded; '' where nothing is named."""

    asks: Asked
    of: str = ""


_POLITE = (
    "aub", "alsjeblieft", "alstublieft", "please", "svp", "s il te plait", "s il vous plait",
    "bitte", "kompaan", "eigenlijk", "precies", "juist", "ook alweer", "ook weer", "weer", "nu",
    "nog", "exactly", "again", "now", "actually", "exactement", "genau", "eigentlich", "nochmal",
    "bedankt", "thanks", "merci", "danke", "hier", "here", "ici", "today", "vandaag", "heute",
    "deze week", "this week", "cette semaine", "diese woche", "aujourd hui",
    *french.POLITE, *german.POLITE,
)  # fmt: skip
_LEADING = (
    "hallo", "hoi", "hey", "hi", "hello", "dag", "bonjour", "salut", "guten tag", "kompaan", "en",
    "maar", "vraagje", "sorry", "ok", "and", "but", "et", "mais", "und", "aber", "question",
    "goeiemorgen", "goedemorgen", "even", "zeg", "eh", "euh", "oke",
    *french.LEADING, *german.LEADING,
)  # fmt: skip
_BEFORE = rf"(?:(?:{'|'.join(_LEADING)}) )+"
_ASIDE = rf"\b(?:{'|'.join(_POLITE)})\b ?"
_NUMBERED = (
    r" (?:(?:voor|op|bij|in|for|on|with|pour|sur|bei|fur|met) )?"
    r"(?:(?:de |the |la |die )?(?:competentie|competence|comp|kompetenz|nummer|nr|number|numero) )?"
    r"(?P<number>\d{1,4}(?: \d{1,4})?)$"
)

_COMPETENCE = r"(?:(?:de )?(?:competentie|competence|nummer|nr) )?"
_COLOURED = (
    r"(?:(?:op|in) )?(?:(?:licht|donker|light |dark )?(?:rood|oranje|grijs|groen|red|orange|grey"
    r"|gray|green))"
)
_THE = (
    r"(?:(?:de|het|een|die|dat|the|a|an|la|le|les|l(?! (?:et|ou) )|un|une|der|die|das|ein|eine|den"
    r"|dem) )?"
)
_MINE = r"(?:mijn|m n|mn|my|onze|our)"

_PATTERNS: tuple[tuple[Asked, str], ...] = (
    (Asked.CHOICE, ending.CHOICE),
    (Asked.EVALUATIONS, ending.EVALUATIONS),
    (Asked.RESULT, ending.RESULT),
    (Asked.DECISION, ending.DECISION),
    (Asked.END_VIEW, ending.END_VIEW),
    (
        Asked.MEANING,
        r"wat (?:betekent|betekenen|is|zijn) (?P<of>.+)|wat wil (?P<of1>.+) zeggen"
        r"|waarover (?:gaat|gaan) (?P<of10>.+)|wat (?:houdt|houden) (?P<of11>.+) in"
        r"|waar(?:voor)? sta(?:at|an) (?P<of2>.+?)(?: voor)?"
        r"|what (?:does|do) (?P<of3>.+) (?:mean|stand for)|what (?:is|are|s) (?P<of4>.+)",
    ),
    (
        Asked.READERS,
        r"wie (?:ziet|leest|kan|mag|krijgt) (?:.+ )?(?:ik|mijn|dit|dat|deze|die|scores?|notities?)"
        r"(?: .*)?"
        r"|(?:ziet|leest|kan|kunnen|zien|lezen|mag) (?:mijn |de |anderen |iedereen )?(?:mentor"
        r"|coach|leerkracht|leraar|lerares|leerling|leerlingen|student|klas|anderen|iedereen|school)"
        r" (?:wat ik .+|dit|dat|deze|mijn .+|alles)(?: (?:zien|lezen))?"
        r"|(?:ziet|leest|krijgt|kan|mag) \w+ (?:lezen |zien )?(?:wat ik .+"
        r"|mijn (?:scores?|notities?|toelichting(?:en)?|antwoord(?:en)?)(?: .*)?)"
        r"|(?:can|does) \w+ (?:see|read) (?:what i .+|my .+)"
        r"|who (?:can |may )?(?:see|sees|read|reads|gets) (?:what i .+|this|that|my .+|it)"
        r"|(?:can|does|do) (?:my |the )?(?:mentor|coach|teacher|student|students|others|everyone"
        r"|everybody|school) (?:see|read) (?:what i .+|this|that|my .+|it|everything)",
    ),
    (
        Asked.PHOTO,
        r"(?:wanneer|tegen wanneer) (?:is|wordt|komt|valt|neem je|nemen we|neemt men) (?:de|die|een"
        r"|er|mijn) (?:volgende |nieuwe |een )*(?:foto|photo)(?: genomen| gemaakt| getrokken)?"
        r"|wanneer (?:eindigt|begint|start|stopt|loopt|sluit|is) (?:de|deze|die|onze) "
        r"(?:volgende |huidige |evaluatie)*\s?(?:periode|evaluatieperiode)"
        r"(?: af| gedaan| afgelopen)?"
        r"|(?:tegen )?wanneer moet (?:ik|alles|het|dit) (?:.+ )?(?:scoren|klaar zijn|af zijn"
        r"|gescoord zijn|klaar|af)"
        r"|tot wanneer (?:kan|mag|moet) ik (?:nog )?scoren|wat zijn de periodes"
        r"|when (?:is|will) the (?:next )?photo(?: be)?(?: taken)?"
        r"|when (?:does|is|will) the (?:next |current )?period (?:end|over|start|begin|close)"
        r"|until when can i (?:still )?score",
    ),
    (
        Asked.STANDING,
        r"hoe (?:sta|scoor) ik (?:er ?voor|er nu voor|er op dit moment voor)"
        r"|hoe (?:ver|goed) sta ik|hoe doe ik het|how am i doing|how do i stand"
        r"|hoe (?:ver )?staat (?P<of>.+?)(?: er ?(?:nu )?voor| ervoor)?|hoe doet (?P<of1>.+) het"
        r"|waar (?:kan|zie|vind) ik (?:zien )?(?:hoe|het rapport van) (?P<of16>.+?)"
        r"(?: het doet| er ?voor staat)?"
        r"|hoe gaat het met (?P<of2>.+)|hoe (?:staat|zit) het met (?P<of3>.+)"
        r"|hoe ver is (?P<of4>.+)"
        r"|how is (?P<of5>.+?) (?:doing|going|getting on)|how does (?P<of6>.+) stand"
        r"|where does (?P<of7>.+) stand|how far is (?P<of8>.+)"
        # Why a colour is as it is: by what was scored, which the report shows.
        rf"|(?:waarom (?:staat|is)|why is) {_COMPETENCE}(?P<of17>\d{{1,4}}) .+"
        rf"|(?:waarom (?:sta ik|ben ik)|why am i) {_COLOURED}"
        rf"|(?:waarom (?:staat|is)|why is) (?P<of19>.+?) {_COLOURED}",
    ),
    (
        Asked.OPEN,
        r"wat (?:moet|kan) ik (?:nu |hier |vandaag )?(?:allemaal )?(?:nog |juist )*"
        r"(?:allemaal )?(?:doen|scoren|invullen)"
        r"|wat (?:staat|is) er (?:nog )?(?:allemaal )?(?:voor mij )?(?:open|te doen)(?: voor mij)?"
        r"|wat staat (?:er )?(?:nog )?open|(?:moet|heb) ik (?:nog|hier nog) iets (?:te )?"
        r"(?:doen|scoren|invullen)|is er nog iets (?:open|te doen)"
        r"|wat (?:ontbreekt|mankeert) er nog|wat wacht er (?:nog )?(?:op mij)?"
        r"|wie moet ik (?:allemaal )?(?:nog )?scoren"
        r"|hoeveel (?:\w+ )?(?:heb ik|moet ik|sta(?:at|an)|zijn)(?: er)?(?: voor mij)? (?:nog )?"
        r"(?:te doen|te scoren|te gaan|open|over|doen|scoren|invullen)"
        r"|(?:who|how many) (?:do|must|should) i (?:still )?(?:have to |need to )?(?:do|score)"
        r"|what (?:is|s) (?:still )?(?:open|left|left to do)(?: for me)?"
        r"|what (?:do i|must i|should i) (?:still )?(?:have |need )?(?:to )?(?:still )?(?:do|score)"
        r"|do i (?:still )?(?:have|need) to do (?:anything|something)",
    ),
    (
        Asked.STUDENTS,
        rf"(?:welke|hoeveel) (?:leerlingen|studenten|jongeren) (?:heb|volg|begeleid|zie|ken) ik"
        rf"|wie zijn {_MINE} (?:leerlingen|studenten|jongeren)"
        rf"|wie (?:kan|mag) ik (?:allemaal )?scoren"
        rf"|wie zit(?:ten)? er (?:allemaal )?in {_MINE} klas"
        rf"|(?:which|what|how many) students (?:do i|have i) ?(?:have|got|see|follow|score|coach)?"
        rf"|who are {_MINE} students|who (?:do|can) i score",
    ),
    (
        Asked.AROUND,
        rf"wie (?:is|zijn) (?:{_MINE}|de) (?:mentor|mentoren|coach|coaches|leerkracht|leerkrachten"
        rf"|leraar|lerares|leraren|begeleider)(?: van (?P<of>.+))?"
        rf"|wie begeleidt (?:mij|me)"
        rf"|who (?:is|are|s) (?:{_MINE}|the) (?:mentor|mentors|coach|coaches|teacher|teachers)"
        rf"(?: of (?P<of1>.+))?",
    ),
    (
        Asked.ALERTS,
        r"zijn er (?:nieuwe |al )*(?:problemen|meldingen|signalen|alarmen|verschillen|conflicten)"
        r"|welke (?:problemen|meldingen|signalen|alarmen|verschillen) zijn er"
        r"|waar verschillen (?:ze|de drie|de (?:meningen|standpunten|scores))(?: van mening)?"
        r"|are there (?:any |new )*(?:problems|alerts|differences)|where do they differ",
    ),
    (
        Asked.UNDO,
        r"kan ik (?:iets|dit|dat|een score|mijn score|die score|een fout) (?:nog )?(?:wissen"
        r"|verwijderen|verbeteren|aanpassen|wijzigen|veranderen|ongedaan maken)"
        r"|hoe (?:kan|moet) ik (?:iets|dit|dat|een score|een fout|mijn score) "
        r"(?:ongedaan maken|wissen|verwijderen|verbeteren|corrigeren|aanpassen|wijzigen"
        r"|terugnemen|veranderen)"
        r"|hoe (?:verbeter|wis|verwijder|corrigeer|wijzig|verander) ik (?:iets|dit|dat|een score"
        r"|een fout|mijn score)"
        r"|(?:how|can) (?:do i|can i|i) (?:undo|correct|change|delete|take back) (?:it|this|that"
        r"|something|a score|a mistake|my score)",
    ),
    (
        Asked.HELP,
        r"hoe (?:scoor|score) ik(?: (?:iemand|hier|een leerling|iets))?"
        r"|hoe geef ik (?:een |mijn )?scores?(?: (?:aan|voor) .+)?|how do i give (?:a |my )?scores?"
        r"|hoe (?:moet|kan) ik (?:scoren|een score geven|iets scoren|iemand scoren|beginnen)"
        r"|wat kan ik (?:hier )?(?:allemaal )?(?:typen|zeggen|vragen)|wat kan jij(?: allemaal)?"
        r"|wie ben (?:jij|je)|who are you"
        r"|how (?:do|can) i (?:score|begin|start)(?: (?:somebody|someone|a student))?"
        r"|what can i (?:type|say|ask)",
    ),
    *french.QUESTIONS,
    *german.QUESTIONS,
)
"""What is asked, in Dutch and in English here, and in the languages of `said`."""

_FIRST = frozenset((
    "wat", "waar", "waarover", "waarvoor", "wie", "ziet", "leest", "kan", "kunnen", "zien", "lezen",
    "mag", "wanneer", "tegen", "tot", "hoe", "moet", "heb", "is", "welke", "hoeveel", "what",
    "when", "until", "how", "where", "do", "does", "can", "who", "which", "zijn", "are", "waarom",
    "why", *ending.FIRST, *french.FIRST, *every_way(german.FIRST),
))  # fmt: skip
"""Words with which such a question begins."""

_UNSIGNED = (
    r"(?:wat|wie|hoe|waarom|wanneer|waar|waarmee|waarvoor|(?:welke?|hoeveel)(?: \w+)?) "
    r"(?:is|zijn|was|waren|heb|hebt|heeft|hebben|had|moet|moeten|mag|mogen|kan|kun|kunnen|kon|wil"
    r"|wilt|zal|zou|doe|doet|doen|vind|vindt|vinden|zie|ziet|zien|zit|sta|staat|staan|ga|gaat|gaan"
    r"|kom|komt|denk|denkt|zegt|bedoel|bedoelt|gebeurt|gebeurde|betekent|word|wordt|weet|werkt)\b"
    r"(?! (?:nog )?(?:beter|anders)\b)"
    r"|(?:mag|mogen|kan|kun|kunnen|moet|moeten|wil|zal|heb|weet) (?:je|jij|u)\b"
    r"|(?:mag|mogen|moet|moeten|kan|kunnen|zal|zullen) (?:ik|we|wij)\b"
    r"|(?:what|who|why|when|where|how|(?:which|how many|how much)(?: \w+)?) (?:is|are|was|were|do"
    r"|does|did|can|could|should|must|may|has|have|will|would)\b"
    r"|(?:can|may|must|should|could|do|did) (?:i|you|we)\b"
    rf"|{french.UNSIGNED}|{german.UNSIGNED}"
)
"""How a question begins that is written without its sign: its verb stands before who does it."""

_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 12


def plain_question(text: str) -> PlainQuestion | None:
    """Find what a text asks in plain words; None where it asks nothing of the kind."""
    said = " ".join(_WORD.findall(fold(text)))
    if (leading := compiled(_BEFORE).match(said)) is not None:
        said = said[leading.end() :]
    if said.partition(" ")[0] not in _FIRST or len(said.split()) > MOST_WORDS:
        return None
    return _asked(said) or _asked(*_without_number(said))


def is_asked(text: str) -> bool:
    """Say whether a text asks something, with its sign or by the order of its words."""
    said = " ".join(_WORD.findall(fold(text)))
    if (leading := compiled(_BEFORE).match(said)) is not None:
        said = said[leading.end() :]
    return text.rstrip().endswith("?") or (
        ":" not in text and bool(compiled(_UNSIGNED).match(said))
    )


def _asked(said: str, number: str = "") -> PlainQuestion | None:
    """Find what is asked; with a number behind it, it can only be how somebody stands."""
    for written in dict.fromkeys((compiled(_ASIDE).sub("", said).strip(), said)):
        for asks, pattern in _PATTERNS:
            found = compiled(pattern).fullmatch(written)
            if found is not None and (not number or asks is Asked.STANDING):
                named = re.sub(rf"^{_THE}", "", next(filter(None, found.groups()), ""))
                return PlainQuestion(asks, f"{named} {number}".strip())
    return None


def _without_number(said: str) -> tuple[str, str]:
    """Part the number of a competence, or of an indicator, from the end of a question."""
    found = compiled(_NUMBERED).search(said)
    return (said[: found.start()], found["number"].replace(" ", ".")) if found else (said, "")
