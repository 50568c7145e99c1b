"""The last look at a decision before it is recorded: what it says, and what the source says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.domain.evaluating.decisions import DecisionKind, Ruling, goes_against
from bot.domain.evaluating.workplace_result import ResultStanding
from bot.domain.school.tracks import Track
from bot.messages import Button, Reply, Sayable, _, lines, words
from bot.showing.words.scores.results import shortfall_words, sum_words
from bot.use_cases.evaluating.deciding.record_decision import (
    DecidedMeanwhile,
    NotDecidedHere,
    Recording,
    UnsoundRuling,
    find_decisive_photo,
    record_decision,
)
from bot.use_cases.evaluating.deliberating.see_result import SeenResult, see_result
from handlers.evaluating.deciding.asked import DecisionMenu
from handlers.evaluating.deciding.decision import draw_decision
from handlers.evaluating.deciding.phrases import FAULT_WORD, say_ruling
from handlers.evaluating.deciding.taps import ChangePart, StoreDecision
from handlers.talking.closed import closed_menu
from handlers.talking.meaning.whom import PutAway
from handlers.talking.phrases import first_name, full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SOURCE_SAYS = _(
    "The source says: who is 10 percentage points or more below at work cannot be qualified, "
    "whatever the scores on campus and the totals are. The council decides."
)


def draw_check(
    turn: Turn, track: Track, menu: DecisionMenu, note: Sayable | None, *, warned: bool = False
) -> Reply:
    """Show the whole of a decision, to be recorded or changed."""
    serial, ruling = turn.dialogue.serial, ruling_of(menu)
    head = words(full_name(track), _("decision of the class council"), by=" · ")
    ends = (
        _("It goes against that. Record it all the same?")
        if warned
        else _("Record it? It is signed and stays; a correction is a new record beside it.")
    )
    text = lines(note, head, *say_ruling(turn, ruling), *_say_result(turn, track), ends)
    store = (
        button(_("record it all the same"), StoreDecision(serial, "s"))
        if warned
        else button(_("record it"), StoreDecision(serial, "y"))
    )
    return Reply(text, ((store,), *_changes(serial)))


def _changes(serial: int) -> tuple[tuple[Button, ...], ...]:
    what, who = (
        button(_("another decision"), ChangePart(serial, "what")),
        button(_("others decided"), ChangePart(serial, "who")),
    )
    when, why = (
        button(_("another day"), ChangePart(serial, "when")),
        button(_("another reason"), ChangePart(serial, "why")),
    )
    return ((what, who), (when, why), (button(_("✕ cancel"), PutAway(serial)),))


def ruling_of(menu: DecisionMenu) -> Ruling:
    """Make a ruling of what is written down."""
    return Ruling(
        DecisionKind(menu.ruling),
        tuple(menu.council),
        date.fromisoformat(menu.day),
        menu.reason,
        menu.own_words,
    )


def _result(turn: Turn, track: Track) -> SeenResult | None:
    photo = find_decisive_photo(turn.uow, track)
    return see_result(turn.uow, turn.person.id, track, photo, turn.at) if photo else None


def _say_result(turn: Turn, track: Track) -> Iterator[Sayable]:
    """Say the result at work, and what the source says of one such as this, whatever is decided."""
    seen = _result(turn, track)
    if seen is None or seen.result.missing:
        return
    yield _(
        "At work: {sum}, {shortfall}.",
        sum=sum_words(seen.result),
        shortfall=shortfall_words(seen.result),
    )
    if seen.standing is ResultStanding.CANNOT_QUALIFY:
        yield SOURCE_SAYS


def tapped_store(turn: Turn, tap: StoreDecision) -> Replies:
    """Record what was shown; what goes against the source is asked about once more."""
    menu = turn.asked(DecisionMenu) if tap.serial == turn.dialogue.serial else None
    track = turn.council_track(menu.track) if menu else None
    if menu is None or track is None or not (menu.ruling and menu.named and menu.day):
        return closed_menu(turn)
    seen = _result(turn, track)
    standing = seen.standing if seen else None
    if tap.sure != "s" and standing and goes_against(DecisionKind(menu.ruling), standing):
        return [replace(draw_check(turn, track, menu, None, warned=True), edit=True)]
    return _store(turn, track, menu)


def _store(turn: Turn, track: Track, menu: DecisionMenu) -> Replies:
    photo = find_decisive_photo(turn.uow, track)
    if photo is None:
        return closed_menu(turn)
    recording = Recording(photo, ruling_of(menu), menu.follows)
    try:
        record_decision(turn.uow, turn.person, track, recording, turn.at)
    except UnsoundRuling as unsound:
        return [replace(draw_check(turn, track, menu, FAULT_WORD[unsound.fault]), edit=True)]
    except NotDecidedHere:
        return closed_menu(turn)
    except DecidedMeanwhile:
        said: Sayable = _(
            "Another decision was recorded meanwhile; yours was not. This one stands:"
        )
    else:
        said = _("Recorded. Tell {student} yourself: I do not.", student=first_name(track))
    turn.close()
    shown = draw_decision(turn, track)
    return [replace(shown, text=lines(said, shown.text), edit=True)]
