"""A strict fake of Slack's Web API and of its deliveries, on loopback.

with FakeSlack() as fake:
    els = fake.user("Els Wouters")
    client = AsyncWebClient(fake.token, base_url=f"{fake.url}/")
    fake.deliverer.url = "http://…/slack/events"   # without it, deliveries go over sockets
    els.says("6E 10.3 v")
    els.wait_for("Stored")
    els.taps("↩ Undo")                             # by label or code
    els.commands("report jonas")
    fake.fails("timeout", method="chat.update", after=True, times=1)
    assert fake.refused == []                      # what the app did wrong
    assert fake.unacknowledged == []
"""

from tests.fakes.slack.fakes import FakeSlack
from tests.fakes.slack.people import User
from tests.fakes.slack.seen import Button, Seen
from tests.fakes.slack.world import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Delivery
from tests.fakes.waiting import wait_for

__all__ = [
    "APP_TOKEN",
    "BOT_TOKEN",
    "SIGNING_SECRET",
    "Button",
    "Delivery",
    "FakeSlack",
    "Seen",
    "User",
    "wait_for",
]
