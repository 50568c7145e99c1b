"""A student's own group in the next lesson: with whom, on what; nothing of what others lack."""

from bot.domain.planning.campus.model import Kind
from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Role, Track
from bot.messages import Moment, Reply, Sayable, _, lines, words
from bot.ports.planning.campus import OwnGroup
from handlers.planning.campus.saying import Sayings
from handlers.talking.turn import Replies, Turn

NOTHING = _("No groups of your next lesson are confirmed yet.")


def show_own_groups(turn: Turn) -> Replies:
    """Show a student the own group of the next lesson, once its teacher confirmed it."""
    coming = turn.uow.campus.read_own_groups(turn.person.id, turn.at)
    if not coming:
        return [Reply(NOTHING)]
    own = {track.id: track for track in turn.tracks if Role.STUDENT in track.roles}
    first = [group for group in coming if group.starts_at == coming[0].starts_at]
    said = [_say(turn, own[group.group.tracks[0]], group) for group in first]
    return [Reply(lines(*said))]


def _say(turn: Turn, track: Track, own: OwnGroup) -> Sayable:
    scenarios = turn.uow.scenarios.list_of(track.programme_id)
    sayings = Sayings(turn.programme(track), [track], scenarios)
    others = ", ".join(map(first_name_of, own.others))
    alone = own.group.kind is Kind.OWN
    prepared = own.group.scenario_id is not None
    return lines(
        words(track.class_group, Moment(own.starts_at), by=" · "),
        _("You work on: {what}", what=sayings.about(own.group)),
        _("With: {names}", names=others) if others and not alone else None,
        words(_("Lesson:"), sayings.scenario(own.group)) if prepared else None,
    )
