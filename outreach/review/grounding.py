"""Grounding: every name, number, date, address and quotation is traced to a fact, or reported (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Finding, Kind
from outreach.review.context import Context, Source, Span, common_words, fail, source_of
from outreach.wording.clean import folded
from outreach.wording.lexicon import MONTHS, WEEKDAYS
from outreach.wording.words import WORD, content, stem, words

_ONES = (
    "two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
NUMBER_WORDS = {
    **{word: str(value) for value, word in enumerate(_ONES.split(), 2)},
    **{word: str(10 * value) for value, word in enumerate(_TENS.split(), 2)},
    "thousand": "1000",
    "million": "1000000",
    "twice": "2",
    "dozen": "12",
}

_NUMBER = re.compile(
    r"(?<![\w.])[€$£]?\d+(?:[.,:/]\d+)*\s?%?|(?<=[~€$£<>+])\d+(?:[.,:]\d+)*%?|\b\d+(?=[a-z]{1,4}\b)|(?<=-)\d+"
    r"|(?<=\d[-–])\d+"
)
_TIMEBOX = re.compile(r"\(\d+ min\)")
_URL = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|org|net|io|dev|edu|co\.uk|de|me)\b(?:/\S*)?")
_QUOTE = re.compile(r"“([^”]{4,})”|\"([^\"]{4,})\"|«([^»]{4,})»")
_DATE = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(MONTHS)})",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(month[:3] for month in MONTHS)})[a-z]*", re.IGNORECASE
)
_GREETING = frozenset(
    ["hello", "dear", "hi", "kind", "best", "regards", "wishes", "i", "i'm", "i'll", "i've", "i'd", "ok"]
)

_HISTORY = re.compile(
    r"\bas (?:we|you) (?:discussed|agreed|said|mentioned|talked|spoke|suggested|told)|\bas (?:promised|agreed"
    r"|discussed)\b"
    r"|\b(?:when|since|after|where) we (?:last )?(?:met|spoke|talked|chatted)"
    r"|\bwe (?:met|spoke|talked|discussed|chatted|were introduced)"
    r"|\b(?:nice|great|good|lovely|a pleasure|wonderful) (?:to meet|meeting|talking|speaking|to talk|to speak|chatting)"
    r"|\b(?:our|the) (?:last|previous|recent|earlier) (?:conversation|call|chat|meeting|talk|discussion)"
    r"|\b(?:following|after|since) our (?:conversation|call|chat|meeting|talk|discussion)"
    r"|\byou (?:told|advised|suggested|mentioned|recommended|promised|offered|encouraged|reminded|showed|taught|helped)"
    r" (?:me|that|to|us)\b|\byour (?:advice|suggestion|feedback|help|tip|encouragement)\b"
    r"|\bi (?:attended|watched|heard|saw|listened to|went to|came to|read|visited|took|enjoyed|loved"
    r"|was at) (?:your|you)\b"
    r"|\bi(?:['’]ve| have) (?:been )?(?:followed|following|read|reading|watched|watching|listened|admired"
    r"|known|seen|heard)\b"
    r"|\bthank(?:s| you) (?:again )?for (?:meeting|talking|speaking|taking the time|our|your (?:time|advice|help|call)"
    r"|the call)",
    re.IGNORECASE,
)


def ungrounded(context: Context) -> Iterator[Finding]:
    """R18 for the whole text."""
    lines = [Span(context.subject, 0, frozenset(content(context.subject)))]
    for finding in (f for span in lines for f in _of_span(context, span)):
        yield Finding(finding.rule, finding.level, finding.message, "subject", finding.start, finding.end)
    for span in context.spans:
        yield from _of_span(context, span)


def _of_span(context: Context, span: Span) -> Iterator[Finding]:
    yield from _addresses(context, span)
    yield from numbers(context.sources, span, context.brief.kind)
    yield from names(context.sources, span)
    yield from _dates(context, span)
    yield from _quotes(context.sources, span)


def _addresses(context: Context, span: Span) -> Iterator[Finding]:
    everything = " ".join(source.text for source in context.sources)
    for match in _URL.finditer(span.text):
        if match[0].rstrip(".,;:)") not in everything:
            yield fail("R18", f"“{match[0]}” is in none of your facts.", span, match)


def numbers(sources: tuple[Source, ...], span: Span, kind: Kind | None = None) -> Iterator[Finding]:
    """Numbers of ``span`` without a fact that has the same number and says something of what the sentence says."""
    text = _TIMEBOX.sub(lambda match: " " * len(match[0]), span.text) if kind is Kind.AGENDA else span.text
    for match in _NUMBER.finditer(text):
        if not _number_holds(sources, span, match[0]):
            yield fail("R18", f"The number {match[0].strip()} is in none of your facts about this.", span, match)
    for match in re.finditer(r"[A-Za-z]+", text):
        value = NUMBER_WORDS.get(match[0].casefold())
        if value and not any(
            match[0].casefold() in source.tokens or value in _values(source.text) for source in sources
        ):
            yield fail("R18", f"“{match[0]}” is in none of your facts.", span, match)


def _number_holds(sources: tuple[Source, ...], span: Span, number: str) -> bool:
    value = _value(number)
    days = {f"{match[1]} {match[2]}".casefold() for match in _DAY.finditer(span.text) if match[1] == value}
    if days:
        return any(
            f"{match[1]} {match[2]}".casefold() in days for source in sources for match in _DAY.finditer(source.text)
        )
    for source in sources:
        if value not in _values(source.text):
            continue
        others = {one for one in source.stems if not one[:1].isdigit()}
        shared = {one for one in span.stems & source.stems if not one[:1].isdigit()}
        said = sum(not one[:1].isdigit() for one in span.stems)
        if len(shared) >= min(2, len(others), max(1, said // 2)) or _neighbours(span.text, value) & _neighbours(
            source.text, value
        ):
            return True
    return False


def _neighbours(text: str, value: str) -> set[str]:
    """Stems of the words up to three places from a number."""
    found = words(text)
    near = [found[max(0, at - 3) : at + 4] for at, word in enumerate(found) if _value(word) == value]
    return {one for some in near for one in content(" ".join(some)) if not one[:1].isdigit()}


def swapped_numbers(context: Context) -> Iterator[Finding]:
    """Numbers of one fact in another order: "from 31 to 94" where the fact says "from 94 to 31"."""
    for span in context.spans:
        told = [_value(match[0]) for match in _NUMBER.finditer(span.text)]
        for source in context.sources:
            order = [_value(match[0]) for match in _NUMBER.finditer(source.text)]
            shared = [number for number in told if order.count(number) == 1 and told.count(number) == 1]
            close = len(span.stems & source.stems) >= max(4, 0.6 * len(source.stems))
            if len(shared) > 1 and close and shared != [number for number in order if number in shared]:
                yield fail("R18", f"The numbers {' and '.join(shared)} stand the other way round in your facts.", span)
                break


def _value(number: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})|[\s€$£]", "", number).rstrip(".,:")


def _values(text: str) -> set[str]:
    found = {_value(match[0]) for match in _NUMBER.finditer(text)}
    found |= {
        NUMBER_WORDS[word.casefold()] for word in re.findall(r"[A-Za-z]+", text) if word.casefold() in NUMBER_WORDS
    }
    return (
        found | {part for value in found for part in re.split(r"[/:]", value)} | {value.rstrip("%") for value in found}
    )


def names(sources: tuple[Source, ...], span: Span) -> Iterator[Finding]:
    """Words with a capital that no fact has; the first word of a sentence counts unless it is a common word."""
    known: set[str] = set().union(*(source.tokens for source in sources)) if sources else set()
    stems: set[str] = set().union(*(source.stems for source in sources)) if sources else set()
    for match in WORD.finditer(span.text):
        word = match[0]
        if not word[0].isupper() or folded(word).replace("’", "'") in _GREETING:
            continue
        first = not re.search(r"\w", span.text[: match.start()]) or bool(
            re.search(r"[:“\"‘(]\s*$", span.text[: match.start()])
        )
        if first and _is_common(word):
            continue
        if not all(_known(part, known, stems) for part in re.split(r"[-.]", re.sub(r"['’]s?$", "", word)) if part):
            yield fail("R18", f"“{word}” is in none of your facts.", span, match)


def _known(part: str, known: set[str], stems: set[str]) -> bool:
    low = folded(part)
    return low in known or (len(low) > 1 and stem(part) in stems) or low in {"i", "am", "pm"}


def _is_common(word: str) -> bool:
    low = folded(re.sub(r"['’].*$", "", word.split("-")[0]))
    return low in common_words() or low.endswith(("ing", "ly")) or re.sub(r"(?:s|ed|d)$", "", low) in common_words()


def _dates(context: Context, span: Span) -> Iterator[Finding]:
    """A weekday that does not fit its date, or a date that no fact has."""
    facts = " ".join(source.text for source in context.sources).casefold()
    for match in _DATE.finditer(span.text):
        if f"{match[1]} {int(match[2])} {match[3]}".casefold() not in facts:
            yield fail("R18", f"{match[0]} is no date of yours.", span, match)


def _quotes(sources: tuple[Source, ...], span: Span) -> Iterator[Finding]:
    for match in _QUOTE.finditer(span.text):
        words = set(content(next(group for group in match.groups() if group)))
        if len(words) >= 2 and not any(len(words & source.stems) >= 0.8 * len(words) for source in sources):
            yield fail("R18", "This quotation is in none of your facts.", span, match)


def shared_history(context: Context) -> Iterator[Finding]:
    """R18 for what the two are said to have shared: a meeting, a talk, advice; it needs a fact that tells of it."""
    kind = context.brief.kind
    fields = {
        Kind.FIRST_CONTACT: ("mentor.found_through", "mentor.introduced_by", "ask.about", "mentee.can_offer"),
        Kind.AGENDA: (
            "meeting.previous_actions",
            "meeting.progress",
            "meeting.questions",
            "meeting.decision",
            "ask.about",
            "mentor.found_through",
        ),
        Kind.THANK_YOU: ("meeting.", "mentor.found_through"),
    }[kind]
    for span in context.spans:
        match = _HISTORY.search(span.text)
        if not match:
            continue
        if kind is Kind.THANK_YOU and re.match(
            r"thank|nice|great|good|lovely|a pleasure|wonderful", match[0], re.IGNORECASE
        ):
            # The meeting itself is a fact here.
            continue
        if _stands_in_a_fact(context, span, match[0], fields):
            continue
        claimed = frozenset(one for one in span.stems if one not in _HISTORY_STEMS)
        told = context.coverage(span.stems, fields) if kind is Kind.FIRST_CONTACT else context.coverage(claimed, fields)
        if told < 0.6:
            yield fail("R18", f"“{match[0]}”: none of your facts tells of it.", span, match)


def _stands_in_a_fact(context: Context, span: Span, phrase: str, fields: tuple[str, ...]) -> bool:
    """Whether a fact says the same, itself or told: "we talked about pricing", "her advice on moving"."""
    plain = phrase.casefold()
    own = set(content(phrase))
    for source in context.sources:
        if not source.id.startswith(fields):
            continue
        shared = len(span.stems & source.stems)
        if (plain in source.text.casefold() or (own and own <= source.stems)) and shared >= min(3, len(source.stems)):
            return True
    return False


_HISTORY_STEMS = frozenset(
    stem(word)
    for word in [
        "discussed",
        "said",
        "told",
        "mentioned",
        "advice",
        "suggested",
        "keep",
        "take",
        "met",
        "spoke",
        "talked",
        "know",
    ]
)


def quotation_sources(texts: tuple[str, ...]) -> tuple[Source, ...]:
    """Plain texts as sources, for checking a candidate against the few facts it may use."""
    return tuple(source_of(f"given:{n}", text) for n, text in enumerate(texts, 1))
