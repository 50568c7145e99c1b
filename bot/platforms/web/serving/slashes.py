"""Addresses as they are pasted, with a slash too many at their end."""

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.types import Receive, Scope, Send


async def without_slash(scope: Scope, receive: Receive, send: Send) -> None:
    """Lead to the address without its last slash; where there is none, nothing is found.

    Beside itself, since we do not know under which name and path a proxy is reached. Raises
    HTTPException.
    """
    before, _slash, rest = str(scope.get("path", "")).rpartition("/")
    name = before.rpartition("/")[2]
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or rest or not name:
        raise HTTPException(404)
    asked = scope.get("query_string", b"").decode("latin-1")
    where = f"../{name}?{asked}" if asked else f"../{name}"
    await RedirectResponse(where, 307)(scope, receive, send)
