"""Whatever shows a teacher, mentor or coach what others said of a student is noted as a look.

Everything that can be typed and tapped is asked twice: of a school in which everybody has spoken,
and of one where nobody but the asker has. Where the answers differ, something of a student's was
shown, whoever wrote the handler, and there has to be a look; where nobody but the asker is heard,
there must be none of it.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path as FilePath

import pytest
from sqlalchemy import Connection, Engine

from bot.domain.reflecting.sharing import Share
from bot.i18n import Voice
from bot.messages import Incoming, Reply
from bot.storage.engine import connect
from bot.storage.unit_of_work import StoredUnitOfWork
from handlers.answering import answer
from handlers.routes import TABLE
from tests.databases import SchoolOn, connected
from tests.dialogues.evaluating.council_school import answered, photographed
from tests.dialogues.school import School

ROLE = {"m1": "mentor", "t1": "teacher", "c1": "coach"}
LOOKED = {
    "m1": {"report", "card", "film", "photo", "answers", "result"},
    "t1": {"report", "card", "film", "photo", "answers", "result", "class", "council", "end_view"},
    "c1": {"report", "card", "notes", "film", "photo", "answers", "class", "council", "views"},
}
"""What each has opened by then, at least: else this looked at nothing."""

Path = tuple[str, ...]
"""A command, and what is tapped after it."""

DEEP = 2
"""How many taps follow on a command."""

BY_ROLE = ("score", "mark", "colour", "photo_colour")
OF_OTHERS = (
    *("feedback", "goal", "evidence", "answer_part", "answer"),
    *("question", "intervention", "alert_message", "alert", "sitting"),
    *("decision_told", "decision", "workplace_result", "late_choice"),
)

SHOWS_NOBODY = {
    "raters": "how people score, of no student singly",
    "mydata": "how much is kept of who asks, by topic",
    "forget": "what is kept of who asks, and what becomes of it",
}
"""What differs, and shows nothing of a student's: by the command, each with the reason."""


def spoken(school: School) -> School:
    """Everybody has said something of Jonas, and he shares an answer."""
    photographed(school)
    for who, line in (
        ("m1", 'jonas 10.1 x "mentor wrote this"'),
        ("t1", 'jonas 10.1 v "teacher wrote this"'),
        ("s1", '10.1 v "student wrote this"'),
        ("s1", "11 vvvvv"),
        ("m1", "jonas 11 xxxxx"),
        ("t1", "jonas 11 xxxxx"),
    ):
        school.say(who, line)
    answered(school, "Bent twice", Share.ALL, goal="Measure first", evidence=[1])
    return school


def silenced(copy: FilePath, role: str, school_id: str) -> Engine:
    """The same school, in which nobody but one has said anything."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        named = "SELECT name FROM sqlite_master WHERE type = 'table'"
        there = {name for (name,) in connection.execute(named)}
        for table in BY_ROLE:
            connection.execute(f"DELETE FROM {table} WHERE role <> ?", (role,))
        others = "author_id NOT IN (SELECT id FROM person WHERE school_id = ?)"
        connection.execute(f"DELETE FROM note WHERE {others}", (school_id,))
        for table in OF_OTHERS:
            assert table in there
            connection.execute(f"DELETE FROM {table}")
    return connect(f"sqlite:///{copy}")


@dataclass(frozen=True)
class Heard:
    """What somebody was answered last, the buttons below it, and what was opened of whom by it."""

    told: str
    codes: list[str]
    opened: set[tuple[int, str]]

    @property
    def looks(self) -> set[str]:
        return {what for _track, what in self.opened}


class Asking:
    """One person's questions to one database; nothing that they do stays."""

    def __init__(self, connection: Connection, school: School, who: str) -> None:
        self.connection, self.school = connection, school
        self.person = school.people[who].person_id

    @contextmanager
    def asked(self, said: str, number: int = 0) -> Iterator[Heard]:
        """Say a command, or tap a button; at the end it was never said.

        What is asked meanwhile follows on it, so that the way to each answer is gone once.
        """
        with self.connection.begin_nested() as before:
            self.connection.exec_driver_sql("DELETE FROM opened")
            yield self._heard(self._answer(number, said))
            before.rollback()

    def _heard(self, replies: Sequence[Reply]) -> Heard:
        opened = self.connection.exec_driver_sql("SELECT track_id, what FROM opened")
        voice = Voice("en", "Europe/Brussels", self.school.at)
        told = "\n".join(voice.say(reply.text) + repr(reply.files) for reply in replies)
        codes = [button.code for reply in replies for row in reply.buttons for button in row]
        return Heard(told, codes, {(track, what) for track, what in opened})

    def _answer(self, number: int, said: str) -> Sequence[Reply]:
        uow = StoredUnitOfWork(self.connection)
        typed, tapped = (said, "") if said.startswith("/") else ("", said)
        said_now = Incoming(f"a{number}", self.person, self.school.at, typed, tapped)
        return answer(uow, said_now).replies


@contextmanager
def asking(engine: Engine, school: School, who: str) -> Iterator[Asking]:
    """Let somebody ask a database what they like."""
    with engine.connect() as connection, connection.begin() as whole:
        yield Asking(connection, school, who)
        whole.rollback()


def commands() -> Iterator[str]:
    for name in TABLE.commands:
        yield f"/{name}"
        yield f"/{name} jonas"
    yield from ("/report jonas 10", "/reflect jonas", "/photo jonas autumn", "/class 6E")


def walked(*askings: Asking) -> Iterator[tuple[Path, list[Heard]]]:
    """Every command, and every button below the first one's answer, so many taps deep.

    All go the same way; gives it with what each heard at its end.
    """
    seen = set(commands())

    def onwards(path: Path) -> Iterator[tuple[Path, list[Heard]]]:
        with ExitStack() as stack:
            heard = [stack.enter_context(own.asked(path[-1], len(path) - 1)) for own in askings]
            yield path, heard
            if len(path) > DEEP:
                return
            ahead = [code for code in dict.fromkeys(heard[0].codes) if code not in seen]
            seen.update(ahead)
            for code in reversed(ahead):
                yield from onwards((*path, code))

    for command in [*commands()][::-1]:
        yield from onwards((command,))


@pytest.mark.slow
@pytest.mark.parametrize("who", ROLE)
def test_no_look_is_forgotten(school_on: SchoolOn, who: str, tmp_path: FilePath):
    address = school_on("sqlite", "en")
    with connected(address) as engine:
        school = spoken(School(engine).found())
        copy = FilePath(shutil.copy(str(engine.url.database), tmp_path / "silent.sqlite"))
        silent = silenced(copy, ROLE[who], who)
        forgotten, looked = [], set()
        with asking(engine, school, who) as loud, asking(silent, school, who) as quiet:
            for path, (heard, unheard) in walked(loud, quiet):
                looked |= heard.looks
                shows = heard.told != unheard.told
                if shows and not heard.opened and path[0].split()[0][1:] not in SHOWS_NOBODY:
                    forgotten.append(path)
        silent.dispose()
    assert forgotten == []
    assert looked >= LOOKED[who]
