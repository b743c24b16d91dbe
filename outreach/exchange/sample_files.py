"""Reads the sample that the app can show: case files with a diary, whose days count from today."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from outreach.domain.case import Action, Case, Meeting, Owner
from outreach.domain.draft import Kind
from outreach.domain.events import Event, What
from outreach.domain.goals import GoalPlan, GoalReview
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee
from outreach.exchange.case_file import case_of

MENTEE = "mentee.toml"
_FRIDAY = 4
_YESTERDAY = -1

Day = Callable[[int], dt.date]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that was made on a day."""

    kind: Kind
    date: dt.date


@dataclass(frozen=True, slots=True)
class SampleMentor:
    """One mentor of the sample, and what happened."""

    mentorship: Mentorship
    """With its meetings, and without events."""
    diary: tuple[Drafted | Event, ...]
    """By day."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One mentee with a few mentors, at different stages."""

    mentee: Mentee
    mentors: tuple[SampleMentor, ...]


def read_sample(folder: Path, today: dt.date) -> Sample:
    """The sample in ``folder``: ``mentee.toml``, and one file for each mentor.

    Raises:
        BadInput: a file is no case.
    """

    def day(number: int) -> dt.date:
        found = today + dt.timedelta(days=number)
        # What lies further back was on a working day, as letters are.
        return found - dt.timedelta(days=max(0, found.weekday() - _FRIDAY)) if number < _YESTERDAY else found

    tables = {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml"))}
    own = tables.pop(MENTEE)
    plans, reviews = own.pop("plans", []), own.pop("reviews", [])
    cases, mentors = zip(*(_mentor(name, own, table, day) for name, table in tables.items()), strict=True)
    mentee: Mentee = cases[0].mentee
    return Sample(
        replace(
            mentee,
            plans=tuple(GoalPlan(**{**one, "goal": mentee.goals[one["goal"] - 1]}) for one in plans),
            reviews=tuple(GoalReview(mentee.goals[one["goal"] - 1], day(one["day"])) for one in reviews),
        ),
        mentors,
    )


def _mentor(name: str, mentee: Mapping[str, Any], table: dict[str, Any], day: Day) -> tuple[Case, SampleMentor]:
    meetings, events = table.pop("meetings", []), table.pop("events", [])
    case = case_of({"mentee": mentee, **table}, name)
    met = tuple(_meeting(one, day) for one in meetings)
    return case, SampleMentor(Mentorship("", case.mentor, case.ask, met), tuple(_entry(one, day) for one in events))


def _meeting(table: dict[str, Any], day: Day) -> Meeting:
    made: dict[str, Any] = {**table, "date": table["day"]}
    del made["day"]
    made |= {name: day(made[name]) for name in ("date", "planned", "next_meeting") if name in made}
    made |= {name: tuple(made[name]) for name in ("progress", "questions") if name in made}
    made["next_actions"] = tuple(_action(one, day) for one in made.get("next_actions", ()))
    return Meeting(**made)


def _action(table: Mapping[str, Any], day: Day) -> Action:
    by = day(table["by"]) if "by" in table else None
    return Action(table["what"], by=by, owner=Owner(table.get("owner", Owner.MENTEE)))


def _entry(table: dict[str, Any], day: Day) -> Drafted | Event:
    date = day(table.pop("day"))
    if "draft" in table:
        return Drafted(Kind(table["draft"]), date)
    kind = Kind(table.pop("kind")) if "kind" in table else None
    return Event(What(table.pop("what")), date, kind=kind, **table)
