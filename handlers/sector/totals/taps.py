"""The buttons about totals."""

from typing import Literal

from bot.domain.school.tracks import Role
from handlers.talking.routing.tap import Tap


class ListTotals(Tap, code="Tl"):
    """Show a page of what was counted, from 0."""

    page: int


class ShowTotals(Tap, code="Ts"):
    """Show the numbers of a photo in one perspective: of all, or of a region by its place."""

    period: int
    role: Role
    place: int | None


class TotalsFile(Tap, code="Tf"):
    """Bring all numbers of a photo as a file."""

    period: int


class ChooseTold(Tap, code="Tc"):
    """Show of which programmes a sector is told."""

    sector: int


class TellSector(Tap, code="Tt"):
    """Tell a sector of a programme, or no more; what is asked first says what that means."""

    sector: int
    programme: int
    told: Literal["ask", "yes", "no"]


class ListRegions(Tap, code="Tr"):
    """Show a page of the workplaces with their regions, from 0."""

    page: int


class AskRegion(Tap, code="Tw"):
    """Ask in which region a workplace is."""

    workplace: int


class PlaceInRegion(Tap, code="Tp"):
    """Put a workplace into the region in which another one is, or into none."""

    workplace: int
    like: int | None
