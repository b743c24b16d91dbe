"""Whatever is typed, drafting and review give something sensible and never break."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.draft import DRAFTED, FROM_CASE, Channel, Kind
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.editing import edited
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from outreach.review.check import review
from tests.review.drafts import TODAY, WARD, templates, ward

TEMPLATES = templates()
PIECES = st.sampled_from(
    [
        "she ",
        "runs ",
        "a mill",
        ". ",
        "\n",
        "her ",
        "his ",
        "I ",
        "my ",
        "12 ",
        "2019",
        "??",
        "! ",
        "Ana ",
        "“",
        "”",
        "'",
        "(",
        ")",
        "[",
        "]",
        "{{",
        "}}",
        "<b>",
        "&amp;",
        "→ ",
        "= ",
        "/",
        ", ",
        "don't ",
        "ask ",
        "write ",
        "was ",
        "and ",
        "how ",
        "#",
        "* ",
        "é",
        "日本",
        "\u202e",
        "\x1b[1m",
        "<|im_end|>",
        "husband ",
        "ill ",
        "your ",
        "you ",
        "(3 min) ",
        ": ",
        "Would you ",
        "? ",
        "%",
        "http://x.org ",
    ]
)
TEXT = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=40))
FILLED = TEXT.filter(lambda text: bool(text.strip()))
NAMES = st.one_of(
    st.sampled_from(
        ["Ana Lopez", "Kofi", "Siti binti Hassan", "May Chen", "X", "O'Brien", "李 明", "(Bo)", "a.b", "A\\1 B", ":"]
    ),
    FILLED,
)
SOON = st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
ACTIONS = st.lists(
    st.builds(Action, what=FILLED, done=st.booleans(), by=st.none() | SOON, owner=st.sampled_from(list(Owner))),
    max_size=3,
).map(tuple)
TEXTS = st.lists(FILLED, max_size=3).map(tuple)
CASES = st.builds(
    Case,
    mentee=st.builds(
        Mentee,
        name=NAMES,
        goals=st.lists(FILLED, min_size=1, max_size=2).map(tuple),
        role=TEXT,
        organisation=TEXT,
        background=TEXT,
        skills_to_build=TEXTS,
        can_offer=TEXTS,
        availability=TEXTS,
    ),
    mentor=st.builds(
        Mentor,
        name=NAMES,
        background=FILLED,
        title=st.sampled_from(["", "Dr", "Puan"]),
        address=st.sampled_from(["", "dona Ana"]),
        role=TEXT,
        organisation=TEXT,
        found_through=TEXT,
        relationship=st.sampled_from(list(Relationship)),
        introduced_by=st.sampled_from(["", "Ulla Rautio"]),
    ),
    ask=st.builds(Ask, about=TEXT, minutes=st.none() | st.integers(5, 120)),
    meeting=st.builds(
        Meeting,
        date=st.none() | SOON,
        time=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
        minutes=st.integers(8, 120),
        mode=TEXT,
        number=st.none() | st.integers(1, 9),
        previous_actions=ACTIONS,
        progress=TEXTS,
        questions=TEXTS,
        decision=TEXT,
        notes=FILLED,
        private=TEXTS,
        next_actions=ACTIONS,
        next_meeting=st.none() | SOON,
    ),
)

SAME_EVERYWHERE = settings(deadline=None, derandomize=True, database=None)
"""No clock and no dice: a test that fails here fails everywhere."""


@settings(SAME_EVERYWHERE, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(CASES, st.sampled_from(DRAFTED))
def test_any_case_gives_a_draft(case: Case, kind: Kind) -> None:
    """At most it is not ready; it never breaks, and its sections and findings have their places."""
    brief = make_brief(case, kind, TODAY, Channel.EMAIL)
    *_, last = make_draft(brief, TEMPLATES, None, Choices(1))
    assert isinstance(last, DraftFinished)
    revision = last.revision
    assert revision.body
    assert 0 <= revision.score <= 100
    for section in revision.sections:
        assert section.start is None or revision.body[section.start : section.end] == section.text


@settings(SAME_EVERYWHERE)
@given(TEXT, TEXT, st.sampled_from(FROM_CASE))
def test_any_text_can_be_reviewed(subject: str, body: str, kind: Kind) -> None:
    """Findings point into the text."""
    found = review(subject, body, ward(kind).brief)
    assert 0 <= found.score <= 100
    for finding in found.findings:
        text = subject if finding.where == "subject" else body
        assert (finding.start is None) == (finding.end is None)
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start <= finding.end <= len(text)


@settings(SAME_EVERYWHERE)
@given(st.data())
def test_any_edit_keeps_places_right(data: st.DataObject) -> None:
    """A stretch cut out or typed over, anywhere."""
    draft = ward()
    body = draft.revision.body
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, min(len(body), start + 60)))
    new = body[:start] + data.draw(TEXT) + body[end:]
    after, _ = edited(draft.revision, "s", new, draft.brief)
    for section in after.sections:
        assert section.start is not None
        assert new[section.start : section.end] == section.text


@pytest.mark.parametrize("kind", DRAFTED)
def test_a_backslash_in_a_name_is_plain_text(kind: Kind) -> None:
    """Nowhere is a name part of a pattern."""
    case = replace(WARD, mentor=replace(WARD.mentor, name=r"\9 Marta \g<0> Zielińska"))
    *_, last = make_draft(make_brief(case, kind, TODAY), TEMPLATES, None, Choices(1))
    assert isinstance(last, DraftFinished)
