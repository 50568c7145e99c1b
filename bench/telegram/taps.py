"""Taps as Telegram delivers them, by people of the sample who are in the middle of scoring."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from bot.domain.scoring.scales import Mastery
from bot.messages import Incoming
from bot.settings import Settings
from bot.wiring import House
from bot.wiring.sample import load_sample
from handlers.answering import answer
from handlers.scoring.taps import SayMastery

PEOPLE = ("karim", "sofie", "wout", "els", "pieter", "amina", "jonas", "nicolas", "tomasz")
SAID = (Mastery.NOT_SHOWN, Mastery.WITH_SUPPORT)


@dataclass
class Taps:
    """One tap after the other, round the people."""

    codes: list[tuple[int, int, list[int]]] = field(default_factory=lambda: [(1, 1, [1])])
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    def next(self) -> dict[str, Any]:
        number = next(self.numbers)
        chat, serial, indicators = self.codes[number % len(self.codes)]
        indicator = indicators[number // len(self.codes) % len(indicators)]
        user = {"id": chat, "is_bot": False, "first_name": "x"}
        place = {"id": chat, "type": "private", "first_name": "x"}
        message = {"message_id": 7, "date": 1_760_000_000, "chat": place, "text": "x"}
        query = {
            "id": str(number),
            "from": user,
            "chat_instance": "1",
            "data": SayMastery(serial, indicator, SAID[number % len(SAID)]).written(),
            "message": message,
        }
        return {"update_id": number, "callback_query": query}


def tapping_people(url: str, at: datetime) -> Taps:
    """Load the sample, let people join, and begin a competence with each."""
    house = House(Settings(database_url=url, _env_file=None))
    house.prepare()
    load_sample(house, at)
    taps = Taps(codes=[])
    with house.transaction() as uow:
        for number, person in enumerate(uow.people.list_sample()):
            if person.school_id not in PEOPLE:
                continue
            chat = 1000 + number
            uow.accounts.join(person, "telegram", str(chat), at)
            track = next(track for track in uow.tracks.list_of(person.id) if track.scoring_role)
            line = f"{track.student} 10.1"
            answer(uow, Incoming(f"begin:{number}", person.id, at, text=line))
            steps = uow.dialogues.read(person.id)
            # Not the last one: after it comes the summary, and this menu would be closed.
            asked = list(steps.data["order"])[:-1]
            taps.codes.append((chat, steps.serial, asked))
    house.engine.dispose()
    return taps
