"""Regions of a school's workplaces, as they are stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class RegionOfWorkplace:
    """A workplace with its region, which is empty where the school gave none."""

    workplace_id: int
    workplace: str
    region: str


class Regions(Protocol):
    """Regions of workplaces, in one transaction."""

    def list_of(self, organisation_id: int) -> Sequence[RegionOfWorkplace]:
        """List a school's workplaces by name."""

    def place(self, workplace_id: int, region: str) -> None:
        """Place a workplace in a region; an empty one takes it out of any."""
