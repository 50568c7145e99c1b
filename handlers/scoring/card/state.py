"""Where a card stands: which part of it is in sight, which scale, and what it holds back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.scoring.scales import Mastery
from bot.ports.talking import Awaited
from handlers.scoring.tapping.state import Steps, StepsPlace
from handlers.talking.routing.question import PENDING

MOST = 7
"""Indicators in one part of a card: text and buttons are seen together on a phone."""


@dataclass(frozen=True)
class Card(Steps):
    """A competence that is scored on a card.

    `view` is what the rows ask: marks, how often, or of which a note is. A mastery that contradicts
    what stands is held until it is said how often it came up. `reading` is the indicator of which
    the whole text is shown.
    """

    kind = Awaited.CARD
    part: int = 0
    view: str = "marks"
    holding: dict[str, str] = field(default_factory=dict)
    reading: int = 0

    def asking_all_of(self, competence: Competence | None) -> "Card":
        """Go on with all that its competence has by now: it may have been imported anew."""
        if competence is None:
            return self
        return replace(self, order=[indicator.id for indicator in competence.indicators])

    def turned(self, part: int, view: str) -> "Card":
        """Show another part, or another view of it."""
        return replace(self, part=part, view=view, reading=0)

    def held_of(self, indicator: int) -> Mastery | None:
        """Find the mastery that is held back of an indicator."""
        held = self.holding.get(str(indicator))
        return Mastery(held) if held else None

    def holding_back(self, masteries: Mapping[int, Mastery]) -> "Card":
        """Hold masteries back until it is said how often each came up."""
        held = {str(indicator): mastery.value for indicator, mastery in masteries.items()}
        return replace(self, holding={**self.holding, **held})

    def asking_coverage(self, held: str = "") -> "Card":
        """Hold back what a question said that another device still shows."""
        return self.holding_back({self.order[self.at]: Mastery(held)}) if held else self

    def released(self, indicators: Collection[int]) -> "Card":
        """Hold back no more of these."""
        gone = {str(indicator) for indicator in indicators}
        kept = {held: said for held, said in self.holding.items() if held not in gone}
        return replace(self, holding=kept)

    def without(self, indicator: int, scale: str | None) -> "Card":
        """Forget what was said of an indicator on one scale, or on both: it was taken back."""
        said = dict(self.said)
        mastery, coverage, not_here = said.pop(str(indicator), (None, None, False))
        kept = (None, coverage) if scale == "mastery" else (mastery, None)
        if scale and any(kept) and not not_here:
            said[str(indicator)] = (*kept, False)
        return replace(self, said=said)

    def says(self, indicator: int, value: str) -> bool:
        """Say whether this card said a value of an indicator, or that it is not here ("-")."""
        mastery, coverage, not_here = self.said.get(str(indicator), (None, None, False))
        return not_here if value == "-" else value in (mastery, coverage)

    @property
    def asked(self) -> list[int]:
        """List the indicators that wait for an answer; all where none was waiting."""
        return [indicator for indicator in self.order if indicator not in self.known]

    @property
    def marked(self) -> bool:
        """Say whether each of those got one."""
        return all(
            any(self.said.get(str(indicator), ("", "", ""))[::2]) for indicator in self.asked
        )

    def as_steps(self, order: Sequence[int], at: int) -> Steps:
        """Go on one by one in this order, from one place in it, with what was said here."""
        return Steps(
            self.track,
            self.competence,
            [*order],
            at,
            entry=self.entry,
            notes=self.notes,
            said=self.said,
            known=self.known,
            context=self.context,
        )

    @classmethod
    def of_steps(cls, steps: Steps, competence: Competence) -> "Card":
        """Go on with what was said one by one on a card."""
        order = [indicator.id for indicator in competence.indicators]
        card = cls(
            steps.track,
            steps.competence,
            order,
            entry=steps.entry,
            notes=steps.notes,
            said=steps.said,
            known=steps.known,
            context=steps.context,
        )
        here = steps.order[steps.at : steps.at + 1]
        if steps.held and here:
            card = card.holding_back({here[0]: Mastery(steps.held)})
        return card.turned(part_with(competence, here) or 0, "marks")

    def going_on(self) -> "Card":
        """Go on with the card, without the note that was asked for."""
        return Card(**{**vars(self), **dict.fromkeys(PENDING, "")})

    def awaiting_note(self, pending: str = "", source: str = "") -> "Card":
        """Wait for the note on the indicator that was chosen, or with words in hand."""
        return CardNote(**{**vars(self), "pending": pending, "pending_source": source})


@dataclass(frozen=True)
class CardNote(Card):
    """The note on an indicator of the card."""

    kind = Awaited.CARD_NOTE

    def going_on(self) -> Card:
        """Go on with the marks: the note was asked for, and is typed or let be."""
        return replace(super().going_on(), view="marks")


@dataclass(frozen=True, slots=True)
class CardPlace(StepsPlace):
    """Where somebody is on a card, on which track and in which competence."""

    steps: Card


def parts_of(competence: Competence) -> list[Sequence[Indicator]]:
    """Part a competence's indicators, as evenly as they go, into what is seen at one sight."""
    indicators = competence.indicators
    count = ceil(len(indicators) / MOST)
    size, longer = divmod(len(indicators), count)
    ends = [size * (at + 1) + min(at + 1, longer) for at in range(count)]
    return [indicators[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]


def part_with(competence: Competence, indicators: Collection[int]) -> int | None:
    """Find the first part that has one of these indicators."""
    parts = parts_of(competence)
    return next(
        (at for at, part in enumerate(parts) if any(own.id in indicators for own in part)), None
    )
