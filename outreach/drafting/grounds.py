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
from outreach.wording import words as w
from outreach.wording.lexicon import PERSON_NOUNS


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that counts for or against a fact."""

    points: float
    reason: str
    """What a reader is told of it; empty where it is too small to be told."""


# Words that stand in many backgrounds and tie nobody to anybody.
_COMMON = frozenset(
    w.stem(word)
    for word in """
    work year company team people make help new first time day week month good part lead job start small
    begin want get take learn know find run keep give way thing place own long big old young city country world
    today tell ask talk need go come look see live life person hour minute university institute department group
    office show bring use advanced senior junior several many
    """.split()
)
# Said of somebody else as often as of oneself, or of a thing.
_LOOSE_POSTS = frozenset(
    """
    associate child client dad daughter executive father fellow guide head lead leader mentee mentor mother mum owner
    parent parents partner president principal student worker
    """.split()
)
_MONTHS_AND_DAYS = frozenset(
    w.stem(word)
    for word in """
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


def _any(words: str, *patterns: str) -> re.Pattern[str]:
    """Any of some words, or of some patterns, as whole words; ``*`` stands for any ending."""
    listed = (re.escape(word).replace(r"\*", r"\w*") for word in words.split())
    return re.compile(rf"\b(?:{'|'.join([*listed, *patterns])})\b", re.IGNORECASE)


# What the mentor was before, and is no longer or was first.
_ONCE = _any(
    """
    was were began started former formerly ex trained qualified spent before until till apprenticed learned learnt
    """,
    r"had been",
    r"used to",
    r"worked (?:as|in|at|for)",
    r"came (?:to|from)",
    r"years (?:as|at|on|behind)",
)
_TURNED = _any(
    "left switched switching retrained retraining became becoming quit",
    r"mov(?:ed|ing) (?:from|into|to|over|on)",
    r"turn(?:ed|ing) (?:from|to)",
    r"gave up",
    r"went (?:from|into)",
    r"came to",
    r"(?:began|started|start) (?:out )?as",
    r"(?:sent|pulled|led|brought) \w+ into",
    r"before (?:that|she|he|they|I|you)",
    r"after (?:\w+ ){1,3}(?:years|postdocs?|seasons|jobs)",
)
# A goal that leads from one thing to another.
_TO_TURN = _any(
    "move moving switch switching become becoming change leave leaving retrain transition first into qualify instead",
    r"get (?:out|into|off|from)",
    r"go from",
    r"step up",
    r"out of",
    r"from \w+(?: \w+){0,3} to",
)
_FOUND = _any(
    "open opened opening found founded founding launch* built build building buy bought",
    r"set(?:ting)? up",
    r"start(?:ed|ing)? (?:an?|my|her|his|their|your|the)",
    r"t(?:ook|ake) over",
)
_PASSES_ON = _any(
    "teach* taught mentors mentored tutor* coaches coached apprentice* trainee* beginner* newcomer* juniors interns"
    " course courses workshop workshops handbook",
    r"train(?:s|ed|ing)? (?!as\b)",
)
_OPENLY = _any(
    "show shows publish* tell tells wrote write writes talk talks spoke framed keep keeps kept explain* walk"
)
_WRONG = _any("fail* mistake* lost wrong cracked broke refus* reject* error errors", "threw away", "without an answer")
_WISHES = _any(
    "want wants wish wishes cannot struggl*",
    r"would like",
    r"hop(?:e|es|ing) to",
    r"can['’]t",
    r"do(?:es)?n['’]t (?:know|understand)",
    r"never (?:learn\w*|used|tried)",
    r"stop (?!by\b)\w+ing",
)

# Their own life: family, home, animals, pastimes, body and mind; a midwife's mothers and a vet's dogs are none of it.
_THEIR_OWN = r"(?:my|her|his|their|your|two|three|four|an?|has|have)(?: own)?"
_PRIVATE = _any(
    "married widow widower divorce* née allotment hobby hobbies enjoys loves likes marathon* deaf fled",
    rf"{_THEIR_OWN} (?:\w+ )?(?:husband|wife|spouse|mother|father|mum|dad|sons?|daughters?|kids|child|children|twins)",
    rf"{_THEIR_OWN} grand\w+",
    r"(?:mother|father|mum|dad) of",
    r"(?:with|has|have|owns?|keeps?|walks?|one) (?:\w+ ){0,2}(?:dogs?|cats?|goats?|hens|horses?|pony|parrots?)",
    r"born (?:in|on|at|\d)",
    r"lives? (?:in|with|near|on)",
    r"(?:spare|free) time",
    r"(?:when not|outside) work\w*",
    r"(?:at|on) weekends",
    r"plays? (?:the|an?)",
    r"sings? (?:alto|bass|tenor|soprano|in)",
    r"bakes? for",
    r"burn(?:ed|t)?[- ]?out",
    r"at the age of (?:\d|1\d|\w+)",
    r"(?:had|survived|beat|diagnosed with|recover\w* from) (?:\w+ )?(?:cancer|stroke|illness|depression|breakdown)",
    r"(?:is|was|been|were|are|went|born) (?:\w+ )?(?:blind|ill|disabled|sober|depressed)",
    r"(?:as|was|were) an? (?:refugee|orphan)",
    r"(?:my|her|his|their|your) \w+ (?:quit|resigned|walked out)",
)
# Praise of somebody's person or employer: it says nothing that they did.
_BOAST = _any(
    """
    passionate dedicated dynamic motivated enthusiastic visionary excellence renowned prestigious synerg*
    stakeholder* award* nominat* prize medal shortlisted winner honour* honor* proud* humbled thrilled
    """,
    r"results[- ]driven",
    r"thought leader",
    r"committed to",
    r"proven track",
    r"world[- ]class",
    r"(?:fellow|member) of",
    r"first (?:\w+ )?woman",
)
_DEGREE = re.compile(
    r"\b(?:holds? an?|Ph\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|B\.?A\.?|M\.?A\.?|MBA|diploma"
    r"|doctorate|(?:an?|your|her|his|my) (?:\w+ )?degree"
    r"|certified|certificates?|chartered|studied|graduated)"
)
_LANGUAGES = re.compile(r"\b[Ss]peaks? (?:fluent |some |native )?[A-Z][a-z]+(?:,| and\b|$)")
_DATED_LINE = re.compile(r"[\s(]*(?:\d{1,2}/)?(?:19|20)\d\d\s*(?:[-–—]|to\b|:|\d)|[^.]{0,60}\bsince (?:19|20)\d\d\.?$")
LONGEST_CV_LINE = 12
"""Words; what is longer tells more than a post and its dates."""
_HOLDS_A_POST = re.compile(
    r"(?:(?:since|from|in|until) [^,]{4,30} )?you (?:(?:are|were)(?! (?:\w+ )?known| the one)|hold|live|joined|serve"
    r"|have (?:been|served|over|more than|\w+ years)|work(?:ed)? (?:at|for|in))\b",
    re.IGNORECASE,
)
_LABELS = re.compile(r"^[A-Z]{4,}\b|\||·.*·|(?:^|\s)#\w|(?:;[^;]*){3,}|©|→\s*\w+\s*→")


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
            turns=bool(_TO_TURN.search(brief.goal_text)),
            founds=bool(_FOUND.search(aim)),
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
    if done or (posts and _ONCE.search(text)):
        yield Ground(4.0 + 2.0 * weight, f"they once stood where you stand: {', '.join(sorted(posts) or done)}")
    elif same and _ONCE.search(text):
        yield Ground(1.0 + 2.0 * weight, f"their way led through your field{field}" if words else "")
    elif posts or same:
        # What the ask or the goal names too has counted there.
        new = sum(one if stem not in wanted.ask | wanted.goal else one / 2 for stem, one in same.items())
        yield Ground(2.0 * max(min(1.5, new), bool(posts)), f"it is your own field{field}" if words else "")
    if _TURNED.search(text):
        yield Ground(2.5 if wanted.turns else 1.0, "they changed direction, as you mean to" if wanted.turns else "")
    if wanted.founds and _FOUND.search(text):
        yield Ground(1.5, "they began something of their own, as you mean to")


def _kind_of_deed(text: str) -> Iterator[Ground]:
    if _PASSES_ON.search(text):
        yield Ground(1.0, "they pass on what they know")
    if _WRONG.search(text) and _OPENLY.search(text):
        yield Ground(1.5, "they speak openly of what went wrong")
    if re.search(r"(?<![\d/])\d+(?![\d/]*\d{3}\b)", re.sub(r"\b(?:19|20)\d\d\b", "", text)):
        yield Ground(1.0, "it has a figure")


def _against(text: str, stems: set[str], wanted: Wanted, *, shared: float) -> Iterator[Ground]:
    # What the mentee asks about is fair to name, whatever it is.
    mild = 0.4 if shared >= 5 else 1.0
    asked = wanted.ask | wanted.goal | wanted.standing
    if any(asked.isdisjoint(w.content(found)) for found in _PRIVATE.findall(text)):
        yield Ground(-5.0 * mild, "it is their private life")
    if _BOAST.search(text):
        yield Ground(-4.0 * mild, "it is praise, not a deed")
    if _DEGREE.search(text):
        yield Ground(-2.5 * mild, "it is a line of a CV")
    if _DATED_LINE.match(text) and len(w.words(text)) <= LONGEST_CV_LINE:
        yield Ground(-2.5 * mild, "it is a line of a CV")
    elif _HOLDS_A_POST.match(text) and not (_posts(text) & wanted.posts and _ONCE.search(text)):
        yield Ground(-3.0 * mild, "it is a post, not a deed")
    if _LABELS.search(text) or _LANGUAGES.search(text):
        yield Ground(-3.0, "it is a list of labels")
    if wanted.relationship is Relationship.REVERSE and _WISHES.search(text):
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
    return frozenset(word for word in found if word in PERSON_NOUNS and word not in _LOOSE_POSTS)


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
    ends = tuple(stem for stem in theirs if len(stem) >= _ALIKE_END and stem not in _COMMON)
    for stem in stems:
        alike = stem[:_ALIKE_BEGINNING] in beginnings or stem.endswith(ends)
        weight = 1.0 if stem in theirs else 0.6 if alike else 0.0
        if stem in _COMMON or stem in _MONTHS_AND_DAYS:
            weight *= 0.25
        if stem.isdigit():
            weight *= digits
        if weight:
            found[stem] = weight * rarity.get(stem, 1.0)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
