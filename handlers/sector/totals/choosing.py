"""Of which programmes a sector is told totals: chosen by who runs the school."""

from bot.domain.sector.sectors import Sector
from bot.messages import Reply, Sayable, _, lines
from bot.ports.sector.totals.published import ToldProgramme
from bot.use_cases.sector.totals.tell_sector import choose_told
from handlers.scoring.taps import UndoEntry
from handlers.sector.sectors import GONE, find_sector_here
from handlers.sector.taps import ShowSector
from handlers.sector.totals.taps import ChooseTold, TellSector
from handlers.talking.phrases import short, ticked
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 12
"""Programmes with a button of their own."""


def tapped_choose_told(turn: Turn, tap: ChooseTold) -> Replies:
    """Show of which programmes a sector is told."""
    sector = find_sector_here(turn, tap.sector)
    return [_draw(turn, sector) if sector else Reply(GONE)]


def tapped_tell(turn: Turn, tap: TellSector) -> Replies:
    """Tell a sector of a programme, once it is sure; or no more, at once."""
    sector = find_sector_here(turn, tap.sector)
    if sector is None:
        return [Reply(GONE)]
    known = turn.uow.totals.list_programmes(sector.organisation_id, sector.id)
    programme = next((own for own in known if own.id == tap.programme), None)
    if programme is None:
        return [Reply(_("This programme is not there any more."))]
    if tap.told == "ask":
        return [_ask(turn, sector, programme)]
    told = tap.told == "yes"
    by = turn.person.id
    entry = choose_told(turn.uow, sector, programme.id, turn.at, told=told, by=by)
    if entry is None:
        return [_draw(turn, sector)]
    said = (
        _("{sector} is told totals of {programme}, from the next photo on.",
          sector=sector.name, programme=programme.title)
        if told
        else _("{sector} sees no totals of {programme} any more.",
               sector=sector.name, programme=programme.title)
    )  # fmt: skip
    return [_draw(turn, sector, said, entry)]


def _ask(turn: Turn, sector: Sector, programme: ToldProgramme) -> Reply:
    text = _(
        "Tell {sector} totals of {programme}? From the next photo on it sees how many students "
        "have which colour of each competence, as mentors and as teachers see it, over five "
        "students at least. It sees no name, and nothing that tells of one student.",
        sector=sector.name,
        programme=programme.title,
    )
    yes = button(_("yes, tell"), TellSector(sector.id, programme.id, "yes"))
    rows = ((yes,), (button(_("no"), ChooseTold(sector.id)),))
    return offer(turn, Reply(text, rows, edit=True))


def _draw(
    turn: Turn, sector: Sector, said: Sayable | None = None, entry: int | None = None
) -> Reply:
    known = turn.uow.totals.list_programmes(sector.organisation_id, sector.id)
    text = lines(
        said,
        _("Of which programmes is {sector} told totals? A tap changes it.", sector=sector.name)
        if known
        else _("There is no programme yet: read a roster in."),
    )
    rows = [
        (
            button(
                ticked(short(own.title), chosen=own.told),
                TellSector(sector.id, own.id, "no" if own.told else "ask"),
            ),
        )
        for own in known[:AT_MOST]
    ]
    undo = [(button(_("↩ Undo"), UndoEntry(entry)),)] if entry else []
    back = (button(_("‹ back"), ShowSector(sector.id)),)
    return Reply(text, (*undo, *rows, back), edit=True)
