"""What the mentor advised, and what became of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from outreach.domain.case import Owner
from outreach.domain.contact import Deed
from outreach.domain.errors import BadInput
from outreach.domain.events import Event, Fate, PutAside, What
from outreach.domain.facts import same_statement
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Relationship
from outreach.lifecycle.promises import Promise, deeds, promises
from outreach.lifecycle.reports import told_on
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex

_LEAST_SHARED = 2
"""Words that carry something which an action shares with the advice that it follows."""
_SHARE, _SURE_SHARE = 0.5, 0.6
"""Of the words of the shorter of the two; the higher where a message is to say that one follows the other."""
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]+['’](?!\w)")
_NOT = regex(
    r"\b(?:not|never|no|without|stop(?:ped)?|left out|avoid(?:ed)?|instead|\w+n['’]t|dont|didnt|wont)\b", re.IGNORECASE
)
# In nearly every action: they tell nothing of what it is about.
_WEAK = frozenset(
    w.stem(verb)
    for verb in "ask begin call do find get give go keep make read say send show start take talk tell think try use "
    "write week day month time thing first new one".split()
)


@dataclass(frozen=True, slots=True)
class Noted:
    """A piece of advice as it stands in the notes of a meeting."""

    text: str
    """Cleaned, as noted."""
    told: str = ""
    """``to log every override``; empty where code cannot tell it."""
    meeting_id: str = ""
    day: dt.date | None = None
    """Of the meeting."""


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice, and what became of it."""

    noted: Noted
    fate: Fate = Fate.KEPT
    action: str = ""
    """What the mentee promised upon it."""
    by: dt.date | None = None
    reason: str = ""
    """Why it was put aside."""
    done: dt.date | None = None
    result: str = ""


def advice_of(mentorship: Mentorship, noted: Iterable[Noted], today: dt.date) -> list[Advice]:
    """What became of each piece of advice up to ``today``, oldest first."""
    known = sorted(_up_to(noted, today), key=lambda one: one.day or dt.date.min)
    followed = [(one, _followed_by(one, known, mentorship)) for one in _taken_on(mentorship, today)]
    told = told_on(mentorship, today)
    found = []
    for one in known:
        aside = next((put for put in mentorship.aside if same_statement(put.advice, one.text)), None)
        upon = [promise for promise, advice in followed if advice is one]
        if aside is not None:
            found.append(Advice(one, Fate.ASIDE, reason=aside.reason))
        elif upon:
            found.append(_acted_on(one, _latest(upon), told))
        else:
            found.append(Advice(one))
    return found


def with_advice(done: Iterable[Deed], mentorship: Mentorship, noted: Iterable[Noted]) -> list[Deed]:
    """The deeds, each with the advice that it follows where that is certain and code can tell it; else as they are.

    What is linked by its words alone is linked once: of two deeds that fit the same advice the first has it.
    """
    if mentorship.mentor.relationship is Relationship.REVERSE:
        # There the mentee is the one who advises.
        return list(done)
    aside = [put.advice for put in mentorship.aside]
    tellable = [one for one in noted if one.told and not any(same_statement(one.text, put) for put in aside)]
    found: list[Deed] = []
    for deed in done:
        taken = [one.advice for one in found]
        made = deed.promised or deed.done
        left = [one for one in tellable if one.day and made and one.day <= made and one.text not in taken]
        advice = None if deed.advice else _alike(deed.what, [one for one in left if _fits(deed, one)], sure=True)
        found.append(replace(deed, advice=advice.text) if advice else deed)
    return found


def _fits(deed: Deed, advice: Noted) -> bool:
    """Whether a deed can follow advice: what they warned of is not followed by doing it."""
    return not advice.told.startswith("not ") or bool(_NOT.search(deed.what))


def action_on(advice: Noted, what: str, by: dt.date | None, today: dt.date) -> Event:
    """The promise that follows a piece of advice: in the mentee's words, or else in those of the advice as a deed.

    Raises:
        BadInput: there are no words, and code cannot tell the advice.
    """
    deed = one_line(what) or (advice.told[3:] if advice.told.startswith("to ") else "")
    if not deed:
        raise BadInput(
            f"What will you do about “{advice.text}”?", "Say it in your own words: log every override for two weeks."
        )
    return Event(What.PROMISED, today, text=deed, by=by, advice=advice.text)


def with_aside(mentorship: Mentorship, advice: str, reason: str) -> Mentorship:
    """The mentorship with a piece of advice put aside for a reason; without a reason it is taken up again."""
    others = tuple(put for put in mentorship.aside if not same_statement(put.advice, advice))
    why = one_line(reason)
    return replace(mentorship, aside=(*others, PutAside(advice, why)) if why else others)


def named(advice: str, noted: Sequence[Noted]) -> Noted:
    """The piece of advice that ``advice`` names, by its words as noted; the latest, where it was given twice.

    Raises:
        BadInput: there is none.
    """
    found = [one for one in noted if same_statement(one.text, one_line(advice))]
    if not found:
        raise BadInput(f"There is no such advice: “{one_line(advice)}”.", "Take its words as they stand in your notes.")
    return found[-1]


def _up_to(noted: Iterable[Noted], today: dt.date) -> list[Noted]:
    return [one for one in noted if one.day is None or one.day <= today]


def _taken_on(mentorship: Mentorship, today: dt.date) -> list[Promise]:
    """What the mentee promised, and what they did unasked."""
    mine = [one for one in promises(mentorship, today) if one.owner is Owner.MENTEE]
    others = deeds(mentorship, today)
    return mine + [
        Promise(one.text, Owner.MENTEE, one.date, None, one.date, True, one.result, source=one.id) for one in others
    ]


def _followed_by(promise: Promise, noted: list[Noted], mentorship: Mentorship) -> Noted | None:
    """The advice that a promise follows: the one it names, else the one that it shares most words with."""
    earlier = [one for one in noted if _came_before(one, promise, mentorship)]
    if promise.advice:
        return next((one for one in reversed(earlier) if same_statement(one.text, promise.advice)), None)
    return _alike(promise.what, earlier)


def _came_before(advice: Noted, promise: Promise, mentorship: Mentorship) -> bool:
    """Whether the advice was given by the time that the promise was made."""
    if advice.day is None:
        return promise.advice != "" or promise.source == advice.meeting_id
    if promise.made is not None:
        return advice.day <= promise.made
    # An action that a meeting looks back on was promised before it.
    day = next((one.date for one in mentorship.meetings if one.id == promise.source), None)
    return day is not None and advice.day < day


def _alike(what: str, noted: list[Noted], *, sure: bool = False) -> Noted | None:
    """The advice that shares most words with an action, and enough of them; ``sure``: and no other as many."""
    mine = _stems(what, sure=sure)
    found = []
    share = _SURE_SHARE if sure else _SHARE
    for order, one in enumerate(noted):
        theirs = _stems(one.text, sure=sure)
        shared = len(mine & theirs)
        # What they put in quotation marks is the very point of the advice.
        besides = sure and not {stem for words in _QUOTED.findall(one.text) for stem in w.content(words)} <= mine
        if shared >= _LEAST_SHARED and shared >= share * min(len(mine), len(theirs)) and not besides:
            found.append((shared, order, one))
    if not found:
        return None
    most, _, best = max(found, key=lambda item: item[:2])
    return None if sure and sum(shared == most for shared, _, _ in found) > 1 else best


def _stems(text: str, *, sure: bool) -> set[str]:
    found = set(w.content(text))
    return found - _WEAK if sure else found


def _latest(upon: list[Promise]) -> Promise:
    """Of several promises the one that is open, else the one made last: what is left to do counts."""
    return max(upon, key=lambda one: (not one.is_done, one.made or dt.date.min))


def _acted_on(advice: Noted, promise: Promise, told: dt.date | None) -> Advice:
    if not promise.is_done:
        return Advice(advice, Fate.ACTION, promise.what, promise.by)
    # Without a known day it was done before a meeting that looks back on it.
    heard = promise.done is None or (told is not None and promise.done <= told)
    fate = Fate.REPORTED if heard else Fate.DONE
    return Advice(advice, fate, promise.what, promise.by, done=promise.done, result=promise.result)
