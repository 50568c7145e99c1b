"""What kinds of values settings have; a wrong one is refused with a sentence."""

import re
from ipaddress import ip_network
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator

from bot.domain.languages import LANGUAGES
from bot.domain.school.naming import Naming

_HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
_CONTACT = rf"mailto:[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_HOST}|https://{_HOST}"
_PUBLIC = r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*"


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"'{value}' is not a time zone such as Europe/Brussels") from None


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"'{value}' is not one of {', '.join(LANGUAGES)}")
    return value


def _names(value: str) -> Naming:
    """Take first-names and first_names as well: a blank is easily lost in an environment."""
    plain = value.strip().lower().replace("-", " ").replace("_", " ")
    if plain not in tuple(Naming):
        raise ValueError(f"'{value}' is not one of {', '.join(Naming)}")
    return Naming(plain)


def _bot_name(value: str) -> str:
    name = value.removeprefix("@")
    if not re.fullmatch(r"[A-Za-z0-9_]{5,32}|", name, re.ASCII):
        raise ValueError(f"'{value}' is not a bot's user name such as @KompaanBot")
    return name


def _country(value: str) -> str:
    code = value.strip().upper()
    if code == "NONE":
        return ""
    if not re.fullmatch(r"[A-Z]{2}", code, re.ASCII):
        raise ValueError(f"'{value}' is not a country code such as BE, nor none")
    return code


def _prefix(value: str) -> str:
    path = value.strip().rstrip("/")
    if path and not re.fullmatch(r"(/[A-Za-z0-9._~-]+)+", path, re.ASCII):
        raise ValueError(f"'{value}' is not a path such as /kompaan")
    return path


def _contact(value: str) -> str:
    """Refuse what push services refuse: Apple's takes no name that only this machine knows."""
    if value and not re.fullmatch(_CONTACT, value, re.ASCII):
        raise ValueError(
            f"'{value}' is neither mailto:somebody@school.example nor https://school.example"
        )
    return value


Contact = Annotated[str, AfterValidator(_contact)]


def _proxies(value: str) -> str:
    if value.strip().lower() == "none":
        return ""
    for name in filter(None, map(str.strip, value.split(","))):
        try:
            ip_network(name, strict=False)
        except ValueError:
            raise ValueError(f"'{name}' is no address or network such as 10.0.0.0/8") from None
    return value


def _public_url(value: str) -> str:
    """Refuse what no browser opens: a link must lead people to us, and keep their sessions."""
    url = value.strip().rstrip("/")
    if url and not re.fullmatch(_PUBLIC, url, re.ASCII):
        raise ValueError(f"'{value}' is no address such as https://kompaan.school.example")
    asked = urlsplit(url)
    if url and asked.scheme == "http" and asked.hostname not in ("localhost", "127.0.0.1"):
        raise ValueError("people's sessions go over https:// alone, but on this machine")
    asked.port  # noqa: B018 -- it raises where the port is no number
    return url


PublicUrl = Annotated[str, AfterValidator(_public_url)]
Proxies = Annotated[str, AfterValidator(_proxies)]
Prefix = Annotated[str, AfterValidator(_prefix)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(_language)]
Zone = Annotated[str, AfterValidator(_zone)]
Names = Annotated[Naming, BeforeValidator(_names)]
BotName = Annotated[str, AfterValidator(_bot_name)]
