"""Making an agreement: from when until when, with days that are proposed or typed."""

from datetime import date
from functools import partial

from bot.domain.agreeing.agreements import AgreementStanding, proposed_days
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.agreeing.agreements.make_agreement import (
    OverlappingAgreement,
    UnknownKind,
    WrongAgreementDays,
    make_agreement,
    take_agreement_back,
)
from handlers.agreeing.agreements.agreements import coached_agreement, draw, found_agreement
from handlers.agreeing.agreements.asked import AgreementDaysOffered
from handlers.agreeing.agreements.phrases import (
    KIND_NAME,
    NOT_YOUR_AGREEMENT,
    placed_at,
    say_date,
    say_days,
    say_needed,
)
from handlers.agreeing.agreements.taps import AskAgreementDays, MakeAgreement, TakeAgreementBack
from handlers.agreeing.said_days import not_before, read_span
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn


def tapped_ask_days(turn: Turn, tap: AskAgreementDays) -> Replies:
    """Propose from when until when the next agreement is."""
    standing = coached_agreement(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    return [_ask(turn, standing, tap.first)]


def mean_agreement_days(turn: Turn, asked: AgreementDaysOffered, text: str) -> Tap | None:
    """Read the days that are typed: both, or one of which the other is asked or known.

    The last one alone says so: 'until 30 June'.
    """
    first, last = read_span(text, turn.today)
    if first and last:
        return MakeAgreement(asked.placement, first, last)
    if not asked.asks or not (first or last):
        return None
    begins = date.fromisoformat(asked.first) if asked.first else None
    if last is None and (first is None or begins is None):
        return AskAgreementDays(asked.placement, first)
    if begins is None:
        standing = coached_agreement(turn, asked.placement)
        begins = proposed_days(standing, turn.today)[0] if standing else turn.today
    ends = last or first or begins
    return MakeAgreement(asked.placement, begins, not_before(ends, begins, text))


def tapped_make(turn: Turn, tap: MakeAgreement) -> Replies:
    """Note the agreement, and show its checklist."""
    standing = coached_agreement(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    try:
        new = make_agreement(turn.uow, standing, turn.person, (tap.first, tap.last), turn.at)
    except UnknownKind:
        return [Reply(say_needed(standing.place))]
    except WrongAgreementDays:
        wrong = _(
            "Nothing was stored: an agreement ends after it begins, lasts five years at most, and "
            "begins within two years of today."
        )
        return [_ask(turn, standing, said=wrong)]
    except OverlappingAgreement:
        twice = _("Nothing was stored: there is an agreement on some of these days already.")
        if standing.is_of_another_kind(turn.today) or standing.asks_for_next(turn.today):
            return [_ask(turn, standing, said=twice)]
        return [draw(turn, standing, twice)]
    now = coached_agreement(turn, tap.placement) or standing
    return [draw(turn, now, _("Stored. This is what it needs:"), TakeAgreementBack(new))]


def tapped_take_back(turn: Turn, tap: TakeAgreementBack) -> Replies:
    """Take back that there is an agreement."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    if standing.said_steps(own):
        begun = _("Nothing was changed: steps of it are done. Open those again first, or end it.")
        return [draw(turn, standing, begun, edit=True)]
    take_agreement_back(turn.uow, standing, own.id, turn.doer)
    now = coached_agreement(turn, own.placement_id) or standing
    return [draw(turn, now, _("Taken back, with its checklist."), edit=True)]


def _ask(
    turn: Turn, standing: AgreementStanding, begins: date | None = None, said: Sayable | None = None
) -> Reply:
    """Ask for both days, or until when from a first day on; `said` stands above it."""
    place, needed = standing.place, standing.place.needed
    if needed is None:
        return Reply(say_needed(place))
    first, last = proposed_days(standing, turn.today)
    both = _("From when until when? Tap it, or type both days, such as 1/9/2026 until 30/6/2027.")
    asked: Sayable = both
    if begins is not None:
        first = begins
        asked = _(
            "From {day}. Until when? Type its last day, or both days.",
            day=say_date(begins, turn.person),
        )
    head = _("{kind} for {place}", kind=KIND_NAME[needed], place=placed_at(place))
    tap = MakeAgreement(place.placement_id, first, last)
    rows = ((button(say_days(first, last, turn.person), tap),),) if first <= last else ()
    kind = partial(
        AgreementDaysOffered,
        placement=place.placement_id,
        first=begins.isoformat() if begins else "",
    )
    return offer(turn, Reply(lines(said, head, asked), rows), kind)
