"""The school on every platform: the page on both databases, Telegram and Slack in one way each."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.databases import SchoolOn, connected
from tests.dialogues.chat import opened
from tests.dialogues.discreet import discreet_everywhere, founded_abroad, pings_watched
from tests.dialogues.page import PageSchool, on_the_page
from tests.dialogues.school import School
from tests.dialogues.ways import (
    CHATS,
    DISCREET,
    DISCREET_EACH_TIME,
    ELSEWHERE,
    FOUNDS,
    NOT_ABROAD,
    ONE_WAY_EACH,
    abroad_as_well,
    marked,
    own_ways,
)


@pytest.fixture(params=marked(ONE_WAY_EACH))
def school(request: pytest.FixtureRequest, school_on: SchoolOn) -> Iterator[School]:
    """The school in English; ledger, marks and colours agree at the end."""
    if request.param in CHATS:
        kind, more = CHATS[request.param]
        with opened(kind, school_on("sqlite", "en"), **more) as made:
            yield made
            assert made.agrees()
        return
    with on_the_page(school_on(request.param.split()[1], "en")) as made:
        yield made
        assert made.agrees()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let dialogues that look behind the conversation run on the page as well, where they can."""
    test = metafunc.function.__name__
    if "own_school" in metafunc.fixturenames:
        topic = metafunc.module.__name__.split(".")[2]
        metafunc.parametrize("own_school", own_ways(topic, test), indirect=True)
    elif _founds_its_own(metafunc) and test not in NOT_ABROAD:
        metafunc.parametrize("canary", abroad_as_well(test), indirect=True)


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let some dialogues run in a discreet school each time, and not in the long form alone."""
    for item in items:
        where = getattr(item, "callspec", None)
        name = getattr(item, "originalname", "")
        if name in DISCREET_EACH_TIME and where and where.params.get("school") in DISCREET:
            item.own_markers = [own for own in item.own_markers if own.name != "long"]


def _founds_its_own(metafunc: pytest.Metafunc) -> bool:
    """Say whether a dialogue founds a school without the fixtures here, on no way of its own."""
    names = set(metafunc.fixturenames)
    known = metafunc._arg2fixturedefs.get("school", ())
    ours = any(own.func is _school_of(school) for own in known)
    return not ours and bool(names & FOUNDS) and not names & ELSEWHERE


def _school_of(fixture: Any) -> Any:
    return getattr(fixture, "__wrapped__", fixture)


@pytest.fixture(autouse=True)
def canary(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a dialogue that founds its own school do so at home, or abroad under the canary."""
    if getattr(request, "param", "own") == "own":
        yield
        return
    with founded_abroad() as canaries:
        yield
    found = [line for each in canaries for line in each.found]
    assert not found, "\n".join(found)


@pytest.fixture
def own_school(request: pytest.FixtureRequest, school_engine: Engine) -> Iterator[School]:
    """The school on our own platforms alone: for what looks behind the conversation."""
    if getattr(request, "param", "own") == "page":
        with PageSchool(school_engine).joined() as page, pings_watched(school_engine) as canary:
            yield page
            assert page.agrees()
        assert not canary.found, "\n".join(canary.found)
        return
    made = School(school_engine).found()
    if getattr(request, "param", "own") == "abroad":
        with discreet_everywhere(school_engine) as canary:
            yield made
        assert not canary.found, "\n".join(canary.found)
    else:
        yield made
    assert made.agrees()


@contextmanager
def speaking(language: str, school_on: SchoolOn, backend: str) -> Iterator[School]:
    """The same school, whose people are addressed in another language."""
    with connected(school_on(backend, language)) as engine:
        made = School(engine, language=language).found()
        yield made
        assert made.agrees()


@pytest.fixture
def dutch_school(school_on: SchoolOn, backend: str) -> Iterator[School]:
    """The school in Dutch."""
    with speaking("nl", school_on, backend) as made:
        yield made


@pytest.fixture
def french_school(school_on: SchoolOn, backend: str) -> Iterator[School]:
    """The school in French."""
    with speaking("fr", school_on, backend) as made:
        yield made


@pytest.fixture
def german_school(school_on: SchoolOn, backend: str) -> Iterator[School]:
    """The school in German."""
    with speaking("de", school_on, backend) as made:
        yield made
