"""The brief: all that one draft may use."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from outreach.briefing import standing
from outreach.briefing.changes import ADDED, Judge, added_facts, as_wanted, without_changed
from outreach.briefing.clutter import PUBLICATIONS, without_publication_lists
from outreach.briefing.contact import contact_facts
from outreach.briefing.dates import long_date
from outreach.briefing.memo import Memo
from outreach.briefing.sources import Sources
from outreach.domain.case import Action, Case, Meeting
from outreach.domain.draft import Channel, Kind
from outreach.domain.errors import BadInput
from outreach.domain.facts import Fact, Standing
from outreach.wording.clean import one_line
from outreach.wording.sentences import statements
from outreach.wording.telling import speaks_in_first_person
from outreach.wording.words import content, words


@dataclass(frozen=True)
class Brief:
    """What one draft may use, and what is withheld from it."""

    case: Case
    kind: Kind
    channel: Channel
    today: dt.date
    facts: tuple[Fact, ...]
    """Usable statements of all fields that the kind reads."""
    withheld: tuple[Fact, ...]
    """Private and unconfirmed statements."""
    goal: int
    """The goal of this draft, counted from 1."""
    mentor_speaks: bool
    """Whether the background is in the mentor's own words."""
    premium: bool = False
    """Whether a LinkedIn note may have the length of a paying member's."""
    beside: tuple[Fact, ...] = ()
    """Lines with an address, a link or a phone number: nothing to tell, yet a name in them is no invention."""
    of_background: tuple[Fact, ...] = ()
    """Every statement of the mentor's background, whatever its standing."""
    memo: Memo = field(default_factory=Memo, init=False, repr=False, compare=False)

    def of(self, field_path: str) -> list[Fact]:
        """The usable facts of one field, in order."""
        return self._by_field.get(field_path, [])

    @functools.cached_property
    def _by_field(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.field, []).append(fact)
        return found

    @property
    def mentor_facts(self) -> list[Fact]:
        """The usable facts about the mentor: of the pasted background, then those that the mentee added."""
        return [*self.of("mentor.background"), *self.of(ADDED)]

    def in_mentors_words(self, fact: Fact) -> bool:
        """Whether ``I`` in a fact is the mentor: in a background of theirs, where the mentee left their words."""
        return self.mentor_speaks and fact.field == "mentor.background" and not fact.original

    @functools.cached_property
    def background(self) -> str:
        """The mentor's background as pasted, without what the mentee dropped or put in other words."""
        return without_changed(self.case.mentor.background, self.of_background)

    @functools.cached_property
    def sources(self) -> Sources:
        """The facts, cut up for comparing."""
        return Sources.of(self.facts, self.withheld)

    @functools.cached_property
    def counting(self) -> Sources:
        """The facts and the entries of publication lists, for asking where a number comes from."""
        cited = [fact for fact in self.beside if fact.why == PUBLICATIONS]
        return Sources.of((*self.facts, *cited), self.withheld) if cited else self.sources

    @functools.cached_property
    def reading(self) -> Sources:
        """The facts and what stands beside them, for asking where a name or a quotation comes from."""
        return Sources.of((*self.facts, *self.beside), self.withheld)

    @property
    def goal_text(self) -> str:
        """The goal of this draft, cleaned."""
        return one_line(self.case.mentee.goals[self.goal - 1])

    @property
    def meeting(self) -> Meeting:
        """The meeting; an empty one where the case has none."""
        return self.case.meeting or Meeting()


def check_kind(case: Case, kind: Kind, name: str = "") -> None:
    """Check that ``case`` has what a draft of ``kind`` cannot do without; ``name`` is where the case came from.

    Raises:
        BadInput: it has not; names the field.
    """
    source = f"{name}: " if name else ""
    if kind is Kind.AGENDA and (case.meeting is None or case.meeting.minutes is None):
        raise BadInput(
            f"{source}meeting.minutes is missing; an agenda needs the meeting's length.",
            "Add minutes = 30 under [meeting]."
            if name.endswith(".toml")
            else "Fill in the meeting's length in minutes.",
        )
    if kind is Kind.THANK_YOU and (
        case.meeting is None or not (case.meeting.notes.strip() or case.meeting.next_actions)
    ):
        raise BadInput(
            f"{source}meeting.notes is missing; a thank-you needs meeting.notes or meeting.next_actions.",
            "Write down what was said, one note a line, or what you will do.",
        )


def make_brief(
    case: Case, kind: Kind, today: dt.date, channel: Channel = Channel.EMAIL, *, premium: bool = False
) -> Brief:
    """Gather the facts that a draft of ``kind`` may use.

    Raises:
        BadInput: the case lacks a field that the kind needs.
    """
    check_kind(case, kind)
    mentor_speaks = speaks_in_first_person(one_line(case.mentor.background), case.mentor)
    background = _of_background(case, mentor_speaks)
    everything = [*person_facts(case), *background, *added_facts(case)]
    if kind is not Kind.FIRST_CONTACT and case.meeting:
        everything += _meeting_facts(case.meeting)
    if kind not in {Kind.FIRST_CONTACT, Kind.AGENDA, Kind.REPLY} and case.meeting:
        everything += note_facts(case)
        everything += _after_meeting_facts(case.meeting)
    if kind is not Kind.FIRST_CONTACT:
        everything += contact_facts(case.contact)
    return Brief(
        case=case,
        kind=kind,
        channel=channel,
        today=today,
        facts=tuple(fact for fact in everything if fact.standing is Standing.USABLE),
        withheld=tuple(fact for fact in everything if fact.standing in {Standing.PRIVATE, Standing.UNCONFIRMED}),
        beside=tuple(fact for fact in everything if standing.is_beside(fact.standing, fact.why)),
        goal=case.ask.goal or closest_goal(case),
        mentor_speaks=mentor_speaks,
        premium=premium,
        of_background=tuple(background),
    )


def closest_goal(case: Case) -> int:
    """The goal that shares most with what is asked about; the first where none does. From 1."""
    about = set(content(case.ask.about))
    shared = [len(about & set(content(goal))) for goal in case.mentee.goals]
    return shared.index(max(shared)) + 1


def background_facts(case: Case) -> list[Fact]:
    """Every statement of the mentor's background, with its standing."""
    return _of_background(case, speaks_in_first_person(one_line(case.mentor.background), case.mentor))


def _of_background(case: Case, mentor_speaks: bool) -> list[Fact]:
    judge = functools.partial(standing.of_background, mentor_speaks=mentor_speaks, mentor=case.mentor)
    found = without_publication_lists(_judged("mentor.background", case.mentor.background, judge, wrapped=True))
    return as_wanted(found, case, judge)


def note_facts(case: Case) -> list[Fact]:
    """Every statement of the meeting's notes and private lines, with its standing."""
    if not case.meeting:
        return []
    judged = _judged("meeting.notes", case.meeting.notes, _note_standing, wrapped=False)
    # A mark alone, such as "!", keeps its number and says nothing.
    notes = as_wanted([fact for fact in judged if words(fact.text)], case, _note_standing)
    why = "you keep it private"
    private = [
        Fact(f"meeting.private:{n}", one_line(line), 0, len(line), Standing.PRIVATE, why, line.strip())
        for n, line in enumerate(case.meeting.private, 1)
    ]
    return notes + as_wanted(private, case, lambda statement, line: (Standing.PRIVATE, why))


def _note_standing(statement: str, line: str) -> standing.Verdict:
    return standing.of_note(line)


def _judged(path: str, raw: str, judge: Judge, *, wrapped: bool) -> list[Fact]:
    found: list[Fact] = []
    for number, statement in enumerate(statements(raw, wrapped=wrapped), 1):
        verdict, why = judge(statement.text, statement.line)
        before = found[-1] if found else None
        if before and before.line == statement.line and standing.goes_on(before.standing, before.why, statement.text):
            verdict, why = before.standing, before.why
        found.append(
            Fact(f"{path}:{number}", statement.text, statement.start, statement.end, verdict, why, statement.line)
        )
    return found


def person_facts(case: Case) -> list[Fact]:
    """What the case says of mentee, mentor and ask outside the long texts; one fact a field or list item."""
    mentee, mentor, ask = case.mentee, case.mentor, case.ask
    single = {
        "mentee.name": mentee.name,
        "mentee.signs_as": mentee.signature,
        "mentee.role": mentee.role,
        "mentee.organisation": mentee.organisation,
        "mentee.timezone": mentee.timezone,
        "mentor.name": mentor.name,
        "mentor.title": mentor.title,
        "mentor.address": mentor.greeting_name,
        "mentor.role": mentor.role,
        "mentor.organisation": mentor.organisation,
        "mentor.found_through": mentor.found_through,
        "mentor.introduced_by": mentor.introduced_by,
        "ask.about": ask.about,
        "ask.minutes": f"{ask.minutes} minutes" if ask.minutes else "",
    }
    lists = {
        "mentee.goals": mentee.goals,
        "mentee.skills_to_build": mentee.skills_to_build,
        "mentee.can_offer": mentee.can_offer,
        "mentee.availability": mentee.availability,
    }
    found = [_whole(f"{path}:1", text) for path, text in single.items() if text.strip()]
    judge = standing.of_own_background
    own = as_wanted(_judged("mentee.background", mentee.background, judge, wrapped=True), case, judge)
    return found + own + _listed(lists)


def _whole(identity: str, text: str) -> Fact:
    return Fact(identity, one_line(text), 0, len(text), line=text.strip())


def _listed(lists: dict[str, tuple[str, ...]]) -> list[Fact]:
    listed = ((path, n, text) for path, texts in lists.items() for n, text in enumerate(texts, 1) if text.strip())
    return [_whole(f"{path}:{n}", text) for path, n, text in listed]


def _meeting_facts(meeting: Meeting) -> list[Fact]:
    lists = {
        "meeting.progress": meeting.progress,
        "meeting.questions": meeting.questions,
        "meeting.decision": (meeting.decision,),
    }
    found = _listed(lists)
    found += _of_actions("meeting.previous_actions", meeting.previous_actions)
    plain = {
        "meeting.date": long_date(meeting.date) if meeting.date else "",
        "meeting.time": f"{meeting.time:%H:%M}" if meeting.time else "",
        "meeting.minutes": f"{meeting.minutes} minutes" if meeting.minutes else "",
        "meeting.mode": meeting.mode,
        "meeting.number": f"meeting number {meeting.number}" if meeting.number else "",
    }
    return found + [_whole(f"{path}:1", text) for path, text in plain.items() if text]


def _after_meeting_facts(meeting: Meeting) -> list[Fact]:
    found = _of_actions("meeting.next_actions", meeting.next_actions)
    if meeting.next_meeting:
        found.append(_whole("meeting.next_meeting:1", long_date(meeting.next_meeting)))
    return found


def _of_actions(path: str, actions: Iterable[Action]) -> list[Fact]:
    return [
        _whole(f"{path}:{n}", action.what + (f" by {long_date(action.by)}" if action.by else ""))
        for n, action in enumerate(actions, 1)
    ]
