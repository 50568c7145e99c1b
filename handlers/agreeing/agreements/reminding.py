"""Reminding who still owes something for an agreement, and what they hear."""

from collections.abc import Sequence

from bot.domain.agreeing.agreements import AgreementStanding
from bot.domain.school.tracks import Role
from bot.messages import MessageKind, Reply, Sayable, _, lines, listed
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.agreeing.agreements.remind_owing import RemindedToday, remind_owing
from bot.use_cases.agreeing.agreements.see_agreements import find_agreement, see_agreements
from handlers.agreeing.agreements.agreements import draw, found_agreement
from handlers.agreeing.agreements.own import own_steps
from handlers.agreeing.agreements.phrases import (
    AGREEMENT_OVER,
    KIND_NAME,
    NOT_YOUR_AGREEMENT,
    placed_at,
    say_owed,
)
from handlers.agreeing.agreements.taps import RemindOwing
from handlers.agreeing.signing.signing import sign_rows
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn


def tapped_remind(turn: Turn, tap: RemindOwing) -> Replies:
    """Remind the student or the mentor, in their hours."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    if own not in standing.holding(turn.today):
        return [draw(turn, standing, AGREEMENT_OVER, edit=True)]
    try:
        named = remind_owing(turn.uow, standing, own, Role(tap.role), turn.person, turn.at)
    except RemindedToday:
        said: Sayable = _("That was done today already: once a day is enough.")
    else:
        said = (
            _("I remind {names}, in their hours.", names=listed(named))
            if named
            else _("Nobody was reminded: nothing is asked of them, or nothing reaches them.")
        )
    return [draw(turn, standing, said, edit=True)]


def tell_owed(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell somebody what is still asked of them; nothing where all is done by now."""
    return _tell(turn, [errand.about_id or 0 for errand in errands])


def tell_owed_alone(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell the same of a message that waited before it went along in that of a day."""
    return _tell(turn, [message.about_id or 0])


def _tell(turn: Turn, agreements: Sequence[int]) -> MessagePart | None:
    standings = see_agreements(turn.uow, turn.person, turn.tracks, turn.today)
    told: list[Sayable] = []
    places: dict[int, AgreementStanding] = {}
    for number in dict.fromkeys(agreements):
        found = find_agreement(standings, number)
        owed = own_steps(found[0], found[0].owed(found[1])) if found else ()
        if found is not None and owed:
            head = _(
                "For the {kind} for {place} this is still asked of you:",
                kind=KIND_NAME[found[1].kind],
                place=placed_at(found[0].place),
            )
            told += [head, *(say_owed(step, turn.person, turn.today) for step in owed)]
            places[found[0].place.placement_id] = found[0]
    named = len(places) > 1
    rows = tuple(row for own in places.values() for row in sign_rows(turn, own, named=named))
    return MessagePart(lines(*told), rows, MessageKind.ANSWER) if told else None
