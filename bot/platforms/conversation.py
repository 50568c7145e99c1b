"""What stands behind every chat platform: the conversation, the lanes, and the clock."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.folding import storable
from bot.domain.joining.accounts import Account
from bot.domain.placing import is_newer, place
from bot.domain.school.naming import going_abroad
from bot.i18n import Voice
from bot.messages import Answer, Command, Incoming, Reply
from bot.platforms.abroad.answering import answer_abroad
from bot.platforms.files import FilesOf
from bot.platforms.heard import Heard
from bot.ports import Job, JobOutcome

LONGEST_HELD = 86_400.0
"""Seconds that an answer is held back at most, whatever a platform asks for."""

LONGEST_ASIDE = 4000
"""Characters that are kept of what nobody can read."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer; whether we know by then who wrote, and whether it is one given before."""

    answer: Answer
    known: bool
    again: bool


@dataclass(frozen=True, slots=True)
class HeldAnswer:
    """An answer that its platform did not take: to which chat, until when it waits, and why it is.

    `key` names what it answers, `ref` the message that was said or tapped.
    """

    key: str
    ref: str
    account: Account
    replies: Sequence[Reply]
    voice: Voice
    at: datetime
    until: datetime


def take_none(_platform: str, _address: str) -> bool:
    """Take no file of anybody's."""
    return False


@dataclass(frozen=True, slots=True)
class Conversation:
    """Handed over by wiring, so that no platform knows handlers or storage.

    `now` is what the clock shows; `said_now` is when what carries no time of its own was said.
    `takes_files` says whether who has an address on a platform may send files to be read in.
    """

    answer: Callable[[Any, Incoming], Answer]
    answer_again: Callable[[Any, Incoming], Answer]
    knock: Callable[..., Answer]
    opens_invitation: Callable[[str], object]
    hear_again: Callable[[Any, Account, datetime], None]
    lose: Callable[[Any, Account, datetime], None]
    hold: Callable[[Any, HeldAnswer], None]
    submit: Callable[[Job], "Future[JobOutcome]"]
    now: Callable[[], datetime]
    said_now: Callable[[], datetime]
    menu: Sequence[Command]
    files_of: FilesOf
    takes_files: Callable[[str, str], bool] = take_none

    async def store(self, job: Job) -> JobOutcome:
        """Hand a job to its lane, and wait until it is stored; raises where it could not be."""
        # Shielded: who stops waiting must not cancel what a lane has in hand.
        return await asyncio.shield(asyncio.wrap_future(self.submit(job)))

    async def keep(
        self, heard: Heard, replies: Sequence[Reply], voice: Voice, seconds: float
    ) -> None:
        """Keep an answer that may be said again after so many seconds only; raises as `store` does.

        To somebody whom we do not know nothing is kept.
        """
        at = self.now()
        until = at + timedelta(seconds=min(max(seconds, 0.0), LONGEST_HELD))

        def hold(uow: Any) -> None:
            account = uow.accounts.find_account(heard.platform, heard.address)
            if account is not None:
                self.hold(uow, HeldAnswer(heard.key, heard.ref, account, replies, voice, at, until))

        job = Job(f"{heard.key}:held", None, at, hold, lambda _uow: None, lane=heard.lane)
        await self.store(job)

    def job_of(self, heard: Heard) -> Job:
        """Make the job that answers what was heard; its value is a GivenAnswer.

        It is None where nothing was said: a chat opened or closed, or an edit changed no word.
        """
        if heard.reach is not None:
            return self._job_of_reach(heard)
        return Job(
            key=heard.key,
            person_id=None,
            at=heard.said_at,
            work=lambda uow: self._meet(uow, heard),
            again=lambda uow: self._repeat(uow, heard),
            update={
                "text": storable(heard.text),
                "tap": heard.tap,
                "form": heard.form,
                "ref": heard.ref,
            },
            lane=heard.lane,
        )

    def _job_of_reach(self, heard: Heard) -> Job:
        def note(uow: Any) -> None:
            account = uow.accounts.find_account(heard.platform, heard.address)
            if account is not None:
                reached = self.hear_again if heard.reach else self.lose
                reached(uow, account, heard.said_at)

        return Job(heard.key, None, heard.said_at, note, lambda _uow: None, lane=heard.lane)

    def _meet(self, uow: Any, heard: Heard) -> GivenAnswer | None:
        """Answer somebody; whoever could not be reached is reached again from here on.

        None where an edit changed nothing: platforms tell of such, and nobody said anything.
        """
        account: Account | None = uow.accounts.find_account(heard.platform, heard.address)
        if account is not None:
            heard = _placed(uow, account, heard)
            if not account.reachable:
                self.hear_again(uow, account, heard.said_at)
        person = account.person_id if account else None
        if person is not None and heard.is_written and not _says_new(uow, heard):
            return None
        given = self._converse(uow, heard, person, again=False)
        if given.answer.unkept and heard.is_written:
            uow.wordings.forget(heard.ref)
        return given

    def _repeat(self, uow: Any, heard: Heard) -> GivenAnswer:
        person = uow.accounts.find_person(heard.platform, heard.address)
        return self._converse(uow, heard, person, again=True)

    def _converse(self, uow: Any, heard: Heard, person: int | None, *, again: bool) -> GivenAnswer:
        """Answer who is known; who is not, or opens an invitation, is at the door."""
        place = (heard.platform, heard.address)
        if person is None or self.opens_invitation(heard.text):
            said = (heard.text, heard.said_at, heard.language)
            with going_abroad():
                came = self.knock(uow, *place, *said, again=again)
            return GivenAnswer(came, uow.accounts.find_person(*place) is not None, again)
        if heard.looks:
            before = uow.dialogues.read(person)
            seen = answer_abroad(uow, self.answer, heard.said_by(person))
            uow.dialogues.keep(person, before)
            return GivenAnswer(seen, True, again)
        answer = self.answer_again if again else self.answer
        return GivenAnswer(answer_abroad(uow, answer, heard.said_by(person)), True, again)


def _placed(uow: Any, account: Account, heard: Heard) -> Heard:
    """Put what was heard in its place among what was said in its chat."""
    if heard.number is None:
        return heard
    placed = place(heard.number, heard.said_at, account.newest)
    if is_newer(placed, account.newest):
        uow.accounts.note_heard(account, placed)
    return heard if placed.at == heard.said_at else replace(heard, said_at=placed.at)


def _says_new(uow: Any, heard: Heard) -> bool:
    """Note what a message says; False for an edit that says what it said before."""
    said = (heard.ref, heard.wording, heard.said_at)
    if heard.edited:
        return bool(uow.wordings.change(*said))
    uow.wordings.keep(*said)
    return True


def job_of_unreadable(key: str, written: str, at: datetime) -> Job:
    """Make the job that sets aside what nobody can read, or it would come back for ever."""

    def fail(_uow: Any) -> None:
        raise ValueError("what came cannot be read")

    update = {"update": storable(written)[:LONGEST_ASIDE]}
    return Job(storable(key), None, at, fail, lambda _uow: None, update)
