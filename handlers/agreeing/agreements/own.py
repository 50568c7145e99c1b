"""What a student and a mentor see of an agreement: its days, and what their side still owes."""

from collections.abc import Iterator

from bot.domain.agreeing.agreements import AgreementStanding
from bot.domain.agreeing.steps import ASKED_OF, OwedStep
from bot.messages import Reply, Sayable, _, lines
from handlers.agreeing.agreements.phrases import placed_at, say_owed, say_span
from handlers.agreeing.signing.signing import say_claims, sign_rows
from handlers.talking.routing.offering import offer
from handlers.talking.turn import Turn


def show_own(turn: Turn, standing: AgreementStanding) -> Reply:
    """Show somebody who is no coach there what holds, and what is asked of them."""
    text = lines(
        _("Agreement for {place}", place=placed_at(standing.place)),
        *_told(turn, standing),
        *say_claims(turn, standing),
    )
    rows = tuple(sign_rows(turn, standing))
    return offer(turn, Reply(text, rows)) if rows else Reply(text)


def own_steps(standing: AgreementStanding, owed: list[OwedStep]) -> list[OwedStep]:
    """Leave out what is not asked of whoever looks."""
    return [step for step in owed if ASKED_OF.get(step.by) in standing.place.roles]


def _told(turn: Turn, standing: AgreementStanding) -> Iterator[Sayable]:
    holding = standing.holding(turn.today)
    if not holding:
        yield _("There is none at the moment. Your coach follows it.")
        return
    for own in holding:
        yield say_span(standing, own, turn.person)
    owed = own_steps(standing, standing.owed_now(turn.today))
    yield _("Still asked of you:") if owed else _("Nothing more is asked of you.")
    for step in owed:
        yield say_owed(step, turn.person, turn.today)
