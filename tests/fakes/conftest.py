"""The fake Telegram, with the real library to ask it, and somebody who talks there."""

import pytest

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_library import client


@pytest.fixture
def fake():
    with FakeTelegram() as made:
        yield made


@pytest.fixture
def ask(fake):
    with client(fake) as made:
        yield made


@pytest.fixture
def els(fake):
    return fake.user("Els Wouters")
