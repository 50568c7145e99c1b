"""The methods about the bot itself and its chats: names, commands, menus."""

import re
from typing import Any

from tests.fakes.telegram.calls import Call, required
from tests.fakes.telegram.errors import Json, bad, within
from tests.fakes.telegram.world import Bot, World, find_chat

COMMAND = re.compile(r"[a-z0-9_]+")
LANGUAGE = re.compile(r"[a-z]{2}|")
LONGEST_COMMAND, LONGEST_DESCRIPTION, MOST_COMMANDS = 32, 256, 100
LONGEST_TEXT = {"description": 512, "short_description": 120}
SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
MENUS = {"default": (), "commands": (), "web_app": ("text", "web_app")}
UPLOADS = ("photo", "video", "voice", "document", "video_note")
ACTIONS = {f"upload_{kind}" for kind in UPLOADS} | {
    "typing",
    "record_video",
    "record_voice",
    "record_video_note",
    "choose_sticker",
    "find_location",
}


def get_me(world: World, bot: Bot, call: Call) -> Json:
    can = dict.fromkeys(("can_join_groups",), True)
    cannot = ("supports_inline_queries", "can_connect_to_business", "has_main_web_app")
    read = {"can_read_all_group_messages": not bot.privacy}
    return bot.json() | can | read | dict.fromkeys(cannot, False)


def get_file(world: World, bot: Bot, call: Call) -> Json:
    """Tell where a file is fetched that somebody sent."""
    file = bot.files.get(call.text("file_id"))
    if file is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    about = {"file_unique_id": "u", "file_size": len(file.data)}
    return {"file_id": file.id, "file_path": f"documents/{file.id}"} | about


def get_my_name(world: World, bot: Bot, call: Call) -> Json:
    language(call)
    return {"name": bot.name}


def set_my_text(name: str) -> Any:
    """Make the method for one of the bot's texts; how the server names its limit is not known."""

    def method(world: World, bot: Bot, call: Call) -> bool:
        if len(call.text(name)) > LONGEST_TEXT[name]:
            raise bad(f"{name.replace('_', ' ')} is too long")
        bot.texts[name, language(call)] = call.text(name)
        return True

    return method


def get_my_text(name: str) -> Any:
    """Make the method that tells one of the bot's texts, in the language or in none."""

    def method(world: World, bot: Bot, call: Call) -> Json:
        return {name: bot.texts.get((name, language(call))) or bot.texts.get((name, ""), "")}

    return method


def send_chat_action(world: World, bot: Bot, call: Call) -> bool:
    if call.text("action") not in ACTIONS:
        raise bad("Wrong parameter action in request")
    find_chat(bot, call.text("chat_id")).refuse()
    return True


def get_chat(world: World, bot: Bot, call: Call) -> Json:
    chat = find_chat(bot, call.text("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return chat.json() | {
        "accent_color_id": 1,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


# --- commands ---


def set_my_commands(world: World, bot: Bot, call: Call) -> bool:
    commands = read_commands(call)
    key = scope(bot, call), language(call)
    for command, description in commands:
        check_command(command, description)
    if len(commands) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    bot.commands[key] = [
        {"command": command, "description": description} for command, description in commands
    ]
    return True


def get_my_commands(world: World, bot: Bot, call: Call) -> list[Json]:
    return bot.commands.get((scope(bot, call), language(call)), [])


def delete_my_commands(world: World, bot: Bot, call: Call) -> bool:
    bot.commands.pop((scope(bot, call), language(call)), None)
    return True


def read_commands(call: Call) -> list[tuple[str, str]]:
    if not call.text("commands"):
        return []
    value = call.parsed("commands", "commands")
    if not isinstance(value, list):
        raise bad("Expected an Array of BotCommand")
    with within("BotCommand"):
        named = [
            (required(command, "command"), required(command, "description")) for command in value
        ]
    return [(name.strip().removeprefix("/"), text.strip()) for name, text in named]


def check_command(command: str, description: str) -> None:
    limits = (
        ("Command", command, LONGEST_COMMAND),
        ("Command description", description, LONGEST_DESCRIPTION),
    )
    for what, text, most in limits:
        if not text:
            raise bad(f"{what} must be non-empty")
        if len(text) > most:
            raise bad(f"{what} length must not exceed {most}")
    if not COMMAND.fullmatch(command):
        raise bad("BOT_COMMAND_INVALID")


def language(call: Call) -> str:
    if not LANGUAGE.fullmatch(call.text("language_code")):
        raise bad("Invalid language code specified")
    return call.text("language_code")


def scope(bot: Bot, call: Call) -> str:
    """Name a scope by its key, such as "default" or "chat 12"."""
    if not call.text("scope"):
        return "default"
    value = call.parsed("scope", "BotCommandScope")
    with within("BotCommandScope"):
        kind = required(value, "type")
        if kind in SCOPES:
            return str(kind)
        if kind not in CHAT_SCOPES:
            raise bad("Unsupported type specified")
        named = required(value | {"chat_id": str(value.get("chat_id", ""))}, "chat_id")
        member = required(value, "user_id", int) if kind == "chat_member" else ""
    return f"{kind} {find_chat(bot, named).id} {member}".strip()


def set_chat_menu_button(world: World, bot: Bot, call: Call) -> bool:
    value: Json = {"type": "default"}
    if call.text("menu_button"):
        value = call.parsed("menu_button", "menu button")
    with within("menu button"):
        kind = required(value, "type")
        if kind not in MENUS:
            raise bad("MenuButton has unsupported type")
        for name in MENUS[kind]:
            required(value, name, object)
    chat = 0
    if "chat_id" in call.args:
        chat = call.integer("chat_id")
        if chat <= 0:
            raise bad("Invalid chat_id specified")
        find_chat(bot, str(chat))
    bot.menus[chat] = value
    return True
