"""Manner: worn phrases, flattery, apology, thanks, noise, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from outreach.domain.draft import Kind, Level
from outreach.review.context import Context, Span, common_words
from outreach.review.data import PhraseList, phrases
from outreach.review.opening import echoes
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.patterns import regex
from outreach.wording.words import names_a_person, stem, words

_WORDS = regex(r"\w+")
_REST = regex(r"\W*(?:and (?:healthy|safe|rested|in good \w+)\W*)?", re.IGNORECASE)
_IN_ADVANCE = regex(r"\s+in advance", re.IGNORECASE)
_NOT_YET = "Thanks in advance take a yes for granted; plain thanks are warmer."
_EMOJI = regex(
    "[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u203c\u2049]\ufe0f?"
    r"|(?<!\S)[:;]-?[)(DPp](?![\w)])"
)
_CAPITALS = regex(r"\b[A-Z]{2,}(?:[ ,]+(?:[A-Z]{2,}|I\b|A\b))*\b")
_ACRONYMS = frozenset("AI AM PM IT US UK EU UN WHO TV OR HR PR QA CV MAP CARE AIDS".split())
_ONLY_A = regex(r"\bI(?:['’]m| am) (?:just|only|merely) (an? [\w -]{3,40})", re.IGNORECASE)
_LOWLY = frozenset("beginner amateur novice newbie layman nobody freshman undergraduate".split())
_ABOUT_READER = regex(
    r"\b(?:you|your|yours)\b(?:(?!\b(?:how|that|what|why|when|if|whether|where|since)\b)[^.!?;]){0,40}$", re.IGNORECASE
)
_SUPERLATIVE = regex(
    r"\byou(?:['’]re| are| were|['’]ve been| have been) (?:\w+ ){0,3}?(?:the )?(?:best|greatest|finest|smartest|wisest"
    r"|kindest|cleverest|most (?!of\b|likely\b)\w+)\b|\b(?:nobody|no one)\b.{0,150}?\bas \w+ as you\b",
    re.IGNORECASE,
)
_WISH = regex(r"\b(?:would|['’]d|could|will|might|may) (?:be|find|make|have been)\b[^.,;]{0,20}$", re.IGNORECASE)


def in_fact(context: Context, phrase: str) -> bool:
    """Whether a phrase stands in a usable fact, as it is or with other endings."""
    found = _WORDS.findall(folded(phrase))
    if not found:
        return False
    if len(found) == 1:
        return bool(context.sources.with_token(found[0]) or context.sources.with_stem(stem(found[0])))
    whole = " ".join(found)
    longest = max(found, key=len)
    return any(whole in " ".join(_WORDS.findall(folded(source.text))) for source in context.sources.with_token(longest))


def _found(context: Context, listed: PhraseList, spans: Iterable[Span]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Phrases of a list that stand in no fact."""
    for span in spans:
        for match in listed.find(span.text):
            if not in_fact(context, match[0]):
                yield span, match


_AMONG_KNOWN = frozenset({Kind.REPLY, Kind.REPORT, Kind.CHECK_IN})
"""Kinds for somebody one knows, to whom a wish is no empty opening."""
_WISHES_WELL = regex(r"(?:I|we) hope (?:that )?(?:you|all)\b", re.IGNORECASE)


def worn_phrases(context: Context) -> Iterator[Hit]:
    """R19: phrases that everybody writes, and words that models write."""
    for span, match in _found(context, phrases()["hard"], context.everything):
        if context.kind not in _AMONG_KNOWN or not _WISHES_WELL.match(match[0]):
            yield _worn(context, span, match)
    soft = [
        (span, match)
        for span, match in _found(context, phrases()["soft"], context.everything)
        if not span.text[: match.start()].endswith(("Yours ", "yours "))
    ]
    if len(soft) + max(0, context.body.count("—") - 1) > phrases()["soft"].most:
        for span, match in soft:
            yield _worn(context, span, match)
        if not soft:
            yield Hit("More than one dash; a comma or a full stop does as well.", level=Level.WARN)
    model = list(_found(context, phrases()["model"], context.spans))
    if len(model) > phrases()["model"].most:
        for span, match in model:
            message = f"“{match[0]}” is a word that models like; say it in your own."
            yield _warned(at(message, span, match.start(), match.end()))


def _worn(context: Context, span: Span, match: re.Match[str]) -> Hit:
    """A worn phrase; a sentence of nothing else can go, and some phrases have a plainer word."""
    message = f"“{match[0]}” stands in many mails; say it in your own words, or leave it out."
    text = span.text
    empty = any(found.span() == match.span() for found in phrases().empty.find(text))
    if span.where == "body" and empty and not match.start() and _REST.fullmatch(text, match.end()):
        start, end = _whole_sentence(context.body, span)
        return Hit(message, start, end, span.where, "", Level.WARN)
    if advance := _IN_ADVANCE.search(match[0]):
        return _warned(at(_NOT_YET, span, match.start(), match.end(), fix=match[0][: advance.start()]))
    for pattern, plainer in phrases().fixes:
        if place := pattern.match(text, match.start()):
            fix = plainer if place[0][0].islower() else plainer.capitalize()
            return _warned(at(message, span, place.start(), place.end(), fix=fix))
    return _warned(at(message, span, match.start(), match.end()))


def _whole_sentence(body: str, span: Span) -> tuple[int, int]:
    """Start and end of a sentence with the space or the line ends that go with it."""
    start, end = span.start, span.end
    behind = re.compile(r"[ \t]*").match(body, end)
    after = behind.end() if behind else end
    if after < len(body) and body[after] != "\n":
        return start, after
    if start == 0 or body[start - 1] == "\n":
        while after < len(body) and body[after] == "\n":
            after += 1
        return start, after
    while start and body[start - 1] in " \t":
        start -= 1
    return start, end


def _warned(hit: Hit) -> Hit:
    return Hit(hit.message, hit.start, hit.end, hit.where, hit.fix, Level.WARN)


def flattery(context: Context) -> Iterator[Hit]:
    """R20: praise of the reader: once, and only beside a fact."""
    praise = [
        (span, match)
        for span, match in _found(context, phrases()["praise"], context.spans)
        if _of_reader(span.text, match)
    ]
    found = [(span, _SUPERLATIVE.search(span.text)) for span in context.spans]
    praise += [(span, match) for span, match in found if match and span not in [one for one, _ in praise]]
    if len(praise) <= phrases()["praise"].most and all(echoes(context, span) for span, _ in praise):
        return
    for span, match in praise:
        yield at(f"“{match[0]}” reads as flattery; say what you learned or tried instead.", span, *match.span())


def _of_reader(text: str, match: re.Match[str]) -> bool:
    """Whether the word is said of the one who reads it: behind "you" or "your" in its clause, or before "as you"."""
    if re.search(r"\byou", match[0], re.IGNORECASE):
        return True
    before, after = text[: match.start()], text[match.end() :]
    if _WISH.search(before) or re.match(r"[^.!?;,]{0,30}\bif you\b", after):
        return False
    of_role = re.match(r"as an? ", text, re.IGNORECASE) and re.match(r"[^.!?;,]*, you\b", after)
    return bool(_ABOUT_READER.search(before) or of_role or re.search(r"\bas you\b|\bof yours\b", after))


def thanks_at_the_end(context: Context) -> Iterator[Hit]:
    """R21: thanks in the close, and not for what has not been given yet."""
    last = context.spans[-5:]
    thanks = [span for span in last if any(phrases()["thanks"].find(span.text))]
    if not thanks:
        yield Hit("No thanks at the end; mails that close with thanks are answered more often.")
    for span in thanks:
        for advance in _IN_ADVANCE.finditer(span.text):
            yield at(_NOT_YET, span, advance.start(), advance.end(), fix="")


def apology(context: Context) -> Iterator[Hit]:
    """R22: apology and self-put-down."""
    message = "No need to apologise: people help more gladly than one thinks."
    for span, match in _found(context, phrases()["apology"], context.spans):
        # "If you are busy, no reply is needed" is a way out, and "no stupid questions" a saying.
        if re.search(r"\b(?:if|when|whenever|in case|no) (?:\w+ )?$", span.text[: match.start()], re.IGNORECASE):
            continue
        yield at(message, span, *match.span())
    for span in context.spans:
        only = _ONLY_A.search(span.text)
        if only and (names_a_person(only[1]) or _LOWLY & set(words(only[1].casefold()))):
            yield at("Don't make yourself small; say what you do.", span, *only.span())


def noise(context: Context) -> Iterator[Hit]:
    """R23: emoji, capitals, exclamation marks."""
    for match in _EMOJI.finditer(context.body):
        yield Hit("An emoji says less than a word to somebody who does not know you.", match.start(), match.end())
    for span in context.everything:
        for match in _CAPITALS.finditer(span.text):
            if _shouts(context, match[0]):
                yield at(f"“{match[0]}” reads as shouting; write it in small letters.", span, *match.span())
    marks = [match for match in re.finditer(r"!+", context.body) if not _in_name(context, match)]
    if sum(len(match[0]) for match in marks) > 1:
        for match in [one for one in marks if len(one[0]) > 1] or marks[1:]:
            # Inside a sentence a full stop would cut it in two.
            ends = re.match(r"[^\S\n]*(?:\n|$|[^\W\d_a-z])", context.body[match.end() :])
            fix = "." if ends else None
            yield Hit("One exclamation mark is enough.", match.start(), match.end(), fix=fix)


def _shouts(context: Context, capitals: str) -> bool:
    """Whether capitals are ordinary words; acronyms and what stands so in a fact are none."""
    found = words(capitals)
    shouted = phrases()["shouted"].words
    plain = [
        word
        for word in found
        if word.casefold() in shouted or (len(word) > 2 and word not in _ACRONYMS and word.casefold() in common_words())
    ]
    return bool(plain) and not any(
        word in words(source.text) for word in plain for source in context.sources.with_token(word.casefold())
    )


def _in_name(context: Context, match: re.Match[str]) -> bool:
    before = re.search(r"\w+$", context.body[: match.start()])
    return before is not None and any(
        f"{before[0]}!" in source.text for source in context.sources.with_token(folded(before[0]))
    )


def attachments(context: Context) -> Iterator[Hit]:
    """R24: attachments and calendar links."""
    for span, match in _found(context, phrases()["attached"], context.spans):
        # "I have attached sensors to the hives" fastens something.
        if re.match(r"(?: [\w'-]+){0,4} (?:to (?!this|my (?:e-?)?mail)|by\b)", span.text[match.end() :]):
            continue
        yield at("Attach nothing to a first message; offer to send it.", span, *match.span())
    low = context.body.casefold()
    for site in phrases().sites:
        if site in low:
            link = re.search(rf"\S*(?<![\w-]){re.escape(site)}\S*", low)
            if link:
                yield Hit(
                    "No link to a calendar or a file in a first message; offer two times.", link.start(), link.end()
                )
