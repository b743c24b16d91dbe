"""Cases in the days between drafts, with what passed before, and messages held against them."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.contact import Contact, Deed, Purpose, Sent
from outreach.domain.draft import Finding, Kind, Level
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.review.check import review
from outreach.review.message import read_message

FILE = Path(__file__).with_name("between.toml")

PRIYA = Mentee(
    name="Priya Nair",
    role="Data analyst",
    organisation="a regional hospital network in Leeds",
    background="Three years there. I built the bed-occupancy dashboard that four wards use.",
    goals=("Move into a clinical machine-learning engineer role within 18 months",),
    availability=("Tuesdays or Thursdays after 16:00",),
    timezone="Europe/London",
)
TOMASZ = Mentor(
    name="Tomasz Zieliński",
    title="Dr",
    role="ML lead",
    organisation="Heartline Diagnostics",
    background="Tomasz Zieliński led the team that put an ECG triage model into 40 clinics. His team lets nurses "
    "overrule the model.",
    found_through="I watched the PyData London 2024 talk",
    relationship=Relationship.MENTOR,
    timezone="Europe/Warsaw",
)
CLINIC = Case(
    PRIYA,
    TOMASZ,
    Ask(about="how to monitor a model in its first months in a clinic", minutes=20),
    Meeting(
        date=dt.date(2026, 11, 5),
        number=1,
        notes="Start with a shadow deployment\nLog every override a nurse makes\n"
        "Ask the ward sister before the IT people",
        next_actions=(
            Action("Write a one-page shadow-deployment plan", by=dt.date(2026, 12, 17)),
            Action("Introduce Priya to Anna in MLOps", owner=Owner.MENTOR),
        ),
        next_meeting=dt.date(2026, 12, 3),
    ),
    contact=Contact(
        sent=(Sent(dt.date(2026, 10, 12), Kind.FIRST_CONTACT), Sent(dt.date(2026, 11, 6), Kind.THANK_YOU)),
        answered=dt.date(2026, 10, 19),
        last_met=dt.date(2026, 11, 5),
        deeds=(
            Deed(
                "Set up a log of overrides on two wards",
                dt.date(2026, 11, 18),
                "Half of the overrides come from one ward",
                "Log every override a nurse makes",
                dt.date(2026, 11, 5),
            ),
        ),
        news="I passed the NHS data-science exam in January",
    ),
)
CONFIRM = replace(
    CLINIC,
    meeting=Meeting(date=dt.date(2026, 12, 3), time=dt.time(17), minutes=30, mode="video call", number=2),
    contact=replace(CLINIC.contact, purpose=Purpose.CONFIRM, news=""),
)

LAKSHMI = Mentee(
    name="Lakshmi Raghavan",
    role="PhD student in coastal hydrology",
    organisation="IIT Madras",
    background="I model salt water in the wells of three villages south of Chennai.",
    goals=("Publish the first chapter of my thesis by June 2027",),
    timezone="Asia/Kolkata",
)
ELLEN = Mentor(
    name="Ellen Whitcomb",
    title="Prof",
    role="Professor of coastal geology",
    organisation="Northfield University, Boston",
    background="Ellen Whitcomb has mapped salt marshes in Maine since 1998. She wrote the field guide ‘Brackish’.",
    found_through="I read Brackish in my first semester",
    timezone="America/New_York",
)
TAKE = Case(
    LAKSHMI,
    ELLEN,
    Ask(about="how to choose the wells for a small study", minutes=30),
    Meeting(date=dt.date(2026, 12, 10), time=dt.time(20), minutes=30),
    contact=Contact(
        sent=(Sent(dt.date(2026, 11, 16), Kind.FIRST_CONTACT),),
        answer="Dear Lakshmi,\nHappy to talk about wells. Could you do Tuesday 8 December at 11 am, or Thursday "
        "10 December at 9:30 am my time? I have half an hour.\nMy husband is in hospital, so please be patient.\nEllen",
        answered=dt.date(2026, 11, 20),
        purpose=Purpose.TAKE,
    ),
)
WELLS = replace(
    TAKE,
    meeting=Meeting(
        date=dt.date(2026, 12, 10),
        number=1,
        notes="Send the abstract to a small workshop first\nTake wells that somebody drinks from\n"
        "Three wells done well beat thirty",
        next_actions=(Action("Draw the map of the twelve wells again"),),
    ),
    contact=Contact(
        sent=(Sent(dt.date(2026, 11, 16), Kind.FIRST_CONTACT), Sent(dt.date(2026, 12, 11), Kind.THANK_YOU)),
        answered=dt.date(2026, 11, 20),
        last_met=dt.date(2026, 12, 10),
        deeds=(
            Deed(
                "Submit the abstract to the Kochi workshop",
                dt.date(2027, 1, 22),
                "It was accepted as a talk",
                "Send the abstract to a small workshop first",
                dt.date(2026, 12, 10),
            ),
            Deed("Drop nine of the twelve wells", dt.date(2027, 2, 1), "", "Three wells done well beat thirty"),
        ),
    ),
)

JONAS = Mentee(
    name="Jonas Brandl",
    role="Apprentice joiner, third year",
    organisation="Tischlerei Lohmann in Regensburg",
    background="I am in my third year and build boxes in the evenings.",
    goals=("Pass the journeyman's exam in summer 2027",),
    availability=("Wednesdays or Thursdays after 15:00",),
    timezone="Europe/Berlin",
)
EBNER = Mentor(
    name="Katharina Ebner",
    title="Ms",
    role="Master joiner",
    organisation="Ebner Möbel, Linz",
    background="Katharina Ebner makes drawers without metal. She sits on the exam board in Linz since 2015.",
    found_through="we met at the trade fair in Salzburg",
    relationship=Relationship.ACQUAINTANCE,
    timezone="Europe/Vienna",
)
MOVE = Case(
    JONAS,
    EBNER,
    Ask(about="how to cut a dovetail that lasts", minutes=30),
    Meeting(date=dt.date(2026, 12, 1), time=dt.time(16), minutes=45, mode="visit to the workshop"),
    contact=Contact(
        sent=(Sent(dt.date(2026, 11, 10), Kind.FIRST_CONTACT),),
        answer="Lieber Jonas, come by on Tuesday 1 December at 16:00. Bring your box.",
        answered=dt.date(2026, 11, 16),
        purpose=Purpose.MOVE,
        reason="My school has moved an exam to that afternoon",
    ),
)
BOX = replace(
    MOVE,
    meeting=Meeting(
        date=dt.date(2026, 12, 9),
        number=1,
        notes="Sharpen after every tail, not after every board\nFiner grit before the oil\nBring the next box in May",
        next_actions=(Action("Build a second box in ash"), Action("Lend Jonas the Japanese saw", owner=Owner.MENTOR)),
    ),
    contact=Contact(
        last_met=dt.date(2026, 12, 9),
        deeds=(
            Deed(
                "Sand the box with finer grit before oiling it",
                dt.date(2027, 1, 30),
                "My teacher gave the box 92 points",
                "Finer grit before the oil",
                dt.date(2026, 12, 9),
            ),
        ),
        news="I was chosen for the regional competition in May",
    ),
)

BO = Mentee(
    "Bo Lindqvist", ("Earn a living as a sign painter by 2029",), role="Warehouse worker", timezone="Europe/London"
)
KOFI = Mentor(
    name="Kofi Mensah",
    role="Sign painter",
    background="Kofi Mensah paints shop fronts in Bristol by hand. He trained four apprentices.",
    found_through="I saw the bakery front in Stokes Croft",
    timezone="Europe/London",
)
NO = Case(
    BO,
    KOFI,
    Ask(about="how to get a first paid sign", minutes=15),
    contact=Contact(
        sent=(Sent(dt.date(2026, 11, 12), Kind.FIRST_CONTACT),),
        answer="Hi Bo, thanks for writing. I take no calls this year, my mother is ill and the shop is full. "
        "Look at the evening class at Spike Island, they teach the quill from the first day. Good luck! Kofi",
        answered=dt.date(2026, 11, 18),
        purpose=Purpose.THANK,
    ),
)

DANA = Mentee(
    name="Dana Whitehorse",
    role="Teacher of an evening coding class",
    organisation="Aurora Public Library",
    background="I have taught adults to code for two years.",
    goals=("Keep more beginners in my class to the end of the term",),
    can_offer=("a syllabus for adults who have never typed",),
    timezone="America/Denver",
)
SAM = Mentor(
    name="Sam Ortega",
    role="Teacher",
    organisation="Pilsen Makerspace",
    background="Sam Ortega runs a beginners' class in Chicago. He writes all of his exercises on paper.",
    found_through="we talked at a library conference in Omaha",
    relationship=Relationship.PEER,
    timezone="America/Chicago",
)
DECLINE = Case(
    DANA,
    SAM,
    Ask(about="how to keep beginners"),
    contact=Contact(
        answer="Hey Dana, we have a reading group on Tuesdays at 7 pm. Want to join? We start on January 12.",
        answered=dt.date(2026, 11, 19),
        last_met=dt.date(2026, 10, 8),
        purpose=Purpose.DECLINE,
        reason="I teach on Tuesday evenings",
    ),
)
PEERS = replace(
    DECLINE,
    meeting=Meeting(
        date=dt.date(2026, 10, 8),
        notes="Split the class by typing speed\nPaper exercises for the first three weeks",
        next_actions=(Action("Print the exercises on paper"), Action("Send the paper exercises", owner=Owner.MENTOR)),
    ),
    contact=Contact(
        last_met=dt.date(2026, 10, 8),
        deeds=(
            Deed(
                "Split the class in two by typing speed",
                dt.date(2026, 11, 14),
                "Nobody dropped out this term",
                "Split the class by typing speed",
                dt.date(2026, 10, 8),
            ),
        ),
    ),
)

AMARA = Mentee(
    name="Amara Okafor",
    role="Staff nurse",
    organisation="St Brendan's Hospital in Cork",
    background="Nine years on a surgical ward. I train the new starters.",
    goals=("Become a clinical nurse specialist by 2029",),
    availability=("weekdays after 18:00",),
    timezone="Europe/Dublin",
)
NUALA = Mentor(
    name="Nuala Keane",
    title="Ms",
    role="Clinical nurse specialist",
    organisation="Mercy Hospital",
    background="Nuala Keane set up the wound clinic at Mercy Hospital in 2017. She teaches sepsis care.",
    introduced_by="Fionn Daly",
    relationship=Relationship.INTRODUCED,
    timezone="Europe/Dublin",
)
OFFER = Case(
    AMARA,
    NUALA,
    Ask(about="what a specialist does in the first year", minutes=20),
    contact=Contact(
        sent=(Sent(dt.date(2026, 11, 11), Kind.FIRST_CONTACT),),
        answer="Dear Amara, of course. Fionn spoke well of you. When would suit you? A phone call is easiest for me.",
        answered=dt.date(2026, 11, 20),
        purpose=Purpose.TAKE,
    ),
)
SEPSIS = replace(
    OFFER,
    meeting=Meeting(
        date=dt.date(2026, 12, 2),
        number=1,
        notes="Learn one thing so well that others ring you\nKeep a diary of hard decisions",
        next_actions=(Action("Shadow the wound clinic for a day"),),
    ),
    contact=Contact(
        last_met=dt.date(2026, 12, 2),
        deeds=(Deed("Make a sepsis card for the new starters", dt.date(2027, 2, 8)),),
    ),
)

JOAO = Mentee(
    name="João Teles",
    role="Student of statistics",
    organisation="the University of Porto",
    background="I tutor first-year students.",
    goals=("Learn how a museum is run",),
    can_offer=("spreadsheets from scratch",),
    timezone="Europe/Lisbon",
)
MARGARET = Mentor(
    name="Margaret Hale",
    role="Director",
    organisation="the Tile Museum",
    background="Margaret Hale has run the Tile Museum since 2009. She plans every exhibition on paper.",
    relationship=Relationship.REVERSE,
    found_through="we were paired in the city's mentoring scheme",
    timezone="Europe/Lisbon",
)
TOMORROW = Case(
    JOAO,
    MARGARET,
    Ask(about="formulas for the visitor numbers", minutes=45),
    Meeting(date=dt.date(2026, 11, 24), time=dt.time(10), minutes=45, mode="meeting at the museum", number=3),
    contact=Contact(last_met=dt.date(2026, 11, 10), purpose=Purpose.CONFIRM),
)
FORMULAS = replace(
    TOMORROW,
    meeting=Meeting(
        date=dt.date(2026, 11, 24),
        number=3,
        notes="Margaret would like all formulas on one page\nVisitor numbers by weekday were new to her",
        next_actions=(Action("Make a chart of the school visits"),),
    ),
    contact=Contact(
        last_met=dt.date(2026, 11, 24),
        deeds=(
            Deed(
                "Put the ten formulas on one page",
                dt.date(2026, 12, 7),
                "",
                "Margaret would like all formulas on one page",
                dt.date(2026, 11, 24),
            ),
        ),
    ),
)

SILENCE = Case(
    PRIYA,
    replace(TOMASZ, relationship=Relationship.COLD),
    CLINIC.ask,
    contact=Contact(
        sent=(
            Sent(
                dt.date(2026, 11, 9),
                Kind.FIRST_CONTACT,
                "Monitoring models in clinics",
                "Dear Dr Zieliński,\n\nI watched the PyData London 2024 talk. Your team lets nurses overrule the "
                "model, and I would like to hear how that went on.\n\nI'm a data analyst in Leeds and want to move "
                "into a clinical machine-learning role within 18 months.\n\nWould you have 20 minutes to tell me how "
                "to monitor a model in its first months in a clinic?\n\nThank you,\nPriya",
            ),
        ),
        news="We now log every override on two wards",
    ),
)
CASES = {
    "confirm": (CONFIRM, dt.date(2026, 12, 2)),
    "take": (TAKE, dt.date(2026, 11, 23)),
    "move": (MOVE, dt.date(2026, 11, 26)),
    "no": (NO, dt.date(2026, 11, 19)),
    "decline": (DECLINE, dt.date(2026, 11, 20)),
    "offer": (OFFER, dt.date(2026, 11, 23)),
    "tomorrow": (TOMORROW, dt.date(2026, 11, 23)),
    "clinic": (CLINIC, dt.date(2027, 2, 1)),
    "wells": (WELLS, dt.date(2027, 2, 22)),
    "box": (BOX, dt.date(2027, 2, 22)),
    "peers": (PEERS, dt.date(2026, 12, 14)),
    "sepsis": (SEPSIS, dt.date(2027, 2, 22)),
    "formulas": (FORMULAS, dt.date(2026, 12, 14)),
    "silence": (SILENCE, dt.date(2026, 11, 17)),
}


@dataclass(frozen=True)
class Message:
    """One message; a bad one is a good one with ``old`` put as ``new``, and breaks ``rule``."""

    id: str
    case: str
    kind: Kind
    text: str
    rule: str = ""
    planted: str = ""

    def findings(self) -> tuple[Finding, ...]:
        """What the review says of it."""
        case, today = CASES[self.case]
        message = read_message(self.text)
        return review(message.subject, message.body, make_brief(case, self.kind, today)).findings

    def failing(self) -> list[tuple[str, str]]:
        """Rules and messages that keep it from being ready."""
        return [(one.rule, one.message) for one in self.findings() if one.level is Level.FAIL]

    def caught(self) -> bool:
        """Whether its rule has a finding that touches what was planted, or that has no place."""
        body = read_message(self.text).body
        start = body.find(self.planted) if self.planted else -1
        return any(
            one.rule == self.rule
            and one.level is not Level.INFO
            and (
                start < 0
                or one.start is None
                or one.end is None
                or one.where == "subject"
                or (one.start < start + len(self.planted) and one.end > start)
            )
            for one in self.findings()
        )


def good_messages() -> list[Message]:
    """What people may well write."""
    return [_message(entry) for entry in _table()["good"]]


def bad_messages() -> list[Message]:
    """The good ones with one fault each."""
    good = {one.id: one for one in good_messages()}
    found = []
    for number, entry in enumerate(_table()["bad"], 1):
        base = good[entry["in"]]
        assert base.text.count(entry["old"]) == 1, (number, entry)
        text = base.text.replace(entry["old"], entry["new"])
        found.append(replace(base, id=f"{base.id}-{number}", text=text, rule=entry["rule"], planted=entry["new"]))
    return found


def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _message(entry: dict[str, Any]) -> Message:
    return Message(entry["id"], entry["case"], Kind(entry["kind"]), entry["text"].strip("\n"))
