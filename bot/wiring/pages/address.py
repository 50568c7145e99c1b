"""Under which address the page is reached, and whether what listens can be behind it."""

from urllib.parse import urlsplit

from bot.domain.joining.ways_in import WaysIn
from bot.messages import Sayable, _
from bot.settings import Settings
from bot.storage.health import Finding

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def opened_at(host: str, port: int) -> str:
    """Tell an address that opens on this machine what listens on a host: of all of them one."""
    bare = host.strip("[]")
    name = "localhost" if bare in ("", "::", "0.0.0.0") else bare  # noqa: S104 – it is read here
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def listens(settings: Settings) -> list[Sayable]:
    """Say where Kompaan listens, and the address at which people open the page where it has one."""
    here = opened_at(settings.http_host, settings.http_port)
    said: list[Sayable] = [_("Kompaan listens on {address} (Ctrl-C ends it).", address=here)]
    if settings.public_url:
        said.append(examined_address(settings).text)
    return said


def examined_address(settings: Settings) -> Finding:
    """Say how people come to the page, and where the address leads past what listens."""
    address, port = settings.public_url, settings.http_port
    if not address:
        return Finding(
            True, _("There is no page for real people: KOMPAAN_PUBLIC_URL is its address.")
        )
    asked = urlsplit(address)
    if asked.scheme == "https":
        said = _(
            "People open the page at {address}; a proxy brings them to {here}.",
            address=address,
            here=opened_at(settings.http_host, port),
        )
        return Finding(True, said)
    # In a container another port may be the machine's: only on loopback both are the same.
    if settings.http_host.strip("[]") in _LOOPBACK and (asked.port or 80) != port:
        said = _(
            "The links lead to {address}, and Kompaan listens on port {port}: set both "
            "KOMPAAN_PUBLIC_URL and KOMPAAN_HTTP_PORT to the same port.",
            address=address,
            port=port,
        )
        return Finding(False, said)
    said = _("The page is open at {address}, on this machine alone: to try it.", address=address)
    return Finding(True, said)


def ways_in_of(settings: Settings) -> WaysIn:
    """By what people come in, as the settings say: no platform is asked."""
    return WaysIn(
        settings.public_url,
        settings.telegram_bot_name,
        telegram=bool(settings.telegram_token),
        slack=bool(settings.slack_bot_token),
        days=settings.invitation_days,
    )
