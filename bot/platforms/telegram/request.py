"""The library's requests over aiohttp: five times as fast as the transport that ships with it."""

from functools import cache
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientSession,
    ClientTimeout,
    FormData,
)
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.platforms.line.proxies import proxy_for
from bot.platforms.line.reasons import reason_of
from bot.platforms.telegram.errors import NoConnection

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0


class AiohttpRequest(BaseRequest):
    """One session to the Bot API, for everything that one bot says."""

    def __init__(
        self, read_seconds: float = READ_SECONDS, *, coloured: bool = False, timed: bool = False
    ) -> None:
        """Prepare; the session opens with initialize, inside a running loop.

        The server takes a button's style where it is `coloured` (Bot API 9.4), and knows moments in
        a text where it is `timed` (9.5).
        """
        self.coloured, self.timed = coloured, timed
        self._read_seconds = read_seconds
        self._session: ClientSession | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float:
        """The seconds that an answer may take."""
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            self._session = ClientSession()

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; raises NoConnection, TimedOut or NetworkError."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None  # noqa: S101 – opened just above
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._read_seconds
        try:
            async with self._session.request(
                method,
                url,
                timeout=_limit(seconds),
                proxy=self._proxy(url),
                **_body(request_data),
            ) as answer:
                return answer.status, await answer.read()
        except (ClientConnectorError, ClientHttpProxyError) as error:
            raise NoConnection(reason_of(error) or type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except ClientError as error:
            # Only its kind: the address, which others would quote, holds the bot's token.
            raise NetworkError(type(error).__name__) from None

    def _proxy(self, url: str) -> str | None:
        """Look up the proxy of a host once: the environment of a process stays as it is."""
        place, _path, _rest = url.partition("/bot")
        if place not in self._proxies:
            self._proxies[place] = proxy_for(url)
        return self._proxies[place]


async def call(bot: Bot, method: str, *, read_seconds: float | None = None, **values: Any) -> Any:
    """Call a method by its name; its result as it came. Raises TelegramError.

    The bot's own methods make objects of all that comes back, which costs more than the call.
    Files go along as the library's InputFile and InputMedia.
    """
    if isinstance(bot.request, AiohttpRequest):
        values = values if bot.request.coloured else without_styles(values)
        values = values if bot.request.timed else without_moments(values)
    # In small letters, in which the API takes it too, the library knows no method of its own,
    # which it would rather have called.
    return await bot.do_api_request(method.lower(), values, read_timeout=read_seconds)


def without_styles(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out how buttons are coloured, which an older server may not know."""
    markup = values.get("reply_markup")
    if not isinstance(markup, dict) or "inline_keyboard" not in markup:
        return values
    rows = [
        [{name: own for name, own in button.items() if name != "style"} for button in row]
        for row in markup["inline_keyboard"]
    ]
    return {**values, "reply_markup": {"inline_keyboard": rows}}


def without_moments(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out where moments stand in a text, which an older server may not know."""
    return {name: value for name, value in values.items() if name != "entities"}


@cache
def _limit(read_seconds: float) -> ClientTimeout:
    return ClientTimeout(total=None, connect=CONNECT_SECONDS, sock_read=read_seconds)


def _body(data: RequestData | None) -> dict[str, Any]:
    """Put a request's body as aiohttp takes it: JSON, or a form where files go along."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"json": data.parameters}
    form = FormData(data.json_parameters)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return {"data": form}
