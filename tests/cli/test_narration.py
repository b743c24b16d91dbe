"""What standard error tells about a draft."""

from __future__ import annotations

import io
import sys

import pytest

from outreach.cli import narration
from outreach.domain.draft import Finding, Level, ModelUsed, Origin, Revision, Section
from outreach.domain.facts import Fact, Standing
from outreach.drafting.events import CandidateRejected, DraftEvent, SectionKept, SectionStarted, Trying

EVENTS: list[DraftEvent] = [
    SectionStarted("hook"),
    Trying("hook", 1, "I"),
    Trying("hook", 1, "I read"),
    CandidateRejected("hook", 1, "I read", "no"),
    Trying("hook", 2, "You"),
    SectionKept("hook", "You", Origin.MODEL),
    SectionStarted("ask"),
    SectionKept("ask", "Could", Origin.TEMPLATE),
    Trying("question", 1, "How"),
]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_a_section_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Sections that need no model are not told."""
    progress = narration.Progress()
    for event in EVENTS:
        progress.tell(event)
    progress.clear()
    assert capsys.readouterr().err == "Writing: hook …\nWriting: question …\n"


def test_progress_is_one_line_that_changes_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the try, and is gone at the end."""
    shown = _Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    progress = narration.Progress()
    for event in EVENTS:
        progress.tell(event)
    progress.clear()
    lines = shown.getvalue().split("\r\x1b[K")
    assert lines == ["Writing: hook, try 1 …", "Writing: hook, try 2 …", "Writing: question, try 1 …", ""]


def test_the_summary_tells_what_is_to_be_known(capsys: pytest.CaptureFixture[str]) -> None:
    """Templates in the place of a model, withheld lines, findings, and whether it is ready."""
    revision = Revision(
        "s",
        "b",
        (Section("hook", "t", Origin.TEMPLATE, tries=3), Section("ask", "t", Origin.TEMPLATE)),
        findings=(
            Finding("R7", Level.FAIL, "“40” stands in no fact.", fix="Leave it out"),
            Finding("R3", Level.WARN, "Long."),
        ),
        withheld=("meeting.notes:4", "mentor.background:2", "meeting.private:1"),
        model=ModelUsed("tiny", "0"),
    )
    heard = "heard he is moving to another company in the spring"
    fact = Fact("mentor.background:2", heard, 0, len(heard), Standing.UNCONFIRMED)
    narration.summary(revision, {fact.id: fact}, model_wanted=True)
    assert capsys.readouterr().err.splitlines() == [
        "hook: template sentence, no try of the model was clean",
        "withheld: meeting.notes:4 (private)",
        "withheld: “heard he is moving to another company i…” (unconfirmed)",
        "withheld: meeting.private:1 (private)",
        "fail R7: “40” stands in no fact. (Leave it out)",
        "warn R3: Long.",
        "not ready",
    ]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_missing_model_is_told_if_one_was_wanted(capsys: pytest.CaptureFixture[str], wanted: bool) -> None:
    """With --no-model there is nothing to tell."""
    narration.summary(Revision("s", "b"), {}, model_wanted=wanted)
    lines = capsys.readouterr().err.splitlines()
    assert lines == ([narration.NO_MODEL] if wanted else []) + ["ready"]
