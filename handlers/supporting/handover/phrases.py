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

SEE_OPEN = _("see what is open")
CALL_OFF = _("call it off")
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
    counted = (*_count_talks(matters), *_count_papers(matters))
    said = [said for count, said in counted if count]
    if not said:
        return _("Nothing stands open there.")
    return _("Open there: {matters}.", matters=listed(said))


def _count_talks(matters: OpenMatters) -> Iterator[tuple[int, Sayable]]:
    planned = sum(visit.planned_for is not None for visit in matters.visits)
    asked = len(matters.visits) - planned
    due = matters.count_dated(Matter.VISIT_OWED)
    promises, questions = len(matters.promises), matters.questions
    yield matters.alerts, _n("{count} alert", "{count} alerts", matters.alerts)
    yield matters.talks, _n("{count} planned talk", "{count} planned talks", matters.talks)
    yield planned, _n("{count} planned visit", "{count} planned visits", planned)
    yield asked, _n("{count} visit to plan", "{count} visits to plan", asked)
    yield due, _n("{count} visit that is due", "{count} visits that are due", due)
    yield promises, _n("{count} open promise", "{count} open promises", promises)
    awaiting = _n(
        "{count} question that awaits an answer",
        "{count} questions that await an answer",
        questions,
    )
    yield questions, awaiting


def _count_papers(matters: OpenMatters) -> Iterator[tuple[int, Sayable]]:
    agreed = matters.count_dated(*AGREEMENTS)
    recognised = matters.count_dated(Matter.RECOGNITION)
    trained = matters.count_dated(Matter.MENTOR_COURSE)
    to_do = _n(
        "{count} thing to do for an agreement", "{count} things to do for agreements", agreed
    )
    yield agreed, to_do
    yield recognised, _n("{count} recognition", "{count} recognitions", recognised)
    yield trained, _n("{count} mentor training", "{count} mentor trainings", trained)
    claimed = _n(
        "{count} claim of what was learned before",
        "{count} claims of what was learned before",
        matters.claims,
    )
    yield matters.claims, claimed
