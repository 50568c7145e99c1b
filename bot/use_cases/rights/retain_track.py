"""What becomes of a track whose time is over: it is announced, then erased in two steps."""

from datetime import datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.erasures import Erasure
from bot.domain.rights.retention import next_step
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.rights.erasing import ErasureList, Known
from bot.ports.rights.retention import KeptTrack
from bot.ports.telling.errands import NewErrand
from bot.use_cases.rights.forgetting.order_erasure import order_erasure

HEARD_WITHIN = timedelta(days=21)
"""How long the announcement is of use: a week is left then to ask for more."""


def retain_track(uow: UnitOfWork, track_id: int, at: datetime, erasures: ErasureList) -> None:
    """Do what is due of a track at an instant (aware), and note when something is next.

    Raises Refused where an erasure cannot be noted apart: then nothing is erased.
    """
    kept = uow.retentions.find(track_id)
    if kept is None:
        uow.retentions.forget_plan(track_id)
        return
    due = next_step(kept.life, kept.keeping)
    if due is not None and due <= at:
        uow.retentions.plan(kept, due)
        if kept.life.records_erased_at is not None:
            _erase_words(uow, kept, at, erasures)
        elif kept.life.told_at is not None:
            _erase_records(uow, kept, at, erasures)
        else:
            _announce(uow, kept, at)
        kept = uow.retentions.find(track_id) or kept
        due = next_step(kept.life, kept.keeping)
    uow.retentions.plan(kept, due)


def _announce(uow: UnitOfWork, kept: KeptTrack, at: datetime) -> None:
    """Tell the student, and those who were around the track, a month before."""
    people = {kept.student_id, *uow.retentions.list_around(kept.track_id)}
    uow.errands.give(
        [
            NewErrand(
                organisation_id=kept.organisation_id,
                person_id=person_id,
                kind=ErrandKind.KEPT_UNTIL,
                subject=f"{kept.track_id}:{at.isoformat()}",
                due_at=at,
                expires_at=at + HEARD_WITHIN,
                about_id=kept.track_id,
            )
            for person_id in sorted(people)
        ]
    )
    uow.retentions.mark_told(kept.track_id, at)


def _erase_records(uow: UnitOfWork, kept: KeptTrack, at: datetime, erasures: ErasureList) -> None:
    """Erase what was said on a track; who was around it, and is around nobody now, follows."""
    known = uow.erasing.hold(kept.student_id)
    if known is None:
        return
    around = uow.retentions.list_around(kept.track_id)
    _note(uow, kept, known, at, erasures, words=False)
    uow.erasing.erase_track(kept.track_id)
    uow.retentions.mark_records_erased(kept.track_id, at)
    _follow(uow, kept, at, *around)


def _erase_words(uow: UnitOfWork, kept: KeptTrack, at: datetime, erasures: ErasureList) -> None:
    """Erase the words of photos and decisions, and the student where nothing else is kept."""
    known = uow.erasing.hold(kept.student_id)
    if known is None:
        return
    _note(uow, kept, known, at, erasures, words=True)
    uow.erasing.erase_words([kept.track_id], at)
    uow.retentions.mark_words_erased(kept.track_id, at)
    _follow(uow, kept, at, kept.student_id)


def _note(
    uow: UnitOfWork,
    kept: KeptTrack,
    known: Known,
    at: datetime,
    erasures: ErasureList,
    *,
    words: bool,
) -> None:
    traces = uow.erasing.read_traces([kept.track_id])
    mark = erasures.mark(known.organisation_id, known.id, known.school_id)
    erasures.add(
        Erasure(
            known.organisation_id, known.id, mark, at, whole=False, words=words,
            tracks=(kept.track_id,), sums=traces.sums, decisions=traces.decisions,
        )
    )  # fmt: skip
    uow.rights_acts.note(
        kept.organisation_id,
        RightsActKind.WORDS_ERASED if words else RightsActKind.TRACK_ERASED,
        at,
        about=known.id,
        track=kept.track_id,
    )


def _follow(uow: UnitOfWork, kept: KeptTrack, at: datetime, *people: int) -> None:
    for person_id in uow.retentions.list_left(people):
        order_erasure(uow, person_id, kept.organisation_id, at)
