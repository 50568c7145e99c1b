"""What a context does where it comes up: it starts competences, or develops them further.

Source: document 004, chapter 4 §1. What a programme declares of a context holds for nobody yet: for
a student it is the order in which contexts come up that says what one starts.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.frameworks import Context, Programme
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK, met_at_work


@dataclass(frozen=True, slots=True)
class ComingContext:
    """A context that comes up at a workplace, from one instant until another (both aware).

    `workplace` names it where a student has several, and `elsewhere` says that it is none of the
    viewer's, who is not told which.
    """

    placement_id: int
    context_id: int
    begins_at: datetime
    ends_at: datetime
    workplace: str = ""
    elsewhere: bool = False

    def runs(self, at: datetime) -> bool:
        """Say whether it comes up at an instant (aware)."""
        return self.begins_at <= at <= self.ends_at


@dataclass(frozen=True, slots=True)
class ContextInTurn:
    """What a context does in its turn, by the numbers of competences; the rest is done alone."""

    context: Context
    starts: tuple[int, ...]
    develops: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContextCovered:
    """How many indicators of what a context trains came up at work, of how many."""

    context: Context
    came_up: int
    whole: int


def in_turn(
    contexts: Iterable[Context], met: Collection[int] = (), alone: Collection[int] = ()
) -> tuple[ContextInTurn, ...]:
    """Work out what contexts start and develop, in the order in which they come up.

    `met` are the numbers of the competences that came up before, `alone` of those that are done
    alone: those need no work. What one context starts, the next develops.
    """
    begun, found = {*met, *alone}, []
    for context in contexts:
        trained = context.competences()
        found.append(
            ContextInTurn(
                context,
                tuple(number for number in trained if number not in begun),
                tuple(n for n in trained if n in begun and n not in alone),
            )
        )
        begun |= {*trained}
    return tuple(found)


def in_order_of_time(
    programme: Programme, coming: Iterable[ComingContext]
) -> tuple[tuple[Context, ComingContext], ...]:
    """List the contexts that come up, the soonest first, each beside when it does."""
    known = {context.id: context for context in programme.contexts}
    ordered = sorted(coming, key=lambda own: (own.begins_at, own.ends_at, own.context_id))
    return tuple((known[own.context_id], own) for own in ordered if own.context_id in known)


WorkCounts = Mapping[int, Mapping[Role, Counts]]
"""How far competences are, by their identity, as each perspective says."""


def met_numbers(programme: Programme, at_work: WorkCounts) -> frozenset[int]:
    """List the numbers of the competences of which something came up at work."""
    return frozenset(
        competence.number
        for competence in programme.competences
        if met_at_work(at_work.get(competence.id, {}))
    )


def alone_numbers(programme: Programme, at_work: WorkCounts) -> frozenset[int]:
    """List the numbers of the competences that are done alone, as is said at work."""
    return frozenset(
        competence.number
        for competence in programme.competences
        if colour_of(
            len(competence.indicators),
            at_work.get(competence.id, {}).get(SPEAKS_FOR_WORK, Counts()),
            programme.cut_off,
        )
        is Colour.DARK_GREEN
    )


def covered_by_context(programme: Programme, at_work: WorkCounts) -> Sequence[ContextCovered]:
    """Count for each context what came up at work of the competences that it trains."""
    whole = {own.number: len(own.indicators) for own in programme.competences}
    came_up = {
        own.number: at_work.get(own.id, {}).get(SPEAKS_FOR_WORK, Counts()).covered
        for own in programme.competences
    }
    return [
        ContextCovered(
            context,
            sum(came_up.get(number, 0) for number in context.competences()),
            sum(whole.get(number, 0) for number in context.competences()),
        )
        for context in programme.contexts
    ]
