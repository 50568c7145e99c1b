"""The message that asks one indicator: what it shows and which buttons it carries."""

from dataclasses import dataclass

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, Day, Reply, Sayable, _, lines, words
from bot.showing.words.scores.marks import COVERAGE_WORD
from handlers.scoring.card.taps import AskOnCard
from handlers.scoring.tapping.few_told import say_why
from handlers.scoring.tapping.state import Steps
from handlers.scoring.taps import (
    ConfirmRest,
    FinishScoring,
    SayCoverage,
    SayMastery,
    SayNotHere,
    ShowNorm,
    ShowStep,
    WriteNote,
)
from handlers.talking.phrases import MASTERY_BUTTON, MASTERY_SIGN, of_competence
from handlers.talking.routing.tap import button

ButtonRow = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class AskedIndicator:
    """The indicator that is asked, one's own mark on it, and whether the rest has marks."""

    competence: Competence
    indicator: Indicator
    mark: Mark
    rest_known: bool


COVERAGE_BUTTON = {
    Coverage.NOT_YET: _("never"),
    Coverage.SOMETIMES: _("sometimes (1 to 3 times)"),
    Coverage.REGULARLY: _("regularly (4 times or more)"),
}


def draw(
    steps: Steps,
    track: Track,
    asked: AskedIndicator,
    serial: int,
    *,
    edit: bool,
) -> Reply:
    """Draw the question at which the steps stand."""
    competence, indicator, mark = asked.competence, asked.indicator, asked.mark
    on_coverage = steps.scale == "coverage"
    why = None if str(indicator.id) in steps.said else say_why(steps.reason)
    text = lines(
        words(of_competence(track, competence), f"{steps.reached()}/{len(steps.order)}", by=" · "),
        f"{indicator.number}. {indicator.text}",
        words("→", why) if why else None,
        _coverage_question(steps, mark)
        if on_coverage
        else _("How is this shown, as a beginning professional?"),
        None if on_coverage else last_mark(mark, shared=track.shared),
    )
    buttons = (
        _coverage_buttons(steps, mark, indicator, serial)
        if on_coverage
        else _mastery_buttons(steps, asked, serial)
    )
    return Reply(text, buttons, edit=edit)


def _coverage_question(steps: Steps, mark: Mark) -> Sayable:
    mastery = _mastery_said(steps, mark)
    said = MASTERY_BUTTON[mastery] if mastery else ""
    return words(said, _("How often has it come up?"), by="\n")


def last_mark(mark: Mark, *, shared: bool) -> Sayable | None:
    """Say what one last said of an indicator; where colleagues score too, what either said."""
    if mark.said_at is None:
        return None
    if mark.not_here:
        value: Sayable = _("n/a here")
    else:
        value = words(
            MASTERY_SIGN[mark.mastery] if mark.mastery else "",
            COVERAGE_WORD[mark.coverage] if mark.coverage else "",
        )
    if shared:
        day = Day(mark.said_at)
        return _("last, by you or a colleague: {value} ({day})", value=value, day=day)
    return _("your last: {value} ({day})", value=value, day=Day(mark.said_at))


def _mastery_buttons(steps: Steps, asked: AskedIndicator, serial: int) -> tuple[ButtonRow, ...]:
    indicator = asked.indicator
    marks = tuple(
        button(label, SayMastery(serial, indicator.id, mastery))
        for mastery, label in MASTERY_BUTTON.items()
    )
    aside = (
        button(_("n/a here"), SayNotHere(serial, indicator.id)),
        button(_("note"), WriteNote(serial, indicator.id)),
        button(_("what do these mean?"), ShowNorm(serial)),
    )
    ends: ButtonRow = (_done(serial),)
    if not steps.competences:  # a card is of one competence
        ends = (button(_("on one card"), AskOnCard(serial)), *ends)
    if asked.rest_known:
        ends = (button(_("rest as before"), ConfirmRest(serial)), *ends)
    return (marks, aside, _around(serial), ends)


def _coverage_buttons(
    steps: Steps, mark: Mark, indicator: Indicator, serial: int
) -> tuple[ButtonRow, ...]:
    mastery = _mastery_said(steps, mark)
    shown = mastery is not None and mastery.acquired
    offered = [
        (button(label, SayCoverage(serial, indicator.id, coverage)),)
        for coverage, label in COVERAGE_BUTTON.items()
        if not (shown and coverage is Coverage.NOT_YET)
    ]
    return (*offered, (*_around(serial), _done(serial)))


def _mastery_said(steps: Steps, mark: Mark) -> Mastery | None:
    return Mastery(steps.held) if steps.held else mark.mastery


def _around(serial: int) -> ButtonRow:
    return (
        button(_("‹ back"), ShowStep(serial, "back")),
        button(_("skip ›"), ShowStep(serial, "next")),
    )


def _done(serial: int) -> Button:
    return button(_("done"), FinishScoring(serial))


def back_here(serial: int) -> tuple[ButtonRow, ...]:
    """Make the button that leads back to the question."""
    return ((button(_("‹ back"), ShowStep(serial, "here")),),)
