"""Short questions that follow on an answer: about what it leaves open, fewer as answers get richer.

The four are the steps of a reflection (document 004, chapter 3 §5: approach, effort, result, what
next). The rest is ours: a published companion for apprentices that asked the same script each time
lost its depth by the eighth talk, so what an answer tells by itself is not asked, and who tells
more is asked less, until answers thin out. What an answer tells is known by plain signs: how long
it is, whether it judges, gives a reason, says a plan. They are looked for in every language, since
people do not always write the one in which they read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.folding import fold
from bot.domain.school.naming import in_full


class FollowUp(StrEnum):
    """What a short question asks, in the order in which they are asked."""

    HAPPENED = "happened"
    JUDGED = "judged"
    WHY = "why"
    NEXT = "next"


class Tone(StrEnum):
    """How an answer judges what was done."""

    GLAD = "glad"
    HARD = "hard"


MOST = len(FollowUp)
"""Follow-ups on one answer, at first."""

READING = timedelta(seconds=2)
TYPING = 12
"""How long a short question is read, and letters that nobody types faster in a second."""

MOST_SKIPPED = 2
"""After so many that were skipped an answer is left alone."""

LONG = 12
"""Words from which on an answer tells what happened."""

SHORT = 4
"""Words from which on a reply answers what it replies to."""

RICH, THIN = 3, 1
"""An answer that tells so much of the four, or so little, changes how many the next one gets."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of an answer: its words, what it replies to, and whether it was spoken.

    Of what was spoken we have no words: it counts as an answer to what was asked.
    """

    words: str
    replies_to: FollowUp | None = None
    spoken: bool = False


_WORD = re.compile(r"[^\W_]+")
_NOT = r"niet|ni|nie|geen|nooit|not|no|never|isn t|wasn t|didn t|don t|pas|nicht|kein\w*|nie"
_GLAD = (
    r"goed|beter|gelukt|lukt|lukte|vlot\w*|tevreden|fier|trots|blij|leuk|tof|netjes"
    r"|makkelijk\w*|gemakkelijk\w*|good|better|(?<!as )well|succeeded|easy|easier|proud|happy|glad"
    r"|satisfied|nice|fun|worked out|bien|mieux|content\w*|reussi\w*|facile\w*|gut|besser|geklappt"
    r"|zufrieden|stolz"
)
_HARD = (
    r"slecht\w*|fout\w*|mis|mislukt\w*|moeilijk\w*|lastig\w*|ontevreden|teleurgesteld|jammer|spijtig"
    r"|saai|bad|badly|worse|wrong|failed|difficult\w*|tricky|disappointed|boring|hard to"
    r"|(?:is|was|too|very|so|quite|really) hard|mal passe|rate\w*|difficile\w*|schlecht\w*"
    r"|falsch|schwer"
)
_JUDGES = re.compile(
    rf"\b(?P<no>(?:{_NOT}) (?:\w+ )?)?(?:(?P<glad>{_GLAD})|(?P<hard>{_HARD}))\b"
    rf"(?P<behind> (?:mij |me )?(?:niet|ni|nie|nicht|pas)\b(?! (?:{_GLAD}|{_HARD})\b))?"
)
_REASON = re.compile(
    # An English "I want" is no Dutch reason.
    r"\b(?:omdat|omda|doordat|daardoor|waardoor|daarom|vandaar|aangezien|dankzij|lag aan|ligt aan"
    r"|komt door|kwam door|(?<!i )(?<!you )(?<!we )(?<!they )(?<!to )want"
    r"|because|cause|cuz|due to|thanks to|so that|that s why|the reason"
    r"|parce qu\w*|puisque?|grace a|a cause de|weil|denn|deshalb|deswegen)\b"
)
_PLAN = re.compile(
    r"\b(?:volgende (?:keer|week|dag|maal)|morgen|voortaan|vanaf nu|(?:ik )?(?:ga|zal|wil) ik"
    r"|ik (?:ga|zal|wil)|van plan|next (?:time|week|day)|tomorrow|from now on|i (?:will|ll|plan)"
    r"|going to|i (?:want|would like) to|prochaine fois|demain|je vais|je voudrais"
    r"|nachste(?:s|n)? mal|ich (?:werde|will|mochte))\b"
)
_SIGNS = {FollowUp.JUDGED: _JUDGES, FollowUp.WHY: _REASON, FollowUp.NEXT: _PLAN}
_ASKED_BY = {
    FollowUp.JUDGED: re.compile(
        r"\b(?:proud|trots|tevreden|pleases?|pleased|hoe ging|hoe verliep|how did (?:\w+ )+go)\b"
    ),
    FollowUp.WHY: re.compile(r"\b(?:why|waarom|hoe kom\w*|how come|what made|wat maakte)\b"),
    FollowUp.NEXT: re.compile(r"\b(?:volgende (?:keer|werkdag)|next (?:time|day))\b"),
}


def told(question: str, answer: Sequence[Said]) -> frozenset[FollowUp]:
    """Say what of the four an answer tells; `question` is what it answers, in its own words.

    What the question asks by itself is told once there are a few words; empty where none was asked.
    """
    text, asks = _folded(in_full(said.words) for said in answer), _folded([question])
    replies = [said for said in answer if _is_reply(said)]
    known = {said.replies_to for said in replies if said.replies_to}
    known |= {step for step, sign in _SIGNS.items() if sign.search(text)}
    if replies:
        known |= {step for step, sign in _ASKED_BY.items() if sign.search(asks)}
    if text.count(" ") + 1 >= LONG or any(said.spoken for said in answer):
        known.add(FollowUp.HAPPENED)
    return frozenset(known)


def tone_of(answer: Sequence[Said]) -> Tone | None:
    """Say how an answer judges what was done, by the last word that does; None where none does."""
    found = [*_JUDGES.finditer(_folded(said.words for said in answer))]
    if not found:
        return None
    last = found[-1]
    turned = (last["no"] is not None) != (last["behind"] is not None)
    return Tone.HARD if (last["hard"] is None) is turned else Tone.GLAD


def next_follow_up(
    question: str, answer: Sequence[Said], asked: Sequence[FollowUp], skipped: int, most: int
) -> FollowUp | None:
    """Choose what is asked next on an answer; None where nothing is.

    `asked` were asked on it already, `skipped` of them left, and `most` are asked in all. Where
    fewer may be asked than are left open, what happened comes first and then the furthest.
    """
    known = told(question, answer)
    left = most - len(asked)
    if left <= 0 or skipped >= MOST_SKIPPED or not answer:
        return None
    missing = [step for step in FollowUp if step not in known and step not in asked]
    if not missing or missing[0] is FollowUp.HAPPENED:
        return next(iter(missing), None)
    return missing[-left:][0]


def most_after(most: int, tells: int, *, skipped: bool) -> int:
    """Say how many the next answer gets, after one that told so much of the four.

    Who skipped gets no more than before.
    """
    if tells >= RICH:
        return max(most - 1, 0)
    return min(most + (tells <= THIN and not skipped), MOST)


def _is_reply(said: Said) -> bool:
    return said.spoken or len(_WORD.findall(said.words)) >= SHORT


def _folded(texts: Iterable[str]) -> str:
    return " ".join(_WORD.findall(fold(" . ".join(texts))))


def could_reply(text: str, since: timedelta) -> bool:
    """Say whether words may have been written since a question was asked: read first, then typed.

    Who sends several messages in a row goes on with the first. A clock that stands still says
    nothing.
    """
    return not since or since >= READING + timedelta(seconds=len(text) / TYPING)
