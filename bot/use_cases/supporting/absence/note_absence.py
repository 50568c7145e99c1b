"""Note that somebody is away, as one around them; it can be undone, and who is away hears it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from bot.domain.school.tracks import Person, Role, Track
from bot.domain.supporting.absences import LONGEST_FOR_OTHERS
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import Entry, Preferences, UnitOfWork
from bot.ports.acts import Act
from bot.ports.telling.outbox import Posted
from bot.use_cases.scoring.undo_entry import LostSight

LASTS = timedelta(days=7)
"""How long a message about it is of use."""


class TooLongAbsence(Exception):
    """It ends before now, or so late that it must be a slip."""


class GuardianFirst(Exception):
    """Nothing is kept of this student before a guardian has said yes."""


def find_absent(uow: UnitOfWork, person_id: int, tracks: Sequence[Track], of: int) -> Person | None:
    """Find a person of whom somebody with these tracks may note that they are away.

    That is a student of theirs, and for a coach everybody around one; nobody whose guardian has to
    say yes first.
    """
    if of == person_id or any(track.student_id == of and track.held for track in tracks):
        return None
    student = any(track.student_id == of and track.ended_at is None for track in tracks)
    if student or person_id in uow.tracks.list_coaches_around(of):
        return uow.people.find(of)
    return None


def note_absence(uow: UnitOfWork, by: int, of: Person, until: datetime, at: datetime) -> int:
    """Note that somebody is away until an instant, and give the entry that undo takes back.

    Those around them may know of it. Raises TooLongAbsence and GuardianFirst, as note_away does.
    """
    kept = note_away(uow, by, of, until, at)
    return uow.acts.record(by, Act.ABSENCE, at, before=kept)


def note_away(
    uow: UnitOfWork, by: int | None, of: Person, until: datetime, at: datetime
) -> dict[str, Any]:
    """Note the same for somebody, or for the command line (None); gives what was known before.

    Raises TooLongAbsence, and GuardianFirst of a student whose guardian has not said yes.
    """
    own = [track for track in uow.tracks.list_of(of.id) if Role.STUDENT in track.roles]
    if own and all(track.held for track in own):
        raise GuardianFirst
    if not at < until <= at + LONGEST_FOR_OTHERS:
        raise TooLongAbsence
    kept = keep_away(uow, of.id, until, at)
    _post(uow, of.id, by, Asks.AWAY_NOTED, at)
    return kept


def end_absence(uow: UnitOfWork, by: int, of: Person, at: datetime) -> int | None:
    """Note that somebody is back; gives the entry, None where they were not known to be away."""
    kept = note_back(uow, of, at)
    return uow.acts.record(by, Act.ABSENCE, at, before=kept) if kept else None


def note_back(uow: UnitOfWork, of: Person, at: datetime) -> dict[str, Any] | None:
    """Note the same; gives what was known before, None where they were not known to be away."""
    if not uow.absences.list_known([of.id], at):
        return None
    return keep_away(uow, of.id, None, at)


def tell_absence(uow: UnitOfWork, person: Person, tracks: Sequence[Track], at: datetime) -> bool:
    """Tell those around somebody that they are away, as they wish; False where they are not.

    A student tells mentors, teachers and coaches; a mentor and a teacher tell the coaches; a coach
    tells the teachers and the coaches beside. Students and mentors read it where they turn to a
    coach.
    """
    before = uow.people.read_preferences(person.id)
    if before.absent_until is None or before.absent_until <= at:
        return False
    if not before.absence_told:
        uow.people.set_preferences(person.id, replace(before, absence_told=True))
        for other in list_told(uow, person, tracks):
            _post(uow, other, person.id, Asks.AWAY_TOLD, at)
    return True


_SCORERS_TOLD: dict[Role | None, frozenset[Role]] = {
    Role.STUDENT: frozenset({Role.MENTOR, Role.TEACHER}),
    Role.COACH: frozenset({Role.TEACHER}),
}
"""Whose absence is told to which of those who score; each is told to the coaches."""


def list_told(uow: UnitOfWork, person: Person, tracks: Sequence[Track]) -> Sequence[int]:
    """List who hears of somebody's absence where that person wishes so."""
    found: dict[int, None] = {}
    for track in tracks:
        if track.ended_at is not None:
            continue
        hears = _SCORERS_TOLD.get(next((own for own in _SCORERS_TOLD if own in track.roles), None))
        if hears:
            scorers = uow.interventions.list_scorers(track.id)
            found |= dict.fromkeys(who for who, role in scorers if role in hears)
        found |= dict.fromkeys(coach for coach, _zone in uow.alerts.list_coaches(track.id))
    return [other for other in found if other != person.id]


def put_absence_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what was known of an absence before an act, where that still stands.

    Raises LostSight where who said it is no longer around that person.
    """
    of, was, became = (entry.before[name] for name in ("of", "was", "became"))
    now = uow.people.read_preferences(of)
    if _written(now.absent_until) != became:
        return False
    if find_absent(uow, entry.author_id, uow.tracks.list_of(entry.author_id), of) is None:
        raise LostSight
    restore_absence(uow, of, was, now)
    return True


def restore_absence(uow: UnitOfWork, of: int, was: Sequence[Any], now: Preferences) -> None:
    """Put back what was known of an absence, as `keep_away` gave it."""
    until, told, *since = was  # an earlier version did not keep since when
    restored = replace(
        now,
        absent_until=datetime.fromisoformat(until) if until else None,
        absence_told=told,
        absent_from=datetime.fromisoformat(since[0]) if since and since[0] else None,
    )
    uow.people.set_preferences(of, restored)
    uow.prompts.unplan(of)


def keep_away(uow: UnitOfWork, of: int, until: datetime | None, at: datetime) -> dict[str, Any]:
    """Keep that somebody is away until an instant, or back; gives what was known before.

    Nobody is told.
    """
    before = uow.people.read_preferences(of)
    uow.people.set_preferences(of, before.away(until, at, told=until is not None))
    uow.prompts.unplan(of)
    was = [_written(before.absent_until), before.absence_told, _written(before.absent_from)]
    return {"of": of, "was": was, "became": _written(until)}


def _post(uow: UnitOfWork, to: int, about: int | None, asks: Asks, at: datetime) -> None:
    subject = f"{asks}:{about}:{uuid4().hex}"
    told = Posted(to, MessageKind.ANSWER, subject, asks, expires_at=at + LASTS, about_id=about)
    uow.outbox.post(told, at)


def _written(until: datetime | None) -> str | None:
    return until.isoformat() if until else None
