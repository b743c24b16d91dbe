"""What the parts of an agenda are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.briefing.brief import Brief, long_date, short_date
from outreach.domain.case import Action
from outreach.domain.draft import Origin
from outreach.domain.errors import BadInput
from outreach.drafting.first_contact import person_values, starts_a_clause, topic
from outreach.drafting.thank_you import weekday_and_day, with_my
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.clean import plain

MOST_QUESTIONS = 3
"""Up to this many questions are filled up from ask, open actions and skills; the mentee's own may be more."""


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
    meeting = brief.meeting
    zone = brief.case.mentee.timezone.rpartition("/")[2].replace("_", " ")
    time = f" at {meeting.time:%H:%M}" + (f" ({zone} time)" if zone else "") if meeting.time else ""
    told_topic = topic(brief)
    return {
        **person_values(brief),
        "day": weekday_and_day(meeting.date) if meeting.date else "",
        "short_day": short_date(meeting.date) if meeting.date else "",
        "when": f"{long_date(meeting.date)}{time}" if meeting.date else "",
        "mode": meeting.mode.strip(),
        "minutes": meeting.minutes,
        "topic": told_topic,
        "topic_is_clause": starts_a_clause(told_topic),
        "decision": w.capitalised(plain(meeting.decision).strip()),
        "open_action": "",
        "skill": "",
    }


def questions(brief: Brief, templates: Templates, written: Line | None = None) -> list[Line]:
    """The mentee's own questions word for word, then what they want to ask about, the model's, what is stuck, a skill.

    Filled up to ``MOST_QUESTIONS``, never padded: a question that was asked already is not asked again.
    """
    found = [
        Line(plain(text).strip(), Origin.MENTEE, (f"meeting.questions:{n}",))
        for n, text in enumerate(brief.meeting.questions, 1)
        if text.strip()
    ]
    more = [*_topic(brief, templates), *([written] if written else []), *_open(brief, templates)]
    for line in more:
        if len(found) < MOST_QUESTIONS and not _asked_already(line, found):
            found.append(line)
    if len(found) < 2:
        found.append(Line(templates.sentence("agenda.j2", "first_step", values(brief)), Origin.TEMPLATE))
    return found


def _topic(brief: Brief, templates: Templates) -> list[Line]:
    shared = values(brief)
    if not shared["topic"]:
        return []
    return [Line(templates.sentence("agenda.j2", "topic", shared), Origin.TEMPLATE, ("ask.about:1",))]


def _open(brief: Brief, templates: Templates) -> list[Line]:
    """Questions about what is not done yet, and about the skills to build."""
    shared = values(brief)
    found = []
    for n, action in enumerate(brief.meeting.previous_actions, 1):
        if not action.done:
            text = templates.sentence("agenda.j2", "stuck", {**shared, "open_action": _bullet(action.what)})
            found.append(Line(text, Origin.TEMPLATE, (f"meeting.previous_actions:{n}",)))
    for n, skill in enumerate(brief.case.mentee.skills_to_build, 1):
        told = with_my(w.expanded(re.sub(r"\s*\([^()]*\)", "", plain(skill).strip()))).rstrip(" .")
        text = templates.sentence("agenda.j2", "skill", {**shared, "skill": w.decapitalised(told)})
        found.append(Line(text, Origin.TEMPLATE, (f"mentee.skills_to_build:{n}",)))
    return found


def _asked_already(line: Line, found: list[Line]) -> bool:
    mine = set(w.content(line.text))
    return any(len(mine & set(w.content(other.text))) > 0.6 * len(mine) for other in found)


def parts(brief: Brief, templates: Templates, written: Line | None = None) -> list[Part]:
    """The parts of the agenda in order; a part with nothing to say is left out."""
    meeting, shared = brief.meeting, values(brief)
    found = []
    if meeting.previous_actions:
        lines = tuple(
            Line(_action(action), Origin.MENTEE, (f"meeting.previous_actions:{n}",))
            for n, action in enumerate(meeting.previous_actions, 1)
        )
        found.append(Part("actions", "Since last time", lines, 5))
    elif meeting.number in {None, 1} and not meeting.progress:
        lines = (
            Line(
                templates.sentence("agenda.j2", "start", shared),
                Origin.TEMPLATE,
                ("mentee.name:1", f"mentee.goals:{brief.goal}"),
            ),
        )
        if meeting.number == 1:
            lines += (Line(templates.sentence("agenda.j2", "expectations", shared), Origin.TEMPLATE),)
        found.append(Part("start", "Where I stand", lines, 4))
    if meeting.progress:
        lines = tuple(
            Line(_bullet(text), Origin.MENTEE, (f"meeting.progress:{n}",))
            for n, text in enumerate(meeting.progress, 1)
            if text.strip()
        )
        found.append(Part("progress", "Progress", lines, 3))
    found.append(Part("questions", "My questions", tuple(questions(brief, templates, written)), 15, numbered=True))
    decision_facts = ("meeting.decision:1",) if meeting.decision.strip() else ()
    decision = Line(
        templates.sentence("agenda.j2", "decision", shared),
        Origin.MENTEE if decision_facts else Origin.TEMPLATE,
        decision_facts,
    )
    found.append(Part("decision", "To decide", (decision,), 4))
    found.append(
        Part("next", "Next step", (Line(templates.sentence("agenda.j2", "next", shared), Origin.TEMPLATE),), 3)
    )
    return [part for part in found if part.lines]


def _bullet(text: str) -> str:
    """A line of the mentee's as a bullet: their words, on one line, without square brackets, with a capital."""
    return w.capitalised(" ".join(plain(text).split()).replace("[", "(").replace("]", ")").lstrip("#*- "))


def _action(action: Action) -> str:
    return f"{'Done' if action.done else 'Open'}: {_bullet(action.what)}"


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
