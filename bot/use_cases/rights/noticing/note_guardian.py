"""Note what a student's guardian said: with a yes it begins, without one everything stops."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.noticing import GuardianWord
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.rights.guardians import GuardedStudent
from bot.ports.telling.outbox import Posted

LASTS = timedelta(weeks=4)
"""How long it is of use to hear that it may begin."""

LONGEST = 300
"""Characters of how it was given."""


class NotGuarded(Exception):
    """No guardian is needed there, it is not this person's to note, or the day is still to come."""


def list_guarded(uow: UnitOfWork, noter: Person, tracks: Sequence[Track]) -> list[GuardedStudent]:
    """List the students whose guardian somebody may note: a coach's own, an administrator's all."""
    if uow.administrators.is_one(noter.id):
        return list(uow.guardians.list_of(noter.organisation_id))
    coached = dict.fromkeys(track.student_id for track in tracks if Role.COACH in track.roles)
    found = (uow.guardians.find(student) for student in coached)
    return [guarded for guarded in found if guarded is not None]


def note_guardian(
    uow: UnitOfWork,
    noter: Person,
    tracks: Sequence[Track],
    student_id: int,
    word: GuardianWord,
    at: datetime,
) -> GuardedStudent:
    """Note it for a coach or an administrator. Raises NotGuarded."""
    may = next((own for own in list_guarded(uow, noter, tracks) if own.id == student_id), None)
    if may is None:
        raise NotGuarded
    noted = _note(uow, may, word, noter.id, at)
    uow.acts.record(noter.id, Act.GUARDIAN, at)
    return noted


def note_guardian_by_operator(
    uow: UnitOfWork, student_id: int, word: GuardianWord, at: datetime
) -> GuardedStudent:
    """Note it from the command line. Raises NotGuarded."""
    guarded = uow.guardians.find(student_id)
    if guarded is None:
        raise NotGuarded
    return _note(uow, guarded, word, None, at)


def _note(
    uow: UnitOfWork, guarded: GuardedStudent, word: GuardianWord, by: int | None, at: datetime
) -> GuardedStudent:
    if not word.how or word.on > date.fromordinal(at.date().toordinal() + 1):
        raise NotGuarded
    noted = uow.guardians.note(guarded.id, word, by, at)
    kind = RightsActKind.GUARDIAN_NOTED if word.agreed else RightsActKind.GUARDIAN_REFUSED
    uow.rights_acts.note(guarded.organisation_id, kind, at, by=by, about=guarded.id)
    if word.agreed and not guarded.state.lets_begin:
        _tell_begins(uow, guarded.id, noted, at)
    return uow.guardians.find(guarded.id) or guarded


def _tell_begins(uow: UnitOfWork, student_id: int, word_id: int, at: datetime) -> None:
    """Let the student and those who score hear that it may begin: they were told to wait."""
    for track in uow.tracks.list_of(student_id):
        if Role.STUDENT not in track.roles or track.ended_at is not None:
            continue
        scorers = [scorer for scorer, _role in uow.interventions.list_scorers(track.id)]
        for person in dict.fromkeys([student_id, *scorers]):
            posted = Posted(
                person,
                MessageKind.ANSWER,
                f"{Asks.GUARDIAN_AGREED} {word_id} {track.id}",
                Asks.GUARDIAN_AGREED,
                track.id,
                at + LASTS,
                track.id,
            )
            uow.outbox.post(posted, at)
