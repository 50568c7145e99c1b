"""See one student's page for the class council, as its viewer may read it.

Source: document 004, chapter 2 §8 (evaluation) and chapter 3 §6 g (who sees what); that it is two
pages, and what stands on them, is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.periods.photos import FrozenComponent
from bot.domain.reflecting.sharing import Share
from bot.domain.rights.contesting import Contest
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.endings import council_since
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_COUNCIL_PAGE
from bot.domain.scoring.film import Growth
from bot.ports import SeenNote, UnitOfWork
from bot.ports.evaluating.decisions import Decision
from bot.ports.periods.photos import Photo
from bot.use_cases.evaluating.council.list_disputes import Dispute, list_disputes
from bot.use_cases.evaluating.deciding.see_decisions import see_decisions
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_result
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_photo import SeenPhoto, see_components, see_earlier, see_photo

EARLIER = 3
"""Photos before this one whose colours stand beside it."""

ANSWERS = 200
"""A student's newest answers, of which the goals are looked for."""


@dataclass(frozen=True, slots=True)
class SharedGoal:
    """A goal that the student shares with the viewer, for the week that begins at `due_at`.

    `with_all` says that coach, mentor and teacher may read it, and not the coach alone.
    """

    text: str
    due_at: datetime
    with_all: bool


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """What the class council reads of one student: a photo, and what stands beside it.

    `earlier` are photos before it, the oldest first; `growth` is since the last of them, by
    competence id and perspective. Goals, notes and the words about disputes are those that the
    viewer may read, and to `hand_round` those that everybody on the council may. What the student
    contests stands beside what it is about.
    """

    seen: SeenPhoto
    earlier: Sequence[SeenPhoto]
    growth: Mapping[tuple[int, Role], Growth]
    components: Sequence[FrozenComponent]
    result: SeenResult | None
    decision: Decision | None
    disputes: Sequence[Dispute]
    goals: Sequence[SharedGoal]
    notes: Sequence[SeenNote]
    hand_round: bool = False
    contests: Sequence[Contest] = ()

    @property
    def is_private(self) -> bool:
        """Say whether something stands on it that others on the council may not read."""
        told = any(dispute.words for dispute in self.disputes)
        return told or bool(self.notes) or not all(goal.with_all for goal in self.goals)


@opened_as(OpenedKind.COUNCIL)
def see_council_page(
    uow: UnitOfWork,
    viewer_id: int,
    track: Track,
    photo: Photo,
    at: datetime,
    *,
    hand_round: bool = False,
) -> CouncilPage | None:
    """See a student's page at a photo, made at an instant (aware).

    None for whoever may not open it, or who was not in the photo.
    A page to hand round holds what every teacher and coach of the student may read: no notes, no
    words of the coach, and only goals that the student shares with all. Once the track has ended
    it is always such a page, and without goals: what was shared with who was around it then ends.
    """
    if not track.roles & SEES_COUNCIL_PAGE:
        return None
    since = council_since(at)
    hand_round = hand_round or track.looks_back
    seen = see_photo(uow, viewer_id, track, photo, since)
    if seen is None:
        return None
    earlier = see_earlier(uow, viewer_id, track, photo, EARLIER, since)
    programme = uow.tracks.read_programme(track.programme_id)
    disputes = list_disputes(uow, [track], programme, with_words=not hand_round)
    notes = () if hand_round else _notes(uow, viewer_id, seen)
    return CouncilPage(
        seen,
        earlier,
        _growth(uow, viewer_id, seen, earlier, since),
        see_components(uow, track, photo),
        see_result(uow, viewer_id, track, photo, at),
        _decision(uow, track, photo),
        disputes[track.id],
        list_goals(uow, viewer_id, track, all_read=hand_round),
        notes,
        hand_round,
        _contests(uow, track, notes),
    )


def _contests(uow: UnitOfWork, track: Track, notes: Sequence[SeenNote]) -> list[Contest]:
    """List what the student contests: of colours, and of the notes that stand on this page."""
    shown = {None, *(note.id for note in notes)}
    standing = uow.contests.list_standing([track.id])
    return [own for own in standing if own.what.note_id in shown]


def list_goals(
    uow: UnitOfWork, viewer_id: int, track: Track, *, all_read: bool = False
) -> list[SharedGoal]:
    """List the goals that a viewer may read, the newest first; `all_read`: that everybody may."""
    return [
        SharedGoal(goal.text, goal.due_at, answer.share is Share.ALL)
        for answer in uow.answer_reads.list_of_track(viewer_id, track.id, ANSWERS)
        if answer.done_at is not None and (answer.share is Share.ALL or not all_read)
        for goal in reversed(answer.goals)
    ]


def _decision(uow: UnitOfWork, track: Track, photo: Photo) -> Decision | None:
    """Find what was decided on this very photo: the newest counts, as it corrects the others."""
    decided = see_decisions(uow, track)
    return next((own for own in decided if own.made.head.photo == photo.digest), None)


def _growth(
    uow: UnitOfWork, viewer_id: int, seen: SeenPhoto, earlier: Sequence[SeenPhoto], since: datetime
) -> Mapping[tuple[int, Role], Growth]:
    if not earlier:
        return {}
    return grown_since(uow, viewer_id, seen.report, earlier[-1].photo, seen.photo, since).growth


def _notes(uow: UnitOfWork, viewer_id: int, seen: SeenPhoto) -> list[SeenNote]:
    """List the notes that this viewer may read, the newest first."""
    notes = [
        note
        for competence in seen.report.programme.competences
        for note in uow.reads.read_notes(viewer_id, seen.report.track.id, competence.id)
    ]
    return sorted(notes, key=lambda note: note.said_at, reverse=True)
