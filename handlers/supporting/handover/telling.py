"""What everybody around hears of a track that goes to another coach, as it stands by then."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.domain.supporting.handovers import Handover
from bot.messages import Sayable, _, lines, listed
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.desk.see_open import see_open_matters
from handlers.supporting.handover.choosing import is_teacher_too
from handlers.supporting.handover.phrases import name_students, say_day, say_open
from handlers.supporting.handover.taps import CallOffHandover, OpenHandover
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_handed_over(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody who the coach is now; nothing where that holds no more."""
    done = [own for own in _list_mine(turn, message) if own.holds]
    return _tell_done(turn, done) if done else None


def tell_planned(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody who the coach will be; nothing once it was done, or called off."""
    planned = [own for own in _list_mine(turn, message) if own.is_planned]
    return _tell_planned(turn, planned) if planned else None


def tell_handed_back(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody who stays the coach after all; nothing where that one is coach no more."""
    mine = [own for own in _list_mine(turn, message) if own.ended_at and own.old_coaches]
    return MessagePart(_said_back(turn, mine)) if mine else None


def tell_failed(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell who can mend it that nobody took students over on the day that was agreed."""
    together = turn.uow.handovers.list_together(message.about_id or 0)
    failed = [own for own in together if own.failed]
    if not failed:
        return None
    wish = failed[0].wish
    if wish.due_on is None:
        return None
    to = turn.uow.school_people.find(wish.organisation_id, wish.to_id)
    stays = [own for own in failed if own.old_coaches]
    text = lines(
        _(
            "{students} did not go to another coach on {day}, as was agreed.",
            students=name_students([own.student for own in failed]),
            day=say_day(wish.due_on, turn.person),
        ),
        _("Who was to be coach is no longer there.") if to is None else None,
        _("{name} is still coach of {students}.",
          name=_name(turn, wish.from_id),
          students=name_students([own.student for own in stays])) if stays else None,
        _("Who hands over can choose somebody else: /handover") if stays else None,
        None if stays else _("Look whether they have a coach."),
    )  # fmt: skip
    return MessagePart(text)


def _list_mine(turn: Turn, message: OutboxMessage) -> Sequence[Handover]:
    together = turn.uow.handovers.list_together(message.about_id or 0)
    return [own for own in together if _concerns(turn, own)]


def _concerns(turn: Turn, own: Handover) -> bool:
    wish = own.wish
    if turn.person.id in (wish.from_id, wish.to_id, wish.by_id, own.student_id):
        return True
    return turn.track(wish.track_id) is not None


def _tell_done(turn: Turn, done: Sequence[Handover]) -> MessagePart:
    wish = done[0].wish
    before, after = _name(turn, wish.from_id), _name(turn, wish.to_id)
    students = name_students([own.student for own in done])
    if turn.person.id == wish.to_id:
        known = [turn.track(own.wish.track_id) for own in done]
        tracks = [track for track in known if track is not None]
        heard = lines(
            _("You are coach of {students} now, after {name}.", students=students, name=before),
            say_open(see_open_matters(turn.uow, turn.person, tracks, turn.at)),
            _teaches_too(tracks),
        )
        return MessagePart(heard, ((button(_("see what is open"), OpenHandover(done[0].id)),),))
    if turn.person.id == done[0].student_id:
        return MessagePart(
            lines(
                _("Your coach is {name} now, after {before}.", name=after, before=before),
                _("A coach sees what is said of you."),
            )
        )
    if turn.person.id == wish.from_id:
        return MessagePart(
            lines(
                _("{name} is coach of {students} now, after you.", name=after, students=students),
                _("Said by {who}.", who=_name(turn, wish.by_id)),
            )
        )
    text = _("The coach of {students} is {name} now, after {before}.",
             students=students, name=after, before=before)  # fmt: skip
    return MessagePart(text)


def _teaches_too(tracks: list[Track]) -> Sayable | None:
    """Say to a coach who also teaches there how both roles stay apart."""
    taught = is_teacher_too(tracks)
    if not taught:
        return None
    return _(
        "You teach {names} as well: what you score counts as teacher, and what you do here is as "
        "coach.",
        names=listed(taught),
    )


def _tell_planned(turn: Turn, planned: Sequence[Handover]) -> MessagePart | None:
    wish = planned[0].wish
    if wish.due_on is None:
        return None
    day = say_day(wish.due_on, turn.person)
    students = name_students([own.student for own in planned])
    off = ((button(_("call it off"), CallOffHandover(planned[0].id)),),)
    if turn.person.id == wish.to_id:
        text: Sayable = _("From {day} you are coach of {students}, after {name}.",
                          day=day, students=students, name=_name(turn, wish.from_id))  # fmt: skip
    else:
        text = _("From {day} {name} is coach of {students}, after you.",
                 day=day, students=students, name=_name(turn, wish.to_id))  # fmt: skip
    return MessagePart(lines(text, _("Said by {who}.", who=_name(turn, wish.by_id))), off)


def _said_back(turn: Turn, ended: Sequence[Handover]) -> Sayable:
    stays = _name(turn, ended[0].wish.from_id)
    if turn.person.id == ended[0].student_id:
        return _("Your coach stays {name} after all.", name=stays)
    students = name_students([own.student for own in ended])
    if turn.person.id == ended[0].wish.from_id:
        return _("You stay coach of {students} after all.", students=students)
    return _("{name} stays coach of {students} after all.", name=stays, students=students)


def _name(turn: Turn, person_id: int) -> str:
    known = turn.uow.people.find(person_id)
    return known.name if known else "—"
