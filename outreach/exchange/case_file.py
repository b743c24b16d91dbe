"""The case file: one TOML file with all that one draft needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from outreach.domain.case import Action, Ask, Case, Meeting, Owner
from outreach.domain.errors import BadInput
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.exchange import reading
from outreach.exchange.reading import Key, Place, Table

MAX_BYTES = 1_048_576

_MENTEE: Table = {
    "name": Key(reading.filled(reading.name), required=True),
    "signs_as": Key(reading.name),
    "email": Key(reading.name),
    "timezone": Key(reading.timezone),
    "role": Key(reading.text),
    "organisation": Key(reading.text),
    "background": Key(reading.text),
    "goals": Key(reading.some_texts, required=True),
    "skills_to_build": Key(reading.texts),
    "can_offer": Key(reading.texts),
    "availability": Key(reading.texts),
    "voice": Key(reading.text),
}
_MENTOR: Table = {
    "name": Key(reading.filled(reading.name), required=True),
    "title": Key(reading.name),
    "address": Key(reading.name),
    "email": Key(reading.name),
    "timezone": Key(reading.timezone),
    "role": Key(reading.text),
    "organisation": Key(reading.text),
    "background": Key(reading.filled(reading.text), required=True),
    "found_through": Key(reading.text),
    "relationship": Key(reading.one_of(Relationship)),
    "introduced_by": Key(reading.name),
}
_ASK: Table = {
    "goal": Key(reading.whole(1)),
    "minutes": Key(reading.whole(1, 480)),
    "about": Key(reading.text),
}
_ACTION: Table = {
    "what": Key(reading.filled(reading.text), required=True),
    "done": Key(reading.flag),
    "by": Key(reading.date),
    "owner": Key(reading.one_of(Owner)),
}
_MEETING: Table = {
    "date": Key(reading.date),
    "time": Key(reading.time),
    "minutes": Key(reading.whole(1, 480)),
    "mode": Key(reading.text),
    "number": Key(reading.whole(1)),
    "previous_actions": Key(reading.tables(_ACTION, Action)),
    "progress": Key(reading.texts),
    "questions": Key(reading.texts),
    "decision": Key(reading.text),
    "notes": Key(reading.text),
    "private": Key(reading.texts),
    "next_actions": Key(reading.tables(_ACTION, Action)),
    "next_meeting": Key(reading.date),
}


def _made(table: Table, make: type[Any]) -> Key:
    return Key(lambda place, value: make(**reading.read_table(place, value, table)))


_CASE: Table = {
    "mentee": _made(_MENTEE, Mentee),
    "mentor": _made(_MENTOR, Mentor),
    "ask": _made(_ASK, Ask),
    "meeting": _made(_MEETING, Meeting),
}


def read_case(path: Path) -> Case:
    """The case in the file at ``path``.

    Raises:
        BadInput: the file cannot be read, or is no case; names file and field.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise BadInput(f"{path}: there is no such file.", "Check the name and the folder.") from error
    except IsADirectoryError as error:
        raise BadInput(f"{path}: is a folder, not a case file.", "Name one TOML file in it.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"{path}: cannot be read ({reason}).") from error
    if len(data) > MAX_BYTES:
        raise BadInput(
            f"{path}: is too long; a case file has 1 MB at most.", "Keep the parts of the background that matter."
        )
    return parse_case(_decoded(data, str(path)), str(path))


def parse_case(text: str, name: str) -> Case:
    """The case in the text of a file called ``name``.

    Raises:
        BadInput: the text is no case; names file and field.
    """
    if not text.strip("\ufeff \t\r\n"):
        raise BadInput(
            f"{name}: the file is empty.",
            "A case needs [mentee] with name and goals, and [mentor] with name and background.",
        )
    return case_of(_toml(text.removeprefix("\ufeff"), name), name)


def case_of(tables: Mapping[str, object], name: str) -> Case:
    """The case in the tables of a file called ``name``.

    Raises:
        BadInput: they are no case; names file and field.
    """
    # A missing table is read as an empty one, so that the error names the field that is wanted.
    case = Case(**reading.read_table(Place(name), {"mentee": {}, "mentor": {}} | dict(tables), _CASE))
    goals = len(case.mentee.goals)
    if case.ask.goal is not None and case.ask.goal > goals:
        wanted = f"must be from 1 to {goals}" if goals > 1 else "must be 1"
        raise Place(name, "ask.goal").error(f"{wanted}, as mentee.goals has {goals}; it is {case.ask.goal}.")
    return case


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{name}: is not UTF-8: byte {error.start + 1}, in line {line}, does not fit."
        raise BadInput(message, "Save the file as UTF-8.") from error


def _toml(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise BadInput(f"{name}: is not a case: brackets are nested too deeply.") from error
    except ValueError as error:
        # Not only TOMLDecodeError: a number of some thousand digits is refused by int() itself.
        raise BadInput(f"{name}: is not TOML: {error}.", _toml_hint(text, str(error))) from error


def _toml_hint(text: str, error: str) -> str:
    place = re.search(r"line (\d+)", error)
    lines = text.splitlines()
    number = int(place[1]) if place else 0
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if re.search(r"=\s*\d{1,2}:\d\d\s*(#.*)?$", line):
        return "Write a time with its seconds: 17:00:00."
    if re.search(r"=\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", line):
        return "Write a date as 2026-12-03."
    if re.search(r"=\s*[^\W\d\"'\[{]", line):
        return "Write text in quotes."
    return ""
