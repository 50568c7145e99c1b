"""Where scoring by buttons stands: which indicator, which scale, and what was said so far."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.ports import Entry
from bot.ports.talking import Awaited
from handlers.talking.routing.question import PENDING, Question

_Said = tuple[str | None, str | None, bool]
"""A mastery, a coverage, and whether it is not applicable here (JSON brings it back as a list)."""


@dataclass(frozen=True)
class Steps(Question):
    """The state of one competence being scored, as the dialogue keeps it.

    `known` are the indicators that were answered before, where not all of them are asked anew.
    Where a few are asked of several `competences`, these are the one of each, and `why` its reason.
    `typed` are the indicators of which a line beside this said something meanwhile, and `context`
    is the number of the work whose competences are gone through.
    """

    kind = Awaited.STEPS
    lasts = True
    track: int
    competence: int
    order: list[int]
    at: int = 0
    scale: str = "mastery"
    held: str = ""
    entry: int | None = None
    notes: int = 0
    said: dict[str, _Said] = field(default_factory=dict)
    known: Sequence[int] = ()
    competences: Sequence[int] = ()
    why: Sequence[str] = ()
    typed: Sequence[int] = ()
    context: int = 0

    @property
    def stored(self) -> bool:
        """Whether this dialogue stored something."""
        return self.entry is not None

    @property
    def here(self) -> int:
        """The competence of what is asked now; after the last, of the last."""
        if not self.competences:
            return self.competence
        return self.competences[min(self.at, len(self.competences) - 1)]

    @property
    def reason(self) -> str:
        """Why what is asked now is asked, where a few are."""
        return self.why[self.at] if self.at < len(self.why) else ""

    def indicator(self, competence: Competence) -> Indicator | None:
        """Find the indicator that is asked now; None after the last."""
        if self.at >= len(self.order):
            return None
        wanted = self.order[self.at]
        return next(
            (indicator for indicator in competence.indicators if indicator.id == wanted), None
        )

    def reached(self) -> int:
        """Count what is answered and the one that is asked, but not what was skipped."""
        asked = self.order[self.at : self.at + 1]
        return len({*map(str, self.known), *self.said, *map(str, asked)})

    def moved(self, by: int) -> "Steps":
        """Go to a next or former indicator, always to its mastery first."""
        return replace(self, at=max(0, self.at + by), scale="mastery", held="")

    def at_indicator(self, indicator_id: int) -> "Steps":
        """Go to one indicator, where a quick finger tapped an earlier one."""
        if indicator_id not in self.order:
            return self
        return replace(self, at=self.order.index(indicator_id))

    def asking_coverage(self, held: str = "") -> "Steps":
        """Ask the coverage here; a mastery that is held back is stored together with it."""
        return replace(self, scale="coverage", held=held)

    def with_said(self, scores: Mapping[int, Score], entry: int) -> Self:
        """Remember what was stored, for the summary."""
        said = dict(self.said)
        for indicator, score in scores.items():
            mastery, coverage, _old = said.get(str(indicator), (None, None, False))
            said[str(indicator)] = (
                score.mastery or (None if score.not_here else mastery),
                score.coverage or (None if score.not_here else coverage),
                score.not_here,
            )
        return replace(self, said=said, entry=entry)

    def beginning_anew(self) -> Self:
        """Forget all that was said, since it was undone meanwhile."""
        return replace(self, entry=None, said={}, notes=0)

    def beside(self, indicators: Collection[int]) -> Self:
        """Go on where a line said something of these: that stands, and not what was tapped."""
        said = {own: values for own, values in self.said.items() if int(own) not in indicators}
        return replace(self, said=said, typed=sorted({*self.typed, *indicators} & {*self.order}))

    def scores(self, at: datetime) -> dict[int, Score]:
        """List everything said in this dialogue by indicator, for the summary."""
        return {
            int(indicator): Score(
                at,
                mastery=Mastery(mastery) if mastery else None,
                coverage=Coverage(coverage) if coverage else None,
                not_here=not_here,
            )
            for indicator, (mastery, coverage, not_here) in self.said.items()
        }

    def going_on(self) -> "Steps":
        """Go on at the same place, without the note that was asked for."""
        return Steps(**{**vars(self), **dict.fromkeys(PENDING, "")})

    def awaiting_note(self, pending: str = "", source: str = "") -> "Steps":
        """Wait for the note on the indicator at which the steps stand, or with words in hand."""
        return NoteAwaited(**{**vars(self), "pending": pending, "pending_source": source})


@dataclass(frozen=True)
class NoteAwaited(Steps):
    """The note on the indicator at which the steps stand."""

    kind = Awaited.NOTE


@dataclass(frozen=True, slots=True)
class StepsPlace:
    """Where somebody is in scoring by buttons, on which track and in which competence.

    `standing` is the entry of these steps, where this turn has seen that it stands.
    """

    steps: Steps
    track: Track
    competence: Competence
    standing: Entry | None = None

    @property
    def entry(self) -> Entry | int | None:
        """The entry that these steps go on with, or its id."""
        known = self.standing is not None and self.standing.id == self.steps.entry
        return self.standing if known else self.steps.entry

    def moved_to(self, steps: Steps) -> "StepsPlace":
        """Go elsewhere in the same competence."""
        return replace(self, steps=steps)
