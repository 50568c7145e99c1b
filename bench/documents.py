"""What pages for a class council take: seconds of the processor a page, and memory, for a class.

One after another, as the command line and the lane of files write them, each of another student
with as many competences as the longest framework that we know.
"""

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.domain.scoring.colours import Colour
from bot.exchange.documents.pdf import count_pages, pdf_of
from bot.i18n import Voice
from bot.messages import Document, DocumentCell, DocumentTable, Section, _
from bot.pictures.ink.letters import FONTS, tidy

STUDENTS, COMPETENCES = 25, 23
TITLE = "Lays conduits with wires and cables for all circuits and puts labels at both ends"
HEADS = ("", _("student"), _("mentor"), _("teacher"))
AT = datetime(2027, 6, 18, 14, tzinfo=UTC)
KILOBYTE = 1024


def main() -> None:
    voice, idle = Voice("nl", "Europe/Brussels"), _memory()
    seconds, sizes, pages = list[float](), list[int](), 0
    for number in range(STUDENTS):
        begun = time.process_time()
        pdf = pdf_of(_page(number), voice, FONTS, tidy)
        seconds.append(time.process_time() - begun)
        sizes.append(len(pdf))
        pages = count_pages(pdf)
    print(
        f"first {seconds[0] / pages:.3f} s a page, then {median(seconds[1:]) / pages:.3f} s; "
        f"{pages} pages of {median(sizes) / pages / 1000:.0f} kB; "
        f"{_memory() - idle:.0f} MB above idle ({idle:.0f} MB) after {STUDENTS} students"
    )


def _page(student: int) -> Document:
    rows = tuple(
        (DocumentCell(f"{number} {TITLE}"), *(_cell(student + number + view) for view in range(3)))
        for number in range(1, COMPETENCES + 1)
    )
    goals = (f"By June student {student} wants to connect a fuse box alone.",) * 9
    table = DocumentTable("", HEADS, rows, (10, 4, 4, 4))
    sections = (Section(_("Competences"), (table,)), Section("", (goals,)))
    whole = Document(f"Student {student}", "", sections, "Photo of Period 3", AT)
    return replace(whole, most=2)


def _cell(number: int) -> DocumentCell:
    colours = tuple(Colour)
    before = (colours[number % 4], colours[number % 3])
    return DocumentCell("▲2 +1", colours[number % 5], (number % 13, 12), before)


def _memory() -> float:
    """Read what this process holds in memory now, in MB."""
    status = Path("/proc/self/status").read_text()
    (held,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(held) / KILOBYTE
