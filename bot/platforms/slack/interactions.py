"""Interactions: a command, a shortcut and a form, timed when they arrive (`now`), and a tap.

A tap tells its time by the clock that also tells when something was typed, so that of the two in
one second the later one is the later one.

Slack does not deliver them again. A malformed one raises TypeError, ValueError, KeyError or
IndexError.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.platforms.slack.checking import as_id, as_map, as_text, as_time, as_ts, key_of
from bot.platforms.slack.entities import as_typed
from bot.platforms.slack.heard import SlackHeard, Way

DIRECT = "D"
"""With what the id of a direct message begins; of channels and groups it is C or G."""


def read_command(raw: Mapping[str, Any], now: datetime) -> SlackHeard:
    """Read a slash command; alone it asks for help."""
    typed = as_typed(as_text(raw.get("text", ""))).strip().removeprefix("/")
    return SlackHeard(
        key=key_of(raw, raw["trigger_id"]),
        way=Way.COMMAND,
        user=as_id(raw["user_id"]),
        said_at=now,
        text=f"/{typed or 'help'}",
        trigger=raw["trigger_id"],
        away=raw.get("channel_name") != "directmessage",
        typed_in=as_text(raw.get("channel_id") or ""),
        respond=as_text(raw.get("response_url") or ""),
    )


def read_shortcut(raw: Mapping[str, Any], now: datetime) -> SlackHeard:
    """Read a shortcut that was chosen: its name in the manifest is a command."""
    return SlackHeard(
        key=key_of(raw, raw["trigger_id"]),
        way=Way.TAP,
        user=as_id(as_map(raw["user"])["id"]),
        said_at=now,
        text=f"/{as_id(raw['callback_id'])}",
        trigger=raw["trigger_id"],
    )


def read_tap(raw: Mapping[str, Any], now: datetime) -> SlackHeard | None:
    """Read the tap of a button, or of one among radio buttons; None for any other element."""
    action, container = as_map(raw["actions"][0]), as_map(raw.get("container", {}))
    if action.get("type") not in ("button", "radio_buttons"):
        return None
    chosen = action if action["type"] == "button" else as_map(action["selected_option"])
    code = as_text(chosen["value"])
    made = as_time(action["action_ts"]) if action.get("action_ts") else now
    on_message = container.get("type") == "message"
    channel = as_id(container["channel_id"]) if on_message else ""
    if not channel.startswith(DIRECT):
        # Somebody shared it there: what is answered is for whoever tapped, and for nobody beside.
        return SlackHeard(
            key=key_of(raw, raw["trigger_id"]),
            way=Way.TAP,
            user=as_id(as_map(raw["user"])["id"]),
            said_at=made,
            tap=code,
            trigger=raw["trigger_id"],
            typed_in=channel,
            respond=as_text(raw.get("response_url") or ""),
        )
    return SlackHeard(
        key=key_of(raw, raw["trigger_id"]),
        way=Way.TAP,
        user=as_id(as_map(raw["user"])["id"]),
        said_at=made,
        tap=code,
        channel=channel,
        message=as_ts(container["message_ts"]),
        thread=as_ts(container["thread_ts"]) if container.get("thread_ts") else "",
        trigger=raw["trigger_id"],
    )


def read_form(raw: Mapping[str, Any], now: datetime) -> SlackHeard:
    """Read a form that was sent."""
    view = as_map(raw["view"])
    about = as_map(json.loads(as_text(view["private_metadata"])))
    chosen = dict(_chosen(as_map(as_map(view["state"])["values"])))
    # The same form sent again, after a line that failed, is the same thing said.
    said = hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:24]
    return SlackHeard(
        key=key_of(raw, view["id"], said),
        way=Way.FORM,
        user=as_id(as_map(raw["user"])["id"]),
        said_at=now,
        tap=as_text(about["code"]),
        form=chosen,
        channel=as_id(about["channel"]) if about.get("channel") else "",
        message=as_ts(about["ts"]) if about.get("ts") else "",
        thread=as_ts(about["thread"]) if about.get("thread") else "",
    )


def _chosen(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for name, actions in values.items():
        for state in as_map(actions).values():
            option = as_map(state).get("selected_option")
            if option is not None:
                found.append((as_text(name), as_text(as_map(option)["value"])))
    return found
