"""What is posted to us, read no further than it may be long."""

from starlette.requests import Request


async def read_at_most(request: Request, limit: int) -> bytes | None:
    """Read a body of so many bytes at most; None where it is larger, and the rest is not read."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            return None
    return bytes(body)
