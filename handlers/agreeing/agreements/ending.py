"""An agreement that ends before its last day."""

from datetime import timedelta
from functools import partial

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.agreeing.agreements.end_agreement import WrongEnd, end_agreement, let_it_hold
from handlers.agreeing.agreements.agreements import coached_agreement, draw, found_agreement
from handlers.agreeing.agreements.asked import AgreementEndOffered
from handlers.agreeing.agreements.phrases import (
    KIND_NAME,
    NOT_YOUR_AGREEMENT,
    placed_at,
    say_date,
)
from handlers.agreeing.agreements.taps import AskAgreementEnd, EndAgreement
from handlers.agreeing.said_days import not_before
from handlers.talking.meaning.near_days import reaches
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn


def tapped_ask_end(turn: Turn, tap: AskAgreementEnd) -> Replies:
    """Ask which is the last day of an agreement that ends early."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    return [_ask(turn, *found)]


def mean_agreement_end(turn: Turn, asked: AgreementEndOffered, text: str) -> Tap | None:
    """Read the day that is typed."""
    day = reaches(text, turn.today)
    if day is None:
        return None
    found = found_agreement(turn, asked.agreement)
    first = found[1].starts_on if found else day
    return EndAgreement(asked.agreement, not_before(day, first, text))


def tapped_end(turn: Turn, tap: EndAgreement) -> Replies:
    """Note on which day it ends early, or that it holds after all."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    if tap.day is None:
        let_it_hold(turn.uow, own, turn.doer)
        now = coached_agreement(turn, own.placement_id) or standing
        return [draw(turn, now, _("It holds until its last day."), edit=True)]
    try:
        end_agreement(turn.uow, own, tap.day, turn.doer)
    except WrongEnd:
        wrong = _(
            "Nothing was stored: it ends early on one of its own days, {first} – {last}.",
            first=say_date(own.starts_on, turn.person),
            last=say_date(own.ends_on, turn.person),
        )
        return [_ask(turn, standing, own, wrong)]
    now = coached_agreement(turn, own.placement_id) or standing
    ended = _("It ends on {day}.", day=say_date(tap.day, turn.person))
    return [draw(turn, now, ended, EndAgreement(own.id, None))]


def _ask(
    turn: Turn, standing: AgreementStanding, own: PlacementAgreement, said: Sayable | None = None
) -> Reply:
    """Ask for its last day, with days of its own to tap; `said` stands above it."""
    text = lines(
        said,
        _("{kind} for {place}", kind=KIND_NAME[own.kind], place=placed_at(standing.place)),
        _("Which is its last day? Tap it, or type a date. To say that the placement itself stops: "
          "/stops."),
    )  # fmt: skip
    near = (turn.today, turn.today - timedelta(days=1))
    days = [day for day in near if own.starts_on <= day <= own.ends_on] or [own.starts_on]
    rows = tuple((button(say_date(day, turn.person), EndAgreement(own.id, day)),) for day in days)
    return offer(turn, Reply(text, rows), partial(AgreementEndOffered, agreement=own.id))
