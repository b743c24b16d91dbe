"""Mentee and mentor, as the mentee typed them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from outreach.domain.goals import Assessment, GoalPlan
from outreach.domain.goals import GoalReview as GoalReview
from outreach.domain.names import same_name


class Relationship(StrEnum):
    """Who the two are to each other; drives rules and tone."""

    COLD = "cold"
    INTRODUCED = "introduced"
    ACQUAINTANCE = "acquaintance"
    MENTOR = "mentor"
    PEER = "peer"
    REVERSE = "reverse"


@dataclass(frozen=True, slots=True)
class Mentee:
    """The user. Free text is kept as typed."""

    name: str
    goals: tuple[str, ...]
    signs_as: str = ""
    email: str = ""
    timezone: str = ""
    role: str = ""
    organisation: str = ""
    background: str = ""
    skills_to_build: tuple[str, ...] = ()
    can_offer: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    voice: str = ""
    country: str = ""
    """Whose public holidays are no working days: ``GB``, or with a part, ``GB-SCT``. Not in a case file."""
    reviews: tuple[GoalReview, ...] = ()
    """Not in a case file."""
    plans: tuple[GoalPlan, ...] = ()
    """Why, by when and how one would know, by the goal's words. Not in a case file."""
    assessments: tuple[Assessment, ...] = ()
    """The newest last, one a day at most. Not in a case file."""

    def plan(self, goal: str) -> GoalPlan:
        """What belongs to a goal, by its words; empty where nothing is known."""
        return next((plan for plan in self.plans if same_name(plan.goal, goal)), GoalPlan(goal))

    @property
    def signature(self) -> str:
        """The name under a message: ``signs_as``, else the first name."""
        return self.signs_as or (self.name.split() or [""])[0]


# Titles that go with the last word of the name; every other title stands before the whole name.
_SURNAME_TITLES = {"dr", "prof", "professor", "mr", "ms", "mrs", "mx", "miss", "sir", "dame"}


@dataclass(frozen=True, slots=True)
class Mentor:
    """The person written to. ``background`` is whatever was pasted, untouched."""

    name: str
    background: str
    title: str = ""
    address: str = ""
    email: str = ""
    timezone: str = ""
    role: str = ""
    organisation: str = ""
    found_through: str = ""
    relationship: Relationship = Relationship.COLD
    introduced_by: str = ""

    @property
    def greeting_name(self) -> str:
        """How the greeting names the mentor, by the rules of the case format."""
        if self.address:
            return self.address
        words = self.name.split()
        if not self.title or len(words) < 2:
            return f"{self.title} {self.name}".strip() if self.title else words[0]
        if self.title.split()[0].rstrip(".").casefold() in _SURNAME_TITLES:
            return f"{self.title} {words[-1]}"
        return f"{self.title} {self.name}"
