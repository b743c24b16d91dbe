"""The report on advice, and what a sign of life tells: what was done, and nothing that was not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outreach.domain.case import Owner
from outreach.domain.draft import Kind, Level
from outreach.domain.people import Relationship
from outreach.review.clauses import LIGHT, NEGATION, SECOND, blanked
from outreach.review.context import Context, Span
from outreach.review.measures import prose
from outreach.review.rule import Hit, at
from outreach.review.taking_up import keys_of, takes_up, tells_deed, told_by, told_in
from outreach.review.upheld import contrary
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex
from outreach.wording.words import content, stem

_TELLING = frozenset({Kind.REPORT, Kind.CHECK_IN})
"""Kinds that tell what the mentee did."""
_DONE = (
    "contact.deeds",
    "contact.results",
    "contact.news",
    "contact.reason",
    "meeting.progress",
    "mentee.background",
    "mentee.added",
    "mentee.role",
    "mentee.organisation",
)
"""Fields that tell what is so of the mentee, not what they plan."""
_AIMS = ("mentee.goals", "mentee.skills_to_build", "ask.about")
_WHAT = (
    r"(?P<what>[^.;:!?]+?)(?=\s+(?:because|since|but|when|after|before|while|which|who|although|though)\b|[.;:!?]|$)"
)
_LED_TO = regex(
    rf"\b(?:led|leads|leading)(?: me| us| straight| directly| also)* to {_WHAT}",
    re.IGNORECASE,
)
_CAME_OF_IT = regex(
    r"\b(?:it|that|this|they|which|the [\w-]+)(?: has| have)?(?: also| then| even)* "
    rf"(?:(?:got|gotten|brought|earned|won|landed|secured) (?:me|us)|won|earned|secured) {_WHAT}"
    r"|\bresult(?:ed|s)? in (?P<in>[^.;:!?]+)"
    r"|\bmy (?:[\w'’-]+ ){1,6}?(?:has |have |had )?(?:won|landed|secured|earned) (?P<my>[^.;:!?]+)"
    r"|\b(?:I|and)(?:['’]ve| have| was| had| got| then| also| even| now| just| since)*"
    r" (?:(?:was|been|got) (?P<status>offered|accepted|invited|promoted|hired|shortlisted|awarded|selected)"
    r"|won|landed|secured|received|(?:got|have|had) an? (?=offer|interview|place|job|promotion|prize|grant|contract))"
    r"(?P<got>[^.;:!?]*)",
    re.IGNORECASE,
)
_FINISHED = regex(
    r"\bI(?:['’]ve| have| had)?(?: now| since| also| finally| just| already| even)*"
    r" (?:finished|completed|submitted|published|passed|launched|presented|handed in|delivered|registered for"
    r"|enrolled (?:in|on|at)|signed up for|applied (?:to|for)|(?:wrote|written|built|taken|took|read)(?! (?:to"
    r"|through|out|aloud)\b))"
    rf" {_WHAT}",
    re.IGNORECASE,
)
_PARTS = regex(r",| and | then |\bplus\b", re.IGNORECASE)
# What may come of anything, and says nothing that could be untrue.
_VAGUE = LIGHT | frozenset(
    map(
        stem,
        """
        advice answer change clarity confidence conversation difference discussion doubt end feeling fun help hour
        idea insight knowledge lesson calm next list mistake note notes order plan point problem progress question
        reaction reply result sense smile step success suggestion surprise talk text understanding view evening
        morning first second third final version half rest page two three four five six seven eight nine ten twice
        once piece clear clearer better best easy easier sooner earlier finish finished pleased proud
        """.split(),
    )
)


def what_was_done(context: Context) -> Iterator[Hit]:
    """T6: a report tells a deed, and the advice that it follows where that is known."""
    deeds = context.case.contact.deeds
    if not deeds:
        return
    told = told_in(context)
    # That the advice was followed may be said in two words; that it was given is no deed.
    done = told if _DID_SO.search(context.body) else told_by(_ADVISED.sub(" ", span.text) for span in prose(context))
    known = [one for one in deeds if tells_deed(done, one.what)]
    if not known:
        yield Hit(f"What you did is not in it; say it: “{one_line(deeds[0].what)}”.")
        return
    followed = [one for one in known if one.advice.strip()]
    advice = [one for one in context.sources.of_fields(("contact.advice",)) if len(one.stems) >= 2]
    own = keys_of(context, ("contact.deeds",))
    said = _YOU_SAID.search(context.body) or any(takes_up(told, one, frozenset(), own) for one in advice)
    # What somebody whom the mentee teaches asked for is no advice.
    if followed and advice and not said and context.relationship is not Relationship.REVERSE:
        message = f"Say whose advice it was, such as “you said: {one_line(followed[0].advice)}”."
        yield Hit(message, level=Level.WARN)


_YOU_SAID = regex(
    r"\b(?:you (?:\w+ly |once |had |also )?(?:said|told|advi[sc]ed|suggested|recommended|asked|urged|encouraged|warned"
    r"|mentioned|wished|wanted|liked|pointed|gave|taught|showed|reminded|put it|thought)|(?:on|after|following|with"
    r"|thanks to|took|by|to)"
    r" your (?:\w+ )?(?:advice|suggestion|tip|hint|recommendation|word|words|push|nudge|idea|rule|warning)"
    r"|your (?:\w+ )?(?:advice|suggestion|tip|hint|recommendation|nudge|idea|rule|warning))\b",
    re.IGNORECASE,
)


_ADVISED = regex(
    r"\b(?:as |what |like |that )?you (?:\w+ly |once |had |also )?(?:said|told|advi[sc]ed|suggested|recommended"
    r"|asked|urged"
    r"|encouraged|warned|mentioned)\b(?:[^.;]*?(?=[,;:]?\s+(?:(?:and|so|but|which)\s+)?(?:I|we|which)\b)|[^.;]*)"
    r"|\byour (?:\w+ )?(?:advice|suggestion|tip|hint|recommendation|idea|rule)\b[^.;,]*",
    re.IGNORECASE,
)
_DID_SO = regex(
    r"\b(?:I|we) (?:finally |now |then |also )?(?:did(?: so| it| that| exactly that| just that)?"
    r"|(?:have )?done (?:so|it|that)"
    r"|followed|took|tried|listened|used)\b|\b(?:so|and) (?:I|we) did\b",
    re.IGNORECASE,
)


def told_as_it_was(context: Context) -> Iterator[Hit]:
    """R18 for what the mentee tells of themselves: no other result, and nothing done that is still open."""
    if context.kind not in _TELLING:
        return
    done, still_open = _stems_of(context, _DONE) | _kept(context), _open(context) | _stems_of(context, _AIMS)
    noted = _stems_of(context, ("meeting.notes", "meeting.questions", "contact.advice", "contact.answer"))
    for span in context.spans:
        text = blanked(span.text)
        found = _turned_round(context, span) or _another_result(span, text, done)
        found = found or _another_deed(span, text, done, still_open | noted)
        if found and context.sections and context.by_a_person(span):
            # Their own words: they may know what no fact says.
            found = replace(found, level=Level.WARN)
        if found:
            yield found


def _stems_of(context: Context, fields: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(source.stems for source in context.sources.of_fields(fields)))


def _kept(context: Context) -> frozenset[str]:
    meeting = context.facts.meeting
    actions = [one for one in (*meeting.previous_actions, *meeting.next_actions) if one.done]
    return frozenset(one for action in actions for one in content(action.what))


def _open(context: Context) -> frozenset[str]:
    meeting = context.facts.meeting
    actions = [one for one in (*meeting.previous_actions, *meeting.next_actions) if not one.done]
    return frozenset(one for action in actions if action.owner is Owner.MENTEE for one in content(action.what))


def _turned_round(context: Context, span: Span) -> Hit | None:
    """What came of something told as its opposite: "rejected" where the facts say "accepted"."""
    stems = frozenset(content(span.text))
    for deed in context.case.contact.deeds:
        about = frozenset(content(f"{deed.what} {deed.result}"))
        if deed.result and len(stems & about) >= 2 and not NEGATION.search(span.text) and contrary(deed.result, stems):
            return at(f"Your facts say the opposite: “{one_line(deed.result)}”.", span)
    return None


def _another_result(span: Span, text: str, done: frozenset[str]) -> Hit | None:
    if text.rstrip().endswith("?") or _SUPPOSED.search(text):
        return None
    for match in (*_LED_TO.finditer(text), *_CAME_OF_IT.finditer(text)):
        what = next((found for name, found in match.groupdict().items() if found and name != "status"), "")
        before = text[: match.start()]
        if re.search(r"\byou(?:r)?\b[^.;,]*$", before):
            continue
        status = match.groupdict().get("status")
        known_as = not status or stem(status.casefold()) in done
        for part in _PARTS.split(what):
            stems = frozenset(content(part)) - _VAGUE
            if stems and not SECOND.search(part) and not _mostly(stems, done, 0.4 if known_as else 1):
                message = (
                    f"None of your facts tells that “{part.strip()}” came of it. Take it out, or add it as a result."
                )
                return at(message, span, match.start(), match.end())
    return None


_SUPPOSED = regex(
    r"\b(?:if|would|could|might|(?-i:may)|should|hope|hoping|not|n['’]t|never|no)\b|['’]d\b", re.IGNORECASE
)


def _another_deed(span: Span, text: str, done: frozenset[str], planned: frozenset[str]) -> Hit | None:
    match = _FINISHED.search(text)
    if match is None or SECOND.search(match["what"]) or _SUPPOSED.search(text[: match.end()]):
        return None
    what = _PARTS.split(match["what"])[0]
    stems = frozenset(content(what)) - LIGHT - _TIMES
    if not stems or _POINTS_BACK.match(what) or _near(stems, done):
        return None
    if _near(stems, planned):
        return at(
            "Your facts do not say that this is done. Log it as done, or say that it is still open.",
            span,
            *match.span(),
        )
    return at("None of your facts tells that you did this. Take it out, or log it as done.", span, *match.span())


_TIMES = frozenset(
    map(stem, "last morning evening afternoon night weekend two three four five six ten half twice page".split())
)
_POINTS_BACK = regex(r"(?:it|them|this|that|these|those|both|all|mine|one|some|so)\b", re.IGNORECASE)


def _mostly(stems: frozenset[str], known: frozenset[str], share: float) -> bool:
    """Whether that share of ``stems`` is known."""
    return sum(_near(frozenset([one]), known) for one in stems) >= share * len(stems)


def _near(stems: frozenset[str], known: frozenset[str]) -> bool:
    """Whether one of ``stems`` is known, or begins like a known one."""
    heads = {one[:5] for one in known if len(one) >= 5}
    return any(one in known or (len(one) >= 5 and one[:5] in heads) for one in stems)
