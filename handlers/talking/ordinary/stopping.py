"""Words that say that a student stopped: a coach is asked what stops, others are told who can."""

import re
from collections.abc import Sequence

from bot.domain.folding import every_way, fold
from bot.domain.school.naming import understood
from bot.domain.school.tracks import Role, Track
from bot.messages import Listed, Reply, Sayable, _, lines, listed
from bot.use_cases.talking.see_around import see_around
from handlers.talking.meaning.names import first_words_of
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.ordinary.said import french, german
from handlers.talking.phrases import first_name
from handlers.talking.routing.answered import Reread
from handlers.talking.turn import Replies, Turn

_WORD = re.compile(r"[^\W_]+")
_ASIDE = (
    r"(?:(?:helaas|trouwens|denk ik|blijkbaar|al|nu|ondertussen|intussen|sorry|hallo|hoi"
    r"|unfortunately|apparently|by the way|already|now|malheureusement|leider|ja|dag|hello|bonjour"
    r"|guten tag|sinds (?:\w+\b ?){1,3}|since (?:\w+\b ?){1,3}|depuis (?:\w+\b ?){1,3}"
    r"|seit (?:\w+\b ?){1,3}) ?)*"
)
_STOPPED = (
    rf"{_ASIDE}(?P<who>\w+(?: \w+){{0,3}}?) (?:"
    r"(?:werkt|werk|komt|kom|is|ben|zit) (?:al |nu )?(?:hier |bij ons |op het werk )?niet meer"
    r"(?: (?:bij ons|hier|werken|naar het werk|op het werk|aan het werk))?"
    r"|(?:is|ben) (?:\w+ )?(?:gestopt|ontslagen|vertrokken|weggegaan|weg bij ons|hier weg)"
    r"(?: (?:met werken|met (?:de|het|zijn|haar|mijn) (?:opleiding|stage|contract|leren|werk|job)"
    r"|bij ons|hier|ermee))?"
    r"|(?:stopt|stop)(?: (?:ermee|hier|bij ons|met (?:de|zijn|haar|mijn) (?:opleiding|stage)))?"
    r"|(?:heeft|heb) (?:\w+ )?(?:ontslag (?:genomen|gekregen)|opgezegd|de opleiding stopgezet"
    r"|(?:zijn|haar|mijn) contract (?:stopgezet|opgezegd|beeindigd))|doet niet meer mee"
    r"|(?:no longer works|no longer work|doesn t work|don t work|does not work|is not working)"
    r"(?: here| with us| for us)?(?: any ?more| any longer)?"
    r"|(?:has |have )?(?:quit|stopped|stopped working|dropped out|left us|resigned)"
    r"(?: here| with us| the job)?|(?:was|has been|got) (?:fired|dismissed|laid off)"
    rf"|{french.STOPPED}|{german.STOPPED}"
    rf")(?: {_ASIDE})?"
)
_SIGNS = frozenset((
    "meer", "gestopt", "stopt", "stop", "ontslagen", "ontslag", "vertrokken", "weg", "weggegaan",
    "opgezegd", "opleiding", "contract", "longer", "work", "working", "quit", "stopped", "dropped",
    "left", "resigned", "fired", "dismissed", "laid", *french.STOPS, *every_way(german.STOPS),
))  # fmt: skip
"""One of these is in each such text; others are not looked at."""

MOST_WORDS = 16
_MYSELF = frozenset(("ik", "i", "je", "j", "ich"))


def who_stopped(turn: Turn, text: str) -> Track | None:
    """Find the student of whom words say that they stopped, among this person's; None for none."""
    words = _WORD.findall(fold(text))
    if len(words) > MOST_WORDS or _SIGNS.isdisjoint(words) or text.rstrip().endswith("?"):
        return None
    found = compiled(_STOPPED).fullmatch(" ".join(words))
    if found is None:
        return None
    who = found["who"]
    named = [
        track
        for track in turn.tracks
        if who in {fold(name) for name in (*understood(track.student), first_name(track))}
        or who in first_words_of(track.student)
        or (who in _MYSELF and Role.STUDENT in track.roles)
    ]
    return named[0] if len(named) == 1 else None


def answer_stopped(turn: Turn, text: str) -> Replies | Reread | None:
    """Ask a coach what stops, and send a student who stops to the coach."""
    track = who_stopped(turn, text)
    if track is None or track.ended_at is not None:
        return None
    if Role.COACH in track.roles:
        return Reread(f"/stops {track.student}")
    return [Reply(point_to_coach(turn, track))] if Role.STUDENT in track.roles else None


def point_to_coach(turn: Turn, track: Track) -> Sayable:
    """Say who ends a placement or a track, by name: the program ends nothing by itself."""
    coaches = _names(turn, track)
    if Role.MENTOR in track.roles:
        return lines(
            _(
                "Does {student} stop working with you? /stops {student} says so: last day, and who "
                "hears it.",
                student=first_name(track),
            ),
            _("Until then I go on asking as before. What was scored stays."),
        )
    whom = (
        _("Tell the coach, {names}: only a coach ends a placement or a track.", names=coaches)
        if coaches
        else _("Tell the school: only a coach ends a placement or a track.")
    )
    return lines(whom, _("Until then I go on asking as before. What was scored stays."))


def _names(turn: Turn, track: Track) -> Listed:
    coaches: Sequence[str] = [
        who.name for who in see_around(turn.uow, track) if who.role is Role.COACH
    ]
    return listed(coaches)
