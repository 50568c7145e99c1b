"""The side of who is asked about an alert: the question as it arrives, and the answer to it."""

from bot.domain.school.tracks import Role
from bot.messages import MessageKind, Reply, Sayable, _, lines, words
from bot.ports.divergence import CoachQuestion
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.divergence.answer_question import (
    answer_question,
    find_lately_asked,
    find_subject,
    find_unanswered,
)
from bot.use_cases.telling.personal_questions import Refusal, Refused
from handlers.divergence.asked import AnswerAwaited
from handlers.divergence.taps import AnswerQuestion
from handlers.talking.meaning.reply_meant import offer_reply
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.answered import OpenAsk
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

USUAL = _("How do you see it? Which situation do you think of, and what did you see there?")
REFUSED = {
    Refusal.GONE: _("That question is not for you any more."),
    Refusal.ANSWERED: _("You have answered this question already."),
}


def question_of(turn: Turn, message: OutboxMessage) -> CoachQuestion | None:
    """Find the question that a message is about."""
    if message.about_id is None:
        return None
    return turn.uow.interventions.find_question(message.about_id)


def tell_question(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say a coach's question to who is asked."""
    question = question_of(turn, message)
    if question is None or question.asked_id != turn.person.id or question.answer is not None:
        return None
    about = _about(turn, question)
    coach = turn.uow.people.find(question.asked_by_id)
    if about is None or coach is None:
        return None
    text = lines(
        _("{coach} asks about {what}:", coach=short(coach.name), what=about),
        question.text or USUAL,
        _("Only {coach} reads what you answer.", coach=short(coach.name)),
    )
    row = (button(_("answer"), AnswerQuestion(question.id)),)
    return MessagePart(text, (row,), MessageKind.QUESTION)


def _about(turn: Turn, question: CoachQuestion) -> Sayable | None:
    """Name what a question is about, if this person still is with that student."""
    subject = find_subject(turn.uow, question, turn.tracks)
    if subject is None:
        return None
    track, competence = subject
    name = "" if Role.STUDENT in track.roles else first_name(track)
    return words(name, f"{competence.number} {competence.title}", by=" · ")


def meant_as_answer(turn: Turn, text: str) -> OpenAsk | None:
    """Take words that nobody waits for as the answer to a question that was asked lately."""
    asked = find_lately_asked(turn.uow, turn.person.id, turn.tracks, turn.at)
    if asked is None:
        return None
    question, at = asked
    subject = find_subject(turn.uow, question, turn.tracks)
    track = subject[0] if subject else None
    awaited = AnswerAwaited(question=question.id)
    return OpenAsk(at, lambda: offer_reply(turn, awaited, track, text))


def present_question(turn: Turn, awaited: AnswerAwaited) -> Sayable | None:
    """Ask whether words answer a coach's question, with who would read them."""
    question = turn.uow.interventions.find_question(awaited.question)
    about = _about(turn, question) if question else None
    coach = turn.uow.people.find(question.asked_by_id) if question else None
    if question is None or about is None or coach is None:
        return None
    name = short(coach.name)
    return lines(
        _("Is this your answer to what {coach} asks about {what}?", coach=name, what=about),
        _("Nothing was sent yet. Only {coach} reads what you send.", coach=name),
    )


def tapped_answer(turn: Turn, tap: AnswerQuestion) -> Replies:
    """Wait for the answer to a question."""
    try:
        question = find_unanswered(turn.uow, turn.person.id, turn.tracks, tap.question)
    except Refused as refused:
        return [Reply(REFUSED[refused.why])]
    coach = turn.uow.people.find(question.asked_by_id)
    text = lines(
        _("Type your answer in one message."),
        _("Only {coach} reads what you answer.", coach=short(coach.name)) if coach else None,
    )
    return await_words(turn, AnswerAwaited(question=tap.question), text)


def typed_answer(turn: Turn, awaited: AnswerAwaited, text: str) -> Replies:
    """Keep an answer, under the alert, and bring it to who asked."""
    turn.close()
    try:
        question = find_unanswered(turn.uow, turn.person.id, turn.tracks, awaited.question)
        answer_question(turn.uow, question, text, turn.at)
    except Refused as refused:
        return [Reply(REFUSED[refused.why])]
    coach = turn.uow.people.find(question.asked_by_id)
    return [Reply(_("Thank you. Only {coach} reads it.", coach=short(coach.name) if coach else ""))]
