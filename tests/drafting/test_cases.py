"""Every sample case drafts to something that is ready, whatever the seed, and says nothing that it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case
from outreach.domain.draft import FROM_CASE, Kind, Level, Revision
from outreach.domain.people import Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.events import DraftFinished
from outreach.drafting.pipeline import make_draft
from outreach.exchange.case_file import read_case
from tests.review.drafts import CASES, TODAY, templates

FILES = sorted(CASES.glob("*.toml"))
SEEDS = (1, 2)
FEWEST = 20
"""The least number of sample cases."""


def made(case: Case, kind: Kind, seed: int) -> Revision:
    """A draft from templates."""
    *_, last = make_draft(make_brief(case, kind, TODAY), templates(), None, Choices(seed))
    assert isinstance(last, DraftFinished)
    return last.revision


def test_there_are_cases_of_every_relation() -> None:
    """Two at least of equals, and two of mentees who teach."""
    relations = [read_case(file).mentor.relationship for file in FILES]
    assert len(FILES) >= FEWEST
    assert set(relations) == set(Relationship)
    assert relations.count(Relationship.PEER) >= 2
    assert relations.count(Relationship.REVERSE) >= 2


@pytest.mark.parametrize("kind", FROM_CASE)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_case_is_ready(file: Path, kind: Kind) -> None:
    """In every kind and with several seeds, each of which words it otherwise or alike."""
    case = read_case(file)
    for seed in SEEDS:
        revision = made(case, kind, seed)
        fails = [finding for finding in revision.findings if finding.level is Level.FAIL]
        assert not fails, (seed, fails, revision.body)
        assert all(line.strip() not in revision.body for line in (case.meeting.private if case.meeting else ()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_subject_is_specific_and_short(file: Path) -> None:
    """Two to six words, writing-rules.md 1.1; eight where a name is long."""
    revision = made(read_case(file), Kind.FIRST_CONTACT, 1)
    assert 2 <= len(revision.subject.split()) <= 6


def test_the_drafts_of_one_mentee_do_not_all_begin_alike() -> None:
    """Seeds choose among the ways to begin."""
    case = read_case(CASES / "beekeeper-cold.toml")
    hooks = {
        section.text
        for seed in range(1, 13)
        for section in made(case, Kind.FIRST_CONTACT, seed).sections
        if section.name == "hook"
    }
    assert len(hooks) >= 3
