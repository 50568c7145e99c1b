"""Whose line a request comes over, and how often one may ask."""

import pytest
from starlette.requests import HTTPConnection

from bot.platforms.web.serving.lines import Lines, networks_in
from bot.platforms.web.serving.rates import MOST, Rate

OURS = networks_in("127.0.0.0/8, ::1, 10.0.0.5, 2001:db8:5::/48")


def line(peer: str, *told: str, lines: Lines | None = None) -> str:
    headers = [(b"x-forwarded-for", head.encode()) for head in told]
    asked = HTTPConnection({"type": "http", "client": (peer, 1), "headers": headers})
    return (lines or Lines(OURS)).of(asked)


@pytest.mark.parametrize(
    ("peer", "told", "whose"),
    [
        ("192.0.2.7", (), "192.0.2.7"),
        ("127.0.0.1", (), "127.0.0.1"),
        ("127.0.0.1", ("192.0.2.7",), "192.0.2.7"),
        ("::ffff:127.0.0.1", ("192.0.2.7:4711",), "192.0.2.7"),
        ("::1", ("[2001:db8:1:2::9]:4711",), "2001:db8:1:2::/64"),
        ("::1", ("2001:db8:1:2:a:b:c:d",), "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", (), "2001:db8:1:2::/64"),
        # What somebody wrote before the proxy added who they are, in one line or in several.
        ("127.0.0.1", ("198.51.100.1, 192.0.2.7",), "192.0.2.7"),
        ("127.0.0.1", ("198.51.100.1", "192.0.2.7"), "192.0.2.7"),
        ("127.0.0.1", ("127.0.0.1, 192.0.2.7",), "192.0.2.7"),
        # One proxy of ours before another.
        ("127.0.0.1", ("192.0.2.7, 10.0.0.5",), "192.0.2.7"),
        ("10.0.0.5", ("198.51.100.1, 192.0.2.7, 2001:db8:5::1",), "192.0.2.7"),
        # Who is no proxy of ours may write what they like.
        ("192.0.2.7", ("198.51.100.1",), "192.0.2.7"),
        ("10.0.0.6", ("198.51.100.1",), "10.0.0.6"),
        ("::ffff:192.0.2.7", ("127.0.0.1",), "192.0.2.7"),
        # What is no address is nobody.
        ("127.0.0.1", ("198.51.100.1, unknown",), "127.0.0.1"),
        ("127.0.0.1", ("",), "127.0.0.1"),
        ("127.0.0.1", ("192.0.2.7, ",), "127.0.0.1"),
        ("testclient", ("192.0.2.7",), ""),
    ],
)
def test_whose_line_it_is(peer, told, whose):
    assert line(peer, *told) == whose


def test_nobody_is_believed_where_nobody_is_named():
    assert line("127.0.0.1", "192.0.2.7", lines=Lines()) == "127.0.0.1"


def test_a_proxy_that_does_not_say_for_whom_it_asks_is_told_of_once(caplog):
    quiet, behind = Lines(OURS), Lines(OURS, behind=True)
    line("127.0.0.1", lines=quiet)
    line("127.0.0.1", "192.0.2.7", lines=behind)
    line("192.0.2.7", lines=behind)
    assert caplog.messages == []
    line("127.0.0.1", lines=behind)
    line("127.0.0.1", lines=behind)
    (told,) = caplog.messages
    assert "KOMPAAN_HTTP_PROXIES" in told


def test_tokens_come_back_with_time():
    now = [0.0]
    rate = Rate(3, 10.0, lambda: now[0])
    assert [rate.take("a") for _time in range(5)] == [0, 0, 0, 10, 10]
    assert rate.take("b") == 0
    rate.give_back("a")
    assert [rate.take("a"), rate.take("a")] == [0, 10]
    now[0] = 4.5
    assert rate.take("a") == 6
    now[0] = 30.0
    assert [rate.take("a") for _time in range(4)] == [0, 0, 0, 10]


def test_no_more_are_remembered_than_fit():
    rate = Rate(1, 60.0, lambda: 0.0)
    assert rate.take("first") == 0
    for number in range(MOST - 1):
        rate.take(str(number))
    assert rate.take("first") == 60  # still known, and now the newest
    rate.take("one more")
    assert len(rate._full_at) == MOST
    assert rate.take("first") == 60
    assert rate.take("0") == 0
