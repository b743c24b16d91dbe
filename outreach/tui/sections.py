"""Sections of a draft in words: their names, whose words they are, how often they were tried."""

from __future__ import annotations

from outreach.domain.draft import Origin
from outreach.tui.text import one_line

ORIGINS = {Origin.MODEL: "from the model", Origin.MENTEE: "your words", Origin.TEMPLATE: "from a template"}


def section_name(name: str) -> str:
    """A section's name as a word in a sentence."""
    return one_line(name).replace("_", " ").replace("-", " ").capitalize()


def nth(number: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"
