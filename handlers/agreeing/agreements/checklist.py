"""The checklist of an agreement: each step is one tap, and one tap takes it back."""

from functools import partial

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.messages import Button, Reply, _, colon, lines, words
from bot.use_cases.agreeing.agreements.tick_step import tick_step
from handlers.agreeing.agreements.agreements import (
    LISTED,
    coached_agreement,
    draw,
    found_agreement,
)
from handlers.agreeing.agreements.phrases import NOT_YOUR_AGREEMENT, STEP_WORD, placed_at, say_span
from handlers.agreeing.agreements.taps import (
    ShowAgreement,
    ShowDone,
    ShowOpenSteps,
    TickStep,
)
from handlers.talking.paging import open_page
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def tapped_tick(turn: Turn, tap: TickStep) -> Replies:
    """Note that a step is done, or that it is not, and show what is left."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    done = tap.done == "yes"
    if not tick_step(turn.uow, standing, own, tap.step, turn.person, turn.at, done=done):
        return [Reply(_("That is not ticked here."))]
    now = coached_agreement(turn, own.placement_id) or standing
    step = STEP_WORD[tap.step]
    said = _("Done: {step}", step=step) if done else _("Open again: {step}", step=step)
    back = TickStep(own.id, tap.step, "no" if done else "yes")
    return [draw(turn, now, said, back, edit=True)]


def tapped_open(turn: Turn, tap: ShowOpenSteps) -> Replies:
    """Show all that is open; a tap says that it is done."""
    found = found_agreement(turn, tap.agreement)
    if found is None:
        return [Reply(NOT_YOUR_AGREEMENT)]
    standing, own = found
    owed = standing.ticked_here(own)
    shown = open_page(owed, LISTED, tap.page)
    text = lines(
        colon(placed_at(standing.place)),
        say_span(standing, own, turn.person),
        _("Open. A tap says that it is done:") if owed else _("All of it is done."),
    )
    rows: list[tuple[Button, ...]] = [
        (button(words("☐", STEP_WORD[open_step.step]), TickStep(own.id, open_step.step, "yes")),)
        for open_step in shown.things
    ]
    turns = shown.turns(partial(ShowOpenSteps, own.id))
    back = button(_("‹ the agreement"), ShowAgreement(own.placement_id))
    return [offer(turn, Reply(text, (*rows, *turns, (back,))))]


def tapped_done(turn: Turn, tap: ShowDone) -> Replies:
    """Show which steps are done; a tap opens one again."""
    found = found_agreement(turn, tap.agreement)
    return [_draw_done(turn, *found)] if found else [Reply(NOT_YOUR_AGREEMENT)]


def _draw_done(turn: Turn, standing: AgreementStanding, own: PlacementAgreement) -> Reply:
    ticked = standing.said_steps(own)
    text = lines(
        colon(placed_at(standing.place)),
        say_span(standing, own, turn.person),
        _("Done. A tap opens it again:") if ticked else _("Nothing is done yet."),
    )
    rows = tuple(
        (button(words("☑", STEP_WORD[step]), TickStep(own.id, step, "no")),) for step in ticked
    )
    back = button(_("‹ back"), ShowAgreement(own.placement_id))
    return offer(turn, Reply(text, (*rows, (back,))))
