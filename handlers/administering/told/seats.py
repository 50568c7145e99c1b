"""Who is coach by a roster, and who no longer, told to the student and to the coaches before."""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.administering.rights_acts import RightsAct, RightsActKind
from bot.domain.administering.seats import SEAT_ROLES
from bot.domain.school.tracks import Role
from bot.messages import Sayable, _, _n, lines, listed
from bot.ports.telling.outbox import OutboxMessage
from handlers.administering.told.together import name_of, read_together
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

SEATS = frozenset({RightsActKind.ROLE_BEGAN, RightsActKind.ROLE_ENDED})
COACH = SEAT_ROLES.index(Role.COACH)
AT_MOST = 12
"""Students that are named in one message."""


def tell_seats(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody what a roster changed about who is coach; None where it is not theirs."""
    acts = [
        act
        for act in read_together(turn, message.about_id or 0, SEATS)
        if act.ids.get("role") == COACH
    ]
    mine = [act for act in acts if act.ids["student"] == turn.person.id]
    if mine:
        return MessagePart(lines(*_to_student(turn, mine), _by(turn, mine[0])))
    changed: dict[int, list[RightsAct]] = {}
    for act in acts:
        changed.setdefault(act.ids["track"], []).append(act)
    said = [_to_coach(turn, own) for track, own in changed.items() if _concerns(turn, track, own)]
    if not said:
        return None
    more = len(said) - AT_MOST
    text = lines(
        _("By a roster, others are coach from now on:"),
        *said[:AT_MOST],
        _n("and {count} more", "and {count} more", more) if more > 0 else None,
        _by(turn, acts[0]),
    )
    return MessagePart(text)


def _concerns(turn: Turn, track_id: int, acts: Iterable[RightsAct]) -> bool:
    """Say whether somebody was coach of a track before what a roster changed there."""
    own = {act.kind for act in acts if act.about_id == turn.person.id}
    if own:
        return RightsActKind.ROLE_ENDED in own
    track = turn.track(track_id)
    return track is not None and Role.COACH in track.roles


def _to_student(turn: Turn, acts: Sequence[RightsAct]) -> Iterator[Sayable]:
    began, ended = _named(turn, acts)
    if began:
        yield _("Your coach from now on, by a roster: {names}.", names=listed(began))
        yield _("A coach sees what is said of you.")
    if ended:
        yield _("Not your coach any more: {names}.", names=listed(ended))


def _to_coach(turn: Turn, acts: Sequence[RightsAct]) -> Sayable:
    began, ended = _named(turn, acts)
    student = name_of(turn, acts[0].ids["student"])
    if began and ended:
        return _(
            "• {student}: {names}, and no longer {others}",
            student=student,
            names=listed(began),
            others=listed(ended),
        )
    if began:
        return _("• {student}: also {names}", student=student, names=listed(began))
    return _("• {student}: no longer {others}", student=student, others=listed(ended))


def _named(turn: Turn, acts: Sequence[RightsAct]) -> tuple[list[str], list[str]]:
    """Name those who became coach, and those who are it no longer."""
    began = [act for act in acts if act.kind is RightsActKind.ROLE_BEGAN]
    ended = [act for act in acts if act.kind is RightsActKind.ROLE_ENDED]
    return (
        [name_of(turn, act.about_id or 0) for act in began],
        [name_of(turn, act.about_id or 0) for act in ended],
    )


def _by(turn: Turn, act: RightsAct) -> Sayable:
    by = turn.uow.people.find(act.by_id) if act.by_id else None
    if by is None:
        return _("The school read it in. Is that not right? Ask the school.")
    return _("{who} read it in. Is that not right? Ask them, or the school.", who=by.name)
