"""Whether files with what people said, and with secrets, are their owner's alone."""

import shlex
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import SecretStr

from bot.messages import _
from bot.settings import ENV_FILE, Settings, named_in_file
from bot.storage.health import Finding
from bot.wiring import House

FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""What nobody but its owner may do with a key, with secrets, or with what people said."""

CHANGED_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
"""What lets others take a file out of a folder and put another in, unless it is sticky."""

COMPANIONS = ("", "-wal", "-shm", "-journal")
"""How the files that SQLite keeps beside a database are called, after its own name."""


def examined_files(house: House) -> Iterator[Finding]:
    """Look at the database's files, the settings', and the folder of the key."""
    yield from _database(house)
    yield from _settings(house)
    yield from _folder(Path(house.settings.signing_key_file))


def _database(house: House) -> Iterator[Finding]:
    """Say whether the database's files are their owner's alone, and what makes them so."""
    if house.engine.dialect.name != "sqlite" or not house.engine.url.database:
        return
    beside = [Path(f"{house.engine.url.database}{more}") for more in COMPANIONS]
    found = [file for file in beside if file.is_file()]
    shared = [str(file) for file in found if file.stat().st_mode & FOR_OTHERS]
    if shared:
        names = " ".join(shlex.quote(name) for name in shared)
        said = _("Others can read what people said: chmod 600 {files}", files=names)
        yield Finding(False, said)
    elif found:
        yield Finding(True, _("The database's files are their owner's alone."))


def _settings(house: House) -> Iterator[Finding]:
    """Say where others can read the secrets among the settings in a file."""
    secret = {
        name for name, field in Settings.model_fields.items() if field.annotation is SecretStr
    }
    if house.engine.url.password:
        secret.add("database_url")
    with suppress(OSError):
        named = {name.lower().removeprefix("kompaan_") for name in named_in_file()}
        if named & secret and ENV_FILE.stat().st_mode & FOR_OTHERS:
            file = shlex.quote(str(ENV_FILE))
            said = _("Others can read the secrets among the settings: chmod 600 {file}", file=file)
            yield Finding(False, said)


def _folder(key: Path) -> Iterator[Finding]:
    """Say where others can put another key, or another list of photos, in the place of ours."""
    with suppress(OSError):
        mode = key.parent.stat().st_mode
        if key.exists() and mode & CHANGED_BY_OTHERS and not mode & stat.S_ISVTX:
            folder = shlex.quote(str(key.parent))
            said = _(
                "Others can replace the key that signs photos: chmod go-w {folder}", folder=folder
            )
            yield Finding(False, said)
