"""One file with everything: the page, the data, the pictures, and what was attached."""

import io
import zipfile
from collections.abc import Iterator

from bot.exchange.own_data.data_json import data_json
from bot.exchange.own_data.page_html import page_html
from bot.exchange.own_data.taken import Taken, attached_files, picture_names

PAGE, DATA = "index.html", "data.json"
_PACKED = (PAGE, DATA)


def zipped(taken: Taken) -> bytes:
    """Write the file; times in it are those of the instant at which it was made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in _parts(taken):
            entry = zipfile.ZipInfo(name, taken.at.timetuple()[:6])
            # Pictures are packed already.
            entry.compress_type = zipfile.ZIP_DEFLATED if name in _PACKED else zipfile.ZIP_STORED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data)
    return written.getvalue()


def _parts(taken: Taken) -> Iterator[tuple[str, bytes]]:
    yield PAGE, page_html(taken).encode("utf-8", "replace")
    yield DATA, data_json(taken)
    for name, file in zip(picture_names(taken.pictures), taken.pictures, strict=True):
        yield name, file.data
    yield from attached_files(taken.data)
