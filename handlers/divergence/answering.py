"""The side of who is asked about an alert: the question as it arrives, and the answer to it.

Who reads the answer is said before it is typed. Where who asked has left the student meanwhile,
the writer chooses another coach or a teacher; words that were typed before wait for that.
"""

from bot.domain.school.tracks import Role
from bot.messages import Button, MessageKind, Quoted, Reply, Sayable, _, lines, words
from bot.ports.divergence import CoachQuestion
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.divergence.asking.answer_question import (
    answer_question,
    find_lately_asked,
    find_subject,
    find_unanswered,
)
from bot.use_cases.divergence.asking.choose_reader import (
    Reader,
    choose_reader,
    find_reader,
    list_readers,
)
from bot.use_cases.telling.personal_questions import Refusal, Refused
from handlers.divergence.asked import CoachAnswerAwaited, ReaderAwaited
from handlers.divergence.taps import AnswerQuestion, ChooseReader
from handlers.talking.meaning.reply_meant import offer_reply
from handlers.talking.naming.in_role import in_role
from handlers.talking.phrases import ROLE_WORD, first_name, short
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

READ_ALREADY = _("Your answer is with its reader already.")
NOBODY = _(
    "There is nobody around you here who could read it now. Please speak with somebody at school."
)
NAMED = 24


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
    reader = find_reader(turn.uow, question, turn.at)
    reads = (
        _("Only {coach} reads what you answer.", coach=_said(turn, question, reader))
        if reader
        else None
    )
    name = _asker(turn, question, coach.name, reader)
    text = lines(
        _("{coach} asks about {what}:", coach=name, what=about),
        question.text or USUAL,
        reads,
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
    awaited = CoachAnswerAwaited(question=question.id)
    return OpenAsk(at, lambda: offer_reply(turn, awaited, track, text))


def present_question(turn: Turn, awaited: CoachAnswerAwaited) -> Sayable | None:
    """Ask whether words answer a coach's question, with who would read them."""
    question = turn.uow.interventions.find_question(awaited.question)
    about = _about(turn, question) if question else None
    coach = turn.uow.people.find(question.asked_by_id) if question else None
    if question is None or about is None or coach is None:
        return None
    reader = find_reader(turn.uow, question, turn.at)
    name = _asker(turn, question, coach.name, reader)
    reads = (
        _(
            "Nothing was sent yet. Only {coach} reads what you send.",
            coach=_said(turn, question, reader),
        )
        if reader
        else _("Nothing was sent yet.")
    )
    return lines(
        _("Is this your answer to what {coach} asks about {what}?", coach=name, what=about), reads
    )


def tapped_answer(turn: Turn, tap: AnswerQuestion) -> Replies:
    """Wait for the answer to a question."""
    try:
        question = find_unanswered(turn.uow, turn.person.id, turn.tracks, tap.question)
    except Refused as refused:
        return [Reply(REFUSED[refused.why])]
    reader = find_reader(turn.uow, question, turn.at)
    return offer_readers(turn, question) if reader is None else await_answer(turn, question, reader)


def typed_answer(turn: Turn, awaited: CoachAnswerAwaited, text: str) -> Replies:
    """Keep an answer, under the alert, and bring it to who asked."""
    turn.close()
    try:
        question = find_unanswered(turn.uow, turn.person.id, turn.tracks, awaited.question)
        reader = find_reader(turn.uow, question, turn.at)
        if reader is None:
            return offer_readers(turn, question, text)
        answer_question(turn.uow, question, text, turn.at)
    except Refused as refused:
        return [Reply(REFUSED[refused.why])]
    return [thanks(turn, question, reader)]


def await_answer(turn: Turn, question: CoachQuestion, reader: Reader) -> Replies:
    """Wait for the answer, and say who reads it."""
    text = lines(_("Type your answer in one message."), _only(turn, question, reader))
    return await_words(turn, CoachAnswerAwaited(question=question.id), text)


def thanks(turn: Turn, question: CoachQuestion, reader: Reader) -> Reply:
    """Say that an answer goes to its reader."""
    return Reply(_("Thank you. Only {coach} reads it.", coach=_said(turn, question, reader)))


def _only(turn: Turn, question: CoachQuestion, reader: Reader) -> Sayable:
    return _("Only {coach} reads it.", coach=_said(turn, question, reader))


def _said(turn: Turn, question: CoachQuestion, reader: Reader) -> Sayable:
    """Name who reads an answer, and as what where they have two roles."""
    alert = turn.uow.alerts.find(question.alert_id)
    return in_role(turn, reader.name, alert.track_id, reader.role) if alert else short(reader.name)


def _asker(turn: Turn, question: CoachQuestion, name: str, reader: Reader | None) -> Sayable:
    """Name who asks: as coach, unless it was handed on to somebody in another role."""
    role = reader.role if reader else Role.COACH
    return _said(turn, question, Reader(question.asked_by_id, name, role))


def offer_readers(turn: Turn, question: CoachQuestion, typed: str = "") -> Replies:
    """Say that who asked reads nothing here any more, and offer whom an answer may reach instead.

    Words that were typed wait for the choice, and are shown: they have not gone to anybody.
    """
    turn.ask(ReaderAwaited(question=question.id, words=typed))
    return [_offer(turn, question, typed)]


def stand_reader(turn: Turn, awaited: ReaderAwaited) -> Reply | None:
    """Offer again whom an answer may reach."""
    question = turn.uow.interventions.find_question(awaited.question)
    return _offer(turn, question, awaited.words) if question else None


def _offer(turn: Turn, question: CoachQuestion, typed: str) -> Reply:
    coach = turn.uow.people.find(question.asked_by_id)
    gone = _("{coach}, who asked, cannot be reached here any more.", coach=_name(coach))
    kept = _("Nobody has read what you typed: “{text}”", text=typed) if typed else None
    rows = _choices(turn, question)
    whom = _("Who may read your answer instead? Only that person will.") if rows else NOBODY
    return Reply(lines(gone, kept, whom), rows)


def _name(coach: object) -> str:
    return short(getattr(coach, "name", ""))


def _choices(turn: Turn, question: CoachQuestion) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (
            button(
                words(short(reader.name, NAMED), "·", ROLE_WORD[reader.role]),
                ChooseReader(question.id, reader.person_id),
            ),
        )
        for reader in list_readers(turn.uow, question, turn.at)
    )


def tapped_reader(turn: Turn, tap: ChooseReader) -> Replies:
    """Let the chosen one read the answer: what was typed goes there, or is waited for."""
    question = turn.uow.interventions.find_question(tap.question)
    if question is None or question.asked_id != turn.person.id:
        return [Reply(REFUSED[Refusal.GONE])]
    if find_subject(turn.uow, question, turn.tracks) is None:  # who lost sight chooses nobody
        return [Reply(REFUSED[Refusal.GONE])]
    if (now := find_reader(turn.uow, question, turn.at)) is not None:
        read = question.answer is not None
        return [Reply(READ_ALREADY)] if read else await_answer(turn, question, now)
    readers = list_readers(turn.uow, question, turn.at)
    chosen = next((reader for reader in readers if reader.person_id == tap.reader), None)
    if chosen is None:
        return offer_readers(turn, question)
    waiting = turn.asked(ReaderAwaited)
    typed = waiting.words if waiting and waiting.question == question.id else ""
    turn.close()
    question = choose_reader(turn.uow, question, chosen, turn.at)
    if question.answer is not None:
        return [thanks(turn, question, chosen)]
    if not typed:
        return await_answer(turn, question, chosen)
    try:
        answer_question(turn.uow, question, typed, turn.at)
    except Refused:
        return [Reply(READ_ALREADY)]
    return [thanks(turn, question, chosen)]


def tell_unread(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Return an answer to its writer, where it reached nobody, with whom it may reach."""
    question = turn.uow.interventions.find_question(message.about_id or 0)
    if question is None or question.asked_id != turn.person.id or question.answer is None:
        return None
    now = find_reader(turn.uow, question, turn.at)
    coach = turn.uow.people.find(question.asked_by_id)
    rows = () if now else _choices(turn, question)
    whom = _("Who may read it instead? Only that person will.") if rows else NOBODY
    text = lines(
        _("Your answer has not reached {coach}, and nobody has read it:", coach=_name(coach)),
        Quoted(question.answer),
        _("It stands beside the question, where {coach} finds it.", coach=now.name)
        if now
        else whom,
    )
    return MessagePart(text, rows, MessageKind.ANSWER)
