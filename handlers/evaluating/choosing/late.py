"""Late choices: once the window is over a teacher changes what counts, and says why."""

from bot.domain.evaluating.choosing import LONGEST_REASON, LateChoice, is_late
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track
from bot.domain.school.visibility import CHOOSES_LATE, SEES_CLASS_GROUP
from bot.messages import Moment, Reply, Sayable, _, lines, words
from bot.use_cases.evaluating.choosing.choose_component import ChoiceOver
from bot.use_cases.evaluating.choosing.choose_late import (
    NoReason,
    NotTheTeacher,
    choose_late,
)
from bot.use_cases.evaluating.choosing.see_card import see_card
from bot.use_cases.evaluating.choosing.see_evaluations import list_evaluated
from handlers.evaluating.choosing.asked import LateReasonAwaited
from handlers.evaluating.choosing.card import (
    REASON_WORD,
    label,
    say_card,
    say_reason,
)
from handlers.evaluating.choosing.taps import ChooseLate, GiveReason, ShowChoice
from handlers.talking.meaning.whom import PutAway, nobody
from handlers.talking.phrases import first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

TEACHERS_ONLY = _("After the choice a teacher of the student may still change it. Nothing changed.")
UNDO_IT = _("/undo takes that back.")


def show_choices(turn: Turn, track: Track) -> Replies:
    """Show a teacher or a coach what counts for a student, in each period that is prepared."""
    periods = list_evaluated(turn.uow, track.programme_id, turn.at)
    shown = [_shown(turn, track, period) for period in periods]
    none = _("There is no choice of {student} to see now.", student=first_name(track))
    return shown or [Reply(none)]


def tapped_choice(turn: Turn, tap: ShowChoice) -> Replies:
    """Show the choice of a student in a period, as a button asks."""
    track, period = _find(turn, tap.track, tap.period)
    if track is None or period is None:
        return [Reply(nobody(turn))]
    return [_shown(turn, track, period)]


def _find(turn: Turn, track_id: int, period_id: int) -> tuple[Track | None, Period | None]:
    """Find a student of this person's and a period of the same programme."""
    track, period = turn.track(track_id), turn.uow.periods.find(period_id)
    if track is None or period is None or not track.roles & SEES_CLASS_GROUP:
        return None, None
    return (track, period) if period.programme_id == track.programme_id else (None, None)


def _shown(turn: Turn, track: Track, period: Period) -> Reply:
    card = see_card(turn.uow, turn.person.id, track, period)
    if card is None:
        return Reply(nobody(turn))
    may = bool(track.roles & CHOOSES_LATE) and is_late(period, turn.at)
    head = words(full_name(track), card.programme.title, period.name, by=" · ")
    when = _say_when(turn, track, period, may=may)
    rows = tuple(
        (
            button(
                label(card, own),
                ChooseLate(period.id, track.id, own.component.id, "off" if own.counts else "on"),
            ),
        )
        for own in card.components
    )
    return Reply(say_card(card, head, when), rows if may else ())


def _say_when(turn: Turn, track: Track, period: Period, *, may: bool) -> Sayable:
    """Say who can change a choice now, and until when."""
    student = first_name(track)
    if period.is_choosing(turn.at):
        until = Moment(period.choose_until or turn.at)
        return _("{student} can choose until {until}.", student=student, until=until)
    if may:
        return _(
            "The choice is over. Until the photo you can change it with a reason: tap what "
            "changes. {student} hears of it.",
            student=student,
        )
    if is_late(period, turn.at):
        return _("The choice is over. Until the photo a teacher can change it with a reason.")
    return _("The choice is over; it stands.")


def tapped_late(turn: Turn, tap: ChooseLate) -> Replies:
    """Ask why a component is to count for a student, or no longer."""
    track, period = _find(turn, tap.track, tap.period)
    component = turn.programme(track).component_by_id(tap.component) if track else None
    if track is None or period is None or component is None:
        return [Reply(nobody(turn))]
    if not track.roles & CHOOSES_LATE:
        return [Reply(TEACHERS_ONLY)]
    if not is_late(period, turn.at):
        return [_over(turn, track, period)]
    asked = LateReasonAwaited(
        period=period.id, track=track.id, component=component.id, counts=tap.counts == "on"
    )
    serial = turn.ask(asked)
    given: dict[str, Sayable] = {
        "student": first_name(track),
        "component": component.title,
        "period": period.name,
    }
    question = (
        _(
            "{component} is to count for {student} in {period}. Why? Tap or type it; {student}, "
            "the teachers and the coach read it.",
            **given,
        )
        if asked.counts
        else _(
            "{component} is no longer to count for {student} in {period}. Why? Tap or type it; "
            "{student}, the teachers and the coach read it.",
            **given,
        )
    )
    rows = [(button(said, GiveReason(serial, reason)),) for reason, said in REASON_WORD.items()]
    return [Reply(question, (*rows, (button(_("cancel"), PutAway(serial)),)))]


def tapped_reason(turn: Turn, tap: GiveReason) -> Replies:
    """Store a late choice with one of the usual reasons."""
    asked = turn.asked(LateReasonAwaited)
    return [] if asked is None else _store(turn, asked, tap.reason)


def typed_reason(turn: Turn, asked: LateReasonAwaited, text: str) -> Replies:
    """Store a late choice with a reason in own words."""
    return _store(turn, asked, text)


def _store(turn: Turn, asked: LateReasonAwaited, reason: str) -> Replies:
    track, period = _find(turn, asked.track, asked.period)
    if track is None or period is None:
        turn.close()
        return [Reply(nobody(turn))]
    late = (period, asked.component, asked.counts)
    try:
        said = choose_late(turn.uow, turn.person, track, late, reason, turn.at)
    except NoReason:
        return [Reply(_("That is too long: say it in {most} letters.", most=LONGEST_REASON))]
    except NotTheTeacher:
        turn.close()
        return [Reply(TEACHERS_ONLY)]
    except ChoiceOver:
        turn.close()
        return [_over(turn, track, period)]
    turn.close()
    shown = _shown(turn, track, period)
    if said is None:
        return [Reply(lines(_("It was so already; nothing changed."), shown.text), shown.buttons)]
    confirmed = words(say_told(turn, track, period, said), UNDO_IT)
    return [Reply(words(confirmed, shown.text, by="\n\n"), shown.buttons)]


def say_told(turn: Turn, track: Track, period: Period, said: LateChoice) -> Sayable:
    """Confirm a late choice: what counts now, or no longer, and that the student hears of it."""
    component = turn.programme(track).component_by_id(said.component_id)
    given: dict[str, Sayable] = {
        "component": component.title if component else "",
        "student": first_name(track),
        "period": period.name,
        "reason": say_reason(said.reason),
    }
    if said.chosen:
        return _(
            "{component} counts for {student} in {period}: {reason}. {student} hears of it.",
            **given,
        )
    return _(
        "{component} no longer counts for {student} in {period}: {reason}. {student} hears of it.",
        **given,
    )


def _over(turn: Turn, track: Track, period: Period) -> Reply:
    """Say why nothing can be changed late now: the choice lasts still, or the photo has come."""
    if period.is_choosing(turn.at):
        return Reply(_say_when(turn, track, period, may=False))
    return Reply(_("The photo of {period} has come: what counts stands.", period=period.name))
