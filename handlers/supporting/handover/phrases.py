"""How handovers are said: which students, what stands open, from which day."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.dated import Matter
from bot.domain.days import opening
from bot.domain.school.tracks import Person
from bot.messages import Day, Sayable, _, _n, listed
from bot.use_cases.desk.see_open import AGREEMENTS, OpenMatters
from handlers.talking.phrases import name_few

NAMED = 8
"""Students named in one sentence."""

NOT_YOURS = _("That is for the coach of these students, or for who runs Kompaan for the school.")
STANDS_NO_MORE = _("That handover does not stand any more: nothing changed.")


def say_day(day: date, reader: Person) -> Day:
    """Show a day to somebody."""
    return Day(opening(day, reader.time_zone))


def name_students(names: Sequence[str]) -> Sayable:
    """Name students, the first of them, and say how many more there are."""
    return name_few(list(dict.fromkeys(names)), NAMED)


def say_open(matters: OpenMatters) -> Sayable:
    """Say what stands open."""
    said = list(_matters(matters))
    if not said:
        return _("Nothing stands open there.")
    return _("Open there: {matters}.", matters=listed(said))


def _matters(matters: OpenMatters) -> Iterator[Sayable]:
    planned = sum(visit.planned_for is not None for visit in matters.visits)
    asked = len(matters.visits) - planned
    promises = len(matters.promises)
    due = matters.count_dated(Matter.VISIT_OWED)
    agreed = matters.count_dated(*AGREEMENTS)
    recognised = matters.count_dated(Matter.RECOGNITION)
    trained = matters.count_dated(Matter.MENTOR_COURSE)
    counted = (
        (matters.alerts, _n("{count} alert", "{count} alerts", matters.alerts)),
        (matters.talks, _n("{count} planned talk", "{count} planned talks", matters.talks)),
        (planned, _n("{count} planned visit", "{count} planned visits", planned)),
        (asked, _n("{count} visit to plan", "{count} visits to plan", asked)),
        (due, _n("{count} visit that is due", "{count} visits that are due", due)),
        (promises, _n("{count} open promise", "{count} open promises", promises)),
        (
            matters.questions,
            _n(
                "{count} question that awaits an answer",
                "{count} questions that await an answer",
                matters.questions,
            ),
        ),
        (
            agreed,
            _n(
                "{count} thing to do for an agreement",
                "{count} things to do for agreements",
                agreed,
            ),
        ),
        (recognised, _n("{count} recognition", "{count} recognitions", recognised)),
        (trained, _n("{count} mentor training", "{count} mentor trainings", trained)),
        (
            matters.claims,
            _n(
                "{count} claim of what was learned before",
                "{count} claims of what was learned before",
                matters.claims,
            ),
        ),
    )
    yield from (said for count, said in counted if count)
