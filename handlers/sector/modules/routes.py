"""Modules of a sector: proposed, looked at, taken in, refused."""

from bot.domain.telling.errands import ErrandKind
from bot.messages import Reply
from handlers.sector.modules.asked import ModuleReason
from handlers.sector.modules.deciding import (
    draw_module,
    find_school_module,
    tapped_foresee,
    tapped_list_module,
    tapped_refuse,
    tapped_take_module,
    tapped_take_out,
    typed_reason,
)
from handlers.sector.modules.phrases import GONE
from handlers.sector.modules.proposing import (
    find_own_module,
    show_own_module,
    take_module_file,
    tapped_propose,
    tapped_withdraw,
)
from handlers.sector.modules.taps import (
    ForeseeModule,
    ListModule,
    ProposeModule,
    RefuseModule,
    ShowModule,
    TakeModule,
    TakeModuleOut,
    WithdrawModule,
)
from handlers.sector.modules.telling import tell_proposed, tell_settled
from handlers.talking.rights.guarded import guarded
from handlers.talking.routing.route import Routes, asks, on
from handlers.talking.turn import Replies, Turn


def tapped_module(turn: Turn, tap: ShowModule) -> Replies:
    """Show a module: to who runs the school to decide, to its sector as it stands."""
    own = find_own_module(turn, tap.module)
    if own is not None:
        return [show_own_module(turn, own)]
    module = find_school_module(turn, tap.module)
    return [draw_module(turn, module) if module else Reply(GONE)]


ROUTES = Routes(
    taps=(
        on(ShowModule, tapped_module),
        on(ListModule, guarded(tapped_list_module)),
        on(ProposeModule, tapped_propose),
        on(WithdrawModule, tapped_withdraw),
        on(ForeseeModule, guarded(tapped_foresee)),
        on(TakeModule, guarded(tapped_take_module)),
        on(TakeModuleOut, guarded(tapped_take_out)),
        on(RefuseModule, guarded(tapped_refuse)),
    ),
    questions=(asks(ModuleReason, guarded(typed_reason), any_words=True),),
    tellings={
        ErrandKind.MODULE_PROPOSED: tell_proposed,
        ErrandKind.MODULE_SETTLED: tell_settled,
    },
    file=take_module_file,
)
