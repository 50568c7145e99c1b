"""A connection that is reset in the middle of a request."""

import socket
import struct

from aiohttp import web

RESET = struct.pack("ii", 1, 0)


def cut(request: web.BaseRequest) -> web.StreamResponse:
    """Reset the connection."""
    transport = request.transport
    if transport is not None:
        plug = transport.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        transport.abort()
    return web.Response()
