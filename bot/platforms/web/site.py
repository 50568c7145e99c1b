"""What people's browsers open: the endpoints of a page, and the streams that keep it live."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.routing import Route

from bot.platforms.web.events import Broadcast


@dataclass(frozen=True, slots=True)
class Site:
    """One page for browsers: what it serves, and what tells its open windows."""

    routes: Sequence[Route]
    broadcast: Broadcast
