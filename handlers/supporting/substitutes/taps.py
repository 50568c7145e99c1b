"""The buttons about who stands in for whom; the one that ends it leads here from elsewhere."""

from datetime import date
from typing import Annotated

from bot.domain.school.tracks import Role
from handlers.talking.routing.tap import LiveTap, Shape, Tap


class NameSubstitute(Tap, code="sua"):
    """Ask who stands in for somebody, in whatever role."""

    person: int


class AskForWhom(Tap, code="sub"):
    """Ask for which of the students another one stands in, or who, where there is only one."""

    absent: int
    role: Role


class AskWhoStandsIn(Tap, code="suc"):
    """Ask who stands in for somebody, on one track or on all (0)."""

    absent: int
    role: Role
    track: int


class AskNewcomer(Tap, code="suw"):
    """Ask for the name of somebody who is new to the school."""

    absent: int
    role: Role
    track: int


class AskUntilWhen(Tap, code="sud"):
    """Ask until when somebody stands in; the role is a letter, as there are long numbers beside."""

    absent: int
    role: Annotated[str, Shape("[mt]")]
    track: int
    person: int


class StandInUntil(LiveTap, code="suf"):
    """Name who stands in, as it was asked, up to and including a day."""

    until: date


class ShowSubstitution(Tap, code="sus"):
    """Show who stands in for whom, with what can be done about it."""

    substitute: int


class AskOtherEnd(Tap, code="suo"):
    """Ask until which other day somebody stands in."""

    substitute: int


class MoveEnd(Tap, code="sum"):
    """Let somebody stand in up to and including another day."""

    substitute: int
    until: date


class InviteSubstitute(Tap, code="sui"):
    """Make a link for whoever stands in, to hand over."""

    substitute: int
