"""The school on every platform: our own on both databases, Telegram and Slack in both ways."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.storage.engine import connect
from tests.dialogues.chat import opened
from tests.dialogues.school import School
from tests.dialogues.ways import CHATS, WAYS, marked


@pytest.fixture(params=marked(WAYS))
def school(request: pytest.FixtureRequest) -> Iterator[School]:
    """The school in English; ledger, marks and colours agree at the end."""
    if request.param in CHATS:
        kind, more = CHATS[request.param]
        with opened(kind, request.getfixturevalue("sqlite_url"), **more) as made:
            yield made
            assert made.agrees()
        return
    engine = connect(request.getfixturevalue(f"{request.param.split()[1]}_url"))
    try:
        made = School(engine).found()
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
