"""`/trainingplan`: where each competence of a student is pursued, who agreed, and since when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.planning.training_plans import Party, TrainingPlan, parties_of
from bot.domain.school.tracks import Track
from bot.messages import Button, Day, Reply, Sayable, _, colon, lines, listed, words
from bot.ports.planning.training_plans import PlacementPlan
from bot.use_cases.planning.training_plans.agree_training_plan import agree_training_plan
from bot.use_cases.planning.training_plans.propose_training_plan import NewerVersion, NotAround
from bot.use_cases.planning.training_plans.see_training_plans import (
    StudentPlan,
    changed_places,
    see_training_plans,
)
from handlers.planning.phrases import (
    PARTY_WORD,
    WHERE_WORD,
    name_competences,
    say_parties,
    say_places,
)
from handlers.planning.training_plans.taps import (
    AgreePlan,
    ChangePlan,
    ProposePlan,
    ShowTrainingPlan,
    ShowVersions,
)
from handlers.talking.meaning.whom import nobody
from handlers.talking.naming.in_role import in_role
from handlers.talking.phrases import full_name
from handlers.talking.routing.offering import Offered, offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

VERSIONS = 8
"""Versions that are shown, the newest first."""

NEWER = _("This training plan was changed meanwhile. This is how it stands now:")
GONE = _("That training plan is not there for you, or not any more; nothing changed.")


def show_training_plan(turn: Turn, track: Track) -> Reply:
    """Show the training plans of a student, with what this person can do about them."""
    turn.remember(track)
    seen = see_training_plans(turn.uow, turn.person.id, track)
    text = lines(*_say(turn, seen))
    rows = [row for own in seen.placements if own.roles for row in _ways(seen, own)]
    shown = Reply(text, tuple(rows))
    return offer(turn, shown) if rows else shown


def _say(turn: Turn, seen: StudentPlan) -> Iterator[Sayable]:
    yield words(full_name(seen.track), seen.programme.title, _("training plan"), by=" · ")
    if not seen.placements:
        yield _("There is no workplace at the moment, so there is nothing to plan.")
    for own in seen.placements:
        if not own.elsewhere:
            yield from _say_placement(turn, seen, own)
    if seen.elsewhere:
        yield _(
            "Elsewhere, at another workplace: {competences}",
            competences=name_competences(seen.programme, seen.elsewhere),
        )
    shown = [own for own in seen.placements if not own.elsewhere and own.plan]
    if len(shown) > 1:
        yield _("Together:")
        yield from say_places(seen.programme, seen.together)


def _say_placement(turn: Turn, seen: StudentPlan, own: PlacementPlan) -> Iterator[Sayable]:
    if own.plan is not None:
        yield words(colon(own.workplace), say_version(turn, own.track_id, own.plan))
        yield from say_places(seen.programme, own.plan.places)
    elif not own.roles:
        yield _("{workplace}: no training plan yet.", workplace=own.workplace)
    elif own.placement_id in seen.listed:
        yield _(
            "{workplace}: no training plan yet. From its activity list I would propose:",
            workplace=own.workplace,
        )
        yield from say_places(seen.programme, seen.proposals[own.placement_id])
    else:
        yield _(
            "{workplace}: no training plan yet, and no activity list to propose one from.",
            workplace=own.workplace,
        )
    if own.note:
        yield _("Note from the school’s list: “{note}”", note=own.note)


def say_version(turn: Turn, track_id: int, plan: TrainingPlan) -> Sayable:
    """Say which version it is, whose, and who agreed."""
    version = _(
        "version {number}, by {name} on {day}.",
        number=str(plan.version),
        name=in_role(turn, plan.author, track_id),
        day=Day(plan.made_at),
    )
    return words(version, _say_agreed(turn, track_id, plan))


def _say_agreed(turn: Turn, track_id: int, plan: TrainingPlan) -> Sayable:
    by_party = sorted(plan.agreements, key=lambda agreement: list(Party).index(agreement.party))
    by = (
        words(
            PARTY_WORD[own.party],
            words("(", in_role(turn, own.name, track_id), ")", by=""),
        )
        for own in by_party
    )
    agreed = listed(by)
    missing = [party for party in Party if party not in plan.agreed_by]
    if not missing:
        return _("Agreed by all: {who}.", who=agreed)
    if not by_party:
        return _("Still to agree: {who}.", who=say_parties(missing))
    return _(
        "Agreed by {who}; still to agree: {missing}.", who=agreed, missing=say_parties(missing)
    )


def _ways(seen: StudentPlan, own: PlacementPlan) -> Iterator[tuple[Button, ...]]:
    """Offer what this person can do about the plan of one workplace."""
    several = sum(bool(other.roles) for other in seen.placements) > 1

    def label(said: Sayable) -> Sayable:
        return words(said, own.workplace, by=" · ") if several else said

    at = (own.track_id, own.placement_id)
    if own.plan is None and own.placement_id in seen.listed:
        yield (button(label(_("propose this")), ProposePlan(*at)),)
    if own.plan is not None and own.plan.awaits(parties_of(own.roles)):
        yield (button(label(_("I agree")), AgreePlan(own.plan.id)),)
    yield (button(label(_("change it")), ChangePlan(*at)),)
    if own.plan is not None and own.plan.version > 1:
        yield (button(label(_("earlier versions")), ShowVersions(*at)),)


def tapped_plan(turn: Turn, tap: ShowTrainingPlan) -> Replies:
    """Show the training plans of the student of a button."""
    track = turn.track(tap.track)
    return [show_training_plan(turn, track) if track else Reply(nobody(turn))]


def tapped_agreement(turn: Turn, tap: AgreePlan) -> Replies:
    """Agree to a version; where there is a newer one it is shown first."""
    try:
        own = agree_training_plan(turn.uow, turn.person, tap.plan, turn.at)
    except (NewerVersion, NotAround):
        return _newest(turn, tap.plan)
    track = turn.track(own.track_id)
    if own.plan is None or track is None:
        return [Reply(GONE)]
    thanks = _(
        "You agree to version {number} of the training plan of {student} at {workplace}.",
        number=str(own.plan.version),
        student=full_name(track),
        workplace=own.workplace,
    )
    if turn.asked(Offered) is not None:
        turn.close()  # what was shown with the button; another question goes on waiting
    rows = ((button(_("see the training plan"), ShowTrainingPlan(track.id)),),)
    return [Reply(lines(thanks, _say_agreed(turn, own.track_id, own.plan)), rows)]


def _newest(turn: Turn, plan_id: int) -> Replies:
    found = turn.uow.training_plans.find_placement(plan_id)
    track = turn.track(found[1]) if found else None
    if track is None:
        return [Reply(GONE)]
    shown = show_training_plan(turn, track)
    return [replace(shown, text=lines(NEWER, shown.text))]


def tapped_versions(turn: Turn, tap: ShowVersions) -> Replies:
    """Show the versions of a plan: what each changed, and who agreed."""
    track = turn.track(tap.track)
    seen = see_training_plans(turn.uow, turn.person.id, track) if track else None
    if seen is None or seen.own(tap.placement) is None:
        return [Reply(GONE)]
    versions = turn.uow.training_plans.list_versions(tap.placement)
    before = [*versions[1:], None]
    said: list[Sayable] = []
    for plan, earlier in list(zip(versions, before, strict=True))[:VERSIONS]:
        said.append(say_version(turn, seen.track.id, plan))
        said += say_changes(seen, earlier, plan)
    rows = ((button(_("‹ back"), ShowTrainingPlan(seen.track.id)),),)
    return [Reply(lines(words(full_name(seen.track), _("training plan"), by=" · "), *said), rows)]


def say_changes(
    seen: StudentPlan, earlier: TrainingPlan | None, plan: TrainingPlan
) -> Sequence[Sayable]:
    """Say what a version changed: all that it says, where it is the first."""
    if earlier is None:
        return list(say_places(seen.programme, plan.places))
    moved = changed_places(earlier.places, plan.places)
    return [
        words(
            colon(words(_("now"), WHERE_WORD[place])),
            name_competences(seen.programme, {key for key, to in moved.items() if to is place}),
        )
        for place in WHERE_WORD
        if place in moved.values()
    ]
