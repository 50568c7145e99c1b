"""A year of interventions in numbers, without a name: for a team's own learning, and reports."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from bot.domain.days import months_on, opening
from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
    YearCount,
)
from bot.domain.intervening.year import FEWEST, YearLine, YearPart
from bot.domain.school.tracks import Role
from bot.messages import Day, Reply, Sayable, Table, Text, _, _n, colon, lines, words
from bot.showing.words.intervening.interventions import (
    ABOUT_WORD,
    ACTS_ON_WORD,
    HELPED_WORD,
    LEVEL_WORD,
)
from bot.use_cases.intervening.see_interventions import (
    YearOverview,
    may_see_year,
    see_overview,
    see_year,
)
from handlers.intervening.phrases import (
    actor_of,
)
from handlers.intervening.taps import ShowYear, YearFile
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

S = TypeVar("S")

NOT_FOR_YOU = _("The year’s overview is for coaches, and for who runs Kompaan at the school.")


def tapped_year(turn: Turn, _tap: ShowYear) -> Replies:
    """Show the year's overview."""
    return [show_year(turn)]


def tapped_year_file(turn: Turn, _tap: YearFile) -> Replies:
    """Bring the year's overview as a file."""
    if not may_see_year(turn.uow, actor_of(turn)):
        return [Reply(NOT_FOR_YOU)]
    organisation = turn.person.organisation_id
    table = overview_table(see_overview(turn.uow, organisation, turn.today))
    text = _(
        "The year’s overview as a file: the last twelve whole months. No name stands in it, and no "
        "number below {fewest}.",
        fewest=FEWEST,
    )
    return [Reply(text, files=(table,))]


def overview_table(seen: YearOverview) -> Table:
    """Write the overview out as a table: what is not shown says so."""
    return Table(
        title=_("Interventions since {day}", day=seen.since.isoformat()),
        columns=(_("level"), _("counted by"), _("what"), _("number")),
        rows=tuple(_row(line) for line in seen.lines),
    )


def show_year(turn: Turn) -> Reply:
    """Say how many there were in twelve months, by level and by what they were about."""
    if not may_see_year(turn.uow, actor_of(turn)):
        return Reply(NOT_FOR_YOU)
    since, counts = _read(turn)
    day = Day(opening(since, turn.person.time_zone))
    total = sum(own.count for own in counts)
    if not total:
        return Reply(_("No intervention was noted since {day}.", day=day))
    head = _n(
        "{count} intervention at the school since {day}, without names:",
        "{count} interventions at the school since {day}, without names:",
        total,
        day=day,
    )
    text = lines(
        head,
        *_by(counts, LEVEL_WORD, lambda own: own.level),
        _("About:"),
        *_by(counts, ABOUT_WORD, lambda own: own.about),
    )
    return offer(turn, Reply(text, ((button(_("as a file"), YearFile()),),)))


def _read(turn: Turn) -> tuple[date, Sequence[YearCount]]:
    since = months_on(turn.today, -12)
    return since, see_year(turn.uow, actor_of(turn), since)


def _by(
    counts: Sequence[YearCount], sorts: Mapping[S, Text], sort_of: Callable[[YearCount], S]
) -> Iterator[Sayable]:
    for sort, word in sorts.items():
        own = [count for count in counts if sort_of(count) == sort]
        if own:
            yield words("•", colon(word), _say_helped(own))


def _say_helped(counts: Sequence[YearCount]) -> Sayable:
    total = sum(own.count for own in counts)
    said = {
        helped: count
        for helped in Helped
        if (count := sum(own.count for own in counts if own.helped is helped))
    }
    if not said:
        return str(total)
    parts = [words(colon(HELPED_WORD[helped]), str(count)) for helped, count in said.items()]
    return words(str(total), words("(", words(*parts, by=", "), ")", by=""))


def _row(line: YearLine) -> tuple[Sayable, ...]:
    number = _("not shown") if line.count is None else str(line.count)
    level = LEVEL_WORD[line.level] if line.level else ""
    return level, _PART_WORD[line.part], _sort_word(line), number


def _sort_word(line: YearLine) -> Sayable:
    match line.sort:
        case InterventionLevel():
            return LEVEL_WORD[line.sort]
        case InterventionAbout():
            return ABOUT_WORD[line.sort]
        case ActsOn():
            return ACTS_ON_WORD[line.sort]
        case Helped():
            return HELPED_WORD[line.sort]
        case Role():
            return ROLE_WORD[line.sort]
    return "" if line.part is YearPart.ALL else _("not said")


_PART_WORD: dict[YearPart, Text] = {
    YearPart.ALL: _("all"),
    YearPart.LEVEL: _("level"),
    YearPart.ABOUT: _("about"),
    YearPart.HELPED: _("whether it helped"),
    YearPart.ROLE: _("by whom"),
    YearPart.ACTS_ON: _("acts on"),
}
