"""People who write, tap, command, and send forms, as Slack's clients let them."""

from dataclasses import dataclass
from typing import Any

from tests.fakes.slack.delivering import COMMAND, INTERACTIVE, Deliverer
from tests.fakes.slack.errors import Json
from tests.fakes.slack.seen import Button, Seen
from tests.fakes.slack.world import Delivery, File, Person, World
from tests.fakes.waiting import PATIENCE, wait_for


@dataclass
class User:
    world: World
    deliverer: Deliverer
    person: Person

    @property
    def id(self) -> str:
        return self.person.id

    @property
    def messages(self) -> list[Seen]:
        with self.world.lock:
            return [
                Seen(dict(message)) for message in self.world.channels[self.person.channel].values()
            ]

    @property
    def answers(self) -> list[Seen]:
        return [message for message in self.messages if message.by_bot and not message.files]

    @property
    def shared(self) -> list[Seen]:
        """The messages that carry files of the app."""
        return [message for message in self.messages if message.by_bot and message.files]

    @property
    def last(self) -> Seen:
        return self.answers[-1]

    @property
    def home(self) -> Seen | None:
        return Seen(self.person.home) if self.person.home else None

    @property
    def modal(self) -> Json | None:
        return self.person.modals[-1] if self.person.modals else None

    def wait_for(self, what: str, seconds: float = PATIENCE) -> Seen:
        def look() -> list[Seen]:
            return [message for message in self.answers if what in message.text][-1:]

        return wait_for(look, seconds, f"a message {what!r}")[0]

    def send(self, kind: str, payload: Json) -> Delivery:
        delivery = Delivery(kind, payload, self.id)
        self.deliverer.send(delivery)
        return delivery

    def says(self, text: str, **more: Any) -> tuple[Seen, Delivery]:
        """Write in the direct message with the app; Slack escapes three characters."""
        raw = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        with self.world.lock:
            ts = self.world.ts()
            said = {"type": "message", "user": self.id, "text": raw, "ts": ts} | more
            self.world.channels[self.person.channel][ts] = dict(said)
            place = {"channel": self.person.channel, "channel_type": "im", "event_ts": ts}
            delivery = self.world.event(said | place)
        self.deliverer.send(delivery)
        return Seen(said), delivery

    def sends_file(self, name: str, data: bytes, host: str = "") -> tuple[Seen, Delivery]:
        """Share a file in the direct message with the app."""
        with self.world.lock:
            file = File(f"F{next(self.world.numbers)}", name, len(data), "", data)
            self.world.files[file.id] = file
        told = {
            "id": file.id,
            "name": name,
            "mimetype": "text/csv",
            "size": len(data),
            "url_private_download": f"{host or self.world.url}/private/{file.id}",
        }
        return self.says("", subtype="file_share", files=[told])

    def edits(self, message: Seen, text: str, **more: Any) -> Delivery:
        """Change what was said; with `channel_type=None` Slack does not say where."""
        with self.world.lock:
            own = self.world.channels[self.person.channel][message.ts]
            before = dict(own)
            own |= {"text": text, "edited": {"user": self.id, "ts": self.world.ts()}}
            event = {"type": "message", "subtype": "message_changed", "channel_type": "im"}
            parts = {"message": dict(own), "previous_message": before}
            place = {"channel": self.person.channel, "ts": self.world.ts()}
            told = event | parts | place | more
            told = {name: value for name, value in told.items() if value is not None}
            delivery = self.world.event(told)
        self.deliverer.send(delivery)
        return delivery

    def commands(self, text: str, channel: str = "directmessage", place: str = "") -> Delivery:
        """Type a command; `place` is the id of a conversation that the app is not in."""
        return self.send(COMMAND, self.command(text, channel, place))

    def command(self, text: str, channel: str = "directmessage", place: str = "") -> Json:
        own = self.person.channel if channel == "directmessage" else "C0GENERAL"
        return {
            "command": "/kompaan",
            "text": text,
            "team_id": self.world.team,
            "api_app_id": self.world.app,
            "user_id": self.id,
            "user_name": self.person.name,
            "channel_id": place or own,
            "channel_name": channel,
            "trigger_id": self.world.trigger(self.id),
            "response_url": self.world.response_url(self.id),
        }

    def taps(self, what: str, on: Seen | None = None) -> Delivery:
        """Tap a button by label or code, on the newest message that has it unless one is given."""
        for message in [on] if on else reversed(self.answers):
            button = message.button(what)
            if button:
                about = {"channel": {"id": self.person.channel}, "message": message.raw}
                place = {"type": "message", "message_ts": message.ts, "is_ephemeral": False}
                place["channel_id"] = self.person.channel
                if "thread_ts" in message.raw:
                    place["thread_ts"] = message.raw["thread_ts"]
                assert not button.chosen, "a radio button that is filled tells nothing"
                return self.tapped(button, place, about)
        raise AssertionError(f"no button {what!r}")

    def taps_home(self, what: str) -> Delivery:
        assert self.home is not None
        button = self.home.button(what)
        assert button is not None
        place = {"type": "view", "view_id": self.home.raw["id"]}
        return self.tapped(button, place, {})

    def tapped(self, button: Button, place: Json, about: Json) -> Delivery:
        tap: Json = {"type": "button", "value": button.code}
        if button.raw:
            tap = {"type": "radio_buttons", "selected_option": button.raw}
        tap |= {"block_id": button.block, "action_id": button.action}
        return self.send(
            INTERACTIVE,
            {
                "type": "block_actions",
                "team": {"id": self.world.team, "domain": "kompaan"},
                "user": {"id": self.id, "team_id": self.world.team},
                "api_app_id": self.world.app,
                "container": place,
                "trigger_id": self.world.trigger(self.id),
                "actions": [tap | {"action_ts": self.world.ts()}],
            }
            | about,
        )

    def chooses(self, shortcut: str) -> Delivery:
        """Choose a shortcut by its callback id, wherever in Slack."""
        return self.send(
            INTERACTIVE,
            {
                "type": "shortcut",
                "callback_id": shortcut,
                "team": {"id": self.world.team, "domain": "kompaan"},
                "user": {"id": self.id, "team_id": self.world.team},
                "trigger_id": self.world.trigger(self.id),
                "action_ts": self.world.ts(),
            },
        )

    def opens_home(self, tab: str = "home") -> Delivery:
        event = {"type": "app_home_opened", "user": self.id, "tab": tab}
        delivery = self.world.event(event | {"channel": self.person.channel})
        self.deliverer.send(delivery)
        return delivery

    def sends_form(self, **chosen: str) -> Delivery:
        """Send the open modal, with these values instead of those that were filled in."""
        view = self.modal
        assert view is not None
        values = {}
        for block in (block for block in view["blocks"] if block["type"] == "input"):
            element = block["element"]
            options = {option["value"]: option for option in element["options"]}
            option = element.get("initial_option")
            if block["block_id"] in chosen:
                option = options[chosen[block["block_id"]]]
            state = {"type": element["type"], "selected_option": option}
            values[block["block_id"]] = {element["action_id"]: state}
        return self.send(
            INTERACTIVE,
            {
                "type": "view_submission",
                "team": {"id": self.world.team},
                "user": {"id": self.id},
                "trigger_id": self.world.trigger(self.id),
                "view": view | {"state": {"values": values}},
            },
        )
