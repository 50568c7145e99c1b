"""The seven coaching methods, and the mastery that each fits.

Source: document 004, chapter 3 §5 (seven methods after cognitive apprenticeship); which method is
offered at which mastery is ours.
"""

from enum import StrEnum

from bot.domain.scoring.scales import Mastery


class Method(StrEnum):
    """A way in which somebody learns at work, used in a mix with the others."""

    MODELLING = "modelling"
    SCAFFOLDING = "scaffolding"
    ARTICULATION = "articulation"
    COACHING = "coaching"
    REFLECTION = "reflection"
    EXPLORATION = "exploration"
    GENERALISATION = "generalisation"


OFFERED = {
    Mastery.NOT_SHOWN: (Method.MODELLING, Method.SCAFFOLDING),
    Mastery.WITH_SUPPORT: (Method.COACHING, Method.ARTICULATION),
    Mastery.AUTONOMOUS: (Method.EXPLORATION, Method.GENERALISATION),
}
"""The methods of each mastery; reflection, in none of them, fits always."""

_FITS = {method: mastery for mastery, methods in OFFERED.items() for method in methods}


def distance(method: Method, mastery: Mastery | None) -> int:
    """Count the steps of mastery between a method's own and this one: 0 fits, 2 is farthest.

    Where nothing is scored yet, every method fits.
    """
    own = _FITS.get(method)
    if own is None or mastery is None:
        return 0
    steps = tuple(Mastery)
    return abs(steps.index(own) - steps.index(mastery))
