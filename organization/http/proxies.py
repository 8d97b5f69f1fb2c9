"""Where a request comes from: X-Forwarded-For counts only as far as named proxies have written it."""

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request

#: Whoever asks from where the header says although nobody is named: uvicorn without --no-proxy-headers believes it of
#: this machine and puts it in the place of the address. All of these are one.
REWRITTEN = "127.0.0.1"


@lru_cache
def networks(names: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    """The networks (a single address is one, too).

    Raises:
        ValueError: one is neither an address nor a network.
    """
    return tuple(ip_network(name, strict=False) for name in names)


def is_named(address: str, proxies: Iterable[str]) -> bool:
    """Whether the address is one of the proxies; what is no address is none."""
    try:
        place = ip_address(address)
    except ValueError:
        return False
    return any(place in network for network in networks(tuple(proxies)))


def is_same(address: str, said: str) -> bool:
    """Whether X-Forwarded-For said this address, with or without a port."""
    return bool(address) and (said == address or said.startswith((f"{address}:", f"[{address}]")))


def address_of(request: HttpRequest | Request) -> str:
    """The address that asks: the last one which no named proxy (TRUSTED_PROXIES) has, read from the right."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    written = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if not settings.TRUSTED_PROXIES and any(is_same(address, one) for one in written):
        return REWRITTEN
    while written and is_named(address, settings.TRUSTED_PROXIES):
        address = written.pop() or address
    return address
