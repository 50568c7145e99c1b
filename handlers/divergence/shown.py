"""An alert as its coach reads it: who stands where, on what they are most apart, what changed."""

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.domain.divergence.alerts import AlertState, Ending
from bot.domain.divergence.kinds import Divergence, DivergenceKind, Stand
from bot.domain.divergence.severity import Severity
from bot.domain.school.tracks import Role
from bot.messages import (
    Button,
    Day,
    Moment,
    Quoted,
    Rounded,
    Sayable,
    _,
    colon,
    count_lines,
    lines,
    listed,
    words,
)
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.use_cases.divergence.see_divergence import Seen
from bot.use_cases.divergence.see_leniency import see_leniency
from handlers.divergence.differing import name_most_apart, order_of
from handlers.divergence.named import SEVERITY_SIGN, heading, in_brackets, talk_of
from handlers.divergence.taps import (
    AcknowledgeAlert,
    PlanTalk,
    ResolveAlert,
    ShowDiffering,
    SnoozeAlert,
    ToWhom,
    WriteQuestion,
)
from handlers.talking.naming.in_role import is_own_view
from handlers.talking.phrases import ROLE_LETTER, ROLE_WORD, aside, short
from handlers.talking.routing.doors import ShowOverview
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

MOST_APART, LINES = 3, 8
"""Indicators named in an alert, fewer where it would have more lines; all of them stand behind a
button."""

SEVERITY_WORD = {
    Severity.NONE: _("for your information"),
    Severity.SLIGHT: _("slight"),
    Severity.CLEAR: _("clear"),
    Severity.SERIOUS: _("serious"),
    Severity.URGENT: _("urgent"),
}


SEEN, RESOLVE = _("seen"), _("resolve …")
TALK, PUT_OFF = _("plan a talk"), _("put off 3 days")
ASK_ALL, ALL_DIFFERING = _("ask all"), _("all that differs")
BELOW = (SEEN, RESOLVE, TALK, PUT_OFF, ASK_ALL, ALL_DIFFERING)
"""What stands on the buttons below an alert, beside whom it asks."""


def draw_alert(turn: Turn, seen: Seen) -> Sayable:
    """Draw an alert in full."""
    head = words(SEVERITY_SIGN[seen.severity], heading(seen))
    stands = lines(*(_stands(seen, seen.found) if seen.found else ()), _counted(turn, seen))
    below = lines(_own(seen), talk_of(turn, seen), *_answers(turn, seen), _state(turn, seen))
    room = LINES - sum(map(count_lines, (head, stands, below)))
    apart = _apart(seen, seen.found, min(room, MOST_APART)) if seen.found and room > 0 else ()
    return lines(*(part for part in (head, stands, *apart, below) if count_lines(part)))


def _own(seen: Seen) -> Sayable | None:
    """Say to a coach who teaches here as well that one of the views is their own."""
    if not is_own_view(seen.track, Role.TEACHER):
        return None
    if seen.track.shared:
        return _("The teacher’s view is yours too, as teacher; you read this as coach.")
    return _("The teacher’s view is your own, as teacher; you read this as coach.")


def _apart(seen: Seen, found: Divergence, most: int) -> Iterator[Sayable]:
    return iter(()) if found.kind is DivergenceKind.SILENCE else name_most_apart(seen, found, most)


def _stands(seen: Seen, found: Divergence) -> Iterator[Sayable]:
    """Say who stands where, and how far apart that is."""
    how = _how(seen, found)
    if found.kind is DivergenceKind.SILENCE:
        (silent,), spoken = found.sides
        yield _(
            "{silent} has said nothing in this period; {spoken} have.",
            silent=ROLE_WORD[silent],
            spoken=_roles(spoken),
        )
        yield how
        return
    stands = {stand.role: stand for stand in found.stands}
    yield from (_stand(found, stands[role]) for role in order_of(found))
    alone = found.differs
    differs = _("{role} differs from the two others.", role=ROLE_WORD[alone]) if alone else None
    yield words(how, differs)


def _how(seen: Seen, found: Divergence) -> Sayable:
    """Say how bad it is and since when; and since when nothing changed, where that calms it."""
    how, since = SEVERITY_WORD[seen.severity], Day(found.since)
    if not seen.is_calmed:
        return _("{how}, since {since}.", how=how, since=since)
    news = Day(seen.alert.news_at)
    return _("{how}, since {since}; unchanged since {news}.", how=how, since=since, news=news)


def _roles(roles: Sequence[Role]) -> Sayable:
    return listed(ROLE_WORD[role] for role in roles)


def _stand(found: Divergence, stand: Stand) -> Sayable:
    away = aside(stand.counts, stand.of, in_depth=False)
    if found.kind is DivergenceKind.VERDICT and stand.acquired is not None:
        share = words(_("{part} of {of}", part=stand.compared.acquired, of=stand.of), away, by=", ")
        return words(ROLE_WORD[stand.role], _verdict(stand), in_brackets(share))
    shown = words(COLOUR_MEANING[stand.colour], away, by=", ")
    return words(ROLE_WORD[stand.role], in_brackets(shown))


def _counted(turn: Turn, seen: Seen) -> Sayable | None:
    """Say which leaning was counted, and how sure it is: to the coach alone, who reads this."""
    leans = see_leniency(turn.uow, seen)
    if leans is None:
        return None
    low, high = leans.leniency.interval
    about: dict[str, Sayable] = {
        "role": ROLE_WORD[leans.acquired],
        "other": ROLE_WORD[leans.not_acquired],
        "low": Rounded(low, 1, signed=True),
        "high": Rounded(high, 1, signed=True),
    }
    if low > 0:
        return _(
            "Elsewhere the {role} scores higher than the {other}, by {low} to {high} steps an "
            "indicator: that is counted.",
            **about,
        )
    if high < 0:
        return _(
            "Elsewhere the {role} scores lower than the {other}, by {low} to {high} steps an "
            "indicator: that is counted.",
            **about,
        )
    return _(
        "Whether the {role} scores higher elsewhere than the {other} is not sure ({low} to {high} "
        "steps an indicator): that is counted as chance.",
        **about,
    )


def _verdict(stand: Stand) -> Sayable:
    """Say on which side somebody stands, in the words of the colour where these agree with it."""
    if stand.colour.acquired != stand.acquired:
        return _("✓ acquired") if stand.acquired else _("✗ not acquired")
    return words("✓" if stand.acquired else "✗", COLOUR_MEANING[stand.colour])


def _answers(turn: Turn, seen: Seen) -> Iterator[Sayable]:
    for question in turn.uow.interventions.list_questions(seen.alert.id):
        if question.asked_by_id != turn.person.id:
            continue  # what was answered is for who asked
        who = words(ROLE_WORD[question.role], in_brackets(short(question.asked)))
        if question.answer is None:
            yield _("Asked: {who}", who=who)
        else:
            yield words(colon(who), Quoted(question.answer))


def _state(turn: Turn, seen: Seen) -> Sayable | None:
    alert, changed = seen.alert, Moment(seen.alert.changed_at)
    if alert.standing.state is AlertState.CLOSED:
        if alert.standing.ended is Ending.PERIOD:
            return _("Closed by itself: its period has ended, {when}.", when=changed)
        return _("Closed by itself: a new score ended it, {when}.", when=changed)
    if alert.standing.state is AlertState.RESOLVED:
        return _("Resolved, {when}.", when=changed)
    if alert.snoozed_until is not None and alert.is_snoozed(turn.at):
        return _("Put off until {when}.", when=Moment(alert.snoozed_until))
    if seen.found is None:
        return _("Somebody scored anew; it is compared once everybody has finished.")
    if seen.is_carried:
        return _carried(seen)
    if alert.acknowledged_at is not None:
        return _("Seen, {when}.", when=Moment(alert.acknowledged_at))
    return None


def _carried(seen: Seen) -> Sayable:
    """Say why an alert of an earlier period still stands, in words that stay true meanwhile."""
    if seen.period is None:
        return _("Carried on: the views are still apart. What everybody scores anew decides.")
    return _(
        "Carried on: {period} has ended, and the views are still apart. What everybody scores anew "
        "decides.",
        period=seen.period.name,
    )


def buttons_of(seen: Seen) -> tuple[tuple[Button, ...], ...]:
    """Offer what a coach can do about an alert that stands; nothing where it has ended."""
    alert = seen.alert
    if alert.standing.state is not AlertState.OPEN:
        return ()
    ask = [
        button(
            _("ask: {role}", role=ROLE_WORD[role]),
            WriteQuestion(alert.id, ToWhom(ROLE_LETTER[role])),
        )
        for role in _to_ask(seen)
    ]
    acknowledge = () if alert.acknowledged_at else (button(SEEN, AcknowledgeAlert(alert.id)),)
    return (
        (*ask, button(ASK_ALL, WriteQuestion(alert.id, ToWhom.ALL))),
        (
            button(TALK, PlanTalk(alert.id)),
            button(PUT_OFF, SnoozeAlert(alert.id)),
        ),
        (*acknowledge, button(RESOLVE, ResolveAlert(alert.id))),
        (*_offer_more(seen), button(_("overview"), ShowOverview(alert.track_id))),
    )


def _offer_more(seen: Seen) -> tuple[Button, ...]:
    """Offer all that differs, where there is such."""
    differs = seen.found is not None and (seen.found.disputed or seen.found.compared)
    return (button(ALL_DIFFERING, ShowDiffering(seen.alert.id)),) if differs else ()


def _to_ask(seen: Seen) -> Sequence[Role]:
    """List whom to ask first: who stands alone, else all who take part, but not oneself."""
    sides = seen.found.sides if seen.found else seen.alert.standing.gist.sides
    every = tuple(chain.from_iterable(sides))
    first = sides[0] if len(sides) == 2 and len(sides[0]) == 1 and len(sides[1]) > 1 else every
    return _others(seen, first) or _others(seen, every)


def _others(seen: Seen, roles: Sequence[Role]) -> Sequence[Role]:
    alone = not seen.track.shared
    return tuple(role for role in roles if not (alone and is_own_view(seen.track, role)))
