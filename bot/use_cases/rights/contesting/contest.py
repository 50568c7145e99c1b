"""Contest what was said of oneself: nothing is changed, and both words stand side by side."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.contesting import Contested
from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.rights.contesting.see_contests import list_spoken
from bot.use_cases.rights.contesting.tell_contest import tell_contested


class NotContestable(Exception):
    """It is not about this person, it is not there, or it stands contested already."""


def contest(
    uow: UnitOfWork, student: Person, track: Track, what: Contested, text: str, at: datetime
) -> int:
    """Contest a note about oneself, or what others say of a competence; gives its identity.

    Who said it, and the coaches, hear it. Raises NotContestable.
    """
    if Role.STUDENT not in track.roles or not _is_there(uow, student, track, what):
        raise NotContestable
    if any(own.what == what for own in uow.contests.list_standing([track.id])):
        raise NotContestable
    made = uow.contests.add(student.organisation_id, what, student.id, text, at)
    uow.acts.record(student.id, Act.CONTEST, at, before={"of": made})
    uow.rights_acts.note(
        student.organisation_id,
        RightsActKind.CONTESTED,
        at,
        by=student.id,
        about=student.id,
        contest=made,
        track=track.id,
    )
    tell_contested(uow, made, at)
    return made


def _is_there(uow: UnitOfWork, student: Person, track: Track, what: Contested) -> bool:
    if what.note_id is not None:
        note = uow.contests.find_note(what.note_id)
        if note is None or note.taken_back:
            return False
        return note.track_id == track.id and note.author_id != student.id
    return what.role in list_spoken(uow, student.id, track).get(what.competence_id or 0, ())
