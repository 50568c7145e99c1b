"""Saying until when a workplace is recognised: tapped, typed, or behind the command."""

from dataclasses import replace
from datetime import date
from enum import Enum
from functools import partial

from bot.domain.folding import fold
from bot.domain.school.tracks import Role
from bot.messages import Reply, _, lines, listed
from bot.ports.agreeing.recognitions import RecognisedPlace
from bot.use_cases.agreeing.recognitions.keep_recognition import (
    WrongRecognition,
    note_asked_for,
    recognise_from,
    recognise_until,
)
from bot.use_cases.agreeing.recognitions.see_recognitions import see_recognitions
from bot.use_cases.planning.activities.change_activities import NotYours
from handlers.agreeing.recognitions.asked import RecognitionEndOffered
from handlers.agreeing.recognitions.named import part_place
from handlers.agreeing.recognitions.phrases import name_place, say_day
from handlers.agreeing.recognitions.shown import (
    FOR_COACHES,
    NOT_YOUR_PLACE,
    find_place,
    list_places,
    show_place,
)
from handlers.agreeing.recognitions.taps import (
    AskRecognitionEnd,
    RecognisedFrom,
    RecognisedUntil,
    RecognitionAsked,
)
from handlers.talking.meaning.dates import read_day
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

YEARS = 5
"""For how many school years an end is offered by a tap; a recognition lasts five."""

SCHOOL_YEAR_ENDS = (8, 31)
_GIVEN = frozenset({
    "given", "since", "from", "granted", "gegeven", "verkregen", "gekregen", "sinds", "sedert",
    "vanaf", "donnee", "donne", "accordee", "accorde", "obtenue", "obtenu", "depuis", "des",
    "erteilt", "gegeben", "erhalten", "seit", "ab",
})  # fmt: skip
_UNTIL = frozenset({
    "until", "till", "to", "tot", "t/m", "erkend", "recognised", "recognized", "reconnu",
    "reconnue", "jusqu'a", "jusqu'au", "bis", "anerkannt",
})  # fmt: skip
_FILLING = frozenset({"on", "the", "op", "en", "met", "le", "la", "am", "zum", "and", "including"})
_LONGEST_DAY = 3
"""Words of a day: '31 August 2031'."""


class RecognitionWord(Enum):
    """What a day that was typed is of a recognition."""

    UNTIL = "until"
    GIVEN = "given"


def keep_recognition(turn: Turn, written: str) -> Replies:
    """Answer `/recognition`, with or without a workplace and a day behind it."""
    if Role.COACH not in {role for track in turn.tracks for role in track.roles}:
        return [Reply(FOR_COACHES)]
    places = see_recognitions(turn.uow, turn.person.id, turn.running_coached, turn.today)
    if not written.strip() or not places:
        return [list_places(turn, places)]
    several, rest = part_place(written, places)
    if not several:
        names = listed(dict.fromkeys(place.workplace for place in places))
        return [Reply(_("Begin with one of these: {names}. Nothing was changed.", names=names))]
    if len(several) > 1:
        return [list_places(turn, several)]
    (place,) = several
    if not rest:
        return [show_place(turn, place)]
    said = read_recognition(rest, turn.today)
    if said is None:
        return [_not_read(turn, place)]
    here = place.learners[0].placement_id
    what, day = said
    if what is RecognitionWord.GIVEN:
        return chosen_from(turn, RecognisedFrom(here, day))
    return chosen_until(turn, RecognisedUntil(here, day))


def tapped_end(turn: Turn, tap: AskRecognitionEnd) -> Replies:
    """Ask until when a workplace is recognised: by school years, or any day in words."""
    place = find_place(turn, tap.placement)
    if place is None:
        return [Reply(NOT_YOUR_PLACE)]
    first = turn.today.year + ((turn.today.month, turn.today.day) > SCHOOL_YEAR_ENDS)
    ends = [date(year, *SCHOOL_YEAR_ENDS) for year in range(first, first + YEARS)]
    rows = [
        (button(say_day(end, turn.person), RecognisedUntil(tap.placement, end)),) for end in ends
    ]
    rows.append((button(_("I do not know"), RecognisedUntil(tap.placement)),))
    text = lines(
        name_place(place),
        _("Until when is it recognised? Tap, or type a day such as 31/08/2029."),
        _("A day that is over is when it was given: then it lasts five years."),
    )
    kind = partial(RecognitionEndOffered, placement=tap.placement)
    return [offer(turn, Reply(text, tuple(rows)), kind)]


def mean_end(turn: Turn, asked: RecognitionEndOffered, text: str) -> Tap | None:
    """Read the day that is typed instead of tapped."""
    said = read_recognition(text, turn.today)
    if said is None:
        return None
    what, day = said
    if what is RecognitionWord.GIVEN:
        return RecognisedFrom(asked.placement, day)
    return RecognisedUntil(asked.placement, day)


def chosen_until(turn: Turn, tap: RecognisedUntil) -> Replies:
    """Keep until which day a workplace is recognised."""
    place = find_place(turn, tap.placement)
    if place is None:
        return [Reply(NOT_YOUR_PLACE)]
    return _kept(turn, tap.placement, partial(recognise_until, turn.uow, turn.person, place.key,
                                              tap.until, turn.at))  # fmt: skip


def chosen_from(turn: Turn, tap: RecognisedFrom) -> Replies:
    """Keep on which day the recognition of a workplace was given."""
    place = find_place(turn, tap.placement)
    if place is None:
        return [Reply(NOT_YOUR_PLACE)]
    return _kept(turn, tap.placement, partial(recognise_from, turn.uow, turn.person, place.key,
                                              tap.given_on, turn.at))  # fmt: skip


def tapped_asked(turn: Turn, tap: RecognitionAsked) -> Replies:
    """Note that a recognition is asked for."""
    place = find_place(turn, tap.placement)
    if place is None:
        return [Reply(NOT_YOUR_PLACE)]
    return _kept(turn, tap.placement, partial(note_asked_for, turn.uow, turn.person, place.key,
                                              turn.today, turn.at))  # fmt: skip


def read_recognition(written: str, today: date) -> tuple[RecognitionWord, date] | None:
    """Read a day, with words before it or without: until then, or given on it.

    A day alone that is over is when it was given.
    """
    parts = fold(written).replace(",", " ").split()
    for count in range(min(_LONGEST_DAY, len(parts)), 0, -1):
        day = read_day(" ".join(parts[-count:]))
        before = set(parts[:-count])
        if day is not None and before <= _GIVEN | _UNTIL | _FILLING:
            given = before & _GIVEN or (day < today and not before & _UNTIL)
            return (RecognitionWord.GIVEN if given else RecognitionWord.UNTIL), day
    return None


def _kept(turn: Turn, placement: int, keep: partial[int | None]) -> Replies:
    try:
        entry = keep()
    except NotYours:
        return [Reply(NOT_YOUR_PLACE)]
    except WrongRecognition:
        wrong = _("Nothing was changed: a recognition lasts five years, and begins today at the"
                  " latest.")  # fmt: skip
        there = find_place(turn, placement)
        return [show_place(turn, there, before=wrong) if there else Reply(wrong)]
    turn.close()
    now = find_place(turn, placement)
    if now is None:
        return [Reply(NOT_YOUR_PLACE)]
    said = _("Stored:") if entry else _("Nothing changed:")
    return [replace(show_place(turn, now, before=said, entry=entry), edit=True)]


def _not_read(turn: Turn, place: RecognisedPlace) -> Reply:
    """Say that no day was read, with the workplace below it: a day that is typed next is for it."""
    unread = _(
        "I read no day in that. Type it as 31/08/2029, or 'given 01/09/2024'. Nothing was changed."
    )
    return show_place(turn, place, before=unread)
