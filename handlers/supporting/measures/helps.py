"""Showing what helps: a student's own list, or what a student shares with who asks."""

from collections.abc import Sequence

from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.measures import AT_MOST, Measure, MeasureShare
from bot.messages import Button, Reply, Sayable, _, lines, words
from bot.use_cases.supporting.measures.see_measures import see_measures
from handlers.supporting.measures.taps import ChooseReaders, DropMeasure, WriteMeasure
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

READERS: dict[MeasureShare, Sayable] = {
    MeasureShare.ME: _("only you"),
    MeasureShare.WORK: _("your mentor"),
    MeasureShare.BOTH: _("mentor and teacher"),
    MeasureShare.ALL: _("mentor, teacher and coach"),
}
"""Who reads a measure, as its student is told."""


def own_track(turn: Turn) -> Track | None:
    """Find a track on which this person is the student."""
    return next((track for track in turn.tracks if Role.STUDENT in track.roles), None)


def show_helped(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Show what a student shares with this person."""
    measures = see_measures(turn.uow, track)
    if not measures:
        text = _("{student} shares nothing of what helps.", student=first_name(track))
        return [Reply(text)]
    said = _("What helps {student}, in {student}'s own words:", student=first_name(track))
    return [Reply(lines(said, *listed(measures)))]


def show_own(turn: Turn, own: Track, *, edit: bool = False) -> Reply:
    """Show a student's own list, with what can be done about each."""
    measures = see_measures(turn.uow, own)
    text = lines(
        _(
            "What helps you at work, in your own words. You decide who reads it. It stands where "
            "they score you, and no score knows of it."
        ),
        *(
            words(f"{place}.", measure.words, words("(", READERS[measure.share], ")", by=""))
            for place, measure in enumerate(measures, 1)
        ),
        None if measures else _("Nothing is here yet."),
    )
    rows: list[tuple[Button, ...]] = [
        (
            button(_("{place}: who reads it", place=str(place)), ChooseReaders(measure.id)),
            button(_("{place}: take away", place=str(place)), DropMeasure(measure.id)),
        )
        for place, measure in enumerate(measures, 1)
    ]
    if len(measures) < AT_MOST:
        rows.append((button(_("write what helps"), WriteMeasure()),))
    return Reply(text, tuple(rows), edit=edit)


def listed(measures: Sequence[Measure]) -> list[str]:
    """Write measures under each other."""
    return [f"· {short(measure.words, 200)}" for measure in measures]
