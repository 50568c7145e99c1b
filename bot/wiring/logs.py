"""The log of the process: its own words, and of a library that it said something, and where.

Libraries write down what they were given: what people said, and addresses that hold a token.
"""

import logging
from collections.abc import Iterable
from typing import TextIO
from urllib.parse import quote, unquote, urlsplit
from urllib.request import getproxies

from pydantic import SecretStr
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.settings import Settings

OURS = ("bot", "handlers")
OF_THE_SERVER = "uvicorn"
"""It says where it listens, and of a request only that it was none."""
HIDDEN = "…"


class DiscreetFormatter(logging.Formatter):
    """Writes what we say, and of everybody else the place and the kind of an error alone."""

    def __init__(self, secrets: Iterable[str]) -> None:
        """Take what no line may hold, whoever writes it."""
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        written = {
            form for secret in secrets if secret for form in (secret, quote(secret, safe=""))
        }
        self._secrets = sorted(written, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Write a record in one line, without what people said and without secrets."""
        said = logging.makeLogRecord(record.__dict__)
        kind = record.exc_info[0] if record.exc_info else None
        said.exc_info = said.exc_text = said.stack_info = None
        topic = record.name.partition(".")[0]
        if topic not in OURS and (topic != OF_THE_SERVER or kind is not None):
            said.msg, said.args = f"said something in {record.module}, line {record.lineno}", None
        line = super().format(said)
        if kind is not None:
            line += f" ({kind.__name__})"
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        # Of what came from elsewhere no sign may begin a line of its own, or colour a terminal.
        return "".join(sign if sign.isprintable() else " " for sign in line)


def secrets_of(settings: Settings) -> list[str]:
    """List what an installation keeps to itself: tokens, secrets, and passwords in addresses."""
    values = (getattr(settings, name) for name in type(settings).model_fields)
    secrets = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
    try:
        password = make_url(settings.database_url).password
    except ArgumentError:
        password = None
    return [*secrets, password or "", *map(_password_of, getproxies().values())]


def _password_of(proxy: str) -> str:
    try:
        return unquote(urlsplit(proxy if "://" in proxy else f"//{proxy}").password or "")
    except ValueError:  # no address at all: nothing is reached by it either
        return ""


def log_discreetly(settings: Settings, to: TextIO | None = None) -> logging.Handler:
    """Write the log of this process to a stream: standard error where none is given."""
    handler = logging.StreamHandler(to)
    handler.setFormatter(DiscreetFormatter(secrets_of(settings)))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler
