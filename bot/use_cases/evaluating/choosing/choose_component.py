"""Choose what a period evaluates: a student's course components, while the window is open.

Source: document 004, chapter 2 §8 (evaluation); where there is no window, nothing is chosen.
"""

from datetime import datetime

from bot.domain.evaluating.choosing import Chosen
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act


class ChoiceOver(Exception):
    """Nothing is chosen of this period now: the choice stands."""


def list_choosing(uow: UnitOfWork, track: Track, at: datetime) -> list[Period]:
    """List the periods of a track in whose window an instant lies.

    A programme without course components has none.
    """
    if not uow.tracks.read_programme(track.programme_id).components:
        return []
    periods = uow.periods.list_of(track.programme_id)
    return [period for period in periods if period.standing and period.is_choosing(at)]


def choose_component(
    uow: UnitOfWork, track: Track, period: Period, component_id: int, at: datetime
) -> None:
    """Choose a course component to be evaluated on in a period, or no longer choose it.

    One that is not of the student's programme changes nothing. Raises ChoiceOver outside the
    window, and once the photo was begun.
    """
    hold_choice(uow, period)
    if period not in list_choosing(uow, track, at):
        raise ChoiceOver
    if uow.tracks.read_programme(track.programme_id).component_by_id(component_id):
        kept = {"of": component_id, "track": track.id, "period": period.id}
        uow.acts.record(track.student_id, Act.CHOICE, at, period.name, kept)
        toggle_choice(uow, track, period, component_id, at)


def toggle_choice(
    uow: UnitOfWork, track: Track, period: Period, component_id: int, at: datetime
) -> None:
    """Let a student choose a course component, or no longer choose it."""
    if not uow.choices.drop(period, track, component_id):
        uow.choices.put(period, track, Chosen(component_id, track.student_id, at))


def hold_choice(uow: UnitOfWork, period: Period) -> None:
    """Let no photo of a period be begun in this transaction. Raises ChoiceOver where one was."""
    uow.periods.hold(period.id)
    if uow.photos.is_begun(period.id):
        raise ChoiceOver
