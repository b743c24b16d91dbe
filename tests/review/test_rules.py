"""Every rule says what it is for, what it rests on, and shows it by a text that passes and one that is caught."""

from __future__ import annotations

import datetime as dt
import importlib.resources
import re
import tomllib
from collections import Counter
from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Ask, Case, Meeting
from outreach.domain.contact import Contact, Deed, Purpose, Sent
from outreach.domain.draft import Channel, Finding, Kind, Level, Origin, Section
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.review.check import CHECKS, review_context
from outreach.review.context import Context
from outreach.review.message import read_message
from outreach.review.rule import Policy, Rule, checked, rules

CLINIC = Case(
    Mentee(
        name="Priya Nair",
        role="Data analyst",
        organisation="a regional hospital network in Leeds",
        background="Three years there. I built the bed-occupancy dashboard that four wards use.",
        goals=("Move into a clinical machine-learning engineer role within 18 months",),
        availability=("Tuesdays or Thursdays after 16:00",),
    ),
    Mentor(
        name="Tomasz Zieliński",
        title="Dr",
        role="ML lead",
        organisation="Heartline Diagnostics",
        background="Tomasz Zieliński led the team that put an ECG triage model into 40 clinics. His team lets nurses "
        "overrule the model.\nBefore that he was a statistician at a hospital in Gdańsk for six years.",
        found_through="I watched the PyData London 2024 talk",
    ),
    Ask(about="how to monitor a model in its first months in a clinic", minutes=20),
    Meeting(
        date=dt.date(2026, 12, 3),
        time=dt.time(17),
        minutes=30,
        mode="video call",
        number=2,
        previous_actions=(Action("Read the NHS model-monitoring guidance", done=True),),
        progress=("The dashboard now flags late discharge forms",),
        questions=(
            "Which alarm would you set first?",
            "Who should see an override, and when?",
            "What would you stop measuring after a month?",
        ),
        decision="which ward to begin with",
        notes="Start with a shadow deployment\nLog every override a nurse makes",
        private=("seemed tired today",),
        next_actions=(Action("Write a one-page shadow-deployment plan", by=dt.date(2026, 12, 17)),),
    ),
)
AND_AFTER = replace(
    CLINIC,
    contact=Contact(
        sent=(
            Sent(
                dt.date(2026, 11, 9),
                Kind.FIRST_CONTACT,
                "Monitoring models",
                "Dear Dr Zieliński,\n\nI watched the PyData London 2024 talk and liked that your team lets nurses "
                "overrule the model. I'm a data analyst in Leeds and built the dashboard that four wards use.\n\n"
                "Would you have 20 minutes to tell me how to monitor a model in its first months in a clinic?\n\n"
                "Thank you,\nPriya",
            ),
        ),
        last_met=dt.date(2026, 11, 5),
        deeds=(
            Deed(
                "Set up a log of overrides on two wards",
                dt.date(2026, 11, 18),
                "half of the overrides come from one ward",
                "Log every override a nurse makes",
            ),
        ),
        answer="Thursday at five? Please send me one page on the wards.",
        purpose=Purpose.CONFIRM,
    ),
)
"""With what passed between the two before, for the kinds that look back on it."""
LOOKS_BACK = {"F7", "G7", "G8", "T6"}
SUNDAY, TUESDAY, FRIDAY = dt.date(2026, 11, 22), dt.date(2026, 11, 24), dt.date(2026, 11, 27)
AFTER_A_MEETING = {"P1", "T4", "T5"}
"""Rules for several kinds whose examples tell of a meeting."""

IDENTITIES = list(rules())


def _entries() -> list[dict[str, object]]:
    file = importlib.resources.files("outreach.review").joinpath("rules.toml")
    entries: list[dict[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    return entries


def _context(rule: Rule, text: str) -> Context:
    """An example as its rule sees it: of the rule's first kind and channel, with a case where it is held to one."""
    kind = Kind.THANK_YOU if rule.id in AFTER_A_MEETING else next(kind for kind in Kind if kind in rule.kinds)
    channel = next(channel for channel in Channel if channel in rule.channels)
    today = FRIDAY if "on a Friday" in text else TUESDAY if "on a Tuesday:" in text else SUNDAY
    if rule.id == "N1":
        # The rule looks at the background, not at the message.
        case = replace(CLINIC, mentor=replace(CLINIC.mentor, background=text))
        return Context.of_brief("A question", "Thank you.", make_brief(case, kind, today, channel))
    message = read_message(text.strip("\n"))
    subject, body = message.subject or ("" if rule.id == "S1" else "A question"), message.body
    if rule.id == "R28":
        # Only of a text that a model wrote is it asked how much the mentee did.
        written = (Section("hook", body, Origin.MODEL, 0, len(body)),)
        return Context.of_brief(subject, body, make_brief(CLINIC, kind, today, channel), written)
    if rule.id in LOOKS_BACK:
        return Context.of_brief(subject, body, make_brief(AND_AFTER, kind, today, channel))
    if rule.needs_case or kind in {Kind.AGENDA, Kind.THANK_YOU}:
        return Context.of_brief(subject, body, make_brief(CLINIC, kind, today, channel))
    return Context(subject, body, kind, channel, today=today)


def _found(identity: str, text: str) -> list[Finding]:
    context = _context(rules()[identity], text)
    return [finding for finding in review_context(context, Policy()).findings if finding.rule == identity]


def test_no_two_rules_have_the_same_id() -> None:
    """A second entry under one id would silently replace the first."""
    twice = [identity for identity, count in Counter(entry["id"] for entry in _entries()).items() if count > 1]
    assert not twice


def test_every_rule_has_a_check_and_every_check_a_rule() -> None:
    """A rule that nothing looks for promises too much; a check without a rule cannot be switched off."""
    assert set(CHECKS) == set(rules())
    assert all(CHECKS.values())


def test_the_list_says_when_it_was_checked() -> None:
    """Numbers and phrases age; the date says how old they are."""
    assert checked() >= dt.date(2026, 11, 22)


@pytest.mark.parametrize("entry", _entries(), ids=lambda entry: str(entry["id"]))
def test_an_entry_has_known_keys_and_legal_values(entry: dict[str, object]) -> None:
    """A key that is misspelt would be ignored, and the rule would apply everywhere."""
    known = "id title level weight kinds channels relationships needs_case why sources good bad".split()
    assert set(entry) <= set(known)
    assert entry["level"] in set(Level)
    for key, words in (("kinds", Kind), ("channels", Channel), ("relationships", Relationship)):
        if key in entry:
            listed = entry[key]
            assert isinstance(listed, list)
            assert listed
            assert set(listed) <= {word.value for word in words}


@pytest.mark.parametrize("identity", IDENTITIES)
def test_a_rule_says_what_it_is_for(identity: str) -> None:
    """A title of at most five words, one or two sentences of why, two examples that differ."""
    rule = rules()[identity]
    assert 1 <= len(rule.title.split()) <= 5
    assert 5 <= len(rule.why.split()) <= 60
    assert rule.why.endswith((".", ")."))
    assert rule.good.strip()
    assert rule.bad.strip()
    assert rule.good != rule.bad


@pytest.mark.parametrize("identity", IDENTITIES)
def test_a_source_has_a_grade_and_its_address_last(identity: str) -> None:
    """Whoever doubts a rule can look it up, and sees how much it is worth."""
    sources = rules()[identity].sources
    assert sources
    for source in sources:
        assert re.fullmatch(r"[^\n]+ \([A-D]\)(?: https?://\S+)?", source), source
        assert source.count("http") <= 1


@pytest.mark.parametrize("identity", IDENTITIES)
def test_a_rule_weighs_what_its_level_says(identity: str) -> None:
    """What only informs takes nothing from the score; what warns or fails does."""
    rule = rules()[identity]
    assert (rule.weight > 0) is (rule.level is not Level.INFO)


@pytest.mark.parametrize("identity", IDENTITIES)
def test_the_bad_example_is_caught_by_its_rule(identity: str) -> None:
    """What `outreach rules ID` shows as bad is what the rule finds."""
    assert _found(identity, rules()[identity].bad)


@pytest.mark.parametrize("identity", IDENTITIES)
def test_the_good_example_passes_its_rule(identity: str) -> None:
    """What `outreach rules ID` shows as good is not found by the rule."""
    assert not _found(identity, rules()[identity].good)


@pytest.mark.parametrize("identity", IDENTITIES)
def test_the_good_example_says_nothing_that_another_rule_forbids(identity: str) -> None:
    """A good example is a part of a good message: what it leaves out may be missing, what it says must hold."""
    forbids = {"R8", "R9", "R17", "R18", "R19", "T4", "W1", "W2", "P1"}
    findings = review_context(_context(rules()[identity], rules()[identity].good), Policy()).findings
    assert not [finding for finding in findings if finding.level is Level.FAIL and finding.rule in forbids]


def test_the_good_agreement_is_ready() -> None:
    """It speaks of both in the third person, and greets nobody."""
    context = _context(rules()["A1"], rules()["A1"].good)
    held = replace(context, brief=make_brief(CLINIC, Kind.AGREEMENT, TUESDAY))
    assert [(one.rule, one.message) for one in review_context(held, Policy()).findings if one.level is Level.FAIL] == []
