"""`/sector`: what who speaks for a sector has here, and for whoever runs the school its sectors."""

from dataclasses import replace

from bot.domain.sector.sectors import Sector
from bot.messages import Reply, _, lines, listed, words
from bot.use_cases.sector.modules.see_modules import see_modules
from handlers.sector.modules.phrases import say_state, title_of
from handlers.sector.modules.taps import ShowModule
from handlers.sector.sectors import list_sectors
from handlers.talking.phrases import short
from handlers.talking.routing.doors import OpenOwnSector
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SHOWN = 8
"""Modules shown at once, the newest first."""


def show_own_sector(turn: Turn, _words: str) -> Replies:
    """Answer `/sector`."""
    sector = turn.uow.sectors.find_spoken_for(turn.person.id)
    if sector is not None:
        return [draw_own(turn, sector)]
    if turn.uow.administrators.is_one(turn.person.id):
        return [list_sectors(turn)]
    return [refuse_sector(turn)]


def tapped_own_sector(turn: Turn, _tap: OpenOwnSector) -> Replies:
    """Show it in the place of what led back to it."""
    return [replace(own, edit=True) for own in show_own_sector(turn, "")]


def draw_own(turn: Turn, sector: Sector) -> Reply:
    """Show who speaks for a sector what it proposed, and what they can do."""
    people = turn.uow.sectors.list_people(sector.id)
    others = [own.name for own in people if own.id != turn.person.id]
    modules = see_modules(turn.uow, turn.person)[:SHOWN]
    text = lines(
        _("You speak for {sector} here.", sector=sector.name),
        _("With you: {names}.", names=listed(others)) if others else None,
        *(
            lines(words("•", title_of(own.draft)), words("  ", say_state(turn, own), by=""))
            for own in modules
        ),
        _(
            "Propose a module by sending me its file here: CSV with number, title and indicator, "
            "or a qualification’s JSON."
        ),
        _("You see no student, no name and no score of the school."),
    )
    rows = tuple((button(short(own.draft.title), ShowModule(own.id)),) for own in modules)
    return offer(turn, Reply(text, rows))


def refuse_sector(turn: Turn) -> Reply:
    """Say for whom this is."""
    return Reply(
        _("This is for who speaks for a sector, and for who runs Kompaan for your school.")
    )
