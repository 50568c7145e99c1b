"""How a decision of the class council is said."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from fractions import Fraction

from bot.domain.days import instant
from bot.domain.evaluating.decisions import DecisionKind, Ruling, RulingFault, read_basis
from bot.domain.evaluating.workplace_result import WorkplaceResult
from bot.domain.school.naming import named_here
from bot.messages import Day, Quoted, Sayable, Text, _, listed
from bot.ports.evaluating.decisions import Decision
from bot.showing.words.scores.results import sum_words
from handlers.evaluating.phrases import fingerprint_of
from handlers.talking.turn import Turn

RULING_WORD: Mapping[DecisionKind, Text] = {
    DecisionKind.QUALIFIED: _("qualified"),
    DecisionKind.NOT_QUALIFIED: _("not qualified"),
    DecisionKind.GOES_ON: _("goes on with the programme"),
    DecisionKind.OTHER: _("another decision …"),
}

FAULT_WORD: Mapping[RulingFault, Text] = {
    RulingFault.NOBODY: _("It does not say yet who decided."),
    RulingFault.NO_REASON: _("It does not say yet why."),
    RulingFault.NO_WORDS: _("It does not say yet what was decided."),
    RulingFault.TOO_LONG: _("That is too long: a reason has 2000 letters at most, a name 200."),
    RulingFault.BEFORE_PHOTO: _("The council decides on the photo: on its day, or after it."),
    RulingFault.NOT_YET: _("That day is still to come: a decision is recorded once it was taken."),
}

CHANGED = _(
    "Somebody changed this since it was recorded: do not rely on it. Whoever runs Kompaan finds "
    "more with 'kompaan decision verify'."
)

FINGERPRINT = 16
"""Signs of a fingerprint that are shown: enough to tell one from another; a file has it whole."""


def say_day(turn: Turn, day: date) -> Sayable:
    """Say a day in full, as the reader knows it."""
    return name_day(day, turn.person.time_zone)


def name_day(day: date, zone: str = "UTC") -> Day:
    """Write a day in full, by its noon in a time zone."""
    return Day(instant(day, time(12), zone), full=True)


def say_what(ruling: Ruling) -> Sayable:
    """Say what was decided: one of the usual ones, or its own words."""
    return Quoted(ruling.words) if ruling.kind is DecisionKind.OTHER else RULING_WORD[ruling.kind]


def say_fingerprint(digest: str) -> str:
    """Say how the fingerprint of a photo begins."""
    return f"{fingerprint_of(digest[:FINGERPRINT])} …"


def say_ruling(turn: Turn, ruling: Ruling) -> Iterator[Sayable]:
    """Say a ruling: what, by whom, when and why."""
    yield _("The class council decided: {what}", what=say_what(ruling))
    yield _(
        "By {names}, on {day}.",
        names=listed(map(named_here, ruling.council)),
        day=say_day(turn, ruling.decided_on),
    )
    yield _("Why: “{reason}”", reason=ruling.reason)


def say_decision(turn: Turn, decision: Decision) -> Iterator[Sayable]:
    """Say a decision, and what it was made on; and that it was changed, where it was."""
    yield from say_ruling(turn, decision.made.ruling)
    basis = read_basis(decision.made.basis)
    if (result := find_basis(decision)) is not None:
        yield _("The result at work was then: {sum}", sum=sum_words(result))
    yield _(
        "Made on the photo of {period}, with the fingerprint {fingerprint}",
        period=basis.period if basis else "?",
        fingerprint=say_fingerprint(decision.made.head.photo),
    )
    if not decision.fits:
        yield CHANGED


def find_basis(decision: Decision) -> WorkplaceResult | None:
    """Find the result at the workplace that a decision was made on; None where none was known."""
    basis = read_basis(decision.made.basis)
    try:
        then = basis.result if basis else {}
        result = WorkplaceResult(None, (), Fraction(then["points"]), Fraction(then["total"]))
        return result if result.total and not then["missing"] else None
    except (TypeError, ValueError, KeyError):
        return None


def say_told(turn: Turn, decision: Decision, student: str) -> Sayable:
    """Say who told the student, and when; or that nobody noted it."""
    told = decision.told
    if told is None:
        return _("Not noted yet: that somebody told {student}. I do not tell it.", student=student)
    return _(
        "{student} was told by {name} on {day}.",
        student=student,
        name=named_here(told.by),
        day=say_day(turn, told.on),
    )
