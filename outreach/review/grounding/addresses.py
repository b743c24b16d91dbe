"""Addresses: a URL, an e-mail address or a handle is in a fact, or it is made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.claim import Claim, grounded, unfounded
from outreach.wording.patterns import regex

# A bare domain has an ending that is no English word ("done.So" lacks a space), or a path behind it.
_ENDINGS = (
    "com|org|net|edu|gov|info|biz|io|dev|app|ai|eu|uk|ie|de|fr|nl|pl|pt|es|se|dk|fi|cz|sk|ch|ca|au|nz|jp|cn|za|ke|ng|br"
    "|ac|co|blog|page|online|example|test|invalid"
)
ADDRESS = regex(
    rf"https?://[^\s<>\"”»]+|www\.[^\s<>\"”»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@./-])@\w[\w.]{{2,}}"
    rf"|(?<![\w@.-])(?:[\w-]+\.)+(?:{_ENDINGS})(?![\w-])(?:/[^\s<>\"”»]*)?|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{{2,}}/[^\s<>\"”»]+"
)


def addresses(span: Span, sources: Sources, also: Iterable[tuple[str, str]] = ()) -> Iterator[Claim]:
    """Addresses in ``span``; ``also`` are further texts with the fields they come from, such as e-mail addresses."""
    if "." not in span.text and "@" not in span.text:
        return
    for match in ADDRESS.finditer(span.text):
        shown = match[0].rstrip(".,;:!?)]}'’")
        bare = _bare(shown)
        having = [source.id for source in sources.usable if _stands(bare, source.text)]
        having += [field for field, text in also if _stands(bare, text)]
        if having:
            yield grounded(span, match.start(), match.start() + len(shown), *having)
        else:
            problem = f"“{shown}” is in none of your facts: leave it out, or add it to them if it is right."
            yield unfounded(span, match.start(), match.start() + len(shown), problem)


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.casefold()).rstrip("/")


def _stands(bare: str, text: str) -> bool:
    """Whether ``text`` has the address, or one below it: the site of a page that it names."""
    text = text.casefold()
    at = text.find(bare)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(bare) : at + len(bare) + 2]
        if not re.match(r"[\w-]|\.\w", after) and not re.match(r"[\w.@-]", before or " "):
            return True
        at = text.find(bare, at + 1)
    return False
