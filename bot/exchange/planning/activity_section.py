"""Activity lists in an organisation's file: what workplaces can offer of a programme."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.domain.importing.activity_rows import ActivityRow
from bot.domain.importing.drafts import tidy
from bot.exchange.reading.shapes import FileSection


def read_activity_lists(top: FileSection) -> Iterator[ActivityRow]:
    """Read the activity lists of all programmes as lines, numbered by their place in the file.

    Raises Refused.
    """
    found = (row for programme in top.tables("programme") for row in _rows(programme))
    for line, row in enumerate(found, 1):
        yield replace(row, line=line)


def _rows(programme: FileSection) -> Iterator[ActivityRow]:
    framework = tidy(programme.text("framework"))
    for listed in programme.tables("activity_list"):
        listed.only("workplace", "recognised_until", "activity")
        whose = ActivityRow(0, tidy(listed.text("workplace")), framework)
        if "recognised_until" in listed.values:
            yield replace(whose, recognised_until=tidy(listed.text("recognised_until")))
        for activity in listed.tables("activity"):
            activity.only("title", "competences", "contexts")
            yield replace(
                whose,
                activity=tidy(activity.text("title")),
                competences=_written(activity.numbers("competences")),
                contexts=_written(activity.numbers("contexts")),
            )


def _written(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))
