"""The commands in Telegram's menu: in each language, and per chat those that fit the person."""

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat, MenuButtonCommands

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import Command


async def register_menu(bot: Bot, menu: Sequence[Command]) -> None:
    """Register the commands in every language, English for all others, behind a button."""
    await bot.set_my_commands(drawn(menu, "en"))
    for language in LANGUAGES:
        await bot.set_my_commands(drawn(menu, language), language_code=language)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def set_menu_of_chat(bot: Bot, chat: int, menu: Sequence[Command], language: str) -> None:
    """Give one chat the commands that fit the person there."""
    await bot.set_my_commands(drawn(menu, language), scope=BotCommandScopeChat(chat))


def drawn(menu: Sequence[Command], language: str) -> list[BotCommand]:
    """Draw commands in a language."""
    voice = Voice(language, "UTC")
    return [BotCommand(one.name, voice.say(one.does)) for one in menu]
