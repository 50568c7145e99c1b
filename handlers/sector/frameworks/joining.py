"""Adding a framework to a programme: which one, what it would do, and done."""

from collections.abc import Sequence

from bot.messages import Button, Reply, Sayable, _, _n, colon, lines, words
from bot.ports.importing import FrameworkRow, ProgrammeRow
from bot.refusal import Refused
from bot.showing.words.frameworks import say_numbers
from bot.use_cases.administering.add_framework import (
    JoinedCompetence,
    add_framework,
    foresee_framework,
    list_frameworks,
)
from bot.use_cases.sector.modules.see_modules import list_programmes
from handlers.scoring.taps import UndoEntry
from handlers.sector.frameworks.taps import (
    ForeseeFramework,
    JoinFramework,
    ShowFrameworks,
    ShowJoining,
)
from handlers.talking.phrases import short
from handlers.talking.routing.doors import OpenSectors
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

SHOWN = 12
"""Programmes, and frameworks, with a button of their own."""

NAMED = 15
"""Competences named of those that join."""

GONE = _("This programme or framework is not there any more.")


def tapped_joining(turn: Turn, _tap: ShowJoining) -> Replies:
    """Ask for which programme."""
    known = list_programmes(turn.uow, turn.person.organisation_id).values()
    rows = [(button(short(own.title), ShowFrameworks(own.id)),) for own in list(known)[:SHOWN]]
    text = lines(
        _("A programme may have several frameworks: the trade’s, a sector’s, the school’s own."),
        _("To which programme do you add one?")
        if rows
        else _("There is no programme yet: read a roster in."),
    )
    return [offer(turn, Reply(text, (*rows, (_back(),)), edit=True))]


def tapped_frameworks(turn: Turn, tap: ShowFrameworks) -> Replies:
    """Show which frameworks a programme has, and which could join."""
    school = turn.person.organisation_id
    programme = list_programmes(turn.uow, school).get(tap.programme)
    if programme is None:
        return [Reply(GONE)]
    inside, others = list_frameworks(turn.uow, school, programme.id)
    text = lines(
        colon(programme.title),
        *(words("•", colon(title), say_numbers(numbers)) for title, numbers in inside.items()),
        _("Which framework joins it?")
        if others
        else _("No other framework is known here: read its file in first (/admin)."),
    )
    rows = [
        (button(short(own.title), ForeseeFramework(programme.id, own.id)),)
        for own in others[:SHOWN]
    ]
    return [offer(turn, Reply(text, (*rows, (_back(),)), edit=True))]


def tapped_foresee_framework(turn: Turn, tap: ForeseeFramework) -> Replies:
    """Show which numbers its competences would get, and ask."""
    found = _find(turn, tap.programme, tap.framework)
    if found is None:
        return [Reply(GONE)]
    programme, framework = found
    places = foresee_framework(turn.uow, turn.person.organisation_id, programme.id, framework)
    text = lines(
        _("{framework} into {programme}:", framework=framework.title, programme=programme.title),
        *_say_places(places),
        _n(
            "{count} student learns in this programme now.",
            "{count} students learn in this programme now.",
            turn.uow.sector_modules.count_tracks(programme.id),
        ),
        _("Photos that were taken stay as they are; an open period has it too."),
        _("Shall I take it in?"),
    )
    rows = (
        (button(_("take it in"), JoinFramework(programme.id, framework.id)),),
        (button(_("no"), ShowFrameworks(programme.id)),),
    )
    return [offer(turn, Reply(text, rows, edit=True))]


def tapped_join(turn: Turn, tap: JoinFramework) -> Replies:
    """Let its competences join."""
    found = _find(turn, tap.programme, tap.framework)
    if found is None:
        return [Reply(GONE)]
    programme, framework = found
    school = turn.person.organisation_id
    try:
        places, entry = add_framework(
            turn.uow, school, programme.id, framework.code, turn.at, turn.person.id
        )
    except Refused as refused:
        return [Reply(refused.text, ((_back(),),), edit=True)]
    text = lines(
        _("Taken in for {programme}:", programme=programme.title),
        *_say_places(places),
        _("Undo works as long as nothing was scored or planned with it."),
    )
    undo = ((button(_("↩ Undo"), UndoEntry(entry)),),) if entry is not None else ()
    return [Reply(text, (*undo, (_back(),)), edit=True)]


def _say_places(places: Sequence[JoinedCompetence]) -> list[Sayable]:
    said: list[Sayable] = [
        words(
            "•",
            own.number,
            own.title,
            _("(number {number} of its own)", number=own.own) if own.own != own.number else None,
        )
        for own in places[:NAMED]
    ]
    more = len(places) - NAMED
    if more > 0:
        said.append(_n("and {count} more", "and {count} more", more))
    return said


def _find(
    turn: Turn, programme_id: int, framework_id: int
) -> tuple[ProgrammeRow, FrameworkRow] | None:
    """Find both in the administrator's own school, the framework among those not in it."""
    school = turn.person.organisation_id
    programme = list_programmes(turn.uow, school).get(programme_id)
    if programme is None:
        return None
    _inside, others = list_frameworks(turn.uow, school, programme.id)
    framework = next((own for own in others if own.id == framework_id), None)
    return (programme, framework) if framework else None


def _back() -> Button:
    return button(_("‹ sectors"), OpenSectors())
