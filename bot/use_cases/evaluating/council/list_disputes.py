"""List where the views of a student's competences stood apart, and how that ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.alerts import AlertState, Ending
from bot.domain.divergence.interventions import InterventionKind
from bot.domain.divergence.kinds import DivergenceKind, Sides
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_COUNCIL_PAGE
from bot.ports import UnitOfWork
from bot.ports.divergence import Alert, Intervention

DISPUTED = frozenset({DivergenceKind.VERDICT, DivergenceKind.INDICATOR, DivergenceKind.COVERAGE})
"""The kinds in which two have spoken and do not agree; silence is none, nor is a gap."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One competence on which views stood apart: who from whom, since when, how it ended.

    Instants are aware. `words` are the coach's on what was done about it, with whose they are, and
    there for a coach of the track alone.
    """

    competence: Competence
    kind: DivergenceKind
    sides: Sides
    since: datetime
    state: AlertState
    ending: Ending | None
    ended_at: datetime | None
    words: str = ""
    author: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it still stands."""
        return self.state is AlertState.OPEN


def list_disputes(
    uow: UnitOfWork, tracks: Sequence[Track], programme: Programme, *, with_words: bool = True
) -> Mapping[int, Sequence[Dispute]]:
    """List the disputes on tracks of one programme, by track, those that stand first.

    Only what was an alert counts, as it stands now, and only on tracks whose page this viewer
    opens. Without `with_words` nobody's words go along.
    """
    seen = [track for track in tracks if track.roles & SEES_COUNCIL_PAGE]
    found: dict[int, list[Dispute]] = {track.id: [] for track in seen}
    resolved = {
        track.id: _resolutions(uow, track)
        for track in seen
        if with_words and Role.COACH in track.roles
    }
    for alert in uow.alerts.list_told(list(found)):
        competence = programme.competence_by_id(alert.competence_id)
        if competence is not None and alert.standing.kind in DISPUTED:
            told = resolved.get(alert.track_id, {}).get(alert.id)
            found[alert.track_id].append(_dispute(alert, competence, told))
    return {
        track_id: sorted(disputes, key=lambda dispute: (not dispute.is_open, dispute.since))
        for track_id, disputes in found.items()
    }


def _dispute(alert: Alert, competence: Competence, told: Intervention | None) -> Dispute:
    standing = alert.standing
    own = told if told is not None and told.at >= alert.raised_at else None
    return Dispute(
        competence,
        standing.kind,
        standing.gist.sides,
        standing.since,
        standing.state,
        standing.ended,
        None if standing.state is AlertState.OPEN else alert.changed_at,
        own.text if own else "",
        own.author if own else "",
    )


def _resolutions(uow: UnitOfWork, track: Track) -> Mapping[int, Intervention]:
    """Read what the coach last said to have been done about each alert, by alert."""
    return {
        entry.alert_id: entry
        for entry in uow.interventions.list_of_track(track.id)
        if entry.alert_id is not None and entry.kind == InterventionKind.RESOLVED.value
    }
