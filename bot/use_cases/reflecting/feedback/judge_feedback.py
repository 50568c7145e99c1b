"""Judge feedback: its student says whether it helped, for whoever gave it to hear in a sum."""

from datetime import datetime, timedelta

from bot.domain.days import day_ends
from bot.domain.reflecting.helping import LEAST
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.reflecting.answers import Feedback
from bot.ports.telling.errands import NewErrand
from bot.use_cases.reflecting.find_own_answer import find_own_answer

LASTS = timedelta(weeks=3)
"""How long a sum waits for the day's message of who is away."""


def judge_feedback(
    uow: UnitOfWork, student: Person, feedback_id: int, at: datetime, *, helped: bool
) -> Feedback | None:
    """Keep whether feedback on an own answer helped, instead of what was said before.

    Gives the feedback as it stands now: unchanged where a sum has told of it. None, and nothing is
    kept, where there is no such feedback for this student.
    """
    feedback = uow.answers.find_feedback(feedback_id)
    answer = find_own_answer(uow, student.id, feedback.answer_id) if feedback else None
    if feedback is None or answer is None or feedback.text is None:
        return None
    if not feedback.summed and helped is not feedback.helped:
        kept = {"of": feedback.id, "helped": feedback.helped}
        uow.acts.record(student.id, Act.HELPED, at, before=kept)
        uow.answers.judge_feedback(feedback.id, helped)
        _let_hear(uow, student.organisation_id, feedback.giver_id, at)
    return uow.answers.find_feedback(feedback_id)


def _let_hear(uow: UnitOfWork, organisation_id: int, giver_id: int, at: datetime) -> None:
    """Let who gave feedback hear the sum once there is one, tomorrow at the earliest."""
    judged = [feedback for feedback, _helped in uow.answers.list_judged(giver_id)]
    giver = uow.people.find(giver_id)
    if giver is None or len(judged) < LEAST:
        return
    tomorrow = day_ends(at, giver.time_zone)
    errand = NewErrand(
        organisation_id=organisation_id,
        person_id=giver_id,
        kind=ErrandKind.HELPED,
        subject=f"{judged[0]} {len(judged)}",
        due_at=tomorrow,
        expires_at=tomorrow + LASTS,
    )
    uow.errands.give([errand])
