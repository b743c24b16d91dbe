"""The mentee's goals in the store: whatever happens to them, what names one of them names the same one after it."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from outreach.domain.goals import Assessment, GoalPlan, GoalReview, Places, places, renumbered
from outreach.domain.mentorship import Mentorship
from outreach.domain.names import folded, same_name
from outreach.domain.people import Mentee
from outreach.store.store import Store
from outreach.wording.words import content

_ALIKE = 0.6
"""Share of the letters that two goals have in common where they are one goal in other words."""


@dataclass(frozen=True, slots=True)
class GoalsBefore:
    """The goals before a change, and which of them each ask named, by mentorship: to take it back."""

    mentee: Mentee | None
    asks: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class GoalChanged:
    """A change of the goals was stored."""

    before: GoalsBefore
    """With this it can be taken back."""
    freed: tuple[str, ...] = ()
    """Names of the mentors whose ask was for a goal that is gone."""


class Goals:
    """What the mentee wants, as it is stored."""

    def __init__(self, store: Callable[[], Store], today: Callable[[], dt.date]) -> None:
        """Callables, because the store is opened late and the day may change."""
        self._store = store
        self._today = today

    def mentee(self) -> Mentee:
        """The user; without a name where only goals or answers are known so far."""
        return self._store().mentee() or Mentee("", ())

    # -- goals -------------------------------------------------------------------------------------
    def save(self, mentee: Mentee, moved: Places | None = None) -> GoalChanged:
        """Store the user; asks, plans and days of review keep naming the goals that they named.

        Args:
            mentee: as they are to be; plans and reviews by the words that the goals have now, or had before.
            moved: where each goal stood before; default: told by the words.
        """
        known = self._store().mentee()
        before = GoalsBefore(known, tuple((each.id, each.ask.goal) for each in self._store().mentorships()))
        old = known or Mentee("", ())
        if known is not None and not known.name and mentee.name:
            mentee = _joined(known, mentee)
        now = moved if moved is not None and len(moved) == len(mentee.goals) else _places(old.goals, mentee.goals)
        changed, freed = [], []
        for each in self._store().mentorships() if old.goals else ():
            goal = renumbered(each.ask.goal, now)
            if goal != each.ask.goal:
                changed.append(replace(each, ask=replace(each.ask, goal=goal)))
                freed += [each.mentor.name] if goal is None else []
        self._store().save_mentee(_named_anew(mentee, old.goals, now), changed)
        return GoalChanged(before, tuple(freed))

    def put(self, at: int | None, goal: str, plan: GoalPlan, review: dt.date | None) -> GoalChanged:
        """Store one goal: in the place ``at``, from 0, or as a new one; with all that belongs to it."""
        mentee = self.mentee()
        goal = " ".join(goal.split())
        old = mentee.goals[at] if at is not None else goal
        goals = (*mentee.goals, goal) if at is None else (*mentee.goals[:at], goal, *mentee.goals[at + 1 :])
        moved: list[int | None] = [*range(len(mentee.goals))]
        plans = tuple(each for each in mentee.plans if not _names(each.goal, old, goal))
        reviews = tuple(each for each in mentee.reviews if not _names(each.goal, old, goal))
        plan = replace(plan, goal=goal)
        return self.save(
            replace(
                mentee,
                goals=goals,
                plans=plans if plan.is_empty else (*plans, plan),
                reviews=(*reviews, GoalReview(goal, review)) if review else reviews,
            ),
            [*moved, None] if at is None else moved,
        )

    def add(self, plans: Sequence[GoalPlan]) -> GoalChanged:
        """Store new goals behind the others, each as its plan has it; those that are there already stay as they are."""
        mentee = self.mentee()
        new: list[GoalPlan] = []
        for plan in plans:
            if not _names(plan.goal, *mentee.goals, *(each.goal for each in new)):
                new.append(plan)
        goals = (*mentee.goals, *(plan.goal for plan in new))
        kept = (plan for plan in new if not plan.is_empty)
        moved = [*range(len(mentee.goals)), *(None for _ in new)]
        return self.save(replace(mentee, goals=goals, plans=(*mentee.plans, *kept)), moved)

    def remove(self, at: int) -> GoalChanged:
        """Remove the goal in the place ``at``, from 0, with its plan and its day of review."""
        mentee = self.mentee()
        goals = (*mentee.goals[:at], *mentee.goals[at + 1 :])
        gone = mentee.goals[at]
        return self.save(
            replace(
                mentee,
                goals=goals,
                plans=tuple(each for each in mentee.plans if not same_name(each.goal, gone)),
                reviews=tuple(each for each in mentee.reviews if not same_name(each.goal, gone)),
            ),
            [place for place in range(len(mentee.goals)) if place != at],
        )

    def move(self, at: int, by: int) -> GoalChanged:
        """Move the goal in the place ``at``, from 0, by so many places; no further than the ends."""
        mentee = self.mentee()
        order = [place for place in range(len(mentee.goals)) if place != at]
        order.insert(min(max(at + by, 0), len(order)), at)
        return self.save(replace(mentee, goals=tuple(mentee.goals[place] for place in order)), order)

    def take_back(self, before: GoalsBefore) -> None:
        """Put goals, plans, days of review and asks back; whatever else was changed since then stays."""
        mentee = self.mentee()
        was = before.mentee or Mentee("", ())
        asks = dict(before.asks)
        changed = [
            replace(each, ask=replace(each.ask, goal=asks[each.id]))
            for each in self._store().mentorships()
            if each.id in asks and asks[each.id] != each.ask.goal
        ]
        self._store().save_mentee(replace(mentee, goals=was.goals, plans=was.plans, reviews=was.reviews), changed)

    def review_of(self, goal: str) -> dt.date | None:
        """When the mentee means to look at a goal again."""
        return min((one.on for one in self.mentee().reviews if same_name(one.goal, goal)), default=None)

    def asked(self, at: int) -> list[Mentorship]:
        """The mentorships whose ask is for the goal in the place ``at``, from 0."""
        return [each for each in self._store().mentorships() if each.ask.goal == at + 1]

    # -- answers -----------------------------------------------------------------------------------
    def assessment(self) -> Assessment:
        """The last answers: to go on with where they are unfinished, else to be gone through anew."""
        last = next(iter(reversed(self.mentee().assessments)), None)
        return replace(last, saved=self._today()) if last else Assessment(self._today())

    def save_assessment(self, assessment: Assessment) -> Assessment:
        """Keep the answers as of today; an unfinished one, and one of the same day, is replaced."""
        mentee, saved = self.mentee(), replace(assessment, saved=self._today())
        before = [each for each in mentee.assessments if each.finished and each.saved != saved.saved]
        self._store().save_mentee(replace(mentee, assessments=(*before, saved)))
        return saved


def _names(one: str, *goals: str) -> bool:
    return any(same_name(one, goal) for goal in goals)


def _joined(known: Mentee, mentee: Mentee) -> Mentee:
    """Who the user is, with what they told of their goals before they gave a name."""
    others = tuple(goal for goal in known.goals if not _names(goal, *mentee.goals))
    return replace(
        mentee,
        goals=(*mentee.goals, *others),
        reviews=mentee.reviews or known.reviews,
        plans=mentee.plans or known.plans,
        assessments=mentee.assessments or known.assessments,
    )


def _places(before: Sequence[str], after: Sequence[str]) -> list[int | None]:
    """Where each goal stood, by its words: a goal in slightly other words is the same one."""
    pairs = [(_likeness(was, now), at, to) for at, was in enumerate(before) for to, now in enumerate(after)]
    alike = sorted((pair for pair in pairs if pair[0] >= _ALIKE), key=lambda pair: (-pair[0], pair[1:]))
    return places(before, after, [(at, to) for _, at, to in alike])


def _likeness(one: str, other: str) -> float:
    few, many = sorted((set(content(one)), set(content(other))), key=len)
    if len(few) > 1 and few <= many:
        return 1.0
    return difflib.SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio()


def _named_anew(mentee: Mentee, before: Sequence[str], now: Places) -> Mentee:
    """Plans and days of review by the words that their goals have now."""
    words = {folded(before[was]): mentee.goals[at] for at, was in enumerate(now) if was is not None}
    words |= {folded(goal): goal for goal in mentee.goals}
    plans = (replace(each, goal=words.get(folded(each.goal), each.goal)) for each in mentee.plans)
    reviews = (replace(each, goal=words.get(folded(each.goal), each.goal)) for each in mentee.reviews)
    kept = [plan for plan in plans if _names(plan.goal, *mentee.goals)]
    return replace(mentee, plans=tuple(kept), reviews=tuple(reviews))
