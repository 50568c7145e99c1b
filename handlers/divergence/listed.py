"""The alerts of a coach's students: the list by severity, and one of them in full."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.divergence.kinds import Route
from bot.domain.school.tracks import Track
from bot.messages import Day, Grid, Layout, MessageKind, Reply, Sayable, _, _n, lines, words
from bot.ports.divergence import Alert
from bot.use_cases.divergence.see_divergence import Seen, order_alerts, see_alert, see_alerts
from handlers.divergence.differing import draw_differing
from handlers.divergence.named import (
    KIND_WORD,
    SEVERITY_SIGN,
    heading,
    line_of,
    open_button,
    talk_beside,
)
from handlers.divergence.shown import BELOW, SEVERITY_WORD, buttons_of, draw_alert
from handlers.divergence.taps import ListAlerts, ListSmaller, ShowAlert, ShowDiffering
from handlers.talking.meaning.whom import WHICH
from handlers.talking.paging import open_page
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.typed_taps import answer_tap, says

LISTED = 12
"""Alerts on a page."""

NOT_YOURS = _("That is not with you any more.")


def list_alerts(turn: Turn, _words: str) -> Replies:
    """Answer `/alerts`: what stands open, the most severe first."""
    return [_list_page(turn, 0)]


def tapped_page(turn: Turn, tap: ListAlerts) -> Replies:
    """Turn to another page of what stands open."""
    return [replace(_list_page(turn, tap.page), edit=True)]


def _list_page(turn: Turn, page: int) -> Reply:
    tracks = turn.coached_tracks
    if not tracks:
        return Reply(_("Alerts are for coaches: you are the coach of nobody at the moment."))
    standing = turn.uow.alerts.list_open([track.id for track in tracks])
    loud = _list_loud(turn, tracks, standing)
    here = open_page(loud, LISTED, page)
    listed = see_alerts(turn.uow, tracks, here.things, turn.at)
    quiet = len(standing) - len(loud)
    head = lines(
        _n("{count} alert stands open.", "{count} alerts stand open.", len(loud))
        if loud
        else _("No alert stands open."),
        _("Page {page} of {pages}.", page=here.page + 1, pages=here.count)
        if here.count > 1
        else None,
    )
    text = lines(head, *(_line(turn, seen) for seen in listed), _quiet(quiet))
    rest = ((button(_("all smaller differences"), ListSmaller(None)),),) if quiet else ()
    below = (*((open_button(shown),) for shown in listed), *here.turns(ListAlerts), *rest)
    layout = Layout(lines(head, _quiet(quiet)), grid=_grid(turn, listed), below=below)
    return Reply(text, below, layout=layout if listed else None)


def _grid(turn: Turn, listed: Sequence[Seen]) -> Grid:
    """Lay the lines out as a table, with the words that stand in an alert in full."""
    rows = (
        (
            heading(seen),
            words(SEVERITY_SIGN[seen.severity], SEVERITY_WORD[seen.severity]),
            KIND_WORD[seen.alert.standing.kind],
            Day(seen.alert.standing.since),
            words(_put_off(turn, seen), talk_beside(turn, seen), by=" – "),
        )
        for seen in listed
    )
    heads = (_("about whom"), _("how bad"), _("what differs"), _("since"), _("what is arranged"))
    return Grid(_("Alerts that stand open"), heads, tuple(rows))


def _list_loud(turn: Turn, tracks: Sequence[Track], standing: Sequence[Alert]) -> list[Alert]:
    """List the alerts among what stands, the most severe of all of them first."""
    loud = [alert for alert in standing if alert.standing.route is Route.ALERT]
    return order_alerts(turn.uow, tracks, loud, turn.at)


def _quiet(count: int) -> Sayable | None:
    if not count:
        return None
    return _n(
        "{count} smaller difference goes into your weekly overview.",
        "{count} smaller differences go into your weekly overview.",
        count,
    )


def _line(turn: Turn, seen: Seen) -> Sayable:
    return words(line_of(seen), _put_off(turn, seen), talk_beside(turn, seen), by=" – ")


def _put_off(turn: Turn, seen: Seen) -> Sayable | None:
    return _("put off") if seen.alert.is_snoozed(turn.at) else None


def seen_by_id(turn: Turn, alert_id: int) -> Seen | None:
    """Find an alert, for a coach of its track only: every tap is authorised here again."""
    alert = turn.uow.alerts.find(alert_id)
    return see_alert(turn.uow, turn.person.id, alert, turn.at) if alert else None


def tapped_alert(turn: Turn, tap: ShowAlert) -> Replies:
    """Show an alert in full."""
    seen = seen_by_id(turn, tap.alert)
    if seen is None:
        return [Reply(NOT_YOURS)]
    turn.remember(seen.track)
    return [Reply(draw_alert(turn, seen), buttons_of(seen), kind=MessageKind.ALERT)]


def tapped_differing(turn: Turn, tap: ShowDiffering) -> Replies:
    """Show all on which the views of an alert differ."""
    seen = seen_by_id(turn, tap.alert)
    if seen is None:
        return [Reply(NOT_YOURS)]
    turn.remember(seen.track)
    return [Reply(draw_differing(turn, seen), ((open_button(seen),),))]


def typed_act(turn: Turn, text: str) -> Answered:
    """Do what the words on a button below an alert say; which alert is asked where several stand.

    None where they are on no such button.
    """
    if not turn.coached_tracks or not any(says(turn, label, text) for label in BELOW):
        return None
    about = [track for track in turn.coached_tracks if track == turn.about]
    for tracks in (about, turn.coached_tracks):
        standing = turn.uow.alerts.list_open([track.id for track in tracks])
        loud = _list_loud(turn, tracks, standing)
        meant = [
            (seen, below)
            for seen in see_alerts(turn.uow, tracks, loud[:LISTED], turn.at)
            for row in buttons_of(seen)
            for below in row
            if says(turn, below.label, text)
        ]
        if len(meant) == 1:
            return answer_tap(turn, meant[0][1].code)
        if meant:
            return [Reply(WHICH, tuple((replace(it, label=heading(seen)),) for seen, it in meant))]
    return None
