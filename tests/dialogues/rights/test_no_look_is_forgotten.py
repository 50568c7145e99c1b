"""Whatever shows a teacher, mentor or coach what others said of a student is noted as a look.

Everything that can be typed and tapped is asked twice: of a school in which everybody has spoken,
and of one where nobody but the asker has. Where the answers differ, something of a student's was
shown, whoever wrote the handler, and there has to be a look; where nobody but the asker is heard,
there must be none of it.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

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


def silenced(copy: Path, role: str, school_id: str) -> Engine:
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


class Asking:
    """One person's questions to one database; nothing that they do stays."""

    def __init__(self, engine: Engine, school: School, who: str) -> None:
        self.engine, self.school, self.who = engine, school, who

    def ask(self, path: Sequence[str]) -> tuple[str, list[str], set[str]]:
        """Say a command and tap what follows: the last answer, its buttons, and what was opened."""
        with self.engine.connect() as connection, connection.begin() as whole:
            replies: Sequence[Reply] = ()
            for number, said in enumerate(path):
                connection.exec_driver_sql("DELETE FROM opened")
                replies = self._answer(connection, number, said)
            opened = self._opened(connection)
            whole.rollback()
        voice = Voice("en", "Europe/Brussels", self.school.at)
        told = "\n".join(voice.say(reply.text) + repr(reply.files) for reply in replies)
        codes = [button.code for reply in replies for row in reply.buttons for button in row]
        return told, codes, opened

    def opened_of(self, path: Sequence[str], track_id: int) -> set[str]:
        """Say and tap the same, and tell what was opened of a track by it."""
        with self.engine.connect() as connection, connection.begin() as whole:
            for number, said in enumerate(path):
                self._answer(connection, number, said)
            of = "SELECT what FROM opened WHERE track_id = :track"
            opened = set(connection.execute(text(of), {"track": track_id}).scalars())
            whole.rollback()
        return opened

    def _answer(self, connection: Connection, number: int, said: str) -> Sequence[Reply]:
        uow = StoredUnitOfWork(connection)
        person = self.school.people[self.who].person_id
        typed, tapped = (said, "") if said.startswith("/") else ("", said)
        said_now = Incoming(f"a{number}", person, self.school.at, typed, tapped)
        return answer(uow, said_now).replies

    def _opened(self, connection: Connection) -> set[str]:
        return set(connection.exec_driver_sql("SELECT what FROM opened").scalars())


def commands() -> Iterator[str]:
    for name in TABLE.commands:
        yield f"/{name}"
        yield f"/{name} jonas"
    yield from ("/report jonas 10", "/reflect jonas", "/photo jonas autumn", "/class 6E")


def walked(asking: Asking) -> Iterator[tuple[str, ...]]:
    """Every command, and every button that stands below an answer, so many taps deep."""
    ahead: list[tuple[str, ...]] = [(command,) for command in commands()]
    seen = {path[-1] for path in ahead}
    while ahead:
        path = ahead.pop()
        yield path
        if len(path) > DEEP:
            continue
        for code in asking.ask(path)[1]:
            if code not in seen:
                seen.add(code)
                ahead.append((*path, code))


@pytest.mark.slow
@pytest.mark.parametrize("who", ROLE)
def test_no_look_is_forgotten(school_on: SchoolOn, who: str, tmp_path: Path):
    address = school_on("sqlite", "en")
    with connected(address) as engine:
        school = spoken(School(engine).found())
        copy = Path(shutil.copy(str(engine.url.database), tmp_path / "silent.sqlite"))
        silent = silenced(copy, ROLE[who], who)
        loud, quiet = Asking(engine, school, who), Asking(silent, school, who)
        forgotten, looked = [], set()
        for path in walked(loud):
            told, _codes, opened = loud.ask(path)
            looked |= opened
            shows = told != quiet.ask(path)[0]
            if shows and not opened and path[0].split()[0][1:] not in SHOWS_NOBODY:
                forgotten.append(path)
        silent.dispose()
    assert forgotten == []
    assert looked >= LOOKED[who]
