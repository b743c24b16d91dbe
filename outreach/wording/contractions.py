"""Contractions of closed-class words, written out or drawn together where there is no doubt what they stand for."""

from __future__ import annotations

import re

from outreach.wording import words as w
from outreach.wording.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS
from outreach.wording.patterns import regex

_APOSTROPHE = "['’]"
_PRONOUN = r"(?:I|you|he|she|it|we|they)"
_NOT = {
    "can't": "cannot",
    "won't": "will not",
    **{
        f"{verb}n't": f"{verb} not"
        for verb in """
        do does did is are was were has have had could would should must need might
        """.split()
    },
}
_LONG_NOT = {long: short for short, long in _NOT.items()}
_TAILS = {"m": "am", "ll": "will", "ve": "have", "re": "are"}
_WISHES = frozenset("like love prefer rather want be welcome appreciate ask value suggest need".split())
_STATES = frozenset(
    """
    able afraid available aware available certain curious delighted eager easier fine free glad good grateful happy
    hard interested keen likely new not open pleased possible ready so sorry sure thankful too unable unsure very
    willing
    """.split()
)

_SHORT = regex(
    rf"\b(?:(?:I{_APOSTROPHE}m|(?:I|you|we|they|he|she|it){_APOSTROPHE}(?:ll|ve|re)|(?:it|that|there|what){_APOSTROPHE}s"
    rf"|{_PRONOUN}{_APOSTROPHE}d)|(?:{'|'.join(short[:-2] for short in _NOT)}){_APOSTROPHE}t)(?!\w)",
    re.IGNORECASE,
)
_LONG = regex(
    rf"\b(?:I am|(?:you|we|they) are|(?:it|that|there) is|{_PRONOUN} (?:will|would|have)"
    rf"|{'|'.join(_LONG_NOT)})(?![\w'’])",
    re.IGNORECASE,
)
# As people jot them: "im", "dont", "ill" stands for itself.
_BARE = regex(
    r"\b(?:im|ive|dont|doesnt|didnt|cant|wont|isnt|wasnt|arent|couldnt|wouldnt|shouldnt|havent|hasnt|youre|theyre"
    r"|thats|theres)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def used(text: str) -> tuple[int, int]:
    """How often ``text`` has a contraction, and how often the words of one written out."""
    short = len(_SHORT.findall(text)) + len(_BARE.findall(text))
    long = sum(bool(_contracted(match, text)) for match in _LONG.finditer(text))
    return short, long


def written_out(text: str) -> str:
    """``I'm`` → ``I am``, ``don't`` → ``do not``; what may stand for two things stays (``it's been``, ``I'd put``)."""
    return _SHORT.sub(lambda match: _expanded(match, text) or match[0], text)


def drawn_together(text: str) -> str:
    """``I am happy`` → ``I'm happy``, ``do not`` → ``don't``; a form that carries the stress stays (``who I am``)."""
    return _LONG.sub(lambda match: _contracted(match, text) or match[0], text)


def _expanded(match: re.Match[str], text: str) -> str:
    short = match[0].replace("’", "'")
    following = _after(text, match.end())
    if (whole := _NOT.get(short.casefold())) is not None:
        # "don't you" would have to be turned round.
        return "" if re.fullmatch(_PRONOUN + "|there", following, re.IGNORECASE) else _cased(short, whole)
    head, _, tail = short.partition("'")
    if tail in _TAILS:
        return f"{head} {_TAILS[tail]}"
    if tail == "d":
        would = following in _WISHES or (w.is_base(following) and not w.is_past(following))
        return f"{head} would" if would else ""
    has = not following or w.is_past(following) or w.is_participle(following) or following in {"been", "got"}
    return "" if has else f"{head} is"


def _contracted(match: re.Match[str], text: str) -> str:
    long = match[0]
    following = _after(text, match.end())
    if (short := _LONG_NOT.get(long.casefold())) is not None:
        return _cased(long, short) if following and following != "only" else ""
    head, _, verb = long.partition(" ")
    before = (_WORD.findall(text[max(0, match.start() - 20) : match.start()]) or [""])[-1].casefold()
    if not following or before in {"than", "who", "where", "as"}:
        return ""
    if verb in {"am", "is", "are"}:
        goes_on = following in DETERMINERS | PREPOSITIONS | ADVERBS | _STATES or following.endswith("ing")
        return f"{head}'{ {'am': 'm', 'is': 's', 'are': 're'}[verb] }".replace(" ", "") if goes_on else ""
    if verb == "have":
        goes_on = w.is_participle(following) or following == "been" or following.endswith("ed")
        return f"{head}'ve" if goes_on and head.casefold() in {"i", "you", "we", "they"} else ""
    goes_on = w.is_base(following) or following in {"be", "have"} | ADVERBS | (_WISHES if verb == "would" else set())
    return f"{head}'{'ll' if verb == 'will' else 'd'}" if goes_on else ""


def _after(text: str, at: int) -> str:
    """The word that follows in the same clause, small; empty where none does."""
    found = re.match(rf"\s+({_WORD.pattern})", text[at:])
    return found[1].casefold() if found else ""


def _cased(model: str, text: str) -> str:
    return text[:1].upper() + text[1:] if model[:1].isupper() else text
