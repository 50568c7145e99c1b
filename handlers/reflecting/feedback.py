"""Feedback on one answer: the student asks a mentor or teacher, who answers in the own chat.

It is about the task and no mark. Only the student and who gave it read it.
"""

from bot.domain.reflecting.sharing import Share
from bot.domain.school.tracks import Role
from bot.messages import Button, MessageKind, Reply, Text, _, lines, words
from bot.ports.reflecting.answers import Feedback, Reflection
from bot.ports.telling.outbox import OutboxMessage, Posted
from bot.use_cases.reflecting.ask_feedback import ask_feedback
from handlers.reflecting.asked import FeedbackAwaited
from handlers.reflecting.shown import NOT_YOURS, changed, heading, mine, shown_again, words_of
from handlers.reflecting.taps import AskFeedback, GiveFeedback, OfferGivers, ShowAnswer
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import PutAway

ASKS_GIVEN = "feedback given"
"""What a message asks for that brings feedback back."""

GIVERS = (Role.MENTOR, Role.TEACHER)
NO_LONGER = _("That answer is no longer shared with you.")
GIVEN = _("You have given your feedback on this answer already.")
NAMED = 24
"""Characters of a name on a button."""


def tapped_feedback(turn: Turn, tap: OfferGivers) -> Replies:
    """Offer whom to ask; who is asked may read the answer, so it is shared first."""
    found = mine(turn, tap.answer)
    if found is None:
        return [Reply(NOT_YOURS)]
    people = _givers(turn, found)
    if not people:
        return [Reply(_("There is nobody else to ask for feedback at the moment."))]
    rows = [
        (button(words(short(name, NAMED), "·", ROLE_WORD[role]), AskFeedback(found.id, person)),)
        for person, name, role in people
    ]
    shares = _("Asking also lets your coach, your mentor and your teacher read this answer.")
    text = lines(_("Whose feedback do you want?"), shares if found.share is not Share.ALL else None)
    return [Reply(text, (*rows, _back(found)), edit=True)]


def _back(found: Reflection) -> tuple[Button]:
    return (button(_("‹ back"), ShowAnswer(found.id, "here")),)


def _givers(turn: Turn, found: Reflection) -> list[tuple[int, str, Role]]:
    """List the mentors and teachers of the track who were not asked yet."""
    asked = {one.giver_id for one in found.feedback}
    people = []
    for person_id, role in turn.uow.interventions.list_scorers(found.track_id):
        person = turn.uow.people.find(person_id) if role in GIVERS else None
        if person is not None and person_id not in asked:
            people.append((person_id, person.name, role))
    return people


def tapped_giver(turn: Turn, tap: AskFeedback) -> Replies:
    """Ask somebody for feedback, and share the answer so that it can be read."""
    found = mine(turn, tap.answer)
    names = {person: name for person, name, _role in _givers(turn, found)} if found else {}
    if found is None or tap.giver not in names:
        return [Reply(NOT_YOURS)]
    if not ask_feedback(turn.uow, found, tap.giver, turn.at):
        text = _("Out of reach here: {names}.", names=short(names[tap.giver]))
        return [Reply(text, (_back(found),), edit=True)]
    if found.share is not Share.ALL:
        turn.uow.answers.set_share(found.id, Share.ALL)
        changed(turn, found.id)
    return shown_again(turn, found.id, edit=True)


def wanted(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Show an answer to who is asked for feedback; once it is not shared any more, say so."""
    one = _found(turn, message)
    if one is None or one.giver_id != turn.person.id:
        return None
    answer = turn.uow.answer_reads.find(turn.person.id, one.answer_id)
    if answer is None:
        return MessagePart(NO_LONGER, kind=MessageKind.QUESTION) if message.ref else None
    text = lines(
        _("Your feedback is wanted on this answer:"),
        heading(turn, answer, own=False),
        *words_of(answer),
        _("What did you see, and what would you try next? No mark; only the student reads it."),
    )
    rows = () if one.text else ((button(_("give feedback"), GiveFeedback(one.id)),),)
    return MessagePart(text, rows, MessageKind.QUESTION)


def _found(turn: Turn, message: OutboxMessage) -> Feedback | None:
    if message.about_id is None:
        return None
    return turn.uow.answers.find_feedback(message.about_id)


def tapped_give(turn: Turn, tap: GiveFeedback) -> Replies:
    """Wait for the feedback."""
    one = turn.uow.answers.find_feedback(tap.feedback)
    refused = _refused(turn, one)
    if refused is not None or one is None:
        return [Reply(refused or NO_LONGER)]
    serial = turn.ask(FeedbackAwaited(feedback=one.id))
    text = _("Type your feedback in one message.")
    return [Reply(text, ((button(_("cancel"), PutAway(serial)),),))]


def _refused(turn: Turn, one: Feedback | None) -> Text | None:
    if one is None or one.giver_id != turn.person.id:
        return NO_LONGER
    if turn.uow.answer_reads.find(turn.person.id, one.answer_id) is None:
        return NO_LONGER
    return GIVEN if one.text is not None else None


def typed_feedback(turn: Turn, question: FeedbackAwaited, text: str) -> Replies:
    """Keep feedback, and bring it to the student."""
    one = turn.uow.answers.find_feedback(question.feedback)
    turn.close()
    refused = _refused(turn, one)
    if refused is not None or one is None:
        return [Reply(refused or NO_LONGER)]
    if not turn.uow.answers.give_feedback(one.id, text, turn.at):
        return [Reply(GIVEN)]
    answer = turn.uow.answer_reads.find(turn.person.id, one.answer_id)
    if answer is not None:
        posted = Posted(
            answer.student_id,
            MessageKind.ANSWER,
            subject=f"{ASKS_GIVEN}:{one.id}",
            asks=ASKS_GIVEN,
            track_id=answer.track_id,
            about_id=one.id,
        )
        turn.uow.outbox.post(posted, turn.at)
        changed(turn, one.answer_id)
    return [Reply(_("Thank you. Only the student reads it."))]


def given(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Bring feedback to the student who asked for it."""
    one = _found(turn, message)
    answer = turn.uow.answer_reads.find(turn.person.id, one.answer_id) if one else None
    if one is None or one.text is None or answer is None or answer.student_id != turn.person.id:
        return None
    text = lines(_("{giver} on your answer:", giver=one.giver), f"“{one.text}”")
    row = (button(_("see the answer"), ShowAnswer(answer.id)),)
    return MessagePart(text, (row,), MessageKind.ANSWER)
