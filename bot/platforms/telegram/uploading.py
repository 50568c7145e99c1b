"""Files as Telegram takes them: photos, several as an album, animations, documents."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from telegram import InputFile

from bot.platforms.files import File
from bot.platforms.telegram.drawing import CAPTION, units

ALBUM = 10
"""Photos in one album."""

Values = dict[str, object]
Call = tuple[str, Values]
"""A method by its name, with what it is called with."""

_KINDS = {"image/png": "photo", "image/gif": "animation"}


def upload(file: File, below: Values) -> Call:
    """Give the call that sends a file with what stands below it."""
    kind = _kind(file)
    return f"send{kind.title()}", {kind: _data(file), **below}


def in_place(file: File, below: Values) -> Call:
    """Give the call that puts a file, and what stands below it, in the place of a message."""
    media = _media(file, "file", str(below["caption"]))
    rest = {name: value for name, value in below.items() if name != "caption"}
    return "editMessageMedia", {"media": media, "file": _data(file), **rest}


def uploads(files: Sequence[File]) -> Iterator[Call]:
    """Give the calls that send files, each with a few words of its own; photos side by side."""
    for kind, same in groupby(files, key=_kind):
        several = list(same)
        most = ALBUM if kind == "photo" else 1
        for at in range(0, len(several), most):
            yield _together(several[at : at + most])


def _together(files: Sequence[File]) -> Call:
    if len(files) == 1:
        return upload(files[0], {"caption": _short(files[0])})
    named = {f"file{number}": file for number, file in enumerate(files)}
    media = [_media(file, name, _short(file)) for name, file in named.items()]
    return "sendMediaGroup", {"media": media, **{name: _data(one) for name, one in named.items()}}


def _kind(file: File) -> str:
    return _KINDS.get(file.kind, "document")


def _media(file: File, name: str, caption: str) -> Values:
    return {"type": _kind(file), "media": f"attach://{name}", "caption": caption}


def _data(file: File) -> InputFile:
    return InputFile(file.data, filename=file.name)


def _short(file: File) -> str:
    return file.caption if units(file.caption) <= CAPTION else file.caption[: CAPTION // 2]
