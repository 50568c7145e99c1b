"""Scoring by buttons: one message, one indicator after the other, each tap stored at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.focus import in_asking_order
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, Reply, _, words
from bot.ports import Entry
from bot.use_cases.scoring.list_open import own_marks
from bot.use_cases.scoring.record_scores import (
    Contradiction,
    Recorded,
    Sayings,
    confirmed,
    standing_of,
    store_scores,
)
from handlers.scoring.confirm import confirmation, next_button
from handlers.scoring.marks import known_indicator
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.form import form_of
from handlers.scoring.tapping.question import AskedIndicator, draw
from handlers.scoring.tapping.state import NoteAwaited, Steps
from handlers.talking.answered import Answered, Reread
from handlers.talking.meant import ChooseKind
from handlers.talking.phrases import NORM, first_name, short
from handlers.talking.shorthand import LinePart, reads_as_scores
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import nobody

NOTE_SHOWN = 200
MOVED_ON = _("That button belongs to another question; nothing was stored by this tap.")
CLASHES = _(
    "Somebody said otherwise meanwhile, and the two contradict. Here is the question again."
)


def begin(
    turn: Turn, track: Track, competence: Competence, first: Indicator | None = None
) -> Replies:
    """Ask a competence's indicators: those in focus first, then the open ones."""
    turn.remember(track)
    marks = own_marks(turn.uow, turn.seat(track), competence)
    since = turn.since(track)
    waiting = frozenset(
        one.id for one in competence.indicators if marks.get(one.id, Mark()).is_open(since)
    )
    ordered = in_asking_order(
        competence.indicators, turn.uow.tracks.read_focus(track.id, turn.at), waiting
    )
    steps = Steps(track.id, competence.id, [one.id for one in ordered])
    if first is not None:
        steps = steps.at_indicator(first.id)
    turn.keep(steps)
    first_question, *more = show_steps(turn, steps, edit=bool(turn.said.tap))
    return [replace(first_question, form=form_of(track, competence, marks)), *more]


def begin_at(turn: Turn, track: Track, competence: Competence, part: LinePart) -> Replies:
    """Ask one indicator, named by its number, and go on from there."""
    first = known_indicator(part.indicator or 0, competence, part.token)
    return begin(turn, track, competence, first)


def place_of(turn: Turn, indicator: int | None = None) -> tuple[Steps, Track, Competence] | None:
    """Find what is being scored, if this person may still score it.

    With an indicator, the steps stand at it; one of another competence is not to be found here.
    """
    steps = turn.asked(Steps)
    if steps is None or (indicator is not None and indicator not in steps.order):
        return None
    steps = steps.going_on()
    return _place_at(turn, steps if indicator is None else steps.at_indicator(indicator))


def _place_at(turn: Turn, steps: Steps) -> tuple[Steps, Track, Competence] | None:
    track = turn.track(steps.track)
    if track is None or track.scoring_role is None:
        return None
    competence = turn.programme(track).competence_by_id(steps.competence)
    return (steps, track, competence) if competence else None


def show_steps(turn: Turn, steps: Steps, *, edit: bool) -> Replies:
    """Show the question at which the steps stand, or the summary after the last."""
    place = _place_at(turn, steps)
    if place is None:
        return [Reply(nobody(turn), edit=edit)]
    _steps, track, competence = place
    indicator = steps.indicator(competence)
    if indicator is None:
        return _summary(turn, steps, track, competence, edit=edit)
    serial = turn.keep(steps) if edit else turn.ask(steps)
    marks = own_marks(turn.uow, turn.seat(track), competence)
    rest_known = any(one in marks for one in steps.order[steps.at :])
    asked = AskedIndicator(competence, indicator, marks.get(indicator.id, Mark()), rest_known)
    return [draw(steps, track, asked, serial, edit=edit)]


def _stored_then_next(
    turn: Turn, place: tuple[Steps, Track, Competence], scores: Mapping[int, Score]
) -> Replies:
    """Store, and ask the next; where it would contradict what stands, ask again."""
    try:
        steps, _marks = _store(turn, *place, scores)
    except Contradiction:
        return [Reply(CLASHES), *show_steps(turn, place[0].moved(0), edit=False)]
    return show_steps(turn, steps.moved(1), edit=True)


def _store(
    turn: Turn, steps: Steps, track: Track, competence: Competence, scores: Mapping[int, Score]
) -> tuple[Steps, Mapping[int, Mark]]:
    entry, (marks,) = store_scores(
        turn.uow,
        turn.seat(track),
        [Sayings(competence, scores)],
        _entry(turn, steps) or turn.occasion(f"{first_name(track)} · {competence.number}"),
    )
    turn.recorded.append(entry.id)
    return steps.with_said(scores, entry.id), marks


def _entry(turn: Turn, steps: Steps) -> Entry | None:
    entry = turn.uow.ledger.find_entry(steps.entry) if steps.entry else None
    return entry if entry and entry.undone_at is None else None


def tapped_mastery(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Store a mastery, and ask the coverage where no tally gives it."""
    place = place_of(turn, int(arguments[0]))
    if place is None:
        return [Reply(MOVED_ON)]
    indicator, mastery = int(arguments[0]), Mastery(arguments[1])
    try:
        steps, marks = _store(turn, *place, {indicator: Score(turn.at, mastery=mastery)})
    except Contradiction:
        # Both are stored together, once the coverage is said.
        held = replace(place[0], scale="coverage", held=mastery.value)
        return show_steps(turn, held, edit=True)
    tallied = marks[indicator].tally
    steps = steps.moved(1) if tallied else replace(steps, scale="coverage", held="")
    return show_steps(turn, steps, edit=True)


def tapped_coverage(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Store a coverage, with the mastery that was held back for it, and go on."""
    place = place_of(turn, int(arguments[0]))
    if place is None:
        return [Reply(MOVED_ON)]
    steps = place[0]
    indicator, coverage = int(arguments[0]), Coverage(arguments[1])
    held = Mastery(steps.held) if steps.held else None
    said = {indicator: Score(turn.at, mastery=held, coverage=coverage)}
    return _stored_then_next(turn, place, said)


def tapped_not_here(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Record that this actor cannot see the indicator here, and go on."""
    place = place_of(turn, int(arguments[0]))
    if place is None:
        return [Reply(MOVED_ON)]
    indicator = int(arguments[0])
    return _stored_then_next(turn, place, {indicator: Score(turn.at, not_here=True)})


def tapped_step(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Go to the next or the former indicator, or show the question again."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn), edit=True)]
    by = {"next": 1, "back": -1, "here": 0}[arguments[0]]
    steps = place[0]
    if by == -1 and steps.scale == "coverage":
        by = 0
    return show_steps(turn, steps.moved(by), edit=True)


def tapped_rest(turn: Turn, _arguments: Sequence[str]) -> Replies:
    """Confirm one's last marks for the indicators still to come, and end."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn), edit=True)]
    steps, track, competence = place
    marks = own_marks(turn.uow, turn.seat(track), competence)
    rest = {i: marks[i] for i in steps.order[steps.at :] if i in marks}
    scores = confirmed(rest, turn.at)
    if scores:
        steps, _marks = _store(turn, steps, track, competence, scores)
    return _summary(turn, steps, track, competence, edit=True)


def tapped_done(turn: Turn, _arguments: Sequence[str]) -> Replies:
    """End with the summary."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn), edit=True)]
    return _summary(turn, *place, edit=True)


def tapped_norm(turn: Turn, _arguments: Sequence[str]) -> Replies:
    """Explain the scale, with the way back to the question."""
    serial = turn.dialogue.serial
    return [Reply(NORM, ((Button(_("‹ back"), f"sg:{serial}:here"),),), edit=True)]


def tapped_note(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Ask for a note on the indicator."""
    place = place_of(turn, int(arguments[0]))
    if place is None:
        return [Reply(MOVED_ON)]
    steps, _track, competence = place
    serial = turn.keep(NoteAwaited(**steps.data()))
    indicator = steps.indicator(competence)
    number = f"{competence.number}.{indicator.number if indicator else ''}"
    return [
        Reply(
            _("Type your note on {number}. You and the coach can read it.", number=number),
            ((Button(_("‹ back"), f"sg:{serial}:here"),),),
            edit=True,
        )
    ]


def typed_note(turn: Turn, _question: NoteAwaited, text: str) -> Replies:
    """Keep the note that was asked for; a line that reads as scores is asked about first."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn))]
    if reads_as_scores(text):
        serial = turn.ask(NoteAwaited(**place[0].data(), pending=text))
        question = _("Is this the note, or are these scores? Nothing was stored yet.")
        row = (
            button(_("it is the note"), ChooseKind(serial, "note")),
            button(_("these are scores"), ChooseKind(serial, "scores")),
        )
        return [Reply(words(question, f"“{text}”", by="\n"), (row,))]
    return _kept_note(turn, place, text)


def choose_note(turn: Turn, question: NoteAwaited, is_note: bool) -> Answered:
    """Keep as a note what could have been scores, or read it as those."""
    if not is_note:
        turn.close()
        return Reread(question.pending)
    place = place_of(turn)
    if place is None or not question.pending:
        return [Reply(MOVED_ON)]
    return _kept_note(turn, place, question.pending)


def leave_note(turn: Turn, question: NoteAwaited) -> None:
    """Stop waiting for a note; the question it was about stays."""
    turn.keep(question.going_on())


def stand_at(turn: Turn, _question: Steps) -> Reply | None:
    """Show the question that is open again."""
    place = place_of(turn)
    return show_steps(turn, place[0], edit=False)[0] if place else None


def _kept_note(turn: Turn, place: tuple[Steps, Track, Competence], text: str) -> Replies:
    steps, track, competence = place
    indicator = steps.order[steps.at]
    entry, _marks = store_scores(
        turn.uow,
        turn.seat(track),
        [Sayings(competence, notes={indicator: text})],
        _entry(turn, steps) or turn.occasion(f"{first_name(track)} · {competence.number}"),
    )
    turn.recorded.append(entry.id)
    steps = replace(steps, entry=entry.id, notes=steps.notes + 1)
    kept = _("Note kept: “{note}”", note=short(text, NOTE_SHOWN))
    return [Reply(kept), *show_steps(turn, steps, edit=False)]


def _summary(
    turn: Turn, steps: Steps, track: Track, competence: Competence, *, edit: bool
) -> Replies:
    turn.uow.sittings.record_done(turn.person.id, track.id, turn.at)
    serial = turn.ask(ScoreMenu(track=track.id))
    more = (Button(_("another competence ›"), f"st:{serial}:{track.id}"), next_button(track))
    entry = _entry(turn, steps)
    if entry is None:
        return [Reply(_("Nothing was changed."), (more,), edit=edit)]
    standing = standing_of(turn.uow, turn.seat(track), turn.programme(track), competence)
    recorded = Recorded(standing, steps.scores(turn.at), {}, steps.notes)
    reply = confirmation(turn, track, [recorded], entry, edit=edit)
    return [replace(reply, buttons=(*reply.buttons, more))]
