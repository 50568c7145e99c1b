"""The buttons below a placement's agreement: what is done next, and what seldom is."""

from collections.abc import Iterator, Sequence

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role
from bot.messages import Button, Sayable, Text, _, words
from bot.use_cases.agreeing.agreements.remind_owing import owed_by
from handlers.agreeing.agreements.phrases import STEP_WORD, which_of
from handlers.agreeing.agreements.taps import (
    AskAgreementDays,
    AskAgreementEnd,
    AskHours,
    RemindOwing,
    ShowDone,
    ShowOpenSteps,
    TickStep,
)
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

TICKED_BY_BUTTON = 4
"""Open steps that have a button: the others follow once these are done."""

MAKE: dict[AgreementKind, Text] = {
    AgreementKind.OAO: _("make the OAO"),
    AgreementKind.SAO: _("make the SAO"),
    AgreementKind.ENGAGEMENT: _("make the statement"),
    AgreementKind.THREE_PARTY: _("make the agreement"),
}


def ways(turn: Turn, standing: AgreementStanding) -> Iterator[tuple[Button, ...]]:
    """Offer what can be done at a placement."""
    here, needed = standing.place.placement_id, standing.place.needed
    holding = standing.holding(turn.today)
    renews = standing.asks_for_next(turn.today)
    if needed and (standing.is_missing(turn.today) or standing.is_of_another_kind(turn.today)):
        yield (button(MAKE[needed], AskAgreementDays(here)),)
    elif needed and renews:
        yield (button(_("renew it"), AskAgreementDays(here)),)
    for own in holding:
        yield from _checklist(standing, own, which_of(turn, standing, own))
    seldom = []
    if holding:
        seldom.append(button(_("it ends early …"), AskAgreementEnd(holding[0].id)))
    if standing.place.setting is Setting.COMPULSORY:
        seldom.append(button(_("other hours a week …"), AskHours(here)))
    if seldom:
        yield tuple(seldom)


def done_words(standing: AgreementStanding, own: PlacementAgreement) -> Sequence[Sayable]:
    """Name the steps that are done."""
    return [STEP_WORD[step] for step in standing.done_steps(own)]


def _checklist(
    standing: AgreementStanding, own: PlacementAgreement, which: Sayable | None
) -> Iterator[tuple[Button, ...]]:
    owed = standing.ticked_here(own)
    for open_step in owed[:TICKED_BY_BUTTON]:
        tap = TickStep(own.id, open_step.step, "yes")
        label = words(words("☐", STEP_WORD[open_step.step]), which, by=" · ")
        yield (button(label, tap),)
    if len(owed) > TICKED_BY_BUTTON:
        yield (button(words(_("all that is open …"), which, by=" · "), ShowOpenSteps(own.id, 0)),)
    reminds = (
        (_("remind the student"), RemindOwing(own.id, "student"), Role.STUDENT),
        (_("remind the mentor"), RemindOwing(own.id, "mentor"), Role.MENTOR),
    )
    row = tuple(
        button(words(label, which, by=" · "), tap)
        for label, tap, role in reminds
        if owed_by(standing, own, role)
    )
    if row:
        yield row
    if standing.said_steps(own):
        yield (button(words(_("what is done"), which, by=" · "), ShowDone(own.id)),)
