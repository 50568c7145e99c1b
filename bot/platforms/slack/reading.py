"""A delivery read into what was heard: from whom, what, and on which message.

One function per kind. A tap, a command and a form are timed when they arrive (`now`): Slack does
not deliver them again. A malformed one raises TypeError, ValueError, KeyError or IndexError.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from bot.domain.folding import storable
from bot.platforms.slack.entities import as_typed

PLATFORM = "slack"
FORM = "form"
"""The callback id of our modals."""

_TS = re.compile(r"[0-9]{1,11}(\.[0-9]{1,9})?", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}", re.ASCII)


class Way(StrEnum):
    """How something reached us: it decides how it is acknowledged."""

    MESSAGE = "message"
    COMMAND = "command"
    TAP = "tap"
    FORM = "form"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing heard on Slack.

    `channel` is the direct message in which it was said, empty where it came from elsewhere;
    `message` the ts of the message said or tapped; `trigger` opens a modal, for 3 s; `away` says
    that a command was typed where others read along. `file` is what Slack calls a photo or a
    recording, `caption` the words beside it.
    """

    key: str
    way: Way
    user: str
    said_at: datetime
    text: str = ""
    tap: str = ""
    form: Mapping[str, str] | None = None
    channel: str = ""
    message: str = ""
    trigger: str = ""
    edited: bool = False
    media: str = ""
    file: str = ""
    caption: str = ""
    away: bool = False

    @property
    def ref(self) -> str:
        """Name what was said, so that an edit corrects what it recorded."""
        if self.way is Way.MESSAGE:
            return f"{PLATFORM}:{self.channel}:{self.message}"
        return self.key

    @property
    def place(self) -> str:
        """Give where to answer: that direct message, or the one with this person."""
        return self.channel or self.user


def message(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    """Read something said; None for what a bot said, or what was said elsewhere."""
    event, key = _event(raw)
    if event.get("channel_type") != "im" or event.get("bot_id") or "user" not in event:
        return None
    if event["user"] in _ourselves(raw):  # a file that we shared names no bot
        return None
    media = _media(event)
    said = as_typed(_text(event.get("text", "")))
    return Heard(
        key,
        Way.MESSAGE,
        _id(event["user"]),
        _time(event["ts"]),
        text="" if media else said,
        channel=_id(event["channel"]),
        message=event["ts"],
        media=media,
        file=_text(_map(event["files"][0]).get("id", "")) if media else "",
        caption=said if media else "",
    )


def edit(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    """Read a change of something said before; None where no words of a person changed."""
    event, key = _event(raw)
    if event.get("channel_type") != "im":
        return None
    said, before = _map(event["message"]), _map(event.get("previous_message", {}))
    # Slack calls it a change, too, when it unfurls a link, and when we edit what we said.
    if said.get("bot_id") or "user" not in said or said.get("text") == before.get("text"):
        return None
    return Heard(
        key,
        Way.MESSAGE,
        _id(said["user"]),
        _time(_map(said.get("edited", {})).get("ts") or event["ts"]),
        text=as_typed(_text(said.get("text", ""))),
        channel=_id(event["channel"]),
        message=_ts(said["ts"]),
        edited=True,
    )


def home(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    """Read that somebody looks at the home; None where it is another tab."""
    event, key = _event(raw)
    if event.get("tab") != "home":
        return None
    return Heard(key, Way.HOME, _id(event["user"]), now, text="/home")


def command(raw: Mapping[str, Any], now: datetime) -> Heard:
    """Read a slash command; alone it asks for help."""
    typed = as_typed(_text(raw.get("text", ""))).strip().removeprefix("/")
    return Heard(
        f"{PLATFORM}:{_team(raw)}:{_id(raw['trigger_id'])}",
        Way.COMMAND,
        _id(raw["user_id"]),
        now,
        text=f"/{typed or 'help'}",
        trigger=raw["trigger_id"],
        away=raw.get("channel_name") != "directmessage",
    )


def shortcut(raw: Mapping[str, Any], now: datetime) -> Heard:
    """Read a shortcut that was chosen: its name in the manifest is a command."""
    return Heard(
        f"{PLATFORM}:{_team(raw)}:{_id(raw['trigger_id'])}",
        Way.TAP,
        _id(_map(raw["user"])["id"]),
        now,
        text=f"/{_id(raw['callback_id'])}",
        trigger=raw["trigger_id"],
    )


def tap(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    """Read the tap of a button; None for any other element."""
    action, container = _map(raw["actions"][0]), _map(raw.get("container", {}))
    if action.get("type") != "button":
        return None
    on_message = container.get("type") == "message"
    return Heard(
        f"{PLATFORM}:{_team(raw)}:{_id(raw['trigger_id'])}",
        Way.TAP,
        _id(_map(raw["user"])["id"]),
        now,
        tap=_text(action["value"]),
        channel=_id(container["channel_id"]) if on_message else "",
        message=_ts(container["message_ts"]) if on_message else "",
        trigger=raw["trigger_id"],
    )


def form(raw: Mapping[str, Any], now: datetime) -> Heard:
    """Read a form that was sent."""
    view = _map(raw["view"])
    about = _map(json.loads(_text(view["private_metadata"])))
    chosen = dict(_chosen(_map(_map(view["state"])["values"])))
    # The same form sent again, after a line that failed, is the same thing said.
    said = hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:24]
    return Heard(
        f"{PLATFORM}:{_team(raw)}:{_id(view['id'])}:{said}",
        Way.FORM,
        _id(_map(raw["user"])["id"]),
        now,
        tap=_text(about["code"]),
        form=chosen,
        channel=_id(about["channel"]) if about.get("channel") else "",
        message=_ts(about["ts"]) if about.get("ts") else "",
    )


def _event(raw: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """Find an event, and the key by which it is known when it comes again."""
    return _map(raw["event"]), f"{PLATFORM}:{_team(raw)}:{_id(raw['event_id'])}"


def _ourselves(raw: Mapping[str, Any]) -> list[object]:
    """Name the bot users for which Slack delivers this."""
    seen_by = raw.get("authorizations")
    bots = seen_by if isinstance(seen_by, list) else []
    return [one.get("user_id") for one in bots if isinstance(one, dict) and one.get("is_bot")]


def _media(event: Mapping[str, Any]) -> str:
    files = event.get("files")
    if not files:
        return ""
    kind = _text(_map(files[0]).get("mimetype", "")).partition("/")[0]
    return {"image": "photo", "audio": "voice"}.get(kind, "other")


def _chosen(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for name, actions in values.items():
        for state in _map(actions).values():
            option = _map(state).get("selected_option")
            if option is not None:
                found.append((_text(name), _text(_map(option)["value"])))
    return found


def _team(raw: Mapping[str, Any]) -> str:
    """Name the workspace; an interaction of a whole organisation may have none."""
    team = raw.get("team_id") or (raw.get("team") or {}).get("id")
    return _id(team) if team else ""


def _map(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return storable(value)


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("not an id that Slack gives out")
    return value


def _ts(value: object) -> str:
    if not isinstance(value, str) or not _TS.fullmatch(value):
        raise ValueError("not a time as Slack writes it")
    return value


def _time(value: object) -> datetime:
    return datetime.fromtimestamp(float(_ts(value)), UTC)
