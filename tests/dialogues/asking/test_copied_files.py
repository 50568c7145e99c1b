"""Whoever copies the files of SQLite once, its log included: what is sent leads to nobody."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.storage.engine import connect
from tests.databases import SchoolOn
from tests.dialogues.administering.hired import hire
from tests.dialogues.asking.asked import ANSWERS, answer, pass_days, take_in, written
from tests.dialogues.school import School

DELETED = "a mentor who shouts"


@pytest.mark.parametrize("logged", [True, False])
def test_no_answer_that_was_sent_is_left_in_the_log_nor_in_freed_pages(
    monkeypatch: pytest.MonkeyPatch, school_on: SchoolOn, logged: bool
):
    monkeypatch.setattr("bot.storage.engine.wal_is_safe", lambda: logged)
    url = school_on("sqlite", "en")
    engine = connect(url, keeps_open=True)
    school = School(engine).found()
    hire(school)
    take_in(school, written())
    pass_days(school, 1)
    school.say("t1", "/questionnaire")
    school.tap("t1", "answer: How it goes")
    for said in ("4", "at work", DELETED):
        school.say("t1", said)
    file = Path(make_url(url).database or "")
    log = file.with_name(f"{file.name}-wal")
    assert DELETED.encode() in file.read_bytes() + (log.read_bytes() if logged else b"")
    school.tap("t1", "throw away")
    for who, (_scale, _choice, words) in ANSWERS.items():
        answer(school, who)
        assert not logged or log.stat().st_size == 0
        assert file.read_bytes().count(words.encode()) == 1
    assert DELETED.encode() not in file.read_bytes()
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM given_answer").fetchone() == (0,)
    connection.close()
    engine.dispose()


def test_a_log_that_somebody_reads_is_emptied_later(
    monkeypatch: pytest.MonkeyPatch, school_on: SchoolOn
):
    monkeypatch.setattr("bot.storage.engine.wal_is_safe", lambda: True)
    url = school_on("sqlite", "en")
    engine = connect(url, keeps_open=True)
    school = School(engine).found()
    hire(school)
    take_in(school, written())
    pass_days(school, 1)
    file = Path(make_url(url).database or "")
    log = file.with_name(f"{file.name}-wal")
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM person").fetchone()
    assert answer(school, "s1").startswith("Sent.")
    assert log.stat().st_size > 0
    reader.close()
    school.say("s2", "/questionnaire")
    assert log.stat().st_size == 0
    engine.dispose()
