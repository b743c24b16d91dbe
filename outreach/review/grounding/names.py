"""Names: what stands with a capital, and is no ordinary word in a place that has one, stands so in a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.addresses import ADDRESS
from outreach.review.grounding.capitals import is_foreign, is_ordinary, is_tongue, opens_name
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.review.grounding.lexicon import courtesies, everyday, is_english, places
from outreach.review.grounding.name_index import PARTICLES, NameIndex, index_of, key
from outreach.wording.clean import folded
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.patterns import regex
from outreach.wording.words import WORD, stem

_ROMAN = regex(r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})")
_ALPHANUMERIC = regex(r"[A-Z]{1,2}\d{1,3}[a-z]?")
_FIXED = regex(
    r"\b(?:(?:Central|Eastern|Western) European (?:Summer )?Time|(?:Eastern|Central|Mountain|Pacific|Greenwich Mean"
    r"|British Summer) (?:Standard |Daylight )?Time|(?:Happy )?New Year(?:['’]s)?(?: Eve| Day)?|Boxing Day|Bank Holiday"
    r"|Merry Christmas|Happy New Year|(?:Thank|Kind|Best|Warm) (?:You|Regards|Wishes)|Google (?:Meet|Calendar|Doc|Docs)"
    r"|Microsoft Teams|Best|my LinkedIn)\b"
)
_JOIN = regex(r"(?:\.?\s+|\s*&\s*|-|\.)(?:(?P<small>(?:[^\W\d_]{1,4}\s+){1,2}))?")
_MONTH_NAMES = frozenset("jan april may june august".split())


@dataclass(frozen=True, slots=True)
class _Name:
    """A word of the text that must be a name, with its parts by key."""

    text: str
    start: int
    end: int
    parts: tuple[str, ...]
    known: bool
    small: str = ""
    """Small words between it and the word before in the same name."""
    goes_on: bool = False
    """Whether it belongs to one name with the word before."""


def names(span: Span, sources: Sources, skip: int = 0, also: frozenset[str] = frozenset()) -> Iterator[Claim]:
    """Names in ``span`` from ``skip`` on, traced to the facts; words in ``also``, folded, are known besides."""
    index = index_of(sources)
    text = span.text
    if not any(char.isupper() for char in text):
        return
    if "." in text or "@" in text:
        text = ADDRESS.sub(lambda match: " " * len(match[0]), text)
    text = _FIXED.sub(lambda match: match[0].lower(), text)
    for run in _runs(text, skip, index, sources, also):
        yield from _judged(span, run, index)


def _runs(text: str, skip: int, index: NameIndex, sources: Sources, also: frozenset[str]) -> Iterator[list[_Name]]:
    """The names of ``text``, each a run of words that belong together."""
    tokens = [match for match in WORD.finditer(text) if match.start() >= skip]
    titled = text.rstrip()[-1:] not in {".", "!"} and _in_title_case([match[0] for match in tokens])
    run: list[_Name] = []
    for at in range(len(tokens)):
        found = _name(text, tokens, at, titled, index, sources, also)
        if found is None:
            continue
        between = _JOIN.fullmatch(text[run[-1].end : found.start]) if run else None
        small = (between["small"] or "").strip() if between else ""
        initial = text[found.start - 2 : found.start].startswith(".") and len(run[-1].parts[-1]) > 1 if run else False
        if (
            not between
            or initial
            or (small and not set(map(folded, small.split())) <= PARTICLES - {"and", "for", "on"})
        ):
            if run:
                yield run
            run = [found]
        else:
            run.append(_Name(found.text, found.start, found.end, found.parts, found.known, small, goes_on=True))
    if run:
        yield run


def _name(
    text: str,
    tokens: list[re.Match[str]],
    at: int,
    titled: bool,
    index: NameIndex,
    sources: Sources,
    also: frozenset[str],
) -> _Name | None:
    """The token at ``at`` as a name; ``None`` where it is none."""
    match = tokens[at]
    word = re.sub(r"['’]s$", "", match[0])
    if word.islower() or not any(char.isupper() for char in word):
        return None
    low = folded(word)
    if low in _MONTH_NAMES and _before_a_surname(tokens, at):
        return _Name(word, match.start(), match.start() + len(word), (key(word),), key(word) in index.places)
    if (
        low in everyday()
        or low.removesuffix("s") in everyday()
        or re.fullmatch(r"i(?:['’]\w+)?", low)
        or _is_mark(text, match, word)
    ):
        return None
    if (
        _in_its_place(text, tokens, at, titled)
        and (is_ordinary(tokens, at, low) or (not titled and is_foreign(text, tokens, at, low)))
        and not _begins_name(tokens, at, index)
        and (titled or not opens_name(text, tokens, at, low))
    ):
        return None
    if is_tongue(tokens, at, low) or (low in courtesies() and (not at or folded(tokens[at - 1][0]) in courtesies())):
        return None
    capitals = tuple(
        part for part in re.split(r"[-.'’]", word) if part and (len(part) > 1 or "." in word or word == part)
    )
    parts = tuple(key(part) for part in capitals if any(char.isupper() for char in part))
    if not parts or all(part in everyday() for part in parts):
        return None
    initials = all(len(part) == 1 for part in parts)
    known = initials or all(_known(part, low, index, sources, also) for part in parts)
    return _Name(word, match.start(), match.start() + len(word), parts, known)


def _before_a_surname(tokens: list[re.Match[str]], at: int) -> bool:
    following = folded(tokens[at + 1][0]) if at + 1 < len(tokens) else ""
    return bool(following) and tokens[at + 1][0][0].isupper() and not (following in everyday() or is_english(following))


def _is_mark(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a token is a number in letters, a grade, or a letter that stands for nothing."""
    if _ROMAN.fullmatch(word) or _ALPHANUMERIC.fullmatch(word):
        return len(word) > 1 or text[match.end() : match.end() + 1] != "."
    after = text[match.end() : match.end() + 3]
    return len(word) == 1 and not re.match(r"\.\s?\w|\s[A-Z]", after)


def _in_its_place(text: str, tokens: list[re.Match[str]], at: int, titled: bool) -> bool:
    """Whether a capital says nothing here: behind a mark, in a title, behind an article, before a number."""
    match = tokens[at]
    before = text[: match.start()].rstrip()
    if titled or not before or not (before[-1].isalnum() or before[-1] in "&'’"):
        return True
    last = folded(tokens[at - 1][0]) if at else ""
    if re.match(r"\s+(?:\d|[IVX]+\b)", text[match.end() : match.end() + 5]):
        return True
    following = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    alone = not following[:1].isupper() or text[match.end() : match.end() + 1] != " "
    if folded(following) in {"of", "for"} and at + 2 < len(tokens):
        alone = not any(token[0][0].isupper() for token in tokens[at + 2 : at + 4])
    return alone and (last in DETERMINERS or last in {"of", "head"}) and (at == 1 or tokens[at - 1][0].islower())


def _begins_name(tokens: list[re.Match[str]], at: int, index: NameIndex) -> bool:
    """Whether an ordinary word begins a name that the facts have: "Quayside Review told …"."""
    if at + 1 >= len(tokens) or not tokens[at + 1][0][0].isupper():
        return False
    first, second = key(tokens[at][0]), key(re.sub(r"['’]s$", "", tokens[at + 1][0]))
    return first in index.places and second in index.places and bool(index.together([first, second]))


def _in_title_case(found: list[str]) -> bool:
    long = [word for word in found if len(word) > 3 and not word[0].isdigit()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _known(part: str, whole: str, index: NameIndex, sources: Sources, also: frozenset[str]) -> bool:
    """Whether a word of a name stands in a fact: so, in another form, as a short form, or as a place's adjective."""
    if part in index.places or whole in sources.tokens or part in also or part in everyday():
        return True
    if len(part) > 2 and (stem(part) in sources.stems or any(one in index.places for one in _singular(part))):
        return True
    if 1 < len(part) < 7 and part in index.initials:
        return True
    of_place = places().get(part)
    if of_place is None and part.endswith("s"):
        of_place = places().get(part[:-1])
    if of_place is not None and any(key(one) in index.places or one in also for one in of_place):
        return True
    return _is_formed_of(part, index)


_OF_A_PLACE = ("ians", "ian", "ans", "an", "eses", "ese", "ish", "ers", "er", "ites", "ite", "ine", "ic")
"""Endings by which English makes a word for what or who is of a place: Bavarian, Groninger, Viennese."""


def _is_formed_of(part: str, index: NameIndex) -> bool:
    """Whether a word is formed of a name that the facts have, as Tuscan of Tuscany."""
    for ending in _OF_A_PLACE:
        root = part.removesuffix(ending)
        if len(root) > 3 and root != part:
            return any(word.startswith(root) and len(word) < len(root) + 5 for word in map(key, index.names))
    return False


def _singular(part: str) -> Iterator[str]:
    if part.endswith("s"):
        yield part[:-1]
    if part.endswith("es"):
        yield part[:-2]


def _judged(span: Span, run: list[_Name], index: NameIndex) -> Iterator[Claim]:
    if not all(name.known for name in run):
        if having := _written_out(run, index):
            yield grounded(span, run[0].start, run[-1].end, *having)
            return
        yield from _unknown(span, run, index)
        return
    keys = [part for name in run for part in name.parts]
    if len(keys) > 1:
        if having := index.together(keys):
            yield grounded(span, run[0].start, run[-1].end, *having)
            return
        for before, name in pairwise(run):
            if _is_mixed(before, name, index):
                shown = span.text[before.start : name.end]
                problem = f"“{shown}” is in none of your facts, though its parts are: check the name."
                yield unfounded(span, before.start, name.end, problem)
                return
    for name in run:
        having = [one for part in name.parts for one in index.having(part)]
        yield grounded(span, name.start, name.end, *(dict.fromkeys(having) or ("mentor.name:1",)))


def _written_out(run: list[_Name], index: NameIndex) -> list[str]:
    """Facts that have the run in short: "National Health Service" where a fact says NHS."""
    letters = "".join(part[0] for name in run for part in name.parts)
    if len(letters) < 2:
        return []
    return [index.ids[n] for n, at in index.places.get(letters, ()) if index.lines[n][at].text.isupper()]


def _unknown(span: Span, run: list[_Name], index: NameIndex) -> Iterator[Claim]:
    at = 0
    while at < len(run):
        if run[at].known:
            at += 1
            continue
        last = at
        while last + 1 < len(run) and not run[last + 1].known:
            last += 1
        start, end = run[at].start, run[last].end
        shown = span.text[start:end]
        near = _meant(run, at, index) if at == last else None
        if near:
            spelled, identity = near
            problem = f"“{shown}” is in none of your facts; one says “{spelled}” ({identity})."
            yield unfounded(span, start, end, problem, spelled)
        else:
            problem = f"“{shown}” is in none of your facts: leave it out, or add it to them if it is true."
            yield unfounded(span, start, end, problem)
        at = last + 1


def _meant(run: list[_Name], at: int, index: NameIndex) -> tuple[str, str] | None:
    """The one name of the facts that differs by a letter, and a fact that has it, where nothing else can be meant."""
    name = run[at]
    if len(name.parts) > 1 or len(name.parts[0]) < 4:
        return None
    own = name.parts[0]
    near = [word for word in index.names if word[0].isupper() and _one_apart(own, key(word))]
    if len({key(word) for word in near}) != 1:
        return None
    spelled = next((word for word in near if not word.isupper()), near[0])
    keys = [part for n, other in enumerate(run) for part in (other.parts if n != at else (key(spelled),))]
    # A short name that stands alone may be another person's: Maria and Marie.
    alone = index.having(key(spelled)) if len(own) > 6 else []
    having = index.together(keys) if len(keys) > 1 else alone
    return (spelled, having[0]) if having else None


def _one_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out or changed, or by two that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    left, right = one[at:], other[at:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def _is_mixed(before: _Name, name: _Name, index: NameIndex) -> bool:
    """Whether two known words make a name that no fact has: parts of two people's, or an event in another place."""
    one, other = before.parts[-1], name.parts[0]
    if not name.small and index.is_small(other) and index.always_goes_on(one) and not is_english(one):
        # "Nordhav Ferries" where the facts have Nordhav Transit, and ferries.
        return True
    if len(one) == 1 or len(other) == 1:
        # An initial: "R. J. Venkataraman" where the fact has R. K.
        return len(other) > 1 or before.known
    if one in everyday() or other in everyday() or one not in index.places or other not in index.places:
        return False
    if name.small and set(name.small.split()) & {"of", "in", "the"}:
        return index.always_goes_on(one) and index.is_a_place(other) and not index.share_a_fact(one, other)
    if index.follows_another(other, one) and not (is_english(one) or index.share_a_name(one, other)):
        return True
    if index.share_a_fact(one, other):
        return False
    return index.always_goes_on(one) and index.is_a_place(other) and not is_english(one)
