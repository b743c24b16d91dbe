"""What the parts of an agenda are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.briefing.brief import Brief, long_date, short_date
from outreach.domain.case import Action, Owner
from outreach.domain.draft import Origin
from outreach.domain.errors import BadInput
from outreach.domain.people import Mentor, Relationship
from outreach.drafting.first_contact import person_values, question, starts_a_clause, topic
from outreach.drafting.myself import small
from outreach.drafting.steps import told, with_my
from outreach.drafting.thank_you import weekday_and_day
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.clean import one_line, plain
from outreach.wording.telling import tell_to_mentor

MOST_QUESTIONS = 3
"""Up to this many questions are filled up from the ask and by the model; the mentee's own may be more."""
FEWEST_QUESTIONS = 2
"""Below this a skill to build is asked about, or the first step."""


@dataclass(frozen=True, slots=True)
class Line:
    """One bullet of an agenda."""

    text: str
    origin: Origin
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its bullets; ``weight`` shares out the minutes."""

    name: str
    heading: str
    lines: tuple[Line, ...]
    weight: float
    numbered: bool = False


def values(brief: Brief) -> dict[str, Value]:
    """All values of ``agenda.j2`` that do not belong to one line."""
    meeting, mentor = brief.meeting, brief.case.mentor
    zone = brief.case.mentee.timezone.rpartition("/")[2].replace("_", " ")
    time = f" at {meeting.time:%H:%M}" + (f" ({zone} time)" if zone else "") if meeting.time else ""
    told_topic = topic(brief)
    return {
        **person_values(brief),
        "day": weekday_and_day(meeting.date) if meeting.date else "",
        "short_day": short_date(meeting.date) if meeting.date else "",
        "when": f"{long_date(meeting.date)}{time}" if meeting.date else "",
        "mode": tell_to_mentor(one_line(meeting.mode), mentor),
        "minutes": meeting.minutes,
        "topic": told_topic,
        "topic_is_clause": starts_a_clause(told_topic),
        "question": question(brief),
        "skill": "",
    }


def questions(brief: Brief, templates: Templates, written: Line | None = None) -> list[Line]:
    """The mentee's own questions word for word, then what they want to ask about, the model's, a skill to build.

    Filled up to ``MOST_QUESTIONS``, never padded: nothing is asked twice, and a skill only where little else is asked.
    """
    found = _own(brief)
    for line in [*_topic(brief, templates), *([written] if written else [])]:
        if len(found) < MOST_QUESTIONS and not _asked_already(line, found):
            found.append(line)
    first_step = Line(templates.sentence("agenda.j2", "first_step", values(brief)), Origin.TEMPLATE)
    for line in [*([] if found else _skills(brief, templates)[:1]), first_step]:
        if len(found) < FEWEST_QUESTIONS and not _asked_already(line, found):
            found.append(line)
    return found


def _own(brief: Brief) -> list[Line]:
    """The mentee's own questions, word for word."""
    return [
        Line(plain(text).strip(), Origin.MENTEE, (f"meeting.questions:{n}",))
        for n, text in enumerate(brief.meeting.questions, 1)
        if text.strip()
    ]


def _topic(brief: Brief, templates: Templates) -> list[Line]:
    shared = values(brief)
    if shared["question"]:
        return [_shown(str(shared["question"]), brief.case.ask.about, "ask.about:1")]
    if not shared["topic"]:
        return []
    return [Line(templates.sentence("agenda.j2", "topic", shared), Origin.TEMPLATE, ("ask.about:1",))]


def _skills(brief: Brief, templates: Templates) -> list[Line]:
    found = []
    decision = set(w.content(brief.meeting.decision))
    for n, skill in enumerate(brief.case.mentee.skills_to_build, 1):
        told = with_my(w.expanded(re.sub(r"\s*\([^()]*\)", "", plain(skill).strip()))).rstrip(" .")
        if decision & set(w.content(told)):
            continue
        text = templates.sentence("agenda.j2", "skill", {**values(brief), "skill": small(told)})
        found.append(Line(text, Origin.TEMPLATE, (f"mentee.skills_to_build:{n}",)))
    return found


def _asked_already(line: Line, found: list[Line]) -> bool:
    mine = set(w.content(line.text))
    return any(len(mine & set(w.content(other.text))) > 0.6 * len(mine) for other in found)


def parts(brief: Brief, templates: Templates, written: Line | None = None) -> list[Part]:
    """The parts of the agenda in order; a part with nothing to say is left out."""
    meeting, shared = brief.meeting, values(brief)
    relationship = brief.case.mentor.relationship
    next_step = Line(templates.sentence("agenda.j2", "next", shared), Origin.TEMPLATE)
    found = [*_start(brief, templates), *_so_far(brief)]
    if relationship is Relationship.REVERSE:
        found += _session(brief, templates)
    else:
        lines = tuple(questions(brief, templates, written))
        found.append(Part("questions", "My questions", lines, 15, numbered=True))
        if relationship is Relationship.PEER:
            theirs = Line(templates.sentence("agenda.j2", "yours", shared), Origin.TEMPLATE)
            found.append(Part("exchange", "Your questions", (theirs,), 10))
    if meeting.decision.strip():
        text = w.capitalised(tell_to_mentor(one_line(meeting.decision), brief.case.mentor))
        found.append(Part("decision", "To decide", (_shown(text, meeting.decision, "meeting.decision:1"),), 5))
    found.append(Part("next", "Next step", (next_step,), 3))
    return [part for part in found if part.lines]


def _start(brief: Brief, templates: Templates) -> list[Part]:
    """A first meeting begins with who the mentee is; an unnumbered one too, where nothing tells of an earlier one."""
    meeting, shared = brief.meeting, values(brief)
    if meeting.number != 1 and (meeting.number or meeting.previous_actions or meeting.progress):
        return []
    lines = [
        Line(
            templates.sentence("agenda.j2", "start", shared),
            Origin.TEMPLATE,
            ("mentee.name:1", f"mentee.goals:{brief.goal}"),
        )
    ]
    if meeting.number == 1:
        lines.append(Line(templates.sentence("agenda.j2", "expectations", shared), Origin.TEMPLATE))
    return [Part("start", "Where I stand", tuple(lines), 3)]


def _so_far(brief: Brief) -> list[Part]:
    meeting, mentor = brief.meeting, brief.case.mentor
    actions = tuple(
        _shown(_action(action, mentor), action.what, f"meeting.previous_actions:{n}")
        for n, action in enumerate(meeting.previous_actions, 1)
    )
    progress = tuple(
        _shown(_bullet(_to_mentor(text, mentor)), text, f"meeting.progress:{n}")
        for n, text in enumerate(meeting.progress, 1)
        if text.strip()
    )
    return [Part("actions", "Since last time", actions, 5), Part("progress", "Progress", progress, 3)]


def _session(brief: Brief, templates: Templates) -> list[Part]:
    """The middle of a session plan, where the mentee is the one who shows."""
    shared = values(brief)
    shown = w.capitalised(str(shared["topic"] or shared["question"]))
    show = [_shown(shown, brief.case.ask.about, "ask.about:1")] if shown else []
    theirs = Line(templates.sentence("agenda.j2", "yours", shared), Origin.TEMPLATE)
    return [
        Part("show", "What I'd show you", tuple(show), 10),
        Part("questions", "My questions", tuple(_own(brief)), 5, numbered=True),
        Part("exchange", "Your questions", (theirs,), 7),
    ]


def _shown(text: str, typed: str, fact_id: str) -> Line:
    """A line of the mentee's; it is of their words where it stands as typed, and the template's where it was told."""
    verbatim = one_line(typed).strip(" .").casefold() in text.casefold()
    return Line(text, Origin.MENTEE if verbatim else Origin.TEMPLATE, (fact_id,))


def _bullet(text: str) -> str:
    """A line of the mentee's as a bullet: their words, on one line, without square brackets, with a capital."""
    return w.capitalised(" ".join(plain(text).split()).replace("[", "(").replace("]", ")").lstrip("#*- "))


def _action(action: Action, mentor: Mentor) -> str:
    state = "Done" if action.done else "Open"
    whose = "You: " if action.owner is Owner.MENTOR else ""
    return f"{state}: {whose}{_bullet(_to_mentor(action.what, mentor))}"


def _to_mentor(line: str, mentor: Mentor) -> str:
    """A line told to the mentor where it speaks of them; any other stays as typed."""
    plain_words = with_my(w.expanded(one_line(line))).strip(" .;")
    said = told(line, mentor)
    return said if said.casefold() != plain_words.casefold() else line


def shared_out(total: int, weights: list[float]) -> list[int]:
    """``total`` minutes shared out by ``weights``: whole minutes, one at least, an exact sum.

    Raises:
        BadInput: there are more parts than minutes.
    """
    if total < len(weights):
        raise BadInput(
            f"meeting.minutes is {total}: too short for an agenda of {len(weights)} parts.",
            "Five minutes are the least.",
        )
    whole = sum(weights)
    minutes = [max(1, int(total * weight / whole)) for weight in weights]
    largest = weights.index(max(weights))
    minutes[largest] += total - sum(minutes)
    while minutes[largest] < 1:
        longest = minutes.index(max(minutes))
        minutes[longest] -= 1
        minutes[largest] += 1
    return minutes
