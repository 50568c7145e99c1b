"""The colour report of 12 rows and three perspectives, beside matplotlib drawing the same.

Round robin in one run, medians. "first" draws with no text drawn before, "again" the next student
of the same programme. matplotlib has a process that goes on, with its modules, fonts and caches
loaded. It is installed by this bench, in a virtual environment of its own.
"""

import json
import subprocess
import time
import venv
from pathlib import Path
from statistics import median
from typing import IO, Any

from bot.domain.scoring.colours import Colour
from bot.i18n import Voice
from bot.messages import Cell, PictureRow, ReportPicture, _
from bot.pictures.ink.letters import FONTS, FontWeight, line_mask, wrap
from bot.pictures.ink.pen import BODY, Pen
from bot.pictures.report import draw_report
from bot.pictures.sheet import ROOM, TITLE_LINES, spans
from bot.pictures.theme import THEMES
from bot.showing.finding import finding_of
from bot.showing.palette import Scheme
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING

ROUNDS = 15
ROWS = 12
PEER = Path(".venv/matplotlib")
WHO = (_("student"), _("mentor"), _("teacher"))
WORDS = "Lays conduits with wires and cables for all circuits and puts labels at both ends"
LEGEND = (COLOUR_LETTER, COLOUR_MEANING)
THEME, SAY = THEMES[Scheme.LIGHT], Voice("en", "UTC").say


def main() -> None:
    figures: dict[str, list[float]] = {"matplotlib": [], "first": [], "again": []}
    sizes = dict.fromkeys(figures, 0)
    command = [_python(), "-m", "bench.peers.matplotlib_report"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as peer:
        assert peer.stdin is not None
        assert peer.stdout is not None
        for number in range(-1, ROUNDS):
            seconds, sizes["matplotlib"] = _asked(peer.stdin, peer.stdout, number)
            measured = {"matplotlib": seconds}
            line_mask.cache_clear()
            for way in ("first", "again"):
                begun = time.perf_counter()
                sizes[way] = len(draw_report(_report(f"{way} {number}"), Pen(THEME, SAY)))
                measured[way] = time.perf_counter() - begun
            if number >= 0:  # the round before loads what is loaded once
                for way, seconds in measured.items():
                    figures[way].append(seconds)
    peers = median(figures["matplotlib"])
    for way, all_ in figures.items():
        seconds, size = median(all_), sizes[way] / 1000
        print(
            f"{way:12} {seconds * 1000:6.1f} ms {size:5.0f} kB   "
            f"{peers / seconds:5.1f} times as fast"
        )


def _report(student: str) -> ReportPicture:
    colours, words = tuple(Colour), WORDS.split()
    rows = (
        PictureRow(
            number,
            " ".join([*words[number % 15 :], str(number), *words[: number % 15]]),
            tuple(
                Cell(colours[(number + place) % 5], (number + place) % 14, 13) for place in range(3)
            ),
        )
        for number in range(1, ROWS + 1)
    )
    return ReportPicture(student, WHO, tuple(rows))


def _asked(there: IO[bytes], back: IO[bytes], number: int) -> tuple[float, int]:
    """Let the peer draw, and read how many seconds it took and how many bytes it made."""
    there.write(json.dumps(_as_data(_report(f"peer {number}"))).encode() + b"\n")
    there.flush()
    seconds, size = back.readline().split()
    return float(seconds), int(size)


def _as_data(report: ReportPicture) -> dict[str, Any]:
    """Write out what stands on our picture, its lines broken already."""
    return {
        "fonts": [str(FONTS / weight.value) for weight in FontWeight],
        "title": report.title,
        "heads": [SAY(who) for who in WHO],
        "found": SAY(finding_of(report)),
        "columns": spans(len(WHO)),
        "rows": [_row(row) for row in report.rows],
        "legend": [
            [*THEME.colours[colour], *(SAY(words[colour]) for words in LEGEND)] for colour in Colour
        ],
        "bar": THEME.bar,
    }


def _row(row: PictureRow) -> dict[str, Any]:
    cells = [
        (
            *THEME.colours[cell.colour],
            SAY(COLOUR_LETTER[cell.colour]),
            cell.covered / cell.indicators,
        )
        for cell in row.cells
    ]
    return {"number": row.number, "lines": wrap(row.title, BODY, ROOM, TITLE_LINES), "cells": cells}


def _python() -> str:
    python = PEER / "bin" / "python"
    if not python.exists():
        venv.create(PEER, with_pip=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "matplotlib"]
        subprocess.run(command, check=True)
    return str(python)
