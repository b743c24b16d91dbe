"""Working days: Monday to Friday, without the public holidays of the mentee's country."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Container
from dataclasses import dataclass

from outreach.domain.errors import BadInput

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class WorkingDays:
    """Which days are worked on."""

    holidays: Container[dt.date] = ()

    @classmethod
    def of_country(cls, country: str) -> WorkingDays:
        """Monday to Friday without the public holidays of ``GB``, or of a part of a country, ``GB-SCT``.

        Without a country all of Monday to Friday is worked. Without a part only what the whole country keeps counts:
        ``GB`` works on Easter Monday, ``GB-ENG`` does not.

        Raises:
            BadInput: no such country or part is known.
        """
        return cls(_holidays(country.strip().upper())) if country.strip() else cls()

    def works(self, day: dt.date) -> bool:
        """Whether ``day`` is a working day."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def on_or_after(self, day: dt.date) -> dt.date:
        """The first working day from ``day`` on."""
        while not self.works(day) and day < dt.date.max:
            day += _DAY
        return day

    def on_or_before(self, day: dt.date) -> dt.date:
        """The last working day up to ``day``."""
        while not self.works(day) and day > dt.date.min:
            day -= _DAY
        return day

    def within(self, first: dt.date, last: dt.date) -> dt.date:
        """The last working day from ``first`` to ``last``; where all of them are off ``last`` itself.

        Where ``last`` comes before ``first``: the first working day from ``first`` on.
        """
        if last < first:
            return self.on_or_after(first)
        day = self.on_or_before(last)
        return day if day >= first else last

    def after(self, day: dt.date, count: int) -> dt.date:
        """The working day that comes ``count`` working days after ``day``; ``day`` itself is not counted."""
        for _ in range(count):
            day = self.on_or_after(min(day, dt.date.max - _DAY) + _DAY)
        return day


@functools.cache
def _holidays(country: str) -> Container[dt.date]:
    # Here, not above: it is read from the disk only where a country is named.
    import holidays

    code, _, part = country.partition("-")
    known = holidays.list_supported_countries(include_aliases=False)
    if code not in known:
        raise BadInput(
            f"No public holidays are known for the country “{country}”.",
            "Write two letters such as GB, DE or US, and a part behind a hyphen, such as GB-SCT.",
        )
    if part and part not in known[code]:
        parts = ", ".join(known[code])
        hint = f"Known parts of {code} are {parts}." if parts else f"Write {code} alone; no parts of it are known."
        raise BadInput(f"No public holidays are known for the part “{part}” of {code}.", hint)
    return holidays.country_holidays(code, subdiv=part or None)
