"""What stands behind every chat platform: the conversation, the lanes, and the clock."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.folding import storable
from bot.messages import Answer, Command, Incoming
from bot.platforms.files import FilesOf
from bot.platforms.heard import Heard
from bot.ports import Job, JobOutcome

LONGEST_ASIDE = 4000
"""Characters that are kept of what nobody can read."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer; whether we know by then who wrote, and whether it is one given before."""

    answer: Answer
    known: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """Handed over by wiring, so that no platform knows handlers or storage."""

    answer: Callable[[Any, Incoming], Answer]
    answer_again: Callable[[Any, Incoming], Answer]
    knock: Callable[..., Answer]
    opens_invitation: Callable[[str], object]
    submit: Callable[[Job], "Future[JobOutcome]"]
    now: Callable[[], datetime]
    menu: Sequence[Command]
    files_of: FilesOf

    async def store(self, job: Job) -> JobOutcome:
        """Hand a job to its lane, and wait until it is stored; raises where it could not be."""
        # Shielded: who stops waiting must not cancel what a lane has in hand.
        return await asyncio.shield(asyncio.wrap_future(self.submit(job)))

    def job_of(self, heard: Heard) -> Job:
        """Make the job that answers what was heard; its value is a GivenAnswer."""
        return Job(
            key=heard.key,
            person_id=None,
            at=heard.said_at,
            work=lambda uow: self._converse(uow, heard, again=False),
            again=lambda uow: self._converse(uow, heard, again=True),
            update={
                "text": storable(heard.text),
                "tap": heard.tap,
                "form": heard.form,
                "ref": heard.ref,
            },
            lane=heard.lane,
        )

    def _converse(self, uow: Any, heard: Heard, *, again: bool) -> GivenAnswer:
        """Answer who is known; who is not, or opens an invitation, is at the door."""
        place = (heard.platform, heard.address)
        person = uow.accounts.find_person(*place)
        if person is None or self.opens_invitation(heard.text):
            said = (heard.text, heard.said_at, heard.language)
            came = self.knock(uow, *place, *said, again=again)
            return GivenAnswer(came, uow.accounts.find_person(*place) is not None, again)
        if heard.looks:
            before = uow.dialogues.read(person)
            seen = self.answer(uow, heard.said_by(person))
            uow.dialogues.keep(person, before)
            return GivenAnswer(seen, True, again)
        answer = self.answer_again if again else self.answer
        return GivenAnswer(answer(uow, heard.said_by(person)), True, again)


def job_of_unreadable(key: str, written: str, at: datetime) -> Job:
    """Make the job that sets aside what nobody can read, or it would come back for ever."""

    def fail(_uow: Any) -> None:
        raise ValueError("what came cannot be read")

    update = {"update": storable(written)[:LONGEST_ASIDE]}
    return Job(storable(key), None, at, fail, lambda _uow: None, update)
