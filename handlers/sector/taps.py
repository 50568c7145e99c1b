"""The buttons about sectors and who speaks for them."""

from typing import Literal

from handlers.talking.routing.tap import Tap


class ShowSector(Tap, code="Xs"):
    """Show a sector with who speaks for it."""

    sector: int


class AddSector(Tap, code="Xn"):
    """Ask for the name of a sector."""


class DropSector(Tap, code="Xd"):
    """Delete a sector that nothing hangs on."""

    sector: int


class NameSectorPerson(Tap, code="Xp"):
    """Let somebody speak for a sector, or ask first whether that is meant."""

    person: int
    sector: int
    sure: Literal["ask", "yes"]


class EndSectorPerson(Tap, code="Xe"):
    """Let somebody speak for no sector any more, or ask first whether that is meant."""

    person: int
    sure: Literal["ask", "yes"]


class InviteSectorPerson(Tap, code="Xi"):
    """Ask for the name of somebody new who speaks for a sector."""

    sector: int
