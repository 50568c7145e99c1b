"""Settings from the environment and .env; a wrong one is refused at start with a sentence."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.school.naming import Naming
from bot.mail_settings import MailSettings, MailTls, refuse_half
from bot.messages import Text, _
from bot.refusal import Refused
from bot.setting_kinds import (
    BotName,
    Contact,
    Country,
    Language,
    Names,
    Prefix,
    Proxies,
    PublicUrl,
    Zone,
)

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_ADDRESS = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", re.ASCII)
TELEGRAM = "api.telegram.org"
PORTS = (443, 80, 88, 8443)
PREFIX = "KOMPAAN_"
NEAR = 0.8
"""From this likeness on what stands behind the prefix is taken for a mistyped setting."""
_NAMED = re.compile(r"^\s*(?:export\s+)?(KOMPAAN_\w+)\s*=", re.MULTILINE | re.IGNORECASE)
"""A setting in .env."""

ENV_FILE = Path(".env")
"""Settings beside those of the environment, in the folder in which we are started."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Settings(BaseSettings):
    """What an installation may choose; each is read from KOMPAAN_ and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="KOMPAAN_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    database_url: str = Field("sqlite:///kompaan.db", description="where everything is kept")
    language: Language = Field("en", description="in which the command line speaks")
    organisation: str = Field("School", description="the name of the school")
    organisation_language: Language = Field("nl", description="for people who chose none")
    organisation_address: str = Field(
        "", description="how it addresses people, with commas, such as de=Sie"
    )
    organisation_roles: str = Field(
        "", description="what it calls roles, with commas, such as student=cursist"
    )
    time_zone: Zone = Field("Europe/Brussels", description="of the school")
    names: Names = Field(
        Naming.FIRST_NAMES, description="what others' platforms are told of people's names"
    )
    forget_days: int = Field(
        30,
        ge=0,
        le=90,
        description="that those have who decide when somebody wants to be forgotten",
    )
    contact: Contact = Field(
        "", description="whom push services may write to; without it there is no push"
    )
    push_key_file: str = Field(
        "kompaan-push.key", description="the key by which push services know us"
    )
    public_url: PublicUrl = Field(
        "", description="the address of the page for real people; without it there is none"
    )
    http_host: str = Field("127.0.0.1", description="where the web server listens")
    http_port: int = Field(8080, ge=0, le=65535, description="on which port")
    http_prefix: Prefix = Field(
        "", description="the path before ours, where the proxy before us leaves it in place"
    )
    http_proxies: Proxies = Field(
        "127.0.0.0/8,::1",
        description="addresses and networks, with commas, of proxies that say for whom they ask",
    )
    http_allowed_hosts: str = Field(
        "", description="names, with commas, under which the page may be opened beside loopback"
    )
    metrics_token: SecretStr = Field(
        SecretStr(""), description="with which the figures are read from another machine"
    )
    invitation_days: int = Field(14, ge=1, le=365, description="how long an invitation works")
    telegram_bot_name: BotName = Field("", description="the bot's user name, for invitation links")
    telegram_token: SecretStr = Field(SecretStr(""), description="of the bot, by BotFather")
    telegram_webhook_url: str = Field("", description="public address; without it we poll")
    telegram_secret: SecretStr = Field(SecretStr(""), description="that Telegram sends along")
    telegram_api_url: str = Field("https://api.telegram.org", description="of the Bot API server")
    telegram_coloured_buttons: bool = Field(
        False, description="colour the button that is chosen: Bot API 9.4 and newer"
    )
    telegram_date_times: bool = Field(
        False, description="show moments in the zone of the phone: Bot API 9.5 and newer"
    )
    slack_bot_token: SecretStr = Field(SecretStr(""), description="of the Slack app, xoxb-…")
    slack_app_token: SecretStr = Field(SecretStr(""), description="for Socket Mode, xapp-…")
    slack_signing_secret: SecretStr = Field(SecretStr(""), description="with which Slack signs")
    slack_api_url: str = Field("https://slack.com/api", description="of the Slack Web API")
    mail_server: str = Field("", description="that takes our e-mail; without it there is none")
    mail_port: int = Field(0, ge=0, le=65535, description="of that server, if not the usual one")
    mail_tls: MailTls = Field("starttls", description="starttls, tls from the start, or none")
    mail_user: str = Field("", description="who we are there")
    mail_password: SecretStr = Field(SecretStr(""), description="with which we log in there")
    mail_from: str = Field("", description="whom e-mail comes from: an address, or Name <address>")
    holidays: Country = Field("BE", description="the country whose holidays are days off")
    repertoire_file: str = Field("", description="TOML with the school's own questions and tips")
    signing_key_file: str = Field("kompaan.key", description="the key that signs photos")
    clock_jump_hours: int = Field(
        24, ge=1, le=8760, description="how far the clock may jump ahead without being asked about"
    )
    lanes: int = Field(4, ge=1, le=32, description="at once on PostgreSQL; SQLite has one")

    @property
    def mail(self) -> MailSettings:
        """What is set of e-mail."""
        line = self.mail_server, self.mail_port, self.mail_tls
        login = self.mail_user, self.mail_password.get_secret_value()
        return MailSettings(*line, *login, self.mail_from, self.public_url)

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("a token is a number, a colon and letters")
        return value

    @field_validator("telegram_webhook_url", "telegram_api_url", "slack_api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not _ADDRESS.fullmatch(value):
            raise ValueError(f"'{value}' is no address: one begins with https:// and names a host")
        urlsplit(value).port  # noqa: B018 -- it raises where the port is no number
        return value

    @field_validator("slack_bot_token", "slack_app_token")
    @classmethod
    def _slack_token(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        prefix = "xoxb-" if info.field_name == "slack_bot_token" else "xapp-"
        token = value.get_secret_value()
        if token and not (token.startswith(prefix) and token.isascii() and token.isprintable()):
            raise ValueError(f"this token begins with {prefix}")
        return value

    @model_validator(mode="after")
    def _slack(self) -> "Settings":
        delivered = self.slack_app_token or self.slack_signing_secret
        if bool(self.slack_bot_token) != bool(delivered):
            raise ValueError(
                "Slack needs KOMPAAN_SLACK_BOT_TOKEN, and KOMPAAN_SLACK_SIGNING_SECRET "
                "or, for Socket Mode, KOMPAAN_SLACK_APP_TOKEN"
            )
        return self

    @model_validator(mode="after")
    def _mail(self) -> "Settings":
        refuse_half(self.mail)
        return self

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        """Refuse what Telegram would; a Bot API server of one's own takes any address."""
        url = self.telegram_webhook_url
        if not url or urlsplit(self.telegram_api_url).hostname != TELEGRAM:
            return self
        asked = urlsplit(url)
        if asked.scheme != "https":
            raise ValueError("KOMPAAN_TELEGRAM_WEBHOOK_URL: Telegram delivers over https:// alone")
        if (asked.port or 443) not in PORTS:
            raise ValueError(
                "KOMPAAN_TELEGRAM_WEBHOOK_URL: Telegram delivers to the ports 443, 80, 88 and "
                f"8443 alone, not to {asked.port}"
            )
        return self

    @model_validator(mode="after")
    def _secret(self) -> "Settings":
        secret = self.telegram_secret.get_secret_value()
        if self.telegram_webhook_url and not _SECRET.fullmatch(secret):
            raise ValueError(
                "KOMPAAN_TELEGRAM_WEBHOOK_URL needs KOMPAAN_TELEGRAM_SECRET: "
                "1 to 256 letters, digits, _ or -"
            )
        return self


def _mistyped(names: Iterable[str]) -> Text | None:
    """Name the first variable that is nearly one of ours: ignored, it would store elsewhere."""
    known = [name.upper() for name in Settings.model_fields]
    ours = (name for name in names if name.upper().startswith(PREFIX))
    for name in sorted(name for name in ours if name.upper().removeprefix(PREFIX) not in known):
        near = _nearest(name.upper().removeprefix(PREFIX), known)
        if near is not None:
            meant = f"{PREFIX}{near}"
            return _("{name} is no setting. Is it {near} that you mean?", name=name, near=meant)
    return None


def _nearest(name: str, known: Sequence[str]) -> str | None:
    """Find the setting that a name is nearly, or a part of."""
    from difflib import get_close_matches  # only who has others of this kind pays for it

    words = set(name.split("_"))
    part = (
        setting for setting in known if setting.startswith(name) or words <= set(setting.split("_"))
    )
    return next(iter(get_close_matches(name, known, 1, NEAR)), None) or next(part, None)


def named_in_file() -> list[str]:
    """List our variables in .env; what cannot be read there is said by who reads the values."""
    try:
        return _NAMED.findall(ENV_FILE.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return []


def read_settings() -> Settings:
    """Read the settings; raises Refused with a sentence per wrong one."""
    if mistyped := _mistyped([*os.environ, *named_in_file()]):
        raise Refused(mistyped)
    try:
        return Settings()
    except (OSError, UnicodeDecodeError):
        raise Refused(_("The file .env cannot be read: save it as text, in UTF-8.")) from None
    except ValidationError as error:
        wrong = "; ".join(
            _sentence(problem["loc"], problem["msg"])
            for problem in error.errors(include_input=False, include_url=False)
        )
        raise Refused(_("A setting is wrong. {wrong}", wrong=wrong)) from None


def _sentence(place: tuple[int | str, ...], problem: str) -> str:
    said = problem.removeprefix("Value error, ")
    return f"KOMPAAN_{'_'.join(map(str, place)).upper()}: {said}" if place else said
