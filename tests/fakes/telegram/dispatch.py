"""From a call to its method: the table of methods, the checks before it, the log after it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram import about, editing, receiving, sending
from tests.fakes.telegram.calls import Call
from tests.fakes.telegram.errors import ApiError, Json, too_many
from tests.fakes.telegram.faults import REFUSALS, Fault, Faults
from tests.fakes.telegram.receiving import Told
from tests.fakes.telegram.world import Bot, World

Method = Callable[[World, Bot, Call], Any]

METHODS: dict[str, Method] = {
    "getMe": about.get_me,
    "getMyName": about.get_my_name,
    "getChat": about.get_chat,
    "sendChatAction": about.send_chat_action,
    "setMyCommands": about.set_my_commands,
    "getMyCommands": about.get_my_commands,
    "deleteMyCommands": about.delete_my_commands,
    "setMyDescription": about.set_my_text("description"),
    "setMyShortDescription": about.set_my_text("short_description"),
    "getMyDescription": about.get_my_text("description"),
    "getMyShortDescription": about.get_my_text("short_description"),
    "setChatMenuButton": about.set_chat_menu_button,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "getFile": about.get_file,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_media("photo"),
    "sendDocument": sending.send_media("document"),
    "sendAnimation": sending.send_media("animation"),
    "sendMediaGroup": sending.send_media_group,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": editing.answer_callback_query,
}
BY_NAME = {name.lower(): method for name, method in METHODS.items()}
UNHEARD = ("setwebhook", "deletewebhook", "close", "logout")
"""What may not ride in the answer to a delivery; nor may anything that begins with get."""


@dataclass
class Dispatch:
    """Runs calls one at a time, under the world's lock."""

    world: World
    faults: Faults = field(default_factory=Faults)

    def arrive(self, bot: Bot, call: Call) -> Fault | None:
        """Write the call in the log, and say what shall go wrong with it."""
        with self.world.lock:
            call.number, call.at = len(bot.calls) + 1, self.world.now()
            call.chat = chat_of(bot, call)
            bot.calls.append(call)
            fault = self.faults.pick(call)
            call.fault = fault.name if fault else ""
            return fault

    def perform(self, bot: Bot, call: Call) -> Json:
        """Do it, and give the body of the answer."""
        with self.world.lock:
            try:
                method = BY_NAME.get(call.method)
                if method is None:
                    raise ApiError(404)
                self.faults.limiter.check(bot, call, self.world.now())
                return self.done(call, method(self.world, bot, call))
            except ApiError as error:
                return self.refused(call, error)

    def done(self, call: Call, result: Any) -> Json:
        told = {"description": result.description} if isinstance(result, Told) else {}
        value = result.result if isinstance(result, Told) else result
        call.message = value.get("message_id", 0) if isinstance(value, dict) else 0
        call.status, call.effect = 200, True
        return {"ok": True, "result": value} | told

    def refused(self, call: Call, error: ApiError) -> Json:
        call.status, call.description = error.code, error.description
        return error.body()

    def ride(self, bot: Bot, args: dict[str, str]) -> None:
        """Do what stands in the answer to a delivery; the bot never hears how it went."""
        method = args.get("method", "").lower()
        if not method or method in UNHEARD or method.startswith("get"):
            return
        call = Call(method, args, via="webhook")
        fault = self.arrive(bot, call)
        if fault is None or fault.after:
            self.perform(bot, call)
        elif refusal(fault):
            self.refused(call, refusal(fault) or ApiError(500))


def refusal(fault: Fault) -> ApiError | None:
    """Make a fault an error of the API, if it is one."""
    return too_many(fault.retry_after) if fault.kind == "429" else REFUSALS.get(fault.kind)


def chat_of(bot: Bot, call: Call) -> int:
    callback = bot.callbacks.get(call.text("callback_query_id"))
    return callback.chat if callback else call.integer("chat_id")
