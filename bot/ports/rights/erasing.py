"""Erasing a person, or what a track holds, as it is stored, and the list that is kept apart."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.rights.erasures import Erasure, Lawful


@dataclass(frozen=True, slots=True)
class ErasedChat:
    """A message of ours in a chat of a platform: where it stands, and since when (aware)."""

    platform: str
    address: str
    ref: str
    person_id: int
    organisation_id: int
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """By what a person is known: the school's id and the name, and whether that may be another's.

    `tracks` are the person's own, whose sums and decisions stay.
    """

    id: int
    organisation_id: int
    school_id: str
    name: str
    language: str
    is_namesake: bool
    tracks: Sequence[int] = ()
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Traces:
    """What stays of somebody in what was signed, for the list that is kept apart."""

    sums: Mapping[tuple[str, int], str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)


class Erasing(Protocol):
    """Erasing, in one transaction."""

    def hold(self, person_id: int) -> Known | None:
        """Find a person and let nobody add to their tracks until this transaction ends."""

    def read_traces(self, tracks: Collection[int]) -> Traces:
        """Read what stays of tracks in photos that were sealed, and in decisions."""

    def list_reasons(self, person_id: int) -> Sequence[tuple[str, str]]:
        """List what stays of somebody: the names of tables with rows of theirs, each with why."""

    def list_gone(self, person_id: int) -> Sequence[str]:
        """List what goes of somebody: the names of the tables that hold rows of theirs."""

    def list_chats(self, known: Known) -> Sequence[ErasedChat]:
        """List our messages on platforms to somebody, and those to others that name them."""

    def blank_mentions(self, known: Known) -> None:
        """Take somebody's name out of what others have: our words to them, and their own."""

    def erase(self, person_id: int, at: datetime) -> None:
        """Delete, make nameless or empty what leads to a person, as each table declares."""

    def erase_track(self, track_id: int) -> None:
        """Delete what a track holds; photos, decisions and the track itself stay."""

    def erase_words(self, tracks: Collection[int], until: datetime) -> None:
        """Empty the words of tracks in photos and decisions of until then; their sums stay."""

    def list_back(self, people: Collection[int]) -> Sequence[Known]:
        """List who of these people is here with a name, as after a backup was put back."""

    def list_tracks_back(
        self, tracks: Collection[int], until: datetime, *, words: bool
    ) -> Sequence[int]:
        """List the tracks of these that hold again what had ended by then; `words`, too.

        What was taken up again since is somebody's by right.
        """

    def has_waiting(self, person_id: int, at: datetime) -> bool:
        """Say whether a message to somebody who was erased is still to be sent, or taken back."""

    def count_erased(self) -> int:
        """Count the people who are here without a name."""


class ErasureList(Protocol):
    """The list of erasures beside the installation's key; every method may raise Refused."""

    def mark(self, organisation_id: int, person_id: int, school_id: str) -> str:
        """Compute what tells whose row an identity was."""

    def add(self, erasure: Erasure) -> None:
        """Sign a line and keep it, before anything is erased."""

    def take_back(self, erasure: Erasure) -> None:
        """Note of a line that it was never carried out: it is read no more."""

    def read(self) -> Sequence[Erasure]:
        """Read the lines that this installation signed, without those that were taken back."""

    def lawful(self) -> Lawful:
        """Gather what was erased lawfully."""
