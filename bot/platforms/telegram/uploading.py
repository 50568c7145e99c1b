"""Files as Telegram takes them: photos, several as an album, animations, documents."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from telegram import (
    InputFile,
    InputMedia,
    InputMediaAnimation,
    InputMediaDocument,
    InputMediaPhoto,
)

from bot.messages import File
from bot.platforms.moments import units
from bot.platforms.telegram.drawing import CAPTION, Values

ALBUM = 10
"""Photos in one album."""

MOST_SIDES = 10_000
MOST_RATIO = 20
"""What Telegram shows as a photo: both sides together, and one to the other; else a document."""

HEADER = 24
"""Bytes of a PNG or a GIF in which both sides are said, width before height."""

Call = tuple[str, Values]
"""A method by its name, with what it is called with."""

_KINDS = {"image/png": "photo", "image/gif": "animation"}
_MEDIA = {
    "photo": InputMediaPhoto,
    "animation": InputMediaAnimation,
    "document": InputMediaDocument,
}


def upload(file: File, below: Values) -> Call:
    """Send a file with what stands below it."""
    kind = _kind(file)
    data = InputFile(file.data, filename=file.name)
    return f"send{kind.title()}", {kind: data, **below}


def in_place(file: File, below: Values) -> Call:
    """Put a file, and what stands below it, in the place of a message."""
    rest = {name: value for name, value in below.items() if name != "caption"}
    return "editMessageMedia", {"media": _media(file, str(below["caption"])), **rest}


def uploads(files: Sequence[File]) -> Iterator[Call]:
    """Send files, each with a few words of its own; photos side by side."""
    for kind, same in groupby(files, key=_kind):
        several = list(same)
        most = ALBUM if kind == "photo" else 1
        for at in range(0, len(several), most):
            yield _together(several[at : at + most])


def _together(files: Sequence[File]) -> Call:
    if len(files) == 1:
        return upload(files[0], {"caption": _short(files[0])})
    return "sendMediaGroup", {"media": [_media(file, _short(file)) for file in files]}


def _kind(file: File) -> str:
    kind = _KINDS.get(file.kind, "document")
    return "document" if kind != "document" and _is_too_large(file) else kind


def _is_too_large(file: File) -> bool:
    """Say whether a picture is larger, or longer, than Telegram takes as one."""
    head = file.data[:HEADER]
    if len(head) < HEADER:
        return False
    if file.kind == "image/gif":
        width, height = int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")
    else:
        width, height = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    shorter, longer = sorted((width, height))
    return shorter + longer > MOST_SIDES or longer > MOST_RATIO * shorter


def _media(file: File, caption: str) -> InputMedia:
    media: InputMedia = _MEDIA[_kind(file)](file.data, caption=caption, filename=file.name)
    return media


def _short(file: File) -> str:
    return file.caption if units(file.caption) <= CAPTION else file.caption[: CAPTION // 2]
