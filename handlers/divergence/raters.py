"""Rater insight: how those who score around a coach's students lean and agree."""

from collections.abc import Iterator

from bot.domain.divergence.agreement import Agreement, Meaningless
from bot.domain.divergence.raters import Lean, Leaning
from bot.messages import Reply, Rounded, Sayable, Text, _, _n, colon, lines, words
from bot.use_cases.divergence.see_raters import Rater, Raters, see_raters
from handlers.divergence.named import in_brackets
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.turn import Replies, Turn

RATERS, PAIRS = 20, 10
"""How many of each are named."""

NORM_NOTE = _(
    "Only you see this. Who is very good at something easily takes the own level as the norm; the "
    "norm is somebody who starts in the trade. Talk about that norm rather than about these "
    "numbers."
)
LEAN_WORD = {Lean.LENIENT: _("more lenient"), Lean.SEVERE: _("more severe")}


def show_raters(turn: Turn, _words: str) -> Replies:
    """Answer `/raters`, for a coach alone."""
    tracks = turn.coached_tracks
    if not tracks:
        return [Reply(_("This is for coaches: you are the coach of nobody at the moment."))]
    seen = see_raters(turn.uow, tracks)
    if not seen.raters:
        return [Reply(_("Nobody has scored the same as somebody else yet."))]
    return [Reply(lines(*_said(seen), _others(seen, len(tracks))))]


def _said(seen: Raters) -> Iterator[Sayable]:
    yield _("How those who score lean against the others, on the same indicators of your students:")
    yield from map(_leaning, seen.raters[:RATERS])
    told = [pair for pair in seen.pairs if pair[2].meaningless is not Meaningless.TOO_FEW]
    if told:
        yield _("How far two agree (1 is complete, 0 is what chance gives):")
    yield from (_pair(*pair) for pair in told[:PAIRS])
    yield NORM_NOTE


def _others(seen: Raters, students: int) -> Sayable | None:
    """Say that not all students were looked at, where they are too many for one answer."""
    if seen.students >= students:
        return None
    return _(
        "You have many students: this is of {count} of your {students}, evenly chosen.",
        count=seen.students,
        students=students,
    )


def _leaning(rater: Rater) -> Sayable:
    who = words(short(rater.name), in_brackets(ROLE_WORD[rater.role]))
    forms = _n("{count} form", "{count} forms", rater.leaning.forms)
    return words(colon(who), _way(rater.leaning), in_brackets(forms))


def _way(leaning: Leaning) -> Text:
    if leaning.low is None or leaning.high is None:
        return _("too little to say anything")
    low, high = Rounded(leaning.low, 1, signed=True), Rounded(leaning.high, 1, signed=True)
    if leaning.lean is None:
        return _("no clear leaning, {low} to {high} steps", low=low, high=high)
    return _(
        "{lean}, surely between {low} and {high} steps",
        lean=LEAN_WORD[leaning.lean],
        low=low,
        high=high,
    )


def _pair(rater: Rater, other: Rater, agreed: Agreement) -> Sayable:
    names = words(short(rater.name), short(other.name), by=" – ")
    over = _n("{count} indicator", "{count} indicators", agreed.pairs)
    if agreed.kappa is None:
        said: Sayable = _("no number: one of them gives everybody the same")
    else:
        said = Rounded(agreed.kappa, 2)
    return words(colon(names), said, in_brackets(over))
