"""Feedback on one answer: the student asks a mentor or teacher, who answers in the own chat.

It is about the task and no mark. Only the student and who gave it read it.
"""

from collections.abc import Sequence
from typing import Literal

from bot.domain.reflecting.helping import LEAST, Bound, HelpedSum
from bot.domain.reflecting.sharing import Share
from bot.domain.school.tracks import Role
from bot.messages import Button, MessageKind, Quoted, Reply, Sayable, _, lines, words
from bot.ports.reflecting.answers import Feedback, Reflection
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.reflecting.feedback.ask_feedback import ask_feedback
from bot.use_cases.reflecting.feedback.give_feedback import (
    find_asked_answer,
    find_lately_asked,
    give_feedback,
)
from bot.use_cases.reflecting.feedback.judge_feedback import judge_feedback
from bot.use_cases.reflecting.feedback.list_givers import list_givers
from bot.use_cases.reflecting.feedback.sum_feedback import sum_feedback
from bot.use_cases.telling.personal_questions import Refusal, Refused, is_in_reach
from handlers.reflecting.asked import FeedbackAwaited
from handlers.reflecting.shown import NOT_YOURS, heading, own_answer, show_answer, words_of
from handlers.reflecting.taps import (
    AskFeedback,
    GiveFeedback,
    JudgeFeedback,
    OfferGivers,
    ShowAnswer,
)
from handlers.talking.meaning.reply_meant import offer_reply
from handlers.talking.naming.in_role import in_role, person_in_role, say_own_role
from handlers.talking.phrases import ROLE_WORD, first_name, short
from handlers.talking.routing.answered import OpenAsk
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

NO_LONGER = _("That answer is no longer shared with you.")
REFUSED = {
    Refusal.GONE: NO_LONGER,
    Refusal.ANSWERED: _("You have given your feedback on this answer already."),
}
SHARES = _(
    "Asking also lets your coach, all your mentors and all your teachers read this answer, not "
    "only whom you ask."
)
NAMED = 24
"""Characters of a name on a button."""


def tapped_givers(turn: Turn, tap: OfferGivers) -> Replies:
    """Offer whom to ask; who is asked may read the answer, so it is shared first."""
    answer = own_answer(turn, tap.answer)
    if answer is None:
        return [Reply(NOT_YOURS)]
    shares: Literal["all"] | None = None if answer.share is Share.ALL else "all"
    givers = list_givers(turn.uow, answer)
    names = [short(giver.name, NAMED) for giver in givers]
    rows = [
        (
            button(
                words(
                    name if names.count(name) == 1 else f"{name} ({giver.school_id})",
                    "·",
                    ROLE_WORD[giver.role],
                ),
                AskFeedback(answer.id, giver.person_id, shares),
            ),
        )
        for giver, name in zip(givers, names, strict=True)
    ]
    if not rows:
        return [Reply(_("There is nobody else to ask for feedback at the moment."))]
    text = lines(_("Whose feedback do you want?"), SHARES if shares else None)
    return [offer(turn, Reply(text, (*rows, _back(answer.id)), edit=True))]


def _back(answer_id: int) -> tuple[Button]:
    return (button(_("‹ back"), ShowAnswer(answer_id, "here")),)


def tapped_giver(turn: Turn, tap: AskFeedback) -> Replies:
    """Ask somebody for feedback, and share the answer so that it can be read.

    Where the button was made when nothing had to be shared, that is said first.
    """
    answer = own_answer(turn, tap.answer)
    givers = list_givers(turn.uow, answer) if answer else ()
    giver = next((giver for giver in givers if giver.person_id == tap.giver), None)
    if answer is None or giver is None:
        return [Reply(NOT_YOURS)]
    if answer.share is not Share.ALL and tap.shares is None:
        return tapped_givers(turn, OfferGivers(answer.id))
    if not ask_feedback(turn.uow, answer, giver, turn.at):
        text = _("Out of reach here: {names}.", names=short(giver.name))
        return [Reply(text, (_back(answer.id),), edit=True)]
    return show_answer(turn, answer.id, edit=True)


def tell_wanted(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Show an answer to who is asked for feedback; once it is not shared any more, say so."""
    feedback = _carried(turn, message)
    if feedback is None or feedback.giver_id != turn.person.id:
        return None
    answer = turn.uow.answer_reads.find(turn.person.id, feedback.answer_id)
    if answer is None:
        return MessagePart(NO_LONGER, kind=MessageKind.QUESTION) if message.ref else None
    text = lines(
        _("Your feedback is wanted on this answer:"),
        _asked_as(turn, answer),
        heading(turn, answer, own=False),
        *words_of(answer),
        _("What did you see, and what would you try next? No mark; only the student reads it."),
    )
    give = button(_("give feedback"), GiveFeedback(feedback.id))
    return MessagePart(text, () if feedback.text else ((give,),), MessageKind.QUESTION)


def _asked_as(turn: Turn, answer: Reflection) -> Sayable | None:
    """Say to a teacher who is coach there as well that it is the teacher who is asked."""
    track = turn.track(answer.track_id)
    return say_own_role(track, Role.TEACHER) if track else None


def _carried(turn: Turn, message: OutboxMessage) -> Feedback | None:
    """Find the feedback that a message asks for or brings."""
    about = message.about_id
    return turn.uow.answers.find_feedback(about) if about is not None else None


def meant_as_feedback(turn: Turn, text: str) -> OpenAsk | None:
    """Take words that nobody waits for as the feedback that was asked for lately."""
    asked = find_lately_asked(turn.uow, turn.person.id, turn.at)
    if asked is None:
        return None
    feedback, at = asked
    answer = _asked_answer(turn, feedback)
    track = turn.track(answer.track_id) if answer else None
    return OpenAsk(at, lambda: offer_reply(turn, FeedbackAwaited(feedback=feedback), track, text))


def present_feedback(turn: Turn, awaited: FeedbackAwaited) -> Sayable | None:
    """Ask whether words are the feedback that was asked for, with who would read them."""
    answer = _asked_answer(turn, awaited.feedback)
    track = turn.track(answer.track_id) if answer else None
    if answer is None or track is None:
        return None
    name = first_name(track)
    return lines(
        _("Is this your feedback for {student}, on this answer?", student=name),
        heading(turn, answer, own=False),
        _("Nothing was sent yet. Only {student} reads what you send.", student=name),
    )


def _asked_answer(turn: Turn, feedback: int) -> Reflection | None:
    try:
        return find_asked_answer(turn.uow, turn.person.id, feedback)
    except Refused:
        return None


def tapped_give(turn: Turn, tap: GiveFeedback) -> Replies:
    """Wait for the feedback."""
    try:
        answer = find_asked_answer(turn.uow, turn.person.id, tap.feedback)
    except Refused as refused:
        return [Reply(REFUSED[refused.why])]
    text = lines(_("Type your feedback in one message."), _reader_of(turn, answer))
    return await_words(turn, FeedbackAwaited(feedback=tap.feedback), text)


def _reader_of(turn: Turn, answer: Reflection) -> Sayable | None:
    """Say who reads feedback on an answer, and whether it arrives now."""
    track = turn.track(answer.track_id)
    if track is None:
        return None
    if is_in_reach(turn.uow, answer.student_id, turn.at):
        return _("Only {student} reads it.", student=short(track.student))
    return _(
        "Only {student} reads it, who cannot be reached now: it waits beside the answer.",
        student=short(track.student),
    )


def typed_feedback(turn: Turn, question: FeedbackAwaited, text: str) -> Replies:
    """Keep feedback, and bring it to the student."""
    turn.close()
    try:
        give_feedback(turn.uow, turn.person.id, question.feedback, text, turn.at)
    except Refused as refused:
        return [Reply(REFUSED[refused.why])]
    return [Reply(_("Thank you. Only the student reads it."))]


def tell_not_asked(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say to a student that whoever was asked for feedback was not reached."""
    feedback = _carried(turn, message)
    answer = own_answer(turn, feedback.answer_id) if feedback else None
    if feedback is None or feedback.text is not None or answer is None:
        return None
    giver = in_role(turn, feedback.giver, answer.track_id, Role.TEACHER)
    text = _("{giver} has not been reached for feedback on your answer.", giver=giver)
    ask = button(_("ask for feedback"), OfferGivers(answer.id))
    return MessagePart(text, ((ask,),), MessageKind.ANSWER)


def tell_not_given(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Return feedback to who wrote it, where it did not reach the student."""
    feedback = _carried(turn, message)
    if feedback is None or feedback.giver_id != turn.person.id or feedback.text is None:
        return None
    text = lines(
        _("Your feedback has not reached the student; it waits beside the answer:"),
        Quoted(feedback.text),
    )
    return MessagePart(text, kind=MessageKind.ANSWER)


def tell_given(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Bring feedback to the student who asked for it."""
    feedback = _carried(turn, message)
    answer = own_answer(turn, feedback.answer_id) if feedback else None
    if feedback is None or feedback.text is None or answer is None:
        return None
    return MessagePart(_brought(turn, feedback), _ways(feedback), MessageKind.ANSWER)


def _brought(turn: Turn, feedback: Feedback) -> Sayable:
    giver = person_in_role(turn, feedback.giver_id, feedback.giver, Role.TEACHER)
    return lines(_("{giver} on your answer:", giver=giver), Quoted(feedback.text or ""))


def _ways(feedback: Feedback) -> tuple[tuple[Button, ...], ...]:
    """Lead to the answer, and let its student say whether this helped, until a sum tells of it."""
    says: tuple[tuple[bool, Literal["yes", "no"], Sayable], ...] = (
        (True, "yes", _("this helps me")),
        (False, "no", _("not really")),
    )
    left = tuple(
        button(label, JudgeFeedback(feedback.id, written))
        for helped, written, label in says
        if not feedback.summed and feedback.helped is not helped
    )
    see = button(_("see the answer"), ShowAnswer(feedback.answer_id))
    return ((see,), left) if left else ((see,),)


def tapped_judge(turn: Turn, tap: JudgeFeedback) -> Replies:
    """Keep whether feedback helped, and say what becomes of that."""
    feedback = judge_feedback(
        turn.uow, turn.person, tap.feedback, turn.at, helped=tap.helped == "yes"
    )
    if feedback is None:
        return [Reply(NOT_YOURS)]
    said = _("You said: this helps me.") if feedback.helped else _("You said: not really.")
    heard = _(
        "{giver} hears it only in a sum of {least} times or more, never of which feedback.",
        giver=feedback.giver,
        least=LEAST,
    )
    text = lines(_brought(turn, feedback), said, heard)
    return [Reply(text, _ways(feedback), edit=True)]


def tell_helped(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say in a sum how often feedback helped, to who gave it."""
    found = sum_feedback(turn.uow, turn.person.id, [errand.id for errand in errands])
    if found is None:
        return None
    return MessagePart(lines(_summed(found), _("Which times they were is told to nobody.")))


def _summed(found: HelpedSum) -> Sayable:
    how_often = _("{count} of {of} times", count=found.helped, of=found.of)
    if found.bound is Bound.AT_LEAST:
        return _("Your feedback helped at least {times}, say those who got it.", times=how_often)
    if found.bound is Bound.AT_MOST:
        return _("Your feedback helped at most {times}, say those who got it.", times=how_often)
    return _("Your feedback helped {times}, say those who got it.", times=how_often)
