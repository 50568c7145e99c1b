"""The verbs of a test, all with JSON in and out: what people do, what goes wrong, what is known.

A handle (see `handles.py`) calls them by name, in the same process or over HTTP.
"""

import base64
import time
from typing import Any

from tests.fakes.telegram.dispatch import Dispatch
from tests.fakes.telegram.errors import Json
from tests.fakes.telegram.faults import LIMITS, Fault
from tests.fakes.telegram.markup import automatic
from tests.fakes.telegram.updates import Mess
from tests.fakes.telegram.world import Bot, Callback, Chat, File, Message, Person

# Past 32 bits, as those of new accounts are.
FIRST_USER, FIRST_GROUP = 6_900_000_000, 1_000_000
MEMBER, GONE = {"status": "member"}, {"status": "kicked", "until_date": 0}


class Verbs:
    """Every public method is a verb; the caller holds the world's lock."""

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch = dispatch
        self.world = dispatch.world
        self.faults = dispatch.faults

    def do(self, verb: str, args: Json) -> Any:
        assert not verb.startswith("_"), verb
        with self.world.lock:
            return getattr(self, verb)(**args)

    # --- who there is ---

    def add_bot(self, token: str, **more: Any) -> None:
        bot = self.world.add_bot(token)
        vars(bot).update(more)
        for person in self.world.people.values():
            bot.chats[person.id] = self._chat(person.id, "private", person, closed="stranger")

    def add_user(self, token: str, name: str, started: bool = True, **more: str) -> int:
        number = FIRST_USER + next(self.world.numbers)
        first, _space, last = name.partition(" ")
        person = Person(number, first, last, **more)
        self.world.people[number] = person
        for bot in self.world.bots.values():
            own = started and bot.token == token
            bot.chats[number] = self._chat(
                number, "private", person, closed="" if own else "stranger"
            )
        return number

    def add_group(self, token: str, title: str, kind: str = "supergroup", **more: Any) -> int:
        number = -(FIRST_GROUP + next(self.world.numbers))
        number -= 10**12 if kind == "supergroup" else 0
        self._bot(token).chats[number] = self._chat(number, kind, title=title, **more)
        return number

    # --- what people do ---

    def says(self, token: str, chat: int, text: str, **more: Any) -> Json:
        content = {"text": text} | marked(text, "entities")
        return self._send(token, chat, content, **more)

    def sends(
        self, token: str, chat: int, content: Json, file: Json | None = None, **more: Any
    ) -> Json:
        """Send anything else; a file is put under its id."""
        if file:
            stored = File(data=base64.b64decode(file.pop("data")), **file)
            self._bot(token).files[stored.id] = stored
        return self._send(token, chat, content, **more)

    def edits(self, token: str, chat: int, message: int, text: str) -> int | None:
        found = self._message(token, chat, message)
        assert not found.by_bot, "people edit what they said themselves"
        found.data |= {"text": text, "edit_date": int(self.world.now())}
        found.data.pop("entities", None)
        found.data |= marked(text, "entities")
        return self.world.happen(self._bot(token), "edited_message", found.json(), chat)

    def moves(self, token: str, chat: int, message: int, content: Json) -> int | None:
        """Change what is no text; such an edit hides its date, as those do that nobody made."""
        found = self._message(token, chat, message)
        found.data |= content
        return self.world.happen(self._bot(token), "edited_message", found.json(), chat)

    def taps(self, token: str, chat: int, user: int, message: int, code: str) -> Json:
        bot = self._bot(token)
        number = str(self.world.dice.randrange(10**17, 10**18))
        tapped = Callback(number, chat, message, code, self.world.now())
        bot.callbacks[number] = tapped
        body = {
            "id": number,
            "from": self.world.people[user].json(),
            "message": self._message(token, chat, message).json(),
            "chat_instance": str(chat * 7_919),
            "data": code,
        }
        tapped.update = self.world.happen(bot, "callback_query", body, chat)
        return {"id": number, "update": tapped.update}

    def opens(self, token: str, chat: int) -> None:
        """Unblock or start: the bot may write again."""
        self._join(token, chat, "", GONE, MEMBER)

    def closes(self, token: str, chat: int, why: str = "blocked") -> None:
        self._join(token, chat, why, MEMBER, GONE)

    def upgrades(self, token: str, chat: int) -> int:
        """Make a group a supergroup, which has another id."""
        group = self._bot(token).chats[chat]
        group.moved_to = self.add_group(token, group.title)
        group.closed = "upgraded"
        return group.moved_to

    def leaves_telegram(self, user: int) -> None:
        for bot in self.world.bots.values():
            bot.chats[user].closed = "deactivated"

    def raw_update(self, token: str, body: Json, lane: int = 0) -> int | None:
        return self.world.happen(self._bot(token), "", body, lane)

    # --- what goes wrong ---

    def fails(self, kind: str, **more: Any) -> None:
        self.faults.active.append(Fault(kind, **more))

    def floods(self, chat: int, seconds: float) -> None:
        self.faults.limiter.flooded[chat] = self.world.now() + seconds

    def limits(self, on: bool = True) -> None:
        self.faults.limiter.limits = dict(LIMITS) if on else {}

    def heals(self) -> None:
        self.faults.active.clear()
        self.faults.limiter.flooded.clear()

    def mess(self, token: str, repeat: list[int], disorder: bool, seed: int) -> None:
        queue = self._bot(token).queue
        queue.mess = Mess((repeat[0], repeat[1]), disorder)
        queue.dice.seed(seed)

    def jump(self, token: str) -> None:
        self._bot(token).queue.jump()

    def pause(self, token: str, on: bool = True) -> None:
        bot = self._bot(token)
        bot.queue.paused = on
        self.world.changed(bot)

    def revoke(self, token: str, on: bool = True) -> None:
        self._bot(token).revoked = on

    def stops_clock(self) -> None:
        """Let time pass only by `later`."""
        self.world.stopped = time.time()

    def later(self, seconds: float) -> None:
        self.world.ahead += seconds

    def configure(self, **settings: Any) -> None:
        unknown = set(settings) - set(vars(self.world.settings))
        assert not unknown, unknown
        vars(self.world.settings).update(settings)

    # --- what is known ---

    def messages(self, token: str, chat: int) -> list[Json]:
        found = self._bot(token).chats[chat].messages.values()
        return [
            message.json() | {"by_bot": message.by_bot} for message in found if not message.gone
        ]

    def calls(self, token: str, since: int = 0) -> list[Json]:
        return [call.shown() for call in self._bot(token).calls[since:]]

    def updates(self, token: str) -> list[Json]:
        return [update.shown() for update in self._bot(token).queue.journal]

    def waiting(self, token: str) -> int:
        return len(self._bot(token).queue.waiting)

    def callbacks(self, token: str) -> list[Json]:
        return [vars(callback) for callback in self._bot(token).callbacks.values()]

    def bot(self, token: str) -> Json:
        """Tell what the bot has set about itself."""
        bot = self._bot(token)
        commands = [[*key, value] for key, value in bot.commands.items()]
        texts = [[*key, value] for key, value in bot.texts.items()]
        return {"webhook": vars(bot.webhook), "menus": bot.menus, "commands": commands} | {
            "texts": texts,
            "username": bot.username,
        }

    def file(self, token: str, file: str) -> str:
        return base64.b64encode(self._bot(token).files[file].data).decode()

    def now(self) -> float:
        return self.world.now()

    # --- inside ---

    def _bot(self, token: str) -> Bot:
        return self.world.bots[token]

    def _chat(self, number: int, kind: str, person: Person | None = None, **more: Any) -> Chat:
        # Ids start anywhere, so that those of two chats are not taken for each other.
        return Chat(number, kind, person, last_id=self.world.dice.randrange(1, 10**6), **more)

    def _message(self, token: str, chat: int, message: int) -> Message:
        return self._bot(token).chats[chat].messages[message]

    def _send(
        self,
        token: str,
        chat: int,
        content: Json,
        user: int = 0,
        reply_to: int = 0,
    ) -> Json:
        bot = self._bot(token)
        place, sender = bot.chats[chat], self.world.people[user or chat]
        assert place.closed in ("", "stranger"), f"the chat is {place.closed}"
        if place.closed:
            self.opens(token, chat)
        replied = place.messages.get(reply_to)
        more = {"reply_to_message": replied.json()} if replied else {}
        message = place.put(content | more, sender.json(), self.world.now())
        heard = chat > 0 or not bot.privacy or meant(content, bot, replied)
        update = self.world.happen(bot, "message", message.json(), chat) if heard else None
        return message.json() | {"by_bot": False, "update": update}

    def _join(self, token: str, chat: int, closed: str, before: Json, after: Json) -> None:
        bot = self._bot(token)
        place = bot.chats[chat]
        stranger, place.closed = place.closed == "stranger", closed
        if stranger:
            return
        me = {"user": bot.json()}
        sender = place.person.json() if place.person else bot.json()
        body = {"chat": place.json(), "from": sender, "date": int(self.world.now())}
        body |= {"old_chat_member": me | before, "new_chat_member": me | after}
        self.world.happen(bot, "my_chat_member", body, chat)


def marked(text: str, name: str) -> Json:
    found = automatic(text)
    return {name: found} if found else {}


def meant(content: Json, bot: Bot, replied: Message | None) -> bool:
    """Say whether a bot in privacy mode hears this in a group: commands, and answers to it."""
    text = str(content.get("text", ""))
    command, _at, whose = text.split(" ")[0].partition("@")
    own = command.startswith("/") and whose.lower() in ("", bot.username.lower())
    return own or bool(replied and replied.by_bot)
