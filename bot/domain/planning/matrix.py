"""The class matrix: what the workplaces train of each competence, planned and in reality.

Source: document 004, chapter 2 §4 (rows competences, columns students with their company;
collective gaps first, what is collectively covered last). It is the one truth about a student and a
competence for planning; everything that groups, counts or draws by it starts here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour, Counts
from bot.domain.scoring.workplace import SPEAKS_FOR_WORK, met_at_work

WEEK = 7


class ComeUp(StrEnum):
    """How often a competence came up at a student's workplaces, as their mentors say."""

    NOT = "not"
    SOMETIMES = "sometimes"
    REGULARLY = "regularly"


@dataclass(frozen=True, slots=True)
class CompetenceAtPlaces:
    """One competence of one student: where it is pursued, what came up, who shows it alone.

    `place` is where the training plans of all running workplaces pursue it together, `offered` says
    that one of them can, by its activity list. `alone` are those of mentor and teacher whose colour
    is dark green; the views `differ` where the other scored it otherwise. It is `shown` where one
    of them calls it acquired, be it with support. `before` says that what was recognised as learned
    before makes it acquired, by the programme's rule.
    """

    place: Where = Where.UNDECIDED
    offered: bool = False
    at_work: ComeUp = ComeUp.NOT
    alone: frozenset[Role] = frozenset()
    differs: bool = False
    acquired_on_campus: bool = False
    shown: bool = False
    before: bool = False

    @property
    def planned_at_work(self) -> bool:
        """Say whether it is planned at work: so agreed, or offered and nothing else decided."""
        return self.place.at_work or (self.place is Where.UNDECIDED and self.offered)

    @property
    def planned_on_campus(self) -> bool:
        """Say whether it is planned on campus, alone or as well."""
        return self.place in (Where.CAMPUS, Where.BOTH)

    @property
    def trained_at_work(self) -> bool:
        """Say whether the workplace trains it: it is planned there, or came up."""
        return self.planned_at_work or self.at_work is not ComeUp.NOT

    @property
    def awaited(self) -> bool:
        """Say whether it is planned at work, and nothing of it came up yet."""
        return self.planned_at_work and self.at_work is ComeUp.NOT

    @property
    def reached(self) -> bool:
        """Say whether the campus has nothing to add: shown alone, acquired there, or before."""
        return bool(self.alone) or self.acquired_on_campus or self.before


def place_competence(
    counts: Mapping[Role, Counts],
    colours: Mapping[Role, Colour],
    *,
    place: Where = Where.UNDECIDED,
    offered: bool = False,
    regularly: bool = False,
    before: bool = False,
) -> CompetenceAtPlaces:
    """Join what is planned of a competence with what mentor and teacher say of it.

    `regularly` says that a mentor calls one of its indicators regular, `before` that it counts as
    acquired before the track.
    """
    said = {role: colours.get(role, Colour.GREY) for role in (SPEAKS_FOR_WORK, Role.TEACHER)}
    alone = frozenset(role for role, colour in said.items() if colour is Colour.DARK_GREEN)
    others = (colour for role, colour in said.items() if role not in alone)
    often = ComeUp.REGULARLY if regularly else ComeUp.SOMETIMES
    return CompetenceAtPlaces(
        place,
        offered,
        often if met_at_work(counts) else ComeUp.NOT,
        alone,
        bool(alone) and any(colour is not Colour.GREY for colour in others),
        said[Role.TEACHER].acquired,
        any(colour.acquired for colour in said.values()),
        before,
    )


def tells_of_work(counts: Iterable[Mapping[Role, Counts]]) -> bool:
    """Say whether a mentor told of anything that came up, or that cannot be seen there."""
    said = (of_roles.get(SPEAKS_FOR_WORK, Counts()) for of_roles in counts)
    return any(own.covered or own.not_here for own in said)


def is_collective_gap(cells: Sequence[CompetenceAtPlaces], *, known: bool) -> bool:
    """Say whether nobody's workplace trains a competence that somebody still lacks.

    Where nothing is `known` of any workplace, neither plan nor list nor a mentor's word, there is
    none: silence is no gap (ours).
    """
    if not known or any(cell.trained_at_work for cell in cells):
        return False
    return not all(cell.reached for cell in cells)


def is_collectively_covered(cells: Sequence[CompetenceAtPlaces]) -> bool:
    """Say whether everybody's workplace trains a competence: on campus it comes last, if at all."""
    return bool(cells) and all(cell.trained_at_work for cell in cells)


def week_of(day: date, since: date) -> int:
    """Count in which week a day lies of what began on another, from 1 on."""
    return max((day - since).days // WEEK + 1, 1)
