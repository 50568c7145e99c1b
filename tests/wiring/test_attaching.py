"""A photo or a voice note on the page: taken where it is welcome, seen by its owner, gone after."""

from base64 import b64encode
from io import BytesIO
from itertools import count

import pytest
from PIL import Image
from sqlalchemy import create_engine, func, select

from bot.platforms.attached import attached_of
from bot.platforms.web.body import FILE_LIMIT
from bot.storage.tables import answer_part, attached
from tests.wiring.test_web_chat import opened


def photo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (4, 3), "red").save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def client(sample_url, tmp_path):
    with opened(sample_url, tmp_path) as client:
        yield client


@pytest.fixture
def numbers():
    return count()


def attach(client, numbers, data, text="", who="jonas"):
    body = {"key": f"a{next(numbers)}", "text": text, "file": b64encode(data).decode()}
    return client.post(f"/chat/{who}/attached", json=body)


def tap(client, numbers, label, who="jonas"):
    messages = client.get(f"/chat/{who}").json()["messages"]
    found = [
        (message["id"], button["code"])
        for message in messages
        for row in message["buttons"]
        for button in row
        if label in button["label"]
    ]
    on, code = found[-1]
    said = {"key": f"t{next(numbers)}", "tap": code, "on": on}
    return client.post(f"/chat/{who}", json=said).json()["messages"]


def stored(url, table):
    engine = create_engine(url)
    with engine.connect() as connection:
        found = connection.execute(select(func.count()).select_from(table)).scalar_one()
    engine.dispose()
    return found


def test_a_photo_is_part_of_an_answer_until_it_is_withdrawn(client, numbers, sample_url):
    client.post("/chat/jonas", json={"key": "r", "text": "/reflect"})
    tap(client, numbers, "write")
    line, said = attach(client, numbers, photo(), "the stairs").json()["messages"]
    assert "1 message so far" in said["text"]
    (file,) = line["files"]
    assert (line["mine"], line["text"], file["kind"]) == (True, "the stairs", "image/jpeg")
    seen = client.get(file["url"])
    assert (seen.content, seen.headers["content-type"]) == (photo(), "image/jpeg")
    assert seen.headers["cache-control"] == "no-store"
    for other in ("karim", "lien", "amina"):
        assert client.get(file["url"].replace("jonas", other)).status_code == 404
    done = tap(client, numbers, "done")
    assert "[photo] “the stairs”" in done[-1]["text"]
    tap(client, numbers, "withdraw")
    tap(client, numbers, "yes")
    assert client.get(file["url"]).status_code == 404
    left = client.get("/chat/jonas").json()["messages"]
    (gone,) = [message for message in left if message["id"] == line["id"]]
    assert (gone["text"], gone["files"]) == ("[…]", [])
    assert (stored(sample_url, attached), stored(sample_url, answer_part)) == (0, 0)


def test_what_no_answer_takes_is_not_kept(client, numbers, sample_url):
    line, said = attach(client, numbers, photo(), "the stairs", "karim").json()["messages"]
    assert (line["text"], line["files"]) == ("[photo] the stairs", [])
    assert "did not keep it" in said["text"]
    assert stored(sample_url, attached) == 0


MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0" + b"hdlr\0\0\0\0soun"
KINDS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"RIFF\0\0\0\0WEBPVP8 ": "image/webp",
    b"RIFF\0\0\0\0WAVEfmt ": "audio/wav",
    b"OggS\0\2": "audio/ogg",
    b"ID3\4": "audio/mpeg",
    b"\x1aE\xdf\xa3webm A_OPUS": "audio/webm",
    MP4: "audio/mp4",
    MP4 + b"hdlr\0\0\0\0vide": None,
    b"\x1aE\xdf\xa3webm V_VP8 A_OPUS": None,
    b"RIFF\0\0\0\0AVI LIST": None,
    b"<svg onload=alert(1)>": None,
    b"GIF89a<script>": None,
    b"": None,
}


@pytest.mark.parametrize("data", KINDS)
def test_a_file_is_what_it_holds(data):
    found = attached_of(data)
    assert (found.kind if found else None) == KINDS[data]


def test_what_is_too_large_or_no_photo_is_declined_with_a_sentence(client, numbers):
    refused = attach(client, numbers, photo() + bytes(FILE_LIMIT))
    assert (refused.status_code, "3 MB" in refused.json()["error"]) == (413, True)
    refused = attach(client, numbers, b"%PDF-1.7")
    assert (refused.status_code, "neither" in refused.json()["error"]) == (415, True)
    bodies: list[object] = [{"key": "k", "file": "no base"}, {"key": "k"}, {"key": "k", "file": 7}]
    for body in (*bodies, []):
        assert client.post("/chat/jonas/attached", json=body).status_code == 400
    assert client.get("/chat/jonas").json()["messages"] == []
