"""Ids and secrets: what rows are known by, and what only their owners know."""

from __future__ import annotations

import hashlib
import secrets
import threading
import unicodedata
import uuid
from datetime import UTC, datetime

from workflow.lookalikes import UNSEEN

_COUNTER_BITS = 12
_RANDOM_BITS = 62
_SECRET_BYTES = 32

_lock = threading.Lock()
_last = (0, 0)


def new_id(now: datetime) -> str:
    """Make an id that no other row has: a UUID of version 7 (RFC 9562), in the order of time.

    Within one process ids of the same millisecond are in order too.
    """
    global _last  # noqa: PLW0603 - one counter for the process, as the RFC describes it
    millisecond = int(now.timestamp() * 1000)
    with _lock:
        moment, count = _last
        if millisecond > moment:
            moment, count = millisecond, secrets.randbits(_COUNTER_BITS - 1)
        else:
            count += 1
            if count >> _COUNTER_BITS:
                moment, count = moment + 1, 0
        _last = moment, count
    value = moment << 80 | 7 << 76 | count << 64 | 2 << 62 | secrets.randbits(_RANDOM_BITS)
    return str(uuid.UUID(int=value))


def day_id(now: datetime) -> str:
    """Make an id that tells the day only: for members and what is made when they come.

    It is a UUID of version 7 as well; ids of one day are in no order.
    """
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    millisecond = int(day.timestamp() * 1000)
    chance = secrets.randbits(_COUNTER_BITS) << 64 | secrets.randbits(_RANDOM_BITS)
    return str(uuid.UUID(int=millisecond << 80 | 7 << 76 | 2 << 62 | chance))


def new_secret() -> str:
    """Make a token of 256 bits, to be shown once and never stored."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest_of(text: str) -> str:
    """Give the SHA-256 of a text in hexadecimal: what is stored of a token, or tells two texts."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words_digest(text: str) -> str:
    """Give the digest of the words of a text: whoever only spaces them anew writes nothing new.

    White space and what shows nothing count for nothing, forms of one character are one (NFKC);
    case and punctuation count. A text of nothing else counts as it is.
    """
    plain = text if text.isascii() else UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return digest_of("".join(plain.split()) or text)


def key_digest(source: str, context: str) -> str:
    """Give the digest of a unit's key, as gettext joins it: context, U+0004, source."""
    return digest_of(f"{context}\x04{source}")
