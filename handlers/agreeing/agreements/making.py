"""Making an agreement: from when until when, with days that are proposed or typed."""

from functools import partial

from bot.domain.agreeing.agreements import proposed_days
from bot.messages import Reply, _, lines
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
    say_days,
    say_needed,
)
from handlers.agreeing.agreements.taps import AskAgreementDays, MakeAgreement, TakeAgreementBack
from handlers.talking.meaning.near_days import named_days
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn


def tapped_ask_days(turn: Turn, tap: AskAgreementDays) -> Replies:
    """Propose from when until when the next agreement is."""
    standing = coached_agreement(turn, tap.placement)
    if standing is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    needed = standing.place.needed
    if needed is None:
        return [Reply(say_needed(standing.place))]
    first, last = proposed_days(standing, turn.today)
    label = say_days(first, last, turn.person)
    text = lines(
        _("{kind} for {place}", kind=KIND_NAME[needed], place=placed_at(standing.place)),
        _("From when until when? Tap it, or type both days, such as 1/9/2026 until 30/6/2027."),
    )
    rows = ((button(label, MakeAgreement(tap.placement, first, last)),),)
    kind = partial(AgreementDaysOffered, placement=tap.placement)
    return [offer(turn, Reply(text, rows), kind)]


def mean_agreement_days(turn: Turn, asked: AgreementDaysOffered, text: str) -> Tap | None:
    """Read the days that are typed: both, or the last one alone."""
    days = named_days(text, turn.today)
    standing = coached_agreement(turn, asked.placement) if days else None
    if standing is None or len(days) > 2:
        return None
    first = days[0] if len(days) > 1 else proposed_days(standing, turn.today)[0]
    return MakeAgreement(asked.placement, first, days[-1])


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
        return [Reply(wrong)]
    except OverlappingAgreement:
        twice = _("Nothing was stored: there is an agreement on some of these days already.")
        return [Reply(twice)]
    now = coached_agreement(turn, tap.placement) or standing
    return [draw(turn, now, _("Stored. This is what it needs:"), TakeAgreementBack(new))]


def tapped_take_back(turn: Turn, tap: TakeAgreementBack) -> Replies:
    """Take back that there is an agreement."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    take_agreement_back(turn.uow, standing, own.id, turn.doer)
    now = coached_agreement(turn, own.placement_id) or standing
    return [draw(turn, now, _("Taken back, with its checklist."), edit=True)]
