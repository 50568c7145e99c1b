"""The tally by tapping: the work (a context), its competence, then what was done of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.roles import TALLIES
from bot.domain.scoring.scales import coverage_of_tally
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.showing.words.scores.marks import COVERAGE_WORD
from bot.use_cases.planning.contexts.see_contexts import list_now_first
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from bot.use_cases.scoring.store_scores import Sayings, find_standing_entry
from handlers.scoring.confirm import signature, undo_button
from handlers.scoring.tapping.asked import MOVED_ON, TallyMenu
from handlers.scoring.tapping.saying import store_tapped
from handlers.scoring.taps import ChooseTrained, ChooseWork, FinishTally, TallyIndicator
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import first_name, of_competence, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

TEXT_LENGTH = 60
SOMETHING_ELSE = 0


def choose_work(turn: Turn, track: Track) -> Replies:
    """Offer the contexts of the programme, those that come up these weeks first.

    Where it has none its competences are offered.
    """
    programme = turn.programme(track)
    serial = turn.ask(TallyMenu(track=track.id))
    if not programme.contexts:
        return [_competences(programme.competences, serial, edit=False)]
    rows = [
        (button(f"{context.number}. {short(context.title)}", ChooseWork(serial, context.number)),)
        for context in list_now_first(turn.uow, track, programme, turn.at)
    ]
    rows.append((button(_("something else"), ChooseWork(serial, SOMETHING_ELSE)),))
    text = _("{student}: what was today's work?", student=first_name(track))
    return [Reply(text, tuple(rows))]


def choose_in_context(turn: Turn, track: Track, number: int, *, edit: bool) -> Replies:
    """Offer the competences that a context trains; 0 offers them all."""
    programme = turn.programme(track)
    context = programme.context(number)
    among = programme.competences
    if context is not None:
        trained = context.competences()
        among = tuple(competence for competence in among if competence.number in trained)
    menu = TallyMenu(track=track.id, context=number)
    serial = turn.keep(menu) if edit else turn.ask(menu)
    return [_competences(among, serial, edit=edit)]


def _competences(among: Sequence[Competence], serial: int, *, edit: bool) -> Reply:
    rows = tuple(
        (
            button(
                f"{competence.number} {short(competence.title)}",
                ChooseTrained(serial, competence.id),
            ),
        )
        for competence in among
    )
    return Reply(_("Which competence did it train?"), rows, edit=edit)


def tapped_work(turn: Turn, tap: ChooseWork) -> Replies:
    """Go on with the context that was tapped."""
    track = _tallied_track(turn, _menu(turn))
    if track is None:
        return [Reply(nobody(turn))]
    return choose_in_context(turn, track, tap.context, edit=True)


def tapped_trained(turn: Turn, tap: ChooseTrained) -> Replies:
    """Show a competence's indicators, to tap those that were done."""
    before = _menu(turn)
    menu = TallyMenu(track=before.track, context=before.context, competence=tap.competence)
    place = _place(turn, menu)
    return [_indicators(turn, *place, menu) if place else Reply(nobody(turn))]


def tapped_tally(turn: Turn, tap: TallyIndicator) -> Replies:
    """Count one indicator for today; a second tap on it changes nothing."""
    menu = _menu(turn)
    place = _place(turn, menu)
    if place is None:
        return [Reply(nobody(turn))]
    track, competence = place
    if all(indicator.id != tap.indicator for indicator in competence.indicators):
        return [Reply(MOVED_ON)]
    if tap.indicator not in menu.done:
        said = Sayings(competence, {tap.indicator: Score(turn.at, tally=1)})
        entry, _marks = store_tapped(turn, track, said, menu.entry)
        menu = replace(menu, done=[*menu.done, tap.indicator], entry=entry)
    return [_indicators(turn, track, competence, menu)]


def tapped_tally_done(turn: Turn, _tap: FinishTally) -> Replies:
    """End the tally with what was counted, and Undo for all of it."""
    menu = _menu(turn)
    place = _place(turn, menu)
    entry = find_standing_entry(turn.uow, menu.entry)
    more = _of_same_work(turn, menu)
    if place is None or entry is None:
        return [Reply(_("Nothing was tallied."), more, edit=True)]
    track, competence = place
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    done = {indicator: marks[indicator] for indicator in menu.done if indicator in marks}
    text = lines(
        _("Tallied for today:"),
        of_competence(track, competence),
        *counted(competence, done),
        signature(turn, track),
    )
    return [Reply(text, ((undo_button(entry),), *more), edit=True)]


def _of_same_work(turn: Turn, menu: TallyMenu) -> tuple[tuple[Button, ...], ...]:
    """Close the tally; with a context, offer the other competences that it trains."""
    if not menu.context:
        turn.close()
        return ()
    serial = turn.ask(TallyMenu(track=menu.track, context=menu.context))
    label = _("more of this work ›")
    return ((button(label, ChooseWork(serial, menu.context)),),)


def counted(competence: Competence, marks: Mapping[int, Mark]) -> list[Sayable]:
    """Say how often each indicator was done by now, and what coverage that gives."""
    return [
        _counted(f"{competence.number}.{indicator.number}", indicator, marks[indicator.id])
        for indicator in competence.indicators
        if indicator.id in marks
    ]


def _counted(number: str, indicator: Indicator, mark: Mark) -> Sayable:
    """Say one count, and where a coverage that was said by hand stands above it, that it does."""
    gives = coverage_of_tally(mark.tally)
    stands = mark.coverage or gives
    said: dict[str, Sayable] = {
        "number": number,
        "text": indicator.text,
        "coverage": COVERAGE_WORD[stands],
    }
    if stands.rank > gives.rank:
        return _n(
            "{number} {text}: tallied {count} time; it stays “{coverage}”, as was said",
            "{number} {text}: tallied {count} times; it stays “{coverage}”, as was said",
            mark.tally,
            **said,
        )
    return _n(
        "{number} {text}: {count} time – {coverage}",
        "{number} {text}: {count} times – {coverage}",
        mark.tally,
        **said,
    )


def _indicators(turn: Turn, track: Track, competence: Competence, menu: TallyMenu) -> Reply:
    serial = turn.keep(menu)
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    rows: list[tuple[Button, ...]] = []
    for indicator in competence.indicators:
        times = marks[indicator.id].tally if indicator.id in marks else 0
        sign = "☑" if indicator.id in menu.done else "☐"
        count = f" ×{times}" if times else ""
        label = f"{sign} {indicator.number}. {short(indicator.text, TEXT_LENGTH)}{count}"
        rows.append((button(label, TallyIndicator(serial, indicator.id)),))
    rows.append((button(_("done"), FinishTally(serial)),))
    text = lines(of_competence(track, competence), _("Tap what was done today."))
    return Reply(text, tuple(rows), edit=True)


def _menu(turn: Turn) -> TallyMenu:
    menu = turn.asked(TallyMenu) or TallyMenu()
    if menu.entry and find_standing_entry(turn.uow, menu.entry) is None:
        return replace(menu, done=(), entry=None)  # it was undone meanwhile
    return menu


def _tallied_track(turn: Turn, menu: TallyMenu) -> Track | None:
    track = turn.track(menu.track)
    return track if track and track.scoring_role in TALLIES else None


def _place(turn: Turn, menu: TallyMenu) -> tuple[Track, Competence] | None:
    """Find what is tallied, if this person may still tally it."""
    track = _tallied_track(turn, menu)
    if track is None or menu.competence is None:
        return None
    competence = turn.programme(track).competence_by_id(menu.competence)
    return (track, competence) if competence else None
