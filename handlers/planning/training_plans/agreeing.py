"""Training plans that await somebody: said where all that waits is, agreed to by 'I agree'."""

from collections.abc import Iterator

from bot.domain.folding import fold
from bot.domain.planning.training_plans import TrainingPlan, parties_of
from bot.domain.school.tracks import Track
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.ports.planning.training_plans import PlacementPlan
from handlers.planning.training_plans.plan import tapped_agreement
from handlers.planning.training_plans.taps import AgreePlan, ShowTrainingPlan
from handlers.talking.naming.in_role import in_role
from handlers.talking.phrases import first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

SAID = frozenset(
    {"i agree", "agreed", "agree", "akkoord", "ik ga akkoord", "ik ben akkoord", "d'accord",
     "je suis d'accord", "d'accord pour moi", "einverstanden", "ich bin einverstanden",
     "ich stimme zu", "bin einverstanden"}
)  # fmt: skip
OFFERED = 8
"""Plans that are offered where several await it."""

SAID_OPEN = 3
"""Plans that are said among all that waits; of more only how many they are."""


def agree_in_words(turn: Turn, text: str) -> Replies | None:
    """Agree to the one plan that awaits this person; None where the words say something else."""
    if fold(text).strip(" .!") not in SAID:
        return None
    awaiting = [
        (track, own, own.plan)
        for track in turn.tracks
        for own in _awaiting(turn, track)
        if own.plan is not None
    ]
    if not awaiting:
        return None
    if len(awaiting) == 1:
        return tapped_agreement(turn, AgreePlan(awaiting[0][2].id))
    rows = tuple(
        (
            button(
                _("I agree · {student}", student=f"{first_name(track)}, {own.workplace}"),
                AgreePlan(plan.id),
            ),
        )
        for track, own, plan in awaiting[:OFFERED]
    )
    return [Reply(_("To which training plan? Nothing was stored yet."), rows)]


def say_awaiting(turn: Turn) -> MessagePart | None:
    """Say which training plans this person is asked to agree to, among all that waits for them."""
    places = turn.uow.training_plans.list_awaiting(turn.person.id)
    shown = [_say(turn, *found) for where in places[:SAID_OPEN] for found in _find(turn, *where)]
    said = [text for text, _buttons in shown]
    if left := len(places[SAID_OPEN:]):
        said.append(
            _n(
                "{count} more training plan waits for you: /trainingplan and a name.",
                "{count} more training plans wait for you: /trainingplan and a name.",
                left,
            )
        )
    return MessagePart(lines(*said), tuple(row for _text, row in shown)) if said else None


def _find(
    turn: Turn, track_id: int, placement_id: int
) -> Iterator[tuple[Track, PlacementPlan, TrainingPlan]]:
    track = turn.track(track_id)
    for own in _awaiting(turn, track) if track else ():
        if track is not None and own.placement_id == placement_id and own.plan is not None:
            yield track, own, own.plan


def _say(
    turn: Turn, track: Track, own: PlacementPlan, plan: TrainingPlan
) -> tuple[Sayable, tuple[Button, ...]]:
    text = _(
        "The training plan of {student} at {workplace} waits for your agreement (version {number}, "
        "by {name}).",
        student=full_name(track),
        workplace=own.workplace,
        number=str(plan.version),
        name=in_role(turn, plan.author, track.id),
    )
    agree = button(_("I agree · {student}", student=first_name(track)), AgreePlan(plan.id))
    return text, (agree, button(_("see it"), ShowTrainingPlan(track.id)))


def _awaiting(turn: Turn, track: Track) -> list[PlacementPlan]:
    return [
        own
        for own in turn.uow.training_plans.list_seen(turn.person.id, track.id)
        if own.roles and own.plan is not None and own.plan.awaits(parties_of(own.roles))
    ]
