"""Shorter ways to say the same: a clause, a topic or a connection without what hangs on, never cut inside a thought."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.drafting.connection import has_clause
from outreach.wording import words as w
from outreach.wording.patterns import regex

_FEWEST_WORDS, _FEWEST_CONTENT = 4, 2
# What takes something back, or says when it does not hold: without it the rest would claim more.
_TAKES_BACK = regex(
    r"^\W*(?:and |or )?(?:but|not|except|unless|until|only|without|instead|rather|never|though|although|if|no longer"
    r"|nearly|almost|now|today|which (?:failed|never|did not|didn['’]t))\b",
    re.IGNORECASE,
)
_ASIDE = regex(r"\s*\([^()]*\)")
_MARKS = (
    regex(r"[;:]\s"),
    regex(r"\s[–—-]\s"),
    regex(r",\s(?:which|who|whose|where)\s"),
    regex(r",?\sand (?=(?:you|I|we|have|has|had|are|were|was|is|then|now|there)\b)"),
    regex(r",\s(?=[^\W\d_])"),
)
_AND = regex(r",?\sand (?=(?P<verb>[a-z]+)\b)")
_TOPIC_MARKS = (
    *_MARKS,
    regex(r",?\s(?:so that|because|when|while|now that|and (?:which|how|what|why|where|when|who))\s"),
)
# "Ann, our adviser, gave …", "Ann, who runs the mill, gave …": what stands beside a name at the start.
_BESIDE_NAME = regex(r"(?<=\w),\s(?:who|my|our|an?|the)\s[^,;:]{3,70},\s(?=[a-z])")
_SAYS_WHO = regex(r"(?:I|We|You)\b")
# What follows is the next of a list: "treasury, audit and shipping finance".
_LIST = regex(r"(?:[\w'’-]+ ){0,2}[\w'’-]+(?:,? and|,) [\w'’-]+")
_TIME_END = regex(r"(?:\d|\b(?:year|month|week|day|evening|morning|night)s?)$")
_OPEN_END = regex(
    r"\b(?:and|or|of|in|at|on|to|for|with|from|by|about|the|a|an|your|my|both|between|either|neither|than|as|that"
    r"|is|are|was|were)$",
    re.IGNORECASE,
)
_BARE_NUMBER = regex(r"(?<!\bat )(?<!\baged )(?<!\bin )(?<!\bto )\b\d{1,2}$")


def shorter_clauses(clause: str) -> Iterator[str]:
    """Ever shorter forms of a told clause (``you …``) that are as true as it is; the first is the clause itself.

    Nothing where the clause itself has a loose end.
    """
    if not _OPEN_END.search(clause):
        yield from _shorter(clause, _MARKS, joined=True, spoken_to=True)


def shorter_topics(topic: str) -> Iterator[str]:
    """Ever shorter forms of what is asked about: wider ones, never other ones; the first is the topic itself."""
    whole, *shorter = _shorter(topic, _TOPIC_MARKS, joined=False, spoken_to=False)
    yield whole
    # "how to decide" alone could be about anything.
    yield from (text for text in shorter if len(set(w.content(text))) >= _FEWEST_CONTENT)


def shorter_connections(sentence: str) -> Iterator[str]:
    """Ever shorter forms of how the two came together, without an end mark; the first is the whole.

    Each keeps its verb: of "Ann, our adviser, gave me your name" the first two words are no sentence.
    """
    whole = sentence.rstrip(" .!")
    yield whole
    direct = _BESIDE_NAME.sub(" ", whole, count=1)
    shorter = [direct, *_shorter(direct, _MARKS, joined=True, spoken_to=False)]
    shorter += _shorter(whole, _MARKS, joined=True, spoken_to=False)
    for text in sorted(dict.fromkeys(shorter), key=len, reverse=True):
        if text != whole and (_SAYS_WHO.match(text) or has_clause(text)):
            yield text


def _shorter(text: str, marks: tuple[re.Pattern[str], ...], *, joined: bool, spoken_to: bool) -> Iterator[str]:
    whole = text.strip()
    yield whole
    bare = _ASIDE.sub("", whole).strip()
    found = [bare] if bare != whole and _stands(bare, spoken_to=spoken_to) else []
    for mark in marks:
        found += [cut for match in mark.finditer(bare) if (cut := _cut(bare, match, spoken_to=spoken_to))]
    if joined:
        verbs = (match for match in _AND.finditer(bare) if w.is_past(match["verb"]))
        found += [cut for match in verbs if (cut := _cut(bare, match, spoken_to=spoken_to))]
    yield from sorted(dict.fromkeys(found), key=len, reverse=True)


def _cut(text: str, match: re.Match[str], *, spoken_to: bool) -> str:
    kept, rest = text[: match.start()].strip(" ,;:–—-"), text[match.end() :]
    lead = text[match.start() : match.end()].strip(" ,;:–—-")
    takes_back = _TAKES_BACK.match(f"{lead} {rest}".strip())
    if spoken_to and match[0].startswith(",") and _LIST.match(rest) and not _TIME_END.search(kept):
        return ""
    return "" if takes_back or not _stands(kept, spoken_to=spoken_to) else kept


def _stands(text: str, *, spoken_to: bool) -> bool:
    """Whether what is left is whole: enough words, no open quotation or bracket, no loose end."""
    if len(w.words(text)) < _FEWEST_WORDS - (not spoken_to) or _OPEN_END.search(text) or _BARE_NUMBER.search(text):
        return False
    open_marks = text.count("(") != text.count(")") or text.count("“") != text.count("”") or text.count('"') % 2 == 1
    if open_marks or re.search(r"(?<!\w)['‘][^'’]*$", text) or re.search(r"\b(?:both|between|either|used to)\b", text):
        return False
    return not spoken_to or bool(re.search(r"\byou(?:r\s+\w+)?\s+\w", text))
