"""What drafts ask of the templates: recorded from drafts of one case in every kind and relationship."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from outreach.briefing.brief import make_brief
from outreach.domain.case import Ask, Case, Meeting
from outreach.domain.contact import Contact, Deed, Purpose, Sent
from outreach.domain.draft import DRAFTED, Channel, Kind
from outreach.domain.people import Relationship
from outreach.drafting.choices import Choices
from outreach.drafting.pipeline import make_draft
from outreach.engine.protocol import Turn
from outreach.engine.scripted import ScriptedEngine
from outreach.templates import Templates, Value
from outreach.templates.checking import Folders, Trial

_TEXTS = (
    *((kind, Channel.EMAIL) for kind in DRAFTED),
    *((Kind.FIRST_CONTACT, channel) for channel in Channel if channel is not Channel.EMAIL),
)


class _Recorder(Templates):
    """The built-in templates, and what they were asked for."""

    def __init__(self, folders: Folders) -> None:
        super().__init__(folders.built_in)
        self.trials: list[Trial] = []

    def sentence(self, name: str, section: str, values: Mapping[str, Value]) -> str:
        self.trials.append(Trial(name, section, dict(values)))
        return super().sentence(name, section, values)

    def text(self, name: str, values: Mapping[str, Value]) -> str:
        self.trials.append(Trial(name, "", dict(values)))
        return super().text(name, values)

    def turns(self, name: str, values: Mapping[str, Value]) -> list[Turn]:
        self.trials.append(Trial(name, "", dict(values), prompt=True))
        return super().turns(name, values)


def rehearse(folders: Folders, case: Case, today: dt.date, names: Collection[str] = ()) -> list[Trial]:
    """All that drafts ask of the templates, in every kind and relationship, with much known and with little.

    With ``names`` of template files, only what could ask for one of them is drafted, which takes less time.
    """
    recorder = _Recorder(folders)
    engine = ScriptedEngine(lambda turns: "")
    for one in _cases(case):
        for kind, channel in _asking(names):
            for _event in make_draft(make_brief(one, kind, today, channel), recorder, engine, Choices(1)):
                pass
    found: dict[str, Trial] = {}
    for trial in recorder.trials:
        found.setdefault(repr((trial.name, trial.section, sorted(trial.values.items()))), trial)
    return list(found.values())


def _asking(names: Collection[str]) -> list[tuple[Kind, Channel]]:
    """What is drafted with one of these files; any draft may use a prompt."""
    if not names or any(".prompt." in name for name in names):
        return list(_TEXTS)
    stems = {name.split(".", 1)[0] for name in names}
    return [(kind, channel) for kind, channel in _TEXTS if stems & {kind.value, channel.value}]


def _cases(case: Case) -> Iterator[Case]:
    meeting = case.meeting or Meeting()
    noted = replace(meeting, minutes=meeting.minutes or 30, notes=meeting.notes or "start small, then measure")
    bare = Meeting(minutes=30, notes="2 baselines, 1 naive!!")
    for relationship, purpose in zip(Relationship, itertools.cycle(Purpose), strict=False):
        introducer = "Ann Berg" if relationship is Relationship.INTRODUCED else ""
        mentor = replace(case.mentor, relationship=relationship, introduced_by=introducer)
        yield replace(case, mentor=mentor, meeting=noted, contact=_known(purpose))
        mentor = replace(mentor, role="", organisation="", found_through="", title="")
        mentee = replace(case.mentee, role="", organisation="", can_offer=(), availability=(), skills_to_build=())
        little = Contact(purpose=purpose)
        yield replace(case, mentee=mentee, mentor=mentor, ask=Ask(), meeting=bare, contact=little)
        nameless = replace(mentor, background="x")
        yield replace(case, mentor=nameless, ask=Ask(minutes=20), meeting=bare, contact=little)


def _known(purpose: Purpose) -> Contact:
    """All that a message can know of what passed before it."""
    day = dt.date(2026, 1, 5)
    return Contact(
        sent=(Sent(day, Kind.FIRST_CONTACT, "A question", "x"),),
        answer="Try my colleague Jana Meier, or ask me again in spring.",
        answered=day,
        last_met=day,
        last_contact=day,
        deeds=(
            Deed("Write a one-page plan", day, "Two wards now use it.", "start small, then measure", day),
            Deed("I passed the exam", day, "12 replies"),
        ),
        purpose=purpose,
        reason="I have an exam that day",
        news="I passed the exam",
    )
