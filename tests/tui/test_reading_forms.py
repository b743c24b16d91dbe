"""Dates, times, actions and notes as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.case import Action, Owner
from outreach.exchange.notes_page import action_line, notes_text, parse_action, parse_actions, parse_notes
from outreach.exchange.when import NotUnderstood, date_text, parse_date, parse_time, parse_whole

TODAY = dt.date(2026, 11, 22)
DEC_3 = dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-03",
        "3 Dec 2026",
        "3 December 2026",
        "Dec 3, 2026",
        "3rd dec",
        "Thu 3 Dec 2026",
        "thursday 3 Dec",
        " 3  dec ",
    ],
)
def test_a_date_is_read_in_many_spellings(typed: str) -> None:
    """All of them are the third of December."""
    assert parse_date(typed, TODAY) == DEC_3


def test_a_date_without_a_year_is_the_next_such_day() -> None:
    """In November, January is in the next year."""
    assert parse_date("14 Jan", TODAY) == dt.date(2027, 1, 14)
    assert parse_date("29 Feb", TODAY) == dt.date(2028, 2, 29)
    assert parse_date("29 Feb", dt.date(2028, 3, 1)) == dt.date(2032, 2, 29)


@pytest.mark.parametrize(
    ("typed", "last"),
    [("end of feb", (2027, 2, 28)), ("the end of November", (2026, 11, 30)), ("end of Feb 2028", (2028, 2, 29))],
)
def test_the_end_of_a_month_is_its_last_day(typed: str, last: tuple[int, int, int]) -> None:
    """Of the next such month, unless a year is named; leap years count."""
    assert parse_date(typed, TODAY) == dt.date(*last)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("ask the group by end of Feb", "ask the group"),
        ("pivot table course - end of feb", "pivot table course"),
        ("read it (by the end of February)", "read it"),
        ("read on to the end of feb", ""),
        ("write it by end of next week", ""),
    ],
)
def test_an_action_may_be_due_at_the_end_of_a_month(line: str, what: str) -> None:
    """Behind "by", or set apart by a mark."""
    action = parse_action(line, TODAY)
    assert (action.what, action.by) == ((what, dt.date(2027, 2, 28)) if what else (line, None))


@pytest.mark.parametrize("typed", ["soon", "31 Feb 2026", "2026-13-01", "3/12/2026", "3 Dexember", "Fri 3 Dec 2026"])
def test_what_is_no_date_is_said_in_plain_words(typed: str) -> None:
    """Also a weekday that does not fit."""
    with pytest.raises(NotUnderstood, match=r"Dec 2026"):
        parse_date(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [("17:00", 17, 0), ("5 pm", 17, 0), ("5:30pm", 17, 30), ("9.15", 9, 15), ("12 am", 0, 0)],
)
def test_a_time_is_read_in_many_spellings(typed: str, hour: int, minute: int) -> None:
    """With and without am and pm."""
    assert parse_time(typed) == dt.time(hour, minute)


@pytest.mark.parametrize("typed", ["17", "25:00", "13 pm", "noonish"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    """A bare number could be anything."""
    with pytest.raises(NotUnderstood):
        parse_time(typed)


def test_a_length_may_carry_its_unit() -> None:
    """And a silly one is refused."""
    assert parse_whole("30 min", 1, 600, "30") == 30
    with pytest.raises(NotUnderstood, match="such as 30"):
        parse_whole("half an hour", 1, 600, "30")
    with pytest.raises(NotUnderstood):
        parse_whole("0", 1, 600, "30")


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("Write a plan by 17 Dec", Action("Write a plan", by=dt.date(2026, 12, 17))),
        ("Write a plan, by 2026-12-17.", Action("Write a plan", by=dt.date(2026, 12, 17))),
        ("x Read the guidance", Action("Read the guidance", done=True)),
        ("they will introduce me to Anna", Action("introduce me to Anna", owner=Owner.MENTOR)),
        ("Send slides @mentor by 3 Dec", Action("Send slides", by=DEC_3, owner=Owner.MENTOR)),
        ("Learn the ropes by heart", Action("Learn the ropes by heart")),
        ("x-ray the pipeline", Action("x-ray the pipeline")),
    ],
)
def test_an_action_is_read_from_one_line(typed: str, action: Action) -> None:
    """Done, owner and date are optional."""
    assert parse_action(typed, TODAY) == action


def test_an_action_is_shown_as_a_line_that_reads_back_the_same() -> None:
    """Done, the mentor's and dated at once."""
    action = Action("Send slides", True, DEC_3, Owner.MENTOR)
    assert parse_action(action_line(action), TODAY) == action


def test_actions_that_look_like_something_else_survive_being_shown() -> None:
    """A line that was not touched keeps its action, whatever it looks like."""
    odd = (Action("x marks the spot by 3 Dec 2026"), Action("they said so"))
    assert parse_actions("\n".join(map(action_line, odd)), TODAY, odd) == odd


def test_the_notes_page_parts_notes_actions_and_private_lines() -> None:
    """An action does not stay in the notes; a private line does."""
    page = parse_notes("Start small\n> Write a plan by 17 Dec\n! seemed tired\n>\n", TODAY)
    assert page.notes == "Start small\n! seemed tired"
    assert page.actions == (Action("Write a plan", by=dt.date(2026, 12, 17)),)
    assert page.private == ("seemed tired",)


def test_the_notes_page_reads_back_the_same() -> None:
    """Shown again, nothing moved."""
    page = parse_notes("Start small\n\n! tired\n> x Plan by 17 Dec\n> @mentor send slides", TODAY)
    assert parse_notes(notes_text(page.notes, page.actions), TODAY) == page
    assert date_text(page.actions[0].by) == "17 Dec 2026"


def test_a_promise_marked_with_their_name_is_theirs_and_any_other_name_is_not() -> None:
    """People write @Bríd or @brid where the page says @mentor; an e-mail address is no mark."""
    for line in (
        "@Bríd sends the form by 17 Dec",
        "@brid: sends the form by 17 Dec",
        "@Quinn, sends the form by 17 Dec",
    ):
        action = parse_action(line, TODAY, "Bríd Quinn")
        assert (action.owner, action.what, action.by) == (Owner.MENTOR, "sends the form", dt.date(2026, 12, 17))
    for line in ("ask @Tom for the form", "write to brid@example.org", "@ noon call"):
        assert parse_action(line, TODAY, "Bríd Quinn") == Action(line)
