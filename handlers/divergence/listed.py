"""The alerts of a coach's students: the list by severity, and one of them in full."""

from collections.abc import Sequence

from bot.domain.divergence.kinds import Route
from bot.domain.school.tracks import Track
from bot.messages import Button, MessageKind, Reply, Sayable, _, _n, lines, words
from bot.ports.divergence import Alert
from bot.use_cases.divergence.see_divergence import Seen, course_of, see_alert, see_on
from handlers.divergence.shown import buttons_of, drawn
from handlers.divergence.tell_alert import line_of, open_button
from handlers.talking.turn import Replies, Turn

LISTED = 12
"""Alerts offered at once; of more only the number."""

LOOKED_AT = 40
"""Alerts whose severity is looked at anew for that, the most severe when they were stored."""

NOT_YOURS = _("That is not with you any more.")


def alerts(turn: Turn, _words: str) -> Replies:
    """Answer `/alerts`: what stands open, the most severe first."""
    tracks = turn.coached_tracks
    if not tracks:
        return [Reply(_("Alerts are for coaches: you are the coach of nobody at the moment."))]
    standing = turn.uow.alerts.list_open([track.id for track in tracks])
    loud = [one for one in standing if one.standing.route is Route.ALERT]
    loud.sort(key=lambda one: one.is_snoozed(turn.at))
    seen = _all_seen(turn, tracks, loud[:LOOKED_AT])
    seen.sort(key=lambda one: (one.alert.is_snoozed(turn.at), -one.severity))
    shown = seen[:LISTED]
    return [Reply(_list(turn, shown, len(loud), len(standing) - len(loud)), _buttons(shown))]


def _list(turn: Turn, seen: Sequence[Seen], loud: int, quiet: int) -> Sayable:
    head = _n("{count} alert stands open.", "{count} alerts stand open.", loud)
    more = loud - len(seen)
    return lines(
        head if loud else _("No alert stands open."),
        *(_line(turn, one) for one in seen),
        _("and {count} more, less severe", count=more) if more > 0 else None,
        _n(
            "{count} smaller difference goes into your weekly overview.",
            "{count} smaller differences go into your weekly overview.",
            quiet,
        )
        if quiet
        else None,
    )


def _line(turn: Turn, one: Seen) -> Sayable:
    put_off = _("put off") if one.alert.is_snoozed(turn.at) else None
    return words(line_of(one), put_off, by=" – ")


def _buttons(seen: Sequence[Seen]) -> tuple[tuple[Button, ...], ...]:
    return tuple((open_button(one),) for one in seen)


def _all_seen(turn: Turn, tracks: Sequence[Track], alerts_: Sequence[Alert]) -> list[Seen]:
    by_id = {one.id: one for one in tracks}
    courses = {
        programme: course_of(turn.uow, programme, turn.at)
        for programme in {by_id[one.track_id].programme_id for one in alerts_}
    }
    seen = (
        see_on(turn.uow, track, courses[track.programme_id], one, turn.at)
        for one in alerts_
        for track in (by_id[one.track_id],)
    )
    return [one for one in seen if one is not None]


def _seen(turn: Turn, alert: Alert) -> Seen | None:
    return see_alert(turn.uow, turn.person.id, alert, turn.at)


def seen_by_id(turn: Turn, alert_id: int) -> Seen | None:
    """Find an alert, for a coach of its track only: every tap is authorised here again."""
    alert = turn.uow.alerts.find(alert_id)
    return _seen(turn, alert) if alert else None


def tapped_alert(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show an alert in full."""
    seen = seen_by_id(turn, int(arguments[0]))
    if seen is None:
        return [Reply(NOT_YOURS)]
    turn.remember(seen.track)
    return [Reply(drawn(turn, seen), buttons_of(seen), kind=MessageKind.ALERT)]
