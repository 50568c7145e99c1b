"""Alerts told unasked: one in full, or several that share the last message of a day."""

from bot.messages import MessageKind, _, _n, lines, words
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.divergence.see_divergence import Seen
from handlers.divergence.listed import seen_by_id
from handlers.divergence.named import line_of, open_button, talk_beside
from handlers.divergence.shown import buttons_of, draw_alert
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

GATHERED = 6
"""Alerts named in one message, which has eight lines at most; of more only the number."""


def tell_alerts(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Say what a message with alerts says now; None where its reader may see none of them."""
    told = (seen_by_id(turn, alert_id) for alert_id in turn.uow.alerts.list_told_by(message.id))
    found = [seen for seen in told if seen is not None]
    if not found:
        return None
    if len(found) == 1:
        return MessagePart(draw_alert(turn, found[0]), buttons_of(found[0]), MessageKind.ALERT)
    return _gather(turn, found)


def _gather(turn: Turn, found: list[Seen]) -> MessagePart:
    found = sorted(found, key=lambda seen: (-seen.severity, seen.alert.standing.since))
    named = found[:GATHERED]
    more = len(found) - len(named)
    text = lines(
        _n("{count} alert today", "{count} alerts today", len(found)),
        *(words(line_of(seen), talk_beside(turn, seen), by=" – ") for seen in named),
        _("and {count} more: /alerts", count=more) if more else None,
    )
    return MessagePart(text, tuple((open_button(seen),) for seen in named), MessageKind.ALERT)
