"""The buttons about interventions."""

from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
)
from handlers.talking.routing.tap import Tap


class ListInterventions(Tap, code="dl"):
    """Show a page of the interventions that one sees, counted from 0."""

    page: int


class NoteIntervention(Tap, code="dn"):
    """Show a page of whom or what an intervention can be about."""

    page: int


class NoteAbout(Tap, code="da"):
    """Ask what was done about this student's track, workplace, class group, school or law."""

    about: InterventionAbout
    target: int


class ShowIntervention(Tap, code="ds"):
    """Show one."""

    intervention: int


class ChooseLevel(Tap, code="dv"):
    """Say at which level it acts."""

    intervention: int
    level: InterventionLevel


class ChooseActsOn(Tap, code="dp"):
    """Say what it acts on."""

    intervention: int
    acts_on: ActsOn


class WritePurpose(Tap, code="dq"):
    """Say what it was for."""

    intervention: int


class DropIntervention(Tap, code="dx"):
    """Take it away again."""

    intervention: int


class JudgeIntervention(Tap, code="dh"):
    """Say whether it helped."""

    intervention: int
    helped: Helped


class UnjudgeIntervention(Tap, code="du"):
    """Take back whether it helped."""

    intervention: int


class WriteOutcome(Tap, code="do"):
    """Say in words what came of it."""

    intervention: int


class ShowYear(Tap, code="dy"):
    """Show the year's overview, without names."""


class YearFile(Tap, code="df"):
    """Bring the year's overview as a file."""
