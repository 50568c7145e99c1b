"""A strict fake of the Telegram Bot API that speaks HTTP on loopback.

    with FakeTelegram() as fake:                    # or TelegramProcess(), in its own process
        els = fake.user("Els Wouters")
        bot = telegram.Bot(fake.token, base_url=fake.base_url)
        els.starts("invitation-code")               # reaches the bot by getUpdates or its webhook
        shown = els.wait_for("Welcome")
        els.taps(shown, "Give scores").wait()       # by label or code; waits for the answer
        fake.fails("timeout", chat=els.id, after=True, times=1)
        assert fake.refused == []                   # what the bot did wrong
        assert fake.unanswered == []                # taps whose clock still turns

Where the texts are the same as those of the public source of the Bot API server, they are taken
from there. Lengths are counted in UTF-16, as the documentation of entities does.
"""

from tests.fakes.telegram.fakes import FakeTelegram, TelegramProcess
from tests.fakes.telegram.handles import A_PNG, TOKEN, Group, Tap, User
from tests.fakes.telegram.seen import Button, Seen
from tests.fakes.waiting import wait_for

__all__ = [
    "A_PNG",
    "TOKEN",
    "Button",
    "FakeTelegram",
    "Group",
    "Seen",
    "Tap",
    "TelegramProcess",
    "User",
    "wait_for",
]
