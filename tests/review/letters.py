"""A case with many names, and texts held against it."""

from __future__ import annotations

import datetime as dt

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.draft import Channel, Kind
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.review.context import Context
from outreach.review.grounding import claims
from outreach.review.grounding.claim import Claim

TODAY = dt.date(2026, 11, 22)

CASE = Case(
    Mentee(
        name="Jürgen van den Berg",
        signs_as="Jürgen",
        role="Bell-frame carpenter",
        organisation="Hartog Timber",
        email="jurgen@hartog.example",
        background="Until 2021 I worked at Zuiderwerf in Breda. BSc from Avans, 2017.",
        goals=("Hang a ring of eight bells on my own by 2030",),
        timezone="Europe/Amsterdam",
    ),
    Mentor(
        name="Síle Nic Dhonnchadha",
        title="Dr",
        address="Dr Nic Dhonnchadha",
        role="Head of tower works",
        organisation="Loughfield Foundry",
        background="Head of tower works at Loughfield Foundry since 2018, where she leads eleven people.\n"
        "2009–2017 senior acoustician with Tramore Bells, Waterford.\n"
        "Worked with Tomasz Zieliński and R. K. Venkataraman on the bells of St Finbarr's.\n"
        "Founded the Tower Forum, which meets with the Heritage Council Ireland (HCI). Won the Ó Catháin Medal.\n"
        'Keynote "Listening to Bronze" at RingCon Ghent 2024; slides: https://loughfield.example/bronze\n'
        "Told Belfry Monthly: “A bell that nobody hears is furniture.”\n"
        "?? heard she moves to Carillon Works next year\n",
        found_through="Anna Hendriksma gave me your name after RingCon Ghent 2024",
        relationship=Relationship.INTRODUCED,
        timezone="Europe/Dublin",
    ),
    Ask(about="how to tune a bell frame", minutes=20),
    Meeting(date=dt.date(2026, 12, 1), minutes=30, questions=("What does [sic] mean in your report?",)),
)


def brief(kind: Kind = Kind.FIRST_CONTACT, channel: Channel = Channel.EMAIL) -> Brief:
    """The case as a brief."""
    return make_brief(CASE, kind, TODAY, channel)


def said(sentence: str, subject: str = "") -> list[Claim]:
    """What a mail with ``sentence`` in the middle claims."""
    body = f"Dear Dr Nic Dhonnchadha,\n\n{sentence}\n\nThank you,\nJürgen\n"
    return list(claims(Context.of_brief(subject, body, brief())))


def reported(sentence: str, subject: str = "") -> list[str]:
    """The words of a mail that are reported."""
    body = f"Dear Dr Nic Dhonnchadha,\n\n{sentence}\n\nThank you,\nJürgen\n"
    texts = {"body": body, "subject": subject}
    return [texts[claim.where][claim.start : claim.end] for claim in said(sentence, subject) if not claim.facts]
