"""The ways to talk: on the page on both databases, on Telegram and Slack, two each."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool

CHATS: dict[str, tuple[type[Any], dict[str, bool]]] = {
    "telegram polling": (TelegramSchool, {}),
    "telegram webhook": (TelegramSchool, {"webhook": True}),
    "slack http": (SlackSchool, {}),
    "slack socket": (SlackSchool, {"sockets": True}),
}
NEEDS: dict[str, list[pytest.MarkDecorator]] = {
    "page sqlite": [],
    "page postgresql": [pytest.mark.postgresql],
    **{chat: [pytest.mark.fake] for chat in CHATS},
}
WAYS = tuple(NEEDS)
ONE_WAY_EACH = ("page sqlite", "page postgresql", "telegram webhook", "slack http")
"""Where each dialogue runs: how an update comes in is all that the second ways do differently."""


def marked(ways: Iterable[str], *more: str) -> list[Any]:
    """Make parameters of ways to talk, each with these after it, marked by what they need."""
    return [pytest.param((way, *more) if more else way, marks=NEEDS[way]) for way in ways]


both_ways = pytest.mark.parametrize("school", marked(WAYS), indirect=True)
"""Puts a dialogue on the second ways, too; CONTRIBUTING.md lists those."""
