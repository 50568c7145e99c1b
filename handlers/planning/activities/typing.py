"""`/activities`: what workplaces can offer, shown, or said in words behind the command."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.folding import fold
from bot.messages import Reply, Text, _, listed
from bot.ports.planning.activities import Offer
from bot.use_cases.agreeing.recognitions.keep_recognition import (
    WrongRecognition,
    recognise_until,
)
from bot.use_cases.planning.activities.change_activities import (
    NotYours,
    drop_activity,
    offer_competence,
    offer_context,
)
from handlers.planning.activities.listed import name_offer, programme_of, show_offer
from handlers.planning.activities.saying import (
    NO_SUCH_END,
    NO_WORKPLACE,
    NOT_THERE,
    find_offer,
    show_offers,
)
from handlers.talking.meaning.dates import read_day
from handlers.talking.meaning.words import keyword_of
from handlers.talking.phrases import short, spans
from handlers.talking.turn import Replies, Turn

_SPAN = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?")
_NOT = frozenset({"not", "niet", "pas", "nicht"})
_CONTEXTS = frozenset({"context", "contexts", "contexten", "contexte", "kontext"})
_UNTIL = frozenset({
    "until", "tot", "recognised", "recognized", "erkend", "erkenning", "t/m",
    "jusqu'a", "jusqu'au", "agree", "reconnu", "le", "bis", "zum", "anerkannt",
})  # fmt: skip
_WITHOUT = frozenset({"without", "zonder", "sans", "ohne"})
_LARGEST = 999


@dataclass(frozen=True, slots=True)
class ActivitiesSaid:
    """What was typed of a workplace: numbers of competences or contexts, or a day."""

    numbers: tuple[int, ...] = ()
    contexts: bool = False
    offered: bool = True
    until: date | None = None


def keep_activities(turn: Turn, words_: str) -> Replies:
    """Answer `/activities`, with or without a workplace and what can be done there behind it."""
    offers = turn.uow.activities.list_seen(turn.person.id)
    if not offers or not words_.strip():
        return [show_offers(turn, offers)]
    named = _part(turn, words_, offers)
    if named is None:
        names = listed(name_offer(turn, own, offers) for own in offers)
        return [Reply(_("Begin with one of these: {names}. Nothing was changed.", names=names))]
    own, written = named
    if not written:
        return [show_offers(turn, [own])]
    first, _blank, title = written.partition(" ")
    if fold(first) in _WITHOUT and title:
        return [_drop(turn, own, title.strip())]
    said = read_said(written)
    if said is None:
        return [Reply(_not_understood(written))]
    return [_keep(turn, own, said)]


def _not_understood(written: str) -> Text:
    return _(
        "I do not understand '{words}' here. Type numbers of competences, such as 3 7, with 'not' "
        "behind them where they cannot be done; context 1; or a day such as 31/08/2029. Nothing "
        "was changed.",
        words=short(written),
    )


def _part(turn: Turn, written: str, offers: Sequence[Offer]) -> tuple[Offer, str] | None:
    """Part the workplace from the rest; who is around one alone may leave its name out."""
    folded = fold(written).split()
    for own in sorted(offers, key=lambda own: -len(own.workplace)):
        for name in (name_offer(turn, own, offers), own.workplace):
            count = len(name.split())
            if folded[:count] == fold(name).split():
                return own, " ".join(written.split()[count:])
    begun = [own for own in offers if folded and fold(own.workplace).split()[:1] == folded[:1]]
    if len(begun) == 1:
        return begun[0], " ".join(written.split()[1:])
    return (offers[0], written.strip()) if len(offers) == 1 else None


def read_said(written: str) -> ActivitiesSaid | None:
    """Read what was typed of a workplace; None where a word of it says nothing."""
    parts = [part for part in re.split(r"[\s,;:]+", fold(written)) if part]
    for at in dict.fromkeys((max(len(parts) - 3, 0), max(len(parts) - 1, 0))):
        day = read_day(" ".join(parts[at:]))  # '31/08/2029' or '31 août 2029'
        if day is not None:
            return ActivitiesSaid(until=day) if set(parts[:at]) <= _UNTIL else None
    contexts, offered = False, True
    numbers: list[int] = []
    for part in parts:
        span = _SPAN.fullmatch(part)
        if span:
            first, last = int(span[1]), int(span[2] or span[1])
            numbers += range(first, min(last, _LARGEST) + 1)
        elif part in _CONTEXTS and not numbers:
            contexts = True
        elif part in _NOT or keyword_of(part) in ("no", "none"):
            offered = False
        elif keyword_of(part) != "yes":
            return None
    return ActivitiesSaid(tuple(numbers), contexts, offered) if numbers else None


def _drop(turn: Turn, own: Offer, title: str) -> Reply:
    """Take the activity of this title out of the list."""
    titles = {fold(activity.title): activity.title for activity in own.activities.titled}
    if fold(title) not in titles:
        return Reply(
            _("There is no activity “{title}” here. Nothing was changed.", title=short(title))
        )
    at = (own.workplace_id, own.programme_id)
    try:
        drop_activity(turn.uow, turn.person, at, titles[fold(title)], turn.at)
    except NotYours:
        return Reply(NOT_THERE)
    changed = find_offer(turn, *at)
    return show_offer(turn, changed) if changed else Reply(NO_WORKPLACE)


def _keep(turn: Turn, own: Offer, said: ActivitiesSaid) -> Reply:
    at = (own.workplace_id, own.programme_id)
    programme = programme_of(turn, own)
    things = programme.contexts if said.contexts else programme.competences
    known = {thing.number: thing.id for thing in things}
    unknown = [number for number in said.numbers if number not in known]
    if unknown:
        return Reply(
            _(
                "{programme} has no number {numbers} there. Nothing was changed.",
                programme=programme.title,
                numbers=", ".join(spans(sorted(set(unknown)))),
            )
        )
    store = offer_context if said.contexts else offer_competence
    try:
        for number in said.numbers:
            store(turn.uow, turn.person, at, known[number], turn.at, offered=said.offered)
        if said.until is not None:
            recognise_until(turn.uow, turn.person, at, said.until, turn.at)
    except NotYours:
        return Reply(NOT_THERE)
    except WrongRecognition:
        return Reply(NO_SUCH_END)
    changed = find_offer(turn, *at)
    return show_offer(turn, changed) if changed else Reply(NO_WORKPLACE)
