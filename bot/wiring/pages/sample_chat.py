"""The web chat's back: the people of the samples, one in each language, on the running lanes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from typing_extensions import override

from bot.i18n import Voice
from bot.platforms.sample_page.chat import Passes, Seen, ShownListener
from bot.platforms.transcript import rendered_picture
from bot.platforms.web.chat import Pane
from bot.ports import Shown
from bot.ports.worlds import Move, SampleClock
from bot.showing.alt import alt_of
from bot.wiring.clock import deliver_sample, move_sample
from bot.wiring.composing import working_days
from bot.wiring.pages.own_chat import OwnChat, pane_of
from bot.wiring.pages.watched import WatchedHouse
from bot.wiring.sample import bring_sample
from handlers.reporting.board import describe_board
from handlers.sample_clock import clock_of


@dataclass
class SampleChat(OwnChat, WatchedHouse):
    """The web chat's back: only the samples' people, never a real one."""

    listeners: list[ShownListener] = field(default_factory=list)
    known: dict[int, Seen] = field(default_factory=dict)

    def listen(self, listener: ShownListener) -> None:
        """Tell somebody from now on what reaches the samples' people unasked."""
        self.listeners.append(listener)

    def arrived(self, shown: Sequence[tuple[int, Shown]]) -> None:
        """Pass on what reached people by the clock; without an open page nobody listens."""
        for person_id, message in shown:
            for listener in self.listeners:
                listener(person_id, message)

    def seen(self, person_id: int) -> Seen | None:
        """Tell whose chat of a sample this is; None for who is not on the page so far."""
        return self.known.get(person_id)

    def now(self, language: str) -> datetime:
        """Tell at which instant something from the page is said, by that sample's clock."""
        return self.house.sample_time(datetime.now(UTC), language)

    def clock(self, language: str) -> SampleClock | None:
        """Read a sample's clock, and what is to come."""
        works = working_days(self.house.settings.holidays)
        with self.house.reading() as uow:
            clock = clock_of(uow, datetime.now(UTC), works, language)
        if clock is None and bring_sample(self.house, datetime.now(UTC), language):
            return self.clock(language)
        return clock

    def move(self, language: str, by: Move, passes: Passes) -> None:
        """Move a sample's clock; what reaches whom on the way is told as it comes."""
        self.panes(language)  # by them everybody is known
        move_sample(self.house, by, passes, language)

    @override
    def transcript(self, person_id: int, before: int | None = None) -> list[Shown]:
        """Read somebody's newest messages, which counts as having seen them, or earlier ones."""
        if before is None:
            with self.house.transaction() as uow:
                uow.transcripts.take_unread(person_id)
        return super().transcript(person_id, before)

    def panes(self, language: str) -> list[Pane]:
        """List a sample's people, each with roles and a sentence about them.

        A sample that is looked at for the first time is loaded, where there is one already.
        """
        with self.house.reading() as uow:
            people = uow.people.list_sample(language)
            self.known.update({person.id: Seen(language, person.school_id) for person in people})
            panes = [pane_of(person, uow.tracks.list_of(person.id)) for person in people]
        if not panes and bring_sample(self.house, datetime.now(UTC), language):
            return self.panes(language)
        return panes

    def deliver(self, language: str) -> list[tuple[int, Shown]]:
        """Bring what waits for a sample's people; returns what reached whom."""
        return deliver_sample(self.house, datetime.now(UTC), language)

    def board(self, person_id: int) -> dict[str, Any] | None:
        """Read the colour report of somebody's first student, as that person may see it."""
        # Before, since a reader that waits for a second connection holds up all.
        at = self.now(self.known[person_id].language)
        with self.house.reading() as uow:
            person = uow.people.find_and_hold(person_id)
            picture = describe_board(uow, person_id, at)
        if person is None or picture is None:
            return None
        voice = Voice(person.language, person.time_zone, at)
        return {**rendered_picture(picture, voice), "alt": voice.say(alt_of(picture))}
