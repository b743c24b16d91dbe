"""Half a year with three mentors: the walk-through of the README, line by line and day by day, with the tiny model."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
import shlex
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from outreach.cli import main
from outreach.domain.draft import Draft, Kind
from outreach.domain.events import Fate, Stage, What
from outreach.domain.mentorship import Mentorship
from outreach.settings import Paths
from outreach.workspace import Workspace

ROOT = Path(__file__).parents[2]
HEADING = "## Half a year in a terminal"

DUE = """
2026-12-07 2026-12-07 2026-12-07 Daniel reply
2026-12-07 2026-12-07 2026-12-07 Ingrid follow-up
2026-12-14 2026-12-14 2026-12-14 Ingrid follow-up
2026-12-15 2026-12-15 2026-12-15 Ruth agenda
2026-12-16 2026-12-16 2026-12-16 Ruth reply
2026-12-18 2026-12-18 2026-12-18 Ruth thank-you
2027-01-11 2027-01-11 2027-01-11 Ruth action
2027-01-15 2027-01-15 2027-01-15 Ruth action
2027-01-20 2027-01-20 2027-01-20 Ruth report
2027-02-05 2027-02-05 2027-02-05 Ruth action
2027-02-10 2027-02-10 2027-02-10 Ruth report
2027-03-01 2027-03-01 2027-03-01 - goal-review
2027-03-16 2027-03-16 2027-03-16 Ruth agenda
2027-03-17 2027-03-17 2027-03-17 Ruth reply
2027-03-19 2027-03-19 2027-03-19 Ruth thank-you
2027-06-16 2027-06-16 2027-06-16 Ruth check-in
"""
"""First and last morning on which something stands there, its day, and what it is: worked out by hand from the story,
the rules and a calendar of England."""

STAGES = {
    "Ingrid": "2026-11-30 sent, 2026-12-22 resting",
    "Daniel": "2026-11-30 sent, 2026-12-04 resting",
    "Ruth": "2026-11-30 sent, 2026-12-03 answered, 2026-12-17 met, 2027-03-18 ongoing",
}

SENT = {
    "Ingrid": "first-contact follow-up follow-up",
    "Daniel": "first-contact reply",
    "Ruth": "first-contact reply agenda reply thank-you report report reply agenda reply thank-you check-in",
}


@dataclass(frozen=True)
class Line:
    """One line of the walk-through."""

    day: dt.date
    args: tuple[str, ...]


@dataclass
class Journey:
    """What the lines printed, and how things stood day by day."""

    said: list[tuple[Line, int, str]] = field(default_factory=list)
    """Each line with its exit status and its standard output."""
    due: dict[dt.date, list[tuple[str, str, str]]] = field(default_factory=dict)
    """Each morning: the day, the mentor's first name, and the kind of all that is due by then."""
    stages: dict[dt.date, dict[str, Stage]] = field(default_factory=dict)
    """Each evening, by first name."""
    mentorships: dict[str, Mentorship] = field(default_factory=dict)
    drafts: dict[str, list[Draft]] = field(default_factory=dict)
    """At the end, oldest first."""
    fates: dict[str, str] = field(default_factory=dict)
    """At the end: what became of each piece of Ruth's advice, by its first words."""

    def printed(self, *args: str) -> str:
        """What the last line with these words printed."""
        return [said for line, _, said in self.said if line.args[: len(args)] == args][-1]

    def body(self, name: str, kind: Kind, number: int = 0) -> str:
        """Of the draft to a mentor, counted from 0 among those of its kind."""
        return [draft for draft in self.drafts[name] if draft.kind is kind][number].current.body


def lines() -> list[Line]:
    """The commands of the walk-through as they stand in the README."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition(f"{HEADING}\n")[2].partition("\n## ")[0]
    block = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert block, "the README has no walk-through"
    words = [shlex.split(line, comments=True) for line in block[1].splitlines()]
    return [Line(dt.date.fromisoformat(one[1]), tuple(one[2:])) for one in words if one[:1] == ["on"]]


@pytest.fixture(scope="module")
def journey(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The walk-through, run once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OUTREACH_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("OUTREACH_MODELS", str(tiny_model.parent))
        patch.chdir(ROOT)
        return _run(lines())


def _run(story: list[Line]) -> Journey:
    found = Journey()
    day = story[0].day
    while story:
        _morning(found, day)
        while story and story[0].day == day:
            found.said.append((story[0], *_done(story.pop(0))))
        _evening(found, day)
        day += dt.timedelta(days=1)
    _at_the_end(found, day)
    return found


def _done(line: Line) -> tuple[int, str]:
    """Run one line; its drafts are written by the tiny model, with a seed of its own."""
    args = [*line.args, "--today", line.day.isoformat()]
    if line.args[0] == "draft":
        args += ["--model", "tiny", "--seed", str(line.day.toordinal())]
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()) as errors:
        status = main(args)
    return status, out.getvalue() if status == 0 else out.getvalue() + errors.getvalue()


def _morning(journey: Journey, day: dt.date) -> None:
    with closing(Workspace(Paths.of_user(), today=day)) as workspace:
        due = workspace.diary.due(0)
    journey.due[day] = [(item.due.isoformat(), (item.mentor.split() or ["-"])[0], item.kind) for item in due]


def _evening(journey: Journey, day: dt.date) -> None:
    with closing(Workspace(Paths.of_user(), today=day)) as workspace:
        for one in workspace.mentorships():
            journey.stages.setdefault(day, {})[_first_name(one)] = workspace.diary.stage(one.id)


def _at_the_end(journey: Journey, day: dt.date) -> None:
    with closing(Workspace(Paths.of_user(), today=day)) as workspace:
        for one in workspace.mentorships():
            journey.mentorships[_first_name(one)] = one
            journey.drafts[_first_name(one)] = workspace.drafts(one.id)[::-1]
        advice = workspace.diary.advice(journey.mentorships["Ruth"].id)
        journey.fates = {" ".join(each.noted.text.split()[:3]): each.fate for each in advice}


def _first_name(mentorship: Mentorship) -> str:
    return mentorship.mentor.name.split()[0]


def test_every_line_of_the_walk_through_works_and_every_draft_is_ready(journey: Journey) -> None:
    """Exit status 0 means ready for a draft; nothing else may fail either."""
    failed = [(line.day.isoformat(), line.args, said) for line, status, said in journey.said if status != 0]
    assert failed == []
    assert len(journey.said) == len(lines()) > 50


def test_what_is_due_is_what_was_worked_out_by_hand_none_missed_and_none_doubled(journey: Journey) -> None:
    """On every single morning of the half-year."""
    expected: dict[str, list[tuple[str, str, str]]] = {day.isoformat(): [] for day in journey.due}
    for row in DUE.split("\n")[1:-1]:
        first, last, due, mentor, kind = row.split()
        for day in expected:
            if first <= day <= last:
                expected[day].append((due, mentor, kind))
    for morning, found in journey.due.items():
        assert sorted(found) == sorted(expected[morning.isoformat()]), morning


def test_the_stages_follow_from_what_happened(journey: Journey) -> None:
    """Every evening; a wrong entry that was taken back leaves no trace."""
    for name, told in STAGES.items():
        changes: list[str] = []
        for day, stages in sorted(journey.stages.items()):
            if not changes or changes[-1].split()[1] != stages[name]:
                changes.append(f"{day.isoformat()} {stages[name]}")
        assert ", ".join(changes) == told
    events = [event.what for event in journey.mentorships["Daniel"].events]
    assert events.count(What.DECLINED) == 1
    assert What.ANSWERED not in events


def test_each_message_was_drafted_once_and_logged_with_its_draft(journey: Journey) -> None:
    """In the order of the story, by a model, and none twice."""
    for name, kinds in SENT.items():
        sent = sorted(
            (one for one in journey.mentorships[name].events if one.what is What.SENT), key=lambda one: one.date
        )
        assert " ".join(str(event.kind) for event in sent) == kinds
        assert [event.draft_id for event in sent] == [draft.id for draft in journey.drafts[name]]
        assert all(draft.current.model and draft.current.model.id == "tiny" for draft in journey.drafts[name])


def test_the_meetings_are_named_on_both_clocks(journey: Journey) -> None:
    """Five hours lie between Leeds and Boston in December, four in the middle of March."""
    for number, (there, here) in enumerate(
        [("11:00", "16:00"), ("11:00", "16:00"), ("12:00", "16:00"), ("12:00", "16:00")]
    ):
        body = journey.body("Ruth", Kind.REPLY, number)
        assert there in body
        assert here in body
    assert "Thursday 17 December" in journey.body("Ruth", Kind.REPLY, 0)
    assert "Thursday 18 March" in journey.body("Ruth", Kind.REPLY, 3)


def test_the_texts_follow_up_on_what_was_said_and_done(journey: Journey) -> None:
    """What makes each of them worth reading, and what must not be in it."""
    first, second = journey.body("Ingrid", Kind.FOLLOW_UP, 0), journey.body("Ingrid", Kind.FOLLOW_UP, 1)
    assert first != second
    assert "14 wards" in journey.body("Ingrid", Kind.FIRST_CONTACT) + first + second
    assert "one-page map of our discharge forms" in journey.body("Ruth", Kind.THANK_YOU)
    assert "one-page map of our discharge forms" in journey.body("Ruth", Kind.REPORT, 0)
    assert "Our matron has put it up in the office." in journey.body("Ruth", Kind.REPORT, 0)
    assert "61" in journey.body("Ruth", Kind.REPORT, 1)
    assert "three worst fields" in journey.body("Ruth", Kind.THANK_YOU, 1)
    assert "nurse analyst for two days a week in September" in journey.body("Ruth", Kind.CHECK_IN)
    everything = " ".join(draft.current.body for drafts in journey.drafts.values() for draft in drafts)
    assert "leaving the group" not in everything
    assert "thinks of leaving" not in everything
    assert "London??" not in everything


def test_the_advice_is_followed_or_put_aside_and_told_of(journey: Journey) -> None:
    """Of December: one piece put aside, one made an action, done and reported, one kept; of March: one promised."""
    assert journey.fates == {
        "Start on my": Fate.ASIDE,
        "log every workaround": Fate.REPORTED,
        "no master's first,": Fate.KEPT,
        "next: turn the": Fate.ACTION,
        "show them to": Fate.KEPT,
    }


def test_the_page_before_the_call_names_what_counts_and_the_timeline_tells_it_all_in_order(journey: Journey) -> None:
    """Who, when on both clocks, the question; and later everything with its texts."""
    page = journey.printed("meetings", "brief", "Ruth")
    assert "Chief nursing informatics officer" in page
    assert "16:00" in page
    assert "11:00" in page
    assert "What did you show them at your first interview?" in page
    assert len(page.split()) < 180
    told = journey.printed("timeline", "Ruth")
    steps = (
        "Sent: first contact",
        "Glad to. Would Thursday",
        "Met, 20 minutes",
        "61 of them",
        "Met, 30 minutes",
        "two days a week",
    )
    assert [told.find(step) for step in steps] == sorted(told.find(step) for step in steps)
    assert -1 not in [told.find(step) for step in steps]
