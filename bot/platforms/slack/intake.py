"""What was heard goes through a lane; it is acknowledged once it is stored, within a deadline.

Slack waits three seconds. An event that is not stored by then is not acknowledged, and Slack
delivers it again. A command, a tap and a form come once: whoever sent one is told that it is not
certain. What is stored after the deadline is answered then; what is not, is never answered.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.folding import storable
from bot.messages import Answer, Incoming, Reply, Text, _
from bot.platforms.apology import APOLOGY, Tongues
from bot.platforms.conversation import Conversation
from bot.platforms.slack.entities import SlackVoice
from bot.platforms.slack.modal import told_in_modal
from bot.platforms.slack.reading import PLATFORM, Heard, Way
from bot.platforms.slack.speaking import Speech, speak
from bot.ports import Job, JobOutcome

log = logging.getLogger(__name__)

DEADLINE = 2.5
"""Seconds within which something must be stored: Slack waits three, and the line takes some."""

UNCERTAIN = _(
    "That takes longer than I may wait. If it is stored, my answer comes in our direct messages; "
    "if none comes within a minute, please send it again."
)
ELSEWHERE = _("I answer in our direct messages: what I know of people is not for a channel.")

Ack = Mapping[str, Any]
"""What an acknowledgement says, in the words of Bolt's `ack`; mostly nothing."""


@dataclass(frozen=True, slots=True)
class _Told:
    answered: Answer
    known: bool
    again: bool


class Intake:
    """Takes deliveries in, and answers them after their commit."""

    def __init__(
        self, client: AsyncWebClient, conversation: Conversation, deadline: float = DEADLINE
    ) -> None:
        """Serve one workspace; the deadline is in seconds."""
        self._client = client
        self._conversation = conversation
        self._deadline = deadline
        self._tongues = Tongues()
        self._at_work: dict[str, asyncio.Task[Ack]] = {}
        self._saying: dict[str, asyncio.Task[None]] = {}

    async def take(self, heard: Heard) -> Ack | None:
        """Take something in; gives what to acknowledge it with, None where it is not stored."""
        return await self._in_time(heard.key, lambda: self._handle(heard), heard)

    async def put_aside(self, raw: Mapping[str, Any]) -> bool:
        """Set a malformed delivery aside, or it would come back for ever; False if not stored."""
        job = _unreadable(raw, self._conversation.now())
        return await self._in_time(job.key, lambda: self._put_aside(job)) is not None

    async def settle(self) -> None:
        """Wait until everything that is at work is stored, and everything is said."""
        while self._at_work or self._saying:
            waiting = [*self._at_work.values(), *self._saying.values()]
            await asyncio.gather(*waiting, return_exceptions=True)

    async def _in_time(
        self, key: str, work: Callable[[], Any], heard: Heard | None = None
    ) -> Ack | None:
        """Wait until it is stored, or the deadline; the work goes on, whoever stops waiting."""
        task = self._at_work.get(key)
        if task is None:
            # What comes again while it is at work waits with it: it is answered once.
            task = self._at_work[key] = asyncio.get_running_loop().create_task(work())
            task.add_done_callback(lambda done: self._worked(key, done))
        try:
            return await asyncio.wait_for(asyncio.shield(task), self._deadline)
        except Exception as error:
            log.warning("a delivery was not stored in time: %s", type(error).__name__)
            return self._uncertain(heard)

    def _worked(self, key: str, task: "asyncio.Task[Ack]") -> None:
        self._at_work.pop(key, None)
        if not task.cancelled() and task.exception() is not None:
            log.warning("a delivery was not stored: %s", type(task.exception()).__name__)

    async def _put_aside(self, job: Job) -> Ack:
        await self._stored(job)
        return {}

    async def _handle(self, heard: Heard) -> Ack:
        outcome = await self._stored(self._job(heard))
        told: _Told | None = outcome.value
        if outcome.quarantined or told is None:
            voice = self._voice_for(heard) if self._tongues.of(heard.user) else None
            speech = Speech(heard, [Reply(APOLOGY)], voice)
            refused = heard.way is Way.FORM
        else:
            answered = told.answered
            voice = SlackVoice(answered.language, answered.time_zone) if told.known else None
            speech = Speech(heard, answered.replies, voice)
            refused = heard.way is Way.FORM and not answered.recorded and not told.again
        if voice is not None:
            self._tongues.answered(heard.user, voice.language)
        if refused and speech.replies:
            # Above the form, which stays as it was filled in.
            view = told_in_modal(speech.replies[0].text, voice or self._voice_for(heard))
            return {"response_action": "push", "view": view}
        self._say(speech)
        return self._ephemeral(heard, ELSEWHERE) if heard.away else {}

    async def _stored(self, job: Job) -> JobOutcome:
        return await asyncio.wrap_future(self._conversation.submit(job))

    def _job(self, heard: Heard) -> Job:
        return Job(
            key=heard.key,
            person_id=None,
            at=heard.said_at,
            work=lambda uow: self._converse(uow, heard, again=False),
            again=lambda uow: self._converse(uow, heard, again=True),
            update={"text": heard.text, "tap": heard.tap, "form": heard.form, "ref": heard.ref},
            lane=_lane(heard.user),
        )

    def _converse(self, uow: Any, heard: Heard, *, again: bool) -> _Told:
        person = uow.accounts.person_of(PLATFORM, heard.user)
        if person is None or self._conversation.opens_invitation(heard.text):
            said_by = (PLATFORM, heard.user, heard.text, heard.said_at, "")
            came = self._conversation.knock(uow, *said_by, again=again)
            known = uow.accounts.person_of(PLATFORM, heard.user) is not None
            return _Told(came, known, again)
        said = Incoming(
            key=heard.key,
            person_id=person,
            said_at=heard.said_at,
            text=heard.text,
            tap=heard.tap,
            form=heard.form,
            ref=heard.ref,
            edited=heard.edited,
            media=heard.media,
            file=heard.file,
            caption=heard.caption,
        )
        if heard.way is Way.HOME:
            # Who looks at the home has not left the menu that is open in the chat.
            before = uow.dialogues.of(person)
            answered = self._conversation.answer(uow, said)
            uow.dialogues.put(person, before)
            return _Told(answered, True, again)
        answer = self._conversation.answer_again if again else self._conversation.answer
        return _Told(answer(uow, said), True, again)

    def _say(self, speech: Speech) -> None:
        """Say the answer, after what is still being said to this person."""
        user = speech.heard.user
        files_of = self._conversation.files_of
        speaking = speak(self._client, files_of, speech, self._saying.get(user))
        task = asyncio.get_running_loop().create_task(speaking)
        self._saying[user] = task
        task.add_done_callback(lambda done: self._said(user, done))

    def _said(self, user: str, task: "asyncio.Task[None]") -> None:
        if self._saying.get(user) is task:
            del self._saying[user]

    def _uncertain(self, heard: Heard | None) -> Ack | None:
        """Tell who typed a command; a tap and a form show Slack's own warning."""
        if heard is None or heard.way is not Way.COMMAND:
            return None
        return self._ephemeral(heard, UNCERTAIN)

    def _ephemeral(self, heard: Heard, text: Text) -> Ack:
        return {"response_type": "ephemeral", "text": self._voice_for(heard).say(text)}

    def _voice_for(self, heard: Heard) -> SlackVoice:
        """Speak at once, without asking Slack: as this person was last answered, or English."""
        return SlackVoice(self._tongues.of(heard.user), "UTC")


def _lane(user: str) -> int:
    """Number a person, the same in every process."""
    return int.from_bytes(hashlib.sha256(user.encode()).digest()[:6])


def _unreadable(raw: Mapping[str, Any], at: datetime) -> Job:
    def fail(_uow: Any) -> None:
        raise ValueError("a delivery that cannot be read")

    try:
        whole = json.dumps(raw, sort_keys=True)
    except RecursionError:
        whole = f"too deep: {sorted(raw)}"
    key = f"{PLATFORM}:odd:{hashlib.sha256(whole.encode()).hexdigest()[:32]}"
    return Job(key, None, at, fail, lambda _uow: None, {"update": storable(whole)[:4000]})
