"""``outreach import``, and how the command line names a mentor."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

from outreach.briefing.brief import check_kind
from outreach.cli import output
from outreach.domain.case import Case, Meeting
from outreach.domain.draft import Kind
from outreach.domain.errors import BadInput
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import folded, plain
from outreach.exchange.case_file import read_case
from outreach.exchange.importing import merge_case, same_mentor
from outreach.lifecycle.contacts import Words
from outreach.settings import Paths
from outreach.workspace import Workspace

_MIN_ID = 6


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: ``added``, ``updated``, ``unchanged`` or, for a mentee, ``kept``."""

    mentorship: Mentorship
    mentee_action: str
    mentor_action: str


def import_case(workspace: Workspace, case: Case, as_me: bool = False) -> ImportResult:
    """Put ``case`` into the store; the mentee there stays, unless ``as_me``. Twice is as once.

    Raises:
        StoreUnusable: the store is locked or cannot be written.
    """
    known = next((one for one in workspace.mentorships() if same_mentor(one.mentor, case.mentor)), None)
    me = workspace.mentee()
    mentee, mentorship = merge_case(me, known, case, as_me)
    if mentee is not None:
        workspace.save_mentee(mentee)
        if known is not None:
            # Its ask may have another number now.
            known = workspace.mentorship(known.id)
            mentorship = merge_case(workspace.mentee(), known, case, as_me)[1]
        mentee_action = "added" if me is None else "updated"
    else:
        mentee_action = "unchanged" if me == case.mentee else "kept"
    if mentorship == known:
        return ImportResult(known, mentee_action, "unchanged")
    return ImportResult(workspace.save_mentorship(mentorship), mentee_action, "updated" if known else "added")


def run_import(args: argparse.Namespace, paths: Paths) -> int:
    """``outreach import``; the exit status."""
    case = read_case(args.case)
    with closing(Workspace(paths, today=args.today)) as workspace:
        result = import_case(workspace, case, args.as_me)
        me = workspace.mentee()
    mentor = result.mentorship.mentor
    where = f" ({mentor.organisation})" if mentor.organisation else ""
    output.write(f"mentor {result.mentor_action}: {mentor.name}{where}\n")
    output.write(f"mentee {result.mentee_action}: {me.name if me else case.mentee.name}\n")
    if result.mentee_action == "kept":
        output.say("Your own entry stays as it is; --as-me would put the file's [mentee] in its place.")
    return 0


def find_mentor(mentorships: Sequence[Mentorship], name: str) -> Mentorship:
    """The one mentorship that ``name`` means: exact name, first name, beginning of the name or of one of its words, id.

    Raises:
        BadInput: it means none, or several.
    """
    wanted = folded(name)
    typed = plain(name)
    tests: list[Callable[[Mentorship], bool]] = [
        lambda one: folded(one.mentor.name) == wanted,
        lambda one: plain(one.mentor.name) == typed,
        lambda one: plain(one.mentor.name).split()[:1] == [typed],
        lambda one: plain(one.mentor.name).startswith(typed),
        lambda one: any(word.startswith(typed) for word in plain(one.mentor.name).split()),
        lambda one: len(wanted) >= _MIN_ID and one.id.startswith(wanted),
    ]
    for test in tests:
        found = [one for one in mentorships if test(one)] if typed else []
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(_named(one) for one in found)
            raise BadInput(f"“{name}” fits {len(found)} mentors: {listed}.", "Give more of the name, or the id.")
    known = "; ".join(one.mentor.name for one in mentorships[:20])
    hint = f"Known are: {known}." if known else "`outreach import CASE.toml` or the app adds a mentor."
    raise BadInput(f"There is no mentor “{name}”.", hint)


def _named(one: Mentorship) -> str:
    organisation = f", {_one_line(one.mentor.organisation)}" if one.mentor.organisation else ""
    return f"{one.mentor.name}{organisation} (id {one.id[:8]})"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


@dataclass(frozen=True, slots=True)
class Known:
    """What the app knows about a mentor, for one message of a kind."""

    mentorship: Mentorship
    meeting: Meeting | None
    case: Case


def stored_case(workspace: Workspace, name: str, kind: Kind, words: Words = Words()) -> Known:  # noqa: B008 - frozen
    """The case of a mentor in the app, with the meeting that a message of ``kind`` is about and what passed before it.

    Raises:
        BadInput: there is no such mentor, no mentee yet, or a field is missing that the kind needs.
        StoreUnusable: the store is locked or cannot be read.
    """
    mentorship = find_mentor(workspace.mentorships(), name)
    case = workspace.diary.case(mentorship, kind, words=words)
    check_kind(case, kind, mentorship.mentor.name)
    return Known(mentorship, case.meeting, case)
