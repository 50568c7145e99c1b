"""A note beside the scores: asked for by a button, typed, kept; or it was a line of scores."""

from dataclasses import replace

from bot.messages import Quoted, Reply, _, words
from bot.use_cases.rights.contesting.correct_note import correct_note
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.tapping.asked import MOVED_ON
from handlers.scoring.tapping.few_told import title_of_few
from handlers.scoring.tapping.question import back_here
from handlers.scoring.tapping.saying import store_tapped
from handlers.scoring.tapping.state import Steps, StepsPlace
from handlers.scoring.tapping.steps import place_of, show_steps
from handlers.scoring.taps import WriteNote
from handlers.talking.meaning.meant import ChooseKind
from handlers.talking.meaning.shorthand import reads_as_scores
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import short
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOTE_SHOWN = 200


def tapped_note(turn: Turn, tap: WriteNote) -> Replies:
    """Ask for a note on the indicator."""
    place = place_of(turn, tap.indicator)
    if place is None:
        return [Reply(MOVED_ON)]
    serial = turn.keep(place.steps.awaiting_note())
    indicator = place.steps.indicator(place.competence)
    number = f"{place.competence.number}.{indicator.number if indicator else ''}"
    text = _("Type your note on {number}. You and the coach can read it.", number=number)
    return [Reply(text, back_here(serial), edit=True)]


def typed_note(turn: Turn, _question: Steps, text: str) -> Replies:
    """Keep the note that was asked for; a line that reads as scores is asked about first."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn))]
    if reads_as_scores(text):
        serial = turn.ask(place.steps.awaiting_note(text, turn.said.ref))
        question = _("Is this the note, or are these scores? Nothing was stored yet.")
        row = (
            button(_("it is the note"), ChooseKind(serial, "note")),
            button(_("these are scores"), ChooseKind(serial, "scores")),
        )
        return [Reply(words(question, Quoted(text), by="\n"), (row,))]
    return _keep_note(turn, place, text)


def choose_note(turn: Turn, question: Steps, is_note: bool) -> Answered:
    """Keep as a note what could have been scores, or read it as those."""
    if not is_note:
        turn.keep(question.going_on())
        return Reread(question.pending, source=question.pending_source)
    place = place_of(turn)
    turn.speak_for(question.pending_source)
    if place is None or not question.pending:
        return [Reply(MOVED_ON)]
    return _keep_note(turn, place, question.pending)


def edited_note(turn: Turn, text: str) -> Replies | None:
    """Let an edited message correct the note that it was; None where it was none."""
    if not correct_note(turn.uow, turn.person.id, turn.said.ref, text, turn.at):
        return None
    return [Reply(_("Note corrected: “{note}”", note=short(text, NOTE_SHOWN)))]


def leave_note(turn: Turn, question: Steps) -> None:
    """Stop waiting for a note; the question it was about stays."""
    turn.keep(question.going_on())


def _keep_note(turn: Turn, place: StepsPlace, text: str) -> Replies:
    steps = place.steps
    indicator = steps.indicator(place.competence)
    if indicator is None:  # the steps are past the last, or the framework has another by now
        return [Reply(MOVED_ON)]
    said = Sayings(place.competence, notes={indicator.id: text}, note_source=turn.said.ref)
    entry, _marks = store_tapped(
        turn, place.track, said, steps.entry, title_of_few(turn, place.track, steps)
    )
    noted = place.moved_to(replace(steps, entry=entry, notes=steps.notes + 1))
    kept = _("Note kept: “{note}”", note=short(text, NOTE_SHOWN))
    return [Reply(kept), *show_steps(turn, noted, edit=False)]
