"""The methods that send: what they take, what they refuse, and the message they give."""

import json
import re
import struct
from typing import Any

from tests.fakes.telegram.calls import Call, Upload, optional, required
from tests.fakes.telegram.errors import Json, bad, within
from tests.fakes.telegram.keyboard import check_markup, read_markup
from tests.fakes.telegram.markup import formatted, length
from tests.fakes.telegram.world import Bot, Chat, File, Message, World, find_chat

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_PHOTO = 10 << 20
MOST_IN_ALBUM = 10
ALONE_IN_ALBUM = {"document": "Document", "audio": "Audio"}
IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")

DATE_TIME = re.compile("r|w?[dD]?[tT]?")
"""How a date-time entity may be shown, by the documentation of Bot API 9.5."""


def send_message(world: World, bot: Bot, call: Call) -> Json:
    content = read_text(call)
    return send(world, bot, call, content).json()


def send_media(kind: str) -> Any:
    """Make the method for one kind of file."""

    def method(world: World, bot: Bot, call: Call) -> Json:
        upload = given(call, call.text(kind), kind)
        if upload is None:
            raise bad(f"There is no {kind} in the request")
        caption = read_caption(call.args)
        return send(world, bot, call, media_content(bot, kind, upload) | caption).json()

    return method


def send_media_group(world: World, bot: Bot, call: Call) -> list[Json]:
    if not call.text("media"):
        raise bad('Parameter "media" is required')
    items = call.parsed("media", "media")
    if not isinstance(items, list):
        raise bad("Expected an Array of InputMedia")
    contents = [read_media(bot, call, item, album=True) for item in items]
    chat = find_chat(bot, call.text("chat_id"))
    chat.refuse()
    check_album(contents)
    group = {"media_group_id": str(world.dice.randrange(10**16))}
    replied = read_reply(chat, call)
    for content in contents:
        check_lengths(content, "Message caption is too long")
    return [
        chat.put(content | group | replied, bot.json(), world.now()).json() for content in contents
    ]


def check_album(contents: list[Json]) -> None:
    if not contents:
        raise bad("There are no messages to send")
    if len(contents) > MOST_IN_ALBUM:
        raise bad("Too many messages to send as an album")
    kinds = {kind for content in contents for kind in ("photo", "document") if kind in content}
    for kind in kinds & set(ALONE_IN_ALBUM):
        if len(kinds) > 1:
            raise bad(f"{ALONE_IN_ALBUM[kind]} can't be mixed with other media types")


def send(world: World, bot: Bot, call: Call, content: Json) -> Message:
    """Put a message in the chat, after the checks in the order of the real server."""
    replies = reply_parameters(call)
    markup = read_markup(call.text("reply_markup"))
    chat = find_chat(bot, call.text("chat_id"))
    chat.refuse()
    replied = read_reply(chat, call, replies)
    check_lengths(content, "Message is too long", "Message caption is too long")
    check_markup(markup)
    protected = {"has_protected_content": True} if call.flag("protect_content") else {}
    return chat.put(content | replied | protected, bot.json(), world.now(), markup)


# --- text ---


def read_text(call: Call) -> Json:
    if not call.text("text"):
        raise bad("Message text is empty")
    content = read_formatted(call.args, call.text("text"), "text", "entities")
    if not content["text"]:
        raise bad("Text must be non-empty")
    return content


def read_caption(values: Any) -> Json:
    """Read it from the arguments, or from one InputMedia."""
    text = values.get("caption") or ""
    return read_formatted(values, text, "caption", "caption_entities") if text else {}


def read_formatted(values: Any, text: str, name: str, entities: str) -> Json:
    plain, found = formatted(text, values.get("parse_mode") or "")
    if not values.get("parse_mode") and values.get(entities):
        found = read_entities(values[entities])
    return {name: plain} | ({entities: found} if found else {})


def read_entities(raw: Any) -> list[Json]:
    try:
        entities = json.loads(raw) if isinstance(raw, str) else raw
    except ValueError:
        entities = []
    entities = entities if isinstance(entities, list) else []
    with within("MessageEntity"):
        for entity in entities:
            for name, kind in (("offset", int), ("length", int), ("type", str)):
                required(entity, name, kind)
            if entity["type"] == "date_time":
                required(entity, "unix_time", int)
                if not DATE_TIME.fullmatch(entity.get("date_time_format", "")):
                    raise bad("can't parse date_time_format")
    return entities


def check_lengths(content: Json, text: str, caption: str = "") -> None:
    """Refuse what is too long once its markup is gone; the text differs by method."""
    if length(content.get("text", "")) > LONGEST_TEXT:
        raise bad(text)
    if length(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad(caption or text)


def reply_parameters(call: Call) -> Json:
    raw = call.text("reply_parameters")
    if not raw:
        return {"message_id": call.integer("reply_to_message_id")}
    value = call.parsed("reply_parameters", "reply parameters")
    if not isinstance(value, dict):
        raise bad("Object expected as reply parameters")
    if value:
        required(value, "message_id", int)
    return value


def read_reply(chat: Chat, call: Call, replies: Json | None = None) -> Json:
    replies = reply_parameters(call) if replies is None else replies
    wanted = replies.get("message_id", 0)
    message = chat.messages.get(wanted)
    if message and not message.gone:
        return {"reply_to_message": message.data}
    forgiving = replies.get("allow_sending_without_reply") or call.flag(
        "allow_sending_without_reply"
    )
    if wanted and not forgiving:
        raise bad("message to be replied not found")
    return {}


# --- files ---


def given(call: Call, value: str, name: str) -> Upload | str | None:
    """Find a file: uploaded in its field or attached by name; else a file_id or an address."""
    if value.startswith("attach://"):
        return call.files.get(value.removeprefix("attach://"))
    return value or call.files.get(name)


def read_media(bot: Bot, call: Call, value: Any, album: bool = False) -> Json:
    """Read one InputMedia."""
    with within("InputMedia"):
        kind = required(value, "type")
        texts = {name: optional(value, name) for name in ("media", "caption", "parse_mode")}
        upload = given(call, texts["media"], "")
        if upload is None:
            raise bad("media not found")
        if album and kind == "animation":
            raise bad('type "animation" can\'t be used in sendMediaGroup')
        if kind not in CONTENT:
            raise bad(f'type "{kind}" is unsupported')
    return media_content(bot, kind, upload) | read_caption(value | texts)


def media_content(bot: Bot, kind: str, upload: Upload | str) -> Json:
    file = known_file(bot, kind, upload) if isinstance(upload, str) else stored(bot, kind, upload)
    return CONTENT[kind](file)


def known_file(bot: Bot, kind: str, file_id: str) -> File:
    if "://" in file_id:
        raise bad("failed to get HTTP URL content")
    file = bot.files.get(file_id)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad(f"Can't use file of type {file.kind.title()} as {kind.title()}")
    return file


def stored(bot: Bot, kind: str, upload: Upload) -> File:
    if not upload.data:
        raise bad("File must be non-empty")
    if kind == "photo":
        check_photo(upload.data)
    file = File(f"{kind}-{len(bot.files) + 1}", kind, upload.name, upload.data)
    bot.files[file.id] = file
    return file


def check_photo(data: bytes) -> None:
    if len(data) > LARGEST_PHOTO:
        raise bad(
            f"File of size {len(data)} bytes is too big for a photo; "
            f"the maximum size is {LARGEST_PHOTO} bytes"
        )
    if not data.startswith(IMAGES):
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size_of(data)
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def size_of(data: bytes) -> tuple[int, int]:
    """Read the size of a PNG; of other kinds it is taken to be small."""
    if not data.startswith(IMAGES[0]) or len(data) < 24:
        return 100, 100
    width, height = struct.unpack(">II", data[16:24])
    return int(width), int(height)


def described(file: File, **more: object) -> Json:
    return {
        "file_id": file.id,
        "file_unique_id": f"u-{file.id}",
        "file_size": len(file.data),
    } | more


def photo(file: File) -> Json:
    width, height = size_of(file.data)
    return {"photo": [described(file, width=width, height=height)]}


def document(file: File) -> Json:
    return {"document": described(file, file_name=file.name)}


def animation(file: File) -> Json:
    moving = described(file, width=100, height=100, duration=1, file_name=file.name)
    return {"animation": moving} | document(file)


CONTENT = {"photo": photo, "document": document, "animation": animation}
