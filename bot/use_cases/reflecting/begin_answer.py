"""Begin an answer with its first message."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.answers import AnswerPart


def begin_answer(
    uow: UnitOfWork,
    student: Person,
    tracks: Sequence[Track],
    part: AnswerPart,
    at: datetime,
    prompt_id: int | None = None,
) -> int | None:
    """Begin an answer of a student on these tracks; gives its id, None for whoever has no track.

    It is on the track of the question that it answers, if any, and shared as the student wishes.
    Questions come every workplace day again, had they become fewer.
    """
    if not tracks:
        return None
    prompt = uow.prompts.find(student.id, prompt_id) if prompt_id else None
    asked_on = [track for track in tracks if prompt and track.id == prompt.track_id]
    answer_id = uow.answers.begin(
        student.organisation_id,
        (asked_on or tracks)[0].id,
        prompt.id if prompt else None,
        uow.prompts.read_wishes(student.id).share,
        at,
    )
    uow.paces.wait_no_longer(student.id)
    uow.answers.add_part(student.organisation_id, answer_id, part, at)
    uow.acts.record(student.id, Act.ANSWER, at, before={"of": answer_id})
    return answer_id
