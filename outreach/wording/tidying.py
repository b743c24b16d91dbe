"""What is taken off a statement of a background before it is told, and off a told clause that is long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import ALSO_THIRD, DETERMINERS, NOUNISH, PARTICIPLES, PAST
from outreach.wording.naming import mask, name_pattern, unmask
from outreach.wording.patterns import regex
from outreach.wording.verbs import has_finite

LONG = 16
"""Words; what is longer loses its asides."""


def without_ends(text: str) -> Iterator[str]:
    """``text`` without what hangs on behind its last colon, semicolon or dash, as far as four words are left."""
    masked, kept = mask(text)
    for mark in (r";\s", r"\s[—–-]\s", r":\s", r",\s(?:which|where|who|whose|though|although|because|but|so)\b"):
        for found in reversed(list(re.finditer(mark, masked))):
            head, tail = masked[: found.start()].rstrip(" ,;:"), masked[found.end() :]
            hedged = re.search(r"\b(?:not|never|no longer|so (?:they|people) say|until|unless)\b", tail[:40])
            if len(w.words(head)) >= 4 and head.count("(") == head.count(")") and not hedged:
                yield unmask(head, kept)


def without_asides(told: str) -> str:
    """``told`` without pointers in brackets and, where it is long, without what stands between two dashes."""
    told = re.sub(r"\s*\((?:see|cf|sic|vol|pp?|ch|fig|above|below)\b\.?[^()]*\)", "", told)
    if len(w.words(told)) > LONG:
        told = re.sub(r"\s+[–—-]\s+[^–—]{3,80}?\s+[–—-]\s+(?=[a-z])", " ", told)
    return told


def tidy(text: str) -> str:
    """``text`` without marks of surprise and end marks; but for quotations ``&`` is "and", and a lone ``i`` is "I"."""
    text = unicodedata.normalize("NFC", text.strip())
    text = re.sub(r"[!?]{2,}", "!", text)
    text = re.sub(r"!\s+(?=[\d(a-z])", ", ", text)
    masked, kept = mask(text)
    masked = re.sub(r"(?<![\w.'’/-])i(?=['’](?:m|ll|d|ve)\b|\s+[a-z])", "I", masked)
    text = unmask(re.sub(r"(?<=[\w\ue001])\s+&\s+(?=[\w\ue000])", " and ", masked), kept)
    return text.rstrip(" .!,;:")


_SMILEY = regex(r"\s+[:;]-?[)(DP]\s*$")


_PICTURES = regex("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u20e3\u200d]+")


# What comes before the sentence itself: a label, a dateline, a link to a sentence that is not told.
_LEADS = regex(
    r"(?:about|bio|profile|summary|speaker|about the speaker|about me|author|lecturer|instructor)\s*[:.]\s+(?=\S)"
    r"|(?:\d\s*)?[^\w\s\"“«‘'(]+\s+(?=\w)"
    r"|(?-i:[^\W\d_a-zß-ÿ][^\Wa-zß-ÿ]*(?:[ .'-][^\W\d_a-zß-ÿ]+)*\s[-–—]\s(?=[A-Z][a-z]))"
    r"|(?:so|then|and|but|(?:before|after|prior to) (?:that|this),?)\s+(?=(?:she|he|they|i|we)\b)",
    re.IGNORECASE,
)


def tidied_background(text: str, mentor: Mentor) -> str:
    """A statement of a background without pictures, hashtags, labels and marks of surprise."""
    text = _SMILEY.sub("", re.sub(r"(?:\s+#[\w-]+)+$", "", _PICTURES.sub("", text).strip()))
    text = re.sub(r"\s*\((?:!+|\?+|sic|(?:she|he|they)/\w+(?:/\w+)?)\)", "", tidy(text))
    text = _LEADS.sub("", text, count=1) if _LEADS.match(text) else text
    masked, kept = mask(text)
    label = re.match(rf"[^:.;]{{2,60}}:\s+(?=(?:She|He|They|I|{name_pattern(mentor)})(?!\w))", masked)
    if label and not has_finite(w.words(label[0])) and not re.search(name_pattern(mentor), label[0]):
        text = unmask(masked[label.end() :], kept)
    text = _without_comma_before_verb(text, mentor)
    text = re.sub(r"^The (?:speaker|presenter)(?=['’]s )['’]s", "Her", text)
    return re.sub(r"^The (?:speaker|presenter)(?= [a-z])", "She", text)


def _without_comma_before_verb(text: str, mentor: Mentor) -> str:
    """``Ana Lopez, teaches weaving`` without its comma; ``Since 2015 teaches weaving`` with its subject."""
    since = re.match(r"(since (?:[A-Z][a-z]+ )?(?:19|20)\d\d),? (?=([a-z]+) )", text, re.IGNORECASE)
    if since and _sure_third(since[2], text[since.end(2) :]):
        return f"{since[1]} she {text[since.end() :]}"
    named = re.match(rf"({name_pattern(mentor)}), (?=([a-z]+) )", text)
    if not named:
        return text
    verb, rest = named[2], text[named.end(2) :]
    deed = verb in PAST and verb not in PARTICIPLES | {"was", "were"}
    deed = deed or (verb.endswith("ed") and w.is_past(verb) and (w.words(rest) or [""])[0] in DETERMINERS)
    return f"{named[1]} {text[named.end() :]}" if deed or _sure_third(verb, rest) else text


def _sure_third(verb: str, rest: str) -> bool:
    if verb in {"is", "was", "has"} | ALSO_THIRD:
        return True
    after = (w.words(rest) or [""])[0]
    noun = w.base_of_third(verb) in NOUNISH and after not in DETERMINERS | {"at", "as", "for", "with"}
    return w.is_third(verb) and not noun
