"""The tally by tapping: the work (a context), its competence, then what was done of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import coverage_of_tally
from bot.messages import Button, Reply, Sayable, _, _n, lines
from bot.ports import Entry
from bot.showing.mark_words import COVERAGE_WORD
from bot.use_cases.scoring.list_open import own_marks
from bot.use_cases.scoring.record_scores import Sayings, store_scores
from handlers.scoring.confirm import signature, undo_button
from handlers.scoring.tapping.asked import TallyMenu
from handlers.talking.phrases import first_name, of_competence, short
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import nobody

MOVED_ON = _("That button belongs to another question; nothing was stored by this tap.")
TEXT_LENGTH = 60


def choose_work(turn: Turn, track: Track) -> Replies:
    """Offer the contexts of the programme, or its competences where it has none."""
    programme = turn.programme(track)
    serial = turn.ask(TallyMenu(track=track.id))
    if not programme.contexts:
        return [_competences(programme, programme.competences, serial, edit=False)]
    rows = [
        (Button(f"{one.number}. {short(one.title)}", f"tw:{serial}:{one.number}"),)
        for one in programme.contexts
    ]
    rows.append((Button(_("something else"), f"tw:{serial}:0"),))
    text = _("{student}: what was today's work?", student=first_name(track))
    return [Reply(text, tuple(rows))]


def choose_in_context(turn: Turn, track: Track, number: int, *, edit: bool) -> Replies:
    """Offer the competences that a context trains; 0 offers them all."""
    programme = turn.programme(track)
    context = programme.context(number)
    trained = context.competences() if context else ()
    among = [one for one in programme.competences if not context or one.number in trained]
    menu = TallyMenu(track=track.id)
    serial = turn.keep(menu) if edit else turn.ask(menu)
    return [_competences(programme, among, serial, edit=edit)]


def _competences(
    programme: Programme, among: Sequence[Competence], serial: int, *, edit: bool
) -> Reply:
    rows = [(Button(f"{one.number} {short(one.title)}", f"tk:{serial}:{one.id}"),) for one in among]
    return Reply(_("Which competence did it train?"), tuple(rows), edit=edit)


def tapped_work(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Go on with the context that was tapped."""
    track = _track(turn)
    if track is None:
        return [Reply(nobody(turn))]
    return choose_in_context(turn, track, int(arguments[0]), edit=True)


def tapped_kind(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show a competence's indicators, to tap those that were done."""
    track = _track(turn)
    competence = _competence(turn, track, int(arguments[0]))
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    menu = TallyMenu(track=track.id, competence=competence.id)
    return [_indicators(turn, track, competence, menu)]


def tapped_tally(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Count one indicator for today; a second tap on it changes nothing."""
    menu = turn.asked(TallyMenu) or TallyMenu()
    track = _track(turn)
    competence = _competence(turn, track, menu.competence)
    indicator = int(arguments[0])
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    if indicator not in {one.id for one in competence.indicators}:
        return [Reply(MOVED_ON)]
    if indicator not in menu.done:
        entry = _entry(turn, menu)
        said = Sayings(competence, {indicator: Score(turn.at, tally=1)})
        entry_now, _marks = store_scores(
            turn.uow,
            turn.seat(track),
            [said],
            entry or turn.occasion(f"{first_name(track)} · {competence.number}"),
        )
        turn.recorded.append(entry_now.id)
        menu = replace(menu, done=[*menu.done, indicator], entry=entry_now.id)
    return [_indicators(turn, track, competence, menu)]


def tapped_tally_done(turn: Turn, _arguments: Sequence[str]) -> Replies:
    """End the tally with what was counted, and Undo for all of it."""
    menu = turn.asked(TallyMenu) or TallyMenu()
    track = _track(turn)
    competence = _competence(turn, track, menu.competence)
    entry = _entry(turn, menu)
    turn.close()
    if track is None or competence is None or entry is None:
        return [Reply(_("Nothing was tallied."), edit=True)]
    marks = own_marks(turn.uow, turn.seat(track), competence)
    done = {one: marks[one] for one in menu.done if one in marks}
    text = lines(
        _("Tallied for today:"),
        of_competence(track, competence),
        *counted(competence, done),
        signature(turn, track),
    )
    return [Reply(text, ((undo_button(entry),),), edit=True)]


def counted(competence: Competence, marks: Mapping[int, Mark]) -> list[Sayable]:
    """Say how often each indicator was done by now, and what coverage that gives."""
    return [
        _n(
            "{number} {text}: {count} time – {coverage}",
            "{number} {text}: {count} times – {coverage}",
            marks[one.id].tally,
            number=f"{competence.number}.{one.number}",
            text=one.text,
            coverage=COVERAGE_WORD[marks[one.id].coverage or coverage_of_tally(0)],
        )
        for one in competence.indicators
        if one.id in marks
    ]


def _indicators(turn: Turn, track: Track, competence: Competence, menu: TallyMenu) -> Reply:
    serial = turn.keep(menu)
    marks = own_marks(turn.uow, turn.seat(track), competence)
    rows = []
    for one in competence.indicators:
        times = marks[one.id].tally if one.id in marks else 0
        sign = "☑" if one.id in menu.done else "☐"
        count = f" ×{times}" if times else ""
        label = f"{sign} {one.number}. {short(one.text, TEXT_LENGTH)}{count}"
        rows.append((Button(label, f"tt:{serial}:{one.id}"),))
    rows.append((Button(_("done"), f"td:{serial}"),))
    text = lines(of_competence(track, competence), _("Tap what was done today."))
    return Reply(text, tuple(rows), edit=True)


def _track(turn: Turn) -> Track | None:
    menu = turn.asked(TallyMenu)
    track = turn.track(menu.track) if menu else None
    return track if track and track.scoring_role else None


def _competence(turn: Turn, track: Track | None, identity: int | None) -> Competence | None:
    if track is None or identity is None:
        return None
    return turn.programme(track).competence_by_id(identity)


def _entry(turn: Turn, menu: TallyMenu) -> Entry | None:
    entry = turn.uow.ledger.find_entry(menu.entry) if menu.entry else None
    return entry if entry and entry.undone_at is None else None
