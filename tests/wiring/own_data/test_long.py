"""The file of a student after three years: whole for programs, still a page for people."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, insert, select

from bot.exchange.own_data.page_html import ROWS
from bot.i18n import Voice
from bot.messages import Described, File
from bot.storage.tables import chat_message, note, score
from bot.wiring.files import drawn_apart
from tests.databases import SchoolOn, connected
from tests.dialogues.rights.taking import kept, make
from tests.dialogues.school import School

WEEKS, A_WEEK = 120, 60


@pytest.fixture
def long(school_on: SchoolOn, backend: str) -> Iterator[School]:
    """Jonas, of whom something was said sixty times in each of a hundred and twenty weeks."""
    with connected(school_on(backend, "en")) as engine:
        school = School(engine).found()
        school.say("m1", 'jonas 10 all l "at first"')
        school.say("s1", "10 all x")
        three_years(school)
        yield school


def three_years(school: School) -> None:
    with school.engine.begin() as connection:
        said = connection.execute(select(score).limit(1)).one()._asdict()
        noted = connection.execute(select(note).limit(1)).one()._asdict()
        told = connection.execute(select(chat_message).limit(1)).one()._asdict()
        for row in (said, noted, told):
            del row["id"]
        talk = {**told, "person_id": school.people["s1"].person_id}
        for week in range(WEEKS):
            at = school.at - timedelta(weeks=week + 1)
            connection.execute(insert(score), [{**said, "said_at": at}] * A_WEEK)
            words = {**noted, "said_at": at, "text": f"week {week}"}
            connection.execute(insert(note), [words] * 3)
            connection.execute(insert(chat_message), [{**talk, "said_at": at}] * A_WEEK)


def count(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(score)).scalar_one()


def test_a_long_track_is_whole_and_holds_no_connection_while_it_is_drawn(long: School):
    long.say("s1", "/mydata")
    long.tap("s1", "everything as one file")
    long.later(seconds=61)
    held: list[bool] = []

    def draws(described: Described, voice: Voice) -> list[File]:
        # Somebody scores meanwhile, as if nothing was being made.
        before = count(long.engine)
        long.say("m2", "nicolas 8.1 v")
        held.append(count(long.engine) == before)
        return drawn_apart(described, voice)

    assert make(long, draws)
    assert set(held) == {False}
    archive = kept(long, "s1")
    assert archive is not None
    page = archive.read("index.html").decode()
    assert page.count("<tr>") < 20 * ROWS
    assert "older ones: in data.json." in page
    data = json.loads(archive.read("data.json"))
    assert len(data["tables"]["score"]) == 2 * 13 + WEEKS * A_WEEK
    assert len(data["tables"]["note"]) == 3 * WEEKS + 1
    assert len(archive.read("index.html")) < 2_000_000
