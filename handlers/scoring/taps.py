"""The buttons of scoring: what each of them says."""

from typing import Annotated, Literal

from bot.domain.scoring.focus import A_FEW_CHOICES
from bot.domain.scoring.scales import Coverage, Mastery
from handlers.talking.routing.tap import LiveTap, Shape, Tap


class ChooseStudent(LiveTap, code="st"):
    """Score this student: which competence?"""

    track: int


class ShowStudents(LiveTap, code="sp"):
    """Show a page of students, counted from 0."""

    page: int


class ShowCompetences(LiveTap, code="cp"):
    """Show a page of the student's competences, counted from 0."""

    page: int


class ChooseCompetence(LiveTap, code="sc"):
    """Ask the indicators of this competence."""

    competence: int


class ChooseScored(LiveTap, code="xs"):
    """Score what the context with this number trains; 0 shows which there are."""

    context: int


class AskFew(LiveTap, code="sq"):
    """Ask so many of the questions that matter, and keep that number."""

    few: Annotated[int, Shape("|".join(map(str, A_FEW_CHOICES)), read=int)]


class SayMastery(LiveTap, code="sm"):
    """Say how an indicator is shown."""

    indicator: int
    mastery: Mastery


class SayCoverage(LiveTap, code="sv"):
    """Say how often an indicator has come up."""

    indicator: int
    coverage: Coverage


class SayNotHere(LiveTap, code="sn"):
    """Say that an indicator is not applicable here."""

    indicator: int


class ShowStep(LiveTap, code="sg"):
    """Show the former or the next indicator, or the one of here again."""

    which: Literal["back", "here", "next"]


class ConfirmRest(LiveTap, code="sr"):
    """Say one's last marks again of the indicators still to come, and finish."""


class FinishScoring(LiveTap, code="sd"):
    """Finish, with what was stored."""


class WriteNote(LiveTap, code="so"):
    """Write a note on an indicator."""

    indicator: int


class ShowNorm(LiveTap, code="sw"):
    """Show what the masteries mean."""


class ChooseGroup(LiveTap, code="gt"):
    """Score the class group of this track as a whole: which competence?"""

    track: int


class ChooseGroupCompetence(LiveTap, code="gk"):
    """Score this competence of the class group: which indicator?"""

    competence: int


class ChooseGroupIndicator(LiveTap, code="gi"):
    """Score the indicator with this number: how does the class group show it?"""

    number: int


class ScoreGroup(LiveTap, code="gm"):
    """Say how the whole class group shows the indicator with this number."""

    number: int
    mastery: Mastery


class ScoreLineForGroup(LiveTap, code="gc"):
    """Store the line that waits for the whole class group it is about."""


class ChooseWay(LiveTap, code="mw"):
    """Say which of several lines a line in plain words means."""

    at: int


class KeepNote(LiveTap, code="kn"):
    """Keep the words that wait as a note on this competence."""

    competence: int


class ChooseWork(LiveTap, code="tw"):
    """Tally what was done in the context with this number; 0 is something else."""

    context: int


class ChooseTrained(LiveTap, code="tk"):
    """Tally what was done of this competence."""

    competence: int


class TallyIndicator(LiveTap, code="tt"):
    """Count an indicator as done today."""

    indicator: int


class FinishTally(LiveTap, code="td"):
    """Finish the tally of today."""


class SettleContradiction(LiveTap, code="cx"):
    """Settle a contradiction: it came up so often, or not at all and so is not applicable here."""

    coverage: Coverage


class UndoEntry(Tap, code="un"):
    """Take back what an entry recorded."""

    entry: int


class UndoOldEntry(Tap, code="uo"):
    """Take back an entry that was asked about first, since it is older than a day."""

    entry: int


class KeepEntry(Tap, code="uk"):
    """Leave an entry as it is."""

    entry: int


class SendForm(Tap, code="sf"):
    """Send the form of a competence."""

    track: int
    competence: int
