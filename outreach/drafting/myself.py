"""Who the mentee is and what they offer, from jotted fields, as clauses that say no more."""

from __future__ import annotations

import re

from outreach.domain.people import Mentee
from outreach.drafting.availability import times as times
from outreach.drafting.goal import goal_sentence as goal_sentence
from outreach.drafting.offering import offer as offer
from outreach.drafting.shorthand import is_nothing, is_somebody, spelled
from outreach.drafting.shorthand import small as small
from outreach.drafting.workplace import at_work
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.patterns import regex

_STATE = regex(
    r"(?:(?:currently|now|recently|newly|semi-?|just)?\s*(?:retired|unemployed|self-employed|freelance|freelancing|redundant)"
    r"|between jobs|out of work|job ?hunting|looking for work|not working"
    r"|on (?:parental|maternity|paternity|sick) leave"
    r"|on a (?:career break|sabbatical|gap year))(?=$|[,;]|\s+(?:since|from|for|after|last|until|at the moment|now)\b)",
    re.IGNORECASE,
)
_FIELDS = frozenset(
    """
    account accounts accounting admin administration advertising communications compliance comms data design
    education engineering events fashion finance hospitality hr insurance it journalism law logistics maintenance
    marketing media nursing operations payroll politics pr procurement production publishing purchasing radio
    research retail sales security service services social software support teaching television tourism trade transport
    """.split()
)
_YEAR = regex(
    r"^(?:(?:in (?:my|the) )?(first|second|third|fourth|fifth|final|last)[ -]year"
    r"|year (one|two|three|four|five|1|2|3|4|5))$",
    re.IGNORECASE,
)
_ORDINALS = {"one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth", "1": "first",
             "2": "second", "3": "third", "4": "fourth", "5": "fifth"}  # fmt: skip


def who(mentee: Mentee) -> tuple[str, str]:
    """Who the mentee is: ``a yard planner at …`` and empty, or empty and the field they work in; both may be empty.

    A role that is no noun of persons stands behind the name as it was typed: ``paralegal at …``.
    """
    role = _role_text(mentee.role)
    if is_nothing(one_line(mentee.role)) or not w.words(role):
        return "", ""
    in_field = re.match(
        r"(?:(?:i )?work(?:ing)? )?(?:in|for)\s+(?!my\b|the\b|an?\b)", one_line(mentee.role), re.IGNORECASE
    )
    parts = [part for part in re.split(r",\s+|;\s*|\s+[–—|-]\s+", role) if w.words(part)]
    first, rest = parts[0], parts[1:]
    if _STATE.match(first):
        said = re.sub(r"^(?:currently|now) (?=retired|self)", "", small(first))
        return said + "".join(f", {_past_life(part)}" for part in rest[:1]), ""
    if clause := _clause(one_line(mentee.role)):
        return f"and I {clause}", ""
    if w.names_a_thing(first) and not _is_person(first) and one_line(mentee.organisation):
        # "bike shop": nobody is one; where they are from says it.
        return "", ""
    owner, freelance, at = at_work(mentee.organisation, first)
    if in_field:
        return "", small(re.sub(r"^(?:in|for)\s+", "", first, flags=re.IGNORECASE)) + at
    head = w.head_noun(first.split(" and ")[-1])
    if (head in _FIELDS or head.endswith(("ing", "ics"))) and not _is_person(first) and not _is_doing(first):
        return "", small(first) + (f" ({', '.join(rest[:1])})" if rest else "") + at
    return _somebody(first, rest, at, owner=owner, freelance=freelance), ""


def _clause(role: str) -> str:
    """``runs a bakery``, ``I run a bakery`` → ``run a bakery``: a role told with a verb."""
    found = w.words(role)
    if len(found) > 2 and found[0] == "I" and w.is_base(found[1]):
        return small(role.split(maxsplit=1)[1])
    if len(found) > 2 and w.is_third(found[0]) and found[1].casefold() in DETERMINERS:
        return w.base_of_third(found[0].casefold()) + role[len(found[0]) :]
    return ""


def _is_person(role: str) -> bool:
    """Whether a role names a person; what ends as such nouns do is taken for one here."""
    last = role.split(" and ")[-1]
    ends = re.search(r"(?:er|or|ist|ian|eer|wife|legal)$", w.head_noun(last))
    return (
        is_somebody(role) or is_somebody(last) or (bool(ends) and w.head_noun(last) not in {"care", "power", "water"})
    )


def _role_text(role: str) -> str:
    """The role without what stands around it: a frame of its own, an arrow, brackets, a slash between two roles."""
    text = re.split(r"\s*(?:->|→|=>)\s*", spelled(one_line(role)).rstrip(" .,;"))[0]
    text = re.sub(r"\s*\(((?:first|second|third|fourth|fifth|final)[ -]year)\)", r", \1", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*\([^()]*\)", "", text)
    text = re.sub(r"^(?:(?:i['’]?m|i am|currently|now|work(?:ing)? as|as)\s*:?\s+)+", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:an?|in|at)\s+(?=\w)", "", text, flags=re.IGNORECASE)
    return re.sub(r"(?<=[a-z])\s*/\s*(?=[a-z])", " and ", text, count=1)


def _is_doing(role: str) -> bool:
    """``studying nursing``, ``working nights``: what the mentee does, which stands behind the name as it is."""
    found = w.words(role)
    trunk = found[0].casefold().removesuffix("ing")
    return (
        len(found) > 1
        and found[0].casefold().endswith("ing")
        and any(w.is_base(base) for base in (trunk, trunk + "e", trunk[:-1]))
    )


def _somebody(first: str, rest: list[str], at: str, *, owner: bool, freelance: str) -> str:
    """The role with its article, its workplace and one aside."""
    for part in list(rest):
        if year := _YEAR.match(part):
            rest.remove(part)
            number = (year[1] or _ORDINALS[year[2].casefold()]).casefold()
            first = f"{number}-year {_small_role(first)}"
    first = re.sub(r"^(first|second|third|fourth|fifth|final) year (?=[a-z])", r"\1-year ", first, flags=re.IGNORECASE)
    if freelance and not re.search(r"\bfreelance", first, re.IGNORECASE):
        first = f"{freelance} {_small_role(first)}"
    said = _past_life(first) if re.match(r"ex\b", first, re.IGNORECASE) else _small_role(first)
    said = w.with_article(said) if _is_person(said) and not owner else said
    return _with_aside(said, rest[0] if rest else "", at)


def _with_aside(said: str, aside: str, at: str) -> str:
    """A role and its workplace, with what the mentee typed behind the role where it can be told."""
    if aside.startswith("and "):
        return f"{said}, {aside},{at}" if at else f"{said}, {aside}"
    if now := re.match(r"(?:and )?now (?:an? )?(?=\w)", aside):
        return f"{said}, now {w.with_article(aside[now.end() :])}{at}"
    another = _is_person(aside) or re.match(r"ex\b", aside, re.IGNORECASE)
    if aside and another and not re.match(r"before", aside):
        return _with_other(said, _past_life(aside), at)
    if aside and not at and len(aside.split()) <= 4:
        return f"{said} ({aside})"
    return said + at


def _with_other(said: str, other: str, at: str) -> str:
    """Two roles; the workplace goes with the one that is not of the past."""
    if not _is_person(other):
        return f"{said}, {other}" if not at else said + at
    both = w.with_article(other)
    if not at:
        return f"{said} and {both}"
    if re.match(r"(?:an? )?(?:retired|former)\b", said):
        return f"{said} and {both}{at}"
    return f"{said}{at}{',' if ',' in at else ''} and {both}" if len(at.split()) < 8 else said + at


def _small_role(role: str) -> str:
    """A role is written with a capital at its start; inside a sentence it is small, but for acronyms and "Year 4"."""
    first, second = [*role.split(), "", ""][:2]
    letters = re.sub(r"\W", "", first)
    keep = letters.isupper() or any(char.isupper() for char in letters[1:]) or second[:1].isdigit()
    return role if keep else role[:1].lower() + role[1:]


def _past_life(text: str) -> str:
    """``ex nurse`` → ``former nurse``; ``ex accounts`` → ``formerly in accounts``."""
    match = re.match(r"ex(?:-|\s+)(?=\w)", text, re.IGNORECASE)
    if not match:
        return small(text)
    rest = small(text[match.end() :])
    if _is_person(rest):
        return f"former {rest}"
    return f"formerly in {rest}" if w.head_noun(rest) in _FIELDS else text
