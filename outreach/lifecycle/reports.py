"""What the mentee did that the mentor has yet to hear of."""

from __future__ import annotations

import datetime as dt

from outreach.domain.case import Owner
from outreach.domain.contact import Deed
from outreach.domain.draft import Kind
from outreach.domain.events import What
from outreach.domain.mentorship import Mentorship
from outreach.lifecycle.history import History
from outreach.lifecycle.promises import Promise, deeds, promises

_TELLING = (Kind.REPORT, Kind.CHECK_IN)
"""Messages that tell what was done; in a meeting it is told as well."""


def unreported(mentorship: Mentorship, today: dt.date) -> list[Deed]:
    """Promises of the mentee's that are done and not told of, oldest first; without a known day, one counts as told."""
    return sorted(_kept_since(told_on(mentorship, today), mentorship, today), key=_by_day)


def untold(mentorship: Mentorship, today: dt.date) -> list[Deed]:
    """All that the mentee did and has not told of, promised or not, oldest first."""
    return _done_since(told_on(mentorship, today), mentorship, today)


def since_last_talk(mentorship: Mentorship, today: dt.date) -> list[Deed]:
    """All that the mentee did since the two last met, told of in a message or not, oldest first."""
    met = History.of(mentorship, today).last(What.MET)
    return _done_since(met.date if met else None, mentorship, today)


def told_on(mentorship: Mentorship, today: dt.date) -> dt.date | None:
    """The last day on which the mentee told what they had done: a report, a sign of life, or a meeting."""
    history = History.of(mentorship, today)
    days = [event.date for event in (*history.sent(*_TELLING), *history.of_kind(What.MET))]
    return max(days, default=None)


def _done_since(since: dt.date | None, mentorship: Mentorship, today: dt.date) -> list[Deed]:
    others = [
        Deed(event.text, event.date, event.result)
        for event in deeds(mentorship, today)
        if since is None or event.date > since
    ]
    return sorted([*_kept_since(since, mentorship, today), *others], key=_by_day)


def _kept_since(since: dt.date | None, mentorship: Mentorship, today: dt.date) -> list[Deed]:
    mine = [one for one in promises(mentorship, today) if one.owner is Owner.MENTEE and one.done]
    return [_deed(one) for one in mine if since is None or (one.done and one.done > since)]


def _deed(promise: Promise) -> Deed:
    return Deed(promise.what, promise.done, promise.result, promise.advice, promise.made)


def _by_day(deed: Deed) -> tuple[dt.date, str]:
    return deed.done or dt.date.min, deed.what
