"""What waits for others, on the command line."""

import json
from datetime import timedelta

import pytest

from bot.cli.outbox import REASONS
from bot.domain.telling.delivery import (
    DeliveryError,
    DeliveryOutcome,
    Later,
    Permanent,
    RefusalReason,
    Sent,
    Unknown,
)
from bot.messages import Text
from bot.ports.telling.outbox import Tried
from bot.storage.engine import connect
from tests.cli.conftest import Run
from tests.fakes.outbox import MORNING, claim, draft, populate, rows, settle, write

LATER = MORNING + timedelta(hours=1)


@pytest.fixture
def engine(sqlite_url):
    engine = connect(sqlite_url)
    populate(engine, 6)
    yield engine
    engine.dispose()


@pytest.fixture
def mixed(engine):
    """One of each: sent, in doubt, given up, told to wait, and two that were not tried yet."""
    write(engine, [draft(chat, f"s{chat}") for chat in range(1, 7)])
    write(engine, [draft(1, "for slack", platform="slack")])
    outcomes: list[DeliveryOutcome] = [
        Sent(),
        Unknown(),
        Permanent(RefusalReason.BLOCKED),
        Later(5),
    ]
    tried = zip(claim(engine, at_most=4), outcomes, strict=True)
    settle(engine, [Tried(message, outcome, MORNING) for message, outcome in tried])
    return engine


def test_it_shows_how_many_why_and_since_when(kompaan: Run, mixed):
    assert kompaan("outbox", "--at", LATER.isoformat()).stdout.splitlines() == [
        "Slack: 1 waiting, 0 under way, 0 sent, 0 in doubt, 0 given up.",
        "  The oldest is due since Wed 14 Oct 2026, 10:00.",
        "  Waiting: not tried yet (1).",
        "Telegram: 3 waiting, 0 under way, 1 sent, 1 in doubt, 1 given up.",
        "  The oldest is due since Wed 14 Oct 2026, 10:00.",
        "  Waiting: not tried yet (2), the platform asked to wait (1).",
        "  In doubt: no answer came (1).",
        "  Given up: the bot was blocked (1).",
    ]
    dutch = kompaan("outbox", KOMPAAN_LANGUAGE="nl").stdout
    assert "Telegram: 3 wachtend" in dutch
    assert "er kwam geen antwoord (1)" in dutch


def test_it_shows_the_same_as_json(kompaan: Run, mixed):
    shown = json.loads(kompaan("outbox", "--json").stdout)
    assert shown["slack"]["oldest_due"] == MORNING.isoformat()
    assert {name: shown["telegram"][name] for name in ("waiting", "sent", "in_doubt")} == {
        "waiting": {"count": 3, "why": {"later": 1}},
        "sent": {"count": 1, "why": {}},
        "in_doubt": {"count": 1, "why": {"timed_out": 1}},
    }


def test_what_is_not_due_yet_is_not_called_late(kompaan: Run, engine):
    write(engine, [draft(1, "later", not_before=LATER)])
    told = kompaan("outbox", "--at", MORNING.isoformat()).stdout
    assert "The next is due at Wed 14 Oct 2026, 11:00." in told


def test_an_empty_outbox_is_told(kompaan: Run):
    assert kompaan("outbox").stdout == "Nothing was written to others yet.\n"
    assert json.loads(kompaan("outbox", "--json").stdout) == {}


def test_what_is_in_doubt_is_sent_once_more_on_one_platform(kompaan: Run, mixed):
    assert "Nothing is in doubt on Slack." in kompaan("outbox", "--try-again", "slack").stdout
    done = kompaan("outbox", "--try-again", "telegram", "--at", LATER.isoformat())
    assert done.stdout == (
        "1 message waits to be sent once more on Telegram; it may arrive twice.\n"
    )
    assert (rows(mixed)["s2"].state, rows(mixed)["s2"].not_before) == ("pending", LATER)
    again = json.loads(kompaan("outbox", "--try-again", "telegram", "--json").stdout)
    assert again == {"platform": "telegram", "once_more": 0}
    assert kompaan("outbox", "--try-again", "fax").returncode == 2


def test_every_reason_has_words():
    assert REASONS.keys() == {"", *DeliveryError, *RefusalReason}
    assert all(isinstance(text, Text) for text in REASONS.values())
