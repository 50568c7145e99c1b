"""Record what the class council decided about a student, on the photo after which it decides."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.days import day_of
from bot.domain.evaluating.decisions import (
    Basis,
    DecisionHead,
    Ruling,
    RulingFault,
    fault_of,
    freeze_result,
)
from bot.domain.evaluating.workplace_result import WorkplaceResult
from bot.domain.school.naming import in_full
from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.evaluating.decisions import Decision, NewDecision
from bot.ports.periods.photos import Photo
from bot.use_cases.evaluating.deliberating.see_result import see_result
from bot.use_cases.reporting.see_photo import photos_of


class NotDecidedHere(Exception):
    """Nothing is decided here: not by this person, or not on this photo."""


class DecidedMeanwhile(Exception):
    """Another decision was recorded meanwhile."""


class UnsoundRuling(Exception):
    """Something is wrong with what was said of the decision: `fault` says what."""

    def __init__(self, fault: RulingFault) -> None:
        """Name the fault."""
        super().__init__(fault)
        self.fault = fault


def find_decisive_photo(uow: UnitOfWork, track: Track) -> Photo | None:
    """Find the newest photo of a track after which the council decides; None where there is none.

    A period that was cancelled has no photo that counts.
    """
    for photo in reversed(photos_of(uow, track)):
        period = uow.periods.find(photo.head.period_id)
        if period is not None and period.last and period.standing:
            return photo
    return None


@dataclass(frozen=True, slots=True)
class Recording:
    """What is to be recorded on a photo; it corrects the decision that it `follows`, if any."""

    photo: Photo
    ruling: Ruling
    follows: int | None = None


def record_decision(
    uow: UnitOfWork, author: Person, track: Track, recording: Recording, at: datetime
) -> Decision:
    """Record a decision; one that it corrects stays, too.

    It is signed by the clock's next tick. Only a coach of the track records it, `at` an instant
    (aware). Raises NotDecidedHere, UnsoundRuling and DecidedMeanwhile.
    """
    photo, ruling, follows = recording.photo, recording.ruling, recording.follows
    decisive = find_decisive_photo(uow, track)
    if Role.COACH not in track.roles or decisive is None or decisive.id != photo.id:
        raise NotDecidedHere
    zone = uow.periods.read_home(track.programme_id).zone
    fault = fault_of(ruling, day_of(photo.head.as_of, zone), day_of(at, zone))
    if fault is not None:
        raise UnsoundRuling(fault)
    head = DecisionHead(
        author.organisation_id, track.id, photo.head.period_id, photo.digest, follows
    )
    standing = standing_decision(uow, track, photo)
    if (standing.id if standing else None) != follows:
        raise DecidedMeanwhile
    seen = see_result(uow, author.id, track, photo, at)
    basis = _basis(uow, author, track, photo, seen.result if seen else None)
    recorded = uow.decisions.add(NewDecision(head, ruling, basis.written(), author.id, at))
    if recorded is None:
        raise DecidedMeanwhile
    uow.acts.record(author.id, Act.DECISION, at, track.student)
    return recorded


def standing_decision(uow: UnitOfWork, track: Track, photo: Photo) -> Decision | None:
    """Find the decision on a photo that nothing corrects: for the system, not for a person."""
    of_period = [
        own
        for own in uow.decisions.list_of(track.id)
        if own.made.head.period_id == photo.head.period_id
    ]
    return of_period[-1] if of_period else None


def _basis(
    uow: UnitOfWork, author: Person, track: Track, photo: Photo, result: WorkplaceResult | None
) -> Basis:
    texts = uow.photos.read_texts(photo.id, track.id) if photo.kept else None
    programme = texts.programme if texts else uow.tracks.read_programme(track.programme_id)
    return Basis(
        student_id=track.student_id,
        student=in_full(texts.student if texts else track.student),
        programme=programme.title,
        period=photo.name,
        author=in_full(author.name),
        result=freeze_result(result, programme) if result else {},
    )
