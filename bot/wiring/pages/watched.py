"""Who may reach the web server, and how the process fares, by its settings and its database."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

from sqlalchemy.exc import DBAPIError

from bot.lanes import Lanes
from bot.storage.health import touch
from bot.storage.upgrade import current, head
from bot.wiring import House
from bot.wiring.figures import Process, figures

WRITE_EVERY = 5.0
"""Seconds between two tries to write for watchers: a full disk and a held lock show only so."""


@dataclass
class WatchedHouse:
    """What the server asks of the house, whatever page it serves."""

    house: House
    lanes: Lanes
    wrote_at: float = -math.inf
    writes: bool = True

    @property
    def allowed_hosts(self) -> list[str]:
        """Name the hosts under which the page may be opened, beside loopback."""
        settings = self.house.settings
        named = settings.http_allowed_hosts.split(",")
        named.append(urlsplit(settings.public_url).hostname or "")
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
