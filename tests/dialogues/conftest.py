"""The school on every platform: our own on both databases, Telegram and Slack in both ways."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.storage.engine import connect
from tests.dialogues.school import School
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

LINES = (
    "own sqlite",
    "own postgresql",
    "telegram polling",
    "telegram webhook",
    "slack http",
    "slack socket",
)


@pytest.fixture(params=LINES)
def school(request: pytest.FixtureRequest) -> Iterator[School]:
    """The school in English; ledger, marks and colours agree at the end."""
    platform, kind = request.param.split()
    database = kind if platform == "own" else "sqlite"
    engine = connect(request.getfixturevalue(f"{database}_url"))
    try:
        if platform == "own":
            made = School(engine).found()
            yield made
        else:
            if platform == "slack":
                made = SlackSchool(engine, sockets=kind == "socket")
            else:
                made = TelegramSchool(engine, webhook=kind == "webhook")
            made.found()
            with made.running():
                yield made
        assert made.agrees()
    finally:
        engine.dispose()


@pytest.fixture
def own_school(engine: Engine) -> Iterator[School]:
    """The school on our own platforms alone: for what looks behind the conversation."""
    made = School(engine).found()
    yield made
    assert made.agrees()


@pytest.fixture
def dutch_school(engine: Engine) -> Iterator[School]:
    """The same school, whose people are addressed in Dutch."""
    made = School(engine, language="nl").found()
    yield made
    assert made.agrees()
