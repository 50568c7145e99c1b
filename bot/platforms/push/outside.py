"""Endpoints come from browsers, so whoever subscribes could name any host: only public ones count.

A name is resolved once for each connection, and the addresses that were looked at are those that
are connected to: a name that means another address a moment later leads nowhere.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
LOOKED_UP_WITHIN = 5.0
"""Seconds that a name may take to be looked up."""


class NotOutside(OSError):
    """A name means an address that is not public."""


class OutsideResolver(AbstractResolver):
    """Looks names up, and lets nobody connect to a name that means an address inside."""

    def __init__(self) -> None:
        """Look up as the system does."""
        self._system = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Look a name up. Raises NotOutside where any address that it means is not public."""
        found = await self._system.resolve(host, port, family)
        if not found or not all(is_outside(result["host"]) for result in found):
            raise NotOutside(f"{len(found)} addresses")
        return found

    async def close(self) -> None:
        """Nothing is open."""
        await self._system.close()


def is_outside(written: str) -> bool:
    """Say whether an address is public: of the internet, and of one machine there."""
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(address)
    if inner is not None:
        return is_outside(str(inner))
    # What a site kept to itself before there were private addresses.
    site = isinstance(address, IPv6Address) and address.is_site_local
    special = site or address.is_multicast or address.is_reserved or address.is_unspecified
    local = address.is_private or address.is_loopback or address.is_link_local
    return address.is_global and not special and not local


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Tell the address of the older internet that one of the newer carries, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if any(address in network for network in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


async def means_outside(host: str) -> bool:
    """Say whether a name means public addresses alone, now; False where it is not known."""
    resolver = OutsideResolver()
    try:
        async with asyncio.timeout(LOOKED_UP_WITHIN):
            return bool(await resolver.resolve(host, 443))
    except (OSError, TimeoutError, UnicodeError):
        return False
