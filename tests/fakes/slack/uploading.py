"""The three steps of a file: an address is asked for, the bytes are sent there, it is shared."""

import json

from tests.fakes.slack.errors import ApiError, Json
from tests.fakes.slack.world import File, World

LONGEST_ALT = 1000
LARGEST = 1 << 30


def get_upload_url(world: World, args: Json) -> Json:
    name, length = args.get("filename", ""), str(args.get("length", ""))
    if not name or not length.isdecimal() or int(length) == 0:
        raise ApiError("missing_argument")
    if int(length) > LARGEST:
        raise ApiError("file_upload_size_restricted")
    alt = args.get("alt_txt", "")
    if len(alt) > LONGEST_ALT:
        raise ApiError("alt_txt_too_large")
    file = File(world.id("F"), name, int(length), alt)
    world.files[file.id] = file
    return {"file_id": file.id}


def complete_upload(world: World, args: Json) -> Json:
    files = [taken(world, wanted) for wanted in asked(args)]
    # An id of a person will not do here.
    channel = args.get("channel_id", "")
    if channel not in world.channels:
        raise ApiError("channel_not_found")
    for file, wanted in zip(files, asked(args), strict=True):
        file.title, file.shared = wanted.get("title", file.name), True
    told = {"files": [file.json() for file in files], "text": args.get("initial_comment", "")}
    message = {"type": "message", "subtype": "file_share", "user": world.bot_user, "upload": False}
    message |= told | {"ts": world.ts()}
    message |= {"thread_ts": args["thread_ts"]} if args.get("thread_ts") else {}
    world.channels[channel][str(message["ts"])] = message
    heard = message | {"channel": channel, "channel_type": "im", "event_ts": message["ts"]}
    world.happened.append(world.event(heard))  # which names no bot
    return {"files": told["files"]}


def asked(args: Json) -> list[Json]:
    try:
        files = json.loads(args.get("files", ""))
    except ValueError:
        files = None
    if not isinstance(files, list) or not files or not all("id" in wanted for wanted in files):
        raise ApiError("invalid_arguments", "[ERROR] files must be an array of objects with an id")
    return files


def taken(world: World, wanted: Json) -> File:
    file = world.files.get(wanted["id"])
    if file is None or file.shared:
        raise ApiError("file_not_found")
    if not file.data:
        raise ApiError("file_update_failed")
    return file
