"""What a deed led to, told right behind it: as sentences of its own, or as words that follow a colon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.domain.people import Mentor
from outreach.drafting import jotted
from outreach.drafting.shorthand import is_known, is_nothing, small
from outreach.drafting.stated import (
    BOSSES,
    OF_THE_MENTEE,
    SAID,
    SIGNS,
    cleaned,
    dangling,
    is_sentence,
    past_first,
    quoted,
    to_mentor,
)
from outreach.wording import words as w
from outreach.wording.articles import with_articles
from outreach.wording.bases import is_past_form
from outreach.wording.clean import one_line
from outreach.wording.lexicon import DETERMINERS, KIN
from outreach.wording.naming import name_pattern
from outreach.wording.nouns import CAPITAL_ROLES, COUNT, MINE
from outreach.wording.patterns import regex
from outreach.wording.verbs import begins_with_verb, has_finite

_OF_THE_DEED = frozenset(
    """
    brought cost cut doubled freed gave halved helped improved led lowered made opened raised reduced saved
    shortened started stopped took triggered turned went won worked
    """.split()
)
"""Past forms whose subject, left out behind a deed, is the deed; ``got`` and its like are the mentee's."""
_GOES_ON = frozenset("works helps runs loads looks takes saves costs".split())
"""The same in the present."""
_STILL = frozenset("still even now already".split())
_EMPTY = frozenset("ok okay done".split())
"""Of a deed that is told as done these add nothing."""
_ANSWER = regex(r"(?P<what>yes|no)\b(?: ?[!,:;.–—-]+\s*|$)(?P<more>.*)", re.IGNORECASE)
_ASKED = regex(
    r"(?:must |need to |have to |to |I |I['’]ll )?(?:ask|call|email|phone|request|ring|speak|talk)(?:ed|ing)?\b",
    re.IGNORECASE,
)
_STOPS = regex(r"(?<=\w\w|.[)%”])(?<!\besp)(?<!\bapprox)(?<!\bincl)(?<!\bca)(?<!\bno)(?<!\b[Dd]r)[.!?;]\s+(?=\S)")
_STATES = (
    r"(?:is|was|isn['’]t|wasn['’]t|has|had|wants|wanted|needs|needed|likes|liked|says|said|went|works|worked|makes)"
)
_INTO_SO = regex(r"\s*(?:->|→|=>)\s*(?=([a-z]+) (?:it|them|this|that|the|my|a|an)\b)")


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a deed."""

    fragment: str = ""
    """Words to stand behind a colon; empty where it begins with a sentence."""
    sentence: str = ""
    """Sentences of their own, behind the fragment."""

    def behind(self, sentence: str) -> str:
        """``sentence``, which tells the deed, with what came of it."""
        if not sentence or not self.fragment:
            return " ".join(one for one in (sentence, self.sentence) if one)
        head = sentence.rstrip(".")
        if self.fragment.startswith("but "):
            joined = f"{head}, {self.fragment}"
        elif _as_before(self.fragment, head):
            joined = f"{head}, {self.fragment.split(maxsplit=1)[1]}"
        else:
            mark = " –" if re.search(r":(?: |$)", f"{head} {self.fragment}") else ":"
            joined = f"{head}{mark} {self.fragment}"
        return f"{w.as_sentence(joined)} {self.sentence}".strip()


def _as_before(fragment: str, sentence: str) -> bool:
    """Whether a fragment says the verb of the deed again: ``sent as a gist`` behind ``I sent you the query``."""
    first, second = [*fragment.split(), "", ""][:2]
    return (
        second in {"as", "at", "by", "for", "in", "on", "to", "via"}
        and re.match(rf"I (?:also )?{re.escape(first)}\b", sentence) is not None
    )


def told_result(result: str, mentor: Mentor, deed: str = "") -> Came:
    """What a deed led to, in words that say no more: ``2 interviews`` stays, ``saved an hour`` gets its ``It``.

    Args:
        result: as typed; a ``not sure yet`` or an ``ok`` says nothing.
        mentor: gives the names that stand for ``you``.
        deed: what was done, as typed: a person that it names may be the "she" of the result, and what it says already
            is not said again.
    """
    answer = _ANSWER.match(one_line(result).strip())
    if answer and _ASKED.match(deed):
        more = told_result(answer["more"], mentor, deed) if answer["more"] else Came()
        said = f"The answer was {answer['what'].casefold()}"
        if more.fragment:
            return Came("", f"{w.as_sentence(f'{said}: {more.fragment}')} {more.sentence}".strip())
        return Came("", f"{said}. {more.sentence}".strip())
    text = _without_arrows(cleaned(result))
    if answer and answer["what"].casefold() == "yes" and answer["more"]:
        text = f"yes, {re.sub(r'^yes[^a-z0-9]+', '', text, flags=re.IGNORECASE)}"
    if is_nothing(text) or not any(char.isalnum() for char in text) or text.casefold() in _EMPTY:
        return Came()
    parts = [part.strip() for part in _STOPS.split(text)]
    typed = [part.strip() for part in _STOPS.split(one_line(result).strip())]
    pairs = zip(parts, typed if len(typed) == len(parts) else parts, strict=True)
    told = [_told(part, raw, mentor, deed) for part, raw in pairs if any(char.isalnum() for char in part)]
    first, stated = told[0]
    rest = " ".join(w.as_sentence(one) for one, _ in told[1:])
    return Came("", f"{w.as_sentence(first)} {rest}".strip()) if stated else Came(first, rest)


def _without_arrows(text: str) -> str:
    """``still a loss -> dropped it`` → ``still a loss, so I dropped it``, ``40 -> 12`` → ``from 40 to 12``."""

    def put(match: re.Match[str]) -> str:
        return ", so I " if is_past_form(match[1]) else match[0]

    text = _INTO_SO.sub(put, text)
    text = re.sub(r"(?<![\w.])(\d[\d.,]*[%\w]*)\s*(?:->|→|=>)\s*(?=\d)", r"from \1 to ", text)
    return re.sub(r"(?<=[\w)%])\s*(?:->|→|=>)\s*(?=\w)", " – ", text)


def _told(part: str, typed: str, mentor: Mentor, deed: str) -> tuple[str, bool]:
    """One sentence of a result, and whether it is one; what is quoted stays as ``typed``."""
    if SIGNS.search(part):
        return quoted(typed), False
    of_others = _PRONOUN.search(part) is not None and _names_others(cleaned(deed))
    if of_others and re.search(name_pattern(mentor), deed):
        # "Introduce Ann to Teresa": she?
        return quoted(typed), False
    if of_others and re.match(r"(?:she|he)\b", part, re.IGNORECASE):
        return part, True
    if dangling(part) and not of_others:
        return quoted(typed), False
    bare = jotted.with_my(part) if of_others else to_mentor(part, mentor)
    part = _with_article(bare, deed)
    told = part if part[:4] == "the " != bare[:4] else _with_subject(part, mentor)
    return (told, True) if told else (_not_again(part, deed), False)


_PRONOUN = regex(r"\b(?:she|he|her|him|his|hers)\b", re.IGNORECASE)


_PEOPLE = frozenset("client colleague friend landlady landlord neighbour owner pilot publisher tenant vet".split())


def _names_others(deed: str) -> bool:
    """Whether a deed names a person, who may be the mentor."""
    found = w.words(deed)[1:]
    named = any(word[:1].isupper() and word[1:].islower() and not is_known(word) for word in found)
    people = BOSSES | CAPITAL_ROLES | KIN | _PEOPLE
    return named or any(w.names_a_person(word) or word in people for word in found)


def _with_article(part: str, deed: str) -> str:
    """``control room wants …`` → ``the control room wants …``: one thing that the deed names is known."""

    def put(match: re.Match[str]) -> str:
        thing = match["thing"]
        one = thing.split()[-1].casefold() in COUNT - MINE and is_known(thing.split()[0])
        known = one and re.search(rf"\b{re.escape(thing)}\b", deed, re.IGNORECASE)
        return f"{match['before']}the {w.decapitalised(thing)}" if known else match[0]

    return re.sub(rf"(?P<before>^|, )(?P<thing>[A-Za-z][a-z]+(?: [a-z]+)?)(?= {_STATES}\b)", put, part)


def _not_again(part: str, deed: str) -> str:
    """A list without what the deed says already: ``10k runs`` behind ``rerun it (10k runs)``."""
    said = {one.strip().casefold() for one in re.split(r"[,;()]", cleaned(deed))}
    listed = re.split(r", (?![^(]*\))", part)
    new = [one for one in listed if one.strip().casefold() not in said]
    listed = new or listed
    month = re.search(r"(?<=[\d\w]) in [A-Z][a-z]+$", listed[0])
    if month and month[0].casefold() in deed.casefold():
        # "14 in April", of what was done with all of a kind in April.
        of_them = listed[0][: month.start()].isdigit() and re.search(r"\b(?:all|each|every)\b", deed)
        listed[0] = listed[0][: month.start()] + (" of them" if of_them else "")
    told = ", ".join(listed)
    return small(with_articles(told) if re.match(r"[a-z]+ (?:as|by|via) ", told) else told)


def _with_subject(text: str, mentor: Mentor) -> str:
    """A result with the subject that it lacks; empty where none is certain."""
    found = [word.casefold() for word in w.words(text)]
    first, second = [*found, ""][:2]
    small_first = w.decapitalised(text)
    if first in BOSSES and second and (second in SAID or is_past_form(second) or has_finite(found)):
        return f"my {small_first}"
    if re.match(r"turn(?:s|ed) out\b", text, re.IGNORECASE) or (first in _GOES_ON and second):
        return f"it {small_first}"
    head = text.split(", ")[0]
    if is_sentence(text) and (not text[:1].isdigit() or (is_sentence(head) and not re.match(r"\d+[.,]\d", text))):
        return text
    begins = second not in {"by", "and"} and (begins_with_verb(text) or not second or (first, second) == ("led", "to"))
    if begins and (first in _OF_THE_DEED or first in {"works", "helps"}):
        return f"it {small_first}"
    if first in _STILL and second in OF_THE_MENTEE:
        return f"I {small_first}"
    if (begins and first in OF_THE_MENTEE) or (first == "did" and (second in DETERMINERS or second[:1].isdigit())):
        return ("" if "," in text else past_first(text, mentor)) or f"I {small_first}"
    if first.isdigit() and is_past_form(second) and "," not in text:
        # "2 answered": how many of them did.
        return small_first
    return ""
