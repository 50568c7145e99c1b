"""Events: what somebody said or changed in the direct message, or that somebody looks at the home.

Slack delivers them again until they are acknowledged, so what was said is timed as it was said. A
malformed one raises TypeError, ValueError, KeyError or IndexError.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.platforms.attached import DOCUMENT
from bot.platforms.slack.checking import as_id, as_map, as_text, as_time, as_ts, key_of
from bot.platforms.slack.entities import as_typed
from bot.platforms.slack.heard import SlackHeard, Way


def read_message(raw: Mapping[str, Any], now: datetime) -> SlackHeard | None:
    """Read something said; None for what a bot said, or what was said elsewhere."""
    event, _key = _event(raw)
    if not _is_direct(event) or event.get("bot_id") or "user" not in event:
        return None
    if event["user"] in _ourselves(raw):  # a file that we shared names no bot
        return None
    media = _media(event)
    said = as_typed(as_text(event.get("text", "")))
    file = as_map(event["files"][0]) if media else {}
    return SlackHeard(
        key=_key_of_message(raw, event["channel"], event["ts"]),
        way=Way.MESSAGE,
        user=as_id(event["user"]),
        said_at=as_time(event["ts"]),
        text="" if media else said,
        channel=as_id(event["channel"]),
        message=event["ts"],
        thread=_thread(event),
        media=media,
        file=as_text(file.get("id", "")),
        name=as_text(file.get("name") or ""),
        size=_size(file),
        fetched_at=as_text(file.get("url_private_download") or ""),
        caption=said if media else "",
    )


def read_edit(raw: Mapping[str, Any], now: datetime) -> SlackHeard | None:
    """Read a change of something said before; None where no words of a person changed."""
    event, _key = _event(raw)
    if not _is_direct(event):
        return None
    said, before = as_map(event["message"]), as_map(event.get("previous_message", {}))
    # Slack calls it a change, too, when it unfurls a link, and when we edit what we said.
    if said.get("bot_id") or "user" not in said or said.get("text") == before.get("text"):
        return None
    changed = as_map(said.get("edited", {})).get("ts") or event["ts"]
    return SlackHeard(
        key=_key_of_message(raw, event["channel"], said["ts"], changed),
        way=Way.MESSAGE,
        user=as_id(said["user"]),
        said_at=as_time(changed),
        text=as_typed(as_text(said.get("text", ""))),
        channel=as_id(event["channel"]),
        message=as_ts(said["ts"]),
        thread=_thread(said),
        edited=True,
    )


def read_home(raw: Mapping[str, Any], now: datetime) -> SlackHeard | None:
    """Read that somebody looks at the home, or, on another tab, that they are there at all."""
    event, key = _event(raw)
    user = as_id(event["user"])
    if event.get("tab") != "home":
        return SlackHeard(key=key, way=Way.MESSAGE, user=user, said_at=now, reach=True)
    return SlackHeard(key=key, way=Way.HOME, user=user, said_at=now, text="/home")


def _is_direct(event: Mapping[str, Any]) -> bool:
    """Say whether it happened in a direct message; of a change Slack may leave out which kind."""
    kind = event.get("channel_type")
    return kind == "im" or (kind is None and str(event.get("channel", "")).startswith("D"))


def _thread(said: Mapping[str, Any]) -> str:
    """Name the message below which something was said; empty where it stands by itself."""
    thread = said.get("thread_ts")
    return as_ts(thread) if thread and thread != said.get("ts") else ""


def _event(raw: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """Find an event, and the key by which it is known when it comes again."""
    return as_map(raw["event"]), key_of(raw, raw["event_id"])


def _key_of_message(raw: Mapping[str, Any], channel: object, *times: object) -> str:
    """Name a message, or a change of it, the same under whichever event Slack tells of it."""
    return ":".join([key_of(raw, channel), *map(as_ts, times)])


def _ourselves(raw: Mapping[str, Any]) -> list[object]:
    """Name the bot users for which Slack delivers this."""
    seen_by = raw.get("authorizations")
    bots = seen_by if isinstance(seen_by, list) else []
    return [bot.get("user_id") for bot in bots if isinstance(bot, dict) and bot.get("is_bot")]


def _media(event: Mapping[str, Any]) -> str:
    files = event.get("files")
    if not files:
        return ""
    kind = as_text(as_map(files[0]).get("mimetype", "")).partition("/")[0]
    return {"image": "photo", "audio": "voice", "video": "other"}.get(kind, DOCUMENT)


def _size(file: Mapping[str, Any]) -> int:
    size = file.get("size")
    return size if type(size) is int and size > 0 else 0
