"""Which number of HTTP goes with what went wrong."""

from __future__ import annotations

from workflow import errors

UNREADABLE = 422
_STATUS = {
    errors.NotFound: 404,
    errors.LinkRefused: 404,
    errors.NotAllowed: 403,
    errors.FourEyes: 403,
    errors.NameTaken: 409,
    errors.OutOfDate: 409,
    errors.Incomplete: 409,
    errors.LimitExceeded: 413,
    errors.TooMany: 429,
    errors.StoreError: 503,
    errors.BadSettings: 503,
}


def status_of(error: Exception) -> int:
    """Give the status with which an error is answered; what is typed wrong is 422.

    >>> status_of(errors.TooMany(3.0)), status_of(errors.StoreFull())
    (429, 503)
    """
    found = (status for kind, status in _STATUS.items() if isinstance(error, kind))
    return next(found, UNREADABLE)
