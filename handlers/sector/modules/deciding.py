"""Who runs the school looks at a module, takes it in for a programme, refuses it, takes it out."""

from bot.domain.sector.modules import LONGEST_REASON, STANDING, ModuleState, SectorModule
from bot.messages import Button, Reply, Sayable, _, _n, lines, words
from bot.ports.importing import ProgrammeRow
from bot.refusal import Refused
from bot.use_cases.sector.modules.see_modules import (
    Foreseen,
    ModulePlace,
    foresee_module,
    list_programmes,
    see_module,
)
from bot.use_cases.sector.modules.take_in_module import (
    refuse_module,
    take_in_module,
    take_out_module,
)
from handlers.scoring.taps import UndoEntry
from handlers.sector.modules.asked import ModuleReason
from handlers.sector.modules.phrases import (
    GONE,
    SHOWN,
    say_contents,
    say_state,
    table_of,
    title_of,
)
from handlers.sector.modules.taps import (
    ForeseeModule,
    ListModule,
    RefuseModule,
    ShowModule,
    TakeModule,
    TakeModuleOut,
)
from handlers.talking.phrases import short
from handlers.talking.routing.doors import OpenSectors
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

PROGRAMMES = 12
"""Programmes with a button of their own."""

NO_PROGRAMME = _("This programme is not there any more.")


def draw_module(
    turn: Turn, module: SectorModule, said: Sayable | None = None, *, edit: bool = True
) -> Reply:
    """Show a module with all of its indicators, and what can be done with it."""
    sector = turn.uow.sectors.find(module.sector_id)
    known = list_programmes(turn.uow, module.organisation_id)
    stands = module.state in STANDING
    into = [own for own in known.values() if own.id not in module.programmes and stands]
    inside = [known[own] for own in module.programmes if own in known]
    named = title_of(module.draft)
    text = lines(
        said,
        _("A module of {sector}: {title}", sector=sector.name, title=named) if sector else named,
        say_state(turn, module),
        *say_contents(module.draft),
        _("For which programme?") if into else None,
    )
    refuse = button(_("do not take it in"), RefuseModule(module.id))
    rows = (
        *((_into(module, own),) for own in into[:PROGRAMMES]),
        *((_out(module, own),) for own in inside),
        *(((refuse,),) if module.state is ModuleState.PROPOSED else ()),
        (button(_("all indicators"), ListModule(module.id)), _back()),
    )
    return offer(turn, Reply(text, rows, edit=edit))


def _into(module: SectorModule, programme: ProgrammeRow) -> Button:
    label = _("into {programme}", programme=short(programme.title))
    return button(label, ForeseeModule(module.id, programme.id))


def _out(module: SectorModule, programme: ProgrammeRow) -> Button:
    label = _("out of {programme}", programme=short(programme.title))
    return button(label, TakeModuleOut(module.id, programme.id))


def tapped_list_module(turn: Turn, tap: ListModule) -> Replies:
    """List all indicators of a module, to take away."""
    module = find_school_module(turn, tap.module)
    if module is None:
        return [Reply(GONE)]
    return [Reply(title_of(module.draft), files=(table_of(module.draft),))]


def find_school_module(turn: Turn, module_id: int) -> SectorModule | None:
    """Find a module of a sector of the administrator's own school."""
    runs = turn.uow.administrators.is_one(turn.person.id)
    return see_module(turn.uow, turn.person, module_id) if runs else None


def tapped_foresee(turn: Turn, tap: ForeseeModule) -> Replies:
    """Show what taking a module in for a programme would do, and ask."""
    found = _find(turn, tap.module, tap.programme)
    if isinstance(found, Reply):
        return [found]
    foreseen = foresee_module(turn.uow, *found)
    text = lines(
        _("Into {programme}:", programme=foreseen.programme.title),
        *_say_foreseen(foreseen),
        _("Photos that were taken stay as they are; an open period has it too."),
        _("Shall I take it in?"),
    )
    rows = (
        (button(_("take it in"), TakeModule(tap.module, tap.programme)),),
        (button(_("no"), ShowModule(tap.module)),),
    )
    return [offer(turn, Reply(text, rows, edit=True))]


def _say_foreseen(foreseen: Foreseen) -> list[Sayable]:
    said: list[Sayable] = [
        words("•", place.number, place.competence.title, _its_own(place))
        for place in foreseen.places[:SHOWN]
    ]
    more = len(foreseen.places) - SHOWN
    if more > 0:
        said.append(_n("and {count} more", "and {count} more", more))
    if foreseen.renumbered:
        said.append(
            _("A competence whose number the programme has already gets a new number at the end.")
        )
    said.append(
        _n(
            "{count} student learns in this programme now.",
            "{count} students learn in this programme now.",
            foreseen.tracks,
        )
    )
    return said


def _its_own(place: ModulePlace) -> Sayable | None:
    own = place.competence.number
    return _("(number {number} of the module)", number=own) if own != place.number else None


def tapped_take_module(turn: Turn, tap: TakeModule) -> Replies:
    """Take a module in for a programme."""
    found = _find(turn, tap.module, tap.programme)
    if isinstance(found, Reply):
        return [found]
    try:
        done, entry = take_in_module(turn.uow, *found, turn.at, turn.person.id)
    except Refused as refused:
        return [Reply(refused.text, ((_back(),),), edit=True)]
    text = lines(
        _("Taken in for {programme}:", programme=done.programme.title),
        *_say_foreseen(done),
        _("Undo works as long as nothing was scored or planned with it.")
        if entry is not None
        else _("A newer version has no undo: the file of before, proposed again, brings it back."),
    )
    undo = ((button(_("↩ Undo"), UndoEntry(entry)),),) if entry is not None else ()
    return [Reply(text, (*undo, (_back(),)), edit=True)]


def tapped_take_out(turn: Turn, tap: TakeModuleOut) -> Replies:
    """Take a module out of a programme, where nothing was said of it."""
    found = _find(turn, tap.module, tap.programme)
    if isinstance(found, Reply):
        return [found]
    module, programme = found
    if programme.id not in module.programmes:
        gone = _("It is in {programme} no more.", programme=programme.title)
        return [draw_module(turn, module, gone)]
    done = take_out_module(turn.uow, module, programme.id, turn.at, turn.person.id)
    said = (
        _("It is in {programme} no more.", programme=programme.title)
        if done
        else _("Something was scored or planned with it in {programme}, so it stays.",
               programme=programme.title)
    )  # fmt: skip
    return [draw_module(turn, find_school_module(turn, tap.module) or module, said)]


def tapped_refuse(turn: Turn, tap: RefuseModule) -> Replies:
    """Ask why a module is not taken in."""
    module = find_school_module(turn, tap.module)
    if module is None:
        return [Reply(GONE)]
    text = _("Why is it not taken in? Who speaks for the sector reads it. Name nobody.")
    return await_words(turn, ModuleReason(module=module.id), text)


def typed_reason(turn: Turn, question: ModuleReason, text: str) -> Replies:
    """Refuse a module with the reason that was typed."""
    module, reason = find_school_module(turn, question.module), text.strip()
    if len(reason) > LONGEST_REASON:
        long = _(
            "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
            most=LONGEST_REASON,
            count=len(reason),
        )
        return [Reply(long)]
    turn.close()
    if module is None:
        return [Reply(GONE)]
    if not refuse_module(turn.uow, module, reason, turn.at, turn.person.id):
        return [draw_module(turn, module, _("It does not wait any more."), edit=False)]
    now = find_school_module(turn, module.id) or module
    return [draw_module(turn, now, _("I tell who speaks for the sector."), edit=False)]


def _find(
    turn: Turn, module_id: int, programme_id: int
) -> tuple[SectorModule, ProgrammeRow] | Reply:
    module = find_school_module(turn, module_id)
    if module is None:
        return Reply(GONE)
    programme = list_programmes(turn.uow, module.organisation_id).get(programme_id)
    return (module, programme) if programme else Reply(NO_PROGRAMME)


def _back() -> Button:
    return button(_("‹ sectors"), OpenSectors())
