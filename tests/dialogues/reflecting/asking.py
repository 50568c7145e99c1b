"""A school where questions are asked, and a way to send what is no text: on every platform."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from bot.domain.coaching.repertoire import Repertoire
from bot.exchange.repertoire_file import read_repertoire
from bot.i18n import Voice
from bot.messages import Incoming, Text
from bot.platforms.transcript import Utterance
from bot.ports.talking import Attached
from handlers.answering import answer
from tests.dialogues.chat import ChatSchool, opened
from tests.dialogues.page import PageSchool, on_the_page
from tests.dialogues.school import School
from tests.dialogues.slack import SlackSchool
from tests.dialogues.ways import CHATS

BRUSSELS = ZoneInfo("Europe/Brussels")
VOICE_HERE = b"OggS"
VOICE_FILE = {"id": "F0VOICE", "mimetype": "audio/mp4", "name": "a"}


@cache
def ours() -> Repertoire:
    return read_repertoire()


@dataclass
class Talk:
    """A school that asks, in one language; what is tapped is named by its English words."""

    school: School

    def said(self, english: str, **args: str) -> str:
        return Voice(self.school.language, "Europe/Brussels").say(Text(english, args))

    def taps(self, who: str, english: str) -> str:
        return self.school.tapped(who, self.said(english))

    def voice(self, who: str) -> str:
        """Send a voice note; in the terminal nothing but text can be sent."""
        school = self.school
        if isinstance(school, SlackSchool):
            files = {"files": [VOICE_FILE], "subtype": "file_share"}
            shown = school.answers_to(who, lambda user: user.says("", **files))
        elif isinstance(school, ChatSchool):
            shown = school.answers_to(who, lambda user: user.sends_voice())
        elif isinstance(school, PageSchool):
            spoken = Attached("voice", "audio/ogg", VOICE_HERE)
            shown = school.utter(who, Utterance("v1", school.at, attached=spoken))
        else:
            return self.hears(who, Incoming("v1", 0, school.at, media="voice", file="own-1"))
        return "\n".join(reply.text for reply in shown)

    def hears(self, who: str, incoming: Incoming) -> str:
        """Let something be heard as a platform hands it on."""
        school = self.school
        own = {name: getattr(incoming, name) for name in incoming.__slots__}
        own["person_id"] = school.people[who].person_id
        with school.engine.begin() as connection:
            heard = answer(school.unit(connection), Incoming(**own))
            voice = Voice(heard.language, heard.time_zone)
            return "\n".join(voice.say(reply.text) for reply in heard.replies)

    def until(self, weekday: int, hour: int, minute: int = 0) -> None:
        """Let time pass to the next such instant on the clock of Brussels."""
        here = self.school.at.astimezone(BRUSSELS)
        day = here.date() + timedelta(days=(weekday - here.weekday()) % 7)
        then = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BRUSSELS)
        if then <= here:
            then += timedelta(days=7)
        self.school.later(seconds=(then - here).total_seconds())


@contextmanager
def asking(kind: str, url: str, language: str) -> Iterator[Talk]:
    """Found a school that asks questions, on a platform and in a language."""
    if kind in CHATS:
        school_kind, more = CHATS[kind]
        with opened(school_kind, url, language=language, repertoire=ours(), **more) as made:
            yield Talk(made)
        return
    with on_the_page(url, language=language, repertoire=ours()) as made:
        yield Talk(made)


def founded(engine: Engine, language: str = "en") -> School:
    school = School(engine, language=language, repertoire=ours())
    return school.found()
