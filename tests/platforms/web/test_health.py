"""For who watches the process: what its platforms' problems do to readiness and figures."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms.sample_page.application import sample_application
from tests.platforms.fake_chat import FakeChat
from tests.platforms.web.client import client_of


class Line:
    """A platform that was last heard from at an instant."""

    routes = ()

    def __init__(self, name, heard=None):
        self.name = name
        self.heard = heard or datetime.now(UTC)

    async def start(self):
        pass

    async def stop(self):
        pass

    def problem(self, at):
        return "silent" if at - self.heard > timedelta(hours=1) else None


@pytest.fixture
def client():
    lines = [Line("well"), Line("dead", datetime(2026, 3, 2, tzinfo=UTC))]
    with client_of(
        sample_application(FakeChat(), platforms=lines), base_url="http://localhost"
    ) as it:
        yield it


def test_a_line_that_is_down_is_named(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "degraded", "dead": "silent"})


def test_the_figures_are_text_and_hold_the_problems(client):
    answer = client.get("/metrics")
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.text == "problem_of_well None\nproblem_of_dead silent\n"


def test_lines_live_by_the_real_clock_however_far_the_samples_is(client):
    for _day in range(3):
        client.post("/clock", json={"by": "day"})
    assert client.get("/readyz").json() == {"status": "degraded", "dead": "silent"}
