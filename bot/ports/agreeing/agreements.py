"""Agreements about placements and their checklists, as they are stored."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Protocol

from bot.domain.agreeing.agreements import AgreedPlace, PlacementAgreement
from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role


class Agreements(Protocol):
    """Agreements, in one transaction; instants are aware."""

    def list_places(self, viewer_id: int, tracks: Collection[int]) -> Sequence[AgreedPlace]:
        """List the running placements of tracks whose agreements this person may see.

        By student and workplace, with this person's roles around each.
        """

    def list_of(self, placements: Collection[int]) -> Sequence[PlacementAgreement]:
        """List the agreements about placements, by their first day."""

    def hold(self, placement_id: int) -> Sequence[PlacementAgreement]:
        """List those about a placement as above; nobody else makes one until this is through."""

    def list_done(self, agreements: Collection[int]) -> Mapping[int, frozenset[AgreementStep]]:
        """List by agreement which of its steps were said to be done."""

    def list_planned(self, placements: Collection[int]) -> frozenset[int]:
        """List those placements whose newest training plan every party agreed to."""

    def list_recognised(self, placements: Collection[int]) -> Mapping[int, date]:
        """List by placement until when its workplace is recognised for what is learned there."""

    def add(
        self,
        place: AgreedPlace,
        kind: AgreementKind,
        days: tuple[date, date],
        made_by: int,
        at: datetime,
    ) -> int:
        """Keep an agreement from a first until a last day; gives its identity."""

    def drop(self, agreement_id: int) -> None:
        """Take an agreement away, with its steps."""

    def end(self, agreement_id: int, ended_on: date | None) -> None:
        """Note on which day an agreement ends early; None where it does not."""

    def tick(self, agreement_id: int, step: AgreementStep, by: int, at: datetime) -> None:
        """Note that a step is done; what was noted before stays."""

    def untick(self, agreement_id: int, step: AgreementStep) -> None:
        """Note that a step is not done."""

    def note_reminded(self, agreement_id: int, role: Role, day: date) -> bool:
        """Note that those in a role are reminded on a day; False where they were already."""

    def say_hours(self, placement_id: int, hours: Fraction | None) -> None:
        """Keep how many hours a week a placement takes, None where that is not known."""

    def read_setting(self, programme_id: int) -> Setting | None:
        """Read in which education a programme stands, None where nobody said so."""

    def set_setting(self, programme_id: int, setting: Setting | None) -> None:
        """Keep in which education a programme stands."""
