"""An agreement that ends before its last day."""

from datetime import timedelta
from functools import partial

from bot.messages import Reply, _, lines
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
from handlers.talking.meaning.near_days import reaches
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn


def tapped_ask_end(turn: Turn, tap: AskAgreementEnd) -> Replies:
    """Ask which is the last day of an agreement that ends early."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    text = lines(
        _("{kind} for {place}", kind=KIND_NAME[own.kind], place=placed_at(standing.place)),
        _("Which is its last day? Tap it, or type a date. To say that the placement itself stops: "
          "/stops."),
    )  # fmt: skip
    days = (turn.today, turn.today - timedelta(days=1))
    rows = tuple((button(say_date(day, turn.person), EndAgreement(own.id, day)),) for day in days)
    return [offer(turn, Reply(text, rows), partial(AgreementEndOffered, agreement=own.id))]


def mean_agreement_end(turn: Turn, asked: AgreementEndOffered, text: str) -> Tap | None:
    """Read the day that is typed."""
    day = reaches(text, turn.today)
    return EndAgreement(asked.agreement, day) if day else None


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
        return [Reply(wrong)]
    now = coached_agreement(turn, own.placement_id) or standing
    ended = _("It ends on {day}.", day=say_date(tap.day, turn.person))
    return [draw(turn, now, ended, EndAgreement(own.id, None))]
