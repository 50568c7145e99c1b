"""'I agree', typed: to the training plan that awaits it, or to one of those that do."""

from bot.domain.folding import fold
from bot.domain.planning.training_plans import parties_of
from bot.domain.school.tracks import Track
from bot.messages import Reply, _
from bot.ports.planning.training_plans import PlacementPlan
from handlers.planning.training_plans.plan import tapped_agreement
from handlers.planning.training_plans.taps import AgreePlan
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SAID = frozenset(
    {"i agree", "agreed", "agree", "akkoord", "ik ga akkoord", "ik ben akkoord", "d'accord",
     "je suis d'accord", "einverstanden", "ich bin einverstanden"}
)  # fmt: skip
OFFERED = 8
"""Plans that are offered where several await it."""


def agree_in_words(turn: Turn, text: str) -> Replies | None:
    """Agree to the one plan that awaits this person; None where the words say something else."""
    if fold(text).strip(" .!") not in SAID:
        return None
    awaiting = [(track, own) for track in turn.tracks for own in _awaiting(turn, track)]
    if not awaiting:
        return None
    if len(awaiting) == 1 and awaiting[0][1].plan is not None:
        return tapped_agreement(turn, AgreePlan(awaiting[0][1].plan.id))
    rows = tuple(
        (
            button(
                _("I agree · {student}", student=f"{first_name(track)}, {own.workplace}"),
                AgreePlan(own.plan.id if own.plan else 0),
            ),
        )
        for track, own in awaiting[:OFFERED]
    )
    return [Reply(_("To which training plan? Nothing was stored yet."), rows)]


def _awaiting(turn: Turn, track: Track) -> list[PlacementPlan]:
    return [
        own
        for own in turn.uow.training_plans.list_seen(turn.person.id, track.id)
        if own.roles and own.plan is not None and own.plan.awaits(parties_of(own.roles))
    ]
