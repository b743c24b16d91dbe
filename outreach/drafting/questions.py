"""The questions of an agenda, in the order in which they are worth the mentor's time."""

from __future__ import annotations

import re

from outreach.briefing.brief import Brief
from outreach.domain.case import Action, Owner
from outreach.domain.draft import Kind, Origin
from outreach.domain.people import Relationship
from outreach.drafting.lines import Line, shown
from outreach.drafting.myself import small
from outreach.drafting.ranking import best_facts
from outreach.drafting.steps import told, with_my
from outreach.templates import Templates, Value
from outreach.wording import words as w
from outreach.wording.articles import smooth
from outreach.wording.bases import base_of_past, is_base_form
from outreach.wording.clauses import WH
from outreach.wording.clean import one_line, plain
from outreach.wording.lexicon import DETERMINERS, NOUNISH
from outreach.wording.patterns import regex
from outreach.wording.questions import direct, questions_in
from outreach.wording.telling import tell_to_mentor

FEWEST_QUESTIONS = 2
"""Below this a skill to build is asked about, or the first step."""
LONGEST_ACTION = 18
"""Words of an open action that still make a question."""

_LEAD_IN = regex(
    r"(?:I(?:['’]d| would)? (?:want|like|need|wish) to (?:know|learn|ask|hear|understand)(?: about)?"
    r"|to (?:know|learn|ask|hear)(?: about)?|ask(?:ing)?(?: (?:her|him|them|you))? about"
    r"|(?:some |your )?(?:advice|tips|help|input|thoughts|questions?) (?:on|about|with|for)|about)\s+",
    re.IGNORECASE,
)
_WISH = regex(
    r"^(?:I(?:['’]d| would)? (?:want|like|need|hope) to |(?:want|need) to |to )?"
    r"(?:(?:learn(?: how)?|get better at|improve|work on|practi[cs]e) (?:to )?)?",
    re.IGNORECASE,
)
_HOLLOW = frozenset("advice anything everything general help questions steps stuff things tips".split())
# What one gets stuck on because of how it is done; nobody needs to be told how to read a chapter.
_HANGS_ON_HOW = frozenset(
    """
    approach ask choose convince decide explain negotiate persuade raise refuse say speak talk teach tell
    """.split()
)
# Past deeds of which one may ask how they were done.
_BROUGHT_ABOUT = frozenset(
    """
    automate bring build change convert convince cut delete double fill finance find go grow halve increase lower
    lead move negotiate persuade plant raise rebuild reduce replace replant rescue restore save shorten shrink switch
    take train triple turn win
    """.split()
)
_OBJECT_AND_DEED = frozenset("convince explain persuade teach".split())


def questions(brief: Brief, templates: Templates, values: dict[str, Value], written: Line | None = None) -> list[Line]:
    """The mentee's own word for word, then what they want to ask about, the model's, a stuck action, a skill.

    Few, and never padded: nothing is asked twice; all but the first two kinds only where little else is asked. With
    questions of their own for a later meeting, what was asked about at first is left out: it may be answered by now.
    What an agenda of a meeting that was held has asked is not asked again by code.
    """
    found = own(brief)
    least = _least(brief)
    later = len(found) > 1 and (brief.meeting.number or 0) > 1
    most = least if later else most_questions(brief.meeting.minutes)
    # What the mentee wants to ask about may be what a question of theirs asks already, in other words.
    topic = [line for line in _topic(brief, templates, values) if not _covered(line, found)]
    for line in [*topic, *([written] if written else [])]:
        if len(found) < most and not _asked_already(line, found) and not _asked_last_time(line, brief):
            found.append(line)
    for line in [*_stuck(brief, templates, values), *their_deeds(brief)[:1], *skills(brief, templates, values)]:
        if len(found) < least and not _asked_already(line, found) and not _asked_last_time(line, brief):
            found.append(line)
    if len(found) < least:
        found.append(Line(templates.sentence("agenda.j2", "first_step", values), Origin.TEMPLATE))
    return found


def _asked_last_time(line: Line, brief: Brief) -> bool:
    """Whether a question stood in the agenda of an earlier meeting."""
    contact = brief.case.contact
    asked = (
        one for one in contact.sent if one.kind is Kind.AGENDA and contact.last_met and one.date <= contact.last_met
    )
    return any(line.text in one.body for one in asked)


def most_questions(minutes: int | None) -> int:
    """How many questions a meeting is filled up to; the mentee's own may be more."""
    return 2 if minutes and minutes <= 15 else 4 if minutes and minutes >= 45 else 3


def _least(brief: Brief) -> int:
    return 1 if brief.case.mentor.relationship is Relationship.PEER else FEWEST_QUESTIONS


def own(brief: Brief) -> list[Line]:
    """The mentee's own questions, word for word."""
    return [
        Line(plain(text).strip(), Origin.MENTEE, (f"meeting.questions:{n}",))
        for n, text in enumerate(brief.meeting.questions, 1)
        if text.strip()
    ]


def asked_about(brief: Brief) -> str:
    """What the mentee wants to ask about, told to the mentor."""
    about = one_line(brief.case.ask.about).strip(" .")
    if not set(w.words(about.casefold())) - _HOLLOW - {"next", "any", "some", "your", "general"}:
        return ""
    # "…; and I can show you ours" is an offer, and no part of the question.
    about = re.sub(r"[;,]\s+(?:and )?I (?:can|could|will|would)\b.*$", "", re.sub(r"\babt\b", "about", about))
    lead = _LEAD_IN.match(about)
    told_about = w.expanded(tell_to_mentor(about[lead.end() :] if lead else about, brief.case.mentor))
    return w.decapitalised(told_about) + ("?" if about.endswith("?") and not told_about.endswith("?") else "")


def _topic(brief: Brief, templates: Templates, values: dict[str, Value]) -> list[Line]:
    """What the mentee wants to ask about: direct where its grammar is certain, else in a frame."""
    about = asked_about(brief)
    asked = questions_in(about, mine=_is_goal(about, brief))
    if asked:
        return [shown(text, brief.case.ask.about, "ask.about:1") for text in asked]
    clause = bool(re.match(rf"(?:{WH})\b", about, re.IGNORECASE))
    framed = {**values, "topic": about, "topic_is_clause": clause}
    text = templates.sentence("agenda.j2", "topic", framed) if about else ""
    return [Line(text, Origin.TEMPLATE, ("ask.about:1",))] if text else []


def _is_goal(about: str, brief: Brief) -> bool:
    """Whether what is asked about is what the mentee wants to do themselves."""
    wanted = {stem for goal in brief.case.mentee.goals for stem in w.content(goal)}
    mine = set(w.content(about))
    return len(mine & wanted) >= 2


def _stuck(brief: Brief, templates: Templates, values: dict[str, Value]) -> list[Line]:
    """An open action of the mentee's that hangs on how it is done, as a question; one at most."""
    for n, action in enumerate(brief.meeting.previous_actions, 1):
        if not action.done and action.owner is Owner.MENTEE and (deed := _deed(action, brief)):
            text = templates.sentence("agenda.j2", "stuck", {**values, "deed": deed})
            return [Line(text, Origin.TEMPLATE, (f"meeting.previous_actions:{n}",))]
    return []


def _deed(action: Action, brief: Brief) -> str:
    """The action behind "How would you"; empty where that would read badly or say more."""
    jotted = with_my(told(bare_deed(action.what), brief.case.mentor))
    smoothed = smooth(jotted)
    text = smoothed.text
    found = w.words(text)
    first = (found or [""])[0].casefold()
    if first not in _HANGS_ON_HOW or len(action.what.split()) < 3 or len(found) > LONGEST_ACTION:
        return ""
    if first in _OBJECT_AND_DEED and not re.search(r"\b(?:to|how|why|that)\b", text):
        return ""
    # A bare noun that no rule knows may lack its article; where one was put in, the rest is settled too.
    settled = smoothed.sure or text != jotted
    unfit = re.search(r"[;:=→(]|->|\. |\byour?s?\b", text, re.IGNORECASE)
    return w.decapitalised(text) if settled and not unfit else ""


def their_deeds(brief: Brief) -> list[Line]:
    """What the mentor brought about, asked how: ``How did you reduce the form from 94 questions to 31?``

    Only deeds that can be counted or have a way to them; how somebody joined a firm is no question.
    """
    found = []
    for ranked in best_facts(brief):
        clause = ranked.told.text if ranked.told else ""
        if dated := re.fullmatch(r"(in \d{4}) (you [^,]+)", clause):
            clause = f"{dated[2]} {dated[1]}"
        # What stands behind a comma is an aside: the question says less without it, and nothing else.
        clause = clause.split(", ")[0]
        verb = re.match(r"you ([a-z]+)\b", clause)
        brought_about = verb and (base_of_past(verb[1]) in _BROUGHT_ABOUT or clause.startswith("you got rid of "))
        plain_clause = not re.search(r"[,;:(–—\"“]", clause) and len(clause.split()) <= LONGEST_ACTION
        telling = re.search(r"\d|\bwithout\b|\bfrom .+ to\b|\bby \w+ing\b", re.sub(r"\bin \d{4}\b", "", clause))
        if brought_about and plain_clause and telling and (asked := direct(f"how {clause}")):
            found.append(Line(asked, Origin.TEMPLATE, (ranked.fact.id,)))
    return found


def bare_deed(action: str) -> str:
    """An action without what leads to its verb: ``I will ask Tom`` → ``ask Tom``."""
    lead = re.match(r"(?:I(?:['’]ll| will| must| should| need to| have to)|need to|will|must|to)\s+(\w+)", action)
    return action[lead.start(1) :] if lead and w.is_base(lead[1]) else action


def skills(brief: Brief, templates: Templates, values: dict[str, Value]) -> list[Line]:
    """A question on each skill to build that can be asked about."""
    found = []
    decision = set(w.content(brief.meeting.decision))
    for n, skill in enumerate(brief.case.mentee.skills_to_build, 1):
        text = skill_asked_about(skill)
        if text and not decision & set(w.content(text)):
            asked = direct(text) or templates.sentence("agenda.j2", "skill", {**values, **_skill_values(text)})
            found.append(Line(asked, Origin.TEMPLATE, (f"mentee.skills_to_build:{n}",)))
    return found


def skill_asked_about(skill: str) -> str:
    """A skill to build to stand in a question, the first of several; empty where no sentence would take it."""
    first = re.split(r";|\s/\s|\s[-–—]\s", re.sub(r"\s*\([^()]*\)", "", plain(skill)))[0].strip(" .,")
    text = small(with_my(w.expanded(_WISH.sub("", first, count=1))))
    # "glaze that comes out the same": a jotted noun lacks the article that a sentence needs.
    jotted = re.search(r"\b(?:that|who|which)\b", text) and not re.match(r"\w+ing\b", text)
    return "" if jotted or re.match(r"(?:I|we)\b", text) else text


def _skill_values(skill: str) -> dict[str, Value]:
    """A skill and what it is: something done (``be more patient``), a quality (``confidence``), or anything else."""
    first, second = [*(word.casefold() for word in w.words(skill)), "", ""][:2]
    opened = second in DETERMINERS or second in {"me", "them", "to"}
    deed = is_base_form(first) and (first not in NOUNISH or opened)
    quality = bool(re.search(r"(?:ence|ance|ness|ity|ship|cy)$", w.head_noun(skill)))
    return {"skill": skill, "skill_is_deed": deed, "skill_is_quality": quality}


def _covered(line: Line, own_questions: list[Line]) -> bool:
    """Whether a typed question, or one half of it (``…, or do reviewers kill it?``), asks what a line asks."""
    mine = set(w.content(line.text))
    halves = [half for one in own_questions for half in (one.text, *re.split(r"[,;:?]\s+(?:and|or|but)?\b", one.text))]
    stems = [set(w.content(half)) for half in halves]
    return any(len(mine & theirs) >= max(2, min(len(mine), len(theirs)) / 2) for theirs in stems)


def _asked_already(line: Line, found: list[Line]) -> bool:
    mine = set(w.content(line.text))
    return any(len(mine & set(w.content(other.text))) > 0.6 * len(mine) for other in found)
