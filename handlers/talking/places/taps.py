"""Buttons about where unasked messages go."""

from bot.domain.telling.places import Place
from handlers.talking.routing.tap import Tap


class ShowPlaces(Tap, code="wm"):
    """Show where messages go, and what else there is."""


class ChoosePlace(Tap, code="wp"):
    """Let messages go to a place."""

    place: Place


class GiveAddress(Tap, code="we"):
    """Say where one wants e-mail."""


class AskAway(Tap, code="wn"):
    """Want no e-mail any more: asked first whether that is meant."""


class TakeAddressAway(Tap, code="wy"):
    """Want no e-mail any more, and be sure of it."""
