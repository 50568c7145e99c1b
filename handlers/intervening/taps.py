"""The buttons about interventions."""

from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
)
from handlers.talking.routing.tap import Tap


class ListInterventions(Tap, code="nvl"):
    """Show a page of the interventions that one sees, counted from 0."""

    page: int


class ListAbout(Tap, code="nvb"):
    """Show a page of those about a workplace or a class group, counted from 0."""

    about: InterventionAbout
    target: int
    page: int


class NoteIntervention(Tap, code="nvn"):
    """Show a page of whom or what an intervention can be about."""

    page: int


class NoteAbout(Tap, code="nva"):
    """Ask what was done about this student's track, workplace, class group, school or law."""

    about: InterventionAbout
    target: int


class ShowIntervention(Tap, code="nvs"):
    """Show one."""

    intervention: int


class SayMore(Tap, code="nvm"):
    """Ask at which level it acts, and on what."""

    intervention: int


class ChooseLevel(Tap, code="nvv"):
    """Say at which level it acts."""

    intervention: int
    level: InterventionLevel


class ChooseActsOn(Tap, code="nvp"):
    """Say what it acts on."""

    intervention: int
    acts_on: ActsOn


class WritePurpose(Tap, code="nvq"):
    """Say what it was for."""

    intervention: int


class DropIntervention(Tap, code="nvx"):
    """Take it away again."""

    intervention: int


class JudgeIntervention(Tap, code="nvh"):
    """Say whether it helped."""

    intervention: int
    helped: Helped


class UnjudgeIntervention(Tap, code="nvu"):
    """Take back whether it helped."""

    intervention: int


class WriteOutcome(Tap, code="nvo"):
    """Say in words what came of it."""

    intervention: int


class ShowYear(Tap, code="nvy"):
    """Show the year's overview, without names."""


class YearFile(Tap, code="nvf"):
    """Bring the year's overview as a file."""
