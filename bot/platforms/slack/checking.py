"""Parts of a delivery as what they must be; what is not raises TypeError or ValueError."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.domain.folding import storable
from bot.platforms.slack.heard import SlackHeard

_TS = re.compile(r"[0-9]{1,11}(\.[0-9]{1,9})?", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}", re.ASCII)


def as_map(value: object) -> Mapping[str, Any]:
    """Take an object."""
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def as_text(value: object) -> str:
    """Take a text; what no database stores is left out of it."""
    if not isinstance(value, str):
        raise TypeError("not a text")
    return storable(value)


def as_id(value: object) -> str:
    """Take an id of a user, a channel, a workspace, or whatever else Slack names."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("not an id of Slack's")
    return value


def as_ts(value: object) -> str:
    """Take a ts: the seconds by which Slack names a message in its channel."""
    if not isinstance(value, str) or not _TS.fullmatch(value):
        raise ValueError("not a time as Slack writes it")
    return value


def as_time(value: object) -> datetime:
    """Take a ts as the instant it tells, in UTC."""
    return datetime.fromtimestamp(float(as_ts(value)), UTC)


def key_of(raw: Mapping[str, Any], *names: object) -> str:
    """Name what was delivered, the same when it comes again; the names are Slack's, or ours.

    An interaction of a whole organisation may tell no workspace.
    """
    team = raw.get("team_id") or (raw.get("team") or {}).get("id")
    return ":".join([SlackHeard.platform, as_id(team) if team else "", *map(as_id, names)])
