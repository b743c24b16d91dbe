"""Whether what a mentor wrote is a no, as far as its words tell; the mentee decides."""

from __future__ import annotations

import re

from outreach.wording.patterns import regex

_REFUSES = regex(
    r"\b(?:(?:can(?:not|['’]?t)|could(?:n['’]?t| not)|won['’]?t be able to|not able to|unable to|not in a position to)"
    r" (?:\w+ ){0,2}?(?:take (?:on|you|this|anyone|it)|help|commit|make (?:the )?time|find (?:the )?time|manage|offer"
    r"|do (?:this|it|that)|fit|meet|mentor|say yes|be of (?:any )?help|promise)"
    r"|(?:have|having|need|going|must|will have) (?:to )?(?:decline|pass|say no|turn (?:this|it|you) down)"
    r"|(?:no|do(?:n['’]?t| not) have (?:the |any |enough )?|lack the|haven['’]?t (?:got )?(?:the |any )?)"
    r" ?(?:time|capacity|bandwidth|headspace)\b|(?:am|['’]m|are|['’]re) (?:not|no longer) (?:taking|mentoring|doing)"
    r"|not (?:taking on|the right person|for me|something I can|possible)|(?:too|far too|way too|just too) busy"
    r"|no,? thank(?:s| you)|(?:I['’]?m|I am) afraid (?:not|no|I(?:['’]m| am)? (?:can|not))|have to disappoint|regret"
    r"|swamped|snowed under)\b|^\W*(?:sorry,? (?:but )?)?no\b(?! (?:problem|worries|bother|need))",
    re.IGNORECASE | re.MULTILINE,
)
_AGREES = regex(
    r"\b(?:yes|yeah|yep|of course|gladly|happy to|glad to|delighted|love to|pleasure|sure|why not|how about|what about"
    r"|let['’]?s|(?:could|can|would|does) you\b|works for me|suits? me|instead|but (?:I |we )?(?:can|could)|rather)\b",
    re.IGNORECASE,
)


def reads_like_a_no(answer: str) -> bool:
    """Whether an answer as pasted refuses, and nothing in it agrees or proposes; lines that it quotes do not count."""
    said = "\n".join(line for line in answer.splitlines() if not line.lstrip().startswith(">"))
    refused = _REFUSES.search(said)
    return bool(refused) and "?" not in said and not _AGREES.search(said)
