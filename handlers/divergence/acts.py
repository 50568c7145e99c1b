"""What a coach does about an alert: seen, put off, resolved; all of it lands in the track's log."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.divergence.alerts import AlertState
from bot.messages import Button, Moment, Reply, _
from bot.ports.divergence import AlertPlace
from bot.use_cases.divergence.see_divergence import Seen
from bot.use_cases.divergence.tell_coaches import show_anew
from handlers.divergence.asked import ResolutionAwaited
from handlers.divergence.listed import NOT_YOURS, seen_by_id
from handlers.divergence.shown import heading
from handlers.talking.turn import Replies, Turn

SNOOZE = timedelta(days=3)

ENDED = _("That alert has ended. /alerts shows what stands open.")

Act = Callable[[Turn, Seen], Replies]


def on_open(turn: Turn, alert_id: str, act: Act) -> Replies:
    """Do something about an alert that stands open; else say why not."""
    seen = seen_by_id(turn, int(alert_id))
    if seen is None:
        return [Reply(NOT_YOURS)]
    if seen.alert.standing.state is not AlertState.OPEN:
        return [Reply(ENDED)]
    turn.remember(seen.track)
    return act(turn, seen)


def note(turn: Turn, seen: Seen, kind: str, text: str = "") -> None:
    """Keep what was done in the log, and show it where the alert was told."""
    turn.uow.interventions.record(seen.alert, turn.person.id, kind, text, turn.at)
    show_anew(turn.uow, seen.alert.id, turn.at)


def tapped_seen(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Note that the coach has seen it."""
    return on_open(turn, arguments[0], _seen)


def _seen(turn: Turn, seen: Seen) -> Replies:
    turn.uow.alerts.acknowledge(seen.alert.id, turn.at)
    note(turn, seen, "seen")
    return [Reply(_("Noted that you have seen it: {what}.", what=heading(seen)))]


def tapped_snooze(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Put it off for three days."""
    return on_open(turn, arguments[0], _snoozed)


def _snoozed(turn: Turn, seen: Seen) -> Replies:
    until = turn.at + SNOOZE
    turn.uow.alerts.snooze(seen.alert.id, until)
    note(turn, seen, "put off")
    return [
        Reply(
            _(
                "Put off until {when}: {what}. If it ends before, you are not told again.",
                when=Moment(until),
                what=heading(seen),
            )
        )
    ]


def tapped_resolve(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask what was done."""
    return on_open(turn, arguments[0], _asked_what)


def _asked_what(turn: Turn, seen: Seen) -> Replies:
    serial = turn.ask(ResolutionAwaited(alert=seen.alert.id))
    text = _(
        "What was done about {what}? Type it in a sentence: it goes into the log.",
        what=heading(seen),
    )
    return [Reply(text, ((Button(_("cancel"), f"no:{serial}"),),))]


def typed_resolution(turn: Turn, question: ResolutionAwaited, text: str) -> Replies:
    """Resolve an alert with what was done."""
    turn.close()
    return on_open(turn, str(question.alert), lambda turn, seen: _resolved(turn, seen, text))


def _resolved(turn: Turn, seen: Seen, text: str) -> Replies:
    alert = seen.alert
    place = AlertPlace(alert.organisation_id, alert.track_id, alert.competence_id)
    turn.uow.alerts.keep(place, replace(alert.standing, state=AlertState.RESOLVED), turn.at)
    note(turn, seen, "resolved", text)
    return [
        Reply(
            _(
                "Resolved: {what}. It comes back only if the views grow further apart.",
                what=heading(seen),
            )
        )
    ]
