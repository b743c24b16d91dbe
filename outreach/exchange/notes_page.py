"""The notes page: one note a line, ``>`` makes it an action, ``!`` makes it private; and the lists of actions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from outreach.domain.case import Action, Owner
from outreach.domain.names import plain
from outreach.exchange.when import NotUnderstood, date_text, parse_date
from outreach.wording.patterns import regex

_BY = regex(r"^(?P<what>.*\S)[\s,;–-]+\(?by (?P<date>[^()]+?)\)?\.?$", re.IGNORECASE)
# "Course on pivot tables - end of Feb"; behind a word alone it may be the end of a chapter of that name.
_END_OF = regex(r"^(?P<what>.*\S)\s*[,;(–-]\s*(?P<date>(?:the )?end of [a-z]+(?: \d{4})?)\)?\.?$", re.IGNORECASE)
_DONE = regex(r"^(?:x |\[x\] ?|✓ ?)", re.IGNORECASE)
_TAGGED = regex(r"(?:^|(?<=\s))@([^\W\d_][\w'’-]*)[:,]?(?:\s+|$)")
_THEY = regex(r"^they(?:'ll|’ll| will|:)?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NotesPage:
    """What the notes page says."""

    notes: str
    """All lines but the actions, as typed."""
    actions: tuple[Action, ...]
    private: tuple[str, ...]
    """The private lines without their mark; they stay in ``notes`` too."""


def action_line(action: Action) -> str:
    """``action`` as one line that reads back as the same."""
    parts = ["x" if action.done else "", "@mentor" if action.owner is Owner.MENTOR else "", action.what]
    parts.append(f"by {date_text(action.by)}" if action.by else "")
    return " ".join(part for part in parts if part)


def parse_action(line: str, reference: dt.date, mentor: str = "") -> Action:
    """Read one action: ``x`` in front is done, ``@mentor`` or ``they`` is the mentor's, a date at the end is due.

    Args:
        line: without the mark that makes it an action.
        reference: a date without a year is the next one from there.
        mentor: their name; ``@Odile`` is theirs as well, with or without the marks on its letters.
    """
    text = line.strip()
    done = _DONE.match(text)
    if done:
        text = text[done.end() :].strip()
    owner = Owner.MENTEE
    theirs = {"mentor", *plain(mentor).split()}
    tags = [tag for tag in _TAGGED.finditer(text) if plain(tag[1]) in theirs]
    if tags:
        for tag in reversed(tags):
            text = f"{text[: tag.start()]} {text[tag.end() :]}"
        owner, text = Owner.MENTOR, " ".join(text.split())
    elif they := _THEY.match(text):
        owner, text = Owner.MENTOR, text[they.end() :]
    what, by = _due(text, reference)
    return Action(what=what, done=bool(done), by=by, owner=owner)


def parse_actions(text: str, reference: dt.date, known: Iterable[Action] = (), mentor: str = "") -> tuple[Action, ...]:
    """One action a line; a line that shows one of ``known`` unchanged is that one. See ``parse_action``."""
    lines = {action_line(action): action for action in known}
    return tuple(
        lines.get(line.strip()) or parse_action(line, reference, mentor)
        for line in text.splitlines()
        if _DONE.sub("", line.strip()).strip()
    )


def parse_notes(text: str, reference: dt.date, known: Iterable[Action] = (), mentor: str = "") -> NotesPage:
    """Read the notes page; ``known`` are the actions it was opened with. See ``parse_action``."""
    notes, actions, private = [], [], []
    for line in text.splitlines():
        mark, rest = line.strip()[:1], line.strip()[1:].strip()
        if mark == ">":
            actions.append(rest)
            continue
        notes.append(line)
        if mark == "!" and rest:
            private.append(rest)
    return NotesPage(
        "\n".join(notes).strip("\n"), parse_actions("\n".join(actions), reference, known, mentor), tuple(private)
    )


def notes_text(notes: str, actions: Iterable[Action]) -> str:
    """The notes page that reads back as ``notes`` and ``actions``."""
    lines = [f"> {action_line(action)}" for action in actions]
    return "\n".join(([notes] if notes else []) + lines)


def _due(text: str, reference: dt.date) -> tuple[str, dt.date | None]:
    if found := _BY.match(text) or _END_OF.match(text):
        try:
            return found["what"].rstrip(" ,;–-("), parse_date(found["date"], reference)
        except NotUnderstood:
            pass
    return text, None
