"""The case file: what is read, and how each mistake is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.briefing.brief import check_kind
from outreach.domain.case import Action, Owner
from outreach.domain.draft import FROM_CASE, Kind
from outreach.domain.errors import BadInput
from outreach.domain.people import Relationship
from outreach.exchange.case_file import MAX_BYTES, parse_case, read_case

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))

MENTEE = '[mentee]\nname = "Grace Adeyemi"\ngoals = ["Move into informatics"]\n'
MENTOR = '[mentor]\nname = "Jonas Lindqvist"\nbackground = "Nurse, then informatics."\n'
LEAST = MENTEE + MENTOR


def _mentee(line: str) -> str:
    return f"{MENTEE}{line}\n{MENTOR}"


def _mentor(line: str) -> str:
    return f"{LEAST}{line}\n"


def _ask(line: str) -> str:
    return f"{LEAST}[ask]\n{line}\n"


def _meeting(line: str) -> str:
    return f"{LEAST}[meeting]\n{line}\n"


# text of the file, the field that the error must name, what else it must say
MISTAKES: dict[str, tuple[str, str, str]] = {
    "unknown table": (f"{LEAST}[meetings]\n", "meetings is unknown", "Did you mean meeting?"),
    "unknown key in mentee": (_mentee('nmae = "G"'), "mentee.nmae is unknown", "Did you mean name?"),
    "unknown key in mentor": (_mentor('organization = "X"'), "mentor.organization is unknown", "mean organisation?"),
    "unknown key far from any": (_ask("zzz = 1"), "ask.zzz is unknown", "goal, minutes, about"),
    "unknown key in an action": (
        _meeting('next_actions = [{ what = "a" }, { what = "b", ownr = "mentee" }]'),
        "meeting.next_actions[2].ownr is unknown",
        "Did you mean owner?",
    ),
    "unknown key with an escape in it": (_mentor('"\\u001b[31mx" = 1'), "mentor.", "is unknown"),
    "no mentee": (MENTOR, "mentee.name is missing", "[mentee]"),
    "no mentor": (MENTEE, "mentor.name is missing", "[mentor]"),
    "no goals": (f'[mentee]\nname = "G"\n{MENTOR}', "mentee.goals is missing", "Add goals"),
    "no background": (f'{MENTEE}[mentor]\nname = "J"\n', "mentor.background is missing", "Add background"),
    "empty name": (LEAST.replace("Grace Adeyemi", ""), "mentee.name is empty", ""),
    "blank mentor's name": (LEAST.replace("Jonas Lindqvist", "  "), "mentor.name is empty", ""),
    "a name that nobody sees": (LEAST.replace("Jonas Lindqvist", "\\u200b\\u2060"), "mentor.name is empty", ""),
    "blank background": (LEAST.replace("Nurse, then informatics.", " \\n\\t"), "mentor.background is empty", ""),
    "empty goals": (LEAST.replace('["Move into informatics"]', "[]"), "mentee.goals is empty", "at least one"),
    "a blank goal": (LEAST.replace('"Move into', '"a", " ", "Move into'), "mentee.goals[2] is empty", ""),
    "goals as text": (LEAST.replace('["Move into informatics"]', '"Move"'), "mentee.goals", 'goals = ["…"]'),
    "a number among goals": (LEAST.replace('"Move into', '1, "Move into'), "mentee.goals[1]", "not a number"),
    "name as a number": (LEAST.replace('"Grace Adeyemi"', "7"), "mentee.name must be text", "not a number"),
    "name with NUL": (LEAST.replace("Grace", "Gr\\u0000ace"), "mentee.name", "U+0000"),
    "name of two lines": (LEAST.replace("Jonas ", "Jonas\\n"), "mentor.name must be one line", "line break"),
    "name too long": (LEAST.replace("Grace", "G" * 201), "mentee.name is too long", "200"),
    "background too long": (LEAST.replace("Nurse", "N" * 100_001), "mentor.background is too long", "100,000"),
    "mentee as text": (f'mentee = "Grace"\n{MENTOR}', "mentee must be a table", "[mentee]"),
    "mentors as a list": (f"{MENTEE}{MENTOR.replace('[mentor]', '[[mentor]]')}", "mentor must be a table", "a list"),
    "unknown relationship": (_mentor('relationship = "intorduced"'), "mentor.relationship", "Did you mean introduced?"),
    "empty relationship": (_mentor('relationship = ""'), "mentor.relationship", "cold, introduced"),
    "unknown time zone": (_mentee('timezone = "Europe/Londn"'), "mentee.timezone", "Did you mean Europe/London?"),
    "time zone as a path": (_mentor('timezone = "../../etc/passwd"'), "mentor.timezone", "Europe/London"),
    "folder of time zones": (_mentor('timezone = "Europe"'), "mentor.timezone", "known time zone"),
    "goal out of range": (_ask("goal = 2"), "ask.goal must be 1", "mentee.goals has 1"),
    "goal zero": (_ask("goal = 0"), "ask.goal must be a whole number, 1 or more", "not 0"),
    "goal true": (_ask("goal = true"), "ask.goal must be a whole number", "not true"),
    "minutes zero": (_ask("minutes = 0"), "ask.minutes", "from 1 to 480, not 0"),
    "minutes too many": (_meeting("minutes = 481"), "meeting.minutes", "from 1 to 480"),
    "minutes as text": (_meeting('minutes = "30"'), "meeting.minutes", "not text"),
    "minutes with a fraction": (_meeting("minutes = 30.0"), "meeting.minutes", "fraction"),
    "minutes of 5,000 hex digits": (_meeting(f"minutes = 0x{'f' * 5000}"), "meeting.minutes", "very large number"),
    "number zero": (_meeting("number = 0"), "meeting.number", "1 or more"),
    "date as text": (_meeting('date = "2026-12-03"'), "meeting.date must be a date, not text", "without quotes"),
    "date with a time": (_meeting("date = 2026-12-03T10:00:00"), "meeting.date", "without a time of day"),
    "date with an offset": (_meeting("date = 2026-12-03T10:00:00Z"), "meeting.date", "without a time of day"),
    "next meeting as text": (_meeting('next_meeting = "soon"'), "meeting.next_meeting", "without quotes"),
    "time as text": (_meeting('time = "17:00"'), "meeting.time must be a time", "17:00:00"),
    "time as a date": (_meeting("time = 2026-12-03"), "meeting.time", "not a date"),
    "questions as text": (_meeting('questions = "Why?"'), "meeting.questions must be a list", "not text"),
    "a blank note to withhold": (_meeting('private = [""]'), "meeting.private[1] is empty", ""),
    "notes as a list": (_meeting('notes = ["a"]'), "meeting.notes must be text", "not a list"),
    "actions as texts": (_meeting('previous_actions = ["a"]'), "meeting.previous_actions[1]", "{ what"),
    "actions as a table": (_meeting('next_actions = { what = "a" }'), "meeting.next_actions must be a list", "a table"),
    "action without words": (
        _meeting('previous_actions = [{ what = "a" }, { done = true }]'),
        "meeting.previous_actions[2].what is missing",
        "",
    ),
    "done as text": (_meeting('previous_actions = [{ what = "a", done = "yes" }]'), "[1].done must be true", "quotes"),
    "owner unknown": (_meeting('next_actions = [{ what = "a", owner = "me" }]'), "[1].owner", "mentee, mentor"),
    "due date as text": (_meeting('next_actions = [{ what = "a", by = "May" }]'), "next_actions[1].by", "2026-12-03"),
    "empty": ("", "the file is empty", "[mentee]"),
    "blank": ("\ufeff \r\n\t\n", "the file is empty", "[mentor]"),
    "not TOML": ("Dear Grace,\n", "is not TOML", "line 1"),
    "text without quotes": ("[mentee]\nname = Grace\n", "line 2", "in quotes"),
    "time without seconds": (_meeting("time = 17:00"), "is not TOML", "17:00:00"),
    "date in another order": (_meeting("date = 03.12.2026"), "is not TOML", "2026-12-03"),
    "a day that is not in the calendar": (_meeting("date = 2026-02-30"), "is not TOML", "line"),
    "a key twice": (_mentee('role = "a"\nrole = "b"'), "is not TOML", "line"),
    "a number of 5,000 digits": (_meeting(f"minutes = {'9' * 5000}"), "is not TOML", ""),
    "brackets without end": (_meeting(f"questions = {'[' * 50_000}"), "not a case", "nested"),
}


@pytest.mark.parametrize(("text", "field", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_with_file_and_field(text: str, field: str, said: str) -> None:
    """One error that names the file, the field, and what would be right."""
    with pytest.raises(BadInput) as caught:
        parse_case(text, "some.toml")
    assert caught.value.message.startswith("some.toml: ")
    assert field in caught.value.message
    assert said in str(caught.value)
    assert len(str(caught.value)) < 500
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_sample_cases_are_read(path: Path) -> None:
    """Every case of the tests is one."""
    case = read_case(path)
    for kind in FROM_CASE:
        check_kind(case, kind, str(path))


def test_all_fields_arrive() -> None:
    """Types, places and defaults are those of the format."""
    case = read_case(Path(__file__).parent.parent / "cases" / "luthier-peer.toml")
    assert case.mentee.signature == "Zsófi"
    assert case.mentor.relationship is Relationship.PEER
    assert case.ask.minutes == 60
    assert case.ask.goal is None
    assert case.meeting is not None
    assert case.meeting.date == dt.date(2026, 12, 11)
    assert case.meeting.time == dt.time(19, 30)
    assert case.meeting.previous_actions[2] == Action("Post a jar of batch 40", done=True, owner=Owner.MENTOR)
    assert case.meeting.next_actions[0].by == dt.date(2027, 1, 8)
    assert case.meeting.private == ("she may give up the pipes",)


def test_the_least_case_is_enough() -> None:
    """Names, a goal and a background; all else has its default."""
    case = parse_case(LEAST, "least.toml")
    assert case.meeting is None
    assert case.mentor.relationship is Relationship.COLD
    assert case.mentee.signature == "Grace"


@pytest.mark.parametrize("encode", [lambda t: t, lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")])
def test_byte_order_mark_and_line_ends_do_not_matter(tmp_path: Path, encode: Callable[[str], str]) -> None:
    """BOM, LF and CRLF all give the same case."""
    path = tmp_path / "case.toml"
    path.write_bytes(encode(_meeting('notes = """\na\nb"""')).encode("utf-8"))
    case = read_case(path)
    assert case.mentee.name == "Grace Adeyemi"
    assert case.meeting is not None
    assert case.meeting.notes.splitlines() == ["a", "b"]


def test_long_fields_are_kept_as_typed() -> None:
    """Control characters, bidi marks and mark-up stay in a background: it is cleaned where it is used."""
    case = parse_case(LEAST.replace("Nurse", "\\u0000\\u001b[31m <b>‮[/docs]"), "odd.toml")
    assert case.mentor.background.startswith("\x00\x1b[31m <b>\u202e[/docs]")


def test_an_empty_time_zone_is_no_mistake() -> None:
    """The format's own example has one."""
    assert parse_case(_mentor('timezone = ""'), "case.toml").mentor.timezone == ""


def test_a_file_that_is_not_utf8_is_told_with_the_line(tmp_path: Path) -> None:
    """Latin-1 and UTF-16 are told, with byte and line."""
    path = tmp_path / "latin.toml"
    path.write_bytes(b"# one\n# caf\xe9\n")
    with pytest.raises(BadInput, match=r"latin\.toml: is not UTF-8: byte 12, in line 2"):
        read_case(path)
    path.write_bytes(LEAST.encode("utf-16"))
    with pytest.raises(BadInput, match="is not UTF-8: byte 1, in line 1"):
        read_case(path)


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """No file, a folder, and more than a megabyte."""
    with pytest.raises(BadInput, match="there is no such file"):
        read_case(tmp_path / "none.toml")
    with pytest.raises(BadInput, match="is a folder"):
        read_case(tmp_path)
    with pytest.raises(BadInput, match="cannot be read"):
        read_case(Path("nul\x00.toml"))
    long = tmp_path / "long.toml"
    long.write_text(LEAST + "#" * MAX_BYTES, encoding="utf-8")
    with pytest.raises(BadInput, match="too long"):
        read_case(long)


@pytest.mark.parametrize(
    ("text", "kind", "field"),
    [
        (LEAST, Kind.AGENDA, "meeting.minutes"),
        (_meeting("number = 1"), Kind.AGENDA, "meeting.minutes"),
        (LEAST, Kind.THANK_YOU, "meeting.notes"),
        (_meeting('minutes = 30\nnotes = " \\n"'), Kind.THANK_YOU, "meeting.notes"),
    ],
)
def test_a_kind_names_the_field_that_it_lacks(text: str, kind: Kind, field: str) -> None:
    """An agenda needs a length, a thank-you notes or next actions."""
    with pytest.raises(BadInput, match=rf"case\.toml: {field} is missing"):
        check_kind(parse_case(text, "case.toml"), kind, "case.toml")


def test_a_kind_has_enough_with_the_least() -> None:
    """A first contact needs no meeting; next actions alone will do for a thank-you."""
    check_kind(parse_case(LEAST, "case.toml"), Kind.FIRST_CONTACT)
    check_kind(parse_case(_meeting('next_actions = [{ what = "a" }]'), "case.toml"), Kind.THANK_YOU)
