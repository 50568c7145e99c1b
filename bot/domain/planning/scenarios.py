"""Lesson scenarios: lessons that were prepared beforehand, and what each serves.

Source: document 004, chapter 2 §4 c: they are worked out for all competences, one may serve
several, and which are used follows from what the groups need.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.importing.drafts import tidy
from bot.domain.school.frameworks import Competence, Indicator, Programme

MOST_SESSIONS = 40
"""Sessions that a scenario, or a competence, may take: those of a school year."""

LONGEST_TITLE = 200
LONGEST_PLACE = 500
_SERVED = re.compile(r"(\d{1,4})(?:\.(\d{1,3}))?", re.ASCII)
_APART = re.compile(r"[\s,|/+&]+")
_SESSIONS = re.compile(
    r"(\d{1,3})\s*(?:x|×|sessions?|lessons?|sessies?|lessen|les|keer|s[ée]ances?|cours|fois"
    r"|termine?|stunden?|mal|einheit(?:en)?)?"
)


class ScenarioFault(StrEnum):
    """What is wrong with a scenario as it was written."""

    SERVES = "serves"
    UNKNOWN = "unknown"
    TITLE = "title"
    LONG = "long"
    SESSIONS = "sessions"


class NoScenario(ValueError):
    """Something is no scenario; `found` is what was written there."""

    def __init__(self, fault: ScenarioFault, found: str = "") -> None:
        """Name what is wrong, and where."""
        super().__init__(fault.value)
        self.fault = fault
        self.found = found


@dataclass(frozen=True, slots=True)
class Scenario:
    """A prepared lesson: `place` is a link, or where it lies; what it serves goes by identities.

    Of a competence of which no indicator is named it serves all of them. One that was removed is
    no longer `present`. An `id` of 0 is not stored yet.
    """

    title: str
    place: str = ""
    competences: tuple[int, ...] = ()
    indicators: tuple[int, ...] = ()
    sessions: int = 1
    id: int = 0
    present: bool = True

    def __post_init__(self) -> None:
        """Order what it serves, so that two that say the same are equal."""
        object.__setattr__(self, "competences", tuple(sorted(self.competences)))
        object.__setattr__(self, "indicators", tuple(sorted(self.indicators)))

    def served(self, competence: Competence) -> tuple[Indicator, ...]:
        """List the indicators of a competence that it serves."""
        if competence.id not in self.competences:
            return ()
        named = tuple(own for own in competence.indicators if own.id in self.indicators)
        return named or competence.indicators


def scenario_for(scenarios: Iterable[Scenario], competence_id: int) -> Scenario | None:
    """Choose the scenario of a competence: that which serves the fewest others, the oldest first.

    None where none serves it.
    """
    serving = (scenario for scenario in scenarios if competence_id in scenario.competences)
    return min(serving, key=lambda found: (len(found.competences), found.id), default=None)


def list_unprepared(scenarios: Iterable[Scenario], programme: Programme) -> list[Competence]:
    """List the competences of a programme that no scenario serves."""
    served = {competence for scenario in scenarios for competence in scenario.competences}
    return [competence for competence in programme.competences if competence.id not in served]


def read_scenario(
    programme: Programme, serves: str, title: str, place: str = "", sessions: str = ""
) -> Scenario:
    """Read a scenario of its parts: '6, 8.2' for what it serves, by numbers. Raises NoScenario."""
    competences, indicators = _read_served(programme, serves)
    title, place = tidy(title), tidy(place)
    if not title:
        raise NoScenario(ScenarioFault.TITLE)
    if len(title) > LONGEST_TITLE or len(place) > LONGEST_PLACE:
        raise NoScenario(ScenarioFault.LONG)
    return Scenario(title, place, competences, indicators, read_sessions(sessions or "1"))


def read_line(programme: Programme, line: str) -> Scenario:
    """Read '6, 8.2: title; where it lies; 2 sessions'. Raises NoScenario."""
    serves, colon, rest = line.partition(":")
    if not colon:
        raise NoScenario(ScenarioFault.SERVES)
    parts = [part.strip() for part in rest.split(";")]
    title, *more = parts
    sessions = more.pop() if more and _SESSIONS.fullmatch(more[-1].casefold()) else ""
    return read_scenario(programme, serves, title, "; ".join(filter(None, more)), sessions)


def read_sessions(written: str) -> int:
    """Read how many sessions something takes. Raises NoScenario."""
    found = _SESSIONS.fullmatch(written.strip().casefold())
    if found is None or not 0 < int(found[1]) <= MOST_SESSIONS:
        raise NoScenario(ScenarioFault.SESSIONS, written.strip())
    return int(found[1])


def _read_served(programme: Programme, serves: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    competences: dict[int, None] = {}
    indicators: dict[int, None] = {}
    for part in filter(None, _APART.split(serves.strip())):
        competence, indicator = _find(programme, part)
        competences[competence.id] = None
        if indicator is not None:
            indicators[indicator.id] = None
    if not competences:
        raise NoScenario(ScenarioFault.SERVES)
    return tuple(competences), tuple(indicators)


def _find(programme: Programme, written: str) -> tuple[Competence, Indicator | None]:
    found = _SERVED.fullmatch(written)
    competence = programme.competence(int(found[1])) if found else None
    indicator = competence.indicator(int(found[2])) if found and competence and found[2] else None
    if found is None or competence is None or (found[2] and indicator is None):
        raise NoScenario(ScenarioFault.UNKNOWN, written)
    return competence, indicator


def write_served(programme: Programme, scenario: Scenario) -> list[str]:
    """Write what a scenario serves by numbers: ['6', '8.2', '8.4']."""
    written = []
    for competence in programme.competences:
        if competence.id not in scenario.competences:
            continue
        named: Sequence[Indicator] = [
            own for own in competence.indicators if own.id in scenario.indicators
        ]
        written += [f"{competence.number}.{own.number}" for own in named] or [
            str(competence.number)
        ]
    return written
