"""See what is recognised as learned before on a track, counted by its programme's rule."""

from collections.abc import Iterable, Mapping

from bot.domain.school.frameworks import Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.prior import PriorLearning, Recognised, join_recognised
from bot.ports import UnitOfWork


def see_prior(uow: UnitOfWork, viewer_id: int, track: Track) -> Mapping[int, PriorLearning]:
    """Read what is recognised now, by competence, as a viewer may see it."""
    recognised = uow.claim_reads.list_recognised(viewer_id, [track.id]).get(track.id, ())
    if not recognised:
        return {}
    return by_competence(uow.tracks.read_programme(track.programme_id), recognised)


def by_competence(
    programme: Programme, recognised: Iterable[Recognised]
) -> Mapping[int, PriorLearning]:
    """Join what is recognised by competence, each out of its indicators of this programme."""
    claims = tuple(recognised)
    joined = (
        (own.id, join_recognised(claims, own.id, len(own.indicators), programme.prior_rule))
        for own in programme.competences
    )
    return {competence_id: prior for competence_id, prior in joined if prior}
