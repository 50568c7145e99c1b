"""What is learned: frameworks with competences and indicators, and programmes that use them.

Source: document 004, chapter 3 §1 (competences) and chapter 4 (contexts).
"""

from dataclasses import dataclass
from enum import StrEnum


class CutOff(StrEnum):
    """Where 'acquired' begins: at 80 %, or only above it."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"

    def reached(self, part: int, whole: int) -> bool:
        """Compare part / whole with 80 %, in whole numbers."""
        if self is CutOff.AT_LEAST:
            return 5 * part >= 4 * whole
        return 5 * part > 4 * whole

    def needed(self, whole: int) -> int:
        """Find the smallest part of a whole that reaches it."""
        return next(part for part in range(whole + 1) if self.reached(part, whole))


class Setting(StrEnum):
    """In which education a programme stands: it asks for a kind of agreement (chapter 2 §3 g)."""

    COMPULSORY = "compulsory"
    ENTREPRENEURIAL = "entrepreneurial"
    HIGHER = "higher"


class PriorRule(StrEnum):
    """How a programme counts what a student had learned before; the words are stored."""

    SHOWN = "shown"
    """It is shown, and counts for nothing."""
    COVERED = "covered"
    """It counts as what has come up."""
    ACQUIRED = "acquired"
    """It counts as acquired, and so as what has come up."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One observable behaviour, numbered within its competence."""

    id: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Competence:
    """A capacity that shows in behaviour, under its number in the programme.

    `framework` is the title of its framework where the programme has several, else empty.
    """

    id: int
    number: int
    title: str
    indicators: tuple[Indicator, ...]
    framework: str = ""

    def indicator(self, number: int) -> Indicator | None:
        """Find an indicator by its number."""
        return next(
            (indicator for indicator in self.indicators if indicator.number == number), None
        )


class Contribution(StrEnum):
    """What a context does for a competence: it starts it, or develops it further."""

    STARTS = "starts"
    DEVELOPS = "develops"


@dataclass(frozen=True, slots=True)
class Context:
    """Work activities that belong together, and the competences they train (chapter 4)."""

    id: int
    number: int
    title: str
    trains: tuple[tuple[int, Contribution], ...]

    def competences(self, contribution: Contribution | None = None) -> tuple[int, ...]:
        """List the numbers of the competences it trains, or only starts or develops."""
        return tuple(n for n, how in self.trains if contribution in (None, how))


@dataclass(frozen=True, slots=True)
class CourseComponent:
    """Competences that are evaluated together in a programme."""

    id: int
    title: str
    competences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A course: its competences from one or several frameworks, and its own settings.

    Where it is `blind_first`, nobody is told while they score what others say of the same.
    """

    id: int
    code: str
    title: str
    cut_off: CutOff
    competences: tuple[Competence, ...]
    contexts: tuple[Context, ...] = ()
    components: tuple[CourseComponent, ...] = ()
    blind_first: bool = True
    prior_rule: PriorRule = PriorRule.SHOWN

    def frameworks(self) -> dict[str, list[int]]:
        """List the numbers of its competences by framework; none where there is only one."""
        found: dict[str, list[int]] = {}
        for own in self.competences:
            if own.framework:
                found.setdefault(own.framework, []).append(own.number)
        return found

    def competence(self, number: int) -> Competence | None:
        """Find a competence by its number in the programme."""
        return next(
            (competence for competence in self.competences if competence.number == number), None
        )

    def competence_by_id(self, competence_id: int) -> Competence | None:
        """Find a competence by its identity."""
        return next(
            (competence for competence in self.competences if competence.id == competence_id), None
        )

    def component_by_id(self, component_id: int) -> CourseComponent | None:
        """Find a course component by its identity."""
        return next((own for own in self.components if own.id == component_id), None)

    def context(self, number: int) -> Context | None:
        """Find a context by its number."""
        return next((context for context in self.contexts if context.number == number), None)
