"""Which workspace and which app we are: what is meant for another one is not ours to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.errors import UNANSWERED, word_of


@dataclass
class Workspace:
    """The ids as Slack tells them; empty as long as it did not."""

    team: str = ""
    app: str = ""
    _withheld: bool = False

    async def learn(self, client: AsyncWebClient, told: Mapping[str, Any]) -> None:
        """Learn our ids from what Slack answers to who we are, and the app's by asking once."""
        self.team = _text(told.get("team_id"))
        bot = _text(told.get("bot_id"))
        if self.app or self._withheld or not bot:
            return
        try:
            about = (await client.bots_info(bot=bot)).get("bot")
        except SlackApiError as error:
            # Without the scope for it, the team alone is looked at.
            self._withheld = bool(word_of(error))
            return
        except UNANSWERED:
            return  # asked again at the next look
        self.app = _text(about.get("app_id")) if isinstance(about, dict) else ""

    def is_meant(self, raw: Mapping[str, Any]) -> bool:
        """Say whether a delivery is for us; one that names nobody is."""
        teams, app = set(_teams(raw)), _text(raw.get("api_app_id"))
        other_team = bool(self.team and teams) and self.team not in teams
        return not other_team and not (self.app and app and app != self.app)


def _teams(raw: Mapping[str, Any]) -> Iterator[str]:
    seen_by = raw.get("authorizations")
    team = raw.get("team")
    named = [raw.get("team_id"), team.get("id") if isinstance(team, dict) else None]
    for seen in seen_by if isinstance(seen_by, list) else ():
        named.append(seen.get("team_id") if isinstance(seen, dict) else None)
    yield from (name for name in map(_text, named) if name)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
