"""Who speaks for a sector proposes a module: a file, shown first, and proposed by a tap."""

from bot.domain.administering.handed import AT_ONCE_BYTES, MOST_NAME
from bot.domain.folding import storable
from bot.domain.importing.drafts import FrameworkDraft
from bot.domain.sector.modules import ModuleState, SectorModule
from bot.domain.sector.sectors import Sector
from bot.messages import Button, Reply, Sayable, _, lines, listed
from bot.refusal import Refused
from bot.use_cases.sector.modules.hand_module import hand_module, propose_handed, put_handed_away
from bot.use_cases.sector.modules.propose_module import withdraw_module
from bot.use_cases.sector.modules.see_modules import see_module
from handlers.sector.modules.phrases import GONE, say_contents, say_state, table_of, title_of
from handlers.sector.modules.taps import ProposeModule, WithdrawModule
from handlers.talking.routing.doors import OpenOwnSector
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

DOCUMENT = "document"
MOST_KB = AT_ONCE_BYTES // 1000
NOT_YOURS = _("This is for who speaks for a sector.")
NOTHING = _("Nothing was proposed. Mend the file and send it again.")


def take_module_file(turn: Turn) -> Replies | None:
    """Show what is in a file that who speaks for a sector sent; None for what is none of theirs."""
    sector = turn.uow.sectors.find_spoken_for(turn.person.id)
    if turn.said.media != DOCUMENT or sector is None:
        return None
    sent = turn.said.sent
    if sent is None or sent.data is None or len(sent.data) > AT_ONCE_BYTES:
        too_large = sent is not None and (sent.too_large or sent.data is not None)
        said = (
            _("{file} is too large for a module: {most} kB at most.", file=sent.name, most=MOST_KB)
            if sent is not None and too_large
            else _("This file could not be fetched from where you sent it. Please send it again.")
        )
        return [Reply(said)]
    name = storable(sent.name)[-MOST_NAME:]
    try:
        handed = hand_module(turn.uow, turn.person, sector, name, sent.data, turn.at)
    except Refused as refused:
        return [Reply(lines(refused.text, NOTHING))]
    return [_show_handed(turn, sector, handed.id, handed.draft, handed.left_out)]


def _show_handed(
    turn: Turn, sector: Sector, file: int, draft: FrameworkDraft, left_out: tuple[str, ...]
) -> Reply:
    text = lines(
        _("A module of {sector}: {title}", sector=sector.name, title=title_of(draft)),
        *say_contents(draft),
        _("Not read, since no column is called so: {columns}.", columns=listed(left_out))
        if left_out
        else None,
        _("Shall I propose it to the school? Nothing was proposed yet."),
    )
    rows = (
        (button(_("propose it"), ProposeModule(file, "yes")),),
        (button(_("no, put it away"), ProposeModule(file, "no")),),
    )
    return offer(turn, Reply(text, rows, files=(table_of(draft),)))


def tapped_propose(turn: Turn, tap: ProposeModule) -> Replies:
    """Propose the module of the file that was shown, or put it away."""
    sector = turn.uow.sectors.find_spoken_for(turn.person.id)
    if sector is None:
        return [Reply(NOT_YOURS)]
    if tap.what == "no":
        put_handed_away(turn.uow, turn.person)
        return [Reply(_("Put away; nothing was proposed."), edit=True)]
    try:
        module = propose_handed(turn.uow, turn.person, sector, tap.file, turn.at)
    except Refused as refused:
        return [Reply(lines(refused.text, NOTHING), edit=True)]
    if module is None:
        return [Reply(_("This file does not wait any more: send it again."), edit=True)]
    named = turn.uow.administrators.list_of(sector.organisation_id)
    said = lines(
        _("Proposed: {title}", title=title_of(module.draft)),
        _("Who runs Kompaan for the school hears of it; you read here what they say.")
        if named
        else _("Nobody runs Kompaan in the chat for this school yet: tell them yourself."),
    )
    return [Reply(said, ((_withdraw(module),), (_own(),)), edit=True)]


def tapped_withdraw(turn: Turn, tap: WithdrawModule) -> Replies:
    """Take a module back that waits."""
    module = find_own_module(turn, tap.module)
    if module is None:
        return [Reply(GONE)]
    if withdraw_module(turn.uow, module, turn.at, turn.person.id):
        said: Sayable = _("Taken back: {title}", title=title_of(module.draft))
    else:
        said = _("The school said something of it by now, so it stays.")
    return [Reply(said, ((_own(),),), edit=True)]


def find_own_module(turn: Turn, module_id: int) -> SectorModule | None:
    """Find a module of the sector for which this person speaks."""
    speaks = turn.uow.sectors.find_spoken_for(turn.person.id) is not None
    return see_module(turn.uow, turn.person, module_id) if speaks else None


def show_own_module(turn: Turn, module: SectorModule) -> Reply:
    """Show who speaks for the sector how it stands with a module."""
    waits = module.state is ModuleState.PROPOSED
    text = lines(title_of(module.draft), say_state(turn, module), *say_contents(module.draft))
    rows = ((_withdraw(module),), (_own(),)) if waits else ((_own(),),)
    return offer(turn, Reply(text, rows, edit=True))


def _own() -> Button:
    return button(_("your sector"), OpenOwnSector())


def _withdraw(module: SectorModule) -> Button:
    return button(_("take it back"), WithdrawModule(module.id))
