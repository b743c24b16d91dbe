"""``outreach meetings``: planned, prepared, written down."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from outreach.domain.events import What
from outreach.domain.mentorship import Mentorship
from outreach.settings import Paths
from outreach.store.store import Store
from tests.cli.conftest import RunMain

NOTES = """\
Pilot on one ward first
his own first year was slow, he said
> Read the HL7 guide by 17 Jan
> @mentor send the slides by 20 Dec
! looked tired
"""


def _stored() -> Mentorship:
    store = Store(Paths.of_user().store_file)
    try:
        return store.mentorships()[0]
    finally:
        store.close()


def _plan(run: RunMain, *args: str, today: str = "2026-12-04") -> str:
    done = run("meetings", "plan", "Tomasz", *args, "--today", today)
    assert done.status == 0, done.err
    return " ".join(done.out.split())


def _type(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


CLOCKS: dict[str, tuple[str, str, str, str]] = {
    "theirs, in winter": ("2026-12-15", "11:00", "theirs", "2026-12-15 16:00"),
    "mine": ("2026-12-15", "16:00", "mine", "2026-12-15 16:00"),
    "a third": ("2026-12-15", "9 pm", "Asia/Tokyo", "2026-12-15 12:00"),
    "theirs, after their clocks went forward and before mine do": ("2027-03-18", "12:00", "theirs", "2027-03-18 16:00"),
    "theirs, on the day before": ("2026-12-15", "20:30", "theirs", "2026-12-16 01:30"),
    "29 February": ("2028-02-29", "17:00", "theirs", "2028-02-29 22:00"),
}


@pytest.mark.parametrize(("date", "time", "zone", "kept"), CLOCKS.values(), ids=CLOCKS.keys())
def test_a_meeting_is_kept_on_my_clock_whichever_it_was_agreed_on(
    run: RunMain, tomasz: Path, date: str, time: str, zone: str, kept: str
) -> None:
    """The date moves with the time."""
    _plan(run, "--date", date, "--time", time, "--zone", zone)
    (meeting,) = _stored().meetings
    assert f"{meeting.date} {meeting.time:%H:%M}" == kept


def test_a_planned_meeting_is_told_on_both_clocks(run: RunMain, tomasz: Path) -> None:
    """With number, length and questions; the length is that of the ask."""
    asked = ["--question", "What would you learn\nfirst?", "--question", "What would you learn first?"]
    told = _plan(run, "--date", "2026-12-15", "--time", "20:30", "--zone", "theirs", "--mode", "video call", *asked)
    assert told == (
        "Set: meeting 1 with Tomasz Zieliński, Wednesday 16 December 2026, 01:30, 30 minutes, video call. "
        "01:30 on your clock is 20:30 on Tuesday 15 December 2026 for them. Question: What would you learn first?"
    )
    twice = _plan(run, "--date", "2026-10-25", "--time", "01:30", "--move", today="2026-10-20")
    assert twice.startswith("Moved: meeting 1")
    assert "that hour comes twice: the first of the two is meant" in twice
    assert "Sunday is no working day" in twice


def test_the_next_meeting_is_moved_and_the_one_after_it_is_counted_on(run: RunMain, tomasz: Path) -> None:
    """Moving says so by name; what is not said again stays; length and mode go on from the meeting before."""
    _plan(
        run, "--date", "2026-12-15", "--time", "16:00", "--minutes", "45", "--mode", "video call", "--question", "Why?"
    )
    refused = run("meetings", "plan", "Tomasz", "--date", "2026-12-17", "--today", "2026-12-04")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == (
        "outreach: A meeting with Tomasz Zieliński is set for Tuesday 15 December.\nMove it with --move.\n"
    )
    assert _plan(run, "--date", "2026-12-15", "--question", "How?").startswith("Set: meeting 1")
    assert _plan(run, "--date", "2026-12-17", "--move", today="2026-12-10").startswith(
        "Moved: meeting 1 with Tomasz Zieliński, Thursday 17 December 2026, 16:00, 45 minutes, video call."
    )
    (meeting,) = _stored().meetings
    assert (meeting.questions, str(meeting.planned)) == (("Why?", "How?"), "2026-12-10")
    run("log", "Tomasz", "met", "--today", "2026-12-17")
    again = _plan(run, "--date", "2027-03-18", today="2026-12-18")
    assert again == "Set: meeting 2 with Tomasz Zieliński, Thursday 18 March 2027, 45 minutes, video call."


def test_meetings_are_listed_by_mentor_with_how_far_they_have_come(run: RunMain, tomasz: Path, cases: Path) -> None:
    """All, or those with one mentor, whose name needs no action before it."""
    run("import", cases / "signalling-introduced.toml")
    _plan(run, "--date", "2026-12-15", "--time", "16:00", "--mode", "video call", "--question", "Why?")
    assert run("meetings", "--today", "2026-12-04").out.splitlines() == [
        "Agnieszka Wrzos",
        "  1  Mon 18 Jan 2027  20:30  30 min  video call  set  4 notes, 2 promises",
        "",
        "Tomasz Zieliński",
        "  1  Tue 15 Dec       16:00  30 min  video call  set  1 question",
    ]
    (one,) = json.loads(run("meetings", "Tomasz", "--json", "--today", "2026-12-16").out)
    assert one == {
        "mentor": "Tomasz Zieliński",
        "number": 1,
        "date": "2026-12-15",
        "time": "16:00",
        "minutes": 30,
        "mode": "video call",
        "state": "set",
        "questions": ["Why?"],
        "notes": 0,
        "actions": 0,
        "next_meeting": None,
    }
    run("log", "Tomasz", "met", "--date", "2026-12-15", "--today", "2026-12-16")
    assert json.loads(run("meetings", "list", "Tomasz", "--json", "--today", "2026-12-16").out)[0]["state"] == "held"


def test_notes_become_facts_promises_and_advice(run: RunMain, tomasz: Path, tmp_path: Path) -> None:
    """Of the meeting that was set; it counts as held, and twice is as once."""
    _plan(run, "--date", "2026-12-15", "--time", "16:00")
    file = tmp_path / "notes.txt"
    file.write_text(NOTES, encoding="utf-8")
    done = run("meetings", "notes", "Tomasz", file, "--next", "2027-01-19", "--today", "2026-12-15")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Kept: the notes of the meeting with Tomasz Zieliński on Tuesday 15 December.",
        "Facts         - his own first year was slow, he said",
        "Their advice  - 1. Pilot on one ward first",
        "Private       - ! looked tired",
        "You promised  - Read the HL7 guide, by Sunday 17 January 2027",
        "They promised - send the slides, by Sunday 20 December",
        "Next meeting  - Tuesday 19 January 2027",
        "Set it with `outreach meetings plan Tomasz --date 2027-01-19 --time TIME`.",
    ]
    stored = _stored()
    (meeting,) = stored.meetings
    assert (meeting.number, len(meeting.next_actions), meeting.notes.count("\n")) == (1, 2, 2)
    assert [(event.what, str(event.date), event.meeting_id) for event in stored.events] == [
        (What.MET, "2026-12-15", meeting.id)
    ]
    again = run("meetings", "notes", "Tomasz", file, "--today", "2026-12-16").out
    assert again.startswith("The notes of the meeting with Tomasz Zieliński on Tuesday 15 December are there")
    assert _stored() == stored


def test_notes_that_were_kept_are_never_lost(run: RunMain, tomasz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are added to a meeting that is named; without a name they are not taken for the last one's."""
    _type(monkeypatch, "First\n> call\n")
    assert run("meetings", "notes", "Tomasz", "--date", "2026-12-15", "--today", "2026-12-20").status == 0
    _type(monkeypatch, "Second\n")
    unclear = run("meetings", "notes", "Tomasz", "-", "--today", "2026-12-20")
    assert (unclear.status, unclear.out) == (2, "")
    assert "The latest meeting, of Tuesday 15 December, has notes already" in unclear.err
    _type(monkeypatch, "First\nSecond\n> write\n")
    assert run("meetings", "notes", "Tomasz", "--date", "2026-12-15", "-", "--today", "2026-12-20").status == 0
    _type(monkeypatch, "Third\n")
    assert run("meetings", "notes", "Tomasz", "--date", "2026-12-18", "--today", "2026-12-20").status == 0
    first, second = _stored().meetings
    assert (first.notes, [action.what for action in first.next_actions]) == ("First\nSecond", ["call", "write"])
    assert (second.notes, second.number) == ("Third", 2)
    assert [event.what for event in _stored().events] == [What.MET, What.MET]


def test_the_brief_fits_one_screen_and_a_minute(run: RunMain, tomasz: Path) -> None:
    """Who, when on both clocks, what passed last, what is promised, and what to ask."""
    run("log", "Tomasz", "answered", "--date", "2026-12-04", "--today", "2026-12-04")
    run("log", "Tomasz", "promised", "send the slides", "--theirs", "--date", "2026-12-04", "--today", "2026-12-04")
    _plan(
        run, "--date", "2026-12-15", "--time", "11:00", "--zone", "theirs", "--question", "What would you learn first?"
    )
    shown = run("meetings", "brief", "Tomasz", "--today", "2026-12-14").out
    for words in ("Tuesday 15 December, 16:00 (London)", "11:00 (New York)", "send the slides", "learn first?"):
        assert words in shown
    assert len(shown.splitlines()) <= 24
    assert max(map(len, shown.splitlines())) <= 80
    none = run("meetings", "brief", "Tomasz", "--today", "2026-12-16")
    assert (none.status, none.out) == (2, "")
    assert "No meeting with Tomasz Zieliński is set" in none.err


WRONG: dict[str, tuple[str, str]] = {
    "a stranger": ("Jo", "no mentor “Jo”"),
    "an action, mistyped": ("pln Tomasz --date 2026-12-15", "perhaps “plan”"),
    "no day": ("plan Tomasz", "--date"),
    "a day that is past": ("plan Tomasz --date 2026-12-03", "is past; today is 2026-12-04"),
    "no such day": ("plan Tomasz --date 2027-02-29", "not in the calendar"),
    "no such time": ("plan Tomasz --date 2026-12-15 --time 25:00", "write it like 17:00 or 5 pm"),
    "a time that is skipped": ("plan Tomasz --date 2027-03-28 --time 01:30", "the clocks go forward"),
    "a time that they skip": ("plan Tomasz --date 2027-03-14 --time 02:30 --zone theirs", "the clocks go forward"),
    "no such zone": ("plan Tomasz --date 2026-12-15 --time 16:00 --zone Mars", "no time zone “Mars”"),
    "a path as zone": ("plan Tomasz --date 2026-12-15 --time 16:00 --zone ../../etc/passwd", "no time zone"),
    "a zone without a time": ("plan Tomasz --date 2026-12-15 --zone theirs", "--zone goes with --time"),
    "no length": ("plan Tomasz --date 2026-12-15 --minutes 0", "from 1 to 600"),
    "nothing to move": ("plan Tomasz --date 2026-12-15 --move", "There is no meeting with Tomasz Zieliński to move"),
    "notes of tomorrow": ("notes Tomasz CASE --date 2026-12-05", "still to come; today is 2026-12-04"),
    "notes of nowhere": ("notes Tomasz none.txt", "none.txt: cannot be read"),
    "notes of nothing": ("notes Tomasz -", "is empty"),
    "the next meeting before this one": ("notes Tomasz CASE --next 2026-12-04", "--next 2026-12-04"),
    "brief of nothing": ("brief Tomasz", "No meeting with Tomasz Zieliński is set"),
}


def test_wrong_use_is_told_and_changes_nothing(run: RunMain, tomasz: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2, standard output empty, and words that name what is wrong."""
    before = _stored()
    _type(monkeypatch, "")
    for name, (line, said) in WRONG.items():
        args = [str(tomasz) if word == "CASE" else word for word in line.split()]
        done = run("meetings", *args, "--today", "2026-12-04")
        assert (done.status, done.out) == (2, ""), name
        assert said in done.err, name
    assert _stored() == before


def test_a_zone_that_is_not_known_is_asked_for(run: RunMain, cases: Path) -> None:
    """Theirs by name or in the app, one's own by its command."""
    run("import", cases / "signalling-introduced.toml")
    plan = ["meetings", "plan", "Agni", "--date", "2026-12-15", "--time", "16:00", "--today", "2026-12-04", "--move"]
    assert "the time zone of Agnieszka Wrzos is not known" in run(*plan, "--zone", "theirs").err
    assert "20:30 on your clock is 16:00 in Europe/Warsaw." in run(*plan, "--zone", "Europe/Warsaw").out
    run("me", "--timezone", "")
    assert "your own time zone is not known" in run(*plan, "--zone", "Europe/Warsaw").err
    assert run(*plan).status == 0


def test_a_meeting_without_a_day_is_the_one_that_is_set(run: RunMain, tomasz: Path, tmp_path: Path) -> None:
    """A case file may hold questions before there is a date."""
    file = tmp_path / "tomasz.toml"
    file.write_text(
        file.read_text(encoding="utf-8") + '\n[meeting]\nminutes = 20\nquestions = ["Why?"]\n', encoding="utf-8"
    )
    run("import", file)
    assert _plan(run, "--date", "2026-12-15").startswith(
        "Set: meeting 1 with Tomasz Zieliński, Tuesday 15 December 2026, 20"
    )
    assert [meeting.questions for meeting in _stored().meetings] == [("Why?",)]


def test_notes_belong_to_the_meeting_that_had_no_day(
    run: RunMain, tomasz: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gets the one on which it was held."""
    text = tomasz.read_text(encoding="utf-8") + '\n[meeting]\nminutes = 20\nquestions = ["Why?"]\n'
    tomasz.write_text(text, encoding="utf-8")
    run("import", tomasz)
    _type(monkeypatch, "Because.\n")
    done = run("meetings", "notes", "Tomasz", "--date", "2026-12-15", "--today", "2026-12-16")
    assert done.out.startswith("Kept: the notes of the meeting with Tomasz Zieliński on Tuesday 15 December.")
    assert [(str(one.date), one.notes, one.questions) for one in _stored().meetings] == [
        ("2026-12-15", "Because.", ("Why?",))
    ]


def test_moving_to_another_day_says_the_old_time_on_both_clocks(run: RunMain, tomasz: Path) -> None:
    """Over the days on which only one of the two has changed its clock, theirs says another hour."""
    _plan(run, "--date", "2027-03-10", "--time", "16:00")
    assert "16:00 on your clock is 12:00 for them." in _plan(run, "--date", "2027-03-18", "--move")
