"""Ready drafts to change: every kind of every case, from templates alone."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from pathlib import Path

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.draft import FROM_CASE, Finding, Kind, Level, Revision
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from outreach.exchange.case_file import read_case
from outreach.resources import prompts_folder
from outreach.review.check import review
from outreach.templates import Templates

TODAY = dt.date(2026, 11, 22)
CASES = Path(__file__).parents[1] / "cases"

WARD = Case(
    Mentee(
        name="Tomi Adebayo",
        role="Ward clerk",
        organisation="Leith Infirmary",
        background="Nine years on two wards. I keep the discharge forms.",
        goals=("Move into hospital data work by the end of 2028",),
        skills_to_build=("reading discharge data",),
        can_offer=("feedback from a busy ward on early forms",),
        availability=("Tuesdays after 16:00",),
    ),
    Mentor(
        name="Marta Zielińska",
        title="Dr",
        role="Head of informatics",
        organisation="Ostrava Clinic",
        background="Marta Zielińska cut the admission form from 94 questions to 31 in 2019. She was a night nurse for "
        "eleven years.\n"
        "Writes a newsletter, 'Twelve clicks'. Keeps bees with her sister. Heard she is moving to "
        "Vienna??\nHer team has 14 people.",
        found_through="I watched the PyData London 2024 talk",
    ),
    Ask(about="how a clerk finds the first data project", minutes=20),
    Meeting(
        date=dt.date(2026, 12, 3),
        minutes=40,
        mode="video call",
        number=2,
        previous_actions=(Action("Time ten discharges", done=True), Action("Ask the sister for the falls data")),
        progress=("The discharge form is on two wards",),
        questions=("Which of your 94 questions did nurses miss?", "What would you not count?"),
        decision="which form to change first",
        notes="Start with a form that people complain about\nCount ten shifts before changing anything\n"
        "her daughter is in hospital, may cancel in January\nMarta will send the question list",
        private=("thinks the matron blocks every change",),
        next_actions=(
            Action("Count the minutes of ten shifts", by=dt.date(2026, 12, 18)),
            Action("Send the question list", owner=Owner.MENTOR),
        ),
        next_meeting=dt.date(2027, 1, 14),
    ),
)
SPARSE = Case(
    Mentee("Bo", ("first contract as a sign painter",)),
    Mentor("Kofi", "Kofi - sign painter, Accra. Trained 60 apprentices. Painted the harbour signs in 1998."),
    Ask(about="lettering by hand"),
    Meeting(minutes=20, notes="Buy one good brush, not ten\nPractise the letter S every day"),
)
MATCHED = Case(
    Mentee("Lea Moreau", ("run my own bakery in Lyon by 2029", "sleep more"), role="Baker", signs_as="Lea"),
    Mentor(
        "Siân O'Brien",
        "I sold my bakery to my staff in 2021. I baked for three cafés from one oven for six years. I now teach "
        "bakers to count.",
        relationship=Relationship.MENTOR,
        found_through="matched by the bakers' guild",
    ),
    Ask(about="when to hire the first person", minutes=30),
    Meeting(
        date=dt.date(2027, 2, 1),
        minutes=60,
        number=1,
        notes="Hire for the hour you hate most\nWrite the week down before hiring",
        next_actions=(Action("Write down one week, hour by hour", by=dt.date(2027, 2, 8)),),
    ),
)


@dataclass(frozen=True)
class Ready:
    """A draft that is ready, and what it was made from."""

    name: str
    brief: Brief
    revision: Revision

    def checked(self, body: str, subject: str | None = None) -> tuple[Finding, ...]:
        """Findings of a changed body."""
        return review(self.revision.subject if subject is None else subject, body, self.brief).findings

    def failing(self, body: str, subject: str | None = None) -> set[str]:
        """Rules that fail a changed body."""
        return {finding.rule for finding in self.checked(body, subject) if finding.level is Level.FAIL}

    def with_sentence(self, sentence: str) -> str:
        """The body with one more sentence in front of its farewell."""
        paragraphs = self.revision.body.split("\n\n")
        return "\n\n".join([*paragraphs[:-1], sentence, paragraphs[-1]])


@functools.cache
def templates() -> Templates:
    """The templates that users get; reading them takes longer than a draft, and the app does it once, too."""
    return Templates(prompts_folder())


def drafted(case: Case, kind: Kind, name: str = "") -> Ready:
    """A draft from templates alone."""
    brief = make_brief(case, kind, TODAY)
    *_, last = make_draft(brief, templates(), None, Choices(1))
    assert isinstance(last, DraftFinished)
    return Ready(f"{name}-{kind.value}", brief, last.revision)


@functools.cache
def all_drafts() -> tuple[Ready, ...]:
    """Every kind of some cases, one of each relation that drafting tells apart; the others are in ``test_cases``."""
    some = ("archivist-reverse", "beekeeper-cold", "luthier-peer", "signalling-introduced")
    cases = {name: read_case(CASES / f"{name}.toml") for name in some}
    cases |= {"ward": WARD, "sparse": SPARSE, "matched": MATCHED}
    return tuple(drafted(case, kind, name) for name, case in cases.items() for kind in FROM_CASE)


def of_kind(kind: Kind) -> list[Ready]:
    """Every case in one kind."""
    return [one for one in all_drafts() if one.brief.kind is kind]


def ward(kind: Kind = Kind.FIRST_CONTACT) -> Ready:
    """The case that the tables of sentences are held against."""
    return next(one for one in all_drafts() if one.name == f"ward-{kind.value}")
