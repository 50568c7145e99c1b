"""Who speaks for a sector, named and ended by who runs the school's Kompaan."""

from datetime import timedelta

from bot.domain.importing.drafts import LONGEST_NAME, tidy
from bot.domain.school.tracks import Person
from bot.domain.sector.sectors import Sector
from bot.messages import Reply, Sayable, _, lines
from bot.use_cases.sector.add_sector_person import add_sector_person
from bot.use_cases.sector.name_speaker import (
    InsideSchool,
    end_sector_person,
    make_sector_person,
)
from handlers.sector.asked import SectorPersonNamed
from handlers.sector.sectors import GONE, SHOWN, back, draw_sector, find_sector_here, list_sectors
from handlers.sector.taps import EndSectorPerson, InviteSectorPerson, NameSectorPerson
from handlers.talking.phrases import short
from handlers.talking.places.invitation import show_invitation
from handlers.talking.routing.doors import ChooseSector
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

NOBODY = _("Nobody of your school is meant by that any more.")


def tapped_choose_sector(turn: Turn, tap: ChooseSector) -> Replies:
    """Ask for which sector somebody speaks."""
    person = _find(turn, tap.person)
    if person is None:
        return [Reply(NOBODY)]
    if turn.uow.sectors.is_inside(person.id):
        return [Reply(_refused(person))]
    known = turn.uow.sectors.list_of(turn.person.organisation_id)
    if not known:
        return [list_sectors(turn, edit=True)]
    rows = [
        (button(short(sector.name), NameSectorPerson(person.id, sector.id, "ask")),)
        for sector in known[:SHOWN]
    ]
    text = _("For which sector does {name} speak?", name=person.name)
    return [offer(turn, Reply(text, (*rows, (back(),)), edit=True))]


def tapped_name_speaker(turn: Turn, tap: NameSectorPerson) -> Replies:
    """Let somebody speak for a sector, once that is sure."""
    person, sector = _find(turn, tap.person), find_sector_here(turn, tap.sector)
    if person is None or sector is None:
        return [Reply(NOBODY if person is None else GONE)]
    if tap.sure == "ask":
        return [offer(turn, _ask_naming(person, sector))]
    return [draw_sector(turn, sector, _name(turn, person, sector), edit=True)]


def _name(turn: Turn, person: Person, sector: Sector) -> Sayable:
    try:
        made = make_sector_person(turn.uow, person, sector, turn.at, turn.person.id)
    except InsideSchool:
        return _refused(person)
    return (
        _("{name} speaks for {sector} from now on.", name=person.name, sector=sector.name)
        if made
        else _("{name} speaks for {sector} already.", name=person.name, sector=sector.name)
    )


def _ask_naming(person: Person, sector: Sector) -> Reply:
    text = lines(
        _("Let {name} speak for {sector}?", name=person.name, sector=sector.name),
        _("Then {name} can propose modules, and sees no student, name or score.",
          name=person.first_name),
    )  # fmt: skip
    sure = button(_("yes"), NameSectorPerson(person.id, sector.id, "yes"))
    return Reply(text, ((sure,), (button(_("no"), ChooseSector(person.id)),)), edit=True)


def tapped_end_speaker(turn: Turn, tap: EndSectorPerson) -> Replies:
    """Let somebody speak for a sector no more, once that is sure."""
    person = _find(turn, tap.person)
    if person is None:
        return [Reply(NOBODY)]
    if tap.sure == "ask":
        text = _("Let {name} speak for no sector any more?", name=person.name)
        sure = button(_("yes"), EndSectorPerson(person.id, "yes"))
        return [offer(turn, Reply(text, ((sure,), (back(),)), edit=True))]
    end_sector_person(turn.uow, person, turn.at, turn.person.id)
    return [list_sectors(turn, edit=True)]


def tapped_invite_speaker(turn: Turn, tap: InviteSectorPerson) -> Replies:
    """Ask for the name of somebody who is in no roster."""
    sector = find_sector_here(turn, tap.sector)
    if sector is None:
        return [Reply(GONE)]
    text = _("Who speaks for {sector}? Type first name and family name.", sector=sector.name)
    return await_words(turn, SectorPersonNamed(sector=sector.id), text)


def typed_speaker(turn: Turn, question: SectorPersonNamed, text: str) -> Replies:
    """Add somebody new who speaks for a sector, with an invitation for them."""
    name, sector = tidy(text), find_sector_here(turn, question.sector)
    if sector is None:
        turn.close()
        return [Reply(GONE)]
    if not 0 < len(name) <= LONGEST_NAME:
        return [Reply(_("A name has {most} characters at most.", most=LONGEST_NAME))]
    turn.close()
    lasting = timedelta(days=turn.uow.ways_in.days)
    added = add_sector_person(turn.uow, sector, name, turn.at, lasting, by=turn.person.id)
    said = _("{name} speaks for {sector} from now on.", name=name, sector=sector.name)
    return [draw_sector(turn, sector, said), show_invitation(turn, added)]


def _refused(person: Person) -> Sayable:
    return lines(
        _("{name} is around a student here, takes part in an intake or does something else for "
          "the school, and so knows people: nothing was stored.", name=person.name),
        _("Who speaks for a sector does nothing else here."),
    )  # fmt: skip


def _find(turn: Turn, person_id: int) -> Person | None:
    return turn.uow.school_people.find(turn.person.organisation_id, person_id)
