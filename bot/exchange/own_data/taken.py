"""What goes into the file: the data, whose it is, and the pictures, in its reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.coaching.repertoire import Prompt
from bot.domain.rights.having import OwnData, OwnRow
from bot.domain.school.tracks import Person
from bot.i18n import Voice
from bot.messages import File

_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "audio/ogg": "ogg",
    "audio/webm": "webm",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
}
"""How the files that somebody attached are called, by what they are."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Everything that one file holds, as it was at an instant (aware)."""

    person: Person
    data: OwnData
    pictures: Sequence[File]
    voice: Voice
    at: datetime
    notes: Sequence[str] = ()
    """What is said above all, line by line: who sees it, and until when it is kept."""
    prompts: Mapping[str, Prompt] = field(default_factory=dict)
    """The questions that are asked, by the key that is kept of each."""


def attached_name(row: OwnRow) -> str:
    """Name what somebody attached, within the file."""
    ending = _ENDINGS.get(str(row.get("kind", "")).partition(";")[0], "bin")
    return f"attached/{row['message_id']}.{ending}"


def attached_files(data: OwnData) -> Sequence[tuple[str, bytes]]:
    """List what somebody attached, each with its name within the file."""
    rows: Sequence[Any] = data.tables.get("attached", ())
    return [(attached_name(row), row["data"]) for row in rows if "data" in row]


def picture_names(pictures: Sequence[File]) -> Sequence[str]:
    """Name the pictures within the file, each differently."""
    return [f"pictures/{place:02}-{file.name}" for place, file in enumerate(pictures, 1)]
