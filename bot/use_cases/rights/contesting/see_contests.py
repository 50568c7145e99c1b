"""See what stands contested of a track, as a viewer may see it."""

from collections.abc import Sequence

from bot.domain.rights.contesting import Contest
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.rights.contests import NoteAbout

OTHERS = (Role.MENTOR, Role.TEACHER)
"""In whose views others speak of a student."""


def see_contests(uow: UnitOfWork, viewer_id: int, track: Track) -> Sequence[Contest]:
    """List what stands, beside what it is about; what the viewer may not see is not read."""
    return uow.contests.list_seen(viewer_id, track.id)


def see_own(uow: UnitOfWork, viewer_id: int, track: Track) -> Sequence[Contest]:
    """List what stands of one's own."""
    return [own for own in see_contests(uow, viewer_id, track) if own.by_id == viewer_id]


def list_contestable_notes(uow: UnitOfWork, track: Track) -> Sequence[NoteAbout]:
    """List the notes of others about a student, without words: for that student alone."""
    return uow.contests.list_notes(track.id) if Role.STUDENT in track.roles else ()


def list_spoken(uow: UnitOfWork, viewer_id: int, track: Track) -> dict[int, tuple[Role, ...]]:
    """List in which views others have spoken of a competence, by its identity."""
    found: dict[int, tuple[Role, ...]] = {}
    for colour in uow.reads.read_colours(viewer_id, track.id):
        if colour.role in OTHERS and colour.counts.scored:
            before = found.get(colour.competence_id, ())
            found[colour.competence_id] = (*before, colour.role)
    return found
