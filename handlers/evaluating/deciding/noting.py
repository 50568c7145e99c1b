"""Noting that the student was told of a decision: by whom, and when."""

from dataclasses import replace
from datetime import date

from bot.domain.school.naming import named_here
from bot.domain.school.tracks import Role, Track
from bot.messages import Reply, Sayable, _, lines
from bot.ports.evaluating.decisions import Decision, Told
from bot.use_cases.evaluating.deciding.note_told import NotToldThen, note_told
from bot.use_cases.evaluating.deciding.see_decisions import see_decisions
from handlers.evaluating.deciding.asked import ToldMenu, ToldWords
from handlers.evaluating.deciding.days import offer_days, read_past_day
from handlers.evaluating.deciding.decision import draw_decision
from handlers.evaluating.deciding.drafting import NOT_YOURS, list_council
from handlers.evaluating.deciding.taps import (
    ChooseTeller,
    ChooseToldOn,
    NoteTold,
    OtherTeller,
)
from handlers.talking.closed import closed_menu
from handlers.talking.meaning.whom import PutAway
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words


def tapped_told(turn: Turn, tap: NoteTold) -> Replies:
    """Begin to note that a student was told."""
    found = _find(turn, tap.track, tap.decision)
    if found is None:
        return [Reply(NOT_YOURS)]
    track, decision = found
    turn.remember(track)
    if decision.told is not None or _is_corrected(turn, track, decision):  # an old button
        return [draw_decision(turn, track)]
    turn.ask(ToldMenu(track=track.id, decision=decision.id))
    return [_draw(turn)]


def _find(turn: Turn, track_id: int, decision_id: int) -> tuple[Track, Decision] | None:
    """Find a decision of which this person may note that it was told."""
    track = turn.council_track(track_id)
    if track is None or Role.COACH not in track.roles:
        return None
    found = (own for own in see_decisions(turn.uow, track) if own.id == decision_id)
    decision = next(found, None)
    return (track, decision) if decision else None


def _is_corrected(turn: Turn, track: Track, decision: Decision) -> bool:
    found = see_decisions(turn.uow, track)
    return any(own.made.head.follows == decision.id for own in found)


def stand_told(turn: Turn, _menu: ToldMenu) -> Reply | None:
    """Show what is asked again."""
    return _draw(turn)


def _draw(turn: Turn, note: Sayable | None = None) -> Reply:
    menu = turn.asked(ToldMenu)
    found = _find(turn, menu.track, menu.decision) if menu else None
    if menu is None or found is None:
        return Reply(NOT_YOURS)
    track, decision = found
    serial, student = turn.dialogue.serial, first_name(track)
    cancel = (button(_("✕ cancel"), PutAway(serial)),)
    if not menu.by:
        people = tuple(
            (button(name, ChooseTeller(serial, place)),)
            for place, name in enumerate(list_council(turn, track))
        )
        other = (button(_("somebody else …"), OtherTeller(serial)),)
        asked = _("Who told {student} what was decided?", student=student)
        return Reply(lines(note, asked), (*people, other, cancel))
    first = decision.made.ruling.decided_on
    days = offer_days(turn, first, lambda day: ChooseToldOn(serial, day))
    asked = _(
        "On which day did {name} tell {student}? Tap it, or type it, such as 25 June. After that "
        "{student} sees the decision here.",
        name=named_here(menu.by),
        student=student,
    )
    return Reply(lines(note, asked), (*days, cancel))


def tapped_teller(turn: Turn, tap: ChooseTeller) -> Replies:
    """Take who told."""
    menu = _live(turn, tap.serial)
    track = turn.council_track(menu.track) if menu else None
    if menu is None or track is None:
        return closed_menu(turn)
    people = list_council(turn, track)
    turn.keep(replace(menu, by=people[tap.place] if tap.place < len(people) else ""))
    return [replace(_draw(turn), edit=True)]


def tapped_other_teller(turn: Turn, tap: OtherTeller) -> Replies:
    """Ask the name of who told."""
    menu = _live(turn, tap.serial)
    if menu is None:
        return closed_menu(turn)
    asked = ToldWords(track=menu.track, decision=menu.decision)
    return await_words(turn, asked, _("Who was it? Type the name."))


def typed_teller(turn: Turn, asked: ToldWords, text: str) -> Replies:
    """Take the name of who told, and ask when."""
    turn.ask(ToldMenu(track=asked.track, decision=asked.decision, by=" ".join(text.split())))
    return [_draw(turn)]


def mean_told_day(turn: Turn, menu: ToldMenu, text: str) -> Tap | None:
    """Read a day that is typed where one is asked for."""
    day = read_past_day(turn, text) if menu.by else None
    return ChooseToldOn(turn.dialogue.serial, day) if day else None


def tapped_told_on(turn: Turn, tap: ChooseToldOn) -> Replies:
    """Note it: from now on the student sees the decision."""
    menu = _live(turn, tap.serial)
    if menu is None or not menu.by:
        return closed_menu(turn)
    return _note(turn, menu, tap.day)


def _note(turn: Turn, menu: ToldMenu, day: date) -> Replies:
    found = _find(turn, menu.track, menu.decision)
    if found is None:
        return [Reply(NOT_YOURS)]
    track, decision = found
    try:
        noted = note_told(turn.uow, turn.person, track, decision, Told(menu.by, day), turn.at)
    except NotToldThen:
        wrong = _("It was told after it was decided, and not later than today.")
        return [replace(_draw(turn, wrong), edit=True)]
    turn.close()
    shown = draw_decision(turn, track)
    said = (
        _("Noted. From now on {student} sees the decision here.", student=first_name(track))
        if noted
        else _("Somebody was first: yours was not noted. This stands:")
    )
    return [replace(shown, text=lines(said, shown.text), edit=True)]


def _live(turn: Turn, serial: int) -> ToldMenu | None:
    return turn.asked(ToldMenu) if serial == turn.dialogue.serial else None
