"""What goes along with a message is drawn before its send begins, and never costs the words."""

import asyncio
from dataclasses import replace

import pytest

from bot.messages import File
from tests.fakes.messenger import FakePlatform
from tests.fakes.outbox import MORNING, books, claim, draft, populate, states, write
from tests.fakes.virtual_time import clock_from, run
from tests.fakes.worker import Running, drained

PNG = File("report.png", "image/png", b"\x89PNG", "In words", "In words")


class Chat(FakePlatform):
    """Notes how many pictures came with each message."""

    def __init__(self) -> None:
        super().__init__(clock_from(MORNING))
        self.pictures: list[int] = []

    async def send(self, platform, address, content):
        self.pictures.append(len(content.made))
        return await super().send(platform, address, content)


def pictured(engine):
    """Books whose messages each ask for a picture, as those do that are composed."""
    turn = books(engine)

    def composed(tried, claimed):
        steps, due = turn(tried, claimed)
        return steps, [
            replace(message, content=replace(message.content, files=({},))) for message in due
        ]

    return composed


def drawn_after(seconds):
    async def draw(content):
        await asyncio.sleep(seconds)
        return replace(content, made=(PNG,))

    return draw


async def broken(_content):
    raise ValueError("no picture")


@pytest.fixture
def waiting(engine):
    populate(engine, 3)
    write(engine, [draft(chat, f"{chat}") for chat in range(1, 4)])
    return engine


@pytest.mark.parametrize(("draw", "pictures"), [(drawn_after(30), 1), (broken, 0)])
def test_a_slow_picture_comes_along_and_a_broken_one_is_left_out(waiting, draw, pictures):
    chat = Chat()
    run(drained(waiting, chat, books=pictured(waiting), draw=draw))
    assert chat.pictures == [pictures] * 3
    assert states(waiting) == {"sent": 3}


def test_who_stops_waits_for_no_picture(waiting):
    chat = Chat()

    async def main():
        draw = drawn_after(3600)
        async with Running(waiting, chat, books=pictured(waiting), draw=draw) as running:
            while len(running.worker._drawing) < 3:
                await asyncio.sleep(0.01)

    run(main())
    assert chat.pictures == [0] * 3
    assert states(waiting) == {"sent": 3}


def test_what_a_crash_left_under_way_is_not_said_again(waiting):
    assert len(claim(waiting)) == 3  # drawn and sent, and the process dies before it is stored
    chat = Chat()
    chat.now = clock_from(MORNING.replace(hour=MORNING.hour + 1))
    run(drained(waiting, chat, books=pictured(waiting), draw=drawn_after(0)))
    assert chat.pictures == []
    assert states(waiting) == {"unknown": 3}
