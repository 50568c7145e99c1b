"""What films take in memory above an idle process: one of a year, and twenty asked for at once.

Each way is measured in a process of its own, by the most that it ever held in memory, and by what
it still holds a moment later.
"""

import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.scoring.colours import Colour
from bot.i18n import Voice
from bot.messages import Day, FilmFrame, FilmPicture, FilmRow, _

WEEKS, ROWS, PHOTOS = 53, 23, 3
WAYS = {"one": (1, 1), "twenty equal": (20, 1), "twenty": (20, 20)}
"""How many films are asked for at once, and how many of those differ."""
BEGAN = datetime(2025, 9, 1, tzinfo=UTC)
KILOBYTE = 1024


def main() -> None:
    for way in WAYS:
        subprocess.run([sys.executable, "-m", "bench.films", way], check=True)


def measured(way: str) -> None:
    from bot.pictures.drawn import drawn

    voice = Voice("nl", "Europe/Brussels")
    drawn(film("idle", 2), voice)
    gc.collect()
    idle = _memory("VmRSS")
    asked, different = WAYS[way]
    films = [film(f"Jonas Peeters {number % different}") for number in range(asked)]
    with ThreadPoolExecutor(asked) as pool:
        sizes = {
            len(made.data) for made in pool.map(lambda asked_for: drawn(asked_for, voice), films)
        }
    peak = _memory("VmHWM")
    gc.collect()
    left = _memory("VmRSS")
    print(
        f"{way:13} {peak - idle:5.0f} MB above idle at most, {left - idle:5.0f} MB left; "
        f"idle {idle:.0f} MB, a film {max(sizes) / 1e6:.2f} MB"
    )


def film(student: str, weeks: int = WEEKS) -> FilmPicture:
    """Describe a film in which every week some colour changes."""
    colours = tuple(Colour)
    return FilmPicture(
        title=student,
        columns=(_("student"), _("mentor"), _("teacher")),
        rows=tuple(
            FilmRow(number, f"{number} Lays conduits with wires and cables for all circuits")
            for number in range(1, ROWS + 1)
        ),
        frames=tuple(
            FilmFrame(
                Day(BEGAN + timedelta(weeks=week)),
                tuple(
                    tuple(colours[(week // 4 + row + place) % 5] for place in range(3))
                    for row in range(ROWS)
                ),
                f"period {week}" if week % (WEEKS // PHOTOS) == 9 else "",
            )
            for week in range(weeks)
        ),
        under="6E",
    )


def _memory(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) / KILOBYTE


if __name__ == "__main__":
    measured(sys.argv[1])
