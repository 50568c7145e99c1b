"""What a browser says of its subscription is read, and what could lead elsewhere is not."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.domain.telling.subscriptions import Endpoint, as_endpoint, is_push_address
from tests.fakes.devices import written

GOOD = "https://fcm.googleapis.com/fcm/send/abc:APA91b-_"


POINT = (
    generate_private_key(SECP256R1())
    .public_key()
    .public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
)
KEY, AUTH = written(POINT), written(bytes(range(16)))


@pytest.mark.parametrize(
    "address",
    [
        GOOD,
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
        "https://web.push.apple.com/QGuQyavXutnMH8w",
        "https://wns2-par02p.notify.windows.com:443/w/?token=BQYAA%2fx",
    ],
)
def test_the_push_services_that_there_are_are_good(address):
    assert as_endpoint(address, KEY, AUTH) == Endpoint(address, KEY, AUTH)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://push.example.com/a",
        "ftp://push.example.com/a",
        "https://push.example.com:8443/a",
        "https://push.example.com:0443x/a",
        "https://me@push.example.com/a",
        "https://push.example.com@10.0.0.1/a",
        "https://push.example.com\\@10.0.0.1/a",
        "https://10.0.0.1/a",
        "https://127.1/a",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://[::1]/a",
        "https://[::ffff:10.0.0.1]/a",
        "https://localhost/a",
        "https://push.example.com./a",
        "https://push.éxample.com/a",
        "https://push.example.com/a b",
        "https://push.example.com/a\r\nX: 1",
        "https://push.example.com/a#b",
        "https://push.example.com/" + "a" * 1500,
        "//push.example.com/a",
    ],
)
def test_what_could_lead_elsewhere_is_not(address):
    assert not is_push_address(address)


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        (written(POINT[:-1]), AUTH),
        (written(b"\x02" + POINT[1:]), AUTH),
        (written(POINT[:-1] + bytes([POINT[-1] ^ 1])), AUTH),  # beside the curve
        (KEY, written(b"short")),
        (KEY, "é" * 22),
        ("A" * 10**6, AUTH),
        (None, AUTH),
        (KEY, 7),
    ],
    # The key is another one each time, and what is tried has one name.
    ids=["short", "packed", "beside the curve", "secret", "signs", "long", "none", "number"],
)
def test_a_key_is_a_point_and_a_secret_has_16_bytes(p256dh, auth):
    assert as_endpoint(GOOD, p256dh, auth) is None
