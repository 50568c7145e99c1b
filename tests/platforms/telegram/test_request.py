"""The library's requests over our transport: values as JSON, a file as a form."""

import asyncio

from telegram import Bot

from bot.platforms.telegram.request import AiohttpRequest, call
from tests.fakes.telegram import A_PNG, FakeTelegram


def with_bot(fake, work):
    async def run():
        request = AiohttpRequest()
        try:
            return await work(Bot(fake.token, base_url=f"{fake.url}/bot", request=request))
        finally:
            await request.shutdown()

    return asyncio.run(run())


def test_a_call_by_name_gives_what_came_as_it_came():
    with FakeTelegram() as fake:
        karim = fake.user("Karim")
        karim.starts()
        rows = [[{"text": "yes", "callback_data": "y"}]]
        said = {"chat_id": karim.id, "text": "één", "reply_markup": {"inline_keyboard": rows}}
        result = with_bot(fake, lambda bot: call(bot, "sendMessage", **said))
        assert result["text"] == karim.last.text == "één"
        assert karim.last.labels == ["yes"]


def test_a_file_goes_along_with_what_is_said_of_it():
    with FakeTelegram() as fake:
        karim = fake.user("Karim")
        karim.starts()
        with_bot(fake, lambda bot: bot.send_photo(karim.id, A_PNG, "één kleur"))
        assert karim.last.raw["caption"] == "één kleur"
        (sent,) = fake.calls("sendPhoto")
        assert sent["files"] == {"photo": len(A_PNG)}
