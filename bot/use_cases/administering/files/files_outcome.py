"""What came of a file, or would: its changes, by what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.importing.changes import Changes
from bot.use_cases.administering.files.open_intake import OpenedIntake
from bot.use_cases.asking.take_in_questionnaire import TakenIn
from bot.use_cases.importing.import_roster import RosterReport
from bot.use_cases.telling.replace_holidays import Replaced


@dataclass(frozen=True, slots=True)
class RosterOutcome:
    """What came of a roster, and which columns were not read."""

    report: RosterReport
    left_out: Sequence[str]


@dataclass(frozen=True, slots=True)
class FrameworkOutcome:
    """What came of a framework, named by its code and title, and which columns were not read."""

    named: str
    changes: Changes
    left_out: Sequence[str]


@dataclass(frozen=True, slots=True)
class HolidaysOutcome:
    """What came of holidays; `entry` is by what they are put back, None where nothing is in."""

    replaced: Replaced
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionnaireOutcome:
    """What came of a questionnaire."""

    taken: TakenIn


@dataclass(frozen=True, slots=True)
class IntakeOutcome:
    """What came of a round of an intake."""

    opened: OpenedIntake


FileOutcome = (
    RosterOutcome | FrameworkOutcome | HolidaysOutcome | QuestionnaireOutcome | IntakeOutcome
)
