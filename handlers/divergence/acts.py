"""What a coach does about an alert: seen, put off, resolved; all of it lands in the track's log."""

from collections.abc import Callable

from bot.domain.divergence.alerts import AlertState
from bot.messages import Moment, Reply, _
from bot.use_cases.divergence.acknowledge_alert import acknowledge_alert
from bot.use_cases.divergence.resolve_alert import resolve_alert
from bot.use_cases.divergence.see_divergence import Seen
from bot.use_cases.divergence.snooze_alert import snooze_alert
from handlers.divergence.asked import ResolutionAwaited
from handlers.divergence.listed import NOT_YOURS, seen_by_id
from handlers.divergence.named import heading
from handlers.divergence.taps import AcknowledgeAlert, ResolveAlert, SnoozeAlert
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

ENDED = _("That alert has ended. /alerts shows what stands open.")

Act = Callable[[Turn, Seen], Replies]


def on_open(turn: Turn, alert_id: int, act: Act) -> Replies:
    """Do something about an alert that stands open; else say why not."""
    seen = seen_by_id(turn, alert_id)
    if seen is None:
        return [Reply(NOT_YOURS)]
    if seen.alert.standing.state is not AlertState.OPEN:
        return [Reply(ENDED)]
    turn.remember(seen.track)
    return act(turn, seen)


def tapped_seen(turn: Turn, tap: AcknowledgeAlert) -> Replies:
    """Note that the coach has seen it."""
    return on_open(turn, tap.alert, _acknowledge)


def _acknowledge(turn: Turn, seen: Seen) -> Replies:
    acknowledge_alert(turn.uow, seen.alert, turn.person.id, turn.at)
    return [Reply(_("Noted that you have seen it: {what}.", what=heading(seen)))]


def tapped_snooze(turn: Turn, tap: SnoozeAlert) -> Replies:
    """Put it off for three days."""
    return on_open(turn, tap.alert, _snooze)


def _snooze(turn: Turn, seen: Seen) -> Replies:
    until = snooze_alert(turn.uow, seen.alert, turn.person.id, turn.at)
    return [
        Reply(
            _(
                "Put off until {when}: {what}. If it ends before, you are not told again.",
                when=Moment(until),
                what=heading(seen),
            )
        )
    ]


def tapped_resolve(turn: Turn, tap: ResolveAlert) -> Replies:
    """Ask what was done."""
    return on_open(turn, tap.alert, _ask_what)


def _ask_what(turn: Turn, seen: Seen) -> Replies:
    text = _(
        "What was done about {what}? Type it in a sentence: it goes into the log.",
        what=heading(seen),
    )
    return await_words(turn, ResolutionAwaited(alert=seen.alert.id), text)


def typed_resolution(turn: Turn, question: ResolutionAwaited, text: str) -> Replies:
    """Resolve an alert with what was done."""
    turn.close()
    return on_open(turn, question.alert, lambda turn, seen: _resolve(turn, seen, text))


def _resolve(turn: Turn, seen: Seen, text: str) -> Replies:
    resolve_alert(turn.uow, seen.alert, turn.person.id, text, turn.at)
    return [
        Reply(
            _(
                "Resolved: {what}. It comes back only if the views grow further apart.",
                what=heading(seen),
            )
        )
    ]
