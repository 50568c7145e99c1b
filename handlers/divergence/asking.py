"""Asking about an alert: the coach's question to one or all, and the answer back to the coach.

A question never says what somebody else scored; an answer is shown to who asked, and nobody else.
"""

from collections.abc import Sequence

from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.messages import Button, MessageKind, Reply, Sayable, _, lines, words
from bot.ports.divergence import CoachQuestion
from bot.ports.telling.outbox import OutboxMessage, Posted
from bot.use_cases.divergence.see_divergence import Seen, see_alert
from bot.use_cases.divergence.tell_coaches import show_anew
from handlers.divergence.acts import note, on_open
from handlers.divergence.asked import AnswerAwaited, QuestionAwaited
from handlers.divergence.shown import heading
from handlers.talking.phrases import ROLE_LETTER, ROLE_WORD, first_name, short
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

ASKS_QUESTION, ASKS_ANSWER = "question", "answer"
"""What messages ask for that carry a question, and an answer back; each with its id."""

USUAL = _("How do you see it? Which situation do you think of, and what did you see there?")
ANSWERED = _("You have answered this question already.")
GONE = _("That question is not for you any more.")


def tapped_ask(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask the coach for the question, or offer the usual one."""
    alert_id, letter = arguments
    return on_open(turn, alert_id, lambda turn, seen: _what(turn, seen, letter))


def _what(turn: Turn, seen: Seen, letter: str) -> Replies:
    asked = _asked(turn, seen, letter)
    if not asked:
        return [Reply(_("There is nobody to ask in that role."))]
    serial = turn.ask(QuestionAwaited(alert=seen.alert.id, to=letter))
    names = ", ".join(short(name) for _person, name, _role in asked)
    text = lines(
        _(
            "A question to {names} about {what}. Type it, or send the usual one:",
            names=names,
            what=heading(seen),
        ),
        words("“", USUAL, "”", by=""),
        _("Leave out what the others scored: everybody gives the own view first."),
    )
    usual = Button(_("send the usual one"), f"au:{seen.alert.id}:{letter}")
    return [Reply(text, ((usual, Button(_("cancel"), f"no:{serial}")),))]


def _asked(turn: Turn, seen: Seen, letter: str) -> list[tuple[int, str, Role]]:
    """List who is asked: everybody who scores on the track, or those in one role."""
    roles = [role for role in PERSPECTIVES if letter in ("a", ROLE_LETTER[role])]
    seats = turn.uow.interventions.list_scorers(seen.track.id)
    found = []
    for person_id, role in seats:
        person = turn.uow.people.find(person_id) if role in roles else None
        if person is not None and person_id != turn.person.id:
            found.append((person_id, person.name, role))
    return found


def typed_question(turn: Turn, question: QuestionAwaited, text: str) -> Replies:
    """Send the question as typed."""
    turn.close()
    return on_open(
        turn, str(question.alert), lambda turn, seen: _sent(turn, seen, question.to, text)
    )


def tapped_usual_question(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Send the usual question, in the language of each who is asked."""
    alert_id, letter = arguments
    turn.close()
    return on_open(turn, alert_id, lambda turn, seen: _sent(turn, seen, letter, ""))


def _sent(turn: Turn, seen: Seen, letter: str, text: str) -> Replies:
    reached: list[str] = []
    away: list[str] = []
    for person_id, name, role in _asked(turn, seen, letter):
        question = turn.uow.interventions.add_question(
            seen.alert, turn.person.id, person_id, role, text, turn.at
        )
        posted = Posted(
            person_id,
            MessageKind.QUESTION,
            subject=f"{ASKS_QUESTION}:{question}",
            asks=ASKS_QUESTION,
            track_id=seen.track.id,
            about_id=question,
        )
        (reached if turn.uow.outbox.post(posted, turn.at) else away).append(short(name))
    if reached:
        note(turn, seen, "asked", text)
    return [
        Reply(
            lines(
                _("Asked: {names}. What they answer comes back here.", names=", ".join(reached))
                if reached
                else None,
                _("Out of reach here: {names}.", names=", ".join(away)) if away else None,
            )
        )
    ]


def question(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say a coach's question to who is asked."""
    found = _found(turn, message)
    if found is None or found.asked_id != turn.person.id or found.answer is not None:
        return None
    about = _about(turn, found)
    coach = turn.uow.people.find(found.asked_by_id)
    if about is None or coach is None:
        return None
    text = lines(
        _("{coach} asks about {what}:", coach=short(coach.name), what=about),
        found.text or USUAL,
        _("Only {coach} reads what you answer.", coach=short(coach.name)),
    )
    return MessagePart(text, ((Button(_("answer"), f"an:{found.id}"),),), MessageKind.QUESTION)


def _found(turn: Turn, message: OutboxMessage) -> CoachQuestion | None:
    if message.about_id is None:
        return None
    return turn.uow.interventions.find_question(message.about_id)


def _track(turn: Turn, one: CoachQuestion) -> tuple[Track, int] | None:
    alert = turn.uow.alerts.find(one.alert_id)
    track = turn.track(alert.track_id) if alert else None
    return (track, alert.competence_id) if alert and track else None


def _about(turn: Turn, one: CoachQuestion) -> Sayable | None:
    """Name what a question is about, if this person still is with that student."""
    found = _track(turn, one)
    competence = turn.programme(found[0]).competence_by_id(found[1]) if found else None
    if found is None or competence is None:
        return None
    own = Role.STUDENT in found[0].roles
    name = "" if own else first_name(found[0])
    return words(name, f"{competence.number} {short(competence.title)}", by=" · ")


def tapped_answer(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Wait for the answer to a question."""
    one = turn.uow.interventions.find_question(int(arguments[0]))
    refused = _refused(turn, one)
    if refused is not None or one is None:
        return [Reply(refused or GONE)]
    serial = turn.ask(AnswerAwaited(question=one.id))
    text = _("Type your answer in one message.")
    return [Reply(text, ((Button(_("cancel"), f"no:{serial}"),),))]


def _refused(turn: Turn, one: CoachQuestion | None) -> Sayable | None:
    if one is None or one.asked_id != turn.person.id or _about(turn, one) is None:
        return GONE
    return ANSWERED if one.answer is not None else None


def typed_answer(turn: Turn, question: AnswerAwaited, text: str) -> Replies:
    """Keep an answer, under the alert, and bring it to who asked."""
    one = turn.uow.interventions.find_question(question.question)
    turn.close()
    refused = _refused(turn, one)
    if refused is not None or one is None:
        return [Reply(refused or GONE)]
    if not turn.uow.interventions.add_answer(one.id, text, turn.at):
        return [Reply(ANSWERED)]
    alert = turn.uow.alerts.find(one.alert_id)
    if alert is not None:
        # That it was answered, never the words: those are for the coach who asked.
        turn.uow.interventions.record(alert, turn.person.id, "answered", "", turn.at)
    show_anew(turn.uow, one.alert_id, turn.at)
    found = _track(turn, one)
    track = found[0].id if found else None
    posted = Posted(
        one.asked_by_id,
        MessageKind.ANSWER,
        subject=f"{ASKS_ANSWER}:{one.id}",
        asks=ASKS_ANSWER,
        track_id=track,
        about_id=one.id,
    )
    turn.uow.outbox.post(posted, turn.at)
    coach = turn.uow.people.find(one.asked_by_id)
    return [Reply(_("Thank you. Only {coach} reads it.", coach=short(coach.name) if coach else ""))]


def answer_back(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say an answer to the coach who asked."""
    found = _found(turn, message)
    if found is None or found.asked_by_id != turn.person.id or found.answer is None:
        return None
    alert = turn.uow.alerts.find(found.alert_id)
    seen = see_alert(turn.uow, turn.person.id, alert, turn.at) if alert else None
    if seen is None:
        return None
    who = words(ROLE_WORD[found.role], words("(", short(found.asked), ")", by=""))
    text = lines(_("{who} answers about {what}:", who=who, what=heading(seen)), f"“{found.answer}”")
    return MessagePart(
        text, ((Button(_("see the alert"), f"av:{found.alert_id}"),),), MessageKind.ANSWER
    )
