"""What the buttons of a question say of its indicator: each tap is stored at once."""

from collections.abc import Mapping

from bot.domain.folding import fold
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score, said_again
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Reply, _
from bot.ports import Entry
from bot.use_cases.scoring.seeing.see_own_sayings import OwnSayings, see_own_sayings
from bot.use_cases.scoring.store_scores import Contradiction, Sayings, store_scores
from handlers.scoring.tapping.asked import MOVED_ON
from handlers.scoring.tapping.few_told import title_of_few
from handlers.scoring.tapping.state import Steps, StepsPlace
from handlers.scoring.tapping.steps import finish, place_of, show_steps
from handlers.scoring.taps import ConfirmRest, SayCoverage, SayMastery, SayNotHere
from handlers.talking.meaning.whom import nobody
from handlers.talking.meaning.words import NOT_HERE
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import Tap
from handlers.talking.turn import Replies, Turn

CLASHES = _(
    "Somebody said otherwise meanwhile, and the two contradict. Here is the question again."
)


def tapped_mastery(turn: Turn, tap: SayMastery) -> Replies:
    """Store a mastery, and ask the coverage where no tally gives it."""
    place = place_of(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    try:
        place, marks = _store(turn, place, {tap.indicator: Score(turn.at, mastery=tap.mastery)})
    except Contradiction:
        # Both are stored together, once the coverage is said.
        held = place.steps.asking_coverage(held=tap.mastery.value)
        return show_steps(turn, place.moved_to(held), edit=True)
    mark = marks[tap.indicator]
    # A tally gives it, or of the few that matter it stands as high as it can.
    known = mark.tally or (place.steps.competences and mark.coverage is Coverage.REGULARLY)
    steps = place.steps.moved(1) if known else place.steps.asking_coverage()
    return show_steps(turn, place.moved_to(steps), edit=True)


def tapped_coverage(turn: Turn, tap: SayCoverage) -> Replies:
    """Store a coverage, with the mastery that was held back for it, and go on."""
    place = place_of(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    held = Mastery(place.steps.held) if place.steps.held else None
    score = Score(turn.at, mastery=held, coverage=tap.coverage)
    return _store_and_go_on(turn, place, {tap.indicator: score})


def mean_not_here(turn: Turn, steps: Steps, text: str) -> Tap | None:
    """Read the ways to say that something cannot be seen here, of which a button has only one."""
    place = place_of(turn)
    if place is None or steps.scale != "mastery" or turn.about != place.track:
        return None
    indicator = steps.indicator(place.competence)
    if indicator is None or not NOT_HERE.fullmatch(fold(text).strip(" !")):
        return None
    return SayNotHere(turn.dialogue.serial, indicator.id)


def tapped_not_here(turn: Turn, tap: SayNotHere) -> Replies:
    """Record that this actor cannot see the indicator here, and go on."""
    place = place_of(turn, tap.indicator)
    if place is None:
        return moved_on(turn)
    return _store_and_go_on(turn, place, {tap.indicator: Score(turn.at, not_here=True)})


def tapped_rest(turn: Turn, _tap: ConfirmRest) -> Replies:
    """Confirm one's last marks for the indicators still to come, and end."""
    place = place_of(turn)
    if place is None:
        return [Reply(nobody(turn), edit=True)]
    if place.steps.competences:  # never offered there: nothing is filled in for anybody
        return show_steps(turn, place, edit=True)
    coming = place.steps.order[place.steps.at :]
    own = see_own_sayings(turn.uow, turn.seat(place.track), coming)
    scores = said_again({rest: own.marks[rest] for rest in coming if rest in own.marks}, turn.at)
    if scores:
        place, _marks = _store(turn, place, scores)
    return [finish(turn, place), *tell_not_own(place, own)]


def tell_not_own(place: StepsPlace, own: OwnSayings) -> Replies:
    """Say which indicators only a colleague scored: those stay that colleague's."""
    if not own.colleagues:
        return []
    number_of = {indicator.id: indicator.number for indicator in place.competence.indicators}
    numbers = sorted(number_of[said.indicator_id] for said in own.colleagues)
    text = _(
        "Of {numbers} only a colleague said something. That was not stored as yours.",
        numbers=", ".join(f"{place.competence.number}.{number}" for number in numbers),
    )
    return [Reply(text)]


def moved_on(turn: Turn) -> Replies:
    """Say that another question is asked by now, or that nothing is scored there any more."""
    steps = turn.asked(Steps)
    gone = steps is not None and turn.scored_track(steps.track) is None
    return [Reply(nobody(turn) if gone else MOVED_ON)]


def store_tapped(
    turn: Turn, track: Track, said: Sayings, began: Entry | int | None, title: str = ""
) -> tuple[int, Mapping[int, Mark]]:
    """Store a saying under the entry of the dialogue, or a new one; raises Contradiction.

    A new one is named after its competence unless it has a title.

    Gives the entry and the marks that it leaves, by indicator.
    """
    title = title or f"{first_name(track)} · {said.competence.number}"
    occasion = turn.occasion(title, began)
    entry, (marks,) = store_scores(turn.uow, turn.seat(track), [said], occasion)
    turn.recorded.append(entry.id)
    return entry.id, marks


def _store_and_go_on(turn: Turn, place: StepsPlace, scores: Mapping[int, Score]) -> Replies:
    """Store, and ask the next; where it would contradict what stands, ask again."""
    try:
        place, _marks = _store(turn, place, scores)
    except Contradiction:
        again = place.moved_to(place.steps.moved(0))
        return [Reply(CLASHES), *show_steps(turn, again, edit=False)]
    return show_steps(turn, place.moved_to(place.steps.moved(1)), edit=True)


def _store(
    turn: Turn, place: StepsPlace, scores: Mapping[int, Score]
) -> tuple[StepsPlace, Mapping[int, Mark]]:
    said = Sayings(place.competence, scores)
    title = title_of_few(turn, place.track, place.steps)
    entry, marks = store_tapped(turn, place.track, said, place.entry, title)
    return place.moved_to(place.steps.with_said(scores, entry)), marks
