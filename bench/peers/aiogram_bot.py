"""aiogram with its webhook: answer the callback, store one row, edit the message."""

import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from bench.peers.row import opened, store


def main() -> None:
    port, api, token, database = int(sys.argv[1]), *sys.argv[2:5]
    connection = opened(database)
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        await query.answer()
        store(connection, str(query.data))
        if isinstance(query.message, Message):
            await query.message.edit_text(f"stored {query.data}")

    application = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, secret_token="bench")
    handler.register(application, path="/telegram/webhook")
    setup_application(application, dispatcher, bot=bot)
    web.run_app(application, host="127.0.0.1", port=port, print=None)


if __name__ == "__main__":
    main()
