"""Alerts and people by short names: what stands in a line, on a button, above a message."""

from bot.domain.divergence.alerts import AlertState
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.divergence.severity import Severity
from bot.messages import Button, Moment, Sayable, _, words
from bot.use_cases.divergence.see_divergence import Seen
from bot.use_cases.divergence.talks.see_talk import see_talk
from handlers.divergence.taps import ShowAlert
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

SEVERITY_SIGN = {
    Severity.NONE: "·",
    Severity.SLIGHT: "·",
    Severity.CLEAR: "⚠",
    Severity.SERIOUS: "⚠⚠",
    Severity.URGENT: "‼",
}
KIND_WORD = {
    DivergenceKind.VERDICT: _("seen differently"),
    DivergenceKind.INDICATOR: _("single indicators far apart"),
    DivergenceKind.COVERAGE: _("how often it comes up seen differently"),
    DivergenceKind.SILENCE: _("one has said nothing"),
    DivergenceKind.GAP: _("not offered at work or school"),
    DivergenceKind.OVERLAP: _("mastered for weeks, still trained by both"),
}
_ENDED = {AlertState.CLOSED: _("closed"), AlertState.RESOLVED: _("resolved")}


def heading(seen: Seen) -> Sayable:
    """Name the student, the competence and the period: 'Jonas · 8 Installs … · Period 3'."""
    number, title = seen.competence.number, seen.competence.title
    period = seen.period.name if seen.period else ""
    return words(first_name(seen.track), f"{number} {title}", period, by=" · ")


def line_of(seen: Seen) -> Sayable:
    """Name an alert in a line, with what became of it."""
    ended = _ENDED.get(seen.alert.standing.state)
    sign = "✔" if ended else SEVERITY_SIGN[seen.severity]
    return words(words(sign, heading(seen)), ended, by=" – ")


def talk_of(turn: Turn, seen: Seen) -> Sayable | None:
    """Say for when the talk about an alert is planned, or was; nothing where none is."""
    when = see_talk(turn.uow, seen.alert, turn.person.time_zone)
    if when is None:
        return None
    if when < turn.at:
        return _("The talk was planned for {when}.", when=Moment(when))
    return _("A talk is planned: {when}.", when=Moment(when))


def talk_beside(turn: Turn, seen: Seen) -> Sayable | None:
    """Say in a line about an alert when its talk is, or was; nothing where none is planned."""
    when = see_talk(turn.uow, seen.alert, turn.person.time_zone)
    if when is None:
        return None
    if when < turn.at:
        return _("talk was planned {when}", when=Moment(when))
    return _("talk planned {when}", when=Moment(when))


def open_button(seen: Seen) -> Button:
    """Offer to open an alert in full."""
    return button(heading(seen), ShowAlert(seen.alert.id))


def in_brackets(said: Sayable) -> Sayable:
    """Put a word beside another one, in brackets."""
    return words("(", said, ")", by="")
