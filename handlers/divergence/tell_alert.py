"""Alerts told unasked: one in full, or several that share the last message of a day."""

from bot.domain.divergence.alerts import AlertState
from bot.messages import Button, MessageKind, Sayable, _, _n, lines, words
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.divergence.see_divergence import Seen, see_alert
from handlers.divergence.shown import SEVERITY_SIGN, buttons_of, drawn, heading
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

GATHERED = 12
"""Alerts named in one message; of more only the number."""


def alert(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say what a message with alerts says now; None where its reader may see none of them."""
    found = (turn.uow.alerts.find(one) for one in turn.uow.alerts.list_told_by(message.id))
    seen = [
        shown
        for one in found
        if one is not None and (shown := see_alert(turn.uow, turn.person.id, one, turn.at))
    ]
    if not seen:
        return None
    if len(seen) == 1:
        return MessagePart(drawn(turn, seen[0]), buttons_of(seen[0]), MessageKind.ALERT)
    return _gathered(seen)


def _gathered(seen: list[Seen]) -> MessagePart:
    seen = sorted(seen, key=lambda one: one.alert.standing.urgency)
    named = seen[:GATHERED]
    more = len(seen) - len(named)
    text = lines(
        _n("{count} alert today", "{count} alerts today", len(seen)),
        *map(line_of, named),
        _("and {count} more: /alerts", count=more) if more else None,
    )
    return MessagePart(text, tuple((open_button(one),) for one in named), MessageKind.ALERT)


def line_of(seen: Seen) -> Sayable:
    """Name an alert in a line, with what became of it."""
    standing = seen.alert.standing
    ended = {AlertState.CLOSED: _("closed"), AlertState.RESOLVED: _("resolved")}.get(standing.state)
    sign = "✔" if ended else SEVERITY_SIGN[seen.severity]
    return words(words(sign, heading(seen)), ended, by=" – ")


def open_button(seen: Seen) -> Button:
    """Offer to open an alert in full."""
    return Button(heading(seen), f"av:{seen.alert.id}")
