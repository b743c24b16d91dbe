"""What speaks for a fact about the mentor as the ground of a first contact, and what speaks against it.

Weights were set on one half of the labelled cases of ``tests/choice`` and counted on the other
(``tests/bench/bench_choice.py``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from outreach.briefing.brief import Brief
from outreach.domain.people import Relationship
from outreach.drafting import signs
from outreach.wording import words as w
from outreach.wording.lexicon import PERSON_NOUNS


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that counts for or against a fact."""

    points: float
    reason: str
    """What a reader is told of it; empty where it is too small to be told."""


@dataclass(frozen=True)
class Wanted:
    """What a mentee brings to the choice, as stems of words with their weight."""

    ask: frozenset[str]
    goal: frozenset[str]
    standing: frozenset[str]
    """Role and place of work."""
    roles: frozenset[str]
    """What the mentee is: ``nurse``."""
    posts: frozenset[str]
    """What the mentee is, was or asks about."""
    own: frozenset[str]
    """The mentee's background."""
    skills: frozenset[str]
    found: frozenset[str]
    turns: bool
    """Whether the goal is to move on to something else."""
    founds: bool
    relationship: Relationship
    rarity: Mapping[str, float]
    """By stem: 1 for a word of a single fact, less for one that many facts have."""

    @classmethod
    def of(cls, brief: Brief) -> Wanted:
        """What the mentee of ``brief`` wants and is, against the facts of its mentor."""
        mentee, mentor, ask = brief.case.mentee, brief.case.mentor, brief.case.ask
        stems = [set(w.content(fact.text)) for fact in brief.mentor_facts]
        aim = f"{brief.goal_text} {ask.about}"
        return cls(
            ask=_set(ask.about),
            goal=_set(brief.goal_text),
            standing=_set(f"{mentee.role} {mentee.organisation}"),
            roles=_posts(mentee.role),
            posts=_posts(f"{mentee.role} {mentee.background} {ask.about}"),
            own=_set(mentee.background),
            skills=_set(" ".join(mentee.skills_to_build)),
            found=_set(mentor.found_through),
            turns=bool(signs.TO_TURN.search(brief.goal_text)),
            founds=bool(signs.FOUND.search(aim)),
            relationship=mentor.relationship,
            rarity=_rarity(stems),
        )


def grounds(text: str, told: str, wanted: Wanted) -> list[Ground]:
    """All that counts for a fact, or against it; ``told`` is empty where code cannot tell it."""
    # What will be said is what counts.
    whole, text = text, told or text
    # A title says what a work is about, not what its author did.
    bare = re.sub(r"[“\"][^“”\"]*[”\"]", "", text)
    shown = _shown(text)
    stems = set(w.content(text))
    found = list(_shared(stems, shown, wanted))
    found += _alike(bare, stems, shown, wanted, posts=_posts(whole) & wanted.posts)
    found += _kind_of_deed(text)
    found += _against(bare, stems, wanted, shared=sum(ground.points for ground in found))
    return found


def _shared(stems: set[str], shown: Mapping[str, str], wanted: Wanted) -> Iterator[Ground]:
    """Words in common, the rarer the more; the second counts less than the first, and so on."""
    seen: set[str] = set()
    for theirs, most, why in (
        (wanted.ask, 9.0, "it touches what you ask about"),
        (wanted.goal, 5.0, "it touches your goal"),
        (wanted.skills, 2.5, "it touches what you want to learn"),
        (wanted.own, 3.0, "your own background has it too"),
        (wanted.found, 1.0, "it goes with how you found them"),
    ):
        common = _in_common(stems, theirs, wanted.rarity, digits=1.0 if theirs is wanted.ask else 0.1)
        common = {stem: weight for stem, weight in common.items() if stem not in seen}
        seen |= common.keys()
        weight = sum(common.values())
        if weight:
            words = list(dict.fromkeys(shown[stem] for stem, one in common.items() if one >= 0.4 and stem in shown))
            yield Ground(most * weight / (weight + 1.0), f"{why}: {', '.join(words[:3])}" if words else "")


def _alike(
    text: str, stems: set[str], shown: Mapping[str, str], wanted: Wanted, *, posts: frozenset[str]
) -> Iterator[Ground]:
    """Shared ground: the mentor once stood where the mentee stands, or moved as the mentee wants to."""
    same = _in_common(stems, wanted.standing, wanted.rarity)
    # Who drove was a driver once.
    did = {w.stem(word): word for word in w.words(text) if w.is_past(word)}
    done = [did[stem] for stem in map(w.stem, sorted(wanted.roles)) if stem in did]
    words = [shown[stem] for stem, weight in same.items() if weight >= 0.4 and stem in shown]
    field = f": {', '.join(words[:3])}" if words else ""
    weight = min(1.5, sum(same.values()))
    if done or (posts and signs.ONCE.search(text)):
        yield Ground(4.0 + 2.0 * weight, f"they once stood where you stand: {', '.join(sorted(posts) or done)}")
    elif same and signs.ONCE.search(text):
        yield Ground(1.0 + 2.0 * weight, f"their way led through your field{field}" if words else "")
    elif posts or same:
        # What the ask or the goal names too has counted there.
        new = sum(one if stem not in wanted.ask | wanted.goal else one / 2 for stem, one in same.items())
        yield Ground(2.0 * max(min(1.5, new), bool(posts)), f"it is your own field{field}" if words else "")
    if signs.TURNED.search(text):
        yield Ground(2.5 if wanted.turns else 1.0, "they changed direction, as you mean to" if wanted.turns else "")
    if wanted.founds and signs.FOUND.search(text):
        yield Ground(1.5, "they began something of their own, as you mean to")


def _kind_of_deed(text: str) -> Iterator[Ground]:
    if signs.PASSES_ON.search(text):
        yield Ground(1.0, "they pass on what they know")
    if signs.WRONG.search(text) and signs.OPENLY.search(text):
        yield Ground(1.5, "they speak openly of what went wrong")
    if re.search(r"(?<![\d/])\d+(?![\d/]*\d{3}\b)", re.sub(r"\b(?:19|20)\d\d\b", "", text)):
        yield Ground(1.0, "it has a figure")


def _against(text: str, stems: set[str], wanted: Wanted, *, shared: float) -> Iterator[Ground]:
    # What the mentee asks about is fair to name, whatever it is.
    mild = 0.4 if shared >= 5 else 1.0
    asked = wanted.ask | wanted.goal | wanted.standing
    if any(asked.isdisjoint(w.content(found)) for found in signs.PRIVATE.findall(text)):
        yield Ground(-5.0 * mild, "it is their private life")
    if signs.BOAST.search(text):
        yield Ground(-4.0 * mild, "it is praise, not a deed")
    if signs.DEGREE.search(text):
        yield Ground(-2.5 * mild, "it is a line of a CV")
    if signs.DATED_LINE.match(text) and len(w.words(text)) <= signs.LONGEST_CV_LINE:
        yield Ground(-2.5 * mild, "it is a line of a CV")
    elif signs.HOLDS_A_POST.match(text) and not (_posts(text) & wanted.posts and signs.ONCE.search(text)):
        yield Ground(-3.0 * mild, "it is a post, not a deed")
    if signs.LABELS.search(text) or signs.LANGUAGES.search(text):
        yield Ground(-3.0, "it is a list of labels")
    if wanted.relationship is Relationship.REVERSE and signs.WISHES.search(text):
        yield Ground(6.0, "it is what they want to be able to do")
    known = len(stems & wanted.found) / max(1, len(stems))
    if known > 0.6:
        yield Ground(-4.0, "you say it already when you name how you found them")


def _shown(text: str) -> dict[str, str]:
    """By stem the words of ``text`` as a list shows them: small where a capital only marks a beginning."""
    found: dict[str, str] = {}
    for number, word in enumerate(w.words(text)):
        shown = w.decapitalised(word) if number == 0 else word
        for part in (word, *re.split(r"[-.]", word)):
            found.setdefault(w.stem(part), shown)
    return found


def _posts(text: str) -> frozenset[str]:
    """The words of ``text`` that say what somebody is, not what several others are: ``nurse``, ``reporter``."""
    found = (word.casefold() for word in w.words(text))
    return frozenset(word for word in found if word in PERSON_NOUNS and word not in signs.LOOSE_POSTS)


def _set(text: str) -> frozenset[str]:
    return frozenset(w.content(text))


def _rarity(stems: Sequence[Iterable[str]]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for fact in stems:
        for stem in fact:
            counts[stem] = counts.get(stem, 0) + 1
    whole = math.log(1 + len(stems)) or 1.0
    return {stem: math.log(1 + len(stems) / count) / whole for stem, count in counts.items()}


_ALIKE_BEGINNING = 6
"""Letters: ``conserve`` and ``conservation`` begin alike."""
_ALIKE_END = 5
"""Letters: ``smartphone`` ends in ``phone``."""


def _in_common(
    stems: set[str], theirs: frozenset[str], rarity: Mapping[str, float], digits: float = 0.1
) -> dict[str, float]:
    """The stems of a fact that are among ``theirs`` too, each with its weight from 0 to 1, the heaviest first.

    The same number in two lives is chance, unless the mentee asks about it: ``digits`` is what it counts.
    """
    found = {}
    beginnings = {stem[:_ALIKE_BEGINNING] for stem in theirs if len(stem) > _ALIKE_BEGINNING}
    ends = tuple(stem for stem in theirs if len(stem) >= _ALIKE_END and stem not in signs.COMMON)
    for stem in stems:
        alike = stem[:_ALIKE_BEGINNING] in beginnings or stem.endswith(ends)
        weight = 1.0 if stem in theirs else 0.6 if alike else 0.0
        if stem in signs.COMMON or stem in signs.MONTHS_AND_DAYS:
            weight *= 0.25
        if stem.isdigit():
            weight *= digits
        if weight:
            found[stem] = weight * rarity.get(stem, 1.0)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
