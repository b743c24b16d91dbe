"""Quantities of a text, normalised: numbers, dates, weekdays, times, durations, amounts, shares and years."""

from __future__ import annotations

from outreach.wording.quantities.calendar import dates_of
from outreach.wording.quantities.numerals import NUMBER_WORDS
from outreach.wording.quantities.parsing import parsed
from outreach.wording.quantities.quantity import Bound, Kind, Quantity, Slot
from outreach.wording.quantities.slots import slots
from outreach.wording.quantities.units import METRIC

__all__ = ["METRIC", "NUMBER_WORDS", "Bound", "Kind", "Quantity", "Slot", "dates_of", "parsed", "slots"]
