"""Only public addresses are connected to, whichever way an inner one is written."""

import asyncio
import socket

import pytest

from bot.platforms.push.outside import is_outside, means_outside


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1",
        "169.254.169.254", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1",
        "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2001:0:1:2::f5ff:fffe",
        "", "push", "1", "0x7f.1",
    ],
)  # fmt: skip
def test_what_is_inside(address):
    assert not is_outside(address)


@pytest.mark.parametrize(
    "address", ["142.250.185.74", "2a00:1450:400e:80f::200a", "64:ff9b::8efa:b94a"]
)
def test_what_is_outside(address):
    assert is_outside(address)


@pytest.mark.parametrize(
    ("found", "outside"),
    [
        (["142.250.185.74"], True),
        (["142.250.185.74", "10.0.0.1"], False),
        (["10.0.0.1"], False),
        ([], False),
    ],
)
def test_a_name_is_outside_where_all_that_it_means_is(monkeypatch, found, outside):
    def known(*_more, **_named):
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 443)) for host in found]

    monkeypatch.setattr(socket, "getaddrinfo", known)
    assert asyncio.run(means_outside("push.example.com")) is outside
