"""Deliveries to a webhook: each chat's in order, many chats at once, again until it says yes."""

import asyncio
import random
from collections import deque
from itertools import count
from urllib.parse import parse_qsl

import aiohttp

from tests.fakes.telegram.calls import from_json
from tests.fakes.telegram.dispatch import Dispatch
from tests.fakes.telegram.updates import Copy
from tests.fakes.telegram.world import Bot, Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
READ = {
    "application/json": from_json,
    "application/x-www-form-urlencoded": lambda body: dict(
        parse_qsl(body.decode(errors="replace"))
    ),
}
"""An answer's body is looked at when it is of one of these."""


class Pusher:
    """One bot's deliveries; it follows the webhook as it is set, changed and deleted."""

    def __init__(self, dispatch: Dispatch, bot: Bot, session: aiohttp.ClientSession) -> None:
        self.dispatch = dispatch
        self.world = dispatch.world
        self.bot = bot
        self.session = session
        self.webhook = Webhook()
        self.dice = random.Random(1)
        self.strays = count(-1, -1)
        self.forget()

    def forget(self) -> None:
        self.lanes: dict[object, deque[Copy]] = {}
        self.ready: list[object] = []
        self.workers: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Put what is new in its chat's lane."""
        with self.world.lock:
            queue = self.bot.queue
            if self.webhook is not self.bot.webhook:
                self.dismiss()
                self.webhook = self.bot.webhook
                queue.fresh = list(queue.waiting)
            if self.webhook.url and not queue.paused:
                fresh, queue.fresh = queue.fresh, []
                for copy in fresh:
                    self.enter(copy)
        self.hire()

    def enter(self, copy: Copy) -> None:
        mess = self.bot.queue.mess
        in_order = not mess.disorder and mess.repeat == (1, 1)
        lane = copy.update.lane if in_order else ("stray", next(self.strays))
        if lane not in self.lanes:
            self.lanes[lane] = deque()
            self.ready.append(lane)
        self.lanes[lane].append(copy)

    def hire(self) -> None:
        while self.ready and len(self.workers) < self.webhook.max_connections:
            worker = asyncio.ensure_future(self.work())
            self.workers.add(worker)
            worker.add_done_callback(self.workers.discard)

    def dismiss(self) -> list["asyncio.Task[None]"]:
        workers = list(self.workers)
        for worker in workers:
            worker.cancel()
        self.forget()
        return workers

    async def stop(self) -> None:
        await asyncio.gather(*self.dismiss(), return_exceptions=True)

    async def work(self) -> None:
        """Deliver as long as a lane is ready."""
        while self.ready:
            where = self.dice.randrange(len(self.ready)) if self.bot.queue.mess.disorder else 0
            lane = self.ready.pop(where)
            copy = self.lanes[lane][0]
            wait = await self.deliver(copy)
            if wait is not None:
                asyncio.get_running_loop().call_later(wait, self.again, self.lanes, lane)
                continue
            self.lanes[lane].popleft()
            if self.lanes[lane]:
                self.ready.append(lane)
            else:
                del self.lanes[lane]

    def again(self, lanes: object, lane: object) -> None:
        """A lane may be tried once more, if its webhook still stands."""
        if lanes is self.lanes:
            self.ready.append(lane)
            self.hire()

    async def deliver(self, copy: Copy) -> float | None:
        """Post it; nothing when it is done with, else how long to wait before the next try."""
        status, error, after = await self.post(copy)
        now = self.world.now()
        with self.world.lock:
            copy.update.statuses.append(status)
            if 200 <= status <= 299:
                self.bot.queue.acknowledge([copy], now)
                return None
            self.webhook.last_error, self.webhook.last_error_at = error, int(now)
            settings = self.world.settings
            if now - copy.update.at > settings.give_up:
                self.bot.queue.drop([copy])
                return None
        copy.failures += 1
        slower = settings.retry_delay * 2.0 ** min(copy.failures - 2, 20)
        # The first retry comes at once, as Telegram's does.
        return after or (min(slower, settings.retry_longest) if copy.failures > 1 else 0.0)

    async def post(self, copy: Copy) -> tuple[int, str, float]:
        """Tell the status, nought when none came, what was wrong, and the wait it asks for."""
        copy.update.sent += 1
        secret = {SECRET_HEADER: self.webhook.secret} if self.webhook.secret else {}
        limit = aiohttp.ClientTimeout(total=self.world.settings.webhook_timeout)
        try:
            async with self.session.post(
                self.webhook.url,
                json=copy.update.body,
                headers=secret,
                timeout=limit,
                allow_redirects=False,
            ) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            return 0, str(error) or "Read timeout expired", 0.0
        if 200 <= answer.status <= 299 and answer.content_type in READ:
            self.dispatch.ride(self.bot, READ[answer.content_type](body))
        asked = answer.headers.get("Retry-After", "")
        wrong = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        return answer.status, wrong, float(asked) if asked.isdigit() else 0.0
