"""One sentence in the middle of a message, and what a rule says of it."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case
from outreach.domain.draft import Finding, Kind
from outreach.review.check import review

TODAY = dt.date(2026, 11, 22)


def findings(case: Case, kind: Kind, text: str, rule: str) -> list[Finding]:
    """The findings of ``rule`` that touch ``text`` in a message of ``kind``."""
    greeting = f"Dear {case.mentor.greeting_name},\n\n"
    body = f"{greeting}{text}\n\nKind regards,\n{case.mentee.signature}"
    found = review("A question", body, make_brief(case, kind, TODAY)).findings
    end = len(greeting) + len(text)
    return [one for one in found if one.rule == rule and one.start is not None and len(greeting) <= one.start < end]
