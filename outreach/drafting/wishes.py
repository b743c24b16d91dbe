"""The wishes in a mentee's answers, in their own words: each as a goal that stands by itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach.domain.goals import Assessment
from outreach.drafting import wish_words as pattern
from outreach.drafting.by_when import ByWhen, by_when, later
from outreach.drafting.goal import infinitive
from outreach.drafting.shorthand import is_verb
from outreach.wording import words as w
from outreach.wording.clean import folded, plain
from outreach.wording.quantities import Kind, parsed
from outreach.wording.sentences import sentence_spans

MOST_GOALS = 8
"""More goals than these nobody ticks with thought."""
LONG = 14
"""Words; a longer goal wants shortening."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish of an answer, as a goal."""

    answer: str
    """Which of the answers: a field of ``Assessment``."""
    said: str
    """The words of the answer that it was made of."""
    goal: str
    sure: bool
    """Whether the goal is a short phrase that begins with a verb, so that nothing is to be worded."""
    why: str = ""
    by: dt.date | None = None
    when: str = ""
    measure: str = ""


_YEARS = {"one_year": 1, "five_years": 5}


def wishes(assessment: Assessment, today: dt.date) -> list[Wish]:
    """The wishes in the answers, those of the coming year first; nothing in them that the mentee did not write."""
    later_on = list(_of_answer("five_years", assessment.five_years, today))
    found = [_with_reason(wish, later_on) for wish in _of_answer("one_year", assessment.one_year, today)]
    found += _skills(assessment.skills)
    found += _shown(assessment.missing)
    kept: list[Wish] = []
    for wish in (*found, *later_on):
        if not any(_covers(other, wish) for other in kept):
            kept.append(wish)
    return kept[:MOST_GOALS]


def _covers(one: Wish, other: Wish) -> bool:
    stems = set(w.content(other.goal)) - _WEAK
    return stems <= set(w.content(one.goal)) if stems else _words(one.goal) == _words(other.goal)


_WEAK = {w.stem(word) for word in "learn get better build work become know make reach".split()}


def _with_reason(wish: Wish, later_on: list[Wish]) -> Wish:
    """The wish with what it leads to: the first of the five-year answer with which it has a word in common."""
    if wish.why:
        return wish
    stems = {stem for stem in w.content(wish.goal) if not stem.isdigit()} - _WEAK
    leads = next((one for one in later_on if stems & set(w.content(one.goal)) and not _covers(one, wish)), None)
    return replace(wish, why=leads.goal) if leads else wish


# -- sentences -------------------------------------------------------------------------------------
def _of_answer(answer: str, text: str, today: dt.date) -> Iterator[Wish]:
    found: list[Wish] = []
    others: list[str] = []
    for said in _sentences(text):
        if pattern.NOTHING.search(pattern.LEAD.sub("", said)) or said.endswith("?"):
            continue
        if pattern.BECAUSE.match(said) and found and not found[-1].why:
            found[-1] = replace(found[-1], why=w.capitalised(said))
            continue
        made = _made(answer, said, today)
        found += made
        if not made:
            others.append(said)
    yield from found or [wish for said in others for wish in _made(answer, said, today, loosely=True)]


def _sentences(text: str) -> Iterator[str]:
    for line in plain(text).splitlines():
        bare = pattern.BULLET.sub("", line).strip()
        for start, end in sentence_spans(bare, jotted=True):
            for piece in pattern.SPLIT.split(bare[start:end]):
                if w.words(piece):
                    yield piece.strip()


def _made(answer: str, said: str, today: dt.date, *, loosely: bool = False) -> list[Wish]:
    """The goals in one sentence; none where it wishes nothing."""
    text, why = _without_reason(_tidy(said))
    timed = by_when(pattern.LEAD.sub("", text), today)
    parts = [part for part in _parts(pattern.ASIDE.sub("", pattern.LEAD.sub("", timed.text))) if part]
    # What stands in the middle of a list belongs to one part of it.
    apart = len(parts) > 1 and timed.text == pattern.LEAD.sub("", text)
    if apart:
        timed = ByWhen(timed.text)
    by = timed.by or (later(today, _YEARS[answer]) if answer in _YEARS and not timed.when else None)
    found = []
    for part in parts:
        goal, sure = _goal(part, loosely=loosely)
        if goal:
            own = by_when(goal, today) if len(parts) > 1 else timed
            if len(parts) > 1 and (own.by or own.when) and w.words(own.text):
                goal = own.text
            day, words = (own.by, own.when) if own.by or own.when else (by, timed.when)
            goal = w.capitalised(goal.strip(" ,;:"))
            # A reason behind a list is that of its last part.
            found.append(Wish(answer, said, goal, sure, why if part is parts[-1] else "", day, words, _measure(goal)))
    return found


def _tidy(said: str) -> str:
    text = re.sub(r"!+|(?<=\s)[:;]-?[)(DP](?=\s|$)", "", said).rstrip(" .…")
    return pattern.TAIL.sub("", pattern.TAIL.sub("", text))


def _without_reason(text: str) -> tuple[str, str]:
    match = pattern.WHY.search(text)
    if match is None or len(w.words(text[: match.start()])) < 2:
        return text, ""
    return text[: match.start()].rstrip(" ,;"), w.capitalised(match["why"].strip())


def _parts(text: str) -> list[str]:
    """The wishes of a list: ``finish my thesis, find a post and move to Leeds``; a list of single words is none."""
    frame = next((match for match in (pattern.FRAME.match(text), pattern.SEES.match(text)) if match), None)
    begin = frame.end() if frame else 0
    gerunds = bool(frame and pattern.SEES.match(text))
    whole, start, at = [], 0, begin
    for match in pattern.PART.finditer(text, begin):
        short = len(w.words(text[at : match.start()])) < (2 if re.search(r"\bor\b", match[0]) else 3)
        listed = begin or at or "or" in match[0].split() or is_verb(*[*w.words(text), "", ""][:2])
        if not short and listed and _begins_wish(text[match.end() :], gerunds):
            whole.append(text[start : match.start()].strip())
            start = at = match.end()
    return [*whole, text[start:].strip()]


def _begins_wish(text: str, gerunds: bool) -> bool:
    piece = pattern.PART.split(pattern.FRAME.sub("", text))[0]
    found = w.words(piece)
    if len(found) < 3:
        return False
    return is_verb(found[0], found[1]) or (gerunds and bool(_infinitive(found[0])))


def _infinitive(word: str) -> str:
    low = word.casefold()
    return {"doing": "do", "going": "go", "being": "be"}.get(low) or infinitive(low)


def _goal(text: str, *, loosely: bool) -> tuple[str, bool]:
    """A wish as a goal, and whether it begins with a verb and is short; empty where it is none."""
    text = pattern.LEAD.sub("", text).strip()
    if sees := pattern.SEES.match(text):
        rest = text[sees.end() :]
        first = rest.split()[0]
        base = _infinitive(first)
        return (f"{base}{rest[len(first) :]}", _is_short(rest)) if base else (rest, False)
    if sees_as := pattern.SEES_AS.match(text):
        rest = text[sees_as.end() :]
        return (f"be {rest}", True) if sees_as["how"] == "as" else (f"be {sees_as['how']} {rest}", False)
    if frame := pattern.FRAME.match(text):
        return _goal_behind_frame(text[frame.end() :])
    if (bare := pattern.BARE_FRAME.match(text)) and is_verb(bare["verb"], bare["next"]):
        return text[bare.end() :], _is_short(text)
    if wants := pattern.WANTS.match(text):
        rest = text[wants.end() :]
        clause = re.search(r"\bto (?:be|become|get|have|know|feel|see)\b", rest)
        return (text, False) if clause else (rest, False)
    if can := pattern.CAN.match(text):
        return f"be able to {text[can.end() :]}", _is_short(text)
    return _told(text, loosely)


def _goal_behind_frame(rest: str) -> tuple[str, bool]:
    again, sure = _goal(rest, loosely=True) if pattern.FRAME.match(rest) or pattern.SEES.match(rest) else ("", False)
    if again:
        return again, sure
    found = [*w.words(rest), "", ""]
    return rest, (is_verb(found[0], found[1]) or found[0] in {"be", "have", "not"}) and _is_short(rest)


def _told(text: str, loosely: bool) -> tuple[str, bool]:
    """A goal without a frame: a phrase as it stands; a sentence only where nothing else was written."""
    found = [*w.words(text), "", ""]
    first = found[0].casefold()
    if is_verb(first, found[1]) and not pattern.TELLS.match(text):
        return text, _is_short(text)
    if base := _infinitive(first):
        return f"{base}{text[len(found[0]) :]}", _is_short(text)
    if first == "not":
        return text, _is_short(text)
    if not _is_clause(text) and (not pattern.TELLS.match(text) or first in {"my", "the"}):
        return text, False
    if pattern.SHOULD.match(text):
        return text, False
    if not pattern.TELLS.match(text):
        return "", False
    if not loosely or re.search(r"n['’]t\b|\b(?:not|never|no)\b", text):
        return "", False
    if state := pattern.STATE.match(text):
        rest = text[state.end() :]
        base = _infinitive(rest.split()[0])
        return (f"{base}{rest[len(rest.split()[0]) :]}" if base else f"be {rest}"), _is_short(text)
    if have := pattern.HAVE.match(text):
        return f"have {text[have.end() :]}", _is_short(text)
    return "", False


def _is_clause(text: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|am|has|had|will|would|can|could|should|must|feels?|gets?)\b", text))


def _is_short(text: str) -> bool:
    return len(w.words(text)) <= LONG


def _measure(goal: str) -> str:
    """What is counted in a goal: ``three paying customers``; empty where nothing is."""
    for one in parsed(goal) if _is_short(goal) else ():
        if one.weak or one.kind not in {Kind.COUNT, Kind.MONEY, Kind.PERCENT}:
            continue
        if one.kind is Kind.COUNT and pattern.NUMBERED.search(goal[: one.start]):
            continue
        behind = re.match(r"[^,;.()]*", goal[one.end :])
        rest = behind[0] if behind else ""
        stop = re.search(r"\s+(?:in|on|at|by|for|with|from|to|and|or|before|within|that|who|which|so|a|per)\b", rest)
        counted = f"{goal[one.start : one.end]}{rest[: stop.start()] if stop else rest}".strip()
        if one.kind is Kind.PERCENT or len(w.words(counted)) > 1 or one.kind is Kind.MONEY:
            return w.capitalised(counted)
    return ""


def _words(goal: str) -> list[str]:
    return [folded(word) for word in w.words(goal)]


# -- skills and what was missing -------------------------------------------------------------------
_STATES = frozenset(
    "confidence self-confidence patience courage network networks contacts portfolio experience resilience routine"
    " discipline stamina".split()
)
_PAPERS = frozenset("licence license certificate certification degree qualification diploma permit badge".split())


def _skills(text: str) -> list[Wish]:
    found = []
    for said in _sentences(text):
        for item in re.split(r"\s*[,/]\s+(?:and\s+)?", _tidy(said)):
            goal, sure = _skill(item)
            if goal and not pattern.NOTHING.search(item):
                found.append(Wish("skills", said, w.capitalised(goal), sure))
    return found


def _skill(item: str) -> tuple[str, bool]:
    text = re.sub(r"^(?:and|or)\s+", "", pattern.LEAD.sub("", item.strip()))
    found = w.words(text)
    if not found:
        return "", False
    if pattern.FRAME.match(text) or pattern.WANTS.match(text) or pattern.TELLS.match(text):
        return _goal(text, loosely=False)
    first, last = found[0].casefold(), found[-1].casefold()
    if first == "how":
        return f"learn {text}", True
    if first in {"better", "more", "good"}:
        return text, False
    if _infinitive(first):
        return f"get better at {text}", True
    if len(found) > 1 and is_verb(first, found[1]) and first not in _NOUNS_TOO:
        return text, True
    if last in _STATES:
        return f"build {w.decapitalised(text)}", True
    if last in _PAPERS:
        return f"get {w.with_article(w.decapitalised(text))}", True
    if re.search(r"\b[ABC][12]\b", text):
        return f"reach {text}", True
    return f"get better at {text if len(text) <= 3 else w.decapitalised(text)}", len(found) <= 5


_NOUNS_TOO = frozenset(
    """
    book budget care code conflict data grant line market note people project public report song speech stock story
    stress team time track
    """.split()
)


def _shown(text: str) -> list[Wish]:
    """What nobody ever showed: ``nobody explained how to price a job`` → ``Learn how to price a job``."""
    found = []
    for said in _sentences(text):
        if match := pattern.SHOWN.search(said):
            how = re.split(r",\s+(?:i|we|so|and|but|which|that)\b", match["how"], flags=re.IGNORECASE)[0].rstrip(" .!…")
            found.append(Wish("missing", said, f"Learn {how}", _is_short(how)))
    return found
