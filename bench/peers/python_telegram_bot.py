"""python-telegram-bot with its own webhook: callback answered, one row stored, message edited."""

import sqlite3
import sys

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from bench.peers.row import opened, store


def main() -> None:
    port, api, token, database = int(sys.argv[1]), *sys.argv[2:5]
    connection: sqlite3.Connection = opened(database)

    async def tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer()
        store(connection, str(query.data))
        await query.edit_message_text(f"stored {query.data}")

    built = Application.builder().token(token).base_url(f"{api}/bot").concurrent_updates(True)
    application = built.build()
    application.add_handler(CallbackQueryHandler(tapped))
    application.run_webhook(
        "127.0.0.1", port, "telegram/webhook", secret_token="bench", webhook_url=f"{api}/hook"
    )


if __name__ == "__main__":
    main()
