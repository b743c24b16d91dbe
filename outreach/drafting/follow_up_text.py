"""The follow-up, as far as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from outreach.briefing.brief import Brief
from outreach.domain.draft import Kind, Section, Wish
from outreach.drafting import follow_up
from outreach.drafting.choices import Choices
from outreach.drafting.follow_up import Addition
from outreach.drafting.judging import Task
from outreach.drafting.letters import MOST_FACTS, hook_task
from outreach.drafting.moments import free_times
from outreach.drafting.ranking import best_facts
from outreach.drafting.writing import LetterText, Uses
from outreach.review.channel import GOOD_WORDS
from outreach.templates import Templates, Value


class FollowUpText(LetterText):
    """again, new, ask, close."""

    by_model = "new"
    template = "follow-up"
    changeable = True

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        self.additions = list(follow_up.additions(brief, best_facts(brief)))
        wanted = (one for one in self.additions if one.about and one.about.fact.id == choices.fact)
        self.added = next(wanted, None) or self._fitting()
        self.values = self._of(self.added)

    def _fitting(self) -> Addition:
        """The best addition that fits; what happened since is said however long."""
        for addition in self.additions:
            self.added, self.values = addition, self._of(addition)
            if addition.values["news"] or self._is_short(self.sections()):
                return addition
        return self.additions[-1]

    def _is_short(self, sections: list[Section]) -> bool:
        return len(self.body(sections).split()) <= GOOD_WORDS[Kind.FOLLOW_UP]

    def _of(self, addition: Addition) -> dict[str, Value]:
        return {**follow_up.values(self.brief, addition), **self._greetings(thanked=True)}

    def spare(self) -> frozenset[str]:
        """The request alone is still a follow-up; what the mentee typed for it is not left out."""
        return frozenset() if self.values["news"] else frozenset({"new"})

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """The hook on a second fact, where that is what is new."""
        chosen = [] if wish is Wish.ANOTHER_FACT else [self.added]
        others = self._other_additions() if wish in {Wish.AGAIN, Wish.ANOTHER_FACT} else []
        ranked = [one.about for one in [*chosen, *others] if one.about]
        return [task for one in ranked[:MOST_FACTS] for task in hook_task(one, self.brief.case.mentor)]

    def _other_additions(self) -> list[Addition]:
        return [one for one in self.additions if one is not self.added and one.facts]

    def _others(self, name: str) -> Iterator[tuple[dict[str, Value], Uses]]:
        if name == "new":
            for one in self._other_additions():
                yield self._of(one), {"new": one.facts}

    def _briefer(self) -> Iterator[dict[str, Value]]:
        yield from self._shorter()[1:]

    def subject(self) -> str:
        """The first mail's, so that it stays one thread."""
        return follow_up.subject(self.brief, super().subject())

    def sections(self) -> list[Section]:
        """A reminder is read at a glance: it sheds times, where the mentee works, and who pointed them there."""
        found: list[Section] = []
        for values in self._shorter():
            found = self._sections(values)
            if self._is_short(found):
                break
        return found

    def _shorter(self) -> list[dict[str, Value]]:
        """Ever shorter values."""
        first_time = free_times(self.brief.case, self.brief.today, 1)
        one_time = {**self.values, "times": first_time if self.values["times"] else ""}
        no_time = {**one_time, "times": ""}
        plain = {**no_time, "hook_clause": self.values["hook_brief"]}
        brief_who = {**plain, "who": self.values["who_shorter"]}
        no_lead = {**brief_who, "lead": self.values["lead_shorter"]}
        return [self.values, one_time, no_time, plain, brief_who, no_lead]

    def _used(self, values: Mapping[str, Value]) -> Uses:
        """The sections in order, each with the facts that it uses."""
        return follow_up.facts_used(self.brief, self.added)
