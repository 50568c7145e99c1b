"""Intakes as they are stored: rounds, who leads them, who takes part, and who is to be erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.matching.candidacies import (
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class NewIntake:
    """A round to open, with its lists of questions."""

    organisation_id: int
    programme_id: int
    name: str
    procedure: str
    keep_days: int
    candidate_list_id: int
    company_list_id: int
    criteria: Sequence[str]


class Intakes(Protocol):
    """Rounds of programmes, in one transaction; instants are aware, and come back in UTC."""

    def open(self, new: NewIntake, at: datetime) -> int:
        """Keep a new round; gives its identity."""

    def drop(self, intake_id: int) -> None:
        """Delete a round in which nobody takes part."""

    def find(self, intake_id: int) -> Intake | None:
        """Find a round."""

    def find_named(self, programme_id: int, name: str) -> Intake | None:
        """Find a round of a programme by its name, whatever its capitals."""

    def list_of(self, organisation_id: int) -> Sequence[Intake]:
        """List the rounds of a school, those that are open first, the newest first."""

    def read_lists(self, intake_id: int) -> tuple[int, int]:
        """Read which lists of questions candidates and companies answer."""

    def close(self, intake_id: int, at: datetime) -> None:
        """Note that nobody is taken in any more."""

    def list_leaders(self, intake_id: int) -> Sequence[Person]:
        """List who leads a round, by name: whom the school named, else the programme's coaches."""

    def list_coaches(self, intake_id: int) -> Sequence[Person]:
        """List the programme's coaches who take no part in a round, by name."""

    def is_named(self, intake_id: int, person_id: int) -> bool:
        """Say whether somebody was named to lead a round."""

    def name_leader(self, intake_id: int, person: Person, at: datetime) -> None:
        """Name somebody who was not named yet."""

    def end_leader(self, intake_id: int, person_id: int) -> None:
        """Let somebody no longer be named."""

    def is_something_else(self, person_id: int) -> bool:
        """Say whether somebody is more at this school than a candidate or a company's contact."""

    def is_only_here(self, person_id: int) -> bool:
        """Say whether an intake brought somebody in who is nothing else, and leads none."""


class Candidacies(Protocol):
    """Candidates and companies' places in intakes, in one transaction; instants as above."""

    def add(self, intake: Intake, person: Person, at: datetime, *, added: bool) -> int:
        """Let somebody be a candidate; gives the identity."""

    def add_place(
        self, intake: Intake, contact: Person, workplace: str, at: datetime, *, added: bool
    ) -> int:
        """Keep that a company offers a place; gives its identity."""

    def find(self, candidacy_id: int) -> Candidacy | None:
        """Find a candidacy."""

    def hold(self, candidacy_id: int) -> Candidacy | None:
        """Find it, and let nobody else change it until this transaction ends."""

    def find_place(self, place_id: int) -> OfferedPlace | None:
        """Find a place whose contact is known yet."""

    def hold_place(self, place_id: int) -> OfferedPlace | None:
        """Find it, and let nobody else change it until this transaction ends."""

    def list_of(self, intake_id: int) -> Sequence[Candidacy]:
        """List the candidacies of a round, by name."""

    def list_places(self, intake_id: int) -> Sequence[OfferedPlace]:
        """List the places of a round whose contact is known yet, by workplace."""

    def note_sent(self, candidacy_id: int, at: datetime) -> None:
        """Note that a candidate's answers were sent."""

    def note_place_sent(self, place_id: int, at: datetime) -> None:
        """Note that a company's answers were sent."""

    def end(
        self, candidacy_id: int, ending: CandidacyEnding, at: datetime, erase_at: datetime
    ) -> None:
        """Note how a candidacy ended, and from when on it is erased."""

    def end_place(
        self, place_id: int, ending: PlaceEnding, at: datetime, erase_at: datetime
    ) -> None:
        """Note how the offer of a place ended, and from when on its contact is."""

    def list_over(self, world: World, at_most: int) -> Sequence[Candidacy]:
        """List candidacies of a world that were kept as long as their round says."""

    def list_places_over(self, world: World, at_most: int) -> Sequence[OfferedPlace]:
        """List places of a world, with a contact yet, that were kept as long."""

    def drop(self, candidacy_id: int) -> None:
        """Delete a candidacy with its interviews and what was said of it."""

    def hand_on(self, person_id: int) -> None:
        """Note of all their candidacies and places that these brought them in, as one did."""

    def forget_contact(self, place_id: int) -> None:
        """Let a place be nobody's any more."""
