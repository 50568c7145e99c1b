"""What is told of modules: to who runs the school, and to who speaks for the sector."""

from collections.abc import Sequence

from bot.domain.sector.modules import ModuleState, SectorModule
from bot.messages import Quoted, Sayable, _, lines, listed
from bot.ports.telling.errands import Errand
from bot.use_cases.sector.modules.see_modules import see_module
from handlers.sector.modules.phrases import list_titles, title_of
from handlers.sector.modules.taps import ShowModule
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn


def tell_proposed(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell who runs the school what sectors propose, as long as it waits."""
    runs = turn.uow.administrators.is_one(turn.person.id)
    named = _named(turn, errands) if runs else []
    waiting = [own for own in named if own.state is ModuleState.PROPOSED]
    return _part(waiting, [_say_proposed(turn, own) for own in waiting])


def _say_proposed(turn: Turn, module: SectorModule) -> Sayable:
    sector = turn.uow.sectors.find(module.sector_id)
    title = title_of(module.draft)
    if sector is None:
        return title
    return _("{sector} proposes a module: {title}", sector=sector.name, title=title)


def tell_settled(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell who speaks for a sector what the school did with its modules."""
    speaks = turn.uow.sectors.find_spoken_for(turn.person.id) is not None
    named = _named(turn, errands) if speaks else []
    settled = [own for own in named if own.state in (ModuleState.TAKEN, ModuleState.REFUSED)]
    return _part(settled, [_say_settled(turn, own) for own in settled])


def _say_settled(turn: Turn, module: SectorModule) -> Sayable:
    title = title_of(module.draft)
    if module.state is ModuleState.REFUSED:
        why = _("Why: {reason}", reason=Quoted(module.reason)) if module.reason else None
        return lines(_("The school does not take in your module {title}.", title=title), why)
    programmes = listed(list_titles(turn, module))
    return _("The school took in your module {title}: it is in {programmes}.",
             title=title, programmes=programmes)  # fmt: skip


def _named(turn: Turn, errands: Sequence[Errand]) -> list[SectorModule]:
    ids = dict.fromkeys(errand.about_id or 0 for errand in errands)
    found = (see_module(turn.uow, turn.person, module_id) for module_id in ids)
    return [own for own in found if own is not None]


def _part(modules: Sequence[SectorModule], said: Sequence[Sayable]) -> MessagePart | None:
    if not modules:
        return None
    rows = tuple((button(short(own.draft.title), ShowModule(own.id)),) for own in modules)
    return MessagePart(lines(*said), rows)
