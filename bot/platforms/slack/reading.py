"""A delivery read into what was heard: from whom, what, and on which message."""

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
_SPOKEN = ("", "me_message", "thread_broadcast", "file_share")


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
    that a command was typed where others read along.
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


def heard_of(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    """Read a delivery; None for one that asks for nothing.

    A tap, a command and a form are timed when they arrive: Slack does not deliver them again.
    Raises TypeError, ValueError, KeyError or IndexError for a malformed one.
    """
    if "command" in raw:
        return _command(raw, now)
    match raw.get("type"):
        case "event_callback":
            return _event(raw, now)
        case "block_actions":
            return _tap(raw, now)
        case "view_submission":
            return _form(raw, now)
    return None


def _event(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    event, key = _map(raw["event"]), f"{PLATFORM}:{_team(raw)}:{_id(raw['event_id'])}"
    if event.get("type") == "app_home_opened":
        if event.get("tab") != "home":
            return None
        return Heard(key, Way.HOME, _id(event["user"]), now, text="/open")
    if event.get("type") != "message" or event.get("channel_type") != "im":
        return None
    if event.get("subtype") == "message_changed":
        return _edit(event, key)
    if event.get("bot_id") or "user" not in event or event.get("subtype", "") not in _SPOKEN:
        return None
    media = _media(event)
    return Heard(
        key,
        Way.MESSAGE,
        _id(event["user"]),
        _time(event["ts"]),
        text="" if media else as_typed(_text(event.get("text", ""))),
        channel=_id(event["channel"]),
        message=event["ts"],
        media=media,
    )


def _edit(event: Mapping[str, Any], key: str) -> Heard | None:
    message, before = _map(event["message"]), _map(event.get("previous_message", {}))
    # Slack calls it a change, too, when it unfurls a link, and when we edit what we said.
    if message.get("bot_id") or "user" not in message or message.get("text") == before.get("text"):
        return None
    return Heard(
        key,
        Way.MESSAGE,
        _id(message["user"]),
        _time(_map(message.get("edited", {})).get("ts") or event["ts"]),
        text=as_typed(_text(message.get("text", ""))),
        channel=_id(event["channel"]),
        message=_ts(message["ts"]),
        edited=True,
    )


def _media(event: Mapping[str, Any]) -> str:
    files = event.get("files")
    if not files:
        return ""
    kind = _text(_map(files[0]).get("mimetype", "")).partition("/")[0]
    return {"image": "photo", "audio": "voice"}.get(kind, "other")


def _command(raw: Mapping[str, Any], now: datetime) -> Heard:
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


def _tap(raw: Mapping[str, Any], now: datetime) -> Heard | None:
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


def _form(raw: Mapping[str, Any], now: datetime) -> Heard | None:
    view = _map(raw["view"])
    if view.get("callback_id") != FORM:
        return None
    about = _map(json.loads(_text(view["private_metadata"])))
    form = dict(_chosen(_map(_map(view["state"])["values"])))
    # The same form sent again, after a line that failed, is the same thing said.
    said = hashlib.sha256(json.dumps(form, sort_keys=True).encode()).hexdigest()[:24]
    return Heard(
        f"{PLATFORM}:{_team(raw)}:{_id(view['id'])}:{said}",
        Way.FORM,
        _id(_map(raw["user"])["id"]),
        now,
        tap=_text(about["code"]),
        form=form,
        channel=_id(about["channel"]) if about.get("channel") else "",
        message=_ts(about["ts"]) if about.get("ts") else "",
    )


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
