"""Ordinary words in four languages: a greeting, thanks, being ill, a command without its slash."""

import re
from enum import StrEnum

from bot.domain.folding import fold
from handlers.talking.ordinary.questions import plain_question

MOST_WORDS = 6
"""Words in a greeting or in thanks; what is longer tells something else."""


FEW_WORDS = 3
"""Words in a courtesy that can hardly be a goal or a note."""


class Ordinary(StrEnum):
    """What ordinary words can be."""

    THANKS = "thanks"
    GREETING = "greeting"
    GOODBYE = "goodbye"
    FINE = "fine"
    HELP = "help"
    AWAY = "away"


_PHRASES: dict[Ordinary, tuple[str, ...]] = {
    Ordinary.THANKS: (
        "thanks", "thank you", "thankyou", "thx", "cheers", "many thanks",
        "bedankt", "dank je", "dank u", "dank", "dankjewel", "dankuwel", "hartelijk dank",
        "heel erg bedankt", "super bedankt", "top bedankt", "ok bedankt", "oke bedankt",
        "merci", "un grand merci", "danke", "vielen dank", "ok thanks", "ok merci", "ok danke",
    ),
    Ordinary.GREETING: (
        "hi", "hello", "hey", "good morning", "good afternoon", "good evening", "good day",
        "hallo", "hoi", "dag", "goeiemorgen", "goedemorgen", "goede morgen", "goeiedag",
        "goedendag", "goeiemiddag", "goedemiddag", "goeienavond", "goedenavond", "hallokes",
        "bonjour", "salut", "bonsoir", "coucou",
        "guten morgen", "guten tag", "guten abend", "moin", "servus", "gruss gott",
    ),
    Ordinary.GOODBYE: (
        "bye", "bye bye", "goodbye", "see you", "good night", "nice weekend", "have a nice weekend",
        "tot morgen", "tot straks", "tot ziens", "tot later", "tot maandag", "doei", "daag",
        "slaapwel", "fijn weekend", "prettig weekend", "goed weekend",
        "au revoir", "a demain", "a bientot", "bonne nuit", "bon week end",
        "tschuss", "auf wiedersehen", "bis morgen", "bis bald", "schones wochenende", "ciao",
    ),
    Ordinary.FINE: (
        "ok", "okay", "oke", "okee", "okido", "fine", "great", "perfect", "understood", "got it",
        "goed", "prima", "top", "super", "begrepen", "in orde", "komt in orde", "is goed",
        "d accord", "parfait", "bien", "tres bien",
        "gut", "alles klar", "in ordnung", "verstanden",
    ),
    Ordinary.HELP: (
        "help", "help me", "help please", "what can you do", "how does this work",
        "how does it work", "hulp", "wat kan je", "wat kun je", "wat kan ik doen", "hoe werkt dit",
        "hoe werkt het",
        "kan je me helpen", "kan je helpen", "help eens", "help mij",
        "aide", "aidez moi", "aide moi", "comment ca marche", "a l aide",
        "hilfe", "hilf mir", "wie funktioniert das", "was kannst du",
    ),
}  # fmt: skip

SMILES = "🙏🙂😊👋❤"
"""Signs of a kind word, which no score could be."""

COURTESIES = frozenset(
    (
        *(phrase for kind in (Ordinary.THANKS, Ordinary.GREETING, Ordinary.GOODBYE)
          for phrase in _PHRASES[kind]),
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
        "goeiemorgen kompaan", "goedemorgen kompaan", "bonjour kompaan", "kompaan",
        "merci beaucoup", "merci bien", "bonne journee", "bonne soiree", "cordialement",
        "svp", "s il vous plait", "s il te plait", "salutations",
        "danke schon", "danke sehr", "dankeschon", "bitte", "schonen tag", "schonen tag noch",
        "mit freundlichen grussen", "viele grusse", "lg", "mfg",
    )
)  # fmt: skip
"""Words around a line that say nothing of anybody."""

_WITH_MORE = (Ordinary.THANKS, Ordinary.GREETING, Ordinary.GOODBYE)
"""What may be followed by a name or a few words more."""

_AWAY = re.compile(
    r"(i am|i m|im) (\w+ )?(ill|sick|unwell|absent|away|on holiday|not well|not feeling well)"
    r"|i (cannot|can not|can t|cant|won t|wont) (come|work|be there)( .*)?"
    r"|(sick|ill) today|calling in sick"
    r"|ik ben (\w+ ){0,2}(ziek|afwezig|er niet|met verlof|op verlof|met vakantie|op vakantie)"
    r"|ik (kan|kom) (\w+ ){0,2}niet( komen)?|ik lig (\w+ )?ziek|ziek( vandaag| thuis| gemeld)?"
    r"|ziek gemeld|ziekgemeld|ik voel me (niet goed|ziek)"
    r"|je suis (\w+ )?(malade|absent|absente|en conge|en vacances)|malade( aujourd hui)?"
    r"|je ne (peux|pourrai) pas venir( .*)?"
    r"|ich bin (\w+ )?(krank|abwesend|im urlaub|nicht da|krankgeschrieben)|krank( heute)?"
    r"|ich kann (\w+ )?nicht kommen"
)
_MORE_OF_AWAY = re.compile(
    r" (today|tomorrow|this week|until|till|and|so|vandaag|morgen|deze|heel|tot|en|dus|sinds"
    r"|aujourd|demain|cette|jusqu|et|heute|diese|bis|und|seit|since|for|voor|pour|fur|at home"
    r"|thuis)"
    r"\b.*"
)
_WORD = re.compile(r"[^\W_]+")


def ordinary(text: str) -> Ordinary | None:
    """Find what ordinary words say; None for what says something else, or holds a number."""
    said = " ".join(_WORD.findall(fold(text)))
    if not said:
        return _of_signs(text)
    away = _AWAY.match(said)
    if away and (away.end() == len(said) or _MORE_OF_AWAY.fullmatch(said, away.end())):
        return Ordinary.AWAY
    if any(char.isdigit() for char in said):
        return None
    for kind, phrases in _PHRASES.items():
        if said in phrases:
            return kind
    short = len(said.split()) <= MOST_WORDS
    return next((kind for kind in _WITH_MORE if short and _begins(said, _PHRASES[kind])), None)


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
