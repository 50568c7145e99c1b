"""The methods of the Web API that the app may call."""

import time
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.blocks import check_blocks, check_view
from tests.fakes.slack.errors import ApiError, Json
from tests.fakes.slack.uploading import complete_upload, get_upload_url
from tests.fakes.slack.world import TRIGGER_LIVES, World

MOST_BLOCKS = 50
LONGEST = 40_000
LONGEST_UPDATE = 4_000


def auth_test(world: World, _args: Json) -> Json:
    return {
        "url": "https://kompaan.slack.com/",
        "team": "Kompaan",
        "user": "kompaan",
        "team_id": world.team,
        "user_id": world.bot_user,
        "bot_id": world.bot_id,
    }


def content(args: Json, longest: int) -> Json:
    text, blocks = args.get("text", ""), args.get("blocks")
    if not text and not blocks:
        raise ApiError("no_text")
    if len(text) > longest:
        raise ApiError("msg_too_long")
    return {"text": text, "blocks": check_blocks(blocks or [], MOST_BLOCKS)}


def with_ids(world: World, said: Json) -> Json:
    for block in said["blocks"]:
        block.setdefault("block_id", world.id("b"))
    return said


def post_message(world: World, args: Json) -> Json:
    channel = world.channel(args.get("channel"))
    below = thread_of(world, channel, args)
    said = with_ids(world, content(args, LONGEST))
    author = {"type": "message", "user": world.bot_user, "bot_id": world.bot_id}
    message = said | author | {"ts": world.ts(), "team": world.team} | below
    world.channels[channel][message["ts"]] = message
    heard = message | {"channel": channel, "channel_type": "im", "event_ts": message["ts"]}
    world.happened.append(world.event(heard))  # an app hears its own messages, too
    return {"channel": channel, "ts": message["ts"], "message": message}


def thread_of(world: World, channel: str, args: Json) -> Json:
    """Say below which message something stands; only one that stands by itself has a thread."""
    ts = args.get("thread_ts")
    if not ts:
        return {}
    parent = world.channels[channel].get(str(ts))
    if parent is None or parent.get("thread_ts", ts) != ts:
        raise ApiError("thread_not_found")
    return {"thread_ts": ts}


def bots_info(world: World, args: Json) -> Json:
    if args.get("bot") != world.bot_id:
        raise ApiError("bot_not_found")
    about = {"id": world.bot_id, "app_id": world.app, "user_id": world.bot_user}
    return {"bot": about | {"name": "kompaan", "deleted": False}}


def update(world: World, args: Json) -> Json:
    # An id of a person will not do here.
    if args.get("channel") not in world.channels:
        raise ApiError("channel_not_found")
    message = world.channels[args["channel"]].get(str(args.get("ts")))
    if message is None:
        raise ApiError("message_not_found")
    if "bot_id" not in message:
        raise ApiError("cant_update_message")
    before = dict(message)
    message |= with_ids(world, content(args, LONGEST_UPDATE))
    message["edited"] = {"user": world.bot_user, "ts": world.ts()}
    changed = {"type": "message", "subtype": "message_changed", "channel_type": "im"}
    parts = {"message": dict(message), "previous_message": before, "channel": args["channel"]}
    world.happened.append(world.event(changed | parts | {"ts": world.ts()}))
    return {"channel": args["channel"], "ts": message["ts"], "text": message["text"]}


def delete(world: World, args: Json) -> Json:
    """Delete a message: a bot's token may do so with the bot's own, however old they are."""
    if args.get("channel") not in world.channels:
        raise ApiError("channel_not_found")
    message = world.channels[args["channel"]].get(str(args.get("ts")))
    if message is None:
        raise ApiError("message_not_found")
    if "bot_id" not in message:
        raise ApiError("cant_delete_message")
    del world.channels[args["channel"]][message["ts"]]
    gone = {"type": "message", "subtype": "message_deleted", "channel_type": "im"}
    parts = {"previous_message": message, "channel": args["channel"], "deleted_ts": message["ts"]}
    world.happened.append(world.event(gone | parts | {"ts": world.ts()}))
    return {"channel": args["channel"], "ts": message["ts"]}


def history(world: World, args: Json) -> Json:
    """List messages of a direct message, the newest first, those before `latest`."""
    if args.get("channel") not in world.channels:
        raise ApiError("channel_not_found")
    latest = float(args.get("latest") or "inf")
    known = world.channels[args["channel"]].values()
    found = [own for own in known if float(own["ts"]) < latest]
    found.sort(key=lambda own: float(own["ts"]), reverse=True)
    first, limit = int(args.get("cursor") or 0), int(args.get("limit") or 100)
    more = str(first + limit) if first + limit < len(found) else ""
    page = found[first : first + limit]
    told = {"messages": page, "has_more": bool(more)}
    return told | {"response_metadata": {"next_cursor": more}}


def post_ephemeral(world: World, args: Json) -> Json:
    world.channel(args.get("channel"))
    if args.get("user") not in world.people:
        raise ApiError("user_not_in_channel")
    world.people[args["user"]].ephemeral.append(content(args, LONGEST)["text"])
    return {"message_ts": world.ts()}


def conversations_open(world: World, args: Json) -> Json:
    users = str(args.get("users", "")).split(",")
    if len(users) != 1 or users[0] not in world.people:
        raise ApiError("user_not_found")
    return {"channel": {"id": world.people[users[0]].channel}}


def users_info(world: World, args: Json) -> Json:
    person = world.people.get(str(args.get("user")))
    if person is None:
        raise ApiError("user_not_found")
    asked = str(args.get("include_locale", "")).lower() in ("1", "true")
    locale = {"locale": person.locale} if asked else {}
    return {"user": {"id": person.id, "name": person.name, "tz": "Europe/Brussels"} | locale}


def views_open(world: World, args: Json) -> Json:
    trigger = world.triggers.get(str(args.get("trigger_id")))
    if trigger is None:
        raise ApiError("invalid_trigger_id")
    if time.monotonic() - trigger.made > TRIGGER_LIVES:
        raise ApiError("expired_trigger_id")
    if trigger.used:
        raise ApiError("exchanged_trigger_id")
    view = opened(world, args.get("view"))
    trigger.used = True
    world.people[trigger.user].modals = [view]
    return {"view": view}


def opened(world: World, view: Any) -> Json:
    return with_ids(world, check_view(view, ("modal",))) | {
        "id": world.id("V"),
        "hash": world.ts(),
        "team_id": world.team,
        "app_id": world.app,
    }


def views_update(world: World, args: Json) -> Json:
    checked = check_view(args.get("view"), ("modal", "home"))
    for person in world.people.values():
        for view in person.modals:
            if view["id"] == args.get("view_id"):
                if args.get("hash", view["hash"]) != view["hash"]:
                    raise ApiError("hash_conflict")
                view |= with_ids(world, checked) | {"hash": world.ts()}
                return {"view": view}
    raise ApiError("not_found")


def views_publish(world: World, args: Json) -> Json:
    person = world.people.get(str(args.get("user_id")))
    if person is None:
        raise ApiError("user_not_found")
    person.home = with_ids(world, check_view(args.get("view"), ("home",))) | {"id": world.id("V")}
    return {"view": person.home}


def connections_open(world: World, _args: Json) -> Json:
    ticket = world.id("ticket")
    world.tickets.add(ticket)
    return {"ticket": ticket}


Method = Callable[[World, Json], Json]

METHODS: dict[str, tuple[str, Method]] = {
    "auth.test": ("", auth_test),
    "chat.postMessage": ("chat:write", post_message),
    "chat.update": ("chat:write", update),
    "chat.delete": ("chat:write", delete),
    "conversations.history": ("im:history", history),
    "chat.postEphemeral": ("chat:write", post_ephemeral),
    "conversations.open": ("im:write", conversations_open),
    "users.info": ("users:read", users_info),
    "bots.info": ("users:read", bots_info),
    "files.getUploadURLExternal": ("files:write", get_upload_url),
    "files.completeUploadExternal": ("files:write", complete_upload),
    "views.open": ("", views_open),
    "views.update": ("", views_update),
    "views.publish": ("", views_publish),
    "apps.connections.open": ("app", connections_open),
}
"""Method → the scope it needs; "app" is for the token of the app itself."""
