"""Deliberation: the result at the workplace, the rule behind it, and results that are entered."""

from bot.messages import _
from handlers.evaluating.deliberating.asked import MarkAwaited, ResultAwaited, WeightsAwaited
from handlers.evaluating.deliberating.entering import (
    is_result,
    stand_result,
    take_result,
    tapped_enter,
)
from handlers.evaluating.deliberating.listed import (
    answer_results,
    seek_results,
    tapped_last_photo,
    tapped_results,
)
from handlers.evaluating.deliberating.rule import (
    are_weights,
    ask_mark,
    ask_weights,
    is_number,
    take_mark,
    take_weights,
    tapped_kind,
    tapped_rule,
)
from handlers.evaluating.deliberating.shown import tapped_result
from handlers.evaluating.deliberating.taps import (
    EnterResult,
    MarkLastPhoto,
    ShowResult,
    ShowResults,
    ShowWorkplaceRule,
    StateWorkplaceRule,
)
from handlers.talking.routing.route import EVERYBODY, About, CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "deliberation",
            Words("deliberatie", "deliberation", "beratung"),
            About(seek_results, answer_results),
            _("the result at the workplace"),
            EVERYBODY,
            place=133,
        ),
    ),
    taps=(
        on(ShowResult, tapped_result),
        on(ShowResults, tapped_results),
        on(MarkLastPhoto, tapped_last_photo),
        on(ShowWorkplaceRule, tapped_rule),
        on(StateWorkplaceRule, tapped_kind),
        on(EnterResult, tapped_enter),
    ),
    questions=(
        asks(MarkAwaited, take_mark, fits=is_number, stands=ask_mark),
        asks(WeightsAwaited, take_weights, fits=are_weights, stands=ask_weights),
        asks(ResultAwaited, take_result, fits=is_result, stands=stand_result),
    ),
)
