"""Ask for feedback on an answer: whoever is asked may read it, so it is shared."""

from datetime import datetime

from bot.domain.reflecting.sharing import Share
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.divergence.see_scorers import Scorer
from bot.use_cases.reflecting.feedback.show_anew import post_request
from bot.use_cases.reflecting.find_own_answer import OwnAnswer
from bot.use_cases.reflecting.share_answer import share_answer
from bot.use_cases.telling.personal_questions import Envelope


def ask_feedback(uow: UnitOfWork, answer: OwnAnswer, giver: Scorer, at: datetime) -> bool:
    """Ask somebody for feedback on an answer, and share it with everybody around the student.

    False, with nothing kept and nothing shared, where that person is out of reach.
    """
    feedback_id = uow.answers.ask_feedback(answer.organisation_id, answer.id, giver.person_id, at)
    request = Envelope(Asks.FEEDBACK, feedback_id, giver.person_id, answer.track_id)
    if not post_request(uow, request, at):
        uow.answers.drop_feedback(feedback_id)
        return False
    uow.acts.record(answer.student_id, Act.FEEDBACK, at, giver.name)
    if answer.share is not Share.ALL:
        share_answer(uow, answer, Share.ALL, at)
    return True
