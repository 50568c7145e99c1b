"""What somebody attaches to a message here, known by what it holds: its name may say anything."""

from collections.abc import Iterator

from bot.ports.talking import Attached

PHOTO, VOICE, DOCUMENT = "photo", "voice", "document"

ENDINGS = (".csv", ".txt", ".json", ".ics", ".tsv", ".toml")
"""What names end in of files that administrators send: text, whatever it holds."""

_LOOKED_THROUGH = 4096
"""Bytes of a container's beginning in which it names what is in it."""

_BEGINNINGS = (
    (b"\xff\xd8\xff", PHOTO, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", PHOTO, "image/png"),
    (b"OggS", VOICE, "audio/ogg"),
    (b"ID3", VOICE, "audio/mpeg"),
    *((bytes((0xFF, second)), VOICE, "audio/mpeg") for second in (0xF2, 0xF3, 0xFA, 0xFB)),
    *((bytes((0xFF, second)), VOICE, "audio/aac") for second in (0xF1, 0xF9)),
)


def attached_of(data: bytes, name: str = "") -> Attached | None:
    """Find what these bytes are; None for all but a photo or a recording that browsers know.

    By its name it may be a document, which only who runs the school can use.
    """
    found = next((Attached(media, kind, data) for media, kind in _found(data)), None)
    if found is None and name.lower().endswith(ENDINGS):
        return Attached(DOCUMENT, "text/plain", data, name)
    return found


def _found(data: bytes) -> Iterator[tuple[str, str]]:
    head = data[:_LOOKED_THROUGH]
    for beginning, media, kind in _BEGINNINGS:
        if head.startswith(beginning):
            yield media, kind
    # Containers that hold several kinds: a film is neither.
    if head[:4] == b"RIFF":
        yield from {b"WEBP": [(PHOTO, "image/webp")], b"WAVE": [(VOICE, "audio/wav")]}.get(
            head[8:12], []
        )
    if head[:4] == b"\x1aE\xdf\xa3" and b"A_" in head and b"V_" not in head:
        yield VOICE, "audio/webm"
    if head[4:8] == b"ftyp" and b"soun" in data and b"vide" not in data:
        yield VOICE, "audio/mp4"
