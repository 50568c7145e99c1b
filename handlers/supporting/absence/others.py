"""Noting that another one is away: a student of one's own, or, for a coach, anybody around one."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.days import opening
from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Person, Role, Track
from bot.messages import Button, Day, Reply, Sayable, _, lines
from bot.use_cases.joining.lose_phone import list_holders
from bot.use_cases.supporting.absence.note_absence import (
    TooLongAbsence,
    end_absence,
    find_absent,
    note_absence,
)
from bot.use_cases.supporting.substitutes.end_substitution import list_stood_in
from handlers.scoring.taps import UndoEntry
from handlers.supporting.absence.asked import AbsenceOffered
from handlers.supporting.absence.standing_in import offer_substitute, offer_to_stop
from handlers.supporting.absence.taps import AskAbsence, EndAbsence, NoteAbsence
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.near_days import reaches
from handlers.talking.meaning.whom import PutAway, Sought, Unclear
from handlers.talking.ordinary.away import offer_away
from handlers.talking.rights.held import say_held_of
from handlers.talking.routing.offering import keep_offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

FRIDAY = 4
NOT_YOURS = _("Nothing was stored: that is nobody around you of whom you can say this.")


def seek_absent(turn: Turn, said: str) -> Sought[Track, date | None]:
    """Read who is away by `/absent`, and perhaps until when.

    Raises Unclear where it is said of oneself, or of somebody who is no student.
    """
    name, until = _parted(said, turn.today)
    if name and (held := say_held_of(turn, name)) is not None:
        raise Unclear(Reply(held))
    if not name:
        raise Unclear(offer_away(turn, said))
    among = [own for own in turn.tracks if Role.STUDENT not in own.roles and own.ended_at is None]
    if not meant_by(name, among, lambda track: track.student).sure and turn.coached_tracks:
        around = list_holders(turn.uow, turn.person.id, turn.at)
        found = meant_by(name, around, lambda holder: holder.name).sure
        person = found and find_absent(turn.uow, turn.person.id, turn.tracks, found.person_id)
        if person:
            raise Unclear(*about(turn, person, until))
    if not among:
        raise Unclear(Reply(NOT_YOURS))
    return Sought(name, among, until)


def show_absent(turn: Turn, track: Track, until: date | None) -> Replies:
    """Note that a student is away, or ask until when."""
    person = find_absent(turn.uow, turn.person.id, turn.tracks, track.student_id)
    return about(turn, person, until) if person else [Reply(NOT_YOURS)]


def about(turn: Turn, person: Person, until: date | None) -> Replies:
    """Note that somebody is away up to a day, or ask which."""
    turn.tell_of(person.id)
    return _note(turn, person, until) if until else [ask_until(turn, person)]


def tapped_ask(turn: Turn, tap: AskAbsence) -> Replies:
    """Ask until when somebody is away."""
    person = find_absent(turn.uow, turn.person.id, turn.tracks, tap.person)
    return [ask_until(turn, person, edit=True)] if person else [Reply(NOT_YOURS)]


def tapped_note(turn: Turn, tap: NoteAbsence) -> Replies:
    """Note that somebody is away."""
    person = find_absent(turn.uow, turn.person.id, turn.tracks, tap.person)
    return _note(turn, person, tap.until, edit=True) if person else [Reply(NOT_YOURS)]


def tapped_end(turn: Turn, tap: EndAbsence) -> Replies:
    """Note that somebody is back."""
    person = find_absent(turn.uow, turn.person.id, turn.tracks, tap.person)
    if person is None:
        return [Reply(NOT_YOURS)]
    entry = end_absence(turn.uow, turn.person.id, person, turn.at)
    if entry is None:
        return [Reply(_("{name} is not noted as away.", name=person.name))]
    undo = (button(_("↩ Undo"), UndoEntry(entry)),)
    said = _("{name} is back: I ask again as before.", name=person.name)
    stops = offer_to_stop(list_stood_in(turn.uow, person.id))
    return [Reply(said, (undo, *stops), edit=True)]


def mean_absence(turn: Turn, asked: AbsenceOffered, text: str) -> Tap | None:
    """Read a typed last day, about whom the buttons are about."""
    day = reaches(text, turn.today)
    first = turn.table.tap(asked.rows[0][0][1]) if asked.rows else None
    if day is None or first is None or not isinstance(first[0], NoteAbsence):
        return None
    return NoteAbsence(first[0].person, day)


def ask_until(
    turn: Turn,
    person: Person,
    *,
    first: date | None = None,
    may_leave: bool = False,
    edit: bool = False,
) -> Reply:
    """Ask until when somebody is away, the `first` day before the usual ones.

    With `may_leave` it can be put away, where nobody asked for it by a command.
    """
    known = turn.uow.absences.list_known([person.id], turn.at).get(person.id)
    text = lines(
        _("{name} is away up to and including {day}.", name=person.name, day=Day(known))
        if known
        else None,
        _("Until when is {name} away? Tap the last day, or type it.",
          name=first_name_of(person.name)),
        _("No reason is kept."),
    )  # fmt: skip
    back: Sequence[tuple[Button, ...]] = ()
    if known:
        label = _("{name} is back", name=first_name_of(person.name))
        back = ((button(label, EndAbsence(person.id)),),)
    days = dict.fromkeys([*([first] if first else []), *_offered(turn)])
    label_of = {day: _("up to and including {day}", day=_day(turn, day)) for day in days}
    rows = tuple((button(label, NoteAbsence(person.id, day)),) for day, label in label_of.items())
    leave = button(_("no"), PutAway(turn.ask(AbsenceOffered())))
    more = (*back, (leave,)) if may_leave else back
    return keep_offer(turn, Reply(text, (*rows, *more), edit=edit), AbsenceOffered)


def _note(turn: Turn, person: Person, until: date, *, edit: bool = False) -> Replies:
    zone = person.time_zone
    last = opening(until + timedelta(days=1), zone) - timedelta(seconds=1)
    try:
        entry = note_absence(turn.uow, turn.person.id, person, last, turn.at)
    except TooLongAbsence:
        text = _("Nothing was stored: {day} is over, or too far away.", day=_day(turn, until))
        return [Reply(text)]
    turn.close()
    name = first_name_of(person.name)
    said: Sayable = lines(
        _("{name} is away up to and including {day}.", name=person.name, day=Day(last)),
        _("Until then nothing is asked of {name}, nor of others about {name}. {name} hears it.",
          name=name),
    )  # fmt: skip
    rows = (
        (button(_("↩ Undo"), UndoEntry(entry)),),
        (button(_("{name} is back", name=name), EndAbsence(person.id)),),
        *offer_substitute(turn, person.id),
    )
    return [Reply(said, rows, edit=edit)]


def _parted(said: str, today: date) -> tuple[str, date | None]:
    """Part a name from the last day behind it; no name where all of it says a day, or nothing."""
    typed = said.split()
    for at in range(len(typed)):
        day = reaches(" ".join(typed[at:]), today)
        if day is not None:
            return " ".join(typed[:at]), day
    return " ".join(typed), None


def _offered(turn: Turn) -> Sequence[date]:
    today = turn.today
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    return list(dict.fromkeys([today, friday, friday + timedelta(days=7)]))


def _day(turn: Turn, day: date) -> Day:
    return Day(opening(day, turn.person.time_zone))
