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
from datetime import datetime
from functools import partial
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.messages import Reply, Text, _
from bot.platforms.apology import Tongues, apology_for
from bot.platforms.conversation import Conversation, GivenAnswer, job_of_unreadable
from bot.platforms.in_order import InOrder
from bot.platforms.line.fetching import with_file
from bot.platforms.slack.entities import SlackVoice
from bot.platforms.slack.fetching import fetch
from bot.platforms.slack.heard import SlackHeard, Way
from bot.platforms.slack.modal import tell_in_modal
from bot.platforms.slack.speaking import ELSEWHERE, SlackSpeech, speak
from bot.ports import Job

log = logging.getLogger(__name__)

DEADLINE = 2.5
"""Seconds within which something must be stored: Slack waits three, and the line takes some."""

UNCERTAIN = _(
    "That takes longer than I may wait. If it is stored, my answer comes in our direct messages; "
    "if none comes within a minute, please send it again."
)

Ack = Mapping[str, Any]
"""What an acknowledgement says, in the words of Bolt's `ack`; mostly nothing."""


class SlackIntake:
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
        self._answers = InOrder()

    async def take(self, heard: SlackHeard) -> Ack | None:
        """Take something in; returns what to acknowledge it with, None where it is not stored."""
        return await self._in_time(heard.key, lambda: self._handle(heard), heard)

    async def put_aside(self, raw: Mapping[str, Any]) -> bool:
        """Set a malformed delivery aside, or it would come back for ever; False if not stored."""
        job = _aside(raw, self._conversation.now())
        return await self._in_time(job.key, lambda: self._put_aside(job)) is not None

    async def settle(self) -> None:
        """Wait until everything that is at work is stored, and everything is said."""
        while waiting := [*self._at_work.values(), *self._answers.under_way]:
            await asyncio.gather(*waiting, return_exceptions=True)

    async def _in_time(
        self, key: str, work: Callable[[], Any], heard: SlackHeard | None = None
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
        await self._conversation.store(job)
        return {}

    async def _handle(self, heard: SlackHeard) -> Ack:
        heard = await with_file(self._conversation, heard, partial(fetch, self._client))
        outcome = await self._conversation.store(self._conversation.job_of(heard))
        answered: GivenAnswer | None = outcome.value
        if answered is None and not outcome.quarantined:
            return {}
        if answered is None:
            voice = self._voice_for(heard) if self._tongues.of(heard.user) else None
            speech = SlackSpeech(heard, [Reply(apology_for(outcome))], voice)
            refused = heard.way is Way.FORM
        else:
            answer = answered.answer
            voice = None
            if answered.known:
                voice = SlackVoice(answer.language, answer.time_zone, heard.said_at, answer.manner)
            speech = SlackSpeech(heard, answer.replies, voice)
            stored = answer.recorded or answered.again
            refused = heard.way is Way.FORM and not stored
        if voice is not None:
            self._tongues.answered(heard.user, voice.language)
        if refused and speech.replies:
            # Above the form, which stays as it was filled in.
            view = tell_in_modal(speech.replies[0].text, voice or self._voice_for(heard))
            return {"response_action": "push", "view": view}
        speaking = partial(speak, self._client, self._conversation, speech)
        self._answers.say(heard.user, speaking)
        return self._ephemeral(heard, ELSEWHERE) if heard.away else {}

    def _uncertain(self, heard: SlackHeard | None) -> Ack | None:
        """Tell who typed a command; a tap and a form show Slack's own warning."""
        if heard is None or heard.way is not Way.COMMAND:
            return None
        return self._ephemeral(heard, UNCERTAIN)

    def _ephemeral(self, heard: SlackHeard, text: Text) -> Ack:
        return {"response_type": "ephemeral", "text": self._voice_for(heard).say(text)}

    def _voice_for(self, heard: SlackHeard) -> SlackVoice:
        """Speak at once, without asking Slack: as this person was last answered, or English."""
        return SlackVoice(self._tongues.of(heard.user), "UTC")


def _aside(raw: Mapping[str, Any], at: datetime) -> Job:
    try:
        whole = json.dumps(raw, sort_keys=True)
    except RecursionError:
        whole = f"too deep: {sorted(raw)}"
    digest = hashlib.sha256(whole.encode()).hexdigest()[:32]
    return job_of_unreadable(f"{SlackHeard.platform}:odd:{digest}", whole, at)
