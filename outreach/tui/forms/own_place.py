"""Where this machine says that it is: a suggestion for the form about the user, and nothing more."""

from __future__ import annotations

import os
import zoneinfo
from pathlib import Path

from outreach.domain.errors import BadInput
from outreach.lifecycle.working_days import WorkingDays

_LOCAL_TIME = Path("/etc/localtime")
_NOWHERE = ("Etc/", "UTC", "GMT", "posix")
"""Beginnings of zones that nobody lives in."""


def zone_here() -> str:
    """The name of this machine's time zone; empty where it does not say, or says only UTC."""
    zone = os.environ.get("TZ", "").removeprefix(":") or _linked_zone()
    if not zone or zone.startswith(_NOWHERE):
        return ""
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    return zone


def country_of(zone: str) -> str:
    """The country in which a time zone lies, where its public holidays are known; else empty."""
    # Loaded here: the app's first frame does without it.
    from importlib import resources

    try:
        table = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    except (OSError, ModuleNotFoundError):
        return ""
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    country = next((row[0] for row in rows if row[2:3] == [zone]), "")
    try:
        WorkingDays.of_country(country)
    except BadInput:
        return ""
    return country


def _linked_zone() -> str:
    """The zone whose file the machine's own links to; empty where it is a copy, or none."""
    try:
        return _LOCAL_TIME.readlink().as_posix().rpartition("zoneinfo/")[2]
    except OSError:
        return ""
