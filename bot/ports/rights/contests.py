"""What people contest of what was said about them, as it is stored; it changes nothing else."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.rights.contesting import Contest, Contested, ContestEnding
from bot.domain.school.tracks import Role
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class NoteAbout:
    """A note about a student, without its words: whose it is, on what, and when it was said."""

    id: int
    track_id: int
    author_id: int
    author: str
    role: Role
    competence_id: int
    indicator_id: int | None
    said_at: datetime
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """What somebody in the contested view said of an indicator: last before, and now.

    `author_id` is who said it now.
    """

    author_id: int
    before: tuple[str | None, str | None]
    now: tuple[str | None, str | None]


class Contests(Protocol):
    """Contests, in one transaction."""

    def add(
        self, organisation_id: int, what: Contested, by_id: int, text: str, at: datetime
    ) -> int:
        """Keep that somebody contests something, in their own words; gives its identity."""

    def find(self, contest_id: int) -> Contest | None:
        """Find one: for the system; whoever asks on behalf of a person sees that it is theirs."""

    def list_standing(self, track_ids: Collection[int]) -> Sequence[Contest]:
        """List what stands on tracks, the oldest first: for the system, as `find` is."""

    def list_of(self, track_id: int) -> Sequence[Contest]:
        """List all of a track, the newest first, settled or not: for the system."""

    def list_seen(self, viewer_id: int, track_id: int) -> Sequence[Contest]:
        """List what stands on a track of what this viewer sees, and what is the viewer's own."""

    def end(
        self, contest_id: int, ending: ContestEnding, by_id: int | None, text: str, at: datetime
    ) -> bool:
        """Note how one ended; False where it had ended before."""

    def find_note(self, note_id: int) -> NoteAbout | None:
        """Find a note without its words, also where its author took it back."""

    def list_notes(self, track_id: int) -> Sequence[NoteAbout]:
        """List the notes about a student that stand and that others wrote, the newest first."""

    def rewrite_note(self, note_id: int, author_id: int, text: str) -> str | None:
        """Let the author of a note say it otherwise; gives what it said before, None if not theirs.

        That is kept with the contest.
        """

    def list_answered(self, world: World) -> Sequence[Contest]:
        """List what stands though something was said of it since, or taken back, in that view."""

    def read_said_again(self, contest: Contest) -> Mapping[int, SaidAgain]:
        """Read what was said of what is contested before it was, and now, by indicator.

        What stood then and was taken back since counts as said before, and no longer.
        """

    def follow_note(self, contest: Contest) -> bool:
        """Let one about a note that was taken back be about the same words, where said anew.

        False where these do not stand. That is so where a message was edited for its scores.
        """

    def list_on_message(self, author_id: int, source: str) -> Sequence[tuple[Contest, str]]:
        """List what stands about the notes that one message of an author was, with their words."""

    def read_words(self, viewer_id: int, track_id: int, note_id: int) -> str | None:
        """Read what a note of a track says; None for a viewer who does not see it in the chat."""
