"""Why a placement stops, in words."""

from collections.abc import Mapping

from bot.domain.supporting.stops import StopReason
from bot.messages import Sayable, _

STOP_REASONS: Mapping[StopReason, Sayable] = {
    StopReason.STUDENT: _("the student stops"),
    StopReason.COMPANY: _("the company stops"),
    StopReason.BOTH: _("both agree"),
    StopReason.ELSE: _("another reason"),
}
"""On a button and in a sentence."""
