"""A coach's week: what is new of the small differences in three lines, and all of it asked for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.divergence.kinds import Divergence, DivergenceKind, Route
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, _, _n, colon, lines, listed, words
from bot.ports.divergence import Alert
from bot.ports.telling.errands import Errand
from bot.use_cases.divergence.see_divergence import Seen, order_alerts, see_alerts
from bot.use_cases.divergence.see_silence import Silence, list_silence
from bot.use_cases.divergence.talks.see_talk import list_talking, see_talk
from handlers.divergence.differing import say_first
from handlers.divergence.named import KIND_WORD, heading, talk_beside
from handlers.divergence.taps import ListSmaller, ShowAlert
from handlers.talking.menu import RunCommand
from handlers.talking.paging import turning
from handlers.talking.phrases import ROLE_WORD, first_name
from handlers.talking.routing.doors import ShowOverview
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

NEW = 3
"""What is named of what is new; the rest stands behind a button."""

_SHORT = {
    DivergenceKind.VERDICT: _("verdict"),
    DivergenceKind.INDICATOR: _("single indicators"),
    DivergenceKind.COVERAGE: _("how often"),
    DivergenceKind.SILENCE: _("no score"),
    DivergenceKind.GAP: _("not offered"),
    DivergenceKind.OVERLAP: _("trained by both"),
}
"""What tells two buttons apart about one competence."""

TALKS = 2
"""Talks named that are still to come."""

LOOKED_AT = 40
"""What is looked at for one message, the worst of all first: what has ended since is not told."""

LISTED = 25
"""What is named on a page where all of it is asked for."""


@dataclass(frozen=True, slots=True)
class Small:
    """One small difference: what is said of it in a line, and the button that leads to it."""

    line: Sayable
    button: Button


@dataclass(frozen=True, slots=True)
class SmallOnes:
    """The small differences that were looked at, and how many there are with the others.

    `unseen` is with how many students one may be silent who were not looked at.
    """

    looked_at: Sequence[Small]
    count: int
    unseen: int

    def say_unseen(self) -> Sayable | None:
        """Say of how many students it was not looked whether one is silent."""
        if not self.unseen:
            return None
        return _n(
            "One view may be silent on {count} more student: /overview and the name.",
            "One view may be silent on {count} more students: /overview and a name.",
            self.unseen,
        )


def tell_digest(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what is new since the week that was told last; nothing where nothing is."""
    standing = _list_standing(turn)
    last = turn.uow.alerts.read_week_told(turn.person.id, [errand.id for errand in errands])
    seen = _see_small(turn, standing, last)
    every = seen.looked_at
    if not every:
        return None
    text = lines(
        _n(
            "New this week: {count} smaller difference.",
            "New this week: {count} smaller differences.",
            seen.count,
        ),
        *(small.line for small in every[:NEW]),
        seen.say_unseen(),
        _open(standing),
        *_say_talks(turn, standing),
    )
    more = (
        button(_("all smaller differences"), ListSmaller(None)),
        button(_("alerts"), RunCommand("alerts")),
    )
    return MessagePart(text, (*((small.button,) for small in every[:NEW]), more))


def tapped_smaller(turn: Turn, tap: ListSmaller) -> Replies:
    """List all smaller differences that stand, in pages, the worst first."""
    begin = (tap.page or 0) * LISTED
    seen = _see_small(turn, _list_standing(turn), None, begin)
    every = seen.looked_at[:LISTED]
    if not every:
        return [Reply(_("No smaller differences stand."))]
    pages = range(0, max(seen.count, begin + 1), LISTED)
    text = lines(
        _n("{count} smaller difference stands:", "{count} smaller differences stand:", seen.count),
        *(small.line for small in every),
        seen.say_unseen(),
    )
    ways = turning(pages, begin // LISTED, ListSmaller)
    rows = (*((small.button,) for small in every), ways)
    return [Reply(text, tuple(row for row in rows if row), edit=tap.page is not None)]


def _list_standing(turn: Turn) -> Sequence[Alert]:
    return turn.uow.alerts.list_open([track.id for track in turn.coached_tracks])


def _open(standing: Sequence[Alert]) -> Sayable | None:
    loud = sum(alert.standing.route is Route.ALERT for alert in standing)
    return _n("{count} alert stands open.", "{count} alerts stand open.", loud) if loud else None


def _say_talks(turn: Turn, standing: Sequence[Alert]) -> Iterator[Sayable]:
    """Name the alerts of which the talk is still to come, the next first."""
    loud = [alert for alert in standing if alert.standing.route is Route.ALERT]
    zone = turn.person.time_zone
    ahead = [
        (when, alert)
        for alert in list_talking(turn.uow, loud, zone, turn.at)
        if (when := see_talk(turn.uow, alert, zone)) and when >= turn.at
    ]
    soonest = [alert for _when, alert in sorted(ahead, key=lambda pair: pair[0])]
    for seen in see_alerts(turn.uow, turn.coached_tracks, soonest[:TALKS], turn.at):
        yield words(heading(seen), talk_beside(turn, seen), by=" – ")


def _see_small(
    turn: Turn, standing: Sequence[Alert], after: datetime | None, begin: int = 0
) -> SmallOnes:
    """See what stands and changed after an instant, or all of it; first who is silent.

    All of it is put in order, and looked at from a place on.
    """
    silent, unseen = list_silence(turn.uow, turn.here(turn.coached_tracks), turn.at)
    told = [_silent(*pair) for pair in silent if after is None or pair[1].since > after]
    quiet = [
        alert
        for alert in standing
        if alert.standing.route is Route.DIGEST
        and alert.standing.kind is not DivergenceKind.SILENCE  # looked up when this is sent
        and (after is None or alert.news_at > after)
    ]
    ordered = order_alerts(turn.uow, turn.coached_tracks, quiet, turn.at)
    at = max(begin - len(told), 0)
    looked_at = ordered[at : at + LOOKED_AT]
    shown = [*_list_quiet(turn, looked_at)]
    count = len(told) + len(quiet) - (len(looked_at) - len(shown))
    return SmallOnes([*told[begin:], *shown], count, unseen)


def _list_quiet(turn: Turn, quiet: Sequence[Alert]) -> Iterator[Small]:
    shown = see_alerts(turn.uow, turn.coached_tracks, quiet, turn.at)
    places = Counter(_place(seen) for seen in shown)
    for seen in shown:
        if seen.found is not None:
            about = words(colon(heading(seen)), _what(seen, seen.found))
            line = words(about, talk_beside(turn, seen), by=" – ")
            # Two kinds of difference on one competence have two buttons, which look different.
            kind = _SHORT[seen.found.kind] if places[_place(seen)] > 1 else None
            label = words(heading(seen), kind, by=" · ")
            yield Small(line, button(label, ShowAlert(seen.alert.id)))


def _place(seen: Seen) -> tuple[int, int, int | None]:
    return seen.track.id, seen.competence.id, seen.period.id if seen.period else None


def _silent(track: Track, silence: Silence) -> Small:
    first, more = silence.competences[0], len(silence.competences) - 1
    named = f"{first.number} {first.title}"
    said = _n(
        "no score of the {role} yet on {competence} and {count} other",
        "no score of the {role} yet on {competence} and {count} others",
        more,
        role=ROLE_WORD[silence.role],
        competence=named,
    )
    if not more:
        said = _(
            "no score of the {role} yet on {competence}",
            role=ROLE_WORD[silence.role],
            competence=named,
        )
    label = _("overview: {student}", student=first_name(track))
    line = words(colon(first_name(track)), said)
    return Small(line, button(label, ShowOverview(track.id)))


def _what(seen: Seen, found: Divergence) -> Sayable:
    """Say who differs on what: the verdicts, or the first indicator."""
    if found.kind is DivergenceKind.VERDICT:
        verdicts = {stand.role: stand.acquired for stand in found.stands}
        return words(*(_verdict(side, verdicts[side[0]]) for side in found.sides), by=" · ")
    first = say_first(seen, found)
    sides = None if found.disputed else _roles([role for side in found.sides for role in side])
    return words(KIND_WORD[found.kind], sides, first, by=" · ")


def _verdict(side: Sequence[Role], acquired: bool | None) -> Sayable:
    verdict = _("✓ acquired") if acquired else _("✗ not acquired")
    return words(_roles(side), verdict)


def _roles(side: Sequence[Role]) -> Sayable:
    return listed(ROLE_WORD[role] for role in side)
