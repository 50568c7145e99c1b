"""Described files made for one reader: pictures are drawn, the others are written."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from bot.domain.rights.having import TakeAway
from bot.i18n import Voice
from bot.messages import (
    CalendarEntries,
    CalendarEntry,
    Described,
    Document,
    EvaluationsSheet,
    File,
    FilmPicture,
    MatrixSheet,
    OwnDataFile,
    QrPicture,
    Reply,
    Spreadsheet,
    Table,
    WeeksPicture,
    _,
)
from bot.messages.kept import described as read
from bot.ports.telling.outbox import Content
from bot.showing.files import in_short, in_words, kind_of, name_of
from bot.showing.pages import pages_of
from bot.showing.palette import Scheme

T = TypeVar("T")
log = logging.getLogger(__name__)

_LANE = ThreadPoolExecutor(1, thread_name_prefix="pictures")
"""One thread, however many ask: drawing keeps the processor, which the lanes need too."""


Fetch = Callable[[OwnDataFile], bytes | None]
"""Fetches what was made before and lies ready; None where it is over."""


def nothing_fetched(_lies: OwnDataFile) -> bytes | None:
    """Know of nothing that lies ready."""
    return None


async def files_in_lane(reply: Reply, voice: Voice) -> list[File]:
    """Make the files of a reply in the lane of pictures, outside those of the conversation."""
    if not reply.files:
        return []
    return await asyncio.get_running_loop().run_in_executor(_LANE, files_of, reply, voice)


DRAWN_WITHIN = 40.0
"""Seconds that a message of the outbox waits for its pictures, of which many may be asked at once.

Well below the lease of a claim, and within it the send has its time, too.
"""


async def drawn_in_lane(content: Content, fetch: Fetch = nothing_fetched) -> Content:
    """Make what goes along with a message of the outbox; what fails costs nobody the words.

    One that is edited in place stays without.
    """
    if not content.files or content.edits:
        return content
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(DRAWN_WITHIN):
            made = await loop.run_in_executor(_LANE, _kept_files, content.files, fetch)
    except TimeoutError:
        log.warning("%d pictures of a message were not made in time", len(content.files))
        return content
    return replace(content, made=made)


def _kept_files(files: Sequence[Mapping[str, Any]], fetch: Fetch) -> list[File]:
    made = (kept_file(kept, fetch=fetch) for kept in files)
    return [file for file in made if file is not None]


def drawn_apart(described: Described, voice: Voice) -> list[File]:
    """Make one file in the lane of pictures, between those of others; none where it fails."""
    return _LANE.submit(files_of, Reply("", files=(described,)), voice).result()


def files_of(reply: Reply, voice: Voice) -> list[File]:
    """Make the files of a reply; one that fails is left out, and costs nobody the text."""
    parted = (_or_none(partial(pages_of, described)) or () for described in reply.files)
    pages = (page for parts in parted for page in parts)
    made = (_or_none(partial(file_of, page, voice)) for page in pages)
    return [file for file in made if file is not None]


def kept_file(
    kept: Mapping[str, Any],
    scheme: Scheme = Scheme.LIGHT,
    still: int = 0,
    fetch: Fetch = nothing_fetched,
) -> File | None:
    """Make a file of a transcript anew; None where its description cannot be read any more.

    Of a film that must not move `still` says which of its pictures is wanted, from 1 on. What
    somebody attached was not made by us, and stays where it is; what lies ready is fetched.
    """
    if "described" not in kept:
        return None
    voice = Voice(kept["language"], "UTC", manner=kept.get("manner", ""))

    def made() -> File | None:
        described = _standing(read(kept["described"]), still)
        if isinstance(described, OwnDataFile):
            data = fetch(described)
            return None if data is None else _named(described, voice, data)
        return file_of(described, voice, scheme)

    return _or_none(made)


def _standing(described: Described, still: int) -> Described:
    """Turn a film into its pictures that do not move, and take one; all else stays."""
    if not still or type(described) is not FilmPicture:
        return described
    own = {field.name: getattr(described, field.name) for field in fields(described)}
    pages = pages_of(WeeksPicture(**own))
    return pages[min(still, len(pages)) - 1]


def _or_none(make: Callable[[], T]) -> T | None:
    try:
        return make()
    except Exception as error:
        # Only its kind: a description holds what people wrote.
        log.warning("a file was not made: %s", type(error).__name__)
        return None


def file_of(described: Described, voice: Voice, scheme: Scheme = Scheme.LIGHT) -> File:
    """Make one file."""
    return _named(described, voice, _data(described, voice, scheme))


def own_data_file(lies: TakeAway, voice: Voice, data: bytes) -> File:
    """Name a file with somebody's own data as a message names it."""
    described = OwnDataFile(_("my data"), lies.id, lies.person_id, lies.asked_at)
    return _named(described, voice, data)


def _named(described: Described, voice: Voice, data: bytes) -> File:
    """Name what a file holds, and say what it shows."""
    return File(
        name=name_of(described, voice.say),
        kind=kind_of(described),
        data=data,
        alt=voice.say(in_words(described)),
        caption=voice.say(in_short(described)),
    )


def _data(described: Described, voice: Voice, scheme: Scheme) -> bytes:
    # Each loads a library that most processes and commands never need.
    match described:
        case Spreadsheet() | MatrixSheet() | EvaluationsSheet():
            return _sheet(described, voice)
        case CalendarEntry():
            from bot.exchange.calendar_ics import calendar_ics

            return calendar_ics([described], voice, datetime.now(UTC))
        case CalendarEntries(_title, entries):
            from bot.exchange.calendar_ics import calendar_ics

            return calendar_ics(entries, voice, datetime.now(UTC))
        case Table(_title, columns, rows, zone):
            from bot.exchange.csv_out import separator_of, table_of

            said = [[voice.say(cell) for cell in row] for row in (columns, *rows)]
            return table_of(said[0], said[1:], separator_of(voice.language, zone))
        case QrPicture(link=link):
            from bot.exchange.invitations import qr_png

            return qr_png(link)
        case OwnDataFile():
            raise LookupError("what lies ready is fetched, and never made")
        case Document():
            from bot.exchange.documents.pdf import pdf_of
            from bot.pictures.ink.letters import FONTS, tidy
            from bot.pictures.ink.scripts import joined

            return pdf_of(described, voice, FONTS, lambda line: joined(tidy(line)))
    from bot.pictures.drawn import drawn

    return drawn(described, voice, scheme).data


def _sheet(described: Spreadsheet | MatrixSheet | EvaluationsSheet, voice: Voice) -> bytes:
    match described:
        case Spreadsheet(heat_map, made_at):
            from bot.exchange.spreadsheets.heat_map_xlsx import heat_map_xlsx

            return heat_map_xlsx(heat_map, voice, made_at)
        case MatrixSheet(matrix, made_at):
            from bot.exchange.spreadsheets.matrix_xlsx import matrix_xlsx

            return matrix_xlsx(matrix, voice, made_at)
    from bot.exchange.spreadsheets.evaluations_xlsx import evaluations_xlsx

    return evaluations_xlsx(described, voice)
