"""The methods that change or take away what was sent, and that answer a tap."""

from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.errors import NOT_MODIFIED, QUERY_TOO_OLD, Json, bad
from tests.fakes.telegram.keyboard import check_markup, read_markup
from tests.fakes.telegram.sending import check_lengths, read_caption, read_media, read_text
from tests.fakes.telegram.world import Bot, Message, World, find_chat

TWO_DAYS = 2 * 86_400
LONGEST_ANSWER = 200
MEDIA = ("photo", "document", "animation")
BODY = ("text", "entities", "caption", "caption_entities", *MEDIA)
"""What an edit may replace."""


def edit_message_text(world: World, bot: Bot, call: Call) -> Json:
    content = read_text(call)
    message, markup = found(bot, call)
    if "text" not in message.data:
        raise bad("There is no text in the message to edit")
    return changed(world, message, content, markup)


def edit_message_caption(world: World, bot: Bot, call: Call) -> Json:
    content = read_caption(call.args)
    message, markup = found(bot, call)
    if not any(kind in message.data for kind in MEDIA):
        raise bad("There is no caption in the message to edit")
    kept = {kind: message.data[kind] for kind in MEDIA if kind in message.data}
    return changed(world, message, kept | content, markup)


def edit_message_media(world: World, bot: Bot, call: Call) -> Json:
    if not call.text("media"):
        raise bad('Parameter "media" is required')
    content = read_media(bot, call, call.parsed("media", "input media"))
    message, markup = found(bot, call)
    return changed(world, message, content, markup)


def edit_message_reply_markup(world: World, bot: Bot, call: Call) -> Json:
    message, markup = found(bot, call)
    content = {name: message.data[name] for name in BODY if name in message.data}
    return changed(world, message, content, markup)


def found(bot: Bot, call: Call) -> tuple[Message, Json | None]:
    """Find the message to edit, which is the bot's own, and read the keyboard it shall have."""
    markup = read_markup(call.text("reply_markup"), only_inline=True)
    if not call.text("chat_id") and not call.integer("message_id"):
        raise bad(
            "MESSAGE_ID_INVALID"
            if call.text("inline_message_id")
            else "Message identifier is not specified"
        )
    chat = find_chat(bot, call.text("chat_id"))
    chat.refuse()
    message = chat.messages.get(call.integer("message_id"))
    if message is None or message.gone:
        raise bad("message to edit not found")
    if not message.by_bot or (message.markup and not message.inline):
        raise bad("Message can't be edited")
    return message, markup


def changed(world: World, message: Message, content: Json, markup: Json | None) -> Json:
    check_lengths(content, "MESSAGE_TOO_LONG", "MEDIA_CAPTION_TOO_LONG")
    check_markup(markup)
    before = {name: message.data[name] for name in BODY if name in message.data}
    if before == content and message.inline == (markup or {}):
        raise bad(NOT_MODIFIED)
    for name in before:
        del message.data[name]
    message.data |= content | {"edit_date": int(world.now())}
    message.markup = markup
    return message.json()


def delete_message(world: World, bot: Bot, call: Call) -> bool:
    if not call.text("chat_id"):
        raise bad("Chat identifier is not specified")
    if not call.integer("message_id"):
        raise bad("Message identifier is not specified")
    chat = find_chat(bot, call.text("chat_id"))
    message = chat.messages.get(call.integer("message_id"))
    if message is None or message.gone:
        raise bad("message to delete not found")
    if not message.by_bot and chat.kind != "private":
        raise bad("Message can't be deleted")
    if world.now() - message.data["date"] > TWO_DAYS:
        raise bad("Message can't be deleted for everyone")
    message.gone = True
    return True


def answer_callback_query(world: World, bot: Bot, call: Call) -> bool:
    """Answer a tap, once and in time."""
    callback = bot.callbacks.get(call.text("callback_query_id"))
    life = world.settings.callback_life
    if callback is None or callback.answer is not None or world.now() - callback.at > life:
        raise bad(QUERY_TOO_OLD)
    if len(call.text("text")) > LONGEST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    if call.text("url"):
        raise bad("URL_INVALID")
    callback.answer = {"text": call.text("text"), "alert": call.flag("show_alert")}
    callback.answered = world.now()
    return True
