"""Whose line a request comes over: its other end, or who a proxy of ours says is behind it.

Whoever asks may write any header, so a proxy's word counts only where the other end of the line is
one of ours, and of a list of addresses the last that is no proxy of ours: what stands before it was
written by others.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.requests import HTTPConnection

log = logging.getLogger(__name__)

FORWARDED = "x-forwarded-for"
HOME = 64
"""Bits of an address of IPv6 that one household or school has for all its devices."""

Network = IPv4Network | IPv6Network


@dataclass(slots=True)
class Lines:
    """Tells lines apart; `proxies` are the networks whose word about others is believed.

    `behind` says that all requests come through one of them, since it is there that TLS ends.
    """

    proxies: Sequence[Network] = ()
    behind: bool = False
    _warned: bool = field(default=False, init=False)

    def of(self, asked: HTTPConnection) -> str:
        """Name the line of a request; of IPv6 it is all of a household or a school."""
        peer = _bare(asked.client.host) if asked.client else ""
        heads = asked.headers.getlist(FORWARDED)
        told = [_bare(name) for head in heads for name in head.split(",")]
        if self.behind and self._is_ours(peer) and not told:
            self._warn()
        line = peer
        while told and self._is_ours(line):
            nearest = told.pop()
            if not nearest:
                break
            line = nearest
        return _household(line)

    def _is_ours(self, name: str) -> bool:
        return bool(name) and any(ip_address(name) in network for network in self.proxies)

    def _warn(self) -> None:
        """Say once that a proxy does not say for whom it asks: all share what one may."""
        if not self._warned:
            self._warned = True
            log.warning(
                "the proxy before us does not say for whom it asks (X-Forwarded-For): "
                "limits hold for all together; see KOMPAAN_HTTP_PROXIES"
            )


def networks_in(written: str) -> list[Network]:
    """Read addresses and networks with commas between them; raises ValueError for others."""
    named = [name.strip() for name in written.split(",") if name.strip()]
    return [ip_network(name, strict=False) for name in named]


def _bare(name: str) -> str:
    """Read an address with or without a port; empty for whatever is none."""
    plain = name.strip().strip('"')
    if plain.startswith("["):
        plain = plain[1:].partition("]")[0]
    elif plain.count(":") == 1:
        plain = plain.partition(":")[0]
    try:
        address = ip_address(plain.partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


def _household(name: str) -> str:
    if ":" not in name:
        return name
    return str(ip_network(f"{name}/{HOME}", strict=False))
