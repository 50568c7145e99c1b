"""What those hear whom it concerns: that somebody stands in, and does so no more."""

from collections.abc import Callable, Sequence

from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import Substitute
from bot.domain.telling.asks import Asks
from bot.messages import Day, MessageKind, Sayable, _, lines, words
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.supporting.substitutes.see_substitutes import see_substitutions
from handlers.supporting.substitutes.phrases import NAMED, say_to_one
from handlers.talking.phrases import name_few
from handlers.talking.routing.doors import EndSubstitution
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_substitutes(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell within the message of a day who stands in and who no more, each of it once."""
    about = dict.fromkeys(
        (errand.subject.partition(":")[0], errand.about_id or 0) for errand in errands
    )
    found = [_NEWS[Asks(asks)](turn, number) for asks, number in about]
    told = [part for part in found if part is not None]
    if not told:
        return None
    rows = tuple(row for part in told for row in part.buttons)
    return MessagePart(lines(*(part.text for part in told)), rows, MessageKind.ANSWER)


def tell_substitute_asked(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell it by itself, to who is away."""
    part = _NEWS[Asks(message.asks)](turn, message.about_id or 0)
    return None if part is None else MessagePart(part.text, part.buttons, MessageKind.ANSWER)


def _tell_named(turn: Turn, number: int) -> MessagePart | None:
    """Tell somebody who stands in for whom; nothing where that does not hold any more."""
    seen = see_substitutions(turn.uow, turn.person.id, turn.tracks, turn.at)
    own = next((own for own in seen if number in own.ids), None)
    if own is None:
        return None
    by = turn.uow.people.find(own.first.by_id) if own.first.by_id else None
    said = _("Said by {who}.", who=by.name) if by else _("Said by the school.")
    text = lines(say_to_one(own, turn.person), _then(turn, own.first), said)
    if own.first.absent_id != turn.person.id:
        return MessagePart(text)
    back = button(_("I am back"), EndSubstitution(own.first.id))
    return MessagePart(text, ((back,),))


def _tell_ended(turn: Turn, number: int) -> MessagePart | None:
    """Tell somebody that another one stands in no more; nothing where they do again."""
    found = turn.uow.substitutes.find([number])
    if not found or found[0].ended_at is None:
        return None
    own = found[0]
    if own.person_id == turn.person.id:
        return MessagePart(
            lines(
                _("You no longer stand in for {absent}. Thank you.", absent=own.absent),
                _("What you said stays, with your name."),
            )
        )
    if own.absent_id == turn.person.id:
        text = _("{name} no longer stands in for you. What they said stays.", name=own.person)
        return MessagePart(text)
    if turn.uow.school_people.find(own.organisation_id, own.absent_id) is None:
        return MessagePart(_behind(own, own.student_id == turn.person.id))
    text = _("{name} no longer stands in for {absent}.", name=own.person, absent=own.absent)
    return MessagePart(text)


def _behind(own: Substitute, to_student: bool) -> Sayable:
    """Say that nobody comes behind who stood in, as who was away is no longer there."""
    ended = _("{name} no longer stands in.", name=own.person)
    if to_student:
        return lines(ended, _("Your coach sees who comes instead."))
    place = words(own.student, own.workplace, by=" · ")
    nobody = {
        Role.MENTOR: _("{place}: there is no mentor now, unless the roster names another one.",
                       place=place),
        Role.TEACHER: _("{place}: there is no teacher now, unless the roster names another one.",
                        place=place),
    }  # fmt: skip
    return lines(ended, nobody[own.role])


def _tell_left(turn: Turn, number: int) -> MessagePart | None:
    """Tell a coach that who was away is gone; nothing where nobody stands in any more."""
    seen = see_substitutions(turn.uow, turn.person.id, turn.coached_tracks, turn.at)
    own = next((own for own in seen if number in own.ids), None)
    if own is None:
        return None
    students = name_few(own.students, NAMED)
    day = Day(own.first.last_second)
    gone = {
        Role.MENTOR: _("The mentor of {students} for whom {name} stands in is no longer in the "
                       "school’s list.", students=students, name=own.first.person),
        Role.TEACHER: _("The teacher of {students} for whom {name} stands in is no longer in the "
                        "school’s list.", students=students, name=own.first.person),
    }  # fmt: skip
    return MessagePart(
        lines(
            gone[own.first.role],
            _(
                "{name} goes on up to and including {day}. See that somebody comes behind: in the "
                "roster, or with another last day (/substitute).",
                name=own.first.person,
                day=day,
            ),
        )
    )


def _tell_gone(turn: Turn, number: int) -> MessagePart | None:
    """Tell that who stood in is no longer there; nothing where somebody else does by now."""
    absent = turn.uow.people.find(number)
    if absent is None or turn.uow.substitutes.list_about(absent.id):
        return None
    if absent.id == turn.person.id:
        return MessagePart(
            _("Nobody stands in for you any more: who did is no longer in the school’s list.")
        )
    return MessagePart(
        lines(
            _(
                "Nobody stands in for {name} any more: who did is no longer in the school’s list.",
                name=absent.name,
            ),
            _("Is {name} still away? Name somebody else: /substitute", name=absent.name),
        )
    )


def _then(turn: Turn, own: Substitute) -> Sayable | None:
    """Say what follows for whoever hears it."""
    if own.person_id == turn.person.id:
        return {
            Role.MENTOR: _("You see and score as their mentor until then: /open shows what waits."),
            Role.TEACHER: _("You see and score as their teacher until then: /open shows what "
                            "waits."),
        }[own.role]  # fmt: skip
    if own.absent_id == turn.person.id:
        return _("Until then I ask you nothing. Are you back earlier? Say so.")
    return None


_NEWS: dict[Asks, Callable[[Turn, int], MessagePart | None]] = {
    Asks.SUBSTITUTE_NAMED: _tell_named,
    Asks.SUBSTITUTE_ENDED: _tell_ended,
    Asks.SUBSTITUTE_GONE: _tell_gone,
    Asks.SUBSTITUTE_LEFT: _tell_left,
}
"""What is told of one of them, or of who was away; the words stand before an errand's subject."""
