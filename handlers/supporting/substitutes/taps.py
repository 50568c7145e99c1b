"""The buttons about who stands in for whom; the one that ends it leads here from elsewhere."""

from datetime import date

from bot.domain.school.tracks import Role
from handlers.talking.routing.tap import Tap


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
    """Ask until when somebody stands in."""

    absent: int
    role: Role
    track: int
    person: int


class StandInUntil(Tap, code="suf"):
    """Name who stands in, up to and including a day; the newcomer that was typed where it is 0."""

    absent: int
    role: Role
    track: int
    person: int
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
    """Make a link for who stands in, to hand over."""

    substitute: int
