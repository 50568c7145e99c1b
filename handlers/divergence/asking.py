"""The coach's side of a question about an alert: to whom, in which words, and the answer back.

A question never says what somebody else scored; an answer is shown to who asked, and nobody else.
"""

from bot.domain.school.tracks import Role
from bot.messages import Day, MessageKind, Quoted, Reply, Sayable, _, lines, listed, words
from bot.ports.divergence import CoachQuestion
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.divergence.asking.answer_question import find_subject
from bot.use_cases.divergence.asking.ask_about_alert import ask_about_alert, list_askable
from bot.use_cases.divergence.see_divergence import Seen
from handlers.divergence.acts import on_open
from handlers.divergence.answering import USUAL, question_of
from handlers.divergence.asked import QuestionAwaited
from handlers.divergence.listed import seen_by_id
from handlers.divergence.named import heading, in_brackets
from handlers.divergence.taps import SendUsualQuestion, ShowAlert, ToWhom, WriteQuestion
from handlers.talking.naming.in_role import say_own_role
from handlers.talking.phrases import ROLE_WORD, first_name, short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart, bring_answer
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words


def tapped_ask(turn: Turn, tap: WriteQuestion) -> Replies:
    """Ask the coach for the question, or offer the usual one."""
    return on_open(turn, tap.alert, lambda turn, seen: _ask_what(turn, seen, tap.to))


def _ask_what(turn: Turn, seen: Seen, to: ToWhom) -> Replies:
    askable = list_askable(turn.uow, seen.track.id, turn.person.id, to.roles)
    if not askable:
        return [Reply(_("There is nobody to ask in that role."))]
    text = lines(
        _(
            "A question to {names} about {what}. Type it, or send the usual one:",
            names=listed(short(scorer.name) for scorer in askable),
            what=heading(seen),
        ),
        Quoted(USUAL),
        say_own_role(seen.track, Role.COACH),
        _("Leave out what the others scored: everybody gives the own view first."),
    )
    usual = button(_("send the usual one"), SendUsualQuestion(seen.alert.id, to))
    return await_words(turn, QuestionAwaited(alert=seen.alert.id, to=to.value), text, usual)


def typed_question(turn: Turn, question: QuestionAwaited, text: str) -> Replies:
    """Send the question as typed."""
    return _send(turn, question.alert, ToWhom(question.to), text)


def tapped_usual_question(turn: Turn, tap: SendUsualQuestion) -> Replies:
    """Send the usual question, in the language of each who is asked."""
    return _send(turn, tap.alert, tap.to, "")


def _send(turn: Turn, alert_id: int, to: ToWhom, text: str) -> Replies:
    turn.close()
    return on_open(turn, alert_id, lambda turn, seen: _ask(turn, seen, to, text))


def _ask(turn: Turn, seen: Seen, to: ToWhom, text: str) -> Replies:
    asked = ask_about_alert(turn.uow, seen.alert, turn.person.id, to.roles, text, turn.at)
    reached, away = (listed(map(short, names)) for names in (asked.reached, asked.away))
    known = turn.uow.absences.list_known([who for who, _name in asked.people], turn.at)
    return [
        Reply(
            lines(
                _("Asked: {names}. What they answer comes back here.", names=reached)
                if reached
                else None,
                *(
                    _(
                        "{name} is away up to and including {day}: it waits until then.",
                        name=name,
                        day=Day(known[who]),
                    )
                    for who, name in asked.people
                    if who in known
                ),
                _("Out of reach here: {names}.", names=away) if away else None,
                _("It reached nobody: “{text}”", text=text) if text and not reached else None,
            )
        )
    ]


def tell_answer(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say an answer to the coach who asked."""
    question = question_of(turn, message)
    if question is None or question.asked_by_id != turn.person.id or question.answer is None:
        return None
    who = words(ROLE_WORD[question.role], in_brackets(short(question.asked)))
    seen = seen_by_id(turn, question.alert_id)
    if seen is None:
        return _handed_on(turn, question, who)
    whose = _("{who} answers about {what}:", who=who, what=heading(seen))
    see = button(_("see the alert"), ShowAlert(question.alert_id))
    return bring_answer(whose, question.answer, see)


def _handed_on(turn: Turn, question: CoachQuestion, who: Sayable) -> MessagePart | None:
    """Say an answer to who is no coach there: its writer chose them, and they see no alert."""
    about = find_subject(turn.uow, question, turn.tracks)
    if about is None:
        return None
    track, competence = about
    what = words(first_name(track), f"{competence.number} {competence.title}", by=" · ")
    text = lines(
        _("{who} answers a coach's question about {what}:", who=who, what=what),
        Quoted(question.answer or ""),
        _("You were chosen to read it, since the coach who asked no longer does."),
    )
    return MessagePart(text, kind=MessageKind.ANSWER)


def tell_not_asked(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say to a coach that a question of theirs reached nobody."""
    question = question_of(turn, message)
    seen = seen_by_id(turn, question.alert_id) if question else None
    if question is None or seen is None or question.asked_by_id != turn.person.id:
        return None
    text = _(
        "Your question about {what} has not reached {name}.",
        what=heading(seen),
        name=short(question.asked),
    )
    see = button(_("see the alert"), ShowAlert(question.alert_id))
    return MessagePart(text, ((see,),), MessageKind.ANSWER)
