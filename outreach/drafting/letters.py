"""The first contact and the thank-you, as far as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from outreach.briefing.brief import Brief
from outreach.domain.case import Owner
from outreach.domain.draft import Kind, Section, Wish
from outreach.domain.facts import Fact
from outreach.domain.people import Mentor, Relationship
from outreach.drafting import first_contact, thank_you
from outreach.drafting.choices import Choices
from outreach.drafting.judging import HOOK_WORDS, TAKEAWAY_WORDS, Task
from outreach.drafting.moments import free_times
from outreach.drafting.notes import RankedNote, best_notes
from outreach.drafting.ranking import Ranked, best_facts, chosen_of
from outreach.drafting.smoothing import rough
from outreach.drafting.takeaways import calm
from outreach.drafting.writing import LetterText, Option, Uses
from outreach.review.channel import GOOD_WORDS, MOST_WORDS
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.swapping import name_pattern

MOST_FACTS = 2
"""Facts or notes that the model tries at, each in prompts of its own."""
LONGEST_FACT = 26
"""Words; a longer fact is told by the template, or not at all."""
MOST_FACTS_HEARD, MOST_OPTIONS = 3, 4
"""Facts, and notes, that the model may choose among: what ranks lower is no better for sounding well."""
WORTH_TRYING = -2.0
"""A note below this worth is a promise of the mentor's or too cryptic: it is quoted or left out."""


class FirstContactText(LetterText):
    """connection, hook, who, goal, offer, ask, close."""

    by_model = "hook"
    template = "first-contact"
    changeable = True
    ear = 0.75

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        self.ranked = best_facts(brief)
        wanted = (one for one in self.ranked if one.fact.id == choices.fact)
        self.chosen = next(wanted, None) or chosen_of(self.ranked)
        self.values = self._of_fact(self.chosen)

    def _of_fact(self, chosen: Ranked | None) -> dict[str, Value]:
        return {**first_contact.values(self.brief, chosen), **self._greetings(thanked=True)}

    def spare(self) -> frozenset[str]:
        """How the mentee found the mentor, and what they offer; an introducer must be named."""
        introduced = self.brief.case.mentor.relationship is Relationship.INTRODUCED
        return frozenset({"offer"}) if introduced else frozenset({"offer", "connection"})

    def options(self) -> list[Option]:
        """The chosen fact and the best below it, each as its hook."""
        first = sorted(self.ranked, key=lambda one: one is not self.chosen)[:MOST_FACTS_HEARD]
        hooks = [(one, self.templates.sentence(f"{self.template}.j2", "hook", self._of_fact(one))) for one in first]
        return [Option(one.fact.id, text, one.worth) for one, text in hooks if text]

    def build_on(self, option: Option) -> None:
        """Build the hook on the fact of this option."""
        self.chosen = next(one for one in self.ranked if one.fact.id == option.fact_id)
        self.values = self._of_fact(self.chosen)

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """What the model is asked for, the best first."""
        # A template sentence on the best fact is worth more than the model's on the second best.
        chosen = [self.chosen] if self.chosen and wish is not Wish.ANOTHER_FACT else []
        others = self._other_facts() if wish in {Wish.AGAIN, Wish.ANOTHER_FACT} else []
        return [task for one in [*chosen, *others][:MOST_FACTS] for task in hook_task(one, self.brief.case.mentor)]

    def _other_facts(self) -> list[Ranked]:
        """The facts below the chosen one that can be told, then those above."""
        places = [one.fact.id for one in self.ranked]
        at = places.index(self.chosen.fact.id) if self.chosen else 0
        return [one for one in [*self.ranked[at + 1 :], *self.ranked[:at]] if one.told]

    def _others(self, name: str) -> Iterator[tuple[dict[str, Value], Uses]]:
        if name == "hook":
            for one in self._other_facts():
                values = {**self.values, **first_contact.hook_values(self.brief, one)}
                yield values, {"hook": (one.fact.id,)}

    def _briefer(self) -> Iterator[dict[str, Value]]:
        yield from (values for values, _ in self._shorter()[1:])

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
        one_time = free_times(self.brief.case, self.brief.today, 1)
        return [
            (self.values, good),
            ({**self.values, "offer": plain_offer}, good),
            ({**self.values, "offer": plain_offer, "times": one_time}, good),
            # A time to meet is worth a few words more.
            ({**self.values, "offer": "", "times": one_time}, (good + hard) // 2),
            ({**self.values, "offer": "", "times": ""}, hard),
        ]

    def _used(self, values: Mapping[str, Value]) -> Uses:
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
    template = "thank-you"
    changeable = True
    ear = 1.5

    def __init__(self, brief: Brief, templates: Templates, choices: Choices) -> None:
        super().__init__(brief, templates, choices)
        ranked = best_notes(brief)
        # The note that was asked for comes first.
        self.notes = sorted(ranked, key=lambda note: note.fact.id != choices.fact)
        self.worded = brief
        """The brief with the mentee's actions made whole; for the words only, the facts stay as typed."""
        self.values = self._of_note(self.notes[0] if self.notes else None)

    def tasks(self, wish: Wish | None = None) -> list[Task]:
        """What the model is asked for, the best first."""
        if self.brief.case.mentor.relationship in {"peer", "reverse"} or not self.notes:
            return []
        if wish is None and not self.notes[0].quote:
            # Advice that code can tell needs no model; a note in shorthand does.
            return []
        notes = [note for note in self.notes if wish or note.quote]
        notes = notes[1:] if wish is Wish.ANOTHER_FACT else notes
        mentor = self.brief.case.mentor
        return [echo_task(note.fact, mentor) for note in notes[:MOST_FACTS] if note.worth > WORTH_TRYING]

    def options(self) -> list[Option]:
        """The best notes that can be told, each as its echo."""
        told = [note for note in self.notes[:MOST_OPTIONS] if not note.quote and note.worth > 0]
        echoes = [(note, self._said("echo", self._of_note(note))) for note in told]
        return [Option(note.fact.id, text, note.worth) for note, text in echoes if text]

    def build_on(self, option: Option) -> None:
        """Echo the note of this option."""
        self.notes = sorted(self.notes, key=lambda note: note.fact.id != option.fact_id)
        self.values = self._of_note(self.notes[0])

    def _others(self, name: str) -> Iterator[tuple[dict[str, Value], Uses]]:
        if name == "echo":
            for note in self.notes[1:]:
                if note.worth > WORTH_TRYING:
                    yield self._of_note(note), {"echo": note.fact_ids}

    def _of_note(self, note: RankedNote | None) -> dict[str, Value]:
        return {**thank_you.values(self.worded, note), **self._greetings(thanked=True)}

    def jotted(self) -> list[str]:
        """The mentee's own actions, where they are rough."""
        mine = (action for action in self.brief.meeting.next_actions if action.owner is Owner.MENTEE)
        return [action.what for action in mine if not action.done and rough(action.what)]

    def put(self, whole: Mapping[str, str]) -> None:
        """Word the plan with the actions as they are in ``whole``."""
        meeting = self.brief.meeting
        actions = tuple(replace(action, what=whole.get(action.what, action.what)) for action in meeting.next_actions)
        case = replace(self.brief.case, meeting=replace(meeting, next_actions=actions))
        self.worded = replace(self.brief, case=case)
        self.values = self._of_note(self.notes[0] if self.notes else None)

    def _used(self, values: Mapping[str, Value]) -> Uses:
        """The sections in order, each with the facts that it uses."""
        return {
            "thanks": self._facts("meeting.date", "meeting.minutes"),
            "echo": self.notes[0].fact_ids if self.notes else (),
            "plan": self._facts("meeting.next_actions"),
            "close": self._facts("meeting.next_meeting"),
        }


def hook_task(one: Ranked, mentor: Mentor) -> list[Task]:
    """What the model is asked for to tell one fact of the mentor's as the reason to write; nothing where it cannot."""
    # What code cannot tell, a small model tells wrong: "The lab has delivered 270" → "You delivered 270".
    if not one.told or len(w.words(one.told.text)) > LONGEST_FACT:
        return []
    return [
        Task(
            section="hook",
            prompt="hook.prompt.j2",
            given={"fact": w.expanded(one.told.text)},
            fact_id=one.fact.id,
            names=name_pattern(mentor),
            source=one.told.text,
            frame=HOOK_WORDS,
            openings=("", "I'm writing because", "What made me write is"),
            kept_pairs=0.6,
        )
    ]


def echo_task(note: Fact, mentor: Mentor) -> Task:
    """What the model is asked for one note in shorthand: what was advised, in a sentence."""
    return Task(
        section="echo",
        prompt="takeaway.prompt.j2",
        given={"note": calm(w.expanded(note.text))},
        fact_id=note.id,
        names=name_pattern(mentor),
        source=note.text,
        frame=TAKEAWAY_WORDS,
        openings=("", "What I take with me is your advice", "You advised me"),
        least_share=0.7,
        exact=False,
    )


def for_wish(task: Task, wish: Wish, words_now: int) -> Task:
    """``task`` for a section that is made anew and has ``words_now`` words."""
    if wish is Wish.SHORTER:
        return replace(task, most_words=max(6, words_now - 1))
    if wish is Wish.AGAIN:
        # The first opening led to what the mentee has seen; the others wander off from it.
        return replace(task, openings=(*task.openings[1:], task.openings[0]))
    return task
