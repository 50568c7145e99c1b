"""How much of the colours rests on marks that were said before the period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.frameworks import Programme
from bot.domain.scoring.colours import Colour, colour_of, counts_of_marks
from bot.domain.scoring.film import Mark


@dataclass(frozen=True, slots=True)
class Resting:
    """So many colours rest on old marks, of so many competences of which something was scored."""

    colours: int
    of: int


def resting_on_old(programme: Programme, marks: Mapping[int, Mark], since: datetime) -> Resting:
    """Count the colours that would be other ones if only what was said since an instant counted.

    `marks` are one perspective's own, by indicator.
    """
    resting = scored = 0
    for competence in programme.competences:
        own = [marks.get(indicator.id, Mark()) for indicator in competence.indicators]
        new = [Mark() if mark.is_open(since) else mark for mark in own]
        colours = [
            colour_of(len(own), counts_of_marks(counted), programme.cut_off)
            for counted in (own, new)
        ]
        scored += colours[0] is not Colour.GREY
        resting += colours[0] is not colours[1]
    return Resting(resting, scored)
