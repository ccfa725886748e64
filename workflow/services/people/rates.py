"""How often somebody may ask: kept in memory only, and of an address not even that.

Whoever asks is known by a keyed digest of his address or his id; the key is made anew each day and
never leaves the process, so that nothing here can tell afterwards who it was.
"""

from __future__ import annotations

import contextlib
import hmac
import ipaddress
import math
import secrets
import threading
from collections import OrderedDict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType

from workflow.errors import LinkRefused, TooMany

_MOST_KEYS = 20_000
_KEY_BYTES = 32
_DAY = 86_400.0
_MINUTE = 60.0
_HOUR = 3_600.0
_NETWORK_BITS = 64
"""Of an address of IPv6: whoever has one has all of these."""


class Kind(StrEnum):
    """What is asked for."""

    JOIN = "join"
    COME_BACK = "come_back"
    SAVE = "save"
    DRAFT = "draft"
    READ = "read"
    SEARCH = "search"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Limit:
    """How often is too often."""

    windows: tuple[tuple[int, float], ...]
    """So many within so many seconds; all of them hold."""
    backs_off: bool = False
    """Whether whoever went too far waits twice as long each time, and gets one attempt then."""


LIMITS: Mapping[Kind, Limit] = MappingProxyType(
    {
        Kind.JOIN: Limit(((5, 5 * _MINUTE),), backs_off=True),
        Kind.COME_BACK: Limit(((5, 5 * _MINUTE),), backs_off=True),
        Kind.SAVE: Limit(((60, _MINUTE), (600, _HOUR))),
        Kind.DRAFT: Limit(((120, _MINUTE),)),
        Kind.READ: Limit(((240, _MINUTE),)),
        Kind.SEARCH: Limit(((60, _MINUTE),)),
        Kind.EXPORT: Limit(((20, _MINUTE), (200, _HOUR))),
    }
)


@dataclass(slots=True)
class _Asked:
    """When one who asks was let through, and how long he is shut out."""

    at: deque[float] = field(default_factory=deque)
    strikes: int = 0
    until: float = -math.inf
    under_way: int = 0


class Rates:
    """Counts how often each asks; one for the process, for all its threads."""

    def __init__(self, most: int = _MOST_KEYS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._day = date.min
        self._key = b""
        self._asked: OrderedDict[bytes, _Asked] = OrderedDict()

    @property
    def known(self) -> int:
        """Count who is remembered."""
        return len(self._asked)

    def ask(self, kind: str, key: str, now: datetime) -> None:
        """Count one attempt, and refuse it where there were too many.

        Args:
            kind: what is asked for, one of `Kind`.
            key: an address, or a member's id; it is not kept.
            now: the moment.

        Raises:
            TooMany: how many seconds are left to wait; a refused attempt does not add to them.
        """
        with self._lock:
            _take(self._of(kind, key, now), LIMITS[Kind(kind)], now.timestamp())

    @contextlib.contextmanager
    def guess(self, kind: str, key: str, now: datetime) -> Iterator[None]:
        """Count an attempt to open something with a link, unless it opens.

        So a room full of volunteers behind one address can join within a minute; those who press
        the button at the same moment are asked to press again, not shut out.

        Raises:
            TooMany: how many seconds are left to wait.
        """
        with self._lock:
            asked, limit = self._of(kind, key, now), LIMITS[Kind(kind)]
            if asked.under_way and len(asked.at) >= _most(limit):
                raise TooMany(1.0)
            until = asked.until
            _take(asked, limit, now.timestamp())
            asked.under_way += 1
        has_opened = True
        try:
            yield
        except LinkRefused:
            has_opened = False
            raise
        finally:
            with self._lock:
                asked.under_way -= 1
                if has_opened:
                    _give_back(asked, until)

    def _of(self, kind: str, key: str, now: datetime) -> _Asked:
        today = now.astimezone(UTC).date()
        if today > self._day:
            self._day, self._key = today, secrets.token_bytes(_KEY_BYTES)
            self._asked.clear()
        who = hmac.digest(self._key, f"{kind}\0{_network(key)}".encode(), "sha256")
        asked = self._asked.setdefault(who, _Asked())
        self._asked.move_to_end(who)
        if len(self._asked) > self._most:
            self._asked.popitem(last=False)  # whoever has not asked for the longest time
        return asked


def _take(asked: _Asked, limit: Limit, now: float) -> None:
    wait = _wait(asked, limit, now)
    if wait > 0:
        raise TooMany(wait)
    if asked.strikes:  # after a time out there is one attempt before the next
        _strike(asked, limit, now)
    else:
        asked.at.append(now)


def _give_back(asked: _Asked, until: float) -> None:
    """Let it be as if the last attempt had not been; `until` is what it was before."""
    if asked.strikes:
        asked.strikes -= 1
        asked.until = until
    elif asked.at:
        asked.at.pop()


def _wait(asked: _Asked, limit: Limit, now: float) -> float:
    """Give the seconds until the next attempt is free; shut out whoever went too far."""
    if asked.until > now:
        return asked.until - now
    if asked.strikes and now >= asked.until + _time_out(limit, asked.strikes):
        asked.strikes = 0  # he was calm for as long as he had been shut out
    if asked.strikes:
        return 0.0
    while asked.at and asked.at[0] <= now - _longest(limit):
        asked.at.popleft()
    waits = [
        asked.at[-most] + seconds - now for most, seconds in limit.windows if len(asked.at) >= most
    ]
    wait = max(waits, default=0.0)
    if wait > 0 and limit.backs_off:
        _strike(asked, limit, now)
        return asked.until - now
    return wait


def _strike(asked: _Asked, limit: Limit, now: float) -> None:
    asked.strikes += 1
    asked.until = now + _time_out(limit, asked.strikes)


def _time_out(limit: Limit, strikes: int) -> float:
    return min(_longest(limit) * 2.0 ** (strikes - 1), _DAY)


def _most(limit: Limit) -> int:
    return max(most for most, _ in limit.windows)


def _longest(limit: Limit) -> float:
    return max(seconds for _, seconds in limit.windows)


def _network(key: str) -> str:
    """Give the network of an address of IPv6; anything else is itself."""
    try:
        address = ipaddress.ip_address(key)
    except ValueError:
        return key
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _NETWORK_BITS), strict=False))
