"""The three kinds: which sections they have, which of them the model may write, and how they are put together."""

from __future__ import annotations

from abc import ABC, abstractmethod

from outreach.briefing.brief import Brief
from outreach.domain.draft import Kind, Origin, Section
from outreach.drafting import agenda, first_contact, myself, thank_you
from outreach.drafting.candidates import Kept
from outreach.drafting.judging import HOOK_WORDS, QUESTION_WORDS, TAKEAWAY_WORDS, Task
from outreach.drafting.notes import best_notes, calm
from outreach.drafting.ranking import best_facts
from outreach.review.channel import GOOD_WORDS, MOST_WORDS
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.swapping import name_pattern

MOST_FACTS = 2
"""Facts or notes that the model tries at, each in prompts of its own."""
LONGEST_FACT = 26
"""Words; a longer fact is told by the template, or not at all."""


WORTH_TRYING = -2.0
"""A note below this worth is a promise of the mentor's or too cryptic: it is quoted or left out."""


class KindText(ABC):
    """A message of one kind, as far as it is written."""

    by_model: str
    """Name of the section that the model may write."""

    def __init__(self, brief: Brief, templates: Templates) -> None:
        self.brief, self.templates = brief, templates
        self.kept: Kept | None = None
        """The model's sentence, once there is a clean one."""

    @abstractmethod
    def tasks(self) -> list[Task]:
        """What the model is asked for, the best first."""

    @abstractmethod
    def subject(self) -> str:
        """The subject line."""

    @abstractmethod
    def sections(self) -> list[Section]:
        """The sections in order, without places."""

    @abstractmethod
    def body(self, sections: list[Section]) -> str:
        """The sections put together."""

    def _facts(self, *paths: str) -> tuple[str, ...]:
        return tuple(fact.id for path in paths for fact in self.brief.of(path))


class LetterText(KindText):
    """A message in prose: a sentence or two a section."""

    values: dict[str, Value]
    """What the template's sentences are made of."""

    @abstractmethod
    def _used(self, values: dict[str, Value]) -> dict[str, tuple[str, ...]]:
        """The sections in order, each with the facts that it uses."""

    def subject(self) -> str:
        """The subject line."""
        return self.templates.sentence(f"{self.brief.kind.value}.j2", "subject", self.values)

    def sections(self) -> list[Section]:
        """The sections in order, without places; one with nothing to say is left out."""
        return self._sections(self.values)

    def _sections(self, values: dict[str, Value]) -> list[Section]:
        found = []
        for name, facts in self._used(values).items():
            if name == self.by_model and self.kept:
                found.append(Section(name, self.kept.text, Origin.MODEL, facts=(self.kept.fact_id,)))
            elif text := self.templates.sentence(f"{self.brief.kind.value}.j2", name, values):
                found.append(Section(name, text, Origin.TEMPLATE, facts=facts))
        return found

    def body(self, sections: list[Section]) -> str:
        """The sections put together."""
        texts: dict[str, Value] = {section.name: section.text for section in sections}
        missing: dict[str, Value] = dict.fromkeys(self._used(self.values), "")
        return self.templates.text(f"{self.brief.kind.value}.body.j2", {**self.values, **missing, **texts})


class FirstContactText(LetterText):
    """connection, hook, who, goal, offer, ask, close."""

    by_model = "hook"

    def __init__(self, brief: Brief, templates: Templates) -> None:
        super().__init__(brief, templates)
        self.ranked = best_facts(brief)
        told = (one for one in self.ranked if one.told)
        self.chosen = next(told, self.ranked[0] if self.ranked else None)
        self.values = first_contact.values(brief, self.chosen)

    def tasks(self) -> list[Task]:
        """What the model is asked for, the best first."""
        # A template sentence on the best fact is worth more than the model's on the second best.
        if not self.chosen:
            return []
        told = self.chosen.told
        text = told.text if told else self.chosen.fact.text.strip(" .")
        if len(w.words(text)) > LONGEST_FACT:
            return []
        return [
            Task(
                section="hook",
                prompt="hook.prompt.j2",
                given={"fact": w.expanded(text)},
                fact_id=self.chosen.fact.id,
                names=name_pattern(self.brief.case.mentor),
                source=text,
                frame=HOOK_WORDS,
                openings=("", "I'm writing because", "What made me write is"),
                kept_pairs=0.6 if told else 0.0,
            )
        ]

    def sections(self) -> list[Section]:
        """A long mail sheds what matters least, to be read to its end: asides, the second time, the offer."""
        found: list[Section] = []
        for values, most in self._shorter():
            found = self._sections(values)
            if len(self.body(found).split()) <= most:
                break
        return found

    def _shorter(self) -> list[tuple[dict[str, Value], int]]:
        """Ever shorter values, each with the words that the mail may have to be left as it is."""
        good, hard = GOOD_WORDS[Kind.FIRST_CONTACT], MOST_WORDS[Kind.FIRST_CONTACT]
        plain_offer = str(self.values["offer"]).split(" (")[0]
        one_time = myself.times(self.brief.case.mentee.availability[:1])
        return [
            (self.values, good),
            ({**self.values, "offer": plain_offer}, good),
            ({**self.values, "offer": plain_offer, "times": one_time}, good),
            # A time to meet is worth a few words more.
            ({**self.values, "offer": "", "times": one_time}, (good + hard) // 2),
            ({**self.values, "offer": "", "times": ""}, hard),
        ]

    def _used(self, values: dict[str, Value]) -> dict[str, tuple[str, ...]]:
        """The sections in order, each with the facts that it uses."""
        uses_fact = self.chosen and (values["hook_clause"] or values["hook_thing"] or not values["mentor_position"])
        hook_fact = (
            (self.chosen.fact.id,) if uses_fact and self.chosen else self._facts("mentor.role", "mentor.organisation")
        )
        return {
            "connection": self._facts("mentor.introduced_by", "mentor.found_through"),
            "hook": hook_fact,
            "who": self._facts("mentee.name", "mentee.role", "mentee.organisation"),
            "goal": (f"mentee.goals:{self.brief.goal}",),
            "offer": self._facts("mentee.can_offer")[:1],
            "ask": self._facts("ask.about", "ask.minutes", "mentee.availability"),
            "close": (),
        }


class ThankYouText(LetterText):
    """thanks, echo, plan, close."""

    by_model = "echo"

    def __init__(self, brief: Brief, templates: Templates) -> None:
        super().__init__(brief, templates)
        self.notes = best_notes(brief)
        self.values = thank_you.values(brief, self.notes[0] if self.notes else None)

    def tasks(self) -> list[Task]:
        """What the model is asked for, the best first."""
        # Advice that code can tell needs no model; a note in shorthand does.
        if self.brief.case.mentor.relationship in {"peer", "reverse"} or not (self.notes and self.notes[0].quote):
            return []
        return [
            Task(
                section="echo",
                prompt="takeaway.prompt.j2",
                given={"note": calm(w.expanded(note.fact.text))},
                fact_id=note.fact.id,
                names=name_pattern(self.brief.case.mentor),
                source=note.fact.text,
                frame=TAKEAWAY_WORDS,
                openings=("", "What I take with me is your advice", "You advised me"),
                least_share=0.7,
                exact=False,
            )
            for note in self.notes[:MOST_FACTS]
            if note.quote and note.worth > WORTH_TRYING
        ]

    def _used(self, values: dict[str, Value]) -> dict[str, tuple[str, ...]]:
        """The sections in order, each with the facts that it uses."""
        return {
            "thanks": self._facts("meeting.date", "meeting.minutes"),
            "echo": (self.notes[0].fact.id,) if self.notes else (),
            "plan": self._facts("meeting.next_actions"),
            "close": self._facts("meeting.next_meeting"),
        }


class AgendaText(KindText):
    """actions, progress, questions, decision, next; a section is a line, so that each can be traced."""

    by_model = "questions"

    def __init__(self, brief: Brief, templates: Templates) -> None:
        super().__init__(brief, templates)
        self.values = agenda.values(brief)

    def tasks(self) -> list[Task]:
        """What the model is asked for, the best first."""
        if self.brief.case.mentor.relationship in {"peer", "reverse"}:
            return []
        own = sum(bool(question.strip()) for question in self.brief.meeting.questions)
        if own + bool(self.values["topic"] or self.values["question"]) >= agenda.FEWEST_QUESTIONS:
            # A mentee with questions of their own needs none of the model's, which are seldom as good.
            return []
        skills = self.brief.case.mentee.skills_to_build
        # What the mentee wants to ask about has a question of its own; this one is for what else they want to learn.
        wants = one_line(skills[0]) if skills else self.brief.goal_text
        facts = [(ranked.fact.id, ranked.told) for ranked in best_facts(self.brief) if ranked.told]
        return [
            Task(
                section="questions",
                prompt="question.prompt.j2",
                given={"fact": told.text, "wants": wants},
                fact_id=fact_id,
                names=name_pattern(self.brief.case.mentor),
                source=told.text,
                allowed=(wants, *skills, self.brief.goal_text),
                frame=QUESTION_WORDS,
                openings=("", "How", "What"),
                most_words=25,
                least_share=0.25,
                question=True,
                exact=False,
            )
            for fact_id, told in facts[:MOST_FACTS]
        ]

    def subject(self) -> str:
        """The subject line."""
        return self.templates.sentence("agenda.j2", "subject", self.values)

    def _parts(self) -> list[agenda.Part]:
        written = agenda.Line(self.kept.text, Origin.MODEL, (self.kept.fact_id,)) if self.kept else None
        return agenda.parts(self.brief, self.templates, written)

    def sections(self) -> list[Section]:
        """The sections in order, without places."""
        opening = Section(
            "opening",
            self.templates.sentence("agenda.j2", "opening", self.values),
            Origin.TEMPLATE,
            facts=self._facts("meeting.date"),
        )
        title_facts = self._facts("meeting.date", "meeting.time", "meeting.mode", "meeting.minutes")
        title = Section(
            "title", self.templates.sentence("agenda.j2", "title", self.values), Origin.TEMPLATE, facts=title_facts
        )
        return [
            opening,
            title,
            *(
                Section(part.name, line.text, line.origin, facts=line.facts)
                for part in self._parts()
                for line in part.lines
            ),
        ]

    def body(self, sections: list[Section]) -> str:
        """The sections put together."""
        parts = self._parts()
        minutes = agenda.shared_out(self.brief.meeting.minutes or 0, [part.weight for part in parts])
        shown: list[Value] = [
            {
                "heading": part.heading,
                "minutes": time,
                "lines": [line.text for line in part.lines],
                "numbered": part.numbered,
            }
            for part, time in zip(parts, minutes, strict=True)
        ]
        return self.templates.text(
            "agenda.body.j2", {**self.values, "opening": sections[0].text, "title": sections[1].text, "parts": shown}
        )
