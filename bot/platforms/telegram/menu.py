"""The commands in Telegram's menu: in each language, and per chat those that fit the person."""

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat, MenuButtonCommands

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import Command


async def register_menu(bot: Bot, menu: Sequence[Command]) -> None:
    """Register the commands in every language, English for all others, behind a button."""
    await bot.set_my_commands(draw(menu, "en"))
    for language in LANGUAGES:
        await bot.set_my_commands(draw(menu, language), language_code=language)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def set_menu_of_chat(bot: Bot, chat: int, menu: Sequence[Command], language: str) -> None:
    """Register the commands that fit the person in one chat."""
    await bot.set_my_commands(draw(menu, language), scope=BotCommandScopeChat(chat))


def draw(menu: Sequence[Command], language: str) -> list[BotCommand]:
    """Draw commands in a language."""
    voice = Voice(language, "UTC")
    return [BotCommand(command.word(voice.language), voice.say(command.does)) for command in menu]
