"""The agenda, as far as it is written: a section is a line, so that each can be traced."""

from __future__ import annotations

import random
from collections.abc import Iterator

from outreach.briefing.brief import Brief
from outreach.domain.draft import Origin, Section, Wish
from outreach.drafting import agenda
from outreach.drafting.choices import Choices, fresh_first, same
from outreach.drafting.judging import QUESTION_WORDS, Task
from outreach.drafting.letters import MOST_FACTS
from outreach.drafting.ranking import best_facts
from outreach.drafting.writing import KindText
from outreach.templates import Templates, Value
from outreach.wording.clean import one_line
from outreach.wording.swapping import name_pattern


class AgendaText(KindText):
    """actions, progress, questions, decision, next."""

    by_model = "questions"

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        self.values = {**agenda.values(brief), **self._greetings(thanked=False)}

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """What the model is asked for when a question is made anew; for a first draft, nothing.

        Read as the mentor, one in six of the questions that the model asked was worth sending; those that the template
        makes of the ask, the open actions and the skills were.
        """
        no_question = {None, Wish.WARMER, Wish.PLAINER}
        if self.brief.case.mentor.relationship in {"peer", "reverse"} or wish in no_question:
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

    def ways(self, name: str, wish: Wish) -> Iterator[Section]:
        """Other ways to say a line: what else could be asked, and the template's variants of its own lines."""
        if name == "questions":
            there = {same(section.text) for section in self.sections()}
            yield from (section for section in self._further() if same(section.text) not in there)
        elif name in {"opening", "next"}:
            for text in self._texts(name):
                yield Section(name, text, Origin.TEMPLATE, facts=self._facts("meeting.date"))

    def _further(self) -> Iterator[Section]:
        """Questions that were left out: on the skills to build, then on the first step."""
        for line in agenda.further(self.brief, self.templates):
            yield Section("questions", line.text, line.origin, facts=line.facts)

    def _texts(self, name: str) -> list[str]:
        blocks = self.templates.variants("agenda.j2", name)
        equal = [block for block in blocks if block == name or block.removeprefix(f"{name}_").isdigit()]
        wished = [block for block in blocks if block not in equal]
        # As in letters: two agendas of a mentee need not begin alike.
        random.Random(f"{self.choices.seed}:{self.brief.case.mentor.name}:{name}").shuffle(equal)
        texts = [self.templates.sentence("agenda.j2", block, self.values) for block in (*equal, *wished)]
        return fresh_first([self._in_manner(text) for text in texts if text], self.choices.earlier)

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
            next(iter(self._texts("opening")), ""),
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
