"""Asking whether somebody agrees to a training plan, or to another version of it."""

from collections.abc import Sequence

from bot.domain.planning.training_plans import parties_of
from bot.messages import Button, Sayable, _, lines
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.training_plans.see_training_plans import see_training_plans
from handlers.planning.training_plans.plan import say_changes
from handlers.planning.training_plans.taps import AgreePlan, ChangePlan, ShowTrainingPlan
from handlers.talking.naming.in_role import in_role
from handlers.talking.phrases import first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

SHOWN_WHOLE = 1
"""Of how many plans all is said in one message; of more only whose they are."""


def tell_training_plan(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Ask for the agreement to the newest version of each plan that still awaits it."""
    asked = [question for errand in errands if (question := _question(turn, errand))]
    if not asked:
        return None
    whole = lines(*(line for said, _brief, _buttons in asked for line in said))
    brief = lines(*(brief for _said, brief, _buttons in asked))
    rows = tuple(buttons for _said, _brief, buttons in asked)
    return MessagePart(whole if len(asked) <= SHOWN_WHOLE else brief, rows, brief=brief)


def _question(
    turn: Turn, errand: Errand
) -> tuple[list[Sayable], Sayable, tuple[Button, ...]] | None:
    """Ask about one version; None where it is not the newest, or needs nobody of these any more."""
    found = turn.uow.training_plans.find_placement(errand.about_id or 0)
    track = turn.track(found[1]) if found else None
    if found is None or track is None:
        return None
    seen = see_training_plans(turn.uow, turn.person.id, track)
    own = seen.own(found[0])
    if own is None or own.plan is None or own.plan.id != errand.about_id:
        return None
    if not own.plan.awaits(parties_of(own.roles)):
        return None
    versions = turn.uow.training_plans.list_versions(found[0])
    earlier = versions[1] if len(versions) > 1 else None
    head = _(
        "{name} proposes version {number} of the training plan of {student} at {workplace}. Do "
        "you agree?",
        name=in_role(turn, own.plan.author, track.id),
        number=str(own.plan.version),
        student=full_name(track),
        workplace=own.workplace,
    )
    buttons = (
        button(_("I agree · {student}", student=first_name(track)), AgreePlan(own.plan.id)),
        button(_("see it"), ShowTrainingPlan(track.id)),
        button(_("change it"), ChangePlan(track.id, own.placement_id)),
    )
    return [head, *say_changes(seen, earlier, own.plan)], head, buttons
