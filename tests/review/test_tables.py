"""Tables of sentences and texts for each rule, by somebody who had not seen the code: what passes, what is caught.

A sentence stands in the message of its case and kind where ``{here}`` is; a whole text stands for itself. An entry with
``missed`` is known not to be caught, for the reason it gives; when it is, the test says so.
"""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.draft import Channel, Finding, Kind, Level, Origin, Section
from outreach.exchange.case_file import read_case
from outreach.review.check import review, review_context
from outreach.review.context import Context
from outreach.review.message import read_message
from outreach.review.rule import Policy, rules
from tests.review.drafts import TODAY

TABLES = Path(__file__).parent / "tables"
Entry = dict[str, Any]


@functools.cache
def base(case: str, kind: Kind) -> str:
    """The message of a case that has a place for one more sentence."""
    table = tomllib.loads((TABLES / f"{case}.base.toml").read_text(encoding="utf-8"))
    text: str = table[kind.value]["text"]
    return text


@functools.cache
def brief(case: str, kind: Kind, channel: Channel, today: dt.date) -> Brief:
    """The brief of a case."""
    return make_brief(read_case(TABLES / f"{case}.toml"), kind, today, channel)


def entries(what: str) -> list[Any]:
    """The entries of all tables under ``pass`` or ``catch``."""
    found = []
    for file in sorted(TABLES.glob("*.toml")):
        if file.stem not in rules():
            continue
        for number, entry in enumerate(tomllib.loads(file.read_text(encoding="utf-8")).get(what, []), 1):
            marks = [pytest.mark.xfail(strict=True, reason=entry["missed"])] if "missed" in entry else []
            found.append(pytest.param(file.stem, entry, id=f"{file.stem}-{number}", marks=marks))
    return found


def found_in(rule: str, entry: Entry) -> list[Finding]:
    """What a rule finds in an entry; a mere note counts for rules that give no more."""
    kind, channel = Kind(entry.get("kind", "first-contact")), Channel(entry.get("channel", "email"))
    today = entry.get("today", TODAY)
    text = entry["text"]
    if "case" in entry and not entry.get("whole"):
        text = base(entry["case"], kind).replace("{here}", text)
    message = read_message(text.strip("\n"))
    if "case" in entry:
        # Only of a drafted text is it known that a model wrote it.
        sections = (Section("text", message.body, Origin.MODEL),) if rule == "R28" else ()
        result = review(message.subject, message.body, brief(entry["case"], kind, channel, today), sections)
    else:
        result = review_context(Context(message.subject, message.body, kind, channel, today=today), Policy())
    least = rules()[rule].level is Level.INFO
    return [one for one in result.findings if one.rule == rule and (least or one.level is not Level.INFO)]


@pytest.mark.parametrize(("rule", "entry"), entries("pass"))
def test_what_people_rightly_write_passes(rule: str, entry: Entry) -> None:
    """The rule finds nothing."""
    found = found_in(rule, entry)
    assert not found, (entry["text"], [one.message for one in found])


@pytest.mark.parametrize(("rule", "entry"), entries("catch"))
def test_what_breaks_a_rule_is_caught(rule: str, entry: Entry) -> None:
    """The rule finds something."""
    assert found_in(rule, entry), entry["text"]


def test_every_rule_has_texts_of_both_sorts() -> None:
    """At least four of each for every rule, and thrice as many for those that trace what is said.

    Rules of what a store knows have theirs in ``test_between``.
    """
    for identity in set(rules()) - {"N1", "F7", "G7", "G8", "T6"}:
        passing = [one for one in entries("pass") if one.values[0] == identity]
        caught = [one for one in entries("catch") if one.values[0] == identity]
        least = 12 if identity in {"R18", "W1", "W2", "R3", "P1", "R9", "R8"} else 4
        assert min(len(passing), len(caught)) >= least, identity
