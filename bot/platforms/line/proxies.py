"""Through which proxy an address is reached, by the environment as other programs read it.

HTTPS_PROXY is for https and wss, HTTP_PROXY for http and ws, ALL_PROXY for whatever has none of its
own; NO_PROXY names the hosts that are reached directly. aiohttp by itself leaves out sockets, and
looks anew at each call; slack_sdk leaves out NO_PROXY.
"""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

_LIKE = {"wss": "https", "ws": "http"}


def proxy_for(address: str) -> str | None:
    """Tell the proxy's address for an address; None where it is reached directly."""
    asked = urlsplit(address)
    if not asked.hostname or proxy_bypass(asked.netloc.rpartition("@")[2]):
        return None
    known = getproxies()
    found = known.get(_LIKE.get(asked.scheme, asked.scheme)) or known.get("all")
    if not found:
        return None
    return found if "://" in found else f"http://{found}"
