"""See a student's end view: competences at the last photo, and how they came to be.

Source: document 004, chapter 2 §5 (routes) and §8 (evaluation). It holds no mark, nothing of the
result at the workplace, and nobody's words but the student's own (ours).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.reflecting.sharing import Share
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_END_VIEW
from bot.domain.scoring.colours import Colour, Counts
from bot.ports import UnitOfWork
from bot.ports.reflecting.answers import Reflection
from bot.use_cases.evaluating.council.see_council_page import ANSWERS, EARLIER
from bot.use_cases.evaluating.deciding.record_decision import find_decisive_photo
from bot.use_cases.reporting.see_photo import SeenPhoto, see_earlier, see_photo


@dataclass(frozen=True, slots=True)
class Evidence:
    """An answer that the student chose as evidence, for which indicators of a competence."""

    competence: Competence
    indicators: tuple[int, ...]
    words: tuple[str, ...]
    said_at: datetime


@dataclass(frozen=True, slots=True)
class CompetenceReached:
    """One competence at the last photo: how far it came in each view, and at which place.

    `before` are its colours in earlier photos, the oldest first, None where it was in none.
    """

    competence: Competence
    indicators: int
    colours: Mapping[Role, Colour]
    counts: Mapping[Role, Counts]
    before: Mapping[Role, tuple[Colour | None, ...]]

    @property
    def acquired(self) -> bool:
        """Say whether mentor and teacher, as far as they scored it, see it as acquired."""
        seen = {self.colours.get(role, Colour.GREY) for role in (Role.MENTOR, Role.TEACHER)}
        scored = seen - {Colour.GREY}
        return bool(scored) and all(colour.acquired for colour in scored)

    @property
    def grew(self) -> bool:
        """Say whether it has come further, in any view, than in the oldest photo beside it."""
        return any(
            went and went[0] is not None and went[0].rank < self.colours[role].rank
            for role, went in self.before.items()
        )


@dataclass(frozen=True, slots=True)
class EndView:
    """What a student takes along at the last photo; `unshared` counts evidence left out.

    That is what the student does not share with all: an end view goes from hand to hand.
    """

    seen: SeenPhoto
    earlier: Sequence[SeenPhoto]
    reached: Sequence[CompetenceReached]
    evidence: Sequence[Evidence]
    unshared: int


@opened_as(OpenedKind.END_VIEW)
def see_end_view(uow: UnitOfWork, viewer_id: int, track: Track) -> EndView | None:
    """See a track's end view; None for whoever may not open it, and before the last photo.

    Everybody who may open it reads the same, but for `unshared`, which the student alone is told.
    """
    photo = find_decisive_photo(uow, track) if track.roles & SEES_END_VIEW else None
    seen = see_photo(uow, viewer_id, track, photo) if photo else None
    if photo is None or seen is None:
        return None
    earlier = see_earlier(uow, viewer_id, track, photo, EARLIER)
    answers = uow.answer_reads.list_of_track(viewer_id, track.id, ANSWERS)
    chosen = [answer for answer in answers if answer.done_at is not None and answer.evidence]
    shared = [answer for answer in chosen if answer.share is Share.ALL]
    return EndView(
        seen,
        earlier,
        _reached(seen, earlier),
        _evidence(seen, shared),
        len(chosen) - len(shared) if Role.STUDENT in track.roles else 0,
    )


def _reached(seen: SeenPhoto, earlier: Sequence[SeenPhoto]) -> list[CompetenceReached]:
    former = [found.report.by_competence for found in earlier]
    return [
        CompetenceReached(
            row.competence,
            row.indicators,
            row.colours,
            row.counts,
            {
                role: tuple(
                    rows[row.competence.id].colours[role] if row.competence.id in rows else None
                    for rows in former
                )
                for role in seen.report.perspectives
            },
        )
        for row in seen.report.rows
    ]


def _evidence(seen: SeenPhoto, answers: Sequence[Reflection]) -> list[Evidence]:
    """List the evidence by competence, and of each the newest first."""
    found = []
    for competence in seen.report.programme.competences:
        numbers = {indicator.id: indicator.number for indicator in competence.indicators}
        for answer in answers:
            own = tuple(sorted(numbers[chosen] for chosen in answer.evidence if chosen in numbers))
            said = tuple(part.text for part in answer.parts if part.text)
            if own:
                found.append(Evidence(competence, own, said, answer.said_at))
    return found
