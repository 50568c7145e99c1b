"""The sectors of a school, for whoever runs it: listed, added, deleted."""

from bot.domain.sector.sectors import LONGEST_SECTOR, Sector
from bot.messages import Button, Reply, Sayable, _, lines, listed, words
from bot.refusal import Refused
from bot.use_cases.sector.add_sector import drop_sector, name_sector
from bot.use_cases.sector.modules.see_modules import see_modules
from handlers.sector.asked import SectorNamed
from handlers.sector.frameworks.taps import ShowJoining
from handlers.sector.modules.phrases import say_state, title_of
from handlers.sector.modules.taps import ShowModule
from handlers.sector.taps import (
    AddSector,
    DropSector,
    EndSectorPerson,
    InviteSectorPerson,
    ShowSector,
)
from handlers.sector.totals.taps import ChooseTold
from handlers.talking.phrases import short
from handlers.talking.routing.doors import OpenAdmin, OpenSectors
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

SHOWN = 12
"""Sectors, and people of one, with a button of their own."""

GONE = _("This sector is not there any more.")
STAYS = _("It has people or modules, or is told totals, so it stays.")


def tapped_sectors(turn: Turn, _tap: OpenSectors) -> Replies:
    """List the sectors."""
    return [list_sectors(turn, edit=True)]


def list_sectors(turn: Turn, *, edit: bool = False) -> Reply:
    """List the sectors with which the school works, and what can be done."""
    known = turn.uow.sectors.list_of(turn.person.organisation_id)
    modules = see_modules(turn.uow, turn.person)[:SHOWN] if known else ()
    text = lines(
        _("These sectors work with your school:")
        if known
        else _("No sector works with your school here yet."),
        *(_line(turn, sector) for sector in known),
        _("Modules:") if modules else None,
        *(lines(words("•", title_of(own.draft)), say_state(turn, own)) for own in modules),
        _("Who speaks for a sector proposes modules, and sees no student, name or score."),
    )
    rows = [(button(short(sector.name), ShowSector(sector.id)),) for sector in known[:SHOWN]]
    shown = [(button(short(own.draft.title), ShowModule(own.id)),) for own in modules]
    after = (
        (button(_("add a sector"), AddSector()), button(_("several frameworks"), ShowJoining())),
        (button(_("‹ administration"), OpenAdmin()),),
    )
    return offer(turn, Reply(text, (*rows, *shown, *after), edit=edit))


def _line(turn: Turn, sector: Sector) -> Sayable:
    people = turn.uow.sectors.list_people(sector.id)
    named = listed([own.name for own in people]) if people else _("nobody speaks for it yet")
    return words("•", f"{sector.name}:", named)


def tapped_sector(turn: Turn, tap: ShowSector) -> Replies:
    """Show a sector."""
    sector = find_sector_here(turn, tap.sector)
    return [draw_sector(turn, sector, edit=True) if sector else Reply(GONE)]


def find_sector_here(turn: Turn, sector_id: int) -> Sector | None:
    """Find a sector of the administrator's own school."""
    found = turn.uow.sectors.find(sector_id)
    return found if found and found.organisation_id == turn.person.organisation_id else None


def draw_sector(
    turn: Turn, sector: Sector, said: Sayable | None = None, *, edit: bool = False
) -> Reply:
    """Show a sector with who speaks for it, and what can be done."""
    people = turn.uow.sectors.list_people(sector.id)
    text = lines(
        said,
        sector.name,
        _("For it speaks: {names}.", names=listed([own.name for own in people]))
        if people
        else _("Nobody speaks for it yet."),
        _("Find somebody with /admin to name them, or add somebody who is new here."),
    )
    rows = [
        (button(_("end: {name}", name=short(own.name)), EndSectorPerson(own.id, "ask")),)
        for own in people[:SHOWN]
    ]
    new = (
        button(_("add somebody new"), InviteSectorPerson(sector.id)),
        button(_("totals"), ChooseTold(sector.id)),
    )
    drop = [] if people else [(button(_("delete this sector"), DropSector(sector.id)),)]
    return offer(turn, Reply(text, (*rows, new, *drop, (back(),)), edit=edit))


def back() -> Button:
    """Lead back to all sectors."""
    return button(_("‹ sectors"), OpenSectors())


def tapped_add_sector(turn: Turn, _tap: AddSector) -> Replies:
    """Ask for the name of a sector."""
    text = _("What is the sector called? Of {most} characters at most.", most=LONGEST_SECTOR)
    return await_words(turn, SectorNamed(), text)


def typed_sector(turn: Turn, _question: SectorNamed, text: str) -> Replies:
    """Add the sector that was typed; the question stays until it can be one."""
    try:
        sector, entry = name_sector(turn.uow, turn.person, text, turn.at)
    except Refused as refused:
        return [Reply(refused.text)]
    turn.close()
    said = (
        _("The sector is added.")
        if entry is not None
        else _("{name} is a sector here already.", name=sector.name)
    )
    return [draw_sector(turn, sector, said)]


def tapped_drop(turn: Turn, tap: DropSector) -> Replies:
    """Delete a sector that nothing hangs on."""
    sector = find_sector_here(turn, tap.sector)
    if sector is None:
        return [Reply(GONE)]
    if not drop_sector(turn.uow, sector):
        return [draw_sector(turn, sector, STAYS, edit=True)]
    return [list_sectors(turn, edit=True)]
