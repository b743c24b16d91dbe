"""What can be counted: reading ease, sentences, whom it speaks of, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Channel, Kind
from outreach.review.context import Context, Span
from outreach.review.data import limits
from outreach.review.rule import Hit, at
from outreach.wording.patterns import regex
from outreach.wording.words import words

_VOWELS = regex(r"[aeiouyàâäáãåèéêëìíîïòóôöõøùúûüœæ]+")
_CLAUSE = regex(r"[;:]\s|\s[–—]\s")
_BULLET = regex(r"^[ \t]*(?:[-*•‣▪–]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)
_SELF = regex(r"\b(?:I|me|my|mine|myself)\b", re.IGNORECASE)
_READER = regex(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_FEWEST_WORDS = 40


def reading_ease(context: Context) -> Iterator[Hit]:
    """R1: the Flesch-Kincaid grade of the sentences; a name counts as one syllable."""
    told = [span for span in prose(context) if len(words(span.text)) > 3]
    grade = _grade(told)
    most = limits().whole("reading", "grade")
    if grade is not None and grade > most:
        yield Hit(f"Hard to read (school grade {grade:.0f}; up to 8 is easy). Use shorter sentences and plainer words.")


def _grade(told: list[Span]) -> float | None:
    count = syllables = 0
    for span in told:
        for at_word, word in enumerate(words(span.text)):
            count += 1
            name = at_word and word[:1].isupper()
            syllables += 1 if name or not word[:1].isalpha() else _syllables(word)
    return 0.39 * count / len(told) + 11.8 * syllables / count - 15.59 if count >= _FEWEST_WORDS else None


def _syllables(word: str) -> int:
    low = word.casefold()
    found = len(_VOWELS.findall(low))
    # A silent e, and -ed and -es that are no syllable of their own.
    if found > 1 and re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxzhg]es$|[aeiouy][^aeiouy]le$", low):
        found -= 1
    return max(1, found)


def sentence_length(context: Context) -> Iterator[Hit]:
    """R2: a sentence, or the part of it up to a colon or semicolon, that one can follow."""
    early = context.kind in {Kind.FIRST_CONTACT, Kind.FOLLOW_UP}
    most = limits().whole("sentence", "words" if early else "words_later")
    own = context.brief.meeting.questions if context.brief else ()
    found = False
    for span in context.spans:
        longest = max((len(words(part)) for part in _CLAUSE.split(span.text)), default=0)
        if longest > most and not any(span.text in question for question in own):
            found = True
            yield at(f"{longest} words in one go; cut the sentence in two.", span)
    counts = [len(words(span.text)) for span in prose(context)]
    if early and not found and len(counts) > 3 and sum(counts) > limits().whole("sentence", "mean") * len(counts):
        yield Hit(f"{sum(counts) / len(counts):.0f} words a sentence; shorter ones are read faster.")


def whom_it_speaks_of(context: Context) -> Iterator[Hit]:
    """R15: not much more of I than of you."""
    mine, yours = len(_SELF.findall(context.body)), len(_READER.findall(context.body))
    most, excess = limits().share("speaks-of", "ratio"), limits().whole("speaks-of", "excess")
    if mine > most * yours and mine - yours >= excess:
        yield Hit(f"“I” and “my” {mine} times, “you” and “your” {yours} times; say more of the one you write to.")


def paragraphs(context: Context) -> Iterator[Hit]:
    """R25: a few short paragraphs, no list, to be read without scrolling."""
    if bullet := _BULLET.search(context.body):
        yield Hit("A first message has no list; put it in a sentence or two.", bullet.start(), bullet.end())
        return
    blocks = [block for block in re.split(r"\n\s*\n", context.body.strip()) if block.strip()]
    inner = [block for block in blocks if not _frame(block)]
    most, least = limits().whole("paragraphs", "most"), limits().whole("paragraphs", "least")
    count = sum(len(block.split()) for block in inner)
    characters = limits().whole("paragraphs", "characters")
    if len(inner) > most:
        yield Hit(f"{len(inner)} paragraphs; two to four are easier to take in.")
    elif len(inner) < least and count > limits().whole("paragraphs", "short"):
        yield Hit("One block of text; cut it into two to four paragraphs.")
    elif context.channel is Channel.EMAIL and len(context.body.strip()) > characters:
        yield Hit(f"{len(context.body.strip())} characters; a first mail should fit the screen of a phone.")


def _frame(block: str) -> bool:
    """Whether a paragraph is a greeting or a sign-off."""
    lines = block.strip().split("\n")
    return len(block.split()) <= 6 and (len(lines) == 2 or block.rstrip().endswith((",", ":", "!")) or len(lines) == 1)


def prose(context: Context) -> list[Span]:
    """The sentences between greeting and signature."""
    spans = list(context.spans)
    while spans and not re.search(r"[.?!…][\"'”’)]*$", spans[-1].text.rstrip()):
        spans.pop()
    return spans[1:] if spans and spans[0].text.rstrip().endswith((",", ":", "!")) else spans
