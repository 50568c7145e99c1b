"""Settings from the environment and .env; a wrong one is refused at start with a sentence."""

from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.languages import LANGUAGES
from bot.messages import _
from bot.refusal import Refused


def _zone(value: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"'{value}' is not a time zone such as Europe/Brussels") from None


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"'{value}' is not one of {', '.join(LANGUAGES)}")
    return value


Language = Annotated[str, AfterValidator(_language)]
Zone = Annotated[str, AfterValidator(_zone)]


class Settings(BaseSettings):
    """What an installation may choose; each is read from KOMPAAN_ and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="KOMPAAN_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    database_url: str = Field("sqlite:///kompaan.db", description="where everything is kept")
    language: Language = Field("en", description="in which the command line speaks")
    organisation: str = Field("School", description="the name of the school")
    organisation_language: Language = Field("nl", description="for people who chose none")
    time_zone: Zone = Field("Europe/Brussels", description="of the school")
    http_host: str = Field("127.0.0.1", description="where the web server listens")
    http_port: int = Field(8080, ge=0, le=65535, description="on which port")
    http_allowed_hosts: str = Field(
        "", description="names, with commas, under which the page may be opened beside loopback"
    )
    lanes: int = Field(4, ge=1, le=32, description="at once on PostgreSQL; SQLite has one")


def read_settings() -> Settings:
    """Read the settings; raises Refused with a sentence per wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(
            f"KOMPAAN_{'_'.join(map(str, one['loc'])).upper()}: {one['msg']}"
            for one in error.errors(include_input=False, include_url=False)
        )
        raise Refused(_("A setting is wrong. {wrong}", wrong=wrong)) from None
