"""The web chat's back: the people of the samples, one in each language, on the running lanes."""

import math
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette

from bot.domain.school.tracks import Person, Role, Track
from bot.i18n import Voice
from bot.lanes import Lanes
from bot.messages import Answer, File, Incoming
from bot.platforms.sample_page.application import Pane, sample_application
from bot.platforms.sample_page.chat import Passes, Seen, ShownListener
from bot.platforms.transcript import KEPT, Speaker, Utterance, job_of, rendered_picture
from bot.ports import JobOutcome, Shown, UnitOfWork
from bot.ports.talking import Awaited
from bot.ports.worlds import Move, SampleClock
from bot.showing.alt import alt_of
from bot.showing.palette import Scheme
from bot.storage.health import touch
from bot.storage.upgrade import current, head
from bot.wiring import House
from bot.wiring.clock import deliver_sample, move_sample
from bot.wiring.composing import working_days
from bot.wiring.figures import Process, figures
from bot.wiring.files import kept_file
from bot.wiring.platforms import platforms_of
from bot.wiring.sample import bring_sample
from handlers.answering import answer
from handlers.reporting.board import describe_board, say_who
from handlers.routes import TABLE
from handlers.sample_clock import clock_of

WRITE_EVERY = 5.0
"""Seconds between two tries to write for who watches: a full disk and a held lock show only so."""

IN_OWN_WORDS = frozenset(
    {Awaited.NOTE, Awaited.REFLECT, Awaited.GOAL, Awaited.FEEDBACK, Awaited.ASK, Awaited.ANSWER}
)
"""What is asked that no button answers, so that one begins to write."""


def web_chat(house: House, lanes: Lanes) -> Starlette:
    """Make the web application; lanes and platforms run for as long as it lives."""
    chat = SampleChat(house, lanes)
    platforms = platforms_of(house, lanes, chat.arrived)
    return sample_application(chat, lanes.running, platforms, house.settings.http_prefix)


@dataclass
class SampleChat:
    """The web chat's back: only the samples' people, never a real one."""

    house: House
    lanes: Lanes
    listeners: list[ShownListener] = field(default_factory=list)
    known: dict[int, Seen] = field(default_factory=dict)
    blanked: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    wrote_at: float = -math.inf
    writes: bool = True

    def listen(self, listener: ShownListener) -> None:
        """Tell somebody from now on what reaches the samples' people unasked."""
        self.listeners.append(listener)

    def arrived(self, shown: Sequence[tuple[int, Shown]]) -> None:
        """Pass on what reached people by the clock; without an open page nobody listens."""
        for person_id, message in shown:
            for listener in self.listeners if person_id in self.known else ():
                listener(self.known[person_id], message)

    @property
    def allowed_hosts(self) -> list[str]:
        """Name the hosts under which the page may be opened, beside loopback."""
        named = self.house.settings.http_allowed_hosts.split(",")
        return [name.strip() for name in named if name.strip()]

    @property
    def is_public(self) -> bool:
        """Say whether people or platforms reach this server from outside."""
        settings = self.house.settings
        delivers = settings.slack_signing_secret and not settings.slack_app_token
        behind_a_proxy = settings.telegram_webhook_url or settings.http_prefix
        return bool(self.allowed_hosts or behind_a_proxy or delivers)

    @property
    def figures_token(self) -> str:
        """Tell the token with which the figures may be read from elsewhere; empty: none may."""
        return self.house.settings.metrics_token.get_secret_value()

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

        def passed(at: datetime, some: Sequence[tuple[int, Shown]]) -> None:
            passes(at, self._known(language, some))

        move_sample(self.house, by, passed, language)

    def _known(
        self, language: str, arrived: Sequence[tuple[int, Shown]]
    ) -> list[tuple[Seen, Shown]]:
        if arrived:
            self.panes(language)  # by them everybody is known
        return [(self.known[person_id], shown) for person_id, shown in arrived]

    def ready(self) -> bool:
        """Say whether the database answers, is of this version, and can be written."""
        try:
            with self.house.reading() as uow:
                if current(uow.connection) != head():
                    return False
            if monotonic() - self.wrote_at > WRITE_EVERY:
                self.wrote_at = monotonic()
                self.writes = False  # until it is known better: a lock may hold this up for long
                touch(self.house.engine)
                self.writes = True
        except DBAPIError:
            return False
        return self.writes

    def figures(self, problems: Mapping[str, str | None]) -> bytes:
        """Write the figures of now."""
        process = Process(problems, self.lanes.tally, self.house.ticked_at)
        return figures(self.house, process, datetime.now(UTC))

    def panes(self, language: str) -> list[Pane]:
        """List a sample's people, each with roles and a sentence about them.

        A sample that is looked at for the first time is loaded, where there is one already.
        """
        with self.house.reading() as uow:
            people = uow.people.list_sample(language)
            self.known.update({person.id: Seen(language, person.school_id) for person in people})
            panes = [self._pane(person, uow.tracks.list_of(person.id)) for person in people]
        if not panes and bring_sample(self.house, datetime.now(UTC), language):
            return self.panes(language)
        return panes

    def _pane(self, person: Person, tracks: Sequence[Track]) -> Pane:
        roles = [role for role in Role if any(role in track.roles for track in tracks)]
        voice = Voice(person.language, person.time_zone)
        return Pane(
            person_id=person.id,
            organisation_id=person.organisation_id,
            school_id=person.school_id,
            name=person.name,
            roles=[role.value for role in roles],
            language=person.language,
            about=voice.say(say_who(tracks)),
            commands=[
                {"name": command.name, "does": voice.say(command.does)}
                for command in TABLE.menu(roles)
            ],
        )

    def submit(self, speaker: Speaker, said: Utterance) -> "Future[JobOutcome]":
        """Hand what somebody says to the lanes."""

        def converse(uow: UnitOfWork, heard: Incoming) -> Answer:
            given = answer(uow, heard)
            if blanked := uow.transcripts.take_blanked():
                self.blanked[said.key] = blanked
            return given

        return self.lanes.submit(job_of(converse, speaker, said))

    def take_blanked(self, key: str) -> list[tuple[Seen, Shown]]:
        """Read the messages out of which an update took words, each with whose it is."""
        blanked = self.blanked.pop(key, ())
        if not blanked:
            return []
        with self.house.reading() as uow:
            found = [(person, uow.transcripts.find(person, message)) for person, message in blanked]
        return [
            (self.known[person], shown) for person, shown in found if shown and person in self.known
        ]

    def transcript(self, person_id: int, before: int | None = None) -> list[Shown]:
        """Read somebody's newest messages, which counts as having seen them, or earlier ones."""
        with self.house.transaction() as uow:
            if before is None:
                uow.transcripts.take_unread(person_id)
            return list(uow.transcripts.list_recent(person_id, KEPT, before))

    def deliver(self, language: str) -> list[tuple[Seen, Shown]]:
        """Bring what waits for a sample's people; returns what reached whom."""
        return self._known(language, deliver_sample(self.house, datetime.now(UTC), language))

    def awaits_words(self, person_id: int) -> bool:
        """Say whether somebody was asked something that is answered in their own words."""
        with self.house.reading() as uow:
            return uow.dialogues.read(person_id).asking in IN_OWN_WORDS

    def file(
        self, person_id: int, message_id: int, file_id: str, scheme: Scheme, still: int
    ) -> File | None:
        """Make a file of one of somebody's messages anew, of what the transcript keeps."""
        with self.house.reading() as uow:
            message = uow.transcripts.find(person_id, message_id)
        files = message.files if message else ()
        kept = next((file for file in files if file["id"] == file_id), None)
        return kept_file(kept, scheme, still) if kept else None

    def attached(self, person_id: int, message_id: int) -> tuple[str, bytes] | None:
        """Read what somebody attached to a message of their own."""
        with self.house.reading() as uow:
            return uow.transcripts.find_attached(person_id, message_id)

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
