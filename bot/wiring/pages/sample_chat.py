"""The web chat's back: the people of the samples, one in each language, on the running lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from typing_extensions import override

from bot.domain.school.tracks import Person
from bot.i18n import voice_of
from bot.platforms.sample_page.chat import OwnClass, Passes, Seen, ShownListener
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
from bot.wiring.trying.crowd import in_order
from handlers.reporting.board import describe_board
from handlers.sample_clock import clock_of


@dataclass
class SampleChat(OwnChat, WatchedHouse):
    """The web chat's back: only the samples' people, never a real one."""

    own_class: OwnClass | None = None
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
        """Tell whose chat of a sample this is; None for whoever is not on the page so far."""
        return self.known.get(person_id)

    def now(self, language: str) -> datetime:
        """Tell at which instant something from the page is said, by that sample's clock."""
        return self.house.sample_time(datetime.now(UTC), language)

    def clock(self, language: str) -> SampleClock | None:
        """Read a sample's clock, and what is to come."""
        works = working_days(self.house.settings.holidays)
        with self.house.reading() as uow:
            clock = clock_of(uow, datetime.now(UTC), works, language)
        return self.clock(language) if clock is None and self._brings(language) else clock

    def _brings(self, language: str) -> bool:
        """Load the sample in a language, where it is looked at for the first time."""
        return not self.own_class and bring_sample(self.house, datetime.now(UTC), language)

    def move(self, language: str, by: Move, passes: Passes) -> None:
        """Move a sample's clock; what reaches whom on the way is told as it comes."""
        with self.house.reading() as uow:
            self._know(language, uow.people.list_sample(language))
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
            self._know(language, people)
            tracks = {person.id: uow.tracks.list_of(person.id) for person in people}
        panes = [pane_of(person, tracks[person.id]) for person in people]
        if self.own_class:
            return in_order(panes, tracks)
        return self.panes(language) if not panes and self._brings(language) else panes

    def pane(self, language: str, school_id: str) -> Pane | None:
        """Find one of a sample's people, without reading all others, who may be a whole school."""
        with self.house.reading() as uow:
            person = uow.people.find_in_sample(school_id, language)
            if person is not None:
                self._know(language, [person])
                return pane_of(person, uow.tracks.list_of(person.id))
            somebody = uow.people.list_sample(language)
        return None if somebody or not self._brings(language) else self.pane(language, school_id)

    def _know(self, language: str, people: Iterable[Person]) -> None:
        self.known.update({person.id: Seen(language, person.school_id) for person in people})

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
        voice = voice_of(person, at)
        return {**rendered_picture(picture, voice), "alt": voice.say(alt_of(picture))}
