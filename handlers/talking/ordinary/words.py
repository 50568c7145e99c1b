"""Ordinary words in four languages: a greeting, thanks, being ill, taking back, what is wrong."""

import re

from bot.domain.folding import every_way, fold
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.ordinary.questions import plain_question
from handlers.talking.ordinary.said import french, german
from handlers.talking.ordinary.said.kinds import Ordinary
from handlers.talking.ordinary.said.present import NOT_AWAY
from handlers.talking.ordinary.said.puzzled import PUZZLED

MOST_WORDS = 6
"""Words in a greeting or in thanks; what is longer tells something else."""


FEW_WORDS = 3
"""Words in a courtesy that can hardly be a goal or a note."""


_FIRST_TWO: dict[Ordinary, tuple[str, ...]] = {
    Ordinary.THANKS: (
        "thanks", "thank you", "thankyou", "thx", "cheers", "many thanks",
        "bedankt", "dank je", "dank u", "dank", "dankjewel", "dankuwel", "hartelijk dank",
        "heel erg bedankt", "super bedankt", "top bedankt", "ok bedankt", "oke bedankt",
        "ok thanks",
    ),
    Ordinary.GREETING: (
        "hi", "hello", "hey", "good morning", "good afternoon", "good evening", "good day",
        "hallo", "hoi", "dag", "goeiemorgen", "goedemorgen", "goede morgen", "goeiedag",
        "goedendag", "goeiemiddag", "goedemiddag", "goeienavond", "goedenavond", "hallokes",
    ),
    Ordinary.GOODBYE: (
        "bye", "bye bye", "goodbye", "see you", "good night", "nice weekend", "have a nice weekend",
        "tot morgen", "tot straks", "tot ziens", "tot later", "tot maandag", "doei", "daag",
        "slaapwel", "fijn weekend", "prettig weekend", "goed weekend",
    ),
    Ordinary.FINE: (
        "ok", "okay", "oke", "okee", "okido", "fine", "great", "perfect", "understood", "got it",
        "goed", "prima", "top", "super", "begrepen", "in orde", "komt in orde", "is goed",
    ),
    Ordinary.WAIT: (
        "wait", "wait a moment", "wait a minute", "hold on", "one moment", "one second", "a moment",
        "just a moment", "just a second", "moment", "wacht", "wacht even", "even wachten",
        "wacht eens", "wacht eens even", "een moment", "een momentje", "momentje", "even geduld",
        "ogenblik", "ogenblikje", "een ogenblik", "seconde", "een seconde",
    ),
    Ordinary.HELP: (
        "help", "help me", "help please", "what can you do", "how does this work",
        "how does it work", "hulp", "wat kan je", "wat kun je", "wat kan ik doen", "hoe werkt dit",
        "hoe werkt het",
        "kan je me helpen", "kan je helpen", "help eens", "help mij",
    ),
}  # fmt: skip

_PHRASES: dict[Ordinary, tuple[str, ...]] = {
    kind: (
        *_FIRST_TWO.get(kind, ()),
        *every_way((*french.PHRASES.get(kind, ()), *german.PHRASES.get(kind, ()))),
        *(every_way(PUZZLED) if kind is Ordinary.HELP else ()),
    )
    for kind in (*_FIRST_TWO, *Ordinary)
}
"""What is said in whole, in four languages: Dutch and English here, the others in `said`."""

SMILES = "🙏🙂😊👋❤"
"""Signs of a kind word, which no score could be."""

COURTESIES = frozenset(
    (
        *(phrase for kind in (Ordinary.THANKS, Ordinary.GREETING, Ordinary.GOODBYE)
          for phrase in _PHRASES[kind]),
        *every_way((*french.COURTESIES, *german.COURTESIES)),
        "thanks a lot", "thanks so much", "thank you very much", "thank you so much", "please",
        "kind regards", "best regards", "regards", "hi there", "hello there", "ok", "okay", "oke",
        "dank je wel", "dank u wel", "dankje", "dankuwel", "alvast bedankt", "bedankt alvast",
        "alvast dank", "dank alvast", "hartelijk bedankt", "veel dank", "bedankt hoor",
        "dankjewel hoor",
        "bedankt he", "fijne dag", "fijne dag nog", "fijne avond", "fijne avond nog",
        "nog een fijne dag", "nog een fijne avond", "goede avond", "goede middag", "goedenacht",
        "aub", "alstublieft", "alsjeblieft", "asjeblieft", "graag", "groeten", "groetjes", "grtz",
        "mvg", "gr", "grt", "grts", "vriendelijke groeten",
        "met vriendelijke groeten", "met vriendelijke groet", "vele groeten",
        "dag kompaan", "hoi kompaan", "hallo kompaan", "hey kompaan", "hi kompaan", "hello kompaan",
        "goeiemorgen kompaan", "goedemorgen kompaan", "kompaan",
    )
)  # fmt: skip
"""Words around a line that say nothing of anybody."""

_WITH_MORE = (Ordinary.THANKS, Ordinary.GREETING, Ordinary.GOODBYE)
"""What may be followed by a name or a few words more."""

_DAYS = (
    r"(?:(?:from|until|till|on|the|this|next|whole|van|vanaf|tot|op|de|deze|volgende|hele|heel|en|and"
    r"|et|und|du|au|des|ab|bis|am|cette|la|semaine|prochaine|diese|nachste|kommende|week|woche"
    r"|today|tomorrow|vandaag|morgen|overmorgen|demain|apres|aujourd|hui|heute|ubermorgen|in|der"
    r"|monday|tuesday|wednesday|thursday|friday|maandag|dinsdag|woensdag|donderdag|vrijdag|lundi"
    r"|mardi|mercredi|jeudi|vendredi|montag|dienstag|mittwoch|donnerstag|freitag"
    r"|\d{1,2}|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|january|february|march|may|june|july|august|october|janvier|fevrier|mars|avril|mai"
    r"|juin|juillet|aout|septembre|octobre|novembre|decembre|januar|februar|marz|dezember) )+"
)
_ILLNESS = (
    r"(?:the |de |la |een |a |eine |die |une )?(?:flu|fever|cold|covid|corona|griep|buikgriep"
    r"|koorts|verkoudheid|grippe|fievre|gastro|fieber|erkaltung|migraine|migrane)"
)
_LEAVE = r"(?:verlof|vakantie|reis|leave|holiday|holidays|vacation|conge|conges|vacances|urlaub)"
_AWAY = (
    r"(?:i am|i m|im) (?:\w+ )?(?:ill|sick|unwell|absent|away|on holiday|not well|not feeling well)"
    r"|i (?:cannot|can not|can t|cant|won t|wont|will not) (?:come|work|be there|be in)(?: .*)?"
    r"|(?:i ll|i will) be (?:\w+ )?(?:away|absent|off|out|on leave|on holiday)"
    rf"|(?:i am|i m) (?:going |leaving )?on {_LEAVE}|(?:i am|i m) off(?: sick)?"
    rf"|(?:i am|i m)? ?(?:at )?home with {_ILLNESS}|i have (?:got )?{_ILLNESS}"
    rf"|{_DAYS}i (?:am|m|will be|ll be) (?:not there|away|absent|ill|sick|off|on {_LEAVE})"
    rf"|{_DAYS}i (?:won t|will not|cannot|can not|can t) (?:be there|come|work|be in)"
    r"|(?:sick|ill) today|calling in sick"
    r"|(?:ik )?ben (?:\w+ ){0,2}(?:ziek|afwezig|er niet)"
    rf"|(?:ik )?ben (?:\w+ ){{0,2}}(?:met|op|in) {_LEAVE}|ik ben er (?:\w+ ){{0,3}}niet"
    rf"|(?:ik )?(?:ben |zit |lig )?(?:\w+ )?(?:thuis|in bed) met (?:\w+ )?{_ILLNESS}"
    rf"|ik heb (?:\w+ )?{_ILLNESS}|ik heb (?:\w+ ){{0,3}}verlof|ik neem (?:\w+ ){{0,3}}verlof"
    rf"|ik (?:ga|vertrek) (?:\w+ ){{0,3}}(?:op|met) {_LEAVE}|ik blijf (?:\w+ )?ziek thuis"
    rf"|{_DAYS}(?:ben|zal) ik (?:er )?(?:\w+ )?(?:niet|afwezig|ziek)(?: zijn)?"
    rf"|{_DAYS}ben ik (?:\w+ )?(?:met|op|in) {_LEAVE}|{_DAYS}heb ik verlof"
    rf"|{_DAYS}(?:kan|kom) ik niet(?: komen| werken)?"
    r"|ik (?:kan|kom) (?!\d+ \d+ )(?:\w+ ){0,2}niet(?: komen)?|ik lig (?:\w+ )?ziek"
    r"|ziek(?: vandaag| thuis| gemeld)?|ziek gemeld|ziekgemeld|ik voel me (?:niet goed|ziek)"
    rf"|{french.AWAY}|{german.AWAY}"
)
_MORE_OF_AWAY = (
    rf"{french.MORE_OF_AWAY}|{german.MORE_OF_AWAY}"
    r"| (?:today|tomorrow|this week|until|till|from|on|and|so|vandaag|morgen|deze|heel|tot|en|dus"
    r"|sinds|vanaf|van|op|aujourd|demain|cette|jusqu|a partir|du|et|heute|diese|bis|ab|vom|am|und"
    r"|seit|since|for|because|want|omdat|weil|car|voor|pour|fur|at home"
    r"|thuis|maandag|dinsdag|woensdag|donderdag|vrijdag)"
    r"\b.*"
)
_ILL = rf"\b(?:ill|sick|unwell|well|ziek\w*|niet goed|{_ILLNESS}|{french.ILL}|{german.ILL})\b"
_WRONG = (
    r"(?:(?:nee|neen|maar|no|but|non|mais|nein|aber|sorry|hey|hallo|hoi) )*(?:"
    r"(?:(?:dat|dit|het|er|de score|die score|mijn score|het rapport|dit rapport|de foto) )?"
    r"klopt (?:\w+ )?(?:niet|ni|nie)(?: hoor| he| volgens mij)?|er klopt iets niet"
    r"|(?:de|mijn|die) scores kloppen niet"
    r"|(?:(?:dat|dit|het) is )?(?:niet|ni) (?:juist|correct|waar|goed)(?: hoor| he)?"
    r"|(?:dat|dit|het) (?:is|was) (?:fout|verkeerd|onjuist|niet juist|mis)|hier klopt iets niet"
    r"|(?:(?:that|this|it) (?:is|s) |that isn t |this isn t )?(?:not )?(?:quite )?"
    r"(?:wrong|incorrect|not right|not correct|isn t right)|(?:that|this) isn t (?:right|correct)"
    r"|(?:my|the) (?:score|report) is (?:wrong|not right)"
    rf")|{french.WRONG}|{german.WRONG}"
)
_IT = (
    r"(?:dat|dit|het|die|deze|that|this|it|ca|cela|das|es|(?:(?:de|die|mijn|the|my|la|ma|die|meine)"
    r" )?(?:laatste|last|derniere|letzte)(?: score| one| note| bewertung)?|(?:die|that) score)"
)
_UNDO = (
    r"(?:(?:nee|neen|oei|oeps|sorry|wacht|ok|kan je|kun je|wil je|no|oops|please|non|nein) )*(?:"
    rf"(?:doe|maak) (?:{_IT} )?(?:(?:maar|eens|even|weer|terug) )*ongedaan|ongedaan maken"
    rf"|(?:neem|draai|trek) {_IT} (?:(?:maar|eens|even|weer) )*terug"
    rf"|(?:haal|doe) {_IT} (?:(?:maar|eens|even|weer|er) )*weg|(?:wis|schrap|verwijder) {_IT}"
    rf"|{_IT} (?:ongedaan maken|terugnemen|wissen|verwijderen)"
    rf"|(?:undo|take back|revert|delete|remove) {_IT}|take {_IT} back"
    r")(?: (?:maar|weer|again|aub|alsjeblieft|please|svp|bitte|graag|bedankt|thanks))*"
    rf"|{french.UNDO}|{german.UNDO}"
)
"""To take back what was stored last, as an order."""

_THANKED = (
    r"(?:(?:heel erg |hartelijk |ok |oke )?(?:bedankt|dank je ?wel|dank u ?wel|dankjewel|dankuwel"
    r"|dank je|dank u|dank)|(?:ok |many )?(?:thank you|thanks)(?: a lot| so much| very much)?"
    r"|(?:un grand |ok )?merci(?: beaucoup| bien)?|(?:vielen |herzlichen )?dank(?:e)?"
    r"(?: schön| sehr| dir| ihnen)?|hallo|hoi|dag|hi|hello|hey|bonjour|salut|guten tag"
    r")\b[\s,.!;:–-]+(?:(?:maar|but|mais|aber|en|and|et|und)\b[\s,]*)?"
)
_REFUSED = (
    r"(?:nee|neen|no|non|nein|liever niet|not now|niet nu|pas maintenant|jetzt nicht)"
    r"(?: (?:hoor|bedankt|dank je|dank u|thanks|thank you|merci|danke|liever niet))*"
)
_WORD = re.compile(r"[^\W_]+")


def ordinary(text: str) -> Ordinary | None:
    """Find what ordinary words say; None for what says something else, or holds a number."""
    said = " ".join(_WORD.findall(fold(text)))
    if not said:
        return _of_signs(text)
    if (away := _of_away(said)) is not None:
        return away
    if any(char.isdigit() for char in said):
        return None
    if compiled(_WRONG).fullmatch(said):
        return Ordinary.WRONG
    if compiled(_UNDO).fullmatch(said):
        return Ordinary.UNDO
    for kind, phrases in _PHRASES.items():
        if said in phrases:
            return kind
    short = len(said.split()) <= MOST_WORDS
    return next((kind for kind in _WITH_MORE if short and _begins(said, _PHRASES[kind])), None)


def _of_away(said: str) -> Ordinary | None:
    """Find whether somebody says that they are away, or that they are not; None for neither."""
    if compiled(NOT_AWAY).fullmatch(said):
        return Ordinary.NOT_AWAY
    away = compiled(_AWAY).match(said)
    if away and (away.end() == len(said) or compiled(_MORE_OF_AWAY).fullmatch(said, away.end())):
        return Ordinary.AWAY
    return None


def behind_thanks(text: str) -> str:
    """Cut off thanks or a greeting: what is left, with its own signs; '' where nothing is."""
    found = compiled(_THANKED).match(fold(text))
    return text[found.end() :].strip() if found and len(fold(text)) == len(text) else ""


def refuses(text: str) -> bool:
    """Say whether words behind thanks say no: 'but no thanks'."""
    said = " ".join(_WORD.findall(fold(text)))
    return bool(compiled(_REFUSED).fullmatch(said))


def is_ill(text: str) -> bool:
    """Say whether who is away is ill, rather than on leave."""
    return bool(compiled(_ILL).search(fold(text)))


def kind_word(text: str) -> Ordinary | None:
    """Find which kind word a text is that says no more: thanks, a greeting, 'ok', a question."""
    if plain_question(text) is not None:
        return Ordinary.HELP
    few = len(text.split()) <= FEW_WORDS
    kind = ordinary(text) if few else None
    return None if kind is Ordinary.AWAY else kind


def _of_signs(text: str) -> Ordinary | None:
    if text.strip(" ?") == "":
        return Ordinary.HELP if "?" in text else None
    return Ordinary.FINE if any(sign in text for sign in f"{SMILES}👍👌😀😁") else None


def _begins(said: str, phrases: tuple[str, ...]) -> bool:
    return any(said.startswith(f"{phrase} ") for phrase in phrases)
