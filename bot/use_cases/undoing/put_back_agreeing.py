"""Put back what was said of agreements, of recognitions and of mentors’ training."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction

from bot.domain.agreeing.agreements import AgreementStanding
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.days import day_of
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.agreeing.agreements.make_agreement import take_agreement_back
from bot.use_cases.agreeing.agreements.see_agreements import see_agreement_at
from bot.use_cases.agreeing.mentor_courses.note_course import put_back_course
from bot.use_cases.agreeing.recognitions.keep_recognition import put_back_recognition
from bot.use_cases.scoring.undo_entry import LostSight


def _recognition(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    person = uow.people.find(entry.author_id)
    return person is not None and put_back_recognition(uow, person, entry.before, at)


def _course(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    person = uow.people.find(entry.author_id)
    return person is not None and put_back_course(uow, person, entry.before, at)


def _made(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    standing = _standing(uow, entry, entry.before["placement"], at)
    if not _has(standing, entry) or standing.done.get(entry.before["of"]):
        return False  # its checklist was begun, perhaps by another coach
    take_agreement_back(uow, standing, entry.before["of"], Doer(entry.author_id, at))
    return True


def _step(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    standing = _standing(uow, entry, entry.before["placement"], at)
    if not _has(standing, entry):
        return False
    agreement, step = entry.before["of"], AgreementStep(entry.before["step"])
    if entry.before["was"]:
        uow.agreements.tick(agreement, step, entry.author_id, at)
    else:
        uow.agreements.untick(agreement, step)
    return True


def _signed(uow: UnitOfWork, entry: Entry, _at: datetime) -> bool:
    uow.signatures.take_back(entry.before["of"], AgreementStep(entry.before["step"]))
    return True


def _end(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    if not _has(_standing(uow, entry, entry.before["placement"], at), entry):
        return False
    was = entry.before["was"]
    uow.agreements.end(entry.before["of"], date.fromisoformat(was) if was else None)
    return True


def _hours(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    standing = _standing(uow, entry, entry.before["of"], at)
    was = entry.before["was"]
    uow.agreements.say_hours(standing.place.placement_id, Fraction(was) if was else None)
    return True


def _standing(uow: UnitOfWork, entry: Entry, placement_id: int, at: datetime) -> AgreementStanding:
    """Read how it stands there for the coach who noted it. Raises LostSight for no coach."""
    person = uow.people.find(entry.author_id)
    tracks = [own for own in uow.tracks.list_of(entry.author_id) if own.ended_at is None]
    standing = (
        see_agreement_at(uow, person, tracks, placement_id, day_of(at, person.time_zone))
        if person
        else None
    )
    if standing is None:
        raise LostSight
    return standing


def _has(standing: AgreementStanding, entry: Entry) -> bool:
    return any(own.id == entry.before["of"] for own in standing.agreements)


AGREEING: dict[Act, Callable[[UnitOfWork, Entry, datetime], bool]] = {
    Act.RECOGNITION: _recognition,
    Act.MENTOR_COURSE: _course,
    Act.AGREEMENT_MADE: _made,
    Act.AGREEMENT_STEP: _step,
    Act.SIGNED: _signed,
    Act.AGREEMENT_END: _end,
    Act.AGREEMENT_HOURS: _hours,
}
"""How what a coach notes of placements is put back."""
