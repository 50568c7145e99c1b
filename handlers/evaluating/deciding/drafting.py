"""Writing a decision down, part by part: what, who, when and why; nothing is stored before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from bot.domain.days import day_of
from bot.domain.evaluating.decisions import DecisionKind, Ruling, RulingFault
from bot.domain.school.naming import in_full, named_here, note_unsure
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, _, lines, listed, words
from bot.use_cases.evaluating.deciding.record_decision import find_decisive_photo
from bot.use_cases.talking.see_around import see_around
from handlers.evaluating.deciding.asked import DecisionMenu, DecisionWords
from handlers.evaluating.deciding.days import offer_days, read_past_day
from handlers.evaluating.deciding.decision import draw_decision, find_standing
from handlers.evaluating.deciding.phrases import FAULT_WORD, RULING_WORD, say_day, say_what
from handlers.evaluating.deciding.storing import draw_check
from handlers.evaluating.deciding.taps import (
    BeginDecision,
    ChangePart,
    ChooseDecidedOn,
    ChooseRuling,
    DecidersNamed,
    KindLetter,
    OtherDecider,
    ToggleDecider,
)
from handlers.talking.closed import closed_menu
from handlers.talking.meaning.whom import PutAway
from handlers.talking.phrases import first_name, full_name, ticked
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

NOT_YOURS = _(
    "Only a coach of this student records what the council decided, after the last photo."
)

_EMPTIED: Mapping[str, Mapping[str, Any]] = {
    "what": {"ruling": "", "own_words": ""},
    "who": {"named": False},
    "when": {"day": ""},
}
"""What of a draft is asked for anew, by the part that is changed."""

_ASKED = {
    "what": _("What did the council decide? Type it in a few words."),
    "who": _("Who else decided? Type the names, with commas between them."),
    "why": _(
        "Why? Type it in a sentence or two. It is signed and cannot be changed, and {student} "
        "reads it here once told."
    ),
}


def tapped_begin(turn: Turn, tap: BeginDecision) -> Replies:
    """Begin to write a decision down."""
    track = turn.council_track(tap.track)
    if track is None or not _may_decide(turn, track):
        return [Reply(NOT_YOURS)]
    turn.remember(track)
    standing = find_standing(turn, track)
    if (standing.id if standing else None) != tap.follows:  # an old button
        return [draw_decision(turn, track)]
    turn.ask(DecisionMenu(track=track.id, follows=tap.follows))
    return [_draw(turn)]


def _may_decide(turn: Turn, track: Track) -> bool:
    return Role.COACH in track.roles and find_decisive_photo(turn.uow, track) is not None


def stand_decision(turn: Turn, _menu: DecisionMenu) -> Reply | None:
    """Show the part that is asked for again."""
    return _draw(turn)


def _draw(turn: Turn, note: Sayable | None = None) -> Reply:
    """Show what is written down so far, and ask for the first part that is missing."""
    menu = turn.asked(DecisionMenu)
    track = turn.council_track(menu.track) if menu else None
    if menu is None or track is None:
        return Reply(NOT_YOURS)
    serial = turn.dialogue.serial
    if not menu.ruling:
        return _card(turn, track, _("What did the class council decide?"), _kinds(serial), note)
    if not menu.named:
        asked = _("Who decided? Tap each of them.")
        return _card(turn, track, asked, _deciders(turn, track, menu), note)
    if not menu.day:
        photo = find_decisive_photo(turn.uow, track)
        zone = turn.person.time_zone
        first = day_of(photo.head.as_of, zone) if photo else turn.today
        rows = offer_days(turn, first, lambda day: ChooseDecidedOn(serial, day))
        asked = _("On which day? Tap it, or type it, such as 25 June.")
        return _card(turn, track, asked, rows, note)
    return draw_check(turn, track, menu, note)


def _card(
    turn: Turn,
    track: Track,
    asked: Sayable,
    rows: Sequence[tuple[Button, ...]],
    note: Sayable | None,
) -> Reply:
    head = words(full_name(track), _("decision of the class council"), by=" · ")
    cancel = (button(_("✕ cancel"), PutAway(turn.dialogue.serial)),)
    menu = turn.asked(DecisionMenu)
    so_far = say_so_far(turn, menu) if menu else ()
    return Reply(lines(note, head, *so_far, asked), (*rows, cancel))


def say_so_far(turn: Turn, menu: DecisionMenu) -> Iterator[Sayable]:
    """Say what is written down so far."""
    note_unsure()
    if menu.ruling:
        ruling = Ruling(DecisionKind(menu.ruling), (), turn.today, "", menu.own_words)
        yield _("Decided: {what}", what=say_what(ruling))
    if menu.council and menu.named:
        yield _("By: {names}", names=listed(map(named_here, menu.council)))
    if menu.day:
        yield _("On: {day}", day=say_day(turn, date.fromisoformat(menu.day)))


def _kinds(serial: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (button(RULING_WORD[letter.kind], ChooseRuling(serial, letter)),) for letter in KindLetter
    )


def _deciders(turn: Turn, track: Track, menu: DecisionMenu) -> tuple[tuple[Button, ...], ...]:
    serial = turn.dialogue.serial
    people = tuple(
        (
            button(
                ticked(named_here(name), chosen=name in menu.council),
                ToggleDecider(serial, place),
            ),
        )
        for place, name in enumerate(list_council(turn, track, menu.others))
    )
    more = button(_("somebody else …"), OtherDecider(serial))
    return (*people, (more, button(_("these decided"), DecidersNamed(serial))))


def list_council(turn: Turn, track: Track, others: Sequence[str] = ()) -> list[str]:
    """List the teachers and coaches of a track by name, and then who else was named."""
    # By their names, wherever that is: they are recorded, and signed.
    note_unsure()
    around = [
        in_full(own.name)
        for own in see_around(turn.uow, track)
        if own.role in (Role.TEACHER, Role.COACH)
    ]
    return list(dict.fromkeys((*around, *others)))


def tapped_ruling(turn: Turn, tap: ChooseRuling) -> Replies:
    """Take what was decided; of another decision the words are asked."""
    menu = _live(turn, tap.serial)
    if menu is None:
        return closed_menu(turn)
    kind = tap.kind.kind
    if kind is DecisionKind.OTHER:
        return _ask_words(turn, replace(menu, ruling="", own_words=""), "what")
    return _go_on(turn, replace(menu, ruling=kind.value, own_words=""))


def tapped_decider(turn: Turn, tap: ToggleDecider) -> Replies:
    """Name somebody among those who decided, or no longer."""
    menu = _live(turn, tap.serial)
    track = turn.council_track(menu.track) if menu else None
    if menu is None or track is None:
        return closed_menu(turn)
    people = list_council(turn, track, menu.others)
    chosen = {*menu.council} ^ {*people[tap.place : tap.place + 1]}
    return _go_on(turn, replace(menu, council=[name for name in people if name in chosen]))


def tapped_other_decider(turn: Turn, tap: OtherDecider) -> Replies:
    """Ask the names of others."""
    menu = _live(turn, tap.serial)
    return _ask_words(turn, menu, "who") if menu else closed_menu(turn)


def tapped_named(turn: Turn, tap: DecidersNamed) -> Replies:
    """Go on with those who were named."""
    menu = _live(turn, tap.serial)
    if menu is None:
        return closed_menu(turn)
    return _go_on(turn, replace(menu, named=True)) if menu.council else _nobody(turn)


def _nobody(turn: Turn) -> Replies:
    return [replace(_draw(turn, FAULT_WORD[RulingFault.NOBODY]), edit=True)]


def tapped_decided_on(turn: Turn, tap: ChooseDecidedOn) -> Replies:
    """Take the day."""
    menu = _live(turn, tap.serial)
    return _go_on(turn, replace(menu, day=tap.day.isoformat())) if menu else closed_menu(turn)


def tapped_part(turn: Turn, tap: ChangePart) -> Replies:
    """Ask for one part anew."""
    menu = _live(turn, tap.serial)
    if menu is None:
        return closed_menu(turn)
    if tap.part == "why":
        return _ask_words(turn, menu, "why")
    return _go_on(turn, replace(menu, **_EMPTIED[tap.part]))


def _go_on(turn: Turn, menu: DecisionMenu, *, edit: bool = True) -> Replies:
    """Keep a part, and ask for the next; the reason is asked last, in words."""
    if menu.ruling and menu.named and menu.day and not menu.reason:
        return _ask_words(turn, menu, "why")
    turn.keep(menu) if edit else turn.ask(menu)
    return [replace(_draw(turn), edit=edit)]


def _ask_words(turn: Turn, menu: DecisionMenu, part: str) -> Replies:
    track = turn.council_track(menu.track)
    if track is None:
        return [Reply(NOT_YOURS)]
    asked = replace(_ASKED[part], args={"student": first_name(track)})
    values = {name: value for name, value in vars(menu).items() if name in _KEPT}
    return await_words(turn, DecisionWords(**values, part=part), asked)


_KEPT = frozenset(part.name for part in fields(DecisionMenu))


def typed_words(turn: Turn, asked: DecisionWords, text: str) -> Replies:
    """Take the words that were typed for a part."""
    values = {name: value for name, value in vars(asked).items() if name in _KEPT}
    menu, said = DecisionMenu(**values), " ".join(text.split())
    if asked.part == "what":
        menu = replace(menu, ruling=DecisionKind.OTHER.value, own_words=said)
    elif asked.part == "who":
        names = [name.strip() for name in said.split(",") if name.strip()]
        others = list(dict.fromkeys((*menu.others, *names)))
        menu = replace(menu, others=others, council=list(dict.fromkeys((*menu.council, *names))))
    else:
        menu = replace(menu, reason=said)
    return _go_on(turn, menu, edit=False)


def mean_day(turn: Turn, menu: DecisionMenu, text: str) -> Tap | None:
    """Read a day that is typed where one is asked for."""
    if not (menu.ruling and menu.named) or menu.day:
        return None
    day = read_past_day(turn, text)
    return ChooseDecidedOn(turn.dialogue.serial, day) if day else None


def _live(turn: Turn, serial: int) -> DecisionMenu | None:
    return turn.asked(DecisionMenu) if serial == turn.dialogue.serial else None
