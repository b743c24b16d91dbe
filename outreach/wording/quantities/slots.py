"""When somebody is free: "Tuesdays or Thursdays after 16:00" as weekdays and times."""

from __future__ import annotations

from outreach.wording.quantities.clock import DAYPARTS
from outreach.wording.quantities.parsing import parsed
from outreach.wording.quantities.quantity import Kind, Quantity, Slot
from outreach.wording.quantities.tokens import Tokens

_DAY = 24 * 60


def slots(text: str) -> tuple[Slot, ...]:
    """The times that ``text`` offers; a text without weekday or time offers none."""
    tokens = Tokens(text)
    events: list[tuple[int, str, object]] = []
    for found in parsed(text):
        if found.kind in {Kind.WEEKDAY, Kind.TIME}:
            events.append((found.start, found.kind.value, found))
    for at, token in enumerate(tokens.all):
        low = token.low.removesuffix("s")
        if low in {"weekday", "weekend"}:
            events.append((token.start, "days", frozenset(range(5) if low == "weekday" else (5, 6))))
        elif low in DAYPARTS and tokens.low(at - 1) not in {"in", "the"}:
            events.append((token.start, "part", DAYPARTS[low]))
    return _grouped(sorted(events, key=lambda event: event[0]), text)


def _grouped(events: list[tuple[int, str, object]], text: str) -> tuple[Slot, ...]:
    """Weekdays gather until a time is named; a weekday behind a time begins anew."""
    found: list[Slot] = []
    days: set[int] = set()
    limits: list[tuple[int, int]] = []
    times: list[Quantity] = []
    last_day = last_place = -1

    def close() -> None:
        span = _span(times, text)
        start = max([low for low, _ in limits] + [span[0]])
        end = min([high for _, high in limits] + [span[1]])
        if days or limits or times:
            found.append(Slot(frozenset(days), start, end) if start <= end else Slot(frozenset(days), *span))

    for place, kind, what in events:
        if kind in {"weekday", "days"} and (limits or times):
            close()
            days, limits, times, last_day = set(), [], [], -1
        if kind == "weekday" and isinstance(what, Quantity):
            between = text[last_place:place] if last_day >= 0 else ""
            day = int(what.value)
            if any(word in between for word in (" to ", "-", "–", "through", "till", "until")) and day > last_day:
                days.update(range(last_day, day + 1))
            days.add(day)
            last_day, last_place = day, what.end
        elif kind == "days" and isinstance(what, frozenset):
            days |= what
        elif kind == "part" and isinstance(what, tuple):
            limits.append(what)
        elif isinstance(what, Quantity):
            times.append(what)
    close()
    return tuple(found)


def _span(times: list[Quantity], text: str) -> tuple[int, int]:
    """From when to when times reach: after one, before one, from one to the other, or at one."""
    if not times:
        return 0, _DAY
    first = times[0]
    words = text[max(0, first.start - 24) : first.start].lower().split()
    values = [value for value in (first.value, first.other) if value >= 0]
    if len(times) > 1:
        later = [value for value in (times[1].value, times[1].other) if value >= 0]
        pairs = [(a, b) for a in values for b in later if a <= b]
        day = [pair for pair in pairs if pair[0] >= 7 * 60] or pairs
        if day:
            start, end = min(day, key=lambda pair: (pair[1] - pair[0], pair[0]))
            return int(start), int(end)
    if any(word in words for word in ("before", "until", "till", "by", "to")):
        return 0, int(max(values) if min(values) < 6 * 60 else min(values))
    if any(word in words for word in ("after", "from", "past", "since")) or "onward" in text:
        return int(max(values) if min(values) < 7 * 60 else min(values)), _DAY
    return int(min(values)), int(max(values))
