"""See where the competences of one student are pursued: each workplace's plan, and all together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.planning.training_plans import Where, join, propose, where_of
from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.ports.planning.training_plans import PlacementPlan, Places


@dataclass(frozen=True, slots=True)
class StudentPlan:
    """The training plans of one student as somebody sees them.

    `proposals` are by placement, for those of the viewer's around which nothing is planned yet;
    `listed` those of them whose workplace has an activity list. `together` joins the plans.
    """

    track: Track
    programme: Programme
    placements: Sequence[PlacementPlan]
    proposals: Mapping[int, Places]
    listed: frozenset[int]
    together: Places

    @property
    def elsewhere(self) -> list[int]:
        """The competences (identities) that a workplace pursues which the viewer may not know."""
        hidden = [own.plan.places for own in self.placements if own.elsewhere and own.plan]
        return [
            competence.id
            for competence in self.programme.competences
            if any(where_of(places, competence.id).at_work for places in hidden)
        ]

    def own(self, placement_id: int) -> PlacementPlan | None:
        """Find the plan of a placement around which the viewer is."""
        found = (own for own in self.placements if own.placement_id == placement_id)
        return next((own for own in found if own.roles), None)

    def places_of(self, placement_id: int) -> Places:
        """Say what is planned at a placement, or would be proposed."""
        own = self.own(placement_id)
        if own is not None and own.plan is not None:
            return own.plan.places
        return self.proposals.get(placement_id, {})


def see_training_plans(uow: UnitOfWork, viewer_id: int, track: Track) -> StudentPlan:
    """Read the plans of a track's running placements as somebody may see them."""
    placements = uow.training_plans.list_seen(viewer_id, track.id)
    programme = uow.tracks.read_programme(track.programme_id)
    competences = [competence.id for competence in programme.competences]
    unplanned = [own.placement_id for own in placements if own.roles and own.plan is None]
    offered = uow.activities.list_offered_at(track.id) if unplanned else {}
    proposals = {
        placement_id: propose(
            competences,
            offered.get(placement_id, frozenset()),
            frozenset().union(*offered.values()),
            listed=placement_id in offered,
        )
        for placement_id in unplanned
    }
    plans = [own.plan.places for own in placements if own.plan]
    return StudentPlan(
        track,
        programme,
        placements,
        proposals,
        frozenset(offered),
        {number: join(where_of(places, number) for places in plans) for number in competences},
    )


def changed_places(before: Mapping[int, Where], after: Mapping[int, Where]) -> dict[int, Where]:
    """List the competences (identities) that are pursued elsewhere than before."""
    return {
        competence: place
        for competence, place in after.items()
        if where_of(before, competence) is not place
    }
