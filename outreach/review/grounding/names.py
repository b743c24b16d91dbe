"""Names: a word with a capital that is no common word stands in a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.briefing.sources import Sources
from outreach.review.context import Span, common_words
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.wording.clean import folded
from outreach.wording.words import WORD, stem

_GREETING = frozenset(
    ["hello", "dear", "hi", "kind", "best", "regards", "wishes", "i", "i'm", "i'll", "i've", "i'd", "ok"]
)


def names(span: Span, sources: Sources) -> Iterator[Claim]:
    """Names in ``span``; the first word of a sentence counts unless it is a common word."""
    for match in WORD.finditer(span.text):
        word = match[0]
        if not word[0].isupper() or folded(word).replace("’", "'") in _GREETING:
            continue
        first = not re.search(r"\w", span.text[: match.start()]) or bool(
            re.search(r"[:“\"‘(]\s*$", span.text[: match.start()])
        )
        if first and _is_common(word):
            continue
        parts = [part for part in re.split(r"[-.]", re.sub(r"['’]s?$", "", word)) if part]
        if not all(_known(part, sources) for part in parts):
            yield unfounded(span, match.start(), match.end(), f"“{word}” is in none of your facts.")
        elif having := [source.id for source in sources.with_token(folded(parts[0]))] if parts else []:
            yield grounded(span, match.start(), match.end(), *having)


def _known(part: str, sources: Sources) -> bool:
    low = folded(part)
    return low in sources.tokens or (len(low) > 1 and stem(part) in sources.stems) or low in {"i", "am", "pm"}


def _is_common(word: str) -> bool:
    low = folded(re.sub(r"['’].*$", "", word.split("-")[0]))
    return low in common_words() or low.endswith(("ing", "ly")) or re.sub(r"(?:s|ed|d)$", "", low) in common_words()
