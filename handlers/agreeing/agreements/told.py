"""What is told of the agreements of a placement: their days, what is open, what is done."""

from collections.abc import Iterator

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.messages import Sayable, _, _n, listed, words
from handlers.agreeing.agreements.phrases import KIND_NAME, name_steps, say_owed, say_span
from handlers.agreeing.agreements.ways import done_words
from handlers.talking.turn import Turn

OPEN_SHOWN = 6
"""Open steps of an agreement that are written; of more only how many."""

DONE_SHOWN = 3
"""Steps that are done and named; of more the first, and how many more."""


def say_agreements(turn: Turn, standing: AgreementStanding) -> Iterator[Sayable]:
    """Tell of each that holds, and what is odd about them."""
    yield from _odd(turn, standing)
    holding = standing.holding(turn.today)
    for own in holding:
        yield from _checklist(turn, standing, own)
    if standing.asks_for_next(turn.today):
        yield _("It ends soon, and nothing follows: renew it, or let it end.")
    if standing.place.stopped_on is not None and holding:
        yield _("The placement stops, and so does the agreement.")


def _odd(turn: Turn, standing: AgreementStanding) -> Iterator[Sayable]:
    place, needed = standing.place, standing.place.needed
    if not standing.holding(turn.today) and place.setting is not None:
        yield _("None holds any more.") if standing.agreements else _("There is none yet.")
    if needed and standing.is_of_another_kind(turn.today):
        yield _(
            "⚠ By now another kind is needed ({kind}): the one that holds does not fit any more.",
            kind=KIND_NAME[needed],
        )


def _checklist(
    turn: Turn, standing: AgreementStanding, own: PlacementAgreement
) -> Iterator[Sayable]:
    yield say_span(standing, own, turn.person)
    owed = sorted(standing.owed(own), key=lambda step: step.due_on)
    if not owed:
        yield _("All of it is done.")
    for step in owed[:OPEN_SHOWN]:
        yield say_owed(step, turn.person, turn.today)
    if len(owed) > OPEN_SHOWN:
        more = len(owed) - OPEN_SHOWN
        yield _n("· and {count} more thing", "· and {count} more things", more)
    if done := done_words(standing, own):
        yield words(_("Done:"), listed(done) if len(done) <= DONE_SHOWN else name_steps(done))
