"""Take somebody into a round: a candidate, or a company's contact who offers a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.folding import fold
from bot.domain.importing.drafts import LONGEST_NAME, tidy
from bot.domain.matching.candidacies import LONGEST_WORKPLACE, Candidacy, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.joining.invite_person import Invited, invite_person
from bot.use_cases.matching.name_leader import takes_part
from bot.use_cases.matching.tell_intake import remind_of_questions


class NotHere(Exception):
    """Somebody cannot be taken into a round, `why` says for which of the reasons in words."""

    def __init__(self, why: str) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Who was taken in, and the link that lets somebody come whom this brought in.

    Whoever the school knew before has a link from the school: `came` says whether they used one.
    """

    id: int
    person: Person
    invited: Invited | None
    came: bool


def find_known(uow: UnitOfWork, organisation_id: int, name: str) -> list[Person]:
    """List who is called exactly so in a school."""
    found = uow.school_people.list_called(organisation_id, fold(name), 9)
    kept = read_kept_names(uow, organisation_id)
    return [own for own in found if fold(kept.get(own.school_id, own.name)) == fold(name)]


def read_kept_names(uow: UnitOfWork, organisation_id: int) -> Mapping[str, str]:
    """Read how people are called by their school's ids, also where code words stand for names."""
    return {own.school_id: own.name for own in uow.catalogue.people.list_all(organisation_id)}


def add_candidate(
    uow: UnitOfWork, intake: Intake, who: Person | str, by: Person, at: datetime
) -> TakenIn:
    """Let somebody be a candidate: a known person, or a new one of this name. Raises NotHere."""
    person, added = _person(uow, intake, who, by)
    if takes_part(uow, intake, person.id):
        raise NotHere("there")
    if learns_in(uow, intake, person.id):
        raise NotHere("learns")
    new = uow.candidacies.add(intake, person, at, added=added)
    own = uow.candidacies.find(new)
    if own is not None:
        remind_of_questions(uow, own, at)
    return _taken(uow, new, person, by, at, added=added)


def add_place(
    uow: UnitOfWork, intake: Intake, workplace: str, who: Person | str, by: Person, at: datetime
) -> TakenIn:
    """Keep that a company offers a place, by a contact who is known or new. Raises NotHere."""
    workplace = tidy(workplace)
    if not 0 < len(workplace) <= LONGEST_WORKPLACE:
        raise NotHere("named")
    person, added = _person(uow, intake, who, by)
    if any(own.person_id == person.id for own in uow.candidacies.list_of(intake.id)):
        raise NotHere("there")
    known = uow.candidacies.list_places(intake.id)
    added = added or any(own.added for own in known if own.contact_id == person.id)
    new = uow.candidacies.add_place(intake, person, workplace, at, added=added)
    own = uow.candidacies.find_place(new)
    if own is not None:
        remind_of_questions(uow, own, at)
    return _taken(uow, new, person, by, at, added=added)


def learns_in(uow: UnitOfWork, intake: Intake, person_id: int) -> bool:
    """Say whether somebody is a student of the round's programme already: a roster places them."""
    return any(
        own.student_id == person_id
        and own.programme_id == intake.programme_id
        and own.ended_at is None
        for own in uow.tracks.list_of(person_id)
    )


def invite_again(
    uow: UnitOfWork, own: Candidacy | OfferedPlace, by: Person, at: datetime
) -> Invited | None:
    """Make another link for whom a round brought in; None for whoever has one from the school.

    So it is for whoever is more here by now, as after a match, and once it is over for them.
    """
    person = uow.people.find(own.person_id if isinstance(own, Candidacy) else own.contact_id)
    if person is None or not own.added or own.ended_at is not None:
        return None
    return _invite(uow, person, by, at) if uow.intakes.is_only_here(person.id) else None


def _person(uow: UnitOfWork, intake: Intake, who: Person | str, by: Person) -> tuple[Person, bool]:
    if intake.closed_at is not None:
        raise NotHere("closed")
    if isinstance(who, Person):
        if who.id == by.id or any(who.id == own.id for own in uow.intakes.list_leaders(intake.id)):
            raise NotHere("leads")
        if uow.sectors.find_spoken_for(who.id) is not None:
            raise NotHere("speaks")
        return who, False
    name = tidy(who)
    if not 0 < len(name) <= LONGEST_NAME:
        raise NotHere("named")
    return add_person(uow, intake.organisation_id, _free_id(uow, intake), name), True


def _free_id(uow: UnitOfWork, intake: Intake) -> str:
    """Find an id that nobody in the school has: the round's number, and one behind it."""
    known = {own.school_id for own in uow.catalogue.people.list_all(intake.organisation_id)}
    number = 1
    while f"intake-{intake.id}-{number}" in known:
        number += 1
    return f"intake-{intake.id}-{number}"


def _taken(
    uow: UnitOfWork, new: int, person: Person, by: Person, at: datetime, *, added: bool
) -> TakenIn:
    """Invite whom this brought in alone: a link for anybody else would be a way in as them."""
    uow.acts.record(by.id, Act.INTAKE, at, person.name)
    came = bool(uow.accounts.list_of(person.id) or uow.sessions.list_of(person.id))
    own = added and not came and uow.intakes.is_only_here(person.id)
    return TakenIn(new, person, _invite(uow, person, by, at) if own else None, came)


def _invite(uow: UnitOfWork, person: Person, by: Person, at: datetime) -> Invited:
    return invite_person(uow, person, at, timedelta(days=uow.ways_in.days), by.id)
