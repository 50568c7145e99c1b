"""The chats that we keep ourselves, as every page sees them, on the running lanes."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person, Role, Track
from bot.i18n import voice_of
from bot.lanes import Lanes
from bot.messages import Answer, File, Incoming, Sayable, _
from bot.platforms.transcript import KEPT, Speaker, Utterance, job_of
from bot.platforms.web.chat import Pane
from bot.ports import JobOutcome, Shown, UnitOfWork
from bot.ports.talking import Awaited
from bot.showing.palette import Scheme
from bot.wiring import House
from bot.wiring.files import kept_file
from bot.wiring.own_data.maker import fetch
from handlers.answering import answer
from handlers.reporting.board import say_who
from handlers.routes import TABLE

IN_OWN_WORDS = frozenset(
    {Awaited.NOTE, Awaited.REFLECT, Awaited.GOAL, Awaited.FEEDBACK, Awaited.ASK, Awaited.ANSWER}
)
"""What is asked that no button answers, so that one begins to write."""


@dataclass
class OwnChat:
    """Chats that are kept in transcripts; whose they may be is each page's own."""

    house: House
    lanes: Lanes
    blanked: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    ended: dict[str, Sequence[int]] = field(default_factory=dict)

    def submit(self, speaker: Speaker, said: Utterance) -> "Future[JobOutcome]":
        """Hand what somebody says to the lanes."""

        def converse(uow: UnitOfWork, heard: Incoming) -> Answer:
            given = answer(uow, heard)
            if blanked := uow.transcripts.take_blanked():
                self.blanked[said.key] = blanked
            if ended := uow.sessions.take_ended():
                self.ended[said.key] = ended
            return given

        return self.lanes.submit(job_of(converse, speaker, said))

    def take_blanked(self, key: str) -> list[tuple[int, Shown]]:
        """Read the messages out of which an update took words, each with whose it is."""
        blanked = self.blanked.pop(key, ())
        if not blanked:
            return []
        with self.house.reading() as uow:
            found = [(person, uow.transcripts.find(person, message)) for person, message in blanked]
        return [(person, shown) for person, shown in found if shown]

    def take_ended(self, key: str) -> Sequence[int]:
        """Tell, once, whose sessions an update ended."""
        return self.ended.pop(key, ())

    def transcript(self, person_id: int, before: int | None = None) -> list[Shown]:
        """Read somebody's newest messages, or earlier ones."""
        with self.house.reading() as uow:
            return list(uow.transcripts.list_recent(person_id, KEPT, before))

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
        lying = partial(fetch, self.house, self.fetches_at)
        return kept_file(kept, scheme, still, lying) if kept else None

    def fetches_at(self) -> datetime:
        """Tell when something is fetched that is fetched now."""
        return datetime.now(UTC)

    def attached(self, person_id: int, message_id: int) -> tuple[str, bytes] | None:
        """Read what somebody attached to a message of their own."""
        with self.house.reading() as uow:
            return uow.transcripts.find_attached(person_id, message_id)


CALLED: Mapping[Office, Sayable] = {
    Office.ADMINISTRATION: _("administrator"),
    Office.SECTOR: _("sector"),
    Office.INDUCTION: _("teachers who are new"),
    Office.INTAKE: _("intake"),
}
"""What somebody is called who is around nobody, by the first office that they have."""


def pane_of(person: Person, tracks: Sequence[Track], offices: Collection[Office] = ()) -> Pane:
    """Describe who speaks in a chat: the roles, and what may be asked in them.

    Who is around nobody is called by what they are in the school.
    """
    roles = [role for role in Role if any(role in track.roles for track in tracks)]
    voice = voice_of(person)
    called = next((called for office, called in CALLED.items() if office in offices), "")
    return Pane(
        person_id=person.id,
        organisation_id=person.organisation_id,
        school_id=person.school_id,
        name=person.name,
        roles=[role.value for role in roles],
        language=person.language,
        about=voice.say(say_who(tracks) if tracks else called),
        time_zone=person.time_zone,
        commands=[
            {"name": command.word(voice.language), "does": voice.say(command.does)}
            for command in TABLE.menu(roles, offices)
        ],
    )
