"""Where scoring by buttons stands: which indicator, which scale, and what was said so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.scoring.film import Score
from bot.domain.scoring.scales import Coverage, Mastery
from bot.ports.talking import Awaited
from handlers.talking.question import PENDING, Question


@dataclass(frozen=True)
class Steps(Question):
    """The state of one competence being scored, as the dialogue keeps it."""

    kind = Awaited.STEPS
    track: int
    competence: int
    order: list[int]
    at: int = 0
    scale: str = "mastery"
    held: str = ""
    entry: int | None = None
    notes: int = 0
    said: dict[str, list[Any]] = field(default_factory=dict)

    def indicator(self, competence: Competence) -> Indicator | None:
        """Give the indicator that is asked now; None after the last."""
        if self.at >= len(self.order):
            return None
        wanted = self.order[self.at]
        return next((one for one in competence.indicators if one.id == wanted), None)

    def moved(self, by: int) -> "Steps":
        """Go to a next or former indicator, always to its mastery first."""
        return replace(self, at=max(0, self.at + by), scale="mastery", held="")

    def at_indicator(self, indicator_id: int) -> "Steps":
        """Go to one indicator, where a quick finger tapped an earlier one."""
        if indicator_id not in self.order:
            return self
        return replace(self, at=self.order.index(indicator_id))

    def with_said(self, scores: Mapping[int, Score], entry: int) -> "Steps":
        """Remember what was stored, for the summary."""
        said = dict(self.said)
        for indicator, score in scores.items():
            mastery, coverage, _old = said.get(str(indicator), [None, None, False])
            said[str(indicator)] = [
                score.mastery or (None if score.not_here else mastery),
                score.coverage or (None if score.not_here else coverage),
                score.not_here,
            ]
        return replace(self, said=said, entry=entry)

    def scores(self, at: datetime) -> dict[int, Score]:
        """Give everything said in this dialogue, for the summary."""
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
        """Give the same place without the note that was asked for."""
        own = {field.name: getattr(self, field.name) for field in fields(Steps)}
        return Steps(**{**own, **dict.fromkeys(PENDING, "")})


@dataclass(frozen=True)
class NoteAwaited(Steps):
    """The note on the indicator at which the steps stand."""

    kind = Awaited.NOTE
