"""`/sector`: what who speaks for a sector has here, and for who runs the school its sectors."""

from bot.domain.sector.sectors import Sector
from bot.messages import Reply, _, lines, listed
from handlers.sector.sectors import list_sectors
from handlers.talking.turn import Replies, Turn


def show_own_sector(turn: Turn, _words: str) -> Replies:
    """Answer `/sector`."""
    sector = turn.uow.sectors.find_spoken_for(turn.person.id)
    if sector is not None:
        return [draw_own(turn, sector)]
    if turn.uow.administrators.is_one(turn.person.id):
        return [list_sectors(turn)]
    return [refuse_sector(turn)]


def draw_own(turn: Turn, sector: Sector) -> Reply:
    """Show who speaks for a sector what they can do."""
    others = [
        own.name for own in turn.uow.sectors.list_people(sector.id) if own.id != turn.person.id
    ]
    text = lines(
        _("You speak for {sector} here.", sector=sector.name),
        _("With you: {names}.", names=listed(others)) if others else None,
        _("You see no student, no name and no score of the school."),
    )
    return Reply(text)


def refuse_sector(turn: Turn) -> Reply:
    """Say for whom this is."""
    return Reply(
        _("This is for who speaks for a sector, and for who runs Kompaan for your school.")
    )
