"""What every kind of draft must have; the README says how to add one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from outreach.domain.draft import DRAFTED, FROM_CASE, Channel, Kind
from outreach.domain.errors import BadInput
from outreach.drafting.kinds import check_channel
from outreach.resources import prompts_folder
from outreach.review.channel import GOOD_WORDS, MOST_WORDS
from outreach.review.check import CHECKS
from outreach.review.rule import rules
from outreach.tui.commands import LETTERS
from outreach.tui.home.lists import what

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("kind", DRAFTED)
def test_a_kind_has_its_templates_its_length_its_rules_and_its_key(kind: Kind) -> None:
    """An outline alone would be a draft that nobody can word, judge or ask for."""
    folder = prompts_folder()
    assert "{% block subject %}" in (folder / f"{kind}.j2").read_text(encoding="utf-8")
    assert "{{ greeting }}" in (folder / f"{kind}.body.j2").read_text(encoding="utf-8")
    assert 0 < GOOD_WORDS[kind] <= MOST_WORDS[kind]
    own = [identity for identity, rule in rules().items() if kind in rule.kinds]
    assert own
    assert set(own) <= CHECKS.keys()
    assert what(kind, Channel.EMAIL)
    assert any(f"'{kind}'" in binding.action for binding in LETTERS)


def test_only_a_first_contact_goes_by_other_ways_than_email() -> None:
    """Whoever has answered once has given an address."""
    for kind in DRAFTED:
        if kind is Kind.FIRST_CONTACT:
            check_channel(kind, Channel.MESSAGE)
        else:
            with pytest.raises(BadInput, match="goes by email"):
                check_channel(kind, Channel.MESSAGE)


def test_the_readme_names_files_that_are_there() -> None:
    """How to add a kind, and everything else that it links to."""
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert "outreach/drafting/report_text.py" in links
    assert [link for link in links if not (README.parent / link).exists()] == []
    assert set(FROM_CASE) < set(DRAFTED)
