"""Scoring by buttons: one message, one indicator after the other, until the summary."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Indicator, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, open_among
from bot.domain.scoring.focus import in_asking_order
from bot.messages import Button, Reply, _
from bot.use_cases.scoring.finish_scoring import finish_scoring
from bot.use_cases.scoring.seeing.see_liking import likes_one_by_one
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from bot.use_cases.scoring.seeing.see_own_sayings import see_own_sayings
from bot.use_cases.scoring.seeing.see_standing import Recorded
from bot.use_cases.scoring.skip_question import skip_question
from bot.use_cases.scoring.store_scores import Sayings, find_standing_entry
from handlers.scoring.card.showing import show_card
from handlers.scoring.card.state import Card, CardPlace, part_with
from handlers.scoring.confirm import confirm_stored, next_button
from handlers.scoring.marks import known_indicator
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.few_told import more_few, recorded_few
from handlers.scoring.tapping.form import form_of
from handlers.scoring.tapping.question import AskedIndicator, back_here, draw
from handlers.scoring.tapping.state import Steps, StepsPlace
from handlers.scoring.taps import ChooseCompetence, ChooseStudent, FinishScoring, ShowNorm, ShowStep
from handlers.talking.meaning.shorthand import LinePart
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import NORM, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

MOVES = {"back": -1, "here": 0, "next": 1}


def begin(
    turn: Turn,
    track: Track,
    competence: Competence,
    first: Indicator | None = None,
    context: int = 0,
) -> Replies:
    """Ask a competence on a card; one by one where somebody likes that, or begins at one.

    With the number of a `context` its other competences follow.
    """
    turn.remember(track)
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    ids = [indicator.id for indicator in competence.indicators]
    waiting = open_among(ids, marks, turn.since(track))
    known = [indicator for indicator in ids if indicator not in waiting] if waiting else []
    if first is not None or likes_one_by_one(turn.uow, turn.person.id):
        steps = Steps(track.id, competence.id, in_order(turn, track, competence), known=known)
        steps = steps.at_indicator(first.id) if first is not None else steps
    else:
        steps = Card(track.id, competence.id, ids, known=known)
        steps = steps.turned(part_with(competence, waiting) or 0, "marks")
    steps = replace(steps, context=context)
    turn.keep(steps)
    place = StepsPlace(steps, track, competence)
    question, *more = show_steps(turn, place, edit=bool(turn.said.tap))
    own = see_own_sayings(turn.uow, turn.seat(track), ids).marks  # what is sent is one's own
    return [replace(question, form=form_of(track, competence, own)), *more]


def in_order(turn: Turn, track: Track, competence: Competence) -> list[int]:
    """Order a competence's indicators: those in focus first, then the open ones."""
    ids = [indicator.id for indicator in competence.indicators]
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    waiting = open_among(ids, marks, turn.since(track))
    focus = turn.uow.tracks.read_focus(track.id, turn.at)
    return [own.id for own in in_asking_order(competence.indicators, focus, waiting)]


def begin_at(turn: Turn, track: Track, competence: Competence, part: LinePart) -> Replies:
    """Ask one indicator, named by its number, and go on from there."""
    first = known_indicator(part.indicator or 0, competence, part.token)
    return begin(turn, track, competence, first)


def place_of(turn: Turn, indicator: int | None = None) -> StepsPlace | None:
    """Find what is being scored, if this person may still score it.

    With an indicator, the steps stand at it; one of another competence is not to be found here.
    What was undone meanwhile is not said here any more.
    """
    steps = turn.asked(Steps)
    track = turn.scored_track(steps.track) if steps else None
    if steps is None or track is None:
        return None
    steps = steps.going_on()
    if isinstance(steps, Card):
        steps = steps.asking_all_of(turn.programme(track).competence_by_id(steps.competence))
    if indicator is not None:
        if indicator not in steps.order:
            return None
        steps = steps.at_indicator(indicator)
    standing = find_standing_entry(turn.uow, steps.entry)
    if steps.entry and standing is None:
        steps = steps.beginning_anew()
    competence = turn.programme(track).competence_by_id(steps.here)
    return StepsPlace(steps, track, competence, standing) if competence else None


def show_steps(turn: Turn, place: StepsPlace, *, edit: bool) -> Replies:
    """Show the question at which the steps stand, or the summary after the last."""
    steps, track = place.steps, place.track
    competence = turn.programme(track).competence_by_id(steps.here) or place.competence
    if isinstance(steps, Card):
        return show_card(turn, CardPlace(steps, track, competence), edit=edit)
    indicator = steps.indicator(competence)
    if indicator is None:
        return [finish(turn, place, edit=edit)]
    serial = turn.keep(steps) if edit else turn.ask(steps)
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    coming = () if steps.competences else steps.order[steps.at :]
    rest_known = any(own in marks and str(own) not in steps.said for own in coming)
    asked = AskedIndicator(competence, indicator, marks.get(indicator.id, Mark()), rest_known)
    return [draw(steps, track, asked, serial, edit=edit)]


def finish(turn: Turn, place: StepsPlace, *, edit: bool = True) -> Reply:
    """Finish scoring with the summary of what this dialogue stored."""
    steps, track, competence = place.steps, place.track, place.competence
    programme = turn.programme(track)
    finished = finish_scoring(
        turn.uow, turn.seat(track), programme, competence, steps.entry, turn.at
    )
    serial = turn.ask(ScoreMenu(track=track.id, context=steps.context))
    another = button(_("another competence ›"), ChooseStudent(serial, track.id))
    ways = (another, next_button(track))
    few = more_few(turn, track, serial) if steps.competences else ()
    few = (*_of_same_work(programme, steps, serial), *few)
    if finished is None:
        return Reply(_("Nothing was changed."), (*few, ways), edit=edit)
    entry, standing = finished
    scores = steps.scores(turn.at)
    recorded = [Recorded(standing, scores, {}, steps.notes)]
    if steps.competences:
        recorded = recorded_few(turn, track, steps, scores)
    reply = confirm_stored(turn, track, recorded, entry, edit=edit)
    return replace(reply, buttons=(*reply.buttons, *few, ways))


def _of_same_work(
    programme: Programme, steps: Steps, serial: int
) -> tuple[tuple[Button, ...], ...]:
    """Offer the next competence of the work that is gone through; nothing after its last."""
    context, here = programme.context(steps.context), programme.competence_by_id(steps.competence)
    if context is None or here is None:
        return ()
    left = [own for own in programme.competences if own.number in context.competences()]
    behind = left[left.index(here) + 1 :] if here in left else []
    if not behind:
        return ()
    label = _("next: {competence} ›", competence=f"{behind[0].number} {short(behind[0].title)}")
    return ((button(label, ChooseCompetence(serial, behind[0].id)),),)


def tapped_step(turn: Turn, tap: ShowStep) -> Replies:
    """Go to the next or the former indicator, or show the question again."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn), edit=True)]
    by = MOVES[tap.which]
    if tap.which == "back" and place.steps.scale == "coverage":
        by = 0
    if tap.which == "next":
        _note_skipped(turn, place)
    return show_steps(turn, place.moved_to(place.steps.moved(by)), edit=True)


def _note_skipped(turn: Turn, place: StepsPlace) -> None:
    """Keep that one of the few was left without an answer: it is not asked tomorrow again."""
    steps = place.steps
    if steps.reason and (left := steps.order[steps.at]) and str(left) not in steps.said:
        skip_question(turn.uow, turn.seat(place.track), left, steps.reason, turn.at)


def tapped_done(turn: Turn, _tap: FinishScoring) -> Replies:
    """End with the summary."""
    place = place_of(turn)
    return [finish(turn, place) if place else Reply(nobody(turn), edit=True)]


def tapped_norm(turn: Turn, _tap: ShowNorm) -> Replies:
    """Explain the scale, with the way back to the question."""
    return [Reply(NORM, back_here(turn.dialogue.serial), edit=True)]


def go_on_or_close(turn: Turn, of_tracks: Mapping[Track, Sequence[Sayings]]) -> None:
    """Go on with the scores that are tapped, for which a line is no end; close what else waits."""
    steps = turn.asked(Steps)
    if steps is None:
        turn.close()
        return
    typed = {
        indicator
        for track, sayings in of_tracks.items()
        for said in sayings
        for indicator, score in said.scores.items()
        if track.id == steps.track and (score.mastery or score.not_here)
    }
    turn.keep(steps.going_on().beside(typed))


def redraw_at(turn: Turn, _question: Card) -> Reply | None:
    """Show the card that is open as it is stored now."""
    place = place_of(turn)
    return show_steps(turn, place, edit=True)[0] if place else None


def stand_at(turn: Turn, _question: Steps) -> Reply | None:
    """Show the question that is open again."""
    place = place_of(turn)
    return show_steps(turn, place, edit=False)[0] if place else None
