"""How a training with a date is said where all that has a date stands together."""

from bot.domain.dated import Dated
from bot.messages import Sayable, _
from handlers.agreeing.mentor_courses.taps import ShowMentorCourse
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Turn


def say_dated(turn: Turn, dated: Dated) -> Sayable:
    """Say in a line whose training is planned, over, or missing."""
    named = {"name": dated.words or "", "workplace": dated.place or ""}
    if dated.ends_on is None:
        return _("mentor’s training: {name} ({workplace}) did not follow it yet", **named)
    if dated.ends_on < turn.today:
        return _("mentor’s training: did {name} ({workplace}) follow it?", **named)
    return _("mentor’s training: {name} ({workplace}) follows it", **named)


def tap_dated(dated: Dated) -> Tap:
    """Open the training of this mentor."""
    return ShowMentorCourse(dated.about_id)
