"""720 good sentences with the fields they tell: each is held against its own fields, and against others."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.draft import Finding, Kind, Level
from outreach.domain.people import Mentee, Mentor
from outreach.review.check import review

FILE = Path(__file__).with_name("examples.jsonl")
TODAY = dt.date(2026, 11, 22)
# What traces a sentence; the other rules look at whole messages.
GROUNDING = frozenset({"R18", "W1", "W2"})
NOTHING = "-"


@dataclass(frozen=True)
class Example:
    """A sentence, and the one fact (or note) it tells."""

    task: str
    fact: str
    found: str
    goal: str
    skill: str
    out: str

    def brief(self, fact: str) -> Brief:
        """The brief of a case that knows ``fact`` and the fields beside it."""
        mentee = Mentee("Zed Quill", (self.goal or "learn",), skills_to_build=(self.skill,) if self.skill else ())
        if self.task == "takeaway":
            return make_brief(
                Case(mentee, Mentor("Kim Ode", NOTHING), Ask(), Meeting(notes=fact)), Kind.THANK_YOU, TODAY
            )
        return make_brief(Case(mentee, Mentor("Kim Ode", fact, found_through=self.found)), Kind.FIRST_CONTACT, TODAY)

    def reported(self, fact: str | None = None, text: str | None = None) -> list[Finding]:
        """What fails or is doubted in the sentence (or ``text``), held against its own fact, or against ``fact``."""
        brief = self.brief(self.fact if fact is None else fact)
        found = review("A question", self.out if text is None else text, brief).findings
        return [finding for finding in found if finding.rule in GROUNDING and finding.level is not Level.INFO]

    def faults(self, fact: str | None = None, text: str | None = None) -> list[Finding]:
        """The same, what fails alone."""
        return [finding for finding in self.reported(fact, text) if finding.level is Level.FAIL]

    def with_other_numbers(self) -> Iterator[str]:
        """The sentence with each of its numbers changed in turn."""
        for match in re.finditer(r"\d+", self.out):
            yield f"{self.out[: match.start()]}{int(match[0]) + 3}{self.out[match.end() :]}"


def examples() -> list[Example]:
    """All of them."""
    found = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        found.append(
            Example(
                entry["task"],
                entry.get("fact") or entry["note"],
                entry.get("found", ""),
                entry["goal"],
                entry.get("skill", ""),
                entry["out"],
            )
        )
    return found
