"""The next step: the indicators just beyond what a student does alone, each with its reasons.

Source: document 004, chapter 3 §5 b (the zone of proximal development); what counts is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.school.frameworks import Competence, Context, Indicator, Programme
from bot.domain.scoring.colours import Colour, Counts, colour_of, counts_of_marks
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery

NEAR = 2
"""So few indicators short of the cut-off, a competence is near it."""


@dataclass(frozen=True, slots=True)
class Near:
    """A competence is near its cut-off: so many indicators more, and it is this colour."""

    missing: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class NextStep:
    """An indicator worth practising now, and why: at least one of the three reasons is there."""

    competence: Competence
    indicator: Indicator
    supported: bool
    near: Near | None
    context: Context | None


def next_steps(
    programme: Programme, marks: Mapping[int, Mark], coming: Sequence[Context] = ()
) -> tuple[NextStep, ...]:
    """List what lies just beyond what is done alone, the nearest first.

    `marks` are one perspective's, by indicator: for the mentor the mentor's, for the student the
    student's own, since indicators of the mentor are not shown to a student. `coming` are the
    contexts coming up, the soonest first.
    """
    steps = [
        step
        for competence in programme.competences
        for step in _of_competence(programme, competence, marks, coming)
    ]
    return tuple(sorted(steps, key=lambda step: _rank(step, coming)))


def _of_competence(
    programme: Programme,
    competence: Competence,
    marks: Mapping[int, Mark],
    coming: Sequence[Context],
) -> list[NextStep]:
    film = {indicator: marks.get(indicator.id, Mark()) for indicator in competence.indicators}
    counts = counts_of_marks(film.values())
    near = _near(programme, competence, counts)
    context = next(
        (context for context in coming if competence.number in context.competences()), None
    )
    steps = [
        NextStep(
            competence,
            indicator,
            supported=mark.mastery is Mastery.WITH_SUPPORT,
            near=near if near and _counts_for(near, mark) else None,
            context=context,
        )
        for indicator, mark in film.items()
        if mark.mastery is not Mastery.AUTONOMOUS and not mark.not_here
    ]
    return [step for step in steps if step.supported or step.near or step.context]


def _near(programme: Programme, competence: Competence, counts: Counts) -> Near | None:
    whole = len(competence.indicators)
    needed = programme.cut_off.needed(whole)
    near = {
        Colour.ORANGE: Near(needed - counts.acquired, Colour.LIGHT_GREEN),
        Colour.LIGHT_GREEN: Near(needed - counts.autonomous, Colour.DARK_GREEN),
    }.get(colour_of(whole, counts, programme.cut_off))
    return near if near and near.missing <= NEAR else None


def _counts_for(near: Near, mark: Mark) -> bool:
    """Say whether it is one of those missing: with support, it counts as acquired already."""
    return near.colour is Colour.DARK_GREEN or mark.mastery is not Mastery.WITH_SUPPORT


def _rank(step: NextStep, coming: Sequence[Context]) -> tuple[bool | int, ...]:
    return (
        not step.supported,
        step.near.missing if step.near else NEAR + 1,
        coming.index(step.context) if step.context else len(coming),
        step.competence.number,
        step.indicator.number,
    )
