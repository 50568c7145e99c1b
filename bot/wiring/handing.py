"""What is handed in and out in a chat: files that are read in, and the ways in of invitations."""

from bot.domain.joining.ways_in import WaysIn
from bot.ports.administering.handed_files import FileDraft
from bot.settings import Settings


def read_file(name: str, data: bytes, zone: str) -> FileDraft:
    """Read a file that an administrator sent in a chat. Raises Refused."""
    from bot.exchange.handed import read_handed  # only who sends one pays for loading it

    return read_handed(name, data, zone)


def ways_in_of(settings: Settings) -> WaysIn:
    """By what people come in, as the settings say: no platform is asked."""
    return WaysIn(
        settings.public_url,
        settings.telegram_bot_name,
        telegram=bool(settings.telegram_token),
        slack=bool(settings.slack_bot_token),
        days=settings.invitation_days,
    )
