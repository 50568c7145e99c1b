"""The buttons that lead from one topic into another; each is answered in its own topic."""

from typing import Annotated

from bot.domain.questions import SheetPurpose
from handlers.talking.routing.tap import Shape, Tap


class BeginScoring(Tap, code="fo"):
    """Begin at the first competence of a track with something open."""

    track: int


class BeginFew(Tap, code="fw"):
    """Begin with the few questions of a track that matter."""

    track: int


class ShowUnchanged(Tap, code="kr"):
    """Show what it would store that nothing changed on a track since the last time."""

    track: int


class ShowNextStep(Tap, code="nx"):
    """Show the next step of a track, for the context of this number that comes up, or 0."""

    track: int
    context: int


class ShowPhoto(Tap, code="ph"):
    """Show a photo of a track."""

    track: int
    photo: int


class ShowOverview(Tap, code="ov"):
    """Show the overview of a track."""

    track: int


class ShowEndView(Tap, code="qe"):
    """Show what a student takes along at the last photo of a track."""

    track: int


class ChangeWeek(Tap, code="rq"):
    """Show a student's own week, or change it."""

    what: Annotated[str, Shape("[a-z]+")]
    value: Annotated[str, Shape("[a-z0-9]+")]


class ShowDevices(Tap, code="jv"):
    """Show the devices on which one's own chat is open on the page."""


class OpenAdmin(Tap, code="ba"):
    """Show an administrator what there is to run."""


class BeginHandover(Tap, code="ub"):
    """Show which students of a coach can go to another one."""

    coach: int


class TellAbsence(Tap, code="it"):
    """Tell those around that one is away."""


class EndSubstitution(Tap, code="sue"):
    """Let who stands in for somebody do so no more, with all that was named together."""

    substitute: int


class BeginIncident(Tap, code="in"):
    """Write down an incident at work, for the coaches."""


class ContestColour(Tap, code="rct"):
    """Contest what others say of a competence of one's own track: it is asked whose view."""

    track: int
    competence: int


class SendAnswers(Tap, code="qnd"):
    """Send the answers to a questionnaire."""

    sheet: int


class SendIntakeAnswers(Tap, code="imz"):
    """Send the answers to the questions of an intake."""

    sheet: int


SENDS: dict[SheetPurpose, type[Tap]] = {
    SheetPurpose.QUESTIONNAIRE: SendAnswers,
    SheetPurpose.INTAKE: SendIntakeAnswers,
    SheetPurpose.OFFER: SendIntakeAnswers,
}
"""The button that sends a sheet of answers, by what it is for; it carries the sheet's identity."""


class OpenSectors(Tap, code="Xa"):
    """Show an administrator the sectors with which the school works."""


class OpenOwnSector(Tap, code="Xb"):
    """Show who speaks for a sector what it has here."""


class ChooseSector(Tap, code="Xc"):
    """Ask for which sector somebody speaks."""

    person: int
