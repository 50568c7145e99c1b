"""What the places are called at which people are, and messages go."""

from collections.abc import Mapping

from bot.domain.telling.places import Place
from bot.messages import Sayable, _
from bot.ports.worlds import HERE, SAMPLE_HERE

_NAMED: Mapping[str, Sayable] = {
    Place.TELEGRAM: "Telegram",
    Place.SLACK: "Slack",
    Place.PAGE: _("page"),
    Place.PUSH: _("as a sign on a device"),
    Place.MAIL: _("by e-mail"),
    HERE: _("page or terminal"),
    SAMPLE_HERE: _("the sample’s page"),
}


def named_place(platform: str) -> Sayable:
    """Name a platform or a place as people call it; one that we do not know by its own word."""
    return _NAMED.get(platform, platform)
