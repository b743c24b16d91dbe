"""The mentee's manner of writing, as far as it is taken over: greeting, sign-off, contractions, spelling, length."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from outreach.domain.people import Mentor, Relationship
from outreach.wording import contractions
from outreach.wording import words as w
from outreach.wording.naming import mask
from outreach.wording.patterns import regex
from outreach.wording.sentences import sentences
from outreach.wording.spelling import Spelling, respelled, spelling_of

SHORT_SENTENCES = 9.0
"""Words; a mentee with a mean of up to these gets the shorter ways to say things. An inference."""
FEWEST_SENTENCES, FEWEST_WORDS = 2, 12
"""Less tells nothing of how long somebody's sentences are."""

# Conventional greetings, and what each becomes: "hey" to somebody whom one asks for time is "Hi".
_GREETINGS = {
    "hello": "Hello",
    "hi": "Hi",
    "hey": "Hi",
    "hiya": "Hi",
    "dear": "Dear",
    "good morning": "Good morning",
    "good day": "Good day",
}
# Conventional sign-offs, and how each is written out.
_FAREWELLS = {
    **{
        text.casefold(): text
        for text in (
            "All the best|Best|Best regards|Best wishes|Cheers|Kind regards|Kindest regards|Many thanks|Regards"
            "|Respectfully|Sincerely|Take care|Thank you|Thanks|Very best wishes|Warm regards|Warm wishes|Warmly"
            "|Warmest wishes|With best regards|With best wishes|With kind regards|With many thanks|With thanks"
            "|With warm regards|Yours|Yours sincerely|Yours truly"
        ).split("|")
    },
    "br": "Best regards",
    "kr": "Kind regards",
    "rgds": "Regards",
    "thx": "Thanks",
    # To somebody whose name one knows.
    "yours faithfully": "Yours sincerely",
    "sincerely yours": "Yours sincerely",
}
_CASUAL = frozenset({"Cheers", "Take care"})
THANKING = frozenset({"Many thanks", "Thank you", "Thanks", "With many thanks", "With thanks"})

_NAMES = r"(?:(?:Dr|Prof|Mrs?|Ms|Mx|Ing|St)\.?[ \t]+)?[\w'’-]+(?:[ \t]+[\w'’-]+){0,4}?[ \t]*"
_NEAR_END = 300
"""Characters from the end in which a sign-off is looked for."""
_GREETS = regex(
    rf"^[^\w\n]{{0,8}}(?P<word>{'|'.join(sorted(_GREETINGS, key=len, reverse=True))})(?![\w-])"
    rf"(?:(?:[ \t]+(?P<named>{_NAMES}))?(?=[,!.:;–—]|[ \t]*$)"
    # "hi anna can you …": without a comma only where a sentence begins for certain.
    r"|(?<!dear)(?<!Dear)(?:[ \t]+[\w'’-]+)?(?=[ \t]+(?:I|i|I['’]m|im|can|could|would|just|thanks|thank|please|how|here"
    r"|sorry|do|did|have)\b))",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = regex(
    rf"(?:^|(?<=[.!?)…])[ \t]+|\n)[^\w\n]*(?P<word>{'|'.join(sorted(_FAREWELLS, key=len, reverse=True))})(?!\w)"
    r"(?: (?:a million|so much|very much|a lot|again|in advance|from [A-Z][\w-]+))?"
    r"\s*(?:[,.!–—-]+\s*|\n\s*|(?=\W*\Z))(?:[^\W\d_][\w.'’-]*(?:[ \t]+[^\W\d_][\w.'’-]*){0,3})?\W*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How the mentee writes; ``None`` where nothing tells."""

    greeting: str | None = None
    """The word or words before the name: ``Hi``."""
    farewell: str | None = None
    """Without its comma: ``Kind regards``."""
    contractions: bool | None = None
    """Whether they write ``I'm`` or ``I am``."""
    spelling: Spelling | None = None
    sentence_words: float | None = None
    """Mean length of their sentences, in words."""

    def greeting_for(self, mentor: Mentor) -> str:
        """The greeting's word before the mentor's name: ``Dear`` where a title or an address asks for it."""
        if mentor.title or " " in mentor.address:
            return "Dear"
        return self.greeting or "Hello"

    def farewell_for(self, mentor: Mentor, *, thanked: bool = False) -> str:
        """The sign-off without its comma; the usual one where theirs does not fit this mentor.

        Args:
            mentor: to a stranger with a title nobody signs with ``Cheers``.
            thanked: whether the line before it is a thank-you, so that it need not thank again.
        """
        usual = "Kind regards" if mentor.title else "Best wishes"
        stranger = mentor.relationship in {Relationship.COLD, Relationship.INTRODUCED}
        unfit = (mentor.title and stranger and self.farewell in _CASUAL) or (thanked and self.farewell in THANKING)
        return usual if unfit or not self.farewell else self.farewell

    def manner(self, text: str, keep: Sequence[str] = ()) -> str:
        """Our sentences as the mentee would write them: contractions and spelling.

        What stands between quotation marks stays, and so does every text in ``keep``: words that were copied from a
        field, names.
        """
        pieces = _apart(text, keep)
        return "".join(piece if kept else self._rewritten(piece) for piece, kept in pieces)

    def prefers(self) -> tuple[str, ...]:
        """Endings of the block names of the variants that suit them, the best first; empty where any will do."""
        if self.sentence_words is not None and self.sentence_words <= SHORT_SENTENCES:
            return ("_plainer", "_shorter")
        return ()

    def _rewritten(self, text: str) -> str:
        if self.contractions is not None:
            text = contractions.drawn_together(text) if self.contractions else contractions.written_out(text)
        return respelled(text, self.spelling) if self.spelling else text


def voice_of(sample: str, own: Sequence[str] = (), typed: Sequence[str] = ()) -> Voice:
    """How the mentee writes.

    Args:
        sample: the field ``mentee.voice``, one or several messages of theirs.
        own: bodies of drafts that the mentee edited, the newest first; what is theirs in them counts most.
        typed: further texts in the mentee's words (background, goals), for the spelling only.
    """
    bodies = [_lines(body) for body in own]
    text = _lines(sample)
    manners = [found for found in (_contracts(body, least=1) for body in bodies) if found is not None]
    spellings = [spelling_of(mask(one)[0]) for one in (text, "\n".join(typed))]
    return Voice(
        greeting=next((found for found in map(_own_greeting, bodies) if found), None) or _greeting(text),
        farewell=next((found for found in map(_own_farewell, bodies) if found), None) or _farewell(text),
        contractions=manners[0] if manners else _contracts(text, least=2),
        spelling=next((found for found in spellings if found), None),
        sentence_words=_sentence_words(text),
    )


def _lines(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\A\s*subject:[^\n]*\n", "", text, flags=re.IGNORECASE).strip()


def _greeting(text: str) -> str | None:
    """The greeting that most of the messages in ``text`` begin with; the first among equals."""
    found = [_GREETINGS[" ".join(match["word"].casefold().split())] for match in _GREETS.finditer(text)]
    return statistics.mode(found) if found else None


def _farewell(text: str) -> str | None:
    match = _signed(text)
    return _FAREWELLS[match["word"].casefold()] if match else None


def _signed(text: str) -> re.Match[str] | None:
    return _SIGNS.search(text, max(0, len(text) - _NEAR_END))


def _own_greeting(body: str) -> str | None:
    """The greeting of an edited draft; a ``Dear`` before a title or a whole name is the code's rule, not a choice."""
    match = _GREETS.match(body)
    found = _GREETINGS[match["word"].casefold()] if match else None
    return None if found == "Dear" and match and len((match["named"] or "").split()) > 1 else found


def _own_farewell(body: str) -> str | None:
    """The sign-off of an edited draft; below a title ``Kind regards`` is what the code writes."""
    found, greeting = _farewell(body), _GREETS.match(body)
    titled = greeting is not None and len((greeting["named"] or "").split()) > 1
    return None if titled and found == "Kind regards" else found


def _contracts(text: str, *, least: int) -> bool | None:
    """Whether ``text`` draws words together; ``None`` where it does now this, now that, or too seldom to say."""
    short, long = contractions.used(mask(text)[0])
    if short and short >= long:
        return True if short > long else None
    if (not short and long >= least) or (long >= 5 and short * 5 < long):
        return False
    return None


def _sentence_words(text: str) -> float | None:
    end = _signed(text)
    bare = _GREETS.sub(" ", text[: end.start() + 1] if end else text)
    lengths = [len(w.words(sentence)) for sentence in sentences(bare)]
    lengths = [length for length in lengths if length > 1]
    enough = len(lengths) >= FEWEST_SENTENCES and sum(lengths) >= FEWEST_WORDS
    return statistics.fmean(lengths) if enough else None


def _apart(text: str, keep: Sequence[str]) -> list[tuple[str, bool]]:
    """``text`` in pieces, each with whether it must stay as it is."""
    _, quoted = mask(text)
    firm = sorted({one.strip() for one in (*quoted, *keep) if len(one.strip()) > 1}, key=len, reverse=True)
    if not firm:
        return [(text, False)]
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in firm), re.IGNORECASE)
    pieces, at = [], 0
    for match in pattern.finditer(text):
        pieces += [(text[at : match.start()], False), (match[0], True)]
        at = match.end()
    return [*pieces, (text[at:], False)]
